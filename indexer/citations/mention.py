"""A citation in the making: what a form found, before dates, issuers and relations are read around it."""

from dataclasses import dataclass

from corpus.model import RelationKind


@dataclass(slots=True, kw_only=True)
class Mention:
    """One mention in a `TextView`; offsets are the view's.

    headless: a list's member without a kind word of its own. plural: its kind word stands in the plural (``các Nghị định``).
    body_start, body_end: the number or the identifying name alone. head_issuer: issuer between kind word and number.
    sign: what joins it to its list, ``,`` ``;`` or ``v`` (và).
    reach: where what belongs to this mention (date, issuer, in brackets or not) ends; filled by `attributes`.
    lead_start: where what belongs to it in front begins (a pinpoint, ``đề nghị của ISSUER tại``), else `start`.
    title_end: end of its title, equal to `reach` when it has none.
    """

    start: int
    end: int
    kind: str
    form: str
    number: str | None = None
    written: str | None = None
    body_start: int = 0
    headless: bool = False
    plural: bool = False
    colon: bool = False
    list_head: int | None = None
    sign: str = ""
    issued_on: str | None = None
    issuer: str | None = None
    issuer_before: bool = False
    title: str | None = None
    title_start: int = 0
    term: str | None = None
    name: str | None = None
    pinpoint: str | None = None
    lead_start: int = 0
    reach: int = 0
    title_end: int = 0
    relation: RelationKind = "mentions"
    inside: tuple[int, ...] = ()
    acts_on: int | None = None
    acts_as: RelationKind | None = None
    own_issued_on: bool = True
