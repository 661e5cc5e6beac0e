"""Cues in front of one mention."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("lead", "relation"),
    [
        ("Căn cứ", "based_on"),
        ("Trên tinh thần", "based_on"),
        ("Cơ sở là", "based_on"),
        ("Cơ sở của đợt thi đua là", "based_on"),
        ("Cơ sở pháp lý:", "based_on"),
        ("đánh giá 5 năm thực hiện", "reviews"),
        ("kiểm điểm việc thi hành", "reviews"),
        ("tiêu chí đánh giá của", "mentions"),
        ("được sửa theo hướng áp dụng", "based_on"),
        ("chưa biết xử lý theo đường nào:", "mentions"),
        ("Kết quả làm theo Bác (", "mentions"),
        ("Nhìn lại hơn một tháng thực hiện", "reviews"),
        ("bản mới thay bản theo", "replaces"),
        ("thực hiện cùng", "mentions"),
        ("làm đúng theo quy định tại", "based_on"),
        ("Xét đề nghị của Ban Tổ chức tại", "based_on"),
        ("Sau khi xem xét", "based_on"),
        ("Danh mục này bị bãi bỏ ở mục A; theo đề nghị của Sở Nội vụ tại", "based_on"),
        ("Căn cứ hướng dẫn tại", "based_on"),
        ("Trên cơ sở kết quả nêu tại", "based_on"),
        ("theo thẩm quyền được giao trong", "based_on"),
        ("Tiếp tục triển khai", "implements"),
        ("tình hình thực hiện", "implements"),
        ("Quán triệt nội dung của", "implements"),
        ("Văn bản này sửa đổi , bổ sung một số điều của", "amends"),
        ("Nay sửa đổi, bổ sung, bãi bỏ một số khoản của Điều 7", "amends"),
        ("Điều 1. Bổ sung ba xã sau đây vào danh sách được nêu tại Điều 2", "amends"),
        ("Chỉ thị này thay thế", "replaces"),
        ("thay thế Mẫu số 3 của", "replaces"),
        ("bãi bỏ Điều 3 của", "repeals"),
        ("hướng dẫn thi hành một số điều của", "guides"),
        ("quy định chi tiết một số điều và biện pháp thi hành", "guides"),
        ("HƯỚNG DẪN\n\nTHỰC HIỆN", "guides"),
        ("sơ kết 03 năm thực hiện", "reviews"),
        ("biểu mẫu ban hành kèm theo", "issued_with"),
        ("Văn bản này không thay thế", "mentions"),
        ("không nên thay thế", "mentions"),
        ("hướng dẫn kế toán cho hợp tác xã, không áp dụng", "mentions"),
        ("phạm vi điều chỉnh của", "mentions"),
        ("kinh phí sửa chữa nêu ở", "mentions"),
        ("của Ban Chấp hành Đảng bộ và", "mentions"),
        ("việc thi hành án nêu tại", "mentions"),
        ("tiếp theo", "mentions"),
        ("thực hiện nhiệm vụ quy định tại", "mentions"),
        ("xây dựng cho phù hợp với", "mentions"),
        ("theo kế hoạch, đơn vị nghiên cứu kỹ để góp ý vào", "mentions"),
        ("| theo chứng từ | ", "mentions"),
    ],
)
def test_relation(lead: str, relation: str) -> None:
    (row,) = find_citations(f"Nội dung làm việc. {lead} Quyết định số 8/QĐ-UBND, đề nghị các xã chú ý.")
    assert row.relation == relation
