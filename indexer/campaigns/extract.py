"""A campaign's record from its launch notice: every field with the span that proves it."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from corpus.model import Campaign, Notice, Outcome, Span
from corpus.occasions import occasion_in
from corpus.places import find_place, places_in
from corpus.text import fold, fold_aligned
from indexer.campaigns.period import find_period, find_phases
from indexer.campaigns.recognise import is_launch
from indexer.campaigns.tasks import find_tasks

_OCCASION = re.compile(r"(?:ky niem|chao mung|mung|nhan dip|huong toi|lap thanh tich chao mung)\s+[^.;:\n“”\"]{6,170}")
_YEARS = re.compile(r"(?:ky niem|lan thu|tron|mung)?\s*(\d{1,3})\s+(?:nam|tuoi)\b")
_OCCASION_END = re.compile(
    r"\s*(?:\(|, (?:ban|lien minh(?! hop tac xa viet nam)|thuong truc|cac don vi|giao|gom|voi|mo|trong|den|gan|dot)\b|\s(?:va hoi nghi|va to chuc|cua tinh|cua lien minh hop tac xa tinh|gan voi|den toan the|trong (?:toan|cac|he))\b)"
)
_OPENING = re.compile(r"\b(?:can cu|thuc hien|trien khai|huong ung|thi hanh|quan triet|theo)\b")
_TARGET = re.compile(
    r"(?:bieu duong|ton vinh|binh chon|chon|tuyen duong)[^.;\n]{0,40}?\d{2,4}\s+(?:tht|htx|to hop tac|hop tac xa|tap the|ca nhan)[^.;\n]{0,90}"
)
_SLOGAN = re.compile(r"(?:khau hieu|chu de|voi phuong cham)[^.;\n“\"]{0,20}[“\"]([^”\"\n]{6,160})[”\"]")
_REWARD = re.compile(r"(?:bang khen|giay khen|co thi dua|ky niem chuong|huan chuong|tien thuong)")
_ADDRESSEE = re.compile(
    r"(?:phat dong|keu goi|de nghi)[^.;\n]{0,40}?\b(?:den|toi|toan the|cac)\s+([^.;\n]{8,200}?)(?:\s(?:voi|nhiet tinh|huong ung|thuc hien|tham gia)\b|[.;\n])"
)


def extract_campaign(notice: Notice, outcomes: Sequence[Outcome]) -> Campaign | None:
    """The campaign that a notice launches; None when it launches none."""
    if not is_launch(notice):
        return None
    text, folded = notice.text, fold_aligned(notice.text)
    signed_on = (notice.head.issued_on if notice.head else None) or notice.published_on
    period = find_period(text, signed_on)
    tasks = find_tasks(text)
    occasion, occasion_span, years = _occasion(notice)
    known = occasion_in(occasion or f"{notice.title}\n{text[:1500]}")
    bases = _bases(folded, outcomes, tasks)
    evidence: list[tuple[str, tuple[Span, ...]]] = []
    if period:
        evidence.append(("period", (period.span,)))
    if occasion_span:
        evidence.append(("occasion", (occasion_span,)))
    evidence.append(("tasks", tuple(tasks)))
    evidence.append(("bases", tuple(outcome.citation.span for outcome in bases)))
    organiser = organiser_of(notice)
    return Campaign(
        id=f"pt-{notice.id}",
        notice_id=notice.id,
        name=notice.title,
        starts_on=period.starts_on if period else None,
        ends_on=period.ends_on if period else None,
        occasion=occasion,
        occasion_slug=known.slug if known else None,
        occasion_years=years,
        organiser=organiser,
        place=notice.place,
        level=_level(organiser, notice.place),
        bases=tuple(dict.fromkeys(_base_name(outcome) for outcome in bases)),
        base_ids=tuple(dict.fromkeys(outcome.target for outcome in bases if outcome.target)),
        tasks=tuple(" ".join(text[span.start : span.end].split()) for span in tasks),
        targets=_quotes(text, folded, _TARGET, evidence, "targets"),
        addressees=_quotes(text, folded, _ADDRESSEE, evidence, "addressees", group=1),
        rewards=_quotes(text, folded, _REWARD, evidence, "rewards"),
        slogan=next(iter(_quotes(text, folded, _SLOGAN, evidence, "slogan", group=1)), None),
        phases=tuple((phase.starts_on, phase.ends_on) for phase in find_phases(text)),
        published_on=notice.published_on or signed_on,
        evidence=tuple(evidence),
    )


def campaign_payload(campaign: Campaign) -> dict[str, Any]:
    """A campaign as JSON: the contract's fields and what the pages add."""
    row = asdict(campaign)
    row["notice"] = row.pop("notice_id")
    row["evidence"] = {name: [[span["start"], span["end"]] for span in spans] for name, spans in row["evidence"]}
    row["label"] = campaign.name
    row["detail"] = " · ".join(part for part in (campaign.organiser, campaign.starts_on) if part)
    return row


def _occasion(notice: Notice) -> tuple[str | None, Span | None, int | None]:
    """The occasion in the notice's own words, its place in the text, and its round number: the plainest and fullest wording counts."""
    text = notice.text
    candidates = [
        (words, span) for words, span in (*_wordings(notice.title), *_wordings(text[:6000])) if occasion_in(words)
    ]
    if not candidates:
        years = _YEARS.search(fold_aligned(notice.title))
        return None, None, int(years[1]) if years else None
    first = occasion_in(candidates[0][0])
    same = [row for row in candidates if occasion_in(row[0]) == first]
    words, span = max(
        same, key=lambda row: (_plain(row[0]), bool(_YEARS.search(fold_aligned(row[0]))), min(len(row[0]), 90))
    )
    years = next((found for row in same if (found := _YEARS.search(fold_aligned(row[0])))), None)
    at = fold_aligned(text).find(fold_aligned(words))
    place = Span(start=at, end=at + len(words)) if at >= 0 else span
    return words, place, int(years[1]) if years else None


def _plain(words: str) -> bool:
    """Whether a wording begins with the occasion itself."""
    return fold(words).startswith(("ky niem", "chao mung dai hoi", "nhan dip", "huong toi"))


def _wordings(source: str) -> list[tuple[str, Span | None]]:
    """Phrases that name an occasion, without what leads to them (``lập thành tích``, ``chào mừng`` before ``kỷ niệm``)."""
    folded = fold_aligned(source)
    found: list[tuple[str, Span | None]] = []
    for match in _OCCASION.finditer(folded):
        start, end = match.span()
        lead = re.compile(r"(?:lap thanh tich )?(?:chao mung |mung )?(?=ky niem )|lap thanh tich (?=chao mung)").match(
            folded, start
        )
        start = lead.end() if lead else start
        cut = _OCCASION_END.search(folded, start + 12, end)
        end = cut.start() if cut else end
        words = " ".join(source[start:end].split()).rstrip(" ,")
        if len(words) <= 170:
            found.append((words, None))
    return found


def _bases(folded: str, outcomes: Sequence[Outcome], tasks: Sequence[Span]) -> list[Outcome]:
    """Documents of the opening sentence that the campaign rests on or carries out: not those inside tasks, nor inside titles."""
    limit = tasks[0].start if tasks else len(folded)
    opening = _OPENING.search(folded)
    if opening is None:
        return []
    found = []
    for outcome in outcomes:
        citation = outcome.citation
        if citation.span.start < opening.start() or citation.span.start >= limit:
            continue
        if citation.relation in ("based_on", "implements") and not citation.inside:
            found.append(outcome)
    return found


def _base_name(outcome: Outcome) -> str:
    """A base's number; a law cited by name gives its number when it is known."""
    citation = outcome.citation
    if citation.number:
        return citation.number
    if outcome.target and citation.kind in ("luat", "bo-luat", "phap-lenh"):
        parts = outcome.target.split(".")[1].split("-")
        if len(parts) == 3 and parts[0].isdigit():
            return f"{parts[0].zfill(2)}/{parts[1]}/{parts[2].upper()}"
    return " ".join((citation.name or citation.text).split())


def organiser_of(notice: Notice) -> str | None:
    """Who launches: the alliance that issues the notice, with its province."""
    if notice.issuer:
        return notice.issuer
    head = fold(notice.text[:3000])
    if notice.place is None and "lien minh hop tac xa viet nam" in head:
        return "Liên minh Hợp tác xã Việt Nam"
    place = find_place(notice.place) if notice.place else None
    if place is None:
        named = places_in(notice.text[:3000])
        place = named[0][2] if named else None
    if place is not None and ("lien minh" in head or "lmhtx" in head):
        return f"Liên minh Hợp tác xã {place.full_name}"
    return None


def _level(organiser: str | None, place: str | None) -> str:
    key = fold(organiser or "")
    if "viet nam" in key:
        return "national"
    if place or "lien minh" in key or "tinh" in key.split():
        return "province"
    return "unit"


def _quotes(
    text: str,
    folded: str,
    pattern: re.Pattern[str],
    evidence: list[tuple[str, tuple[Span, ...]]],
    name: str,
    group: int = 0,
) -> tuple[str, ...]:
    """What a pattern finds, in the text's own words, with its spans noted."""
    spans = [Span(start=match.start(group), end=match.end(group)) for match in pattern.finditer(folded)][:8]
    if spans:
        evidence.append((name, tuple(spans)))
    return tuple(dict.fromkeys(" ".join(text[span.start : span.end].split()) for span in spans))
