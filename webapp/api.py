"""The same as JSON: ``/api/v1``, described by ``/api/v1/openapi.json``."""

import json
from importlib.resources import files
from typing import Final, TypedDict
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, request

from corpus.dates import is_iso
from corpus.errors import InputError
from indexer.asking.results import SuggestionRow
from indexer.documents.campaign_rows import CampaignExportRow, campaign_export
from indexer.documents.instrument_rows import InstrumentRow
from indexer.drafts.check import check_text
from indexer.drafts.cite import cite_text
from indexer.facts.summary import SummaryRow
from indexer.reading.chain import ChainRow
from indexer.reading.graph import GraphRow
from webapp.answers import (
    CampaignAnswer,
    CheckAnswer,
    CiteAnswer,
    ErrorAnswer,
    NoticeAnswer,
    TextQuestion,
)
from webapp.arguments import MAX_DRAFT_CHARS, MAX_JUDGED, number_argument, search_arguments
from webapp.door import archive
from webapp.language import current_language
from webapp.results import FlatResults, SimilarAnswer, flat, similar_with_words
from webapp.schemas import components
from webapp.words import chain_with_words, judged_with_words, precedents_with_words, with_citations, with_why

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
CAMPAIGNS: Final = 20
MAX_CAMPAIGNS: Final = 100
"""Campaigns in one answer, unless asked and at most."""
SPOKEN: Final = (
    FlatResults,
    SuggestionRow,
    NoticeAnswer,
    SimilarAnswer,
    InstrumentRow,
    ChainRow,
    GraphRow,
    CampaignExportRow,
    CampaignAnswer,
    SummaryRow,
    CiteAnswer,
    CheckAnswer,
    TextQuestion,
    ErrorAnswer,
)
"""What is asked and answered, of which the description speaks."""
MAX_ROWS: Final = 1000
"""Citations or relations of a notice in one answer."""


@blueprint.get("/search")
def search() -> Response:
    """Search."""
    return jsonify(flat(archive().search(**search_arguments()), current_language()))


@blueprint.get("/suggest")
def suggest() -> Response:
    """Suggestions while typing."""
    return jsonify(archive().suggest(request.args.get("q", "")[:60], number_argument("limit", 8, 1, 20)))


@blueprint.get("/notices/<id_>")
def notice(id_: str) -> Response:
    """A notice; of its citations and relations those asked for, with how many there are."""
    found = archive().notice(id_)
    first = number_argument("offset", 0, 0, 10**9)
    last = first + number_argument("limit", MAX_ROWS, 1, MAX_ROWS)
    shown = with_citations({**found, "citations": found["citations"][first:last]}, current_language())
    answer: NoticeAnswer = {
        **shown,
        "relations": found["relations"][first:last],
        "citations_total": len(found["citations"]),
        "relations_total": len(found["relations"]),
    }
    return jsonify(answer)


@blueprint.get("/notices/<id_>/similar")
def similar(id_: str) -> Response:
    """Notices like one."""
    archive().notice(id_)
    return jsonify(similar_with_words(archive().similar(id_, number_argument("limit", 5, 1, 20)), current_language()))


@blueprint.get("/instruments/<id_>")
def instrument(id_: str) -> Response:
    """An instrument."""
    return jsonify(archive().instrument(archive().canonical_id(id_)))


@blueprint.get("/instruments/<id_>/chain")
def chain(id_: str) -> Response:
    """Who carried it out."""
    return jsonify(chain_with_words(archive().chain(id_), current_language()))


@blueprint.get("/graph/<id_>")
def graph(id_: str) -> Response:
    """A neighbourhood."""
    return jsonify(
        archive().graph(id_, depth=number_argument("depth", 1, 1, 4), limit=number_argument("limit", 60, 1, 500))
    )


@blueprint.get("/campaigns")
def campaigns() -> Response:
    """Campaigns, a page at a time."""
    query, occasion, year, place = (request.args.get(name) for name in ("q", "occasion", "year", "place"))
    page, limit = number_argument("page", 1, 1, 10**6), number_argument("limit", CAMPAIGNS, 1, MAX_CAMPAIGNS)
    total = len(archive().campaign_cards(query, occasion=occasion, year=year, place=place))
    found = archive().campaigns(
        query, occasion=occasion, year=year, place=place, offset=(page - 1) * limit, limit=limit
    )
    response = jsonify([campaign_export(row) for row in found])
    response.headers["X-Total-Count"] = str(total)
    if links := _links(page, -(-total // limit)):
        response.headers["Link"] = links
    return response


def _links(page: int, pages: int) -> str:
    """The pages around one, as RFC 8288 writes them; the rest of the address stays as it was asked."""
    around = {"first": 1, "prev": page - 1, "next": page + 1, "last": pages}
    shown = {rel: number for rel, number in around.items() if 1 <= number <= pages and number != page}
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "page"]
    return ", ".join(
        f'<{request.path}?{urlencode([*kept, ("page", number)])}>; rel="{rel}"' for rel, number in shown.items()
    )


@blueprint.get("/campaigns/<id_>")
def campaign(id_: str) -> Response:
    """A campaign with its precedents."""
    found = archive()
    answer: CampaignAnswer = {
        **found.campaign(id_),
        "precedents": precedents_with_words(found.precedents(id_), current_language()),
        "ties": found.ties(id_),
    }
    return jsonify(answer)


@blueprint.get("/summary")
def summary() -> Response:
    """What is in the archive."""
    return jsonify(archive().summary())


class _Posted(TypedDict):
    text: str
    place: str | None
    on: str | None


def _posted() -> _Posted:
    try:
        data = request.get_json(silent=True)
    except RecursionError:
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise InputError('post a JSON object with "text", and "place" or "on" at need')
    if len(data["text"]) > MAX_DRAFT_CHARS:
        raise InputError(f"text of {len(data['text']):,} characters: at most {MAX_DRAFT_CHARS:,} are read")
    place, on = data.get("place") or None, data.get("on") or None
    if not isinstance(place, str | None):
        raise InputError(f"place={place!r}: the name of a province is wanted, or nothing")
    if on is not None and not (isinstance(on, str) and is_iso(on)):
        raise InputError(f"on={on!r}: write the date like 2018-08-01, or leave it out")
    return {"text": data["text"], "place": place, "on": on}


@blueprint.post("/cite")
def cite() -> Response:
    """Citations of a text."""
    asked = _posted()
    found = cite_text(asked["text"], place=asked["place"], on=asked["on"], most=MAX_JUDGED)
    answer: CiteAnswer = {"citations": [with_why(row, current_language()) for row in found]}
    return jsonify(answer)


@blueprint.post("/check")
def check() -> Response:
    """A draft judged."""
    asked = _posted()
    judged = check_text(asked["text"], archive=archive(), place=asked["place"], on=asked["on"], most=MAX_JUDGED)
    return jsonify(judged_with_words(judged, current_language()))


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of all this: routes and their parameters as written, answers as their types are."""
    described = json.loads(files("webapp").joinpath("openapi.json").read_text(encoding="utf-8"))
    described["components"]["schemas"] = components(SPOKEN)
    return jsonify(described)
