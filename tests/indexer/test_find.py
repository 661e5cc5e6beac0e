"""Citations found in text: one table for each family of forms, then what must hold for any text at all."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.citations import find_citations


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(row.text, row.kind, row.number) for row in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thực hiện Chỉ thị số 34-CT/TW ngày", [("Chỉ thị số 34-CT/TW", "chi-thi", "34-CT/TW")]),
        ("Chỉ thị 05 – CT/TW của", [("Chỉ thị 05 – CT/TW", "chi-thi", "05-CT/TW")]),
        ("Nghị định số 98/2018/NĐ - CP", [("Nghị định số 98/2018/NĐ - CP", "nghi-dinh", "98/2018/NĐ-CP")]),
        ("Quyết định số: 715 /QĐ-UBND", [("Quyết định số: 715 /QĐ-UBND", "quyet-dinh", "715/QĐ-UBND")]),
        ("Quyết định số 84 QĐ/TWĐTN", [("Quyết định số 84 QĐ/TWĐTN", "quyet-dinh", "84-QĐ/TWĐTN")]),
        ("quán triệt Nghị quyết số26-NQ/TW", [("Nghị quyết số26-NQ/TW", "nghi-quyet", "26-NQ/TW")]),
        ("Quy ế t định số 896/QĐ-TTg", [("Quy ế t định số 896/QĐ-TTg", "quyet-dinh", "896/QĐ-TTg")]),
        ("Nghịđịnh số155/2016/NÐ-CP", [("Nghịđịnh số155/2016/NÐ-CP", "nghi-dinh", "155/2016/NĐ-CP")]),
        ("nghị định 41/2010/nđ-cp của", [("nghị định 41/2010/nđ-cp", "nghi-dinh", "41/2010/NĐ-CP")]),
        ("THEO NGHỊ QUYẾT CỐ 19-NQ/TW", [("NGHỊ QUYẾT CỐ 19-NQ/TW", "nghi-quyet", "19-NQ/TW")]),
        ("Chi thi so 12/CT-TTg ngay", [("Chi thi so 12/CT-TTg", "chi-thi", "12/CT-TTg")]),
        ("Nghị định số 34/2016/\nNĐ-CP", [("Nghị định số 34/2016/\nNĐ-CP", "nghi-dinh", "34/2016/NĐ-CP")]),
        ("văn bản số 1877/TTr-SCT", [("văn bản số 1877/TTr-SCT", "to-trinh", "1877/TTr-SCT")]),
        ("Công văn số 611/STC-NS&DN", [("Công văn số 611/STC-NS&DN", "cong-van", "611/STC-NS&DN")]),
        ("NĐ 123/2015 quy định", [("NĐ 123/2015", "nghi-dinh", "123/2015")]),
        ("Kết luận của Ban Bí thư số 78-KL/TW", [("Kết luận của Ban Bí thư số 78-KL/TW", "ket-luan", "78-KL/TW")]),
        ("NghÞ quyÕt sè 13/NQ/TW ngµy 18/3/2002", [("NghÞ quyÕt sè 13/NQ/TW", "nghi-quyet", "13-NQ/TW")]),
    ],
)
def test_numbered(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("theo Chỉ thị 05 và Kết luận 01;", [("Chỉ thị 05", "chi-thi", "05"), ("Kết luận 01", "ket-luan", "01")]),
        ("vốn Nghị quyết 30a với", [("Nghị quyết 30a", "nghi-quyet", "30a")]),
        ("nhưng NĐ 113 đòi", [("NĐ 113", "nghi-dinh", "113")]),
        (
            "các Nghị định số 193/2013/NĐ-CP và số 107/2017/NĐ-CP",
            [
                ("Nghị định số 193/2013/NĐ-CP", "nghi-dinh", "193/2013/NĐ-CP"),
                ("số 107/2017/NĐ-CP", "nghi-dinh", "107/2017/NĐ-CP"),
            ],
        ),
        ("báo cáo Chỉ thị 11, 26-CT/TU", [("Chỉ thị 11", "chi-thi", "11-CT/TU"), ("26-CT/TU", "chi-thi", "26-CT/TU")]),
        (
            "các Quyết định số: 318, 319 ngày 8/3/2022",
            [("Quyết định số: 318", "quyet-dinh", "318"), ("319", "quyet-dinh", "319")],
        ),
        (
            "Quyết định 13 & 42/QĐ-TTg",
            [("Quyết định 13", "quyet-dinh", "13/QĐ-TTg"), ("42/QĐ-TTg", "quyet-dinh", "42/QĐ-TTg")],
        ),
    ],
)
def test_short_forms_and_lists(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("theo Luật Hợp tác xã năm 2012.", [("Luật Hợp tác xã năm 2012", "luat", None)]),
        ("Luật Hợp tác xã (số 23/2012/QH13)", [("Luật Hợp tác xã (số 23/2012/QH13", "luat", "23/2012/QH13")]),
        ("phải ghi Luật Giáo dục nghề nghiệp chứ", [("Luật Giáo dục nghề nghiệp", "luat", None)]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày",
            [("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "luat", None)],
        ),
        ("Bộ luật Lao động năm 2019", [("Bộ luật Lao động năm 2019", "bo-luat", None)]),
        ("trong Hiến pháp năm 2013,", [("Hiến pháp năm 2013", "hien-phap", None)]),
        ("Nghị quyết Trung ương 7 (khóa X) được", [("Nghị quyết Trung ương 7 (khóa X)", "nghi-quyet", None)]),
        ("Nghị quyết Đại hội XIII của Đảng và", [("Nghị quyết Đại hội XIII của Đảng", "nghi-quyet", None)]),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ninh lần thứ XIV, nhất",
            [("Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ninh lần thứ XIV", "nghi-quyet", None)],
        ),
        ("theo Điều lệ Liên minh Hợp tác xã Việt Nam", [("Điều lệ Liên minh Hợp tác xã Việt Nam", "dieu-le", None)]),
    ],
)
def test_by_name(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "LIÊN MINH HỢP TÁC XÃ\nSố: 737/KH-LMHTXVN\nHà Nội",
        "Luật này quy định; Nghị định này có hiệu lực",
        "kế hoạch 15 ngày, quyết định 3 người",
        "Chương trình 135 và Kế hoạch 2018",
        "8/8 huyện, 141/145 xã phường; tỷ lệ 12/12",
        "TCVN 11892-1:2017, biển số 34C-125.67, ĐT 0243.555.666",
        "hợp đồng số 05/HĐMB-2021, giấy phép số 25/GP-STTTT",
        "Quyết định số 27/QĐ – XPHC",
        "các Luật sửa đổi, bổ sung hiện hành; đúng luật được tặng sổ",
        "nghị quyết đại hội của 14/14 chi bộ; Nghị quyết Đại hội đồng cổ đông",
        "mẫu số C91-HD; biểu 03/BC-NTM",
        "Căn cứ Kế hoạch số      /KH-BTV ngày     /     /2025",
        "vốn điều lệ của hợp tác xã",
        "",
    ],
)
def test_no_citation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "issued_on", "issuer"),
    [
        ("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về", "2014-04-07", "Bộ Chính trị"),
        ("Nghị quyết số 13-NQ/TW, ngày 18-3-2002", "2002-03-18", None),
        ("Kế hoạch số 576/KH-LMHTXVN ngày 25/8.", None, None),
        ("Quyết định 461/QĐ-TTg (tháng 4/2018)", "2018-04", None),
        (
            "Ngày 24 tháng 8 năm 2023, Liên minh Hợp tác xã Việt Nam đã ban hành Kế hoạch số 662/KH-LMHTXVN",
            "2023-08-24",
            "Liên minh Hợp tác xã Việt Nam",
        ),
        ("theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC", None, "Giám đốc Sở Tài chính"),
        ("Luật Hợp tác xã được Quốc hội thông qua ngày 20/11/2012", "2012-11-20", "Quốc hội"),
    ],
)
def test_dates_and_issuers(text: str, issued_on: str | None, issuer: str | None) -> None:
    (row,) = find_citations(text)
    assert (row.issued_on, row.issuer) == (issued_on, issuer)


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Căn cứ Luật Đất đai; Nghị định số 1/2020/NĐ-CP; thực hiện Chỉ thị số 5-CT/TW",
            ["based_on", "based_on", "implements"],
        ),
        ("Chỉ thị này thay thế Chỉ thị số 08-CT/TU", ["replaces"]),
        ("Văn bản này không thay thế Thông tư số 03/2014/TT-BKHĐT", ["mentions"]),
        ("sơ kết 01 năm thực hiện Chương trình hành động số 27-CTr/TU", ["reviews"]),
        ("hướng dẫn thi hành một số điều của Luật Đất đai", ["guides"]),
        ("bãi bỏ Điều 3 của Quyết định số 18/2001/QĐ-UB", ["repeals"]),
        ("ban hành kèm theo Quyết định số 1328/QĐ-TTg", ["issued_with"]),
        ("Nghị định số 30/2020/NĐ-CP đã được sửa đổi bởi Nghị định số 9/2022/NĐ-CP", ["mentions", "mentions"]),
    ],
)
def test_relations(text: str, relations: list[str]) -> None:
    assert [row.relation for row in find_citations(text)] == relations


def test_who_asserts_what_about_whom() -> None:
    text = (
        "Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ và Chỉ thị số 15-CT/TU ngày 07/3/2017 của Ban Thường vụ Tỉnh ủy "
        "về đẩy mạnh thực hiện Kết luận số 56-KL/TW ngày 21/02/2013 của Bộ Chính trị"
    )
    rows = find_citations(text)
    assert rows[2].relation == "implements"
    assert rows[2].inside == (0, 1)


def test_passive_holds_between_the_two() -> None:
    rows = find_citations("Nghị định số 30/2020/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 9/2022/NĐ-CP")
    assert (rows[1].acts_on, rows[1].acts_as) == (0, "amends")


def test_pinpoints_are_a_field() -> None:
    (row,) = find_citations("quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP")
    assert row.pinpoint == "khoản 2 Điều 5"
    assert row.text.startswith("Nghị định")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_offsets_are_those_of_the_text_as_given(form: str, line_break: str) -> None:
    text = unicodedata.normalize(form, f"Mở đầu.{line_break}Thực hiện Chỉ thị số{line_break}34-CT/TW ngày 07/4/2014")
    (row,) = find_citations(text)
    assert text[row.span.start : row.span.end] == row.text
    assert (row.number, row.issued_on) == ("34-CT/TW", "2014-04-07")


_PIECES = st.sampled_from(
    [
        "Chỉ thị",
        " số ",
        "34-CT/TW",
        "12/CT-TTg",
        "Luật",
        " Hợp tác xã",
        "năm 2012",
        "\n",
        ", ",
        " và ",
        "các ",
        "ngày 1/2/2018",
        "của Bộ Chính trị",
        "(",
        ")",
        "\ud800",
        "\x00",
        "ế",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    rows = find_citations(text)
    end = 0
    for row in rows:
        assert end <= row.span.start < row.span.end <= len(text)
        assert text[row.span.start : row.span.end] == row.text
        end = row.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "số ",
        "12/12/12/",
        "luật ",
        "Luật Thi đua ",
        "các Quyết định số 1, 2, 3, ",
        "Nghị định số 12/2012/NĐ-CP về việc thực hiện ",
    ],
)
def test_hostile_repetition_costs_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        find_citations(text)
        return time.process_time() - began

    seconds(5_000)
    assert seconds(160_000) < 12 * seconds(40_000) + 0.5, "four times the text may not cost the square of it"
