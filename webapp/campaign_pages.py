"""Pages of campaigns: the list, one with its precedents, side by side, the calendar."""

from datetime import UTC, datetime
from itertools import groupby

from flask import Blueprint, Response, render_template, request

from corpus.occasions import occasions
from webapp.calendar_feed import calendar_text
from webapp.draft_file import as_docx, as_markdown
from webapp.pages import archive
from webapp.passages import paragraph_start, proofs
from webapp.timeline import NARROW, WIDE, timeline

blueprint = Blueprint("campaigns", __name__)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("/phong-trao")
def campaigns() -> str:
    """Campaigns, latest first, narrowed by words, occasion, year, place."""
    asked = {name: request.args.get(name, "").strip()[:120] or None for name in ("q", "occasion", "year", "place")}
    found = archive().campaigns(
        asked["q"], occasion=asked["occasion"], year=asked["year"], place=asked["place"], with_precedents=False
    )
    used = {row["occasion_slug"] for row in archive().campaigns(with_precedents=False)}
    chosen = [occasion for occasion in occasions().values() if occasion.slug in used]
    return render_template(
        "campaigns.html",
        campaigns=found[:200],
        total=len(found),
        asked=asked,
        occasions=chosen,
        timelines={"wide": timeline(found, WIDE), "narrow": timeline(found, NARROW)},
    )


@blueprint.get("/phong-trao/<id_>")
def campaign(id_: str) -> str:
    """One campaign: period, occasion, bases, tasks, and its precedents with their reasons."""
    found = archive()
    row = found.campaign(id_)
    notice = found.notice(str(row["notice"]))
    text, evidence = str(notice["text"]), row.get("evidence") or {}
    return render_template(
        "campaign.html",
        campaign=row,
        precedents=found.precedents(id_),
        ties=found.ties(id_),
        notice=notice,
        proofs=proofs(evidence, text),
        task_places=[paragraph_start(text, start) for start, _ in evidence.get("tasks", ())],
    )


@blueprint.get("/phong-trao/so-sanh")
def compare() -> str:
    """Two to four campaigns side by side."""
    result = archive().compare(request.args.getlist("id")[:8])
    shared_first = sorted(result["tasks"], key=lambda cells: -sum(cell is not None for cell in cells))
    return render_template("compare.html", result=result, tasks=shared_first)


@blueprint.get("/phong-trao/du-thao")
def draft() -> str:
    """An outline of a new launch, from one to four precedents."""
    ids = request.args.getlist("id")[:8]
    return render_template("draft.html", outline=archive().outline(ids), ids=ids)


@blueprint.get("/phong-trao/du-thao.md")
def draft_markdown() -> Response:
    """The same as Markdown."""
    text = as_markdown(archive().outline(request.args.getlist("id")[:8]))
    return Response(text, mimetype="text/markdown", headers={"Content-Disposition": "attachment; filename=du-thao.md"})


@blueprint.get("/phong-trao/du-thao.docx")
def draft_document() -> Response:
    """The same for a word processor."""
    data = as_docx(archive().outline(request.args.getlist("id")[:8]))
    return Response(data, mimetype=DOCX, headers={"Content-Disposition": "attachment; filename=du-thao.docx"})


@blueprint.get("/phong-trao/lich")
def calendar() -> str:
    """Round anniversaries of the coming 24 months."""
    rows = archive().calendar(datetime.now(UTC).date(), 24)
    months = [(month, list(group)) for month, group in groupby(rows, key=lambda row: str(row["on"])[:7])]
    return render_template("calendar.html", months=months)


@blueprint.get("/phong-trao/lich.ics")
def calendar_file() -> Response:
    """The same, to subscribe to."""
    rows = archive().calendar(datetime.now(UTC).date(), 24)
    return Response(calendar_text(rows, datetime.now(UTC)), mimetype="text/calendar")
