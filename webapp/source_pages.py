"""Where the archive has its notices from: the health of its sources, and each notice as it was collected."""

from pathlib import Path
from typing import Final, Literal, TypedDict
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, make_response, render_template

from corpus.captures import Capture, captures_of
from corpus.errors import NotFound
from corpus.model import Reason
from corpus.sources import Source, sources_of
from crawler.recorded import recorded
from webapp.door import archive
from webapp.settings import Settings

blueprint = Blueprint("sources", __name__)
SANDBOX: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
"""For a page of another's making: shown without script, without anything fetched, as if of no site at all."""
Health = Literal["good", "fault", "new", "off"]
HEALTH_NAMES: Final[dict[Health, str]] = {
    "good": "tốt",
    "fault": "có lỗi",
    "new": "chưa thu lần nào",
    "off": "không thu",
}


class SourceHealth(TypedDict):
    """A source as readers see it: no contact, nothing of its owner's."""

    url: str
    host: str
    name: str
    place: str | None
    health: Health
    notices: int
    every_hours: int | None
    last_run_at: str | None
    last_success_at: str | None
    last_error: str | None


@blueprint.get("/nguon")
def sources() -> str:
    """The archive's sources and how they fare; and all sites that it has notices of."""
    rows = [_health(source) for source in sources_of(_folder())]
    order = list(HEALTH_NAMES)
    rows.sort(key=lambda row: (row["health"] == "off", -row["notices"], order.index(row["health"]), row["host"]))
    facets = archive().search("", browse=True, limit=1)["facets"]
    return render_template("sources.html", rows=rows, sites=facets.get("site", {}), names=HEALTH_NAMES)


@blueprint.get("/thong-bao/<id_>/ban-luu")
def captures(id_: str) -> str:
    """The answers in which a notice was collected: where, when, and their digests."""
    payload = archive().notice(id_)
    found = captures_of(_folder(), payload["id"])
    return render_template("captures.html", doc=payload, captures=found)


@blueprint.get("/thong-bao/<id_>/ban-luu/<digest>.html")
def capture_page(id_: str, digest: str) -> Response:
    """A capture shown as a page, in a sandbox: its script never runs, and nothing that it names is fetched."""
    response = _capture(id_, digest)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


@blueprint.get("/thong-bao/<id_>/ban-luu/<digest>.txt")
def capture_source(id_: str, digest: str) -> Response:
    """A capture's bytes as plain text."""
    response = _capture(id_, digest)
    response.mimetype = "text/plain"
    return response


def _capture(id_: str, digest: str) -> Response:
    """The bytes of a capture as they came. Raises NotFound."""
    notice_id = archive().notice(id_)["id"]
    capture = next((one for one in captures_of(_folder(), notice_id) if one.digest == digest), None)
    if capture is None:
        raise _no_capture(notice_id)
    answer = recorded(_folder(), capture)
    response = make_response(answer.body)
    response.headers["Content-Type"] = f"text/html; charset={_charset(answer.charset)}"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Content-Disposition"] = "inline"
    response.set_etag(capture.digest)
    return response


def _no_capture(notice_id: str) -> NotFound:
    return NotFound(f"notice {notice_id!r}: has no such capture", Reason.of("no-capture", id=notice_id))


def _charset(said: str | None) -> str:
    """The charset that the server said, if it is a name of one; else that of nearly all."""
    return (
        said
        if said and len(said) <= 40 and said.replace("-", "").replace("_", "").isalnum() and said.isascii()
        else "utf-8"
    )


def _folder() -> Path:
    settings: Settings = current_app.config["SETTINGS"]
    return settings.archive


def _health(source: Source) -> SourceHealth:
    host = urlsplit(source.start_url).netloc
    if not source.enabled:
        health: Health = "off"
    elif source.last_error:
        health = "fault"
    else:
        health = "good" if source.last_run_at else "new"
    return SourceHealth(
        url=source.start_url,
        host=host,
        name=source.name or host,
        place=source.place,
        health=health,
        notices=source.notices,
        every_hours=source.every_hours,
        last_run_at=source.last_run_at,
        last_success_at=source.last_success_at,
        last_error=source.last_error,
    )


def has_captures(id_: str) -> bool:
    """Whether a notice can be shown as it was collected."""
    found: list[Capture] = captures_of(_folder(), id_, most=1)
    return bool(found)
