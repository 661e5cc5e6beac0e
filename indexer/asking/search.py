"""A search as people type it, from the query language to results: documents that it names, notices, facets, a correction, notes."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from corpus.abbreviations import expand
from corpus.errors import InputError
from corpus.text import fold
from indexer.asking.lookup import Named, name_instruments
from indexer.asking.query_language import ParsedQuery, parse_query
from indexer.asking.references import read_remembered
from indexer.asking.results import HitRow, NamedRow, SearchResults
from indexer.citations import find_citations
from indexer.citations.around.provisions import articles_of
from indexer.documents.articles import exists
from indexer.documents.instrument_rows import CardRow
from indexer.documents.payloads import card_row, fetch_instrument, notice_row
from indexer.engine.protocol import Hit, Query, Results, SearchEngine, Sort

SORTS: Final[tuple[Sort, ...]] = ("relevance", "newest", "oldest", "cited")
MAX_LIMIT: Final = 100
MAX_PAGE: Final = 500
CITED: Final = ("cites", "article")
"""Filters that are no facets: instruments of which one must be cited, and articles of them."""
_MAX_FACET_VALUES: Final = 40
_MAX_CITED: Final = 1000
_NAMED_IN_FULL: Final = ("issuer", "site")
Filters = Mapping[str, Sequence[str]]


def search(
    engine: SearchEngine,
    text: str,
    *,
    filters: Filters | None = None,
    sort: str = "relevance",
    page: int = 1,
    limit: int = 10,
    browse: bool = False,
) -> SearchResults:
    """Results in the shape of `Archive.search`. Raises InputError on page, limit or sort."""
    order = next((known for known in SORTS if known == sort), None)
    if order is None:
        raise InputError(f"sort {sort!r}: use {', '.join(SORTS)}")
    if not 1 <= limit <= MAX_LIMIT or not 1 <= page <= MAX_PAGE:
        raise InputError(f"page {page}, limit {limit}: pages run from 1 to {MAX_PAGE}, limits from 1 to {MAX_LIMIT}")
    parsed = parse_query(text)
    _take_pinpoint(parsed)
    chosen = {name: tuple(values) for name, values in (filters or {}).items() if values and name not in CITED}
    cites = tuple((filters or {}).get("cites", ()))
    parsed.articles.extend(value.lower() for value in (filters or {}).get("article", ()))
    present = engine.search(Query(limit=1)).facets if parsed.filters else {}
    for name, values in parsed.filters.items():
        chosen[name] = (*chosen.get(name, ()), *_values_meant(present[name], parsed, name, values))
    named, offered, results = None, None, None
    if not parsed.is_empty or chosen or cites or browse:
        named = _named(engine, parsed)
        offered = named or _quoted(engine, parsed)
        results = engine.search(
            _query(engine, parsed, named, chosen, cites, sort=order, offset=(page - 1) * limit, limit=limit)
        )
    total = results.total if results else 0
    return {
        "query": text,
        "total": total,
        "instruments": [_named_row(payload) for payload in (offered.instruments if offered else ())],
        "hits": [hit_row(hit) for hit in (results.hits if results else ())],
        "facets": _facets(results),
        "suggestion": _suggestion(engine, parsed, text) if offered is None else None,
        "notes": parsed.notes,
        "page": page,
        "pages": -(-total // limit),
        "limit": limit,
        "sort": order,
        "filters": {name: list(values) for name, values in chosen.items()},
    }


def _take_pinpoint(parsed: ParsedQuery) -> None:
    """``khoản 2 Điều 5 Luật Hợp tác xã 2012`` typed as one thing is the document, and an article of it."""
    found = find_citations(parsed.text) if "dieu" in fold(parsed.text) else []
    articles = articles_of(found[0].pinpoints) if len(found) == 1 and not parsed.phrases else ()
    if articles:
        spans = [one.span for one in found[0].pinpoints]
        low, high = min(span.start for span in spans), max(span.end for span in spans)
        parsed.text = " ".join(f"{parsed.text[:low]} {parsed.text[high:]}".split())
        parsed.articles.extend(articles)


def _named(engine: SearchEngine, parsed: ParsedQuery) -> Named | None:
    """The documents that the free words name; a note when they name one that the archive has never heard of."""
    if not parsed.text or parsed.phrases or parsed.any_of:
        return None
    named = name_instruments(engine, parsed.text)
    if named is None:
        said = read_remembered(parsed.text)
        if said is not None and said.serial and (said.kind or said.organs):
            parsed.note("number-not-known", text=parsed.text)
    elif named.unmet:
        parsed.note("no-namesake-fits", text=named.unmet)
    return named


def _quoted(engine: SearchEngine, parsed: ParsedQuery) -> Named | None:
    """The documents whose number or name stands in quotes: they are offered above the notices that hold these very words."""
    if parsed.any_of or not any(map(read_remembered, parsed.phrases)):
        return None
    return name_instruments(engine, parsed.text)


def _query(
    engine: SearchEngine,
    parsed: ParsedQuery,
    named: Named | None,
    filters: Mapping[str, tuple[str, ...]],
    cites: tuple[str, ...],
    **page: Any,
) -> Query:
    """The engine's query: citers of the named instruments when the query names some, else the words."""
    wanted: tuple[str, ...] = cites
    cited: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    text, favoured = parsed.text, ""
    if named is not None:
        wanted, own, cited = (*wanted, *named.chosen), named.own, named.cited
        text, favoured = "", " ".join(named.rest)
    for typed in parsed.cites:
        found = name_instruments(engine, typed)
        if found is not None:
            wanted, cited = (*wanted, *found.chosen), (*cited, *found.cited)
        elif engine.fetch("instrument", typed) is not None:
            wanted = (*wanted, typed)
        else:
            parsed.note("no-document-to-cite", value=typed)
            wanted = (*wanted, "?")
    _note_beyond(engine, parsed, wanted)
    return Query(
        text=text,
        favoured=favoured,
        phrases=tuple(parsed.phrases),
        without=tuple(parsed.without),
        any_of=tuple(parsed.any_of),
        filters=filters,
        cites=wanted,
        own=own,
        cited=cited,
        articles=tuple(dict.fromkeys(parsed.articles)),
        date_from=parsed.date_from,
        date_to=parsed.date_to,
        **page,
    )


def _note_beyond(engine: SearchEngine, parsed: ParsedQuery, wanted: Sequence[str]) -> None:
    """Say that the one document asked for cannot have an article that was asked for."""
    found = fetch_instrument(engine, wanted[0]) if parsed.articles and len(wanted) == 1 else None
    if found is None or found["article_count"] is None:
        return
    count = found["article_count"]
    beyond = next((one for one in parsed.articles if exists(one, count) is False), None)
    if beyond:
        parsed.note("article-beyond", kind=found["kind"], number=found["number"] or "", article=beyond, articles=count)


def _values_meant(present: Collection[str], parsed: ParsedQuery, name: str, typed: Sequence[str]) -> list[str]:
    """Facet values that a typed one means: bodies and sites are typed in part (``cơ quan:"liên minh sơn la"``); a note when there is none.

    present: the values that the archive has.
    """
    meant: list[str] = []
    for value in typed:
        if name in _NAMED_IN_FULL:
            words = _words(value)
            found = [one for one in present if words <= _words(one)]
        else:
            found = [value] if value in present else []
        if not found:
            _note_none(parsed, name, value)
        meant.extend(found or [value])
    return meant


def _note_none(parsed: ParsedQuery, name: str, value: str) -> None:
    """Say that a value of a field occurs nowhere."""
    if name == "place":
        parsed.note("none-of-place", value=value)
    elif name == "kind":
        parsed.note("none-of-kind", kind=value)
    else:
        parsed.note("none-of-body-or-site", value=value)


def _words(name: str) -> set[str]:
    """Folded syllables of a name, abbreviations in full."""
    return {part for word in fold(name).split() for part in fold(expand(word) or word).split()}


def _suggestion(engine: SearchEngine, parsed: ParsedQuery, text: str) -> str | None:
    """The text with slips mended; None where the free words need no mending."""
    if not fold(parsed.text):
        return None
    mended = engine.correct(parsed.text)
    return mended if mended and mended != text else None


def _facets(results: Results | None) -> dict[str, dict[str, int]]:
    found = results.facets if results else {}
    return {name: dict(list(values.items())[:_MAX_FACET_VALUES]) for name, values in found.items()}


def _named_row(card: CardRow) -> NamedRow:
    return {
        "id": card["id"],
        "kind": card["kind"],
        "number": card["number"],
        "issued_on": card["issued_on"],
        "issuer": card["issuer"],
        "place": card["place"],
        "title": card["title"],
        "notice_id": card["notice_id"],
        "cited_count": card["cited_by_total"],
    }


def most_cited(engine: SearchEngine, limit: int, *, missing: bool) -> list[NamedRow]:
    """Rows like those of "instruments" in a search, the most cited first; see `Archive.most_cited`. Looks at the first 1,000 at most."""
    found: list[NamedRow] = []
    for offset in range(0, _MAX_CITED, limit):
        hits = engine.search(Query(type="instrument", sort="cited", cards=True, offset=offset, limit=limit)).hits
        for hit in hits:
            card = card_row(hit.payload)
            if not card["cited_by_total"]:
                return found
            if not (missing and card["notice_id"]):
                found.append(_named_row(card))
            if len(found) == limit:
                return found
        if len(hits) < limit:
            break
    return found


def hit_row(hit: Hit) -> HitRow:
    """A hit of the contract's ``search --json``, its excerpt as pairs (text, is a match)."""
    notice = notice_row(hit.payload)
    return {
        "id": notice["id"],
        "title": notice["title"],
        "url": notice["url"],
        "kind": notice["kind"],
        "number": notice["number"],
        "issued_on": notice["issued_on"],
        "published_on": notice["published_on"],
        "place": notice["place"],
        "issuer": notice["issuer"],
        "site": notice["site"],
        "instrument": notice["instrument"],
        "campaign": notice["campaign"],
        "score": hit.score,
        "excerpt": list(hit.excerpt),
        "why": list(hit.why),
    }
