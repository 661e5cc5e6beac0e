"""Polite, bounded HTTP: fetching, one page at a time.

FetchError
├── Refused       not asked again in this crawl: private address, too large, packed twice
│   └── LedAway   a redirect that is not followed: out of the crawl, in a circle, to no address
└── TryLater      may pass: 429, 5xx, broken or slow connection, no such host (after the retries)
"""

import contextlib
import random
import re
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Final, Protocol
from urllib.parse import urlsplit

import httpx2

from corpus.errors import FetchError
from crawler.addresses import canonical_url, origin_of, same_site
from crawler.connections import CheckedBackend, Deadline, PrivateAddress
from crawler.settings import CrawlSettings
from crawler.transport import guarded_client

_PASSING: Final = frozenset((408, 425, 429, 500, 502, 503, 504))
_MAX_WAIT: Final = 86_400.0
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_PLAIN: Final = frozenset(("", "identity", "none"))
_GZIP: Final = frozenset(("gzip", "x-gzip"))
_FOREIGN: Final = frozenset("br zstd compress x-compress dcb dcz exi pack200-gzip aes128gcm".split())
_MAX_COOKIES: Final = 20
_MAX_COOKIE_CHARS: Final = 4096
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]{0,999}<[!?A-Za-z]")
_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")


class Refused(FetchError):
    """A page that is not fetched in this crawl."""


class LedAway(Refused):
    """A redirect that is not followed."""


class TryLater(FetchError):
    """A page that could not be had now. wait: seconds that the server asked for, if it did."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer. url: canonical, after redirects. headers: names in small letters. body: decompressed. status 304: body empty."""

    asked: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type without parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the header claims."""
        _, _, claim = self.headers.get("content-type", "").lower().partition("charset=")
        return claim.split(";")[0].strip(" \"'") or None


class Fetcher:
    """Fetches pages of the origins that it was told, with patience and within bounds. Not for several threads at once."""

    def __init__(
        self, settings: CrawlSettings, origins: Iterable[str], sleep: Callable[[float], bool | None] = time.sleep
    ) -> None:
        """sleep: waits some seconds; says True when the wait was cut short and nothing more is to be tried."""
        self._settings = settings
        self._origins = frozenset(origins)
        self._hosts = frozenset(urlsplit(origin).hostname or "" for origin in self._origins)
        self._sleep = sleep
        self._deadline = Deadline()
        backend = CheckedBackend(
            self._deadline, lambda host: settings.allow_private and host in self._hosts, dict(settings.resolve)
        )
        self._client = guarded_client(
            backend,
            timeout=httpx2.Timeout(settings.read_timeout, connect=settings.connect_timeout),
            on_response=_keep_location,
            headers={
                "User-Agent": settings.user_agent,
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
                "Accept-Language": "vi,en;q=0.5",
                "Accept-Encoding": "gzip, deflate",
            },
        )

    def close(self) -> None:
        """Close connections."""
        self._client.close()

    def fetch(self, url: str, conditions: Mapping[str, str] | None = None, *, cut: int | None = None) -> Response:
        """An answer of 200, 304 or a final 4xx. Raises Refused or TryLater.

        conditions: ``If-None-Match`` and ``If-Modified-Since`` from the last answer. cut: bytes of the body that are enough.
        """
        last: TryLater | None = None
        for attempt in range(self._settings.retries + 1):
            if last is not None and self._sleep(self._pause(attempt, last.wait)):
                break
            try:
                return self._follow(url, conditions or {}, cut)
            except TryLater as error:
                last = error
                if error.wait is not None and error.wait > self._settings.max_delay:
                    break
        assert last is not None
        raise last

    def _pause(self, attempt: int, wait: float | None) -> float:
        """Seconds before the next try: what the server asked for, else doubling, with some chance in it."""
        if wait is not None:
            return min(wait, self._settings.max_delay)
        return min(self._settings.backoff * 2.0 ** (attempt - 1) * random.uniform(0.75, 1.25), self._settings.max_delay)  # noqa: S311

    def _follow(self, url: str, conditions: Mapping[str, str], cut: int | None) -> Response:
        at, seen = url, {url}
        for _ in range(self._settings.max_redirects + 1):
            had = self._cookies()
            response = self._once(url, at, conditions, cut)
            if response.status not in _REDIRECTS:
                return response
            following = canonical_url(response.headers.get("location", ""), at)
            if following is None:
                raise LedAway(f"{at}: redirects to no address")
            if not any(same_site(origin_of(following), origin) for origin in self._origins):
                raise LedAway(f"{at}: redirects out of the crawl, to {following}")
            # To itself with a cookie: a server that shows its pages to those only who bring it.
            if following in seen and self._cookies() == had:
                raise LedAway(f"{at}: redirects in a circle")
            seen.add(following)
            at = following
        raise LedAway(f"{url}: more than {self._settings.max_redirects} redirects")

    def _cookies(self) -> frozenset[tuple[str, str | None]]:
        return frozenset((cookie.name, cookie.value) for cookie in self._client.cookies.jar)

    def _bound_cookies(self) -> None:
        """Leave the newest few of reasonable length: all of them go with every request."""
        kept = [cookie for cookie in self._client.cookies.jar if len(cookie.value or "") <= _MAX_COOKIE_CHARS]
        self._client.cookies.jar.clear()
        for cookie in kept[-_MAX_COOKIES:]:
            self._client.cookies.jar.set_cookie(cookie)

    def _once(self, asked: str, url: str, conditions: Mapping[str, str], cut: int | None) -> Response:
        self._deadline.start(self._settings.total_timeout)
        try:
            with self._client.stream("GET", url, headers=dict(conditions)) as answer:
                self._bound_cookies()
                headers = {name.lower(): value for name, value in answer.headers.items()}
                if answer.status_code in _PASSING:
                    raise TryLater(f"{url}: answered {answer.status_code}", _retry_after(headers))
                if answer.status_code in _REDIRECTS:
                    headers["location"] = answer.extensions.get("location", "")
                bodiless = answer.status_code in _REDIRECTS or answer.status_code == 304
                body = b"" if bodiless else self._read(url, answer, cut)
                return Response(asked=asked, url=url, status=answer.status_code, headers=headers, body=body)
        except PrivateAddress as error:
            raise Refused(str(error)) from error
        except (httpx2.HTTPError, ssl.SSLError) as error:
            raise TryLater(f"{url}: {_reason(error)}") from error
        except httpx2.InvalidURL as error:
            raise Refused(f"{url}: no address to ask ({error})") from error
        except (Refused, TryLater):
            raise
        except FetchError as error:
            raise TryLater(str(error)) from error

    def _read(self, url: str, answer: httpx2.Response, cut: int | None) -> bytes:
        """The body, decompressed, within bounds of size and time.

        Only one packing at most is undone, and never further than the bound.
        """
        packing = answer.headers.get("content-encoding", "").strip().lower()
        if packing in _FOREIGN or "," in packing:
            raise Refused(f"{url}: packed as {packing!r}, which was not asked for")
        bound = self._settings.max_bytes
        claimed = answer.headers.get("content-length", "")
        if cut is None and claimed.isdecimal() and len(claimed) > len(str(bound)):
            raise Refused(f"{url}: larger than {bound:,} bytes")
        unpacked = _Unpacked(packing, bound + 1 if cut is None else cut)
        try:
            for part in answer.iter_raw():
                unpacked.add(part)
                if cut is not None and len(unpacked.body) >= cut:
                    break
                if len(unpacked.body) > bound:
                    raise Refused(f"{url}: larger than {bound:,} bytes")
        except httpx2.RemoteProtocolError:
            # A length that lies: what came is kept when it is a whole page.
            body = bytes(unpacked.body)
            with contextlib.suppress(httpx2.HTTPError):
                answer.close()
            if b"</html>" in body[-2000:].lower():
                return body
            raise
        except zlib.error as error:
            raise TryLater(f"{url}: broken answer (no {packing} as it claims: {error})") from error
        return bytes(unpacked.body[:cut])


class _Unpacked:
    """A body as it comes in, unpacked up to a bound. A page that is plain markup is taken as it is, whatever its header claims."""

    def __init__(self, packing: str, bound: int) -> None:
        self.body = bytearray()
        self._packing, self._bound = packing, bound
        self._started = False
        self._unpack: _Decompressor | None = None

    def add(self, part: bytes) -> None:
        """Take what came next. Raises zlib.error on what is not packed as claimed."""
        if not part:
            return
        if not self._started:
            self._started = True
            self._unpack = self._unpacker(part)
        if self._unpack is None:
            self.body += part
        elif not self._unpack.eof:
            self.body += self._unpack.decompress(part, max(1, self._bound - len(self.body)))

    def _unpacker(self, start: bytes) -> "_Decompressor | None":
        if self._packing in _PLAIN or _MARKUP.match(start):
            return None
        if self._packing in _GZIP:
            return zlib.decompressobj(wbits=31)
        if self._packing == "deflate":  # with zlib's head, as RFC 9110 has it, or bare
            return zlib.decompressobj(wbits=15 if start[0] & 0x0F == 8 else -15)
        return None  # a charset, or another word that is no packing


class _Decompressor(Protocol):
    """What zlib gives."""

    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def _keep_location(answer: httpx2.Response) -> None:
    """Put a redirect's target aside before httpx2 reads it: what is no address is the page's fault, not the connection's."""
    location = answer.headers.pop("location", None)
    if location is not None:
        answer.extensions["location"] = location


def _reason(error: Exception) -> str:
    names = {
        "PoolTimeout": "no connection in time",
        "WriteTimeout": "no answer in time",
        "ConnectTimeout": "no connection in time",
        "ReadTimeout": "no answer in time",
        "ConnectError": "no connection",
    }
    return names.get(type(error).__name__, f"broken answer ({str(error) or type(error).__name__})")


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that ``Retry-After`` asks for, as a number or a date; a day at most."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal():
        return min(float(value[:12]), _MAX_WAIT)
    if not value:
        return None
    try:
        return min(max(0.0, parsedate_to_datetime(value).timestamp() - time.time()), _MAX_WAIT)
    except (TypeError, ValueError, OverflowError):
        return None


def is_markup(response: Response) -> bool:
    """Whether an answer is text to read: HTML, XML, plain text, or nothing said and no binary in it."""
    if response.media_type:
        return response.media_type.startswith(_TYPES)
    return b"\x00" not in response.body[:1000]
