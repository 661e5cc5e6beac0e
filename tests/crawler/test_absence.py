import pytest

from crawler.absence import is_not_found


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        ("Không tìm thấy trang bạn yêu cầu", "Trang /tin/5.html mà bạn tìm không tồn tại hoặc đã bị xóa.", True),
        ("Cổng thông tin Liên minh Hợp tác xã", "Bài viết này không tồn tại hoặc đã bị gỡ. Vui lòng kiểm tra lại đường dẫn.", True),
        ("Lỗi 404", "Rất tiếc, chúng tôi không tìm thấy nội dung bạn yêu cầu. Mời bạn quay về trang chủ.", True),
        ("Page not found", "The page you requested does not exist.", True),
        ("Thông báo", "Đường dẫn không tồn tại. Quý khách quay lại trang chủ để xem tin khác.", True),
        ("Thông báo về con dấu thất lạc", "Hợp tác xã Tân Tiến không tìm thấy con dấu, nay báo mất để mọi người biết.", False),
        ("Trang trại không còn tồn tại", "Những trang trại nhỏ không còn tồn tại, thay vào đó là hợp tác xã.", False),
        ("Trang trại không còn tồn tại", "Hợp tác xã lập theo Kế hoạch số 45/KH-LMHTX; trang trại nhỏ không còn tồn tại.", False),
        ("Lịch sử xã nhà", "Trang sử ấy nay không còn tồn tại. " + "Hợp tác xã kể lại cho con cháu nghe. " * 60, False),
        ("Mở đợt thi đua", "Mỗi hợp tác xã chọn một việc khó để làm trước.", False),
    ],
)  # fmt: skip
def test_pages_that_say_there_is_nothing(title: str, text: str, wanted: bool) -> None:
    assert is_not_found(title, text) is wanted
