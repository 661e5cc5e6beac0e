"""The sample sites on loopback: one small server for each, on a free port of its own, under the site's own name."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from corpus.sample.catalogue import SITES, SampleSite
from corpus.sample.sites import respond


@dataclass(slots=True)
class ServedSite:
    """A site being served. address: where it listens, for a client that is told so. requests: targets asked for, in order.

    not_modified: how many were answered 304.
    """

    site: SampleSite
    address: tuple[str, int]
    requests: list[str] = field(default_factory=list)
    not_modified: int = 0

    @property
    def url(self) -> str:
        """The site's front page, by its name."""
        return f"http://{self.site.host}/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20

    def do_GET(self) -> None:
        """Answer from the site's own pages."""
        served: ServedSite = self.server.served  # type: ignore[attr-defined]
        headers = {name.lower(): value for name, value in self.headers.items()}
        response = respond(served.site, self.path, served.url.rstrip("/"), headers)
        served.requests.append(self.path)
        served.not_modified += response.status == 304
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        self.wfile.write(response.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve_sites() -> Iterator[Mapping[str, ServedSite]]:
    """All sample sites, by key, while the context lasts."""
    with ExitStack() as stack:
        yield {site.key: stack.enter_context(_serve(site)) for site in SITES}


@contextmanager
def _serve(site: SampleSite) -> Iterator[ServedSite]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    served = ServedSite(site, ("127.0.0.1", server.server_address[1]))
    server.served = served  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
