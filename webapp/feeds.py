"""A search as Atom, CSV or JSON."""

from flask import Blueprint, Response, jsonify, render_template

from corpus.dates import first_day
from corpus.xml import xml_text
from webapp.addresses import root_url
from webapp.arguments import SearchArguments, asks_for_nothing, search_arguments
from webapp.door import archive
from webapp.language import current_language
from webapp.results import FlatHit, flat
from webapp.tables import BYTE_ORDER_MARK, table_rows

blueprint = Blueprint("feeds", __name__)
_COLUMNS = ("id", "title", "url", "kind", "number", "issued_on", "published_on", "place", "issuer", "score", "excerpt")


class Entry(FlatHit):
    """A hit as an entry of a feed."""

    updated: str


@blueprint.get("/tim.atom")
def atom() -> Response:
    """The newest results of a search, to follow (RFC 4287). The feed is as new as its newest entry."""
    asked: SearchArguments = {**search_arguments(), "sort": "newest", "page": 1, "limit": 30}
    result = flat(archive().search(**asked, browse=asks_for_nothing(asked)), current_language())
    entries: list[Entry] = [{**hit, "updated": _moment(hit["published_on"])} for hit in result["hits"]]
    body = render_template(
        "search.atom",
        query=result["query"],
        filters=asked["filters"],
        entries=entries,
        updated=max((entry["updated"] for entry in entries), default=_moment(None)),
        root=root_url(),
    )
    return Response(xml_text(body), mimetype="application/atom+xml")


def _moment(iso: str | None) -> str:
    """A date of any precision as RFC 3339 wants it; the first day of what it may mean, and of 1970 for none."""
    return f"{first_day(iso or '1970').isoformat()}T00:00:00Z"


@blueprint.get("/tim.csv")
def table() -> Response:
    """A page of results as a table; cells that a spreadsheet would take for a formula are kept from it."""
    asked: SearchArguments = {**search_arguments(), "limit": 100}
    result = flat(archive().search(**asked, browse=asks_for_nothing(asked)), current_language())
    text = BYTE_ORDER_MARK + "".join(table_rows(result["hits"], _COLUMNS))
    return Response(
        text.encode("utf-8", "replace"),
        mimetype="text/csv",
        headers={"Content-Disposition": "attachment; filename=danchieu.csv"},
    )


@blueprint.get("/tim.json")
def data() -> Response:
    """The same as ``search --json``."""
    return jsonify(flat(archive().search(**search_arguments()), current_language()))
