"""What a list shows of a document: why it matched, its card, the line offered while typing."""

from collections.abc import Mapping
from typing import Any, cast

import pytest

from indexer.engine.excerpts import Wanted
from indexer.engine.protocol import Hit, Query, Suggestion
from indexer.engine.whoosh.hits import card_hit, card_of, suggestion, whole_hit
from indexer.engine.whoosh.postings import Segment
from indexer.engine.whoosh.schema import pack


class Shelf:
    """The columns of a segment of one document."""

    def __init__(self, payload: Mapping[str, object], card: Mapping[str, object] | None = None) -> None:
        self.columns = {"c_payload": pack(payload), "c_card": pack(card or {}, level=0)}

    def text_column(self, column: str, number: int) -> bytes:
        assert number == 0
        return self.columns[column]


def hit(payload: Mapping[str, object], query: Query, terms: tuple[str, ...] = (), value: float = 0.0) -> Hit:
    return whole_hit(cast(Segment, Shelf(payload)), 0, value, query, Wanted(terms))


@pytest.mark.parametrize(
    ("terms", "matched"),
    [
        ((), False),
        (("thi",), True),
        (("khac",), False),
        (("thi", "khac"), False),
        (("thi", "dua", "khac"), True),
        (("thi", "a", "b"), False),
        (("hi",), False),
    ],
)
def test_a_title_matches_by_more_than_half_of_the_words(terms: tuple[str, ...], matched: bool) -> None:
    assert hit({"id": "a", "title": "THI đua"}, Query(), terms).why == (("title",) if matched else ())


@pytest.mark.parametrize(("value", "why"), [(0.0, ()), (0.00001, ("text",)), (2.0, ("text",))])
def test_a_score_tells_of_words(value: float, why: tuple[str, ...]) -> None:
    assert hit({"id": "a"}, Query(), value=value).why == why


@pytest.mark.parametrize(("value", "score"), [(1.23456, 1.2346), (0.00004, 0.0), (3.0, 3.0)])
def test_scores_have_four_places(value: float, score: float) -> None:
    assert hit({"id": "a"}, Query(), value=value).score == score


CITING = {
    "id": "a",
    "instrument": "own",
    "text": "Căn cứ Chỉ thị số 12/CT-TTg.",
    "citations": [
        {
            "start": 7,
            "end": 27,
            "kind": "chi-thi",
            "number": "12/CT-TTg",
            "key": "chi-thi key",
            "target": {"id": "t", "kind": "chi-thi", "number": "12/CT-TTg"},
        }
    ],
}


@pytest.mark.parametrize(
    ("query", "why"),
    [
        (Query(cites=("t",)), ("citation",)),
        (Query(cites=("other", "t")), ("citation",)),
        (Query(cites=("other",)), ()),
        (Query(cited=("chi-thi 12",)), ("citation",)),
        (Query(cited=("chi-thi key",)), ("citation",)),
        (Query(cited=("chi-thi 13",)), ()),
        (Query(own=("t",)), ()),
        (Query(own=("own",)), ("number",)),
        (Query(cites=("own",)), ("number",)),
        (Query(cites=("own", "t")), ("number",)),
        (Query(), ()),
    ],
)
def test_a_notice_is_the_document_or_cites_it(query: Query, why: tuple[str, ...]) -> None:
    found = hit(CITING, query)
    assert found.why == why
    assert [text for text, marked in found.excerpt if marked] == (
        ["Chỉ thị số 12/CT-TTg"] if "t" in query.cites or why == ("citation",) else []
    )


def test_a_citation_without_a_document_is_found_by_its_number() -> None:
    row = {
        "id": "a",
        "text": "Luật",
        "citations": [{"start": 0, "end": 4, "kind": "luat", "number": None, "target": None, "key": "k"}],
    }
    assert hit(row, Query(cited=("k",))).why == ("citation",)
    assert hit(row, Query(cited=("None",))).why == ()
    assert hit({"id": "a", "citations": None}, Query(cited=("None",))).why == ()


def test_all_reasons_stand_in_order() -> None:
    row = {**CITING, "title": "thi"}
    assert hit(row, Query(cites=("t",)), ("thi",), 1.0).why == ("citation", "title", "text")
    assert hit(row, Query(own=("own",)), ("thi",), 1.0).why == ("number", "title", "text")


def test_a_document_without_a_text_has_no_excerpt() -> None:
    found = hit({"id": "a", "title": "thi", "text": ""}, Query(), ("thi",))
    assert (found.id, found.excerpt) == ("a", ())


@pytest.mark.parametrize(("card", "shown"), [({"id": "c"}, {"id": "c"}), (None, {"id": "p", "text": "x"})])
def test_a_card_is_the_payload_where_there_is_none(card: dict[str, Any] | None, shown: dict[str, Any]) -> None:
    segment = cast(Segment, Shelf({"id": "p", "text": "x"}, card))
    assert card_of(segment, 0) == shown
    assert card_hit(segment, 0) == Hit(id=shown["id"], score=0.0, payload=shown)


@pytest.mark.parametrize(
    ("card", "label"),
    [
        ({"label": "L", "name": "N", "title": "T"}, "L"),
        ({"label": "", "name": "N", "title": "T"}, "N"),
        ({"title": "T"}, "T"),
        ({}, "i"),
    ],
)
def test_a_line_is_called_by_the_first_name_there_is(card: dict[str, Any], label: str) -> None:
    offered = suggestion("campaign", {"id": "i", "detail": "D", **card}, "x")
    assert offered == Suggestion(label=label, detail="D", type="campaign", id="i")
    bare = suggestion("instrument", {"id": "i", **card}, "")
    assert bare is not None and (bare.detail, bare.type) == ("", "instrument")


LONG = "Phong trào thi đua yêu nước toàn tỉnh"


@pytest.mark.parametrize(
    ("typed", "card", "offered"),
    [
        ("x" * 18, {"label": LONG}, True),
        ("x" * 19, {"label": LONG}, False),
        ("phong trao thi dua yeu", {"label": LONG}, True),
        ("trao thi dua yeu nuoc", {"label": LONG}, True),
        ("rao thi dua yeu nuoc", {"label": LONG}, False),
        ("phong trao thi dua khac", {"label": LONG}, False),
        ("phong trao thi dua yeu", {"label": "L", "title": LONG}, True),
        ("phong trao thi dua yeu", {"label": "L", "number": None, "names": ["M", LONG]}, True),
        ("phong trao thi dua yeu", {"label": "L", "names": None}, False),
        ("12 kh lmhtx tinh son la", {"label": "L", "number": "12/KH-LMHTX tỉnh Sơn La"}, True),
    ],
)
def test_what_does_not_go_on_as_typed_is_not_offered(typed: str, card: dict[str, Any], offered: bool) -> None:
    assert (suggestion("instrument", {"id": "i", **card}, typed) is not None) is offered


PINNED = {
    "id": "a",
    "text": "Theo Điều 5 Luật A, Luật A (Điều 1 đến Điều 40) và Điều 5 Luật B.",
    "citations": [
        {
            "start": 12,
            "end": 18,
            "kind": "luat",
            "number": None,
            "key": None,
            "target": {"id": "A", "kind": "luat", "number": None},
        }
        | {"pinpoints": [{"start": 5, "end": 11, "article": "5", "to": None}]},
        {
            "start": 20,
            "end": 26,
            "kind": "luat",
            "number": None,
            "key": None,
            "target": {"id": "A", "kind": "luat", "number": None},
        }
        | {"pinpoints": [{"start": 28, "end": 46, "article": "1", "to": "40"}]},
        {
            "start": 58,
            "end": 64,
            "kind": "luat",
            "number": None,
            "key": None,
            "target": {"id": "B", "kind": "luat", "number": None},
        }
        | {"pinpoints": [{"start": 51, "end": 57, "article": "5", "to": None}]},
    ],
}


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        (Query(cites=("A",), articles=("5",)), ["Điều 5 Luật A", "Luật A", "Điều 1 đến Điều 40"]),
        (Query(cites=("A",), articles=("39",)), ["Luật A", "Điều 1 đến Điều 40"]),
        (Query(cites=("B",), articles=("5",)), ["Điều 5 Luật B"]),
        (Query(articles=("41",)), []),
    ],
)
def test_the_words_of_an_article_that_was_asked_for_are_marked(query: Query, marked: list[str]) -> None:
    found = hit(PINNED, query)
    joined = "".join(part if match else "|" for part, match in found.excerpt).replace(" | ", " ")
    assert [part.strip() for part in joined.split("|") if part.strip()] == marked
