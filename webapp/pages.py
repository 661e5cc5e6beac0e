"""Pages of search, documents, the graph, the draft check, and what stands around them."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from flask import Blueprint, Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as WsgiResponse

from corpus.dates import is_iso
from corpus.xml import xml_text
from indexer.archive import day_of
from indexer.asking.results import SuggestionRow
from indexer.asking.search import SORTS
from indexer.documents.instrument_rows import InstrumentRow
from indexer.documents.proper_form import proper_form
from indexer.documents.validity import history_of, validity_on
from indexer.drafts.check import check_text
from indexer.reading.citers import citers_of, years_of
from webapp.addresses import root_url
from webapp.arguments import (
    MAX_DRAFT_CHARS,
    MAX_JUDGED,
    SearchArguments,
    asks_for_nothing,
    day_argument,
    number_argument,
    search_arguments,
    typed,
)
from webapp.bibliography import FORMATS
from webapp.door import archive
from webapp.graph_picture import draw
from webapp.language import current_language
from webapp.passages import passage
from webapp.reading import part_of
from webapp.rendering import node_label, show_label
from webapp.source_pages import has_captures
from webapp.year_chart import year_chart

blueprint = Blueprint("pages", __name__)
_DRAFT_PART: Final = 400_000
_FURTHEST: Final = 10**9


@blueprint.get("/")
def home() -> str:
    """The search box, what is in the archive, recent notices, anniversaries to come, what is cited most."""
    found = archive()
    return render_template(
        "home.html",
        summary=found.summary(),
        recent=found.recent(10),
        coming=found.calendar(datetime.now(UTC).date(), 24)[:5],
        cited=found.most_cited(5),
        wanted=found.most_cited(5, missing=True),
    )


@blueprint.get("/tim")
def search() -> str:
    """Results of a search; every notice, the latest first, when nothing is asked for."""
    asked = search_arguments()
    found = archive()
    is_blank = asks_for_nothing(asked)
    if is_blank and asked["sort"] == "relevance":
        asked["sort"] = "newest"
    result = found.search(**asked, browse=is_blank)
    corrected = None
    if result["total"] == 0 and not result["instruments"] and result["suggestion"]:
        corrected = result["suggestion"]
        mended: SearchArguments = {**asked, "text": corrected, "page": 1}
        result = {**found.search(**mended), "query": asked["text"], "suggestion": None}
    return render_template(
        "search.html",
        result=result,
        corrected=corrected,
        sorts=SORTS[1:] if is_blank else SORTS,
        chosen=asked["filters"],
        is_blank=is_blank,
        named=_documents_of(asked["filters"].get("cites", ())),
    )


def _documents_of(ids: Sequence[str]) -> dict[str, InstrumentRow]:
    """The documents of a filter by id; those that nobody knows are left out."""
    found = archive()
    return {id_: found.instrument(id_) for id_ in ids if found.has_instrument(id_)}


@blueprint.get("/van-ban/<id_>")
def instrument(id_: str) -> str | WsgiResponse:
    """A document: what it is, its text if collected, what it cites, who cites it and how."""
    found = archive()
    present = found.canonical_id(id_)
    if present != id_:
        return redirect(url_for("pages.instrument", id_=present), 301)
    payload = found.instrument(id_)
    citers = citers_of(payload)
    today = datetime.now(UTC).date()
    on = day_argument("ngay", today)
    return render_template(
        "instrument.html",
        doc=payload,
        notice=found.notice(payload["notice_id"]) if payload["notice_id"] else None,
        citers=citers,
        form=proper_form(payload),
        validity=validity_on(payload["events"], on),
        history=history_of(payload["events"]),
        as_of=None if on == today else on.isoformat(),
        formats=FORMATS,
        chart=year_chart(years_of(citers)),
        namesakes=sorted([payload, *payload["namesakes"]], key=lambda row: row["issued_on"] or "9999"),
    )


@blueprint.get("/van-ban/<id_>.<any(bib, ris, json):ending>")
def bibliography(id_: str, ending: str) -> Response:
    """A document for a reference manager, to keep."""
    payload = archive().instrument(archive().canonical_id(id_))
    format_ = next(one for one in FORMATS.values() if one.ending == ending)
    text = format_.write(payload, root_url() + url_for("pages.instrument", id_=payload["id"]))
    name = f"{payload['id'].encode('ascii', 'replace').decode().replace('?', '-')}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, content_type=f"{format_.mimetype}; charset=utf-8", headers=headers)


@blueprint.get("/van-ban/<id_>/trien-khai")
def chain(id_: str) -> str:
    """Who carried a document out, level by level."""
    return render_template("chain.html", chain=archive().chain(id_))


@blueprint.get("/con-thieu")
def wanted() -> str:
    """Documents that are cited most and that nobody collected."""
    return render_template("wanted.html", rows=archive().most_cited(100, missing=True))


@blueprint.get("/thong-bao/<id_>")
def notice(id_: str) -> str:
    """A notice: its text with its citations linked, and a note on each beside it; of a long one the part that holds the code point ``tu``."""
    found = archive()
    at = number_argument("tu", 0, 0, _FURTHEST)
    payload = found.with_validity(found.notice(id_))
    campaign = found.campaign(payload["campaign"]) if payload["campaign"] else None
    return render_template(
        "notice.html",
        doc=payload,
        part=part_of(payload, at),
        counts=Counter(row["status"] for row in payload["citations"]),
        as_of=day_of(payload).isoformat(),
        similar=found.similar(id_, 6),
        campaign=campaign,
        has_captures=has_captures(id_),
    )


@blueprint.get("/thong-bao/<id_>/dan/<int:n>")
def ledger(id_: str, n: int) -> str:
    """How a citation was judged: the documents that were weighed, what spoke for each, what against it, the verdict."""
    found = archive()
    payload, judged = found.notice(id_), found.ledger(id_, n)
    cited = judged["citation"]
    return render_template(
        "ledger.html", doc=payload, ledger=judged, quote=passage(payload["text"], [(cited["start"], cited["end"])])
    )


@blueprint.get("/do-thi/<id_>")
def graph(id_: str) -> str:
    """The graph around a document: a list first, a capped picture second."""
    depth = number_argument("depth", 1, 1, 3)
    found = archive().graph(id_, depth=depth, limit=40)
    found = {**found, "nodes": [{**node, "label": node_label(node)} for node in found["nodes"]]}
    names = {node["id"]: node for node in found["nodes"]}
    edges = [edge for edge in found["edges"] if edge["source"] in names and edge["target"] in names]
    return render_template(
        "graph.html", graph=found, edges=edges, picture=draw(found), depth=depth, names=names, root=names[found["root"]]
    )


@blueprint.route("/kiem-tra", methods=["GET", "POST"])
def check() -> tuple[str, int]:
    """Paste a draft, see its citations judged; nothing is kept. A date that is none is asked for again, the draft stays."""
    draft = request.form.get("text", "")
    asked = {
        "text": draft[:MAX_DRAFT_CHARS],
        "place": request.form.get("place", "").strip()[:60],
        "on": request.form.get("on", "").strip()[:10],
    }
    wrong_date = bool(asked["on"]) and not is_iso(asked["on"])
    result = None
    if asked["text"].strip() and not wrong_date:
        result = check_text(
            asked["text"], archive=archive(), place=asked["place"] or None, on=asked["on"] or None, most=MAX_JUDGED
        )
    page = render_template(
        "check.html",
        asked=asked,
        result=result,
        wrong_date=wrong_date,
        is_cut=len(draft) > MAX_DRAFT_CHARS,
        most=MAX_DRAFT_CHARS,
        part=part_of(result, 0, _DRAFT_PART) if result else None,
    )
    return page, 400 if wrong_date else 200


@blueprint.get("/tro-giup")
def help_page() -> str:
    """How to search."""
    return render_template("help.html")


@blueprint.get("/gioi-thieu")
def about() -> str:
    """What the archive is, what it holds, how to read it."""
    return render_template("about.html", summary=archive().summary())


@blueprint.get("/goi-y")
def suggest() -> Response:
    """Suggestions while typing, as JSON; with ``dang=opensearch`` as browsers' search boxes want them."""
    text = typed(request.args.get("q", ""))[:60]
    rows = [{**row, "label": _suggested(row)} for row in archive().suggest(text, 8)]
    if request.args.get("dang") != "opensearch":
        return jsonify(rows)
    response = jsonify([text, [row["label"] for row in rows], [row["detail"] for row in rows]])
    response.mimetype = "application/x-suggestions+json"
    return response


def _suggested(row: SuggestionRow) -> str:
    """What a suggestion is called: a document's kind is in the reader's language."""
    is_plain = current_language() == "vi" or row["type"] != "instrument"
    return row["label"] if is_plain else show_label(archive().instrument(row["id"]))


@blueprint.get("/healthz")
def health() -> Response:
    """Ready when the archive's files are where they were and the index answers: one that was deleted is still open in this process. Never kept by a cache."""
    current_app.config["SHELF"].look()
    response = jsonify({"status": "ok", "notices": archive().notice_count()})
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """So that a browser can add the archive as a search engine."""
    response = make_response(xml_text(render_template("opensearch.xml", root=root_url())))
    response.headers["Content-Type"] = "application/opensearchdescription+xml; charset=utf-8"
    return response


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Search results are not for other crawlers."""
    return Response("User-agent: *\nDisallow: /tim\nDisallow: /api/\nDisallow: /do-thi/\n", mimetype="text/plain")
