"""What passes between the archive and an engine: defaults that ask for nothing, values that stay as they are."""

import dataclasses
from typing import Any

import pytest

from indexer.engine.protocol import FACETS, Hit, IndexDocument, Query, Results, SearchEngine, Suggestion
from indexer.engine.whoosh.engine import WhooshEngine


def test_a_query_asks_for_ten_notices_by_relevance() -> None:
    query = Query()
    assert (query.type, query.sort, query.offset, query.limit, query.cards) == ("notice", "relevance", 0, 10, False)
    assert not any((query.text, query.favoured, query.phrases, query.without, query.any_of, query.filters, query.cites))
    assert not any((query.own, query.cited, query.keys, query.date_from, query.date_to))


def test_a_document_needs_id_type_and_title_alone() -> None:
    document = IndexDocument(id="a", type="notice", title="T")
    others = {field.name for field in dataclasses.fields(document)} - {"id", "type", "title"}
    assert not any(getattr(document, name) for name in others)
    assert document.payload is not IndexDocument(id="a", type="notice", title="T").payload


@pytest.mark.parametrize(
    "value",
    [
        IndexDocument(id="a", type="notice", title="T"),
        Query(),
        Hit(id="a", score=1.0, payload={}),
        Results(total=0, hits=(), facets={}),
        Suggestion(label="l", detail="", type="campaign", id="a"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_cannot_be_changed(value: Any) -> None:
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, "other")
    assert not hasattr(value, "__dict__")


def test_the_embedded_engine_answers_every_question() -> None:
    asked = {name for name in vars(SearchEngine) if not name.startswith("_")}
    assert len(asked) == 12
    assert asked <= set(dir(WhooshEngine))


def test_facets_are_told_apart() -> None:
    assert FACETS == ("kind", "year", "place", "issuer", "campaign", "site")
