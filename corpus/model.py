"""The records of the archive: frozen values that every room shares.

Dates are ISO strings as precise as what they come from (YYYY, YYYY-MM or YYYY-MM-DD); times are ISO in UTC. Kinds are slugs
of `corpus.kinds`. Places are names as in `corpus.places`. Spans are code points into the normalised text of a notice.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypedDict

from corpus.values import Pattern

RelationKind = Literal[
    "based_on", "implements", "amends", "replaces", "repeals", "guides", "reviews", "issued_with", "mentions"
]
Status = Literal["resolved", "ambiguous", "unresolved"]
Conflict = Literal["issued_on", "issuer"]
Level = Literal["national", "province", "unit"]


class ReasonRow(TypedDict):
    """Why, as a value: a stable code, and the names, numbers and ISO dates that belong to it."""

    code: Annotated[str, Pattern(r"^[a-z]+(-[a-z]+)*$")]
    values: dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: a stable code in kebab-case, and the names, numbers and ISO dates that belong to it.

    Words in the reader's language are made of it where it is shown, never here.

    >>> Reason.of("date-agrees", on="2018-05-22").as_row()
    {'code': 'date-agrees', 'values': {'on': '2018-05-22'}}
    """

    code: str
    values: tuple[tuple[str, str | int | None], ...] = ()

    @classmethod
    def of(cls, code: str, **values: str | int | None) -> "Reason":
        """A reason with its values by name."""
        return cls(code, tuple(values.items()))

    def as_row(self) -> ReasonRow:
        """As JSON: {"code", "values"}."""
        return {"code": self.code, "values": dict(self.values)}

    @classmethod
    def from_row(cls, row: ReasonRow) -> "Reason":
        """The reason of `as_row`."""
        return cls(row["code"], tuple(row["values"].items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Code points [start, end) of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a notice says of itself as a document: its own kind, number and date, as found in its head."""

    kind: str
    number: str
    issued_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One page or file of the archive: text normalised once, so that offsets into it never move.

    site: host or import label. digest: SHA-256 (hex) of title and text. head: None when the notice has no number of its own.
    """

    id: str
    url: str | None = None
    site: str
    place: str | None = None
    title: str
    text: str
    published_on: str | None = None
    fetched_at: str
    issuer: str | None = None
    head: Head | None = None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinpoint:
    """A place inside a document, as a text cites it: ``điểm a khoản 1 Điều 12`` is article 12, clause 1, point a.

    span: from the words of its lowest level to those of its highest, as they stand. Values are strings in one spelling: ``12``, ``12a``, ``đ``,
    Roman numerals in capitals (``II``), spelled ordinals as digits (``Phần thứ nhất`` is 1). None: that level is not named. to: the last of a long
    range that begins here, at the lowest level that is named; a short range is given member by member.
    """

    span: Span
    appendix: str | None = None
    part: str | None = None
    chapter: str | None = None
    section: str | None = None
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    subpoint: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One mention of one official document in a text, as the text has it.

    span: from the kind word to the end of the number or of the identifying name. number: in its proper form; None
    by name. written: the number as the text writes it. issued_on, issuer, title: as the passage gives them. form:
    the citation form that found it. pinpoint: ``khoản 2 Điều 5``, as written; pinpoints: the same as values, each place once. term: Party term or ordinal that the passage names
    (``XI``). name: the identifying name, without the year. inside: indices (in the same list) of the citations whose
    title holds this one, so that the relation runs from those documents and not from the notice. acts_on, acts_as:
    the citation that this one acts upon, and how (``X được sửa đổi bởi Y``: Y amends X).
    """

    span: Span
    text: str
    kind: str
    number: str | None = None
    written: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None
    relation: RelationKind = "mentions"
    form: str
    pinpoint: str | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    term: str | None = None
    name: str | None = None
    inside: tuple[int, ...] = ()
    acts_on: int | None = None
    acts_as: RelationKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One official document: collected (notice_id) or only cited.

    id: rendered `corpus.identity.InstrumentId`. number: None for documents known by name alone.
    """

    id: str
    kind: str
    number: str | None
    issued_on: str | None = None
    issuer: str | None = None
    place: str | None = None
    title: str | None = None
    notice_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One document that a citation may mean, with the weightiest reasons for and against."""

    instrument_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one citation. Ambiguity is a value: a wrong link is worse than an honest list.

    status ``resolved``: `target` is the instrument's id. ``ambiguous``: `candidates`, best first. ``unresolved``: neither.
    reasons: what decided; of several documents, each as a reason of its own. conflicts: what the citer wrote that differs from what is known (``issued_on``, ``issuer``).
    """

    citation: Citation
    status: Status
    target: str | None = None
    candidates: tuple[Candidate, ...] = ()
    reasons: tuple[Reason, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie between documents, asserted by a notice. source: an instrument's id; None when it is the notice itself."""

    source: str | None
    kind: RelationKind
    target: str
    notice_id: str
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A value with the span of text that proves it."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """An emulation campaign that a notice launches; each field is proved by spans of the notice's text in `evidence`.

    name: the notice's title. starts_on, ends_on: ISO dates as precise as the text. occasion: in the text's own words; occasion_years: its
    round number (25 for ``25 năm``); occasion_term: the ordinal of a congress (13 for ``lần thứ XIII``). level: ``national``, ``province`` or
    ``unit``. bases: numbers of the documents in the opening sentence, base_ids: their instruments, None where nobody can say which;
    unnumbered_bases: names of those without a number. tasks: in full, nested points inside. phases: first and last day of named parts.
    evidence: field name to spans, for a list one a member in its order; a field that only the notice's source tells has none.
    """

    id: str
    notice_id: str
    name: str
    starts_on: str | None = None
    ends_on: str | None = None
    occasion: str | None = None
    occasion_slug: str | None = None
    occasion_years: int | None = None
    occasion_term: int | None = None
    organiser: str | None = None
    place: str | None = None
    level: Level = "province"
    bases: tuple[str, ...] = ()
    base_ids: tuple[str | None, ...] = ()
    unnumbered_bases: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    rewards: tuple[str, ...] = ()
    slogan: str | None = None
    phases: tuple[tuple[str | None, str | None], ...] = ()
    published_on: str | None = None
    evidence: tuple[tuple[str, tuple[Span, ...]], ...] = field(default=())
