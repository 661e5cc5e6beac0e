"""The way out: every connection is opened by the guard, whatever the environment, a redirect or a name's address says."""

import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from crawler.connections import CheckedBackend, Deadline, PrivateAddress
from crawler.fetcher import Fetcher, Refused
from crawler.settings import CrawlSettings
from crawler.transport import CheckedTransport, guarded_client

PATIENT: dict[str, Any] = {"connect_timeout": 2.0, "read_timeout": 2.0, "total_timeout": 4.0, "retries": 0}


class Listener:
    """A loopback socket that counts who comes, and hangs up."""

    def __init__(self) -> None:
        self.came = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._count, daemon=True)
        self._thread.start()

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.came += 1
            connection.close()

    def close(self) -> None:
        """Count those who came last, and stop."""
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            assert last.recv(1) == b""  # taken and let go: all before it were, too
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(10)
        self.came -= 1


@pytest.fixture
def listener() -> Iterator[Listener]:
    opened = Listener()
    yield opened
    if opened._thread.is_alive():
        opened.close()


def refusing() -> CheckedBackend:
    return CheckedBackend(Deadline(), lambda host: False, {})


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]"])
def test_no_name_of_this_machine_is_reached(listener: Listener, host: str) -> None:
    url = f"http://{host}:{listener.port}/"
    fetcher = Fetcher(CrawlSettings(**PATIENT), [f"http://{host}:{listener.port}"])
    with pytest.raises(Refused, match="private address"):
        fetcher.fetch(url)
    fetcher.close()
    listener.close()
    assert listener.came == 0


def test_no_public_name_leads_home(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server of somebody else's answers with loopback."""
    row = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", listener.port))
    monkeypatch.setattr("crawler.connections.socket.getaddrinfo", lambda *given, **named: [row])
    origin = f"http://cong-khai.example:{listener.port}"
    with pytest.raises(Refused, match=r"cong-khai\.example: leads to the private address"):
        Fetcher(CrawlSettings(**PATIENT), [origin]).fetch(f"{origin}/")
    listener.close()
    assert listener.came == 0


def test_no_redirect_leads_home(server: Any, listener: Listener) -> None:
    """The site itself is told where to be found; the machine that it points at is in the crawl too, and private."""
    inside = f"http://localhost:{listener.port}"
    server.redirect("/", f"{inside}/noi-bo")
    where = {"cong.example": ("127.0.0.1", server.http.server_address[1])}
    fetcher = Fetcher(CrawlSettings(**PATIENT, resolve=where), ["http://cong.example", inside])
    with pytest.raises(Refused, match="localhost: leads to the private address"):
        fetcher.fetch("http://cong.example/")
    listener.close()
    assert (server.asked, listener.came) == (["/"], 0)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_no_proxy_of_the_environment_is_asked(
    server: Any, listener: Listener, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """Of a proxy nobody knows which addresses it asks."""
    monkeypatch.setenv(variable, f"http://127.0.0.1:{listener.port}")
    server.page("/", "đến thẳng")
    settings = CrawlSettings(**PATIENT, allow_private=True)
    assert Fetcher(settings, [server.url]).fetch(server.url + "/").body.decode() == "đến thẳng"
    listener.close()
    assert listener.came == 0


def test_every_scheme_and_host_goes_by_the_one_transport(monkeypatch: pytest.MonkeyPatch, listener: Listener) -> None:
    """Asked of the client from outside: a request to any address comes to our transport, whatever it is."""
    asked: list[str] = []

    def handle(self: CheckedTransport, request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return httpx2.Response(204)

    monkeypatch.setattr(CheckedTransport, "handle_request", handle)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{listener.port}")
    client = guarded_client(refusing(), timeout=httpx2.Timeout(2.0), headers={}, on_response=lambda answer: None)
    urls = ["http://a.example/", "https://a.example/", f"http://127.0.0.1:{listener.port}/", "http://[::1]/"]
    for url in urls:
        assert client.get(url).status_code == 204
    assert asked == urls
    client.close()
    listener.close()
    assert listener.came == 0


def test_what_the_guard_raises_comes_through_unchanged(listener: Listener) -> None:
    client = guarded_client(refusing(), timeout=httpx2.Timeout(2.0), headers={}, on_response=lambda answer: None)
    with pytest.raises(PrivateAddress):
        client.get(f"http://127.0.0.1:{listener.port}/")
    client.close()


def test_a_certificate_that_nobody_vouches_for_is_an_error_of_the_connection(server: Any) -> None:
    """TLS is spoken over the guarded connection too: a server without it breaks the handshake."""
    client = guarded_client(
        CheckedBackend(Deadline(), lambda host: True, {}),
        timeout=httpx2.Timeout(2.0),
        headers={},
        on_response=lambda answer: None,
    )
    with pytest.raises(httpx2.ConnectError):
        client.get(server.url.replace("http:", "https:") + "/")
    client.close()
    assert server.asked == []


def test_connections_are_kept_for_the_next_page(server: Any) -> None:
    """As long as the server keeps them: one socket for several pages of a host."""
    opened: list[str] = []

    class Counting(CheckedBackend):
        def connect_tcp(self, host: str, *given: Any, **named: Any) -> Any:
            opened.append(host)
            return super().connect_tcp(host, *given, **named)

    server.http.RequestHandlerClass.protocol_version = "HTTP/1.1"
    server.page("/", "một")
    server.page("/2", "hai")
    backend = Counting(Deadline(), lambda host: True, {})
    client = guarded_client(backend, timeout=httpx2.Timeout(2.0), headers={}, on_response=lambda answer: None)
    assert [client.get(server.url + path).text for path in ("/", "/2", "/")] == ["một", "hai", "một"]
    client.close()
    assert opened == ["127.0.0.1"]
