"""What is no citation, and what must hold for any text at all."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.citations import find_citations


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(row.text, row.kind, row.number) for row in find_citations(text)]


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
        "Kế hoạch 5 năm 2021-2025; Báo cáo 6 tháng; Quy định 3 bước",
        "Bản án số 12/2020/DS-ST; Nghị quyết số 05/NQ-HĐQT; Nghị quyết Đại hội đồng cổ đông số 01/NQ-ĐHĐCĐ",
        "Giấy chứng nhận số 0512/GCN-ATTP; Biên bản số 04/BB-ĐH; tài khoản 2606-201-005-123; ISO 22000:2018",
        "",
    ],
)
def test_no_citation(text: str) -> None:
    assert found(text) == []


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
        "; ",
        "|",
        "* ",
        "<b>",
        "&nbsp;",
        "\u200b",
        "e\u0301",
        "được sửa đổi bởi ",
        "hết hiệu lực",
        "Điều 5 ",
        "sau:\n1. ",
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
        assert all(0 <= other < len(rows) for other in (*row.inside, row.acts_on or 0))
        end = row.span.end


HOSTILE = (
    "số ",
    "12/12/12/",
    "lO",
    "số l2/",
    "1/QĐ-TVV",
    "1/2010NĐ-",
    "12/KI-I-",
    "\n5\n",
    "số\n\n5\n\n",
    "\n- 3 -\n\n",
    "\f",
    "34\u00adCT/",
    "34\ufffe",
    "của ngàycủa",
    "20112",
    "luật ",
    "Luật Thi đua ",
    "các Quyết định số 1, 2, 3, ",
    "số 1/QĐ-UBND, ",
    "- Luật Đất đai\n",
    "Nghị định số 12/2012/NĐ-CP về việc thực hiện ",
    "Nghị định số 1/2020/NĐ-CP hướng dẫn Luật Đất đai và ",
    "được sửa đổi bởi Luật số 1/2020/QH14 ",
    "Luật sửa đổi, bổ sung một số điều của Luật Đất đai, ",
    "Nghị quyết Đại hội Đảng bộ tỉnh Đảng bộ tỉnh ",
    "do Ủy ban nhân dân tỉnh ",
    "Báo cáo thẩm tra số ",
    "(((((",
    "và và và ",
    "khoản 1 khoản 1 ",
    "1234567890",
    "<a ",
    "&amp;",
    "e\u0301",
    "| ",
    "\n",
)
ORDINARY = (
    "Căn cứ Luật Hợp tác xã số 17/2023/QH15 ngày 20/6/2023 và Nghị định số 113/2024/NĐ-CP ngày 12/9/2024 của Chính phủ quy định chi tiết "
    "một số điều của Luật Hợp tác xã, Liên minh Hợp tác xã tỉnh đề nghị các đơn vị thành viên rà soát điều lệ, sổ thành viên và phương án "
    "sản xuất, kinh doanh của mình; nơi nào còn vướng thì báo về Ban Chính sách trước ngày 20 hằng tháng để tổng hợp.\n"
)


def _seconds(piece: str, size: int) -> float:
    text = (piece * (size // len(piece) + 1))[:size]
    began = time.process_time()
    find_citations(text)
    return time.process_time() - began


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_costs_in_proportion(piece: str) -> None:
    _seconds(piece, 5_000)
    assert _seconds(piece, 80_000) < 8 * _seconds(piece, 20_000) + 0.3, (
        "four times the text may not cost the square of it"
    )


@pytest.mark.slow
def test_a_megabyte_on_one_line_costs_at_most_ten_times_the_ordinary() -> None:
    ordinary = 4 * min(_seconds(ORDINARY, 250_000) for _ in range(2))
    assert _seconds("Nghị định số 12/2012/NĐ-CP về việc thực hiện (khoản 1 Điều 2, ", 1_000_000) < 10 * ordinary
