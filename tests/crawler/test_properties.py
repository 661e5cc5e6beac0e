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


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("Hình thức: Kế hoạch: năm\nCơ quan: Sở: A", Properties(kind="Kế hoạch: năm", issuer="Sở: A")),
        ("Số ký hiệu\t45/KH-LMHTX\tNgày ký\t6.8.2018", Properties(number="45/KH-LMHTX", issued_on="2018-08-06")),
        ("Số hiệu | 45/KH-LMHTX\nSố hiệu | 46/KH-LMHTX", Properties(number="45/KH-LMHTX")),
        ("Trích yếu | Họp\nLoại | Kế hoạch", Properties(kind="Kế hoạch")),
        ("Số hiệu | Loại văn bản | Ngày ký\n5/KH-A | Kế hoạch | 6/8/2018", Properties(number="5/KH-A", kind="Kế hoạch", issued_on="2018-08-06")),
        ("Số hiệu | Loại văn bản | Ngày ký\n5/KH-A | 6/8/2018", Properties(number="5/KH-A", issued_on="2018-08-06")),
        ("Số hiệu | Trích yếu\n5/KH-A | Một\nHai | 6/KH-A", Properties(number="5/KH-A")),
        ("Trích yếu | Số hiệu\nMột | 5/KH-A\nHai | 6/KH-A", Properties()),
        ("Trích yếu | Số hiệu\nMột | 5/KH-A\nHai | ba", Properties(number="5/KH-A")),
        ("Ngày ban hành | " + "ngày 6/8/2018 " + "x" * 45, Properties(issued_on="2018-08-06")),
        ("Ngày ban hành | " + "ngày 6/8/2018 " + "x" * 46, Properties()),
        ("chữ\nLoại văn bản\nKế hoạch\nchữ", Properties(kind="Kế hoạch")),
        ("Loại văn bản", Properties()),
    ],
)  # fmt: skip
def test_labels_and_values(head: str, wanted: Properties) -> None:
    assert find_properties(head) == wanted
