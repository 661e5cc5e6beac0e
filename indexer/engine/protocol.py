"""What the archive asks of a search engine: one protocol, whichever engine answers.

Segmentation happens before the engine, so that every engine sees the same tokens; everything that a web page needs comes through `fetch` and
`search`, so that many stateless hosts could share one cluster.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, NotRequired, Protocol, TypedDict, cast

DocumentType = Literal["notice", "instrument", "campaign"]
Sort = Literal["relevance", "newest", "oldest", "cited"]
FACETS: Final = ("kind", "year", "place", "issuer", "campaign", "site")


class NumberedPart(TypedDict):
    """A document that a citation names. id: of what it proved to be."""

    id: NotRequired[str]
    kind: str
    number: str | None


class PlacePart(TypedDict):
    """A place inside a document that a citation names, with code points [start, end) of its words. to: the last article of a range."""

    start: int
    end: int
    article: str | None
    to: str | None


class CitationPart(TypedDict):
    """A citation of a payload, with code points [start, end) of its text. key: as in `IndexDocument.cited`."""

    start: int
    end: int
    kind: str
    number: str | None
    key: str | None
    target: NumberedPart | None
    pinpoints: NotRequired[Sequence[PlacePart]]


def pinned(key: str, article: str) -> str:
    """The key of an article (`IndexDocument.pinned`): of a document by its id, of a number by its key, of any document by none."""
    return f"{key}#{article}"


class ShownPart(TypedDict):
    """All that an engine reads of a payload or card, to say why it was found and where; a document has those that it has. The rest passes through."""

    id: str
    title: NotRequired[str | None]
    text: NotRequired[str]
    instrument: NotRequired[str | None]
    citations: NotRequired[Sequence[CitationPart]]
    label: NotRequired[str]
    detail: NotRequired[str]
    name: NotRequired[str]
    number: NotRequired[str | None]
    names: NotRequired[Sequence[str]]


def shown_part(payload: Mapping[str, object]) -> ShownPart:
    """What an engine reads of a payload or card."""
    return cast(ShownPart, payload)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexDocument:
    """One document of the index.

    text: what is searched. names: other titles. number: own number in its proper form. date: ISO of any precision (notice: published; instrument: issued).
    campaign: slug of the occasion. cites: ids of instruments, resolved. cited: keys ``kind number-key`` of numbers cited, resolved or not, and ``kind serial``.
    pinned: articles cited, of each of the ids and keys under which their document is cited, and of any (see `pinned`).
    keys: exact keys by which it is looked up. cited_count: citing notices. payload: JSON, given back whole by `fetch`.
    card: the little of it that choosing among many needs (see `Query.cards`); empty when the payload is small.
    """

    id: str
    type: DocumentType
    title: str
    text: str = ""
    names: tuple[str, ...] = ()
    number: str | None = None
    kind: str | None = None
    date: str | None = None
    place: str | None = None
    issuer: str | None = None
    site: str | None = None
    campaign: str | None = None
    cites: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    cited_count: int = 0
    payload: Mapping[str, object] = field(default_factory=dict)
    card: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search, in the project's own terms.

    text: words, some of which must match; more of them rank higher. favoured: words that order the results and exclude none. phrases: must stand as they are. without: words that must not occur.
    any_of: groups of which one word must occur. filters: facet to accepted values. cites: instruments of which one must be cited (or be the notice). own: those whose own notice comes first.
    cited: number keys of which one must be cited. articles: of which one must be cited: of a document asked for, else of any. date_from, date_to: ISO, inclusive. cards: hits carry cards in place of payloads, and no excerpt.
    """

    type: DocumentType = "notice"
    text: str = ""
    favoured: str = ""
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cites: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    sort: Sort = "relevance"
    offset: int = 0
    limit: int = 10
    cards: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result. excerpt: (text, is a match) in turn. why: what matched: ``number``, ``citation``, ``title``, ``text``."""

    id: str
    score: float
    payload: Mapping[str, object]
    excerpt: tuple[tuple[str, bool], ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """total: all that match, of which `hits` is one page. facets: facet to value to count over all that match."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One line offered while typing."""

    label: str
    detail: str
    type: DocumentType
    id: str


class EngineWriter(Protocol):
    """Changes that become visible together when the writer's context ends cleanly, and not at all otherwise."""

    def put(self, document: IndexDocument) -> None:
        """Add a document, or replace the one of the same type and id."""

    def delete(self, type: DocumentType, id: str) -> None:
        """Remove a document; nothing happens when it is not there."""


class SearchEngine(Protocol):
    """An engine over one index. Readers may share it between threads; one process writes at a time."""

    def search(self, query: Query) -> Results:
        """Results of a query; one without any condition gives every document of its type."""

    def fetch(self, type: DocumentType, id: str) -> Mapping[str, object] | None:
        """The payload of a document; None when it is not there."""

    def fetch_many(self, type: DocumentType, ids: Sequence[str]) -> dict[str, Mapping[str, object]]:
        """Payloads by id, of those that are there."""

    def scan(self, type: DocumentType) -> Iterator[Mapping[str, object]]:
        """Every payload of a type, in flat memory."""

    def cards(self, type: DocumentType) -> Sequence[Mapping[str, object]]:
        """The card of every document of a type, its payload where it has none: the same list as long as the same commit is read."""

    def count(self, type: DocumentType) -> int:
        """How many documents of a type there are."""

    def suggest(self, prefix: str, limit: int) -> list[Suggestion]:
        """Instruments and campaigns whose number or name begins like this."""

    def correct(self, text: str) -> str | None:
        """The text with slips mended from the archive's own words; None when there is nothing to mend."""

    def similar(self, notice_id: str, limit: int) -> list[Hit]:
        """Notices most like one."""

    def writer(self, workers: int = 0) -> AbstractContextManager[EngineWriter]:
        """The one writer; workers: processes that may help when much is to be written. Raises EngineError when the index cannot be written."""

    def refresh(self) -> None:
        """See the newest commit."""

    def close(self) -> None:
        """Let go of files and memory."""


class EngineOpener(Protocol):
    """Opens the engine of a generation's folder; which engine that is, the composition root chooses."""

    def __call__(self, folder: Path, *, create: bool = False) -> SearchEngine:
        """create: make an empty index first. Raises IndexDamaged where there is none, or one that cannot be read, and EngineError."""
