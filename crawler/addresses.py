"""Addresses: one canonical form for each page, which hosts a crawl may visit, and which network addresses it never does."""

import ipaddress
import posixpath
import re
import socket
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from corpus.errors import FetchError, InputError

MAX_URL_CHARS: Final = 2000
_TRACKING = re.compile(r"^(?:utm_|fbclid$|gclid$|zarsrc$|_ga$|mc_[ce]id$|phpsessid$|jsessionid$|sid$)", re.IGNORECASE)
_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|css|js|mp[34]|avi|mov|zip|rar|7z|exe|apk|woff2?|ttf|pdf|docx?|xlsx?|pptx?)$",
    re.IGNORECASE,
)
_SAFE: Final = "/~:@!$&'()*+,;=-._%"


def canonical_url(url: str, base: str | None = None) -> str | None:
    """The one form of an http(s) address; None when it is none, or over-long.

    Host in small letters, default port and fragment dropped, dot segments resolved, escapes normalised, tracking parameters dropped.
    """
    joined = urljoin(base, url.strip()) if base else url.strip()
    if len(joined) > MAX_URL_CHARS:
        return None
    try:
        parts = urlsplit(joined)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    scheme = parts.scheme.lower()
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port is None or (scheme, port) in (("http", 80), ("https", 443)) else f"{shown}:{port}"
    path = posixpath.normpath(unquote(parts.path) or "/")
    path = "/" + path.lstrip("/")
    if parts.path.endswith("/") and path != "/":
        path += "/"
    query = urlencode(
        [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(name)]
    )
    return urlunsplit((scheme, netloc, quote(path, safe=_SAFE), query, ""))


def is_page(url: str) -> bool:
    """Whether an address may be a page: not an image, a style sheet, an office file."""
    return not _FILES.search(urlsplit(url).path)


def origin_of(url: str) -> str:
    """Scheme, host and port: what a crawl stays within."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def start_url(url: str) -> str:
    """A start address given by a person, in its canonical form. Raises InputError."""
    text = url if "://" in url else f"https://{url}"
    found = canonical_url(text)
    if found is None:
        raise InputError(f"{url!r} is no address to crawl: write it like https://lienminh.example/")
    return found


def checked_address(host: str, port: int, *, allow_private: bool) -> str:
    """The network address to connect to: looked up once, and used as checked, so that a second look-up cannot lead elsewhere.

    Raises FetchError for a name that does not exist and for addresses that are not public, unless they are allowed.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise FetchError(f"{host}: no such host ({error})") from error
    addresses = [str(row[4][0]) for row in found]
    for address in addresses:
        if allow_private or is_public(address):
            return address
    raise FetchError(f"{host}: leads to the private address {addresses[0]}; use --allow-private if that is meant")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, reserved or multicast."""
    ip = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    if mapped is not None:
        ip = mapped
    return ip.is_global and not ip.is_multicast
