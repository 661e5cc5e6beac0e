"""Addresses of pages: one canonical form for each, and what a crawl stays within."""

import posixpath
import re
from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from corpus.errors import InputError

MAX_URL_CHARS: Final = 2000
# Liferay's portlets carry the page that led to them: _101_redirect=%2Ftin, _101_INSTANCE_x_backURL=...
_VISIT: Final = (
    "utm_[a-z]+|fbclid|gclid|gbraid|wbraid|msclkid|yclid|igshid|zarsrc|_gl|_ga|mc_[ce]id"
    "|phpsessid|jsessionid|aspsessionid[a-z]*|sessionid|session_id|cfid|cftoken|p_p?_?auth"
    "|_[a-z0-9_]{1,120}_(?:redirect|backurl|returntofullpageurl)"
)
# What says which visit it is, and never which page: ?utm_source=x, ;jsessionid=1A, /(S(abc))/
_OF_A_VISIT = re.compile(rf"(?:{_VISIT})$", re.IGNORECASE)
# ?sid=9f86d081884c7d65 is a session; ?sid=24 names one of the sites or sections of a portal.
_SESSION = re.compile(r"sid=(?=[a-z]{0,32}\d)[a-z0-9,-]{16,}$", re.IGNORECASE)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*|/\([SXF]\([^()/]{1,80}\)\)(?=/)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index\.(?:html?|php)|default\.aspx?)$", re.IGNORECASE)
_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|css|js|json|mp[34]|wav|avi|mov|wmv|flv|zip|rar|7z|exe|msi|apk|woff2?|ttf|eot"
    r"|pdf|docx?|xlsx?|pptx?|odt|ods|swf)$",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE: Final = "/~:@!$&'()*+,;=-._%"


def canonical_url(url: str, base: str | None = None) -> str | None:
    """The one form of an http(s) address; None when it is none, or over-long (RFC 3986, section 6.2; RFC 3490 for names).

    Backslashes before the query are read as browsers read them, as slashes (WHATWG URL, 4.4). Host in small ASCII letters, default port, fragment, session and tracking parameters dropped, dot segments resolved, escapes
    normalised byte for byte (an old site's escapes are no UTF-8), a trailing ``index.html`` dropped.

    >>> canonical_url("HTTP://Lienminh.VN:80/tin/../van-ban/index.php?utm_source=x&id=%c3%a1#dau")
    'http://lienminh.vn/van-ban/index.php?id=%C3%A1'
    """
    try:
        given = _slashed(url.strip())
        joined = urljoin(base, given) if base else given
        parts = urlsplit(joined)
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError:  # of ports and brackets; UnicodeError is one, too
        return None
    scheme = parts.scheme.lower()
    if len(joined) > MAX_URL_CHARS or scheme not in ("http", "https") or not host:
        return None
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port is None or (scheme, port) in (("http", 80), ("https", 443)) else f"{shown}:{port}"
    query = "&".join(
        _escaped(pair, _SAFE + "?")
        for pair in parts.query.split("&")
        if pair and not _OF_A_VISIT.match(pair.partition("=")[0]) and not _SESSION.match(pair)
    )
    return urlunsplit((scheme, netloc, _path(parts.path, has_query=bool(query)), query, ""))


def _slashed(url: str) -> str:
    """An address with slashes for the backslashes of its path."""
    end = min((at for at in (url.find("?"), url.find("#")) if at >= 0), default=len(url))
    return url[:end].replace("\\", "/") + url[end:]


def _path(given: str, *, has_query: bool) -> str:
    escaped = _escaped(_PATH_SESSION.sub("", given) or "/", _SAFE)
    path = "/" + posixpath.normpath(escaped).lstrip("/")
    if path == "/.":
        path = "/"
    if escaped.endswith("/") and path != "/":
        path += "/"
    index = None if has_query else _INDEX.search(path)
    # Default.aspx is the page itself below the paths that DotNetNuke makes up (/tabid/112/Default.aspx).
    if index and (index.start() == 0 or "index" in index[0].lower()):
        path = path[: index.start() + 1]
    return path


def _escaped(text: str, safe: str) -> str:
    """Escapes in capitals, none where none is needed, one where one is missing."""

    def normal(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in _UNRESERVED else match[0].upper()

    return quote(_ESCAPE.sub(normal, text.encode("utf-8", "replace").decode()), safe=safe)


def is_page(url: str) -> bool:
    """Whether an address may be a page: not an image, a style sheet, an office file."""
    return not _FILES.search(urlsplit(url).path)


def origin_of(url: str) -> str:
    """Scheme, host and port: what a crawl stays within."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def same_site(first: str, second: str) -> bool:
    """Whether two origins are one site: the same name, with or without ``www.``, plain or encrypted, each on its own default port.

    >>> same_site("http://lienminh.vn", "https://www.lienminh.vn"), same_site("http://lienminh.vn:81", "http://lienminh.vn")
    (True, False)
    """
    one, two = urlsplit(first), urlsplit(second)
    names = {(parts.hostname or "").removeprefix("www.") for parts in (one, two)}
    return first == second or (len(names) == 1 and one.port is None and two.port is None)


def on_origin(url: str, origin: str) -> str | None:
    """The address as it stands on an origin of its own site; None when it is of another site."""
    if not same_site(origin_of(url), origin):
        return None
    return origin + url[len(origin_of(url)) :]


def name_of(url: str) -> str:
    """What the other spellings of an address share: with and without ``www.`` and a last slash, encrypted or not, in other letters.

    >>> name_of("https://www.e.vn/Tin/1.ASPX/?id=A") == name_of("http://e.vn/tin/1.aspx?id=a")
    True
    """
    parts = urlsplit(url)
    return urlunsplit(("", parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query, "")).lower()


def start_url(url: str) -> str:
    """A start address given by a person, in its canonical form. Raises InputError."""
    text = url if "://" in url else f"https://{url}"
    found = canonical_url(text)
    if found is None:
        raise InputError(f"{url!r} is no address to crawl: write it like https://lienminh.example/")
    return found
