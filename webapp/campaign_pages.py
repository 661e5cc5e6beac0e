"""Pages of campaigns: the list, one with its precedents, side by side, the calendar."""

from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from flask import Blueprint, Response, render_template, request

from corpus.errors import NotFound
from corpus.occasions import occasions
from corpus.places import find_place
from indexer.campaigns import LEAST, MOST
from indexer.campaigns.outlines.rows import OutlineRow
from indexer.documents.campaign_rows import CampaignRow, campaign_day
from indexer.documents.sound_title import short_title
from webapp.arguments import number_argument
from webapp.calendar_feed import calendar_text
from webapp.door import archive
from webapp.draft_document import as_docx
from webapp.draft_file import as_markdown
from webapp.passages import paragraph_start, proofs
from webapp.timeline import NARROW, WIDE, timeline

blueprint = Blueprint("campaigns", __name__)
_MOST_ASKED: Final = 40
_A_PAGE: Final = 50
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("/phong-trao")
def campaigns() -> str:
    """Campaigns, latest first, narrowed by words, occasion, year, place."""
    asked = {name: request.args.get(name, "").strip()[:120] or None for name in ("q", "occasion", "year", "place")}
    query, occasion, year, place = asked.values()
    cards = archive().campaign_cards(query, occasion=occasion, year=year, place=place)
    used = archive().campaign_occasions()
    pages = max(1, -(-len(cards) // _A_PAGE))
    page = min(number_argument("page", 1, 1, 10**6), pages)
    return render_template(
        "campaigns.html",
        campaigns=archive().campaigns(
            query,
            occasion=occasion,
            year=year,
            place=place,
            with_precedents=False,
            offset=(page - 1) * _A_PAGE,
            limit=_A_PAGE,
        ),
        total=len(cards),
        page=page,
        pages=pages,
        asked=asked,
        occasions=[known for known in occasions().values() if known.slug in used],
        timelines={"wide": timeline(cards, WIDE), "narrow": timeline(cards, NARROW)},
    )


@blueprint.get("/phong-trao/<id_>")
def campaign(id_: str) -> str:
    """One campaign: period, occasion, bases, tasks, and its precedents with their reasons."""
    found = archive()
    row = found.campaign(id_)
    notice = found.notice(row["notice"])
    text, evidence = notice["text"], row["evidence"]
    return render_template(
        "campaign.html",
        campaign=row,
        precedents=found.precedents(id_),
        ties=found.ties(id_),
        base_titles=_titles_of(row),
        base_day=campaign_day(row).isoformat(),
        base_validity=found.validities(row["base_ids"], campaign_day(row)),
        notice=notice,
        proofs=proofs(evidence, text),
        task_places=[paragraph_start(text, start) for start, _ in evidence.get("tasks", ())],
    )


def _titles_of(row: CampaignRow) -> dict[str, str | None]:
    """Short titles of a campaign's bases by id: a number alone says little."""
    found = archive()
    ids = [id_ for id_ in row["base_ids"] if id_ and found.has_instrument(id_)]
    return {id_: short_title(found.instrument(id_)["title"]) for id_ in ids}


@blueprint.get("/phong-trao/so-sanh")
def compare() -> str | tuple[str, int]:
    """Two to four campaigns side by side."""
    chosen, missing = _chosen()
    if not LEAST <= len(chosen) <= MOST or missing:
        return _choose_again(chosen, missing, LEAST), 400
    result = archive().compare([row["id"] for row in chosen])
    shared_first = sorted(result["tasks"], key=lambda cells: -sum(cell is not None for cell in cells))
    return render_template("compare.html", result=result, tasks=shared_first)


@blueprint.get("/phong-trao/du-thao")
def draft() -> str | tuple[str, int]:
    """An outline of a new launch, from one to four precedents."""
    chosen, missing = _chosen()
    if not 1 <= len(chosen) <= MOST or missing:
        return _choose_again(chosen, missing, 1), 400
    ids, place = [row["id"] for row in chosen], _place()
    if place and find_place(place) is None:
        page = render_template("draft.html", outline=_outline(ids, None), ids=ids, place=None, unknown_place=place)
        return page, 400
    return render_template("draft.html", outline=_outline(ids, place), ids=ids, place=place)


@blueprint.get("/phong-trao/du-thao.md")
def draft_markdown() -> Response:
    """The same as Markdown."""
    text = as_markdown(_outline(_ids(), _place()))
    return Response(text, mimetype="text/markdown", headers={"Content-Disposition": "attachment; filename=du-thao.md"})


@blueprint.get("/phong-trao/du-thao.docx")
def draft_document() -> Response:
    """The same for a word processor."""
    data = as_docx(_outline(_ids(), _place()))
    return Response(data, mimetype=DOCX, headers={"Content-Disposition": "attachment; filename=du-thao.docx"})


def _ids() -> list[str]:
    return list(dict.fromkeys(request.args.getlist("id")))[:_MOST_ASKED]


def _place() -> str | None:
    """The drafter's province, if one was chosen."""
    return request.args.get("place", "").strip()[:120] or None


def _outline(ids: list[str], place: str | None) -> OutlineRow:
    return archive().outline(ids, on=datetime.now(UTC).date(), place=place)


def _chosen() -> tuple[list[CampaignRow], bool]:
    """The campaigns asked for, and whether the archive lacks one of them. Raises NotFound when it has none of those asked for."""
    ids, found = _ids(), []
    for id_ in ids:
        try:
            found.append(archive().campaign(id_))
        except NotFound:
            if id_ == ids[-1] and not found:
                raise
    return list({row["id"]: row for row in found}.values()), len(found) < len(ids)


def _choose_again(chosen: list[CampaignRow], missing: bool, least: int) -> str:
    """The selection kept, to be changed: what is too many to be left out, precedents of the only one to be added."""
    offered = [row["campaign"] for row in archive().precedents(chosen[0]["id"])] if len(chosen) == 1 else []
    return render_template("choose.html", chosen=chosen, offered=offered, missing=missing, least=least, most=MOST)


@blueprint.get("/phong-trao/lich")
def calendar() -> str:
    """Round anniversaries of the coming 24 months."""
    rows = archive().calendar(datetime.now(UTC).date(), 24)
    months = [(month, list(group)) for month, group in groupby(rows, key=lambda row: row["on"][:7])]
    return render_template("calendar.html", months=months)


@blueprint.get("/phong-trao/lich.ics")
def calendar_file() -> Response:
    """The same, to subscribe to."""
    rows = archive().calendar(datetime.now(UTC).date(), 24)
    return Response(calendar_text(rows, datetime.now(UTC)), mimetype="text/calendar")
