"""The five sites: what each answers for a path. Pages are filled from templates; every text is escaped."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Final
from urllib.parse import parse_qs, urlsplit

from corpus.sample.catalogue import SampleSite, site_of
from corpus.sample.notices import SampleNotice, load_notices

SAMPLE_LINE: Final = "Trang mẫu, viết riêng cho bản trình diễn Dẫn Chiếu; không phải trang của cơ quan nào."
PER_PAGE: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleResponse:
    """An answer: status, headers and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def path_of(notice: SampleNotice) -> str:
    """Where a notice stands on its site, in the family's manner."""
    family = site_of(notice.site).family
    year, month = (notice.published_on or "2025-01-01").split("-")[:2]
    return {
        "blog": f"/{year}/{month}/{notice.slug}/",
        "dotnetnuke": f"/tabid/112/ItemID/{notice.slug}/Default.aspx",
        "state": f"/van-ban/chi-tiet?id={notice.slug}",
        "classic": f"/tin/{notice.slug}.htm",
        "newspaper": f"/{notice.slug}.html",
    }[family]


def _listing_path(site: SampleSite, page: int) -> str:
    if page == 1:
        return "/"
    return {
        "blog": f"/page/{page}/",
        "dotnetnuke": f"/tabid/110/Default.aspx?page={page}",
        "state": f"/van-ban?trang={page}",
        "classic": f"/trang{page}.htm",
        "newspaper": f"/trang/{page}/",
    }[site.family]


@lru_cache(maxsize=64)
def _template(family: str, name: str) -> Template:
    return Template(files("corpus").joinpath(f"sample/templates/{family}/{name}.html").read_text(encoding="utf-8"))


def respond(site: SampleSite, target: str, origin: str, headers: Mapping[str, str]) -> SampleResponse:
    """The answer to a request. target: path and query; origin: where the site is served; headers: names in small letters."""
    found = _document(site, target, origin)
    if found is None:
        return SampleResponse(status=404, headers={"Content-Type": "text/html; charset=utf-8"}, body=b"<h1>404</h1>")
    media_type, text, day = found
    body = _encoded(text, site.encoding if media_type == "text/html" else "utf-8")
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    modified = datetime.fromisoformat(day or "2025-12-01").replace(tzinfo=UTC)
    shown = {"ETag": etag, "Last-Modified": format_datetime(modified, usegmt=True)}
    if _unchanged(headers, etag, modified):
        return SampleResponse(status=304, headers=shown, body=b"")
    charset = site.header_charset if media_type == "text/html" else "utf-8"
    shown["Content-Type"] = f"{media_type}; charset={charset}" if charset else media_type
    return SampleResponse(status=200, headers=shown, body=body)


def _encoded(text: str, encoding: str) -> bytes:
    """Bytes of a page. Windows-1258 writes most marks as combining characters after their letter."""
    if encoding != "cp1258":
        return text.encode(encoding)
    return b"".join(_in_1258(char) for char in text)


@lru_cache(maxsize=1024)
def _in_1258(char: str) -> bytes:
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        pass
    parts = unicodedata.normalize("NFD", char)
    marks = [mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
    base = unicodedata.normalize("NFC", parts[0] + "".join(mark for mark in parts[1:] if mark not in marks))
    return base.encode("cp1258", "xmlcharrefreplace") + "".join(marks).encode("cp1258")


def _unchanged(headers: Mapping[str, str], etag: str, modified: datetime) -> bool:
    if "if-none-match" in headers:
        return headers["if-none-match"] == etag
    since = headers.get("if-modified-since")
    return bool(since) and parsedate_to_datetime(str(since)) >= modified


def _document(site: SampleSite, target: str, origin: str) -> tuple[str, str, str | None] | None:
    """(media type, text, day of change) of a target; None when there is nothing there."""
    parts = urlsplit(target)
    if parts.path == "/robots.txt":
        return "text/plain", _robots(site, origin), None
    if site.family == "newspaper" and parts.path == "/sitemap.xml":
        return "application/xml", _sitemap(site, origin), None
    if site.family == "blog" and parts.path == "/feed/":
        return "application/rss+xml", _feed(site, origin), None
    if parts.path == "/noi-bo/bay.html":
        return "text/html", "<h1>Trang nội bộ</h1>", None
    for notice in load_notices()[site.key]:
        if path_of(notice) == target or path_of(notice) + "&print=1" == target:
            return "text/html", _page(site, notice, printed="print" in parse_qs(parts.query)), notice.published_on
    pages = -(-len(load_notices()[site.key]) // PER_PAGE)
    for page in range(1, pages + 1):
        if _listing_path(site, page) == target:
            return "text/html", _listing(site, page, pages), None
    return None


def _robots(site: SampleSite, origin: str) -> str:
    lines = ["User-agent: *", "Disallow: /noi-bo/"]
    if site.family == "dotnetnuke":
        lines.append("Crawl-delay: 0.2")
    if site.family == "newspaper":
        lines.append(f"Sitemap: {origin}/sitemap.xml")
    return "\n".join(lines) + "\n"


def _sitemap(site: SampleSite, origin: str) -> str:
    rows = "".join(f"<url><loc>{escape(origin + path_of(notice))}</loc></url>" for notice in load_notices()[site.key])
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


def _feed(site: SampleSite, origin: str) -> str:
    rows = "".join(
        f"<item><title>{escape(notice.title)}</title><link>{escape(origin + path_of(notice))}</link></item>"
        for notice in load_notices()[site.key][:6]
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{escape(site.name)}</title>{rows}</channel></rss>'


def _page(site: SampleSite, notice: SampleNotice, *, printed: bool) -> str:
    lines = [] if notice.is_gallery else [*notice.head, *notice.lines]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines) if lines else '<p><img src="/anh/1.jpg" alt=""></p>'
    if site.family == "classic":
        body = "<br>\n".join(escape(line) for line in lines)
    day = ""
    if notice.published_on:
        year, month, date = notice.published_on.split("-")
        day = f"{date}/{month}/{year}"
    return _template(site.family, "print" if printed and site.family == "state" else "page").substitute(
        title=escape(notice.title),
        site=escape(site.name),
        body=body,
        date=day,
        iso=notice.published_on or "",
        category=escape(notice.category),
        number=escape(notice.number or ""),
        organisation=escape(notice.organisation or ""),
        related=_related(site, notice),
        path=escape(path_of(notice)),
        sample=escape(SAMPLE_LINE),
    )


def _related(site: SampleSite, notice: SampleNotice) -> str:
    others = [other for other in load_notices()[site.key] if other.slug != notice.slug][:5]
    return "".join(f'<li><a href="{escape(path_of(other))}">{escape(other.title)}</a></li>' for other in others)


def _listing(site: SampleSite, page: int, pages: int) -> str:
    notices = load_notices()[site.key][(page - 1) * PER_PAGE : page * PER_PAGE]
    items = "".join(
        f'<li><a href="{escape(path_of(notice))}">{escape(notice.title)}</a> <span>{escape(notice.lines[0][:90])}…</span></li>'
        for notice in notices
    )
    links = " ".join(f'<a href="{escape(_listing_path(site, n))}">{n}</a>' for n in range(1, pages + 1))
    return _template(site.family, "listing").substitute(
        site=escape(site.name),
        items=items,
        pages=links,
        sample=escape(SAMPLE_LINE),
        trap='<a href="/noi-bo/bay.html">Nội bộ</a>',
    )
