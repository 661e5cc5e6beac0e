"""How requests leave: one transport over one pool of connections, whose every connection is opened by `CheckedBackend`.

httpx2 asks a transport for each answer; this one hands it to httpcore2, in public names of both. It is the client's only way out (see
`guarded_client`): no proxy, no transport for a scheme or host, nothing from the environment.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import httpcore2
import httpx2

from crawler.connections import CheckedBackend

_MAX_CONNECTIONS: Final = 4
_KEPT_SECONDS: Final = 15
_ERRORS: Final[tuple[tuple[type[Exception], type[httpx2.TransportError]], ...]] = (
    (httpcore2.ConnectTimeout, httpx2.ConnectTimeout),
    (httpcore2.ReadTimeout, httpx2.ReadTimeout),
    (httpcore2.WriteTimeout, httpx2.WriteTimeout),
    (httpcore2.PoolTimeout, httpx2.PoolTimeout),
    (httpcore2.TimeoutException, httpx2.TimeoutException),
    (httpcore2.ConnectError, httpx2.ConnectError),
    (httpcore2.ReadError, httpx2.ReadError),
    (httpcore2.WriteError, httpx2.WriteError),
    (httpcore2.NetworkError, httpx2.NetworkError),
    (httpcore2.RemoteProtocolError, httpx2.RemoteProtocolError),
    (httpcore2.LocalProtocolError, httpx2.LocalProtocolError),
    (httpcore2.ProtocolError, httpx2.ProtocolError),
    (httpcore2.UnsupportedProtocol, httpx2.UnsupportedProtocol),
)
"""What the pool raises, and what that is for the client; the narrower before the wider."""


class CheckedTransport(httpx2.BaseTransport):
    """Requests over connections that a backend opens, and over no others."""

    def __init__(self, backend: CheckedBackend) -> None:
        self._connections = httpcore2.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=_MAX_CONNECTIONS,
            keepalive_expiry=_KEPT_SECONDS,
            retries=0,
            network_backend=backend,
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, its body still to be read. Raises httpx2.TransportError, and what the backend raises of its own."""
        asked = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_client_errors():
            answer = self._connections.handle_request(asked)
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=dict(answer.extensions)
        )

    def close(self) -> None:
        """Close connections."""
        self._connections.close()


class _Body(httpx2.SyncByteStream):
    """A body as it comes in."""

    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_client_errors():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        with _as_client_errors():
            self._answer.close()


@contextmanager
def _as_client_errors() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        for of_pool, of_client in _ERRORS:
            if isinstance(error, of_pool):
                raise of_client(str(error)) from error
        raise


def guarded_client(
    backend: CheckedBackend,
    *,
    timeout: httpx2.Timeout,
    headers: Mapping[str, str],
    on_response: Callable[[httpx2.Response], Any],
) -> httpx2.Client:
    """A client that has no way out but through the backend: it mounts nothing else and asks nothing of the environment."""
    return httpx2.Client(
        transport=CheckedTransport(backend),
        mounts={},
        trust_env=False,
        follow_redirects=False,
        timeout=timeout,
        headers=dict(headers),
        event_hooks={"response": [on_response]},
    )
