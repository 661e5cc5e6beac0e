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
