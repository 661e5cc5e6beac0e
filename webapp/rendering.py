"""What templates need: dates, names, addresses, and a notice's text with its citations as links."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, make_response, render_template

from corpus.dates import show_date
from corpus.kinds import kind_name
from corpus.occasions import occasions
from corpus.places import find_place
from corpus.text import fold
from indexer.payloads import label_of_row
from webapp.language import translate

RELATION_NAMES = {
    "based_on": "Căn cứ",
    "implements": "Thực hiện",
    "amends": "Sửa đổi, bổ sung",
    "replaces": "Thay thế",
    "repeals": "Bãi bỏ",
    "guides": "Hướng dẫn",
    "reviews": "Sơ kết, tổng kết",
    "issued_with": "Ban hành kèm theo",
    "mentions": "Nhắc tới",
}
FACET_NAMES = {
    "kind": "Loại văn bản",
    "year": "Năm",
    "place": "Nơi",
    "issuer": "Cơ quan",
    "campaign": "Phong trào",
    "site": "Trang nguồn",
    "cites": "Dẫn tới",
}
STATUS_NAMES = {"resolved": "đã xác định", "ambiguous": "còn mơ hồ", "unresolved": "chưa xác định"}


def relation_name(kind: str) -> str:
    """A relation's name in the reader's language."""
    return translate(RELATION_NAMES.get(kind, kind))


def facet_value(name: str, value: str) -> str:
    """A facet's value as people read it."""
    if name == "kind":
        return kind_name(value)
    if name == "campaign":
        occasion = occasions().get(value)
        return occasion.name if occasion else translate("Dịp khác")
    return value


def web_url(url: str | None) -> str | None:
    """An address that may stand in a link: http or https, nothing else."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def query_url(path: str, **values: object) -> str:
    """A path with a query; empty values are left out, lists repeat."""
    pairs = [
        (name, item)
        for name, value in values.items()
        for item in (value if isinstance(value, list | tuple) else [value])
        if item not in (None, "")
    ]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def paragraphs_with_links(payload: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    """A notice's text as paragraphs of pieces: {"text"} or {"text", "citation", "n"}; n is the citation's place in the list."""
    text = str(payload["text"])
    citations = payload["citations"]
    paragraphs: list[list[dict[str, Any]]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            paragraphs.append(_pieces(text, start, end, citations))
        start = end + 1
    return paragraphs


def _pieces(text: str, start: int, end: int, citations: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    pieces: list[dict[str, Any]] = []
    at = start
    for number, row in enumerate(citations):
        if row["start"] < at or row["start"] >= end:
            continue
        if row["start"] > at:
            pieces.append({"text": text[at : row["start"]]})
        stop = min(int(row["end"]), end)
        pieces.append({"text": text[row["start"] : stop], "citation": row, "n": number})
        at = stop
    if at < end:
        pieces.append({"text": text[at:end]})
    return pieces


def error_page(status: int, message: str, *, as_json: bool) -> Response:
    """An error as a page or as JSON."""
    if as_json:
        return jsonify({"error": {"status": status, "message": message}})
    return make_response(render_template("error.html", status=status, message=message))


def install_filters(app: Flask) -> None:
    """Give templates their filters and functions."""
    app.jinja_env.filters.update(
        day=lambda iso: show_date(str(iso)) if iso else "",
        kind_name=kind_name,
        label=label_of_row,
        relation_name=relation_name,
        web_url=web_url,
        thousands=lambda number: f"{number:,}".replace(",", "."),
    )
    app.jinja_env.globals.update(
        query_url=query_url,
        facet_names=FACET_NAMES,
        facet_value=facet_value,
        status_names=STATUS_NAMES,
        place_known=lambda name: find_place(name) is not None,
        fold=fold,
    )
