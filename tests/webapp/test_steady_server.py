"""How many connections a server keeps, and which makes room."""

import resource
from types import SimpleNamespace

import pytest

from webapp.steady_server import SteadyServer, most_connections


@pytest.mark.parametrize(
    ("soft", "most"),
    [
        (0, 4),
        (72, 4),
        (73, 4),
        (74, 5),
        (256, 96),
        (1062, 499),
        (1064, 500),
        (1066, 500),
        (65536, 500),
        (resource.RLIM_INFINITY, 500),
    ],
)
def test_connections_leave_descriptors_for_the_rest(soft: int, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, resource.RLIM_INFINITY))
    assert most_connections() == most


class Channel:
    """A connection since some moment, with requests under way."""

    def __init__(self, since: float, requests: int) -> None:
        self.creation_time = since
        self.requests = [object()] * requests
        self.closed = 0

    def handle_close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize(
    ("channels", "closed"),
    [
        ([(3.0, 0), (1.0, 0), (2.0, 0), (4.0, 0)], [0, 1, 0, 0]),
        ([(3.0, 0), (1.0, 2), (2.0, 1), (4.0, 0)], [1, 0, 0, 0]),
        ([(3.0, 1), (1.0, 1), (2.0, 1), (4.0, 1)], [0, 0, 0, 0]),
        ([(3.0, 0), (1.0, 0), (2.0, 0)], [0, 0, 0]),
    ],
)
def test_at_its_bound_the_longest_waiting_connection_makes_room(
    channels: list[tuple[float, int]], closed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.steady_server.most_connections", lambda: 4)
    monkeypatch.setattr("webapp.steady_server.TcpWSGIServer.accept", lambda self: "next")
    server = SteadyServer.__new__(SteadyServer)
    made = [Channel(*one) for one in channels]
    server.active_channels = dict(enumerate(made))
    assert server.accept() == "next"
    assert [one.closed for one in made] == closed


def test_a_connection_that_cannot_be_accepted_makes_the_server_rest_and_is_logged_once_a_minute(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def none_left(self: SteadyServer) -> None:
        raise OSError(24, "Too many open files")

    now = [1000.0]
    monkeypatch.setattr("webapp.steady_server.time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr("webapp.steady_server.TcpWSGIServer.accept", none_left)
    monkeypatch.setattr("webapp.steady_server.TcpWSGIServer.readable", lambda self: True)
    server = SteadyServer.__new__(SteadyServer)
    waiting = Channel(1.0, 0)
    server.active_channels = {1: waiting}
    assert server.readable()
    told = []
    for at in (1000.0, 1030.0, 1060.0, 1060.5):
        now[0] = at
        assert server.accept() is None
        told.append(len(caplog.records))
        assert not server.readable()
        now[0] = at + 1.0
        assert server.readable(), "it rests for a second"
    assert told == [1, 1, 1, 2] and waiting.closed == 4
    assert "Too many open files" in caplog.text and "1 are open" in caplog.text
