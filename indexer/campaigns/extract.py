"""A campaign's record from its launch notice: every field with the span that proves it."""

from collections.abc import Sequence

from corpus.model import Campaign, Notice, Outcome, Quoted, Span
from corpus.occasions import occasion_in
from indexer.campaigns.bases import find_bases
from indexer.campaigns.occasion import find_occasion
from indexer.campaigns.organiser import find_organiser
from indexer.campaigns.particulars import find_addressees, find_rewards, find_slogan, find_targets
from indexer.campaigns.parts import Parts, read_parts
from indexer.campaigns.period import find_period, find_phases
from indexer.campaigns.recognise import role_of_parts
from indexer.campaigns.tasks import find_tasks
from indexer.campaigns.wording import plain
from indexer.documents.campaign_rows import CampaignRow


def extract_campaign(notice: Notice, outcomes: Sequence[Outcome]) -> Campaign | None:
    """The campaign that a notice launches; None when it launches none. outcomes: the notice's citations, judged."""
    parts = read_parts(notice)
    if role_of_parts(parts) != "launch":
        return None
    text = notice.text
    signed_on = (notice.head.issued_on if notice.head else None) or notice.published_on
    tasks = find_tasks(text)
    period = find_period(text, signed_on, tasks)
    occasion = find_occasion(parts)
    organiser = find_organiser(parts)
    bases = find_bases(parts, outcomes, tasks)
    known = occasion.known if occasion else occasion_in(notice.title)
    quoted = {
        "targets": find_targets(parts),
        "addressees": find_addressees(parts),
        "rewards": find_rewards(parts),
    }
    slogan = find_slogan(parts)
    numbered = [basis for basis in bases if basis.number]
    spans: dict[str, Sequence[Span | None]] = {
        "name": [_name_span(parts)],
        "occasion": [occasion.span if occasion else None],
        "period": [period.span if period else None],
        "organiser": [organiser.span if organiser else None],
        "place": [organiser.place_span if organiser else None],
        "bases": [basis.span for basis in numbered],
        "unnumbered_bases": [basis.span for basis in bases if not basis.number],
        "tasks": tasks,
        **{name: [row.span for row in rows] for name, rows in quoted.items()},
        "slogan": [slogan.span if slogan else None],
    }
    return Campaign(
        id=f"pt-{notice.id}",
        notice_id=notice.id,
        name=notice.title,
        starts_on=period.starts_on if period else None,
        ends_on=period.ends_on if period else None,
        occasion=occasion.words if occasion else None,
        occasion_slug=known.slug if known else None,
        occasion_years=occasion.years if occasion else None,
        occasion_term=occasion.term if occasion else None,
        organiser=organiser.name if organiser else None,
        place=organiser.place if organiser else notice.place,
        level=organiser.level if organiser else "province" if notice.place else "unit",
        bases=tuple(str(basis.number) for basis in numbered),
        base_ids=tuple(basis.instrument_id for basis in numbered),
        unnumbered_bases=tuple(basis.name for basis in bases if not basis.number),
        tasks=tuple(plain(text[span.start : span.end]) for span in tasks),
        **{name: _values(rows) for name, rows in quoted.items()},
        slogan=slogan.value if slogan else None,
        phases=tuple((phase.starts_on, phase.ends_on) for phase in find_phases(text, signed_on)),
        published_on=notice.published_on or signed_on,
        evidence=tuple((name, proved) for name, rows in spans.items() if (proved := tuple(row for row in rows if row))),
    )


def campaign_payload(campaign: Campaign) -> CampaignRow:
    """A campaign as JSON: the contract's fields and what the pages add."""
    return {
        "id": campaign.id,
        "notice": campaign.notice_id,
        "name": campaign.name,
        "starts_on": campaign.starts_on,
        "ends_on": campaign.ends_on,
        "occasion": campaign.occasion,
        "occasion_slug": campaign.occasion_slug,
        "occasion_years": campaign.occasion_years,
        "occasion_term": campaign.occasion_term,
        "organiser": campaign.organiser,
        "place": campaign.place,
        "level": campaign.level,
        "bases": campaign.bases,
        "base_ids": campaign.base_ids,
        "unnumbered_bases": campaign.unnumbered_bases,
        "tasks": campaign.tasks,
        "targets": campaign.targets,
        "addressees": campaign.addressees,
        "rewards": campaign.rewards,
        "slogan": campaign.slogan,
        "phases": campaign.phases,
        "published_on": campaign.published_on,
        "evidence": {name: [(span.start, span.end) for span in spans] for name, spans in campaign.evidence},
        "label": campaign.name,
        "detail": " · ".join(part for part in (campaign.organiser, campaign.starts_on) if part),
    }


def _values(rows: Sequence[Quoted]) -> tuple[str, ...]:
    return tuple(row.value for row in rows)


def _name_span(parts: Parts) -> Span | None:
    """Where the text bears its name: the title itself, else the headline, else the clause that launches."""
    title = plain(parts.notice.title)
    at = parts.notice.text.find(title)
    if at >= 0:
        return Span(start=at, end=at + len(title))
    return parts.headline or parts.launch
