"""Pinpoints: where they stand, what they are as values, what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Pinpoint
from indexer.citations import find_citations
from indexer.citations.around.provisions import LEVELS

LAW = "Luật Hợp tác xã năm 2012"
DECREE = "Nghị định số 30/2020/NĐ-CP"


def told(pinpoint: Pinpoint) -> str:
    """``article 5 clause 2``: the levels that are named, the lowest last."""
    named = [f"{level} {value}" for level in LEVELS if (value := getattr(pinpoint, level))]
    return " ".join([*named, *([f"to {pinpoint.to}"] if pinpoint.to else [])])


def found(text: str) -> list[list[str]]:
    """The provisions of each citation of a text."""
    return [[told(one) for one in citation.pinpoints] for citation in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", "khoản 2 Điều 5"),
        ("theo Khoản 3, Điều 19, Nghị định số 193/2013/NĐ-CP", "Khoản 3, Điều 19"),
        ("các điểm a, b khoản 1 Điều 7 của Luật Hợp tác xã năm 2012", "các điểm a, b khoản 1 Điều 7"),
        ("từ Điều 4 đến Điều 7 Thông tư số 01/2020/TT-BKHĐT", "từ Điều 4 đến Điều 7"),
        (
            "điểm đ khoản 2 Điều 3, điểm b khoản 1 Điều 4 Thông tư số 6/2022/TT-BTC",
            "điểm đ khoản 2 Điều 3, điểm b khoản 1 Điều 4",
        ),
        ("làm theo Khoán 10, Nghị quyết 10 của Bộ Chính trị", None),
    ],
)
def test_pinpoints_are_a_field(text: str, pinpoint: str | None) -> None:
    (row,) = find_citations(text)
    assert row.pinpoint == pinpoint
    assert row.kind in ("nghi-dinh", "luat", "thong-tu", "nghi-quyet")


@pytest.mark.parametrize(
    ("words", "provisions"),
    [
        ("khoản 2 Điều 5", ["article 5 clause 2"]),
        ("điểm a khoản 1 Điều 12 của", ["article 12 clause 1 point a"]),
        ("các Điều 5, 6 và 7", ["article 5", "article 6", "article 7"]),
        ("Chương II", ["chapter II"]),
        ("Mục 3 Chương I", ["chapter I section 3"]),
        ("Phụ lục II", ["appendix II"]),
        ("Phụ lục số 01", ["appendix 1"]),
        ("Phần thứ nhất của", ["part 1"]),
        ("tiết b điểm 2", ["point 2 subpoint b"]),
        ("tiết b điểm 2 mục III phần A", ["part A section III point 2 subpoint b"]),
        ("Điều 12a", ["article 12a"]),
        ("KHOẢN 2 ĐIỀU 05", ["article 5 clause 2"]),
        ("khoan 2 dieu 5", ["article 5 clause 2"]),
        ("điểm “đ” khoản 2\nĐiều 3,", ["article 3 clause 2 point đ"]),
        ("điểm a) khoản 1 Điều 2", ["article 2 clause 1 point a"]),
        ("khoản1, Đièu5", ["article 5 clause 1"]),
        ("Khoản 1- Điều 5-", ["article 5 clause 1"]),
        ("Điều thứ 5", ["article 5"]),
        ("khoản 2 của Điều 5 thuộc Chương II của các", ["chapter II article 5 clause 2"]),
        (
            "tại các khoản 1, 2 Điều 6, Điều 7, các khoản 1 và 2 Điều 8 của",
            ["article 6 clause 1", "article 6 clause 2", "article 7", "article 8 clause 1", "article 8 clause 2"],
        ),
    ],
)
def test_before_a_mention(words: str, provisions: list[str]) -> None:
    assert found(f"theo {words} {LAW}") == [provisions]


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        (f"{LAW} (Điều 5)", ["article 5"]),
        (f"{LAW} (khoản 2, Điều 5; Điều 7)", ["article 5 clause 2", "article 7"]),
        (f"{LAW}, tại Điều 4, nêu rõ", ["article 4"]),
        (f"{LAW} quy định tại khoản 1 Điều 5.", ["article 5 clause 1"]),
        ("Luật Hợp tác xã hiện hành trả lời tại Điều 62: phải", ["article 62"]),
        (f"{LAW}, Điều 5 quy định", ["article 5"]),
        (f"{LAW} (sau đây gọi là Luật) tại Điều 5", ["article 5"]),
        (f"{LAW} tại điểm a, khoản 2, Điều 5 thì", ["article 5 clause 2 point a"]),
        ("Nghị quyết số 13-NQ/TW ngày 18/3/2002, mục 2 phần III nêu", ["part III section 2"]),
        (f"Điều 5 của “{LAW}”", ["article 5"]),
        (f"{LAW}\n(Điều 5)", ["article 5"]),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư (khoản 2 Điều 5), văn", ["article 5 clause 2"]),
        ("Điều lệ Đảng Cộng sản Việt Nam (Điều 30, 31)", ["article 30", "article 31"]),
    ],
)
def test_behind_a_mention(text: str, provisions: list[str]) -> None:
    assert found(text) == [provisions]


@pytest.mark.parametrize(
    "text",
    [
        f"tại Điều 4 của Luật này và {LAW}",
        f"Điều 1 Quyết định này thực hiện {LAW}",
        f"theo {LAW}, tại Điều 4 của Quyết định này",
        f"theo {LAW}, Điều 4 Quy chế này",
        f"theo {LAW} (Điều 4 Quy chế này)",
        f"theo {LAW} (sau đây gọi là Luật), Điều 4 Quy chế này",
        f"Căn cứ {LAW};\nĐiều 1. Phạm vi",
        f"Theo {LAW}\nĐiều 1. Phạm vi",
        f"Chương II\n{LAW.upper()}",
        f"mức 2 {LAW}",
        f"Điều 5 và {LAW}",
        f"điểm ở khoản Điều {LAW}",
    ],
)
def test_places_that_are_not_of_the_document(text: str) -> None:
    assert found(text) == [[]]


def test_each_document_has_its_own() -> None:
    assert found(f"Điều 5 và Điều 6 của {LAW}, Điều 3 {DECREE}") == [["article 5", "article 6"], ["article 3"]]
    assert found(f"{LAW} Điều 3 {DECREE}") == [[], ["article 3"]]


def test_spans_show_the_words_of_each_and_never_the_mention() -> None:
    text = f"tại <b>điểm a</b>, b khoản 1 Điều 12 {LAW}"
    (citation,) = find_citations(text)
    words = [text[one.span.start : one.span.end] for one in citation.pinpoints]
    assert words == ["điểm a</b>, b khoản 1 Điều 12", "b khoản 1 Điều 12"]
    assert citation.text == LAW


def test_an_appendix_issued_with_a_decision_keeps_its_tie() -> None:
    (citation,) = find_citations("theo Phụ lục II ban hành kèm theo Quyết định số 12/QĐ-UBND")
    assert (citation.relation, [told(one) for one in citation.pinpoints]) == ("issued_with", ["appendix II"])


def test_long_chains_cost_no_more_than_their_length() -> None:
    text = "Điều 1, " * 50_000 + "; " + "khoản 1 Điều 2, " * 40 + LAW
    (citation,) = find_citations(text)
    assert {told(one) for one in citation.pinpoints} <= {"article 2 clause 1", "article 1"}


WORDS = (
    *("Điều", "khoản", "điểm", "Mục", "Chương", "Phần", "tiết", "Phụ lục", "các", "từ", "thứ nhất"),
    *("5", "12a", "II", "a", "đ", "001", ",", ";", "và", "đến", "-", "(", ")", "“", "”", "*", "\n", "<b>"),
    *("của", "tại", "này", "kèm theo", LAW, DECREE, "Quyết định", "Luật"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from((" ", "", "  ")))
def test_places_lie_in_the_text_and_outside_of_every_mention(words: list[str], blank: str) -> None:
    text = blank.join(words)
    citations = find_citations(text)
    for citation in citations:
        for one in citation.pinpoints:
            assert 0 <= one.span.start < one.span.end <= len(text)
            assert any(getattr(one, level) for level in LEVELS)
            assert all(one.span.end <= other.span.start or other.span.end <= one.span.start for other in citations)
