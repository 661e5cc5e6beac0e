"""Polite, bounded HTTP: the one home of httpx.

FetchError
├── Refused       never asked again: private address, redirect out of the crawl, too large, not a page
└── TryLater      may pass: 429, 5xx, broken or slow connection (after the retries)
"""

import contextlib
import random
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

import httpcore
import httpx

from corpus.errors import FetchError
from crawler.addresses import canonical_url, checked_address, origin_of
from crawler.settings import CrawlSettings

_PASSING: Final = frozenset((408, 425, 429, 500, 502, 503, 504))
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


class _CheckedBackend(httpcore.SyncBackend):
    """Connects to the address that was checked, whatever the name says a moment later."""

    def __init__(self, allow_private: Callable[[str], bool]) -> None:
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a checked address. Raises Refused."""
        try:
            address = checked_address(host, port, allow_private=self._allow_private(host))
        except FetchError as error:
            raise Refused(str(error)) from error
        return super().connect_tcp(address, port, timeout, local_address, socket_options)


class Fetcher:
    """Fetches pages of the origins that it was told, with patience and within bounds. Not for several threads at once."""

    def __init__(
        self, settings: CrawlSettings, origins: Iterable[str], sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._settings = settings
        self._origins = frozenset(origins)
        self._hosts = frozenset(urlsplit(origin).hostname or "" for origin in self._origins)
        self._sleep = sleep
        transport = httpx.HTTPTransport(verify=ssl.create_default_context(), retries=0)
        transport._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=4,
            keepalive_expiry=15,
            network_backend=_CheckedBackend(lambda host: settings.allow_private and host in self._hosts),
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

    def fetch(self, url: str, conditions: Mapping[str, str] | None = None) -> Response:
        """An answer of 200, 304 or a final 4xx. Raises Refused or TryLater.

        conditions: ``If-None-Match`` and ``If-Modified-Since`` from the last answer.
        """
        last: TryLater | None = None
        for attempt in range(self._settings.retries + 1):
            if attempt:
                self._sleep(self._pause(attempt, last.wait if last else None))
            try:
                return self._follow(url, conditions or {})
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

    def _follow(self, url: str, conditions: Mapping[str, str]) -> Response:
        at, seen = url, {url}
        for _ in range(self._settings.max_redirects + 1):
            response = self._once(url, at, conditions)
            if response.status not in (301, 302, 303, 307, 308):
                return response
            following = canonical_url(response.headers.get("location", ""), at)
            if following is None:
                raise Refused(f"{at}: redirects to no address")
            if origin_of(following) not in self._origins:
                raise Refused(f"{at}: redirects out of the crawl, to {following}")
            if following in seen:
                raise Refused(f"{at}: redirects in a circle")
            seen.add(following)
            at = following
        raise Refused(f"{url}: more than {self._settings.max_redirects} redirects")

    def _once(self, asked: str, url: str, conditions: Mapping[str, str]) -> Response:
        deadline = time.monotonic() + self._settings.total_timeout
        try:
            with self._client.stream("GET", url, headers=dict(conditions)) as answer:
                headers = {name.lower(): value for name, value in answer.headers.items()}
                if answer.status_code in _PASSING:
                    raise TryLater(f"{url}: answered {answer.status_code}", _retry_after(headers))
                body = (
                    b"" if answer.status_code in (301, 302, 303, 304, 307, 308) else self._read(url, answer, deadline)
                )
                return Response(asked=asked, url=url, status=answer.status_code, headers=headers, body=body)
        except (httpx.TransportError, httpx.DecodingError, ssl.SSLError) as error:
            raise TryLater(f"{url}: {_reason(error)}") from error

    def _read(self, url: str, answer: httpx.Response, deadline: float) -> bytes:
        """The body, decompressed, within bounds of size and time."""
        parts: list[bytes] = []
        size = 0
        try:
            for part in answer.iter_bytes(64 * 1024):
                size += len(part)
                if size > self._settings.max_bytes:
                    raise Refused(f"{url}: larger than {self._settings.max_bytes:,} bytes")
                if time.monotonic() > deadline:
                    raise TryLater(f"{url}: not finished after {self._settings.total_timeout:g} s")
                parts.append(part)
        except httpx.RemoteProtocolError:
            # A length that lies: what came is kept when it is a whole page.
            body = b"".join(parts)
            with contextlib.suppress(httpx.HTTPError):
                answer.close()
            if b"</html>" in body[-2000:].lower():
                return body
            raise
        return b"".join(parts)


def _reason(error: Exception) -> str:
    names = {
        "ConnectTimeout": "no connection in time",
        "ReadTimeout": "no answer in time",
        "ConnectError": "no connection",
    }
    return names.get(type(error).__name__, f"broken answer ({str(error) or type(error).__name__})")


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that ``Retry-After`` asks for, as a number or a date."""
    value = headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    if not value:
        return None
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None


def is_markup(response: Response) -> bool:
    """Whether an answer is text to read: HTML, XML, plain text, or nothing said and no binary in it."""
    if response.media_type:
        return response.media_type.startswith(_TYPES)
    return b"\x00" not in response.body[:1000]
