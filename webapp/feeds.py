"""A search as Atom, CSV or JSON."""

import csv
import io
from datetime import UTC, datetime

from flask import Blueprint, Response, jsonify, render_template, request

from webapp.commands.read import flat
from webapp.pages import archive, search_arguments

blueprint = Blueprint("feeds", __name__)
_COLUMNS = ("id", "title", "url", "kind", "number", "issued_on", "published_on", "place", "issuer", "score", "excerpt")


@blueprint.get("/tim.atom")
def atom() -> Response:
    """The newest results of a search, to follow."""
    result = flat(archive().search(**{**search_arguments(), "sort": "newest", "limit": 30}))
    body = render_template(
        "search.atom",
        result=result,
        root=request.url_root.rstrip("/"),
        now=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return Response(body, mimetype="application/atom+xml")


@blueprint.get("/tim.csv")
def table() -> Response:
    """A page of results as a table; cells that a spreadsheet would take for a formula are kept from it."""
    result = flat(archive().search(**{**search_arguments(), "limit": 100}))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for hit in result["hits"]:
        writer.writerow([_cell(hit.get(name)) for name in _COLUMNS])
    return Response(
        "\ufeff" + out.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": "attachment; filename=danchieu.csv"},
    )


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


@blueprint.get("/tim.json")
def data() -> Response:
    """The same as ``search --json``."""
    return jsonify(flat(archive().search(**search_arguments())))
