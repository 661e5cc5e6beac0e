"""What a request asks for, read and kept within bounds: the same for pages, feeds and the API."""

from typing import Final, TypedDict

from flask import request

from corpus.errors import InputError
from corpus.model import Reason
from indexer.asking.search import CITED, SORTS
from indexer.engine.protocol import FACETS

MAX_DRAFT_CHARS: Final = 200_000
MAX_JUDGED: Final = 400
"""Citations of a draft that one answer looks up."""
_DIGITS: Final = 9


class SearchArguments(TypedDict):
    """What a request asks of `Archive.search`."""

    text: str
    filters: dict[str, list[str]]
    sort: str
    page: int
    limit: int


def number_argument(name: str, default: int, low: int, high: int) -> int:
    """A whole number of the request, kept within bounds. Raises InputError when it is none."""
    text = request.args.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > _DIGITS:
        raise InputError(
            f"{name}={text[:40]!r}: a whole number is wanted", Reason.of("no-number", name=name, value=text[:40])
        )
    return min(max(int(text), low), high)


def typed(text: str) -> str:
    """A text as typed, without the control characters that no page, feed or table can carry."""
    return "".join(char for char in text if char.isprintable() or char.isspace())


def search_arguments() -> SearchArguments:
    """What a request asks of search: q, filters, sort, page, limit."""
    filters = {
        name: [value[:200] for value in request.args.getlist(name)[:20]]
        for name in (*FACETS, *CITED)
        if request.args.getlist(name)
    }
    sort = request.args.get("sort", "relevance")
    return {
        "text": typed(request.args.get("q", ""))[:2000],
        "filters": filters,
        "sort": sort if sort in SORTS else "relevance",
        "page": number_argument("page", 1, 1, 500),
        "limit": number_argument("limit", 10, 1, 100),
    }


def asks_for_nothing(asked: SearchArguments) -> bool:
    """Whether a request gives neither words nor filters: the pages and feeds then show every notice."""
    return not asked["text"].strip() and not asked["filters"]
