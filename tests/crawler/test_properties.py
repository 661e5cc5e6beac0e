import pytest

from crawler.properties import Properties, find_properties


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("Số ký hiệu | 45/KH-LMHTX | Ngày ban hành | 06/8/2018", Properties(number="45/KH-LMHTX", issued_on="2018-08-06")),
        ("**Số hiệu:**\n|\n45/KH-LMHTX\n|\n|\n**Loại văn bản:**\n|\nKế hoạch", Properties(number="45/KH-LMHTX", kind="Kế hoạch")),
        ("Số hiệu\nNgười ký\nNgày ban hành\n45/KH-LMHTX\n06/8/2018", Properties(number="45/KH-LMHTX", issued_on="2018-08-06")),
        ("Người ký:\nNgày ban hành:\n06/8/2018", Properties(issued_on="2018-08-06")),
        ("Cơ quan: Liên minh Hợp tác xã tỉnh", Properties(issuer="Liên minh Hợp tác xã tỉnh")),
        ("Số ký hiệu: đang cập nhật", Properties()),
        ("Ngày ban hành: khi có hiệu lực", Properties()),
        ("Số ký hiệu | Ngày ban hành\n1/KH-LMHTX | 06/8/2018\n2/KH-LMHTX | 07/8/2018", Properties()),
        ("Nội dung họp bàn", Properties()),
        ("", Properties()),
    ],
)  # fmt: skip
def test_find_properties(head: str, wanted: Properties) -> None:
    assert find_properties(head) == wanted
