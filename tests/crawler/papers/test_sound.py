import pytest

from crawler.papers.sound import is_sound

GOOD = (
    "Thực hiện Chỉ thị số 22-CT/TW của Ban Bí thư, Liên minh Hợp tác xã tỉnh phát động phong trào thi đua trong toàn thể thành viên như sau "
    * 3
)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        (GOOD, True),
        ("Ký bởi: Ủy ban nhân dân tỉnh Ngày ký: 12/3/2024", False),
        ("CQNG HOA xA HQI CHU NGHTA VI$T NAM D$c l4p - Tg do - H4nh phric " * 8, False),
        ("The quick brown fox jumps over the lazy dog " * 10, False),
        ("1 2 3 4 " * 30, False),
    ],
)
def test_whether_a_text_layer_is_worth_reading(text: str, sound: bool) -> None:
    assert is_sound(text.split()) is sound
