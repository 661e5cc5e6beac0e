"""Pages of search, documents, the graph, the draft check, and what stands around them."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as WsgiResponse

from corpus.dates import is_iso
from corpus.errors import InputError
from indexer.archive import Archive
from indexer.check import check_text
from indexer.engine import FACETS
from indexer.search import SORTS
from webapp.graph_picture import draw
from webapp.rendering import paragraphs_with_links

blueprint = Blueprint("pages", __name__)
MAX_DRAFT_CHARS = 200_000


def archive() -> Archive:
    """The archive that this process keeps open."""
    found: Archive = current_app.config["SHELF"].archive()
    return found


def number_argument(name: str, default: int, low: int, high: int) -> int:
    """A whole number of the request, kept within bounds. Raises InputError when it is none."""
    text = request.args.get(name, "")
    if not text:
        return default
    if not text.isdigit() or len(text) > 6:
        raise InputError(f"{name}={text[:40]!r}: a whole number is wanted")
    return min(max(int(text), low), high)


def typed(text: str) -> str:
    """A text as typed, without the control characters that no page, feed or table can carry."""
    return "".join(char for char in text if char.isprintable() or char.isspace())


def search_arguments() -> dict[str, Any]:
    """What a request asks of search: q, filters, sort, page, limit."""
    filters = {
        name: [value[:200] for value in request.args.getlist(name)[:20]]
        for name in (*FACETS, "cites")
        if request.args.getlist(name)
    }
    sort = request.args.get("sort", "relevance")
    return {
        "text": typed(request.args.get("q", ""))[:2000],
        "filters": filters,
        "sort": sort if sort in SORTS else "relevance",
        "page": number_argument("page", 1, 1, 500),
        "limit": number_argument("limit", 10, 1, 100),
    }


@blueprint.get("/")
def home() -> str:
    """The search box, what is in the archive, recent notices, anniversaries to come."""
    found = archive()
    coming = found.calendar(datetime.now(UTC).date(), 12)[:6]
    return render_template("home.html", summary=found.summary(), recent=found.recent(7), coming=coming)


@blueprint.get("/tim")
def search() -> str:
    """Results of a search."""
    asked = search_arguments()
    found = archive()
    result = found.search(**asked)
    corrected = None
    if result["total"] == 0 and not result["instruments"] and result["suggestion"]:
        corrected = result["suggestion"]
        result = {**found.search(**{**asked, "text": corrected, "page": 1}), "query": asked["text"], "suggestion": None}
    return render_template("search.html", result=result, corrected=corrected, sorts=SORTS, chosen=asked["filters"])


@blueprint.get("/van-ban/<id_>")
def instrument(id_: str) -> str | WsgiResponse:
    """A document: what it is, its text if collected, what it cites, what cites it."""
    found = archive()
    present = found.canonical_id(id_)
    if present != id_:
        return redirect(url_for("pages.instrument", id_=present), 301)
    payload = found.instrument(id_)
    notice = found.notice(str(payload["notice_id"])) if payload["notice_id"] else None
    years: dict[str, int] = {}
    for row in payload["cited_by"]:
        year = str(row["published_on"] or "?")[:4]
        years[year] = years.get(year, 0) + 1
    return render_template("instrument.html", doc=payload, notice=notice, years=sorted(years.items()))


@blueprint.get("/van-ban/<id_>/trien-khai")
def chain(id_: str) -> str:
    """Who carried a document out, level by level."""
    return render_template("chain.html", chain=archive().chain(id_))


@blueprint.get("/thong-bao/<id_>")
def notice(id_: str) -> str:
    """A notice: its text with its citations linked."""
    found = archive()
    payload = found.notice(id_)
    campaign = found.campaign(str(payload["campaign"])) if payload["campaign"] else None
    return render_template(
        "notice.html",
        doc=payload,
        paragraphs=paragraphs_with_links(payload),
        similar=found.similar(id_, 5),
        campaign=campaign,
    )


@blueprint.get("/do-thi/<id_>")
def graph(id_: str) -> str:
    """The graph around a document: a list first, a capped picture second."""
    depth = number_argument("depth", 1, 1, 3)
    found = archive().graph(id_, depth=depth, limit=40)
    return render_template(
        "graph.html", graph=found, picture=draw(found), depth=depth, names={node["id"]: node for node in found["nodes"]}
    )


@blueprint.route("/kiem-tra", methods=["GET", "POST"])
def check() -> str:
    """Paste a draft, see its citations judged; nothing is kept."""
    text = request.form.get("text", "")[:MAX_DRAFT_CHARS]
    place, on = request.form.get("place", "").strip()[:60], request.form.get("on", "").strip()[:10]
    result = None
    if text.strip():
        if on and not is_iso(on):
            raise InputError(f"on={on!r}: write the date like 2018-08-01")
        result = check_text(text, archive=archive(), place=place or None, on=on or None)
    paragraphs = paragraphs_with_links(result) if result else []
    return render_template("check.html", text=text, place=place, on=on, result=result, paragraphs=paragraphs)


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
    rows = archive().suggest(text, 8)
    if request.args.get("dang") != "opensearch":
        return jsonify(rows)
    response = jsonify([text, [row["label"] for row in rows], [row["detail"] for row in rows]])
    response.mimetype = "application/x-suggestions+json"
    return response


@blueprint.get("/healthz")
def health() -> Response:
    """Ready when the index answers."""
    return jsonify({"status": "ok", "notices": archive().notice_count()})


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """So that a browser can add the archive as a search engine."""
    response = make_response(render_template("opensearch.xml", root=request.url_root.rstrip("/")))
    response.headers["Content-Type"] = "application/opensearchdescription+xml; charset=utf-8"
    return response


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Search results are not for other crawlers."""
    return Response("User-agent: *\nDisallow: /tim\nDisallow: /api/\nDisallow: /do-thi/\n", mimetype="text/plain")
