"""A citation in the making: what a form found, before dates, issuers and relations are read around it."""

from dataclasses import dataclass

from corpus.model import Pinpoint, RelationKind
from indexer.citations.base.view import TextView


@dataclass(slots=True, kw_only=True)
class Mention:
    """One mention in a `TextView`; offsets are the view's.

    headless: a list's member without a kind word of its own; list_head: `id` of the member that began its list. plural: the kind
    word stands in the plural (``các Nghị định``). colon: a colon or the issuer stands between the kind word and the number.
    body_start: where the number begins, or the whole name.
    lead_start: where what belongs to it in front begins (a pinpoint, ``đề nghị của ISSUER tại``), else `start`.
    reach: where what belongs to it behind (date, issuer, in brackets or not) ends. title_end: equal to `reach` without a title.
    sign: what joins it to its list, ``,`` ``;`` or ``v`` (và).
    """

    start: int
    end: int
    kind: str
    form: str
    number: str | None = None
    written: str | None = None
    body_start: int = 0
    headless: bool = False
    list_head: int | None = None
    plural: bool = False
    colon: bool = False
    issued_on: str | None = None
    issuer: str | None = None
    issuer_before: bool = False
    title: str | None = None
    title_start: int = 0
    title_end: int = 0
    term: str | None = None
    name: str | None = None
    pinpoint: str | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    lead_start: int = 0
    reach: int = 0
    sign: str = ""
    relation: RelationKind = "mentions"
    inside: tuple[int, ...] = ()
    acts_on: int | None = None
    acts_as: RelationKind | None = None


def by_name(view: TextView, start: int, end: int, kind: str, form: str, *, term: str | None = None) -> Mention:
    """A mention of a document that its name identifies."""
    name = " ".join(view.text[start:end].split())
    return Mention(start=start, end=end, body_start=start, kind=kind, form=form, name=name, term=term, reach=end)
