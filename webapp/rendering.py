"""What templates need: dates, names, numbers and addresses; and errors as pages."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, make_response, render_template, url_for

from corpus.model import Reason
from indexer.reading.citers import STRENGTH, marked_quote
from webapp.language import current_language, show_day, show_number, translate
from webapp.phrases import LEVELS, PARTS
from webapp.reading import FIRST_AT_LEAST, MAX_CANDIDATES
from webapp.words import (
    Language,
    judgement_words,
    kind_name,
    label,
    label_language,
    matches,
    occasion_name,
    reason_words,
    why,
)

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
    "article": "Điều",
}
STATUS_NAMES: Final = {"resolved": "đã xác định", "ambiguous": "còn mơ hồ", "unresolved": "chưa xác định"}
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

Row = Mapping[str, object]


def relation_name(kind: str) -> str:
    """A relation's name in the reader's language."""
    return translate(RELATION_NAMES.get(kind, kind))


def facet_value(name: str, value: str) -> str:
    """A facet's value as people read it."""
    if name == "kind":
        return show_kind(value)
    if name == "campaign":
        return occasion_name(value, current_language()) or translate("Dịp khác")
    return value


def facet_language(name: str) -> Language:
    """The language of `facet_value`: names of places, bodies and sites stay as they are."""
    return current_language() if name in ("kind", "campaign", "year") else "vi"


def show_kind(slug: str) -> str:
    """A kind of document in the reader's language."""
    return kind_name(slug, current_language())


def show_label(row: Row) -> str:
    """What a document is called, in the reader's language."""
    return label(row, current_language())


def label_lang(row: Row) -> Language:
    """The language of `show_label`: a title stays Vietnamese."""
    return label_language(row, current_language())


def node_label(node: Row) -> str:
    """What a node of the graph is called: a notice by its title, a document as elsewhere."""
    return show_label(node) if _is_numbered(node) else str(node["label"])


def node_lang(node: Row) -> Language:
    """The language of `node_label`."""
    return current_language() if _is_numbered(node) else "vi"


def _is_numbered(node: Row) -> bool:
    return node["type"] == "instrument" and bool(node["number"])


def show_occasion(slug: str | None, said: str | None = None) -> str:
    """An occasion in the reader's language; one that the registry does not know in the text's own words."""
    return occasion_name(slug, current_language(), said)


def show_why(reasons: Sequence[Row]) -> str:
    """Reasons as sentences."""
    return why(reasons, current_language())


def show_reason(reason: Row | Reason) -> str:
    """One reason or note."""
    return reason_words(reason.as_row() if isinstance(reason, Reason) else reason, current_language())


def show_judgement(row: Row) -> str:
    """Why a draft's citation is judged so."""
    return judgement_words(row, current_language())


def show_matches(names: Iterable[str]) -> str:
    """What of a notice a query matched."""
    return ", ".join(matches(names, current_language()))


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


def error_page(status: int, message: str, *, as_json: bool, detail: Reason | None = None) -> Response:
    """An error as a page or as JSON. What goes wrong inside a server (500 and above) is logged and not told.

    message: for programs, in English. detail: for readers, in their language.
    """
    if status >= 500:
        message = "the archive is not ready; try again in a few minutes" if status == 503 else "an error of this server"
    if as_json:
        return jsonify({"error": {"status": status, "message": message}})
    return make_response(render_template("error.html", status=status, detail=detail if status < 500 else None))


def install_filters(app: Flask) -> None:
    """Give templates their filters and functions."""
    app.jinja_env.filters.update(
        day=show_day,
        kind_name=show_kind,
        label=show_label,
        label_lang=label_lang,
        node_label=node_label,
        node_lang=node_lang,
        occasion_name=show_occasion,
        why=show_why,
        reason=show_reason,
        judgement=show_judgement,
        matches=show_matches,
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
        facet_language=facet_language,
        level_names=LEVELS,
        part_names=PARTS,
        status_names=STATUS_NAMES,
        judgement_names=JUDGEMENT_NAMES,
        sort_names=SORT_NAMES,
        relations=STRENGTH,
        language=current_language,
    )
