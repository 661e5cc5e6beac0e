"""What is known of the documents of one bucket, gathered from the registry, from collected notices and from citers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from corpus.abbreviations import expand_words
from corpus.instruments import KnownInstrument, load_instruments
from corpus.issuers import find_issuer, unit_named
from corpus.kinds import is_one_series, kinds
from corpus.model import Citation, Notice
from corpus.numbers import number_key, parse_number
from corpus.slips import has_serial, is_near_known, is_sound, is_subsequence
from corpus.text import fold
from indexer.citations.forms import congresses, plenums
from indexer.resolution.heads import own_head, own_title
from indexer.resolution.keys import (
    MentionKeys,
    congress_key,
    home_of,
    is_central,
    is_local,
    keys_of,
    law_key,
    number_bucket,
    place_name,
    place_named,
    plenum_key,
)
from indexer.resolution.wording import Wording, read_wording

Source = Literal["known", "head", "cited"]
WEIGHTS: Final[dict[Source, int]] = {"known": 1000, "head": 400, "cited": 1}


_ALLIANCE: Final = re.compile(r"lien minh(?: (?:tinh|huyen|thanh pho).*)?$")
"""What an alliance calls itself: its symbol is known."""
_BY_YEAR: Final = re.compile(r"0*[1-9]\d{0,2}[a-z]?/(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One statement about a document: that it exists, with what is said of it.

    place_said, unit: as in `MentionKeys`. posted: the date is that of a page's publication, for want of a date in its head. count: how many
    citers say just the same; cited_on: the earliest day on which one of them said it, so that the document is no younger.
    """

    bucket: str
    kind: str
    number: str | None
    number_key: str | None
    name: str | None
    place: str | None
    issued_on: str | None
    issuer: str | None
    title: str | None
    source: Source
    notice_id: str | None = None
    effective_on: str | None = None
    expires_on: str | None = None
    place_said: bool = False
    unit: str | None = None
    posted: bool = False
    count: int = 1
    cited_on: str | None = None

    @property
    def weight(self) -> int:
        """How much a statement counts: the registry over a document's own head over its citers."""
        return WEIGHTS[self.source] * self.count

    @property
    def date_weight(self) -> int:
        """How much its date counts: the day on which a page was published no more than a citer's word."""
        return self.count if self.posted else self.weight


def known_evidence() -> dict[str, tuple[Evidence, ...]]:
    """The registry's instruments by bucket; one that has number and names is filed under each."""
    table: dict[str, list[Evidence]] = {}
    for known in load_instruments():
        for bucket in _known_buckets(known):
            table.setdefault(bucket, []).append(_known(known, bucket))
    return {bucket: tuple(rows) for bucket, rows in table.items()}


def _known_buckets(known: KnownInstrument) -> list[str]:
    buckets = [number_bucket(known.kind, known.number)] if known.number else []
    names = [name for name in (known.title, *known.names) if name]
    for name in names:
        buckets.append(f"{known.kind} @{_name_key(known, name)}")
    return list(dict.fromkeys(buckets))


def _name_key(known: KnownInstrument, name: str) -> str:
    key = fold(name)
    if re.search(r"\b(?:trung uong|hoi nghi)\b.*\bkhoa\b", key) and known.kind in (
        plenums.RESOLUTION,
        plenums.CONCLUSION,
    ):
        return plenum_key(name)
    if "dai hoi" in key and known.kind == congresses.KIND and len(key) < 120:
        return congress_key(name, known.place)[0]
    return law_key(known.kind, name)


def _known(known: KnownInstrument, bucket: str) -> Evidence:
    return Evidence(
        bucket=bucket,
        kind=known.kind,
        number=known.number,
        number_key=number_key(known.number) if known.number else None,
        name=None if known.number else (known.names[0] if known.names else known.title),
        place=(known.place or place_named(known.issuer)) if known.number is None or is_local(known.number) else None,
        issued_on=known.issued_on,
        issuer=known.issuer,
        title=known.title,
        source="known",
        effective_on=known.effective_on,
        expires_on=known.expires_on,
    )


def head_evidence(notice: Notice) -> Evidence | None:
    """What a collected notice says of itself as a document."""
    head = own_head(notice)
    if head is None:
        return None
    local = is_local(head.number)
    return Evidence(
        bucket=number_bucket(head.kind, head.number),
        kind=head.kind,
        number=head.number,
        number_key=number_key(head.number),
        name=None,
        place=(place_named(notice.issuer) or home_of(notice)) if local else None,
        issued_on=head.issued_on or notice.published_on,
        issuer=notice.issuer,
        title=own_title(notice),
        source="head",
        notice_id=notice.id,
        place_said=local,
        unit=unit_named(notice.issuer) if local else None,
        posted=head.issued_on is None,
    )


def citation_evidence(citation: Citation, keys: MentionKeys, cited_on: str | None = None) -> Evidence | None:
    """What a citation of a day adds: a full number or a name. A bare serial proves no document, nor does a number with a slip, nor
    a province's number of which neither province nor day is told.
    """
    if keys.is_slip:
        return None
    if keys.full and not _is_vouched(citation):
        return None
    if citation.number is not None and not keys.full and not _is_year_enough(citation):
        whole = _number_by_year(citation)
        if whole is None:
            return None
        citation, keys = replace(citation, number=whole), replace(keys, number=number_key(whole))
    if (
        keys.full
        and keys.local
        and keys.place is None
        and citation.issued_on is None
        and not is_central(citation.issuer)
    ):
        return None
    if citation.form == "plenum" and "?" in keys.bucket:
        return None
    return Evidence(
        bucket=keys.bucket,
        kind=citation.kind,
        number=citation.number,
        number_key=keys.number,
        name=citation.name if citation.number is None else None,
        place=keys.place if keys.full or citation.number is None else None,
        issued_on=citation.issued_on,
        issuer=citation.issuer,
        title=citation.title,
        source="cited",
        place_said=keys.place_said,
        unit=keys.unit,
        cited_on=cited_on,
    )


def _is_vouched(citation: Citation) -> bool:
    """Whether a number of a body that nobody knows, or of another kind's letters, is vouched for: by a day, and by an issuer whose symbol it may be.

    A symbol is made of first letters of the body's name (Thông tư 01/2011/TT-BNV, phụ lục VI, and use ever since): one that is not is a slip.
    """
    number = citation.number or ""
    if is_sound(number, citation.kind):
        return True
    name = fold(citation.issuer or "")
    issuer = find_issuer("Liên minh Hợp tác xã" if _ALLIANCE.match(name) else name) if name else None
    if is_near_known(number):
        return False
    if issuer is not None and issuer.symbols:
        return False
    return len(citation.issued_on or "") == 10 and _is_symbol_of(number, name)


def _is_symbol_of(number: str, body: str) -> bool:
    """Whether a number's symbol may be that of a body, by its folded name: three of its first letters at least, from the first on, in their order."""
    parsed = parse_number(number)
    symbol = re.sub(r"\d", "", fold(re.split(r"[-/ ]", parsed.organ or "")[0]))
    initials = "".join(word[0] for word in expand_words(body).split())
    return (
        has_serial(parsed)
        and bool(symbol)
        and (len(symbol) >= 3 or symbol == initials)
        and symbol[:1] == initials[:1]
        and is_subsequence(symbol, initials)
    )


def _number_by_year(citation: Citation) -> str | None:
    """``Nghị định 116 ngày 24/12/2010`` is 116/2010/NĐ-CP: one body alone issues decrees, and numbers them by year."""
    kind = kinds()[citation.kind]
    if not is_one_series(citation.kind) or len(citation.issued_on or "") < 10 or not kind.year_since:
        return None
    year = (citation.issued_on or "")[:4]
    if not (citation.number or "").isdigit():
        return None
    return f"{citation.number}/{year}/{kind.letters[0]}-{kind.organ}" if int(year) >= kind.year_since else None


def _is_year_enough(citation: Citation) -> bool:
    """Whether serial and year are an identity: those of a decree, or of a named body's document."""
    match = _BY_YEAR.fullmatch(citation.number or "")
    return match is not None and (is_one_series(citation.kind) or citation.issuer is not None)


def day_of(notice: Notice) -> str | None:
    """The day on which a notice speaks: the date in its head, else that of its publication."""
    return notice.head.issued_on if notice.head and notice.head.issued_on else notice.published_on


def evidence_of(notice: Notice, citations: Iterable[Citation]) -> list[Evidence]:
    """All that a notice proves: itself, and what it cites."""
    own = head_evidence(notice)
    found = [own] if own else []
    home, on = home_of(notice), day_of(notice)
    for citation in citations:
        row = said_evidence(notice.text, citation, home, on)
        if row:
            found.append(row)
            if citation.number and citation.name:
                found.append(replace(row, bucket=f"{citation.kind} @{law_key(citation.kind, citation.name)}"))
    return found


def said_evidence(text: str, citation: Citation, home: str | None, on: str | None) -> Evidence | None:
    """What a citation in a text adds; a document of some province that nobody names is proved by its date alone."""
    wording = read_wording(text, citation, on)
    if wording.elsewhere and citation.issued_on is None:
        return None
    told = citation.issued_on or wording.told_on or wording.near_on
    return citation_evidence(replace(citation, issued_on=told), placed_keys(citation, wording, home, on), on)


def placed_keys(citation: Citation, wording: Wording, home: str | None, on: str | None) -> MentionKeys:
    """How a citation is filed, by what the words around it say of whose document it is."""
    keys = keys_of(citation, None if wording.elsewhere else home, on)
    if keys.number is None or keys.place_said:
        return keys
    if wording.owner and (keys.local or not keys.full):
        return replace(keys, place=wording.owner, place_said=True, local=True)
    if wording.ours and home and (keys.local or not keys.full):
        return replace(keys, place=place_name(home), place_said=True, local=True)
    return keys
