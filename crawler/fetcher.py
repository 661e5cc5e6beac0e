"""Polite, bounded HTTP: the one home of httpx.

FetchError
├── Refused       never asked again: private address, redirect out of the crawl, too large, packed twice
└── TryLater      may pass: 429, 5xx, broken or slow connection, no such host (after the retries)
"""

import contextlib
import random
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

import httpcore
import httpx

from corpus.errors import FetchError
from crawler.addresses import canonical_url, origin_of, same_site
from crawler.connections import CheckedBackend, Deadline, PrivateAddress
from crawler.settings import CrawlSettings

_PASSING: Final = frozenset((408, 425, 429, 500, 502, 503, 504))
_MAX_WAIT: Final = 86_400.0
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_PACKINGS: Final = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")


class Refused(FetchError):
    """A page that is not fetched now or later."""


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
        transport = httpx.HTTPTransport(verify=ssl.create_default_context(), retries=0)
        transport._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=4,
            keepalive_expiry=15,
            network_backend=CheckedBackend(
                self._deadline, lambda host: settings.allow_private and host in self._hosts, dict(settings.resolve)
            ),
        )
        self._client = httpx.Client(
            transport=transport,
            follow_redirects=False,
            trust_env=False,
            timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout),
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
            response = self._once(url, at, conditions, cut)
            if response.status not in _REDIRECTS:
                return response
            following = canonical_url(response.headers.get("location", ""), at)
            if following is None:
                raise Refused(f"{at}: redirects to no address")
            if not any(same_site(origin_of(following), origin) for origin in self._origins):
                raise Refused(f"{at}: redirects out of the crawl, to {following}")
            if following in seen:
                raise Refused(f"{at}: redirects in a circle")
            seen.add(following)
            at = following
        raise Refused(f"{url}: more than {self._settings.max_redirects} redirects")

    def _once(self, asked: str, url: str, conditions: Mapping[str, str], cut: int | None) -> Response:
        self._deadline.start(self._settings.total_timeout)
        try:
            with self._client.stream("GET", url, headers=dict(conditions)) as answer:
                headers = {name.lower(): value for name, value in answer.headers.items()}
                if answer.status_code in _PASSING:
                    raise TryLater(f"{url}: answered {answer.status_code}", _retry_after(headers))
                bodiless = answer.status_code in _REDIRECTS or answer.status_code == 304
                body = b"" if bodiless else self._read(url, answer, cut)
                return Response(asked=asked, url=url, status=answer.status_code, headers=headers, body=body)
        except PrivateAddress as error:
            raise Refused(str(error)) from error
        except (httpx.HTTPError, httpcore.TimeoutException, ssl.SSLError) as error:
            raise TryLater(f"{url}: {_reason(error)}") from error
        except httpx.InvalidURL as error:
            raise Refused(f"{url}: no address to ask ({error})") from error
        except (Refused, TryLater):
            raise
        except FetchError as error:
            raise TryLater(str(error)) from error

    def _read(self, url: str, answer: httpx.Response, cut: int | None) -> bytes:
        """The body, decompressed, within bounds of size and time.

        Only one packing at most is undone, so that a chunk of 64 kB never becomes more than the packing's own factor of it.
        """
        packing = answer.headers.get("content-encoding", "").strip().lower()
        if packing not in _PACKINGS:
            raise Refused(f"{url}: packed as {packing!r}, which was not asked for")
        bound = self._settings.max_bytes
        claimed = answer.headers.get("content-length", "")
        if cut is None and claimed.isdecimal() and len(claimed) > len(str(bound)):
            raise Refused(f"{url}: larger than {bound:,} bytes")
        parts: list[bytes] = []
        size = 0
        try:
            for part in answer.iter_bytes():
                size += len(part)
                parts.append(part)
                if cut is not None and size >= cut:
                    break
                if size > bound:
                    raise Refused(f"{url}: larger than {bound:,} bytes")
        except httpx.RemoteProtocolError:
            # A length that lies: what came is kept when it is a whole page.
            body = b"".join(parts)
            with contextlib.suppress(httpx.HTTPError):
                answer.close()
            if b"</html>" in body[-2000:].lower():
                return body
            raise
        return b"".join(parts)[:cut]


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
