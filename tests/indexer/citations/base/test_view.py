"""Views: what a reader sees, with the way back to the text as given."""

import unicodedata

import pytest

from indexer.citations import find_citations
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("Chỉ thị", "Chỉ thị"),
        (unicodedata.normalize("NFD", "Chỉ thị"), "Chỉ thị"),
        ("Ngh\u200bị \ufeffđịnh", "Nghị định"),
        ("Ch&#7881; th&#7883;&nbsp;số", "Chỉ thị\u00a0số"),
        ("Ch&amp;#7881; th&amp;amp;#7883; s&amp;ocirc; &amp; A &amp;B", "Chỉ thị sô & A &B"),
        ("ngày</span> 26", "ngày  26"),
        ("Quy*ế*t *đị*nh 16/Q*Đ*-TTg", "Quyết *định 16/QĐ-TTg"),
        ("giá < 5 và > 3, A & B", "giá < 5 và > 3, A & B"),
        ("NghÞ quyÕt sè 13 ngµy", "Nghị quyết số 13 ngày"),
    ],
)
def test_what_is_seen(given: str, seen: str) -> None:
    view = view_of(given)
    assert view.text == seen
    assert len(view.folded) == len(view.text)


@pytest.mark.parametrize(
    ("given", "span"),
    [
        ("theo Ch&#7881; thị số 34-CT/<b>TW</b> ngày", "Ch&#7881; thị số 34-CT/<b>TW"),
        ("theo Ngh\u200bị định số\u00a030/2020/NĐ-CP\u200b ngày", "Ngh\u200bị định số\u00a030/2020/NĐ-CP"),
        ("theo **Chỉ thị số 12/CT-TTg** ngày", "Chỉ thị số 12/CT-TTg"),
        (unicodedata.normalize("NFD", "theo Chỉ thị 05, rồi"), unicodedata.normalize("NFD", "Chỉ thị 05")),
    ],
)
def test_spans_are_of_the_text_as_given(given: str, span: str) -> None:
    (row,) = find_citations(given)
    assert row.text == span == given[row.span.start : row.span.end]


@pytest.mark.parametrize(
    ("text", "small"),
    [("hôm nay chi bộ mình họp, theo chỉ thị 05", True), ("Hôm nay họp chi bộ", False), ("THỰC HIỆN CHỈ THỊ", False)],
)
def test_text_without_capitals(text: str, small: bool) -> None:
    assert view_of(text).has_small_letters is small


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("Thùc hiÖn NghÞ quyÕt sè 13-NQ/TW ngµy 18/3/2002 cña Ban ChÊp hµnh Trung ­¬ng", "13-NQ/TW"),
        ("Thöïc hieän Chæ thò soá 22-CT/TW ngaøy 17/3/2004 cuûa Ban Bí thö veà kinh teá taäp theå", "22-CT/TW"),
        ("Thá»±c hiá»‡n Chá»‰ thá»‹ sá»‘ 22-CT/TW ngÃ y 17/3/2004 cá»§a Ban BÃ­ thÆ°", "22-CT/TW"),
    ],
)
def test_letters_of_before_unicode_keep_the_offsets_given(given: str, number: str) -> None:
    [found] = find_citations(given)
    assert found.number == number
    assert given[found.span.start : found.span.end].endswith(number)
