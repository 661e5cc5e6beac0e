"""The articles of a document: which of them notices cite, how often, and whether there can be such a one."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from corpus.articles import known_articles
from corpus.model import Instrument, Pinpoint
from indexer.documents.instrument_rows import ArticleRow
from indexer.documents.notice_rows import PinpointRow
from indexer.documents.target_rows import Description

if TYPE_CHECKING:
    from indexer.facts.store import Facts

_MAX_ARTICLES: Final = 300
_NUMBER = re.compile(r"\d+")


def pinpoint_row(pinpoint: Pinpoint) -> PinpointRow:
    """A pinpoint as JSON."""
    return {
        "appendix": pinpoint.appendix,
        "part": pinpoint.part,
        "chapter": pinpoint.chapter,
        "section": pinpoint.section,
        "article": pinpoint.article,
        "clause": pinpoint.clause,
        "point": pinpoint.point,
        "subpoint": pinpoint.subpoint,
        "to": pinpoint.to,
        "start": pinpoint.span.start,
        "end": pinpoint.span.end,
    }


def registry_article_count(target: Description) -> int | None:
    """How many articles the registry knows a document to have."""
    return known_articles(target["kind"], target["number"], target["issued_on"])


def article_count(facts: "Facts", instrument: Instrument) -> int | None:
    """How many articles a document has: by the registry, else by its own text where that was collected whole."""
    from indexer.facts.shown import articles_known

    known = known_articles(instrument.kind, instrument.number, instrument.issued_on)
    if known is None and instrument.notice_id:
        return articles_known(facts, instrument.notice_id)
    return known


def article_rows(facts: "Facts", id_: str, count: int | None) -> list[ArticleRow]:
    """The articles of a document that notices cite, in their order."""
    from indexer.facts.shown import count_by_article

    rows: list[ArticleRow] = [
        {"article": article, "notices": notices, "exists": exists(article, count)}
        for article, notices in count_by_article(facts, id_, _MAX_ARTICLES)
    ]
    return sorted(rows, key=lambda row: article_order(row["article"]))


def exists(article: str, count: int | None) -> bool | None:
    """Whether a document of so many articles has one; None where nobody can say.

    >>> exists("12a", 64), exists("65", 64), exists("5", None), exists("I", 64)
    (True, False, None, None)
    """
    number = _NUMBER.match(article)
    return 0 < int(number[0]) <= count if number and count is not None else None


def article_order(article: str) -> tuple[int, str]:
    """By which articles are sorted: 2, 12, 12a, 13."""
    number = _NUMBER.match(article)
    return (int(number[0]), article[number.end() :]) if number else (0, article)


def first_beyond(pinpoints: Iterable[PinpointRow], count: int | None) -> str | None:
    """The first article of some pinpoints that a document of so many articles cannot have."""
    for one in pinpoints:
        ends = (one["article"], one["to"] if one["clause"] is None and one["point"] is None else None)
        for article in ends if one["article"] else ():
            if article and exists(article, count) is False:
                return article
    return None
