import pytest

from crawler.provenance import issuer_in_head, place_of


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("LIÊN MINH HỢP TÁC XÃ VIỆT NAM\nSố: 96/KH-LMHTXVN", "Liên minh Hợp tác xã Việt Nam"),
        ("LIÊN MINH HTX VIỆT NAM\nLIÊN MINH HTX TỈNH PHÚ YÊN\nSố: 5/KH-LMHTX", "Liên minh Hợp tác xã tỉnh Phú Yên"),
        ("LIÊN MINH HỢP TÁC XÃ\nTHÀNH PHỐ HÀ NỘI\n-------\nSố: 4/KH-LMHTX", "Liên minh Hợp tác xã thành phố Hà Nội"),
        ("LIÊN MINH HTX TỈNH PHÚ YÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Liên minh Hợp tác xã tỉnh Phú Yên"),
        ("LIÊN MINH HTX TỈNH PHÚ YÊN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Liên minh Hợp tác xã tỉnh Phú Yên"),
        (
            "UBND TỈNH PHÚ YÊN\nLIÊN MINH HỢP TÁC XÃ TỈNH\nSố: 5/KH-LMHTX",
            "Liên minh Hợp tác xã tỉnh Phú Yên",
        ),
        ("BAN THƯỜNG VỤ TỈNH ỦY PHÚ YÊN\n*\nSố 21-CT/TU", "Tỉnh ủy Phú Yên"),
        ("THÀNH ỦY HÀ NỘI\nSố 3-CT/TU", "Thành ủy Hà Nội"),
        ("ỦY BAN NHÂN DÂN\nTỈNH PHÚ YÊN\nSố: 5/QĐ-UBND", "Ủy ban nhân dân tỉnh Phú Yên"),
        ("BỘ TÀI CHÍNH\nSố: 24/2017/TT-BTC", "Bộ Tài chính"),
        (
            "Số ký hiệu | 27/HD-LMHTX\nCơ quan ban hành | Liên minh HTX tỉnh Phú Yên",
            "Liên minh Hợp tác xã tỉnh Phú Yên",
        ),
        ("LIÊN MINH HỢP TÁC XÃ TỈNH\nSố: 5/KH-LMHTX", None),
        ("Sáng nay, Liên minh Hợp tác xã tỉnh Phú Yên họp", None),
        ("TIN VẮN\nPhú Yên được mùa", None),
        ("", None),
    ],
)
def test_issuer_in_head(head: str, wanted: str | None) -> None:
    assert issuer_in_head(head) == wanted


@pytest.mark.parametrize(
    ("issuer", "hints", "wanted"),
    [
        ("Liên minh Hợp tác xã tỉnh Phú Yên", (), "Phú Yên"),
        ("Liên minh Hợp tác xã Việt Nam", ("Tin Phú Yên",), None),
        ("Bộ Tài chính", ("Tin Phú Yên",), None),
        (None, ("", "Phú Yên được mùa"), "Phú Yên"),
        (None, ("Liên minh HTX tỉnh Kon Tum", "Phú Yên được mùa"), "Kon Tum"),
        (None, ("Phú Yên và Kon Tum họp",), None),
        (None, (), None),
    ],
)
def test_place_of(issuer: str | None, hints: tuple[str, ...], wanted: str | None) -> None:
    assert place_of(issuer, *hints) == wanted
