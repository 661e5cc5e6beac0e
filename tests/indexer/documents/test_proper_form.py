"""Documents as they are cited in another."""

from typing import Any

import pytest

from indexer.documents.proper_form import form_to_fill, proper_form, written_form
from indexer.documents.target_rows import Description


def document(
    kind: str, number: str | None, issued_on: str | None, issuer: str | None, title: str | None
) -> Description:
    """A document."""
    return {
        "kind": kind,
        "number": number,
        "issued_on": issued_on,
        "issuer": issuer,
        "place": None,
        "title": title,
    }


DIRECTIVE = document("chi-thi", "34-CT/TW", "2014-04-07", "Bộ Chính trị", "tiếp tục đổi mới công tác thi đua")
LAW = document("luat", "23/2012/QH13", "2012-11-20", "Quốc hội", "Luật Hợp tác xã")


@pytest.mark.parametrize(
    ("doc", "first", "later"),
    [
        (
            DIRECTIVE,
            "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua",
            "Chỉ thị số 34-CT/TW",
        ),
        (
            document("nghi-dinh", "45/2021/NĐ-CP", "2021-03-31", "Chính phủ", "về việc thành lập Quỹ hợp tác xã"),
            "Nghị định số 45/2021/NĐ-CP ngày 31 tháng 3 năm 2021 của Chính phủ về việc thành lập Quỹ hợp tác xã",
            "Nghị định số 45/2021/NĐ-CP",
        ),
        (
            document(
                "ke-hoach", "9/KH-UBND", "2021-02-03", "UBND tỉnh Cao Bằng", "Kế hoạch phát động thi đua ở Cao Bằng"
            ),
            "Kế hoạch số 9/KH-UBND ngày 03 tháng 02 năm 2021 của Ủy ban nhân dân tỉnh Cao Bằng về phát động thi đua ở Cao Bằng",
            "Kế hoạch số 9/KH-UBND",
        ),
        # Blanks before a comma are a scanner's.
        (
            {**DIRECTIVE, "title": "tiếp tục đổi mới công tác thi đua , khen thưởng"},
            "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng",
            "Chỉ thị số 34-CT/TW",
        ),
        # The names of portals: the document's own number, year and issuer are no part of the summary.
        (
            document(
                "quyet-dinh",
                "77/QĐ-TTg",
                "2025-11-28",
                "Thủ tướng Chính phủ",
                "Quyết định 77/QĐ-TTg năm 2025 phê duyệt Đề án phát triển hợp tác xã do Thủ tướng Chính phủ ban hành",
            ),
            "Quyết định số 77/QĐ-TTg ngày 28 tháng 11 năm 2025 của Thủ tướng Chính phủ phê duyệt Đề án phát triển hợp tác xã",
            "Quyết định số 77/QĐ-TTg",
        ),
        # A summary names another document with its date; quotation marks, the sign of the end and a short name are nobody's.
        (
            document(
                "nghi-dinh",
                "166/2025/NĐ-CP",
                "2025-06-30",
                "Chính phủ",
                "sửa đổi, bổ sung một số điều của Nghị định số 29/2025/NĐ-CP ngày 24 tháng 02 năm 2025 của Chính phủ (sau đây gọi tắt là Nghị định 166)",
            ),
            "Nghị định số 166/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số"
            " 29/2025/NĐ-CP ngày 24 tháng 02 năm 2025 của Chính phủ",
            "Nghị định số 166/2025/NĐ-CP",
        ),
        (
            {
                **DIRECTIVE,
                "title": "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua./.",
            },
            "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua",
            "Chỉ thị số 34-CT/TW",
        ),
        (
            document(
                "cong-dien",
                "5/CĐ-TTg",
                "2025-11-27",
                "Thủ tướng Chính phủ",
                "Công điện 5/CĐ-TTg năm 2025 thống kê thiệt hại về nhà ở do Thủ tướng Chính phủ điện",
            ),
            "Công điện số 5/CĐ-TTg ngày 27 tháng 11 năm 2025 của Thủ tướng Chính phủ về thống kê thiệt hại về nhà ở",
            "Công điện số 5/CĐ-TTg",
        ),
        (
            document(
                "nghi-dinh",
                "3/2023/NĐ-CP",
                "2023-02-10",
                "Chính phủ",
                "về Nghị định quy định chức năng của Ủy ban Cạnh tranh Quốc gia",
            ),
            "Nghị định số 3/2023/NĐ-CP ngày 10 tháng 02 năm 2023 của Chính phủ quy định chức năng của Ủy ban Cạnh tranh Quốc gia",
            "Nghị định số 3/2023/NĐ-CP",
        ),
        (
            document("luat", "9/1998/QH10", "1998-12-02", "Quốc hội", "khiếu nại , tố cáo"),
            "Luật Khiếu nại, tố cáo ngày 02 tháng 12 năm 1998",
            "Luật Khiếu nại, tố cáo",
        ),
        # Of laws the kind and the name, as a basis with their day, never the number (Phụ lục I).
        (LAW, "Luật Hợp tác xã ngày 20 tháng 11 năm 2012", "Luật Hợp tác xã"),
        (
            document("luat", "16/2023/QH15", "2023-06-19", "Quốc hội", "Giá"),
            "Luật Giá ngày 19 tháng 6 năm 2023",
            "Luật Giá",
        ),
        (
            document("luat", "27/2023/QH15", "2023-11-27", "Quốc hội", "Luật Nhà ở"),
            "Luật Nhà ở ngày 27 tháng 11 năm 2023",
            "Luật Nhà ở",
        ),
        (
            document("dieu-le", None, None, None, "Điều lệ Liên minh Hợp tác xã Việt Nam"),
            "Điều lệ Liên minh Hợp tác xã Việt Nam",
            "Điều lệ Liên minh Hợp tác xã Việt Nam",
        ),
    ],
)
def test_whole_forms(doc: dict[str, Any], first: str, later: str) -> None:
    found = proper_form(doc)
    assert (found.first, found.later, found.missing) == (first, later, ())
    assert form_to_fill(doc) == first


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"issued_on": "2014-04"}, ("issued-on",)),
        ({"issued_on": None, "issuer": None}, ("issued-on", "issuer")),
        ({"number": None}, ("number",)),
        ({"number": "34-KL/TW"}, ("number",)),
        ({"issuer": "UBND tỉnh"}, ("issuer",)),
        ({"issuer": "LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA"}, ("issuer",)),
        ({"issuer": "Bộ NN&PTNT"}, ("issuer",)),
        ({"kind": "nghi-dinh", "number": "34/NĐ-CP"}, ("number",)),
        ({"issuer": "Cổng thông tin điện tử tỉnh Yên Bái"}, ("issuer",)),
        ({"issuer": "Tỉnh Nghệ An"}, ("issuer",)),
        ({"issuer": "Bộ"}, ("issuer",)),
        ({"issuer": "Giám đốc Sở Tư pháp"}, ("issuer",)),
        ({"issuer": "Ban Thường vụ Tỉnh ủy khóa XV"}, ("issuer",)),
    ],
)
def test_a_form_is_whole_or_none(changed: dict[str, Any], missing: tuple[str, ...]) -> None:
    found = proper_form({**DIRECTIVE, **changed})
    assert (found.first, found.later, found.missing) == (None, None, missing)


@pytest.mark.parametrize(
    "title", ["quy định thuế giá trị gia tăng", "xử lý vi phạm trật tự xây dựng đô thị", "Luật Thuế (sửa đổi) số 5"]
)
def test_what_is_said_of_a_law_is_not_its_name(title: str) -> None:
    assert proper_form({**LAW, "title": title}).missing == ("name",)


@pytest.mark.parametrize(
    ("issuer", "place", "named"),
    [
        ("BỘ CHÍNH TRỊ", None, "Bộ Chính trị"),
        ("Bộ Chính trị khóa XI", None, "Bộ Chính trị"),
        ("Uỷ ban nhân dân tỉnh Sơn La", None, "Ủy ban nhân dân tỉnh Sơn La"),
        ("Sở Tư pháp", "Sơn La", "Sở Tư pháp tỉnh Sơn La"),
        ("UBND tỉnh", "Sơn La", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Hội đồng nhân dân Thành phố", "TP. Hồ Chí Minh", "Hội đồng nhân dân thành phố Hồ Chí Minh"),
        ("Ban Thường vụ Tỉnh ủy", "Cao Bằng", "Ban Thường vụ Tỉnh ủy Cao Bằng"),
        ("Ủy ban Trung ương MTTQ Việt Nam", None, "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_a_body_is_named_in_full(issuer: str, place: str | None, named: str) -> None:
    first = proper_form({**DIRECTIVE, "issuer": issuer, "place": place}).first
    assert first is not None and f" của {named} về " in first


@pytest.mark.parametrize(
    "title",
    [
        None,
        "thi đua",
        # sentences that go on, and headlines
        "tiếp tục đổi mới công tác thi đua, theo hướng:",
        "tiếp tục đổi mới công tác thi đua hết hiệu lực kể từ ngày Chỉ thị này có hiệu lực",
        "tiếp tục đổi mới công tác thi đua thì áp dụng quy định khác",
        "công tác thi đua, được sửa đổi, bổ sung bởi Chỉ thị 5",
        "công tác thi đua, Bộ Nội vụ đã hướng dẫn các tỉnh",
        "Nghệ An phát động thi đua kỷ niệm ngày thành lập",
        "hợp tác xã lập dự án liên kết",
        "một số nội dung chủ yếu trong hợp đồng có nêu",
        "TIẾP TỤC ĐỔI MỚI CÔNG TÁC THI ĐUA",
        "PHÊ DUYỆT Đề án phát triển hợp tác xã",
        "Về Việc Tiếp Tục Đổi Mới Công Tác Thi Đua",
        "continuing the renewal of emulation work",
        "tiep tuc doi moi cong tac thi dua",
        "tiếp tục đổi mới công tác thi đua và",
        "tiếp tục đổi mới công tác thi đua (giai đoạn",
        "tiếp tục đổi mới công tác thi đua…",
        "tiếp tục đổi mới công tác thi đua. Các cấp ủy quán triệt",
        "tiếp tục đổi mới công tác thi đua; Kết luận số 83-KL/TW",
        "tiếp tục đổi mới công tác thi đua và Kết luận số 83-KL/TW",
        "tiếp tục đổi mới công tác thi đua và hướng dẫn thi hành Nghị định",
        "Đảng ủy Khối: Kế hoạch đổi mới công tác thi đua",
        "đã chỉ rõ những hạn chế của công tác thi đua",
        "của Bộ Chính trị tiếp tục đổi mới công tác thi đua",
        "Chỉ thị 35-CT/TW năm 2014 tiếp tục đổi mới công tác thi đua",
        "Công văn 34-CT/TW tiếp tục đổi mới công tác thi đua",
        "tiếp tục thực hiện Chỉ thị số 34-CT/TW về thi đua",
        "Chỉ thị ngày 07/4/2014 tiếp tục đổi mới công tác thi đua",
        "UBND tỉnh tiếp tục đổi mới công tác thi đua",
        "ngày 07 tháng 4 tiếp tục đổi mới công tác thi đua",
    ],
)
def test_titles_that_are_no_summary(title: str | None) -> None:
    found = proper_form({**DIRECTIVE, "title": title})
    assert (found.first, found.missing) == (None, ("title",))


@pytest.mark.parametrize(
    ("doc", "blank"),
    [
        (
            {**DIRECTIVE, "issued_on": "2014", "title": None},
            "Chỉ thị số 34-CT/TW ngày … tháng … năm 2014 của Bộ Chính trị về …",
        ),
        ({**LAW, "issued_on": None}, "Luật Hợp tác xã ngày … tháng … năm …"),
        ({**DIRECTIVE, "issuer": None, "title": "THI ĐUA"}, "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của … về …"),
    ],
)
def test_what_is_missing_is_a_blank_to_fill(doc: dict[str, Any], blank: str) -> None:
    assert form_to_fill(doc) == blank


@pytest.mark.parametrize(
    ("doc", "written"),
    [
        (DIRECTIVE, "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị"),
        ({**DIRECTIVE, "issued_on": None, "issuer": None}, "Chỉ thị số 34-CT/TW"),
        ({**DIRECTIVE, "issued_on": "2014"}, "Chỉ thị số 34-CT/TW năm 2014 của Bộ Chính trị"),
        (LAW, "Luật Hợp tác xã ngày 20/11/2012"),
    ],
)
def test_running_text_has_what_is_known(doc: dict[str, Any], written: str) -> None:
    assert written_form(doc) == written
