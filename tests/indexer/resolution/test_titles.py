import pytest

from indexer.resolution.titles import title_words


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("về phát triển kinh tế tập thể", "phát triển HTX trong giai đoạn mới", True),
        ("Chương trình OCOP", "Chương trình mỗi xã một sản phẩm", True),
        ("tinh gọn bộ máy", "sắp xếp tổ chức bộ máy tinh gọn", True),
        ("tăng cường công tác thi đua", "tăng cường công tác văn thư", False),
        ("tiếp tục đẩy mạnh thực hiện trong tỉnh", "đẩy mạnh thực hiện trong tỉnh", False),
        ("trat tu an toan giao thong", "bảo đảm trật tự, an toàn giao thông", True),
        ("", "phát triển hợp tác xã", False),
    ],
)
def test_what_titles_share(one: str, other: str, shared: bool) -> None:
    assert bool(title_words(one) & title_words(other)) is shared
