"""What templates need: dates, names, numbers and addresses; and errors as pages."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, make_response, render_template, url_for

from corpus.kinds import kind_name
from corpus.occasions import occasions
from indexer.documents.rows import label_of_row
from indexer.reading.citers import STRENGTH, marked_quote
from webapp.language import current_language, show_day, show_number, translate
from webapp.reading import FIRST_AT_LEAST, MAX_CANDIDATES

RELATION_NAMES: Final = {
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
FACET_NAMES: Final = {
    "kind": "Loại văn bản",
    "year": "Năm đăng",
    "place": "Nơi",
    "issuer": "Cơ quan",
    "campaign": "Phong trào",
    "site": "Trang nguồn",
    "cites": "Dẫn tới",
}
STATUS_NAMES: Final = {"resolved": "đã xác định", "ambiguous": "còn mơ hồ", "unresolved": "chưa xác định"}
WHY_NAMES: Final = ("số hiệu", "trích dẫn", "tiêu đề", "nội dung")
JUDGEMENT_NAMES: Final = {
    "found": "khớp",
    "form": "viết chưa đúng",
    "conflict": "không khớp",
    "replaced": "đã bị thay thế",
    "ambiguous": "mơ hồ",
    "unknown": "chưa biết",
}
SORT_NAMES: Final = {
    "relevance": "mức phù hợp",
    "newest": "mới nhất",
    "oldest": "cũ nhất",
    "cited": "được dẫn nhiều",
}
_AROUND: Final = 2


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


def place_url(notice: str, start: int, letter: str = "c") -> str:
    """Where a notice's page shows a code point of its text: a citation (c) or a paragraph (d) that begins there."""
    part = start if start >= FIRST_AT_LEAST else None
    return query_url(url_for("pages.notice", id_=notice), tu=part) + f"#{letter}{start}"


def toggled(filters: Mapping[str, list[str]], name: str, value: str) -> dict[str, list[str]]:
    """Filters with one value more, or without it when it is among them."""
    values = filters.get(name, [])
    kept = [item for item in values if item != value] if value in values else [*values, value]
    return {**filters, name: kept}


def page_numbers(page: int, pages: int) -> list[int | None]:
    """Pages to offer: the first, the last, those around the present one; None stands for a gap."""
    wanted = sorted({1, pages, *range(max(1, page - _AROUND), min(pages, page + _AROUND) + 1)})
    shown: list[int | None] = []
    for number in wanted:
        before = shown[-1] if shown else 0
        if before is not None and number == before + 2:
            shown.append(number - 1)
        elif before is not None and number > before + 2:
            shown.append(None)
        shown.append(number)
    return shown


def error_page(status: int, message: str, *, as_json: bool) -> Response:
    """An error as a page or as JSON. What goes wrong inside a server (500 and above) is logged and not told."""
    if status >= 500:
        message = "the archive is not ready; try again in a few minutes" if status == 503 else "an error of this server"
    if as_json:
        return jsonify({"error": {"status": status, "message": message}})
    return make_response(render_template("error.html", status=status, message=message if status < 500 else ""))


def install_filters(app: Flask) -> None:
    """Give templates their filters and functions."""
    app.jinja_env.filters.update(
        day=show_day,
        kind_name=kind_name,
        label=label_of_row,
        relation_name=relation_name,
        web_url=web_url,
        thousands=show_number,
    )
    app.jinja_env.globals.update(
        query_url=query_url,
        place_url=place_url,
        most_candidates=MAX_CANDIDATES,
        toggled=toggled,
        page_numbers=page_numbers,
        marked_quote=marked_quote,
        facet_names=FACET_NAMES,
        facet_value=facet_value,
        status_names=STATUS_NAMES,
        judgement_names=JUDGEMENT_NAMES,
        sort_names=SORT_NAMES,
        relations=STRENGTH,
        language=current_language,
    )
