"""Where connections may lead, and how long they may last."""

import socket
import time
from typing import Any

import httpcore2
import pytest

from corpus.errors import FetchError
from crawler.connections import CheckedBackend, Deadline, PrivateAddress, checked_addresses, is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::", False),
        ("64:ff9b::7f00:1", False),
        ("fd00::1", False),
        ("fe80::1%eth0", False),
        ("224.0.0.1", False),
        ("192.88.99.1", False),
        ("fec0::1", False),
        ("64:ff9b:1::808:808", False),
        ("64:ff9b::808:808", True),
        ("::8.8.8.8", False),
        ("::127.0.0.1", False),
        ("5f00::1", False),
        ("3fff::1", False),
        ("2001:db8::1", False),
        ("2001::1", False),
        ("2002:0808:0808::", True),
        ("4000::1", False),
        ("ff02::1", False),
    ],
)
def test_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_names_that_lead_to_private_addresses() -> None:
    assert "127.0.0.1" in checked_addresses("localhost", 80, allow_private=True)
    for name in ("localhost", "127.1", "2130706433", "0x7f000001"):
        with pytest.raises(PrivateAddress, match="private address"):
            checked_addresses(name, 80, allow_private=False)
    with pytest.raises(FetchError, match="no such host"):
        checked_addresses("khong-co.invalid", 80, allow_private=False)


def test_a_name_is_looked_up_once_and_connected_to_as_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolver that answers with a public address first and a private one a moment later (DNS rebinding)."""
    answers = iter(["203.0.114.9", "127.0.0.1"])
    reached: list[str] = []

    def look_up(host: str, port: int, **more: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: tuple[str, int], *more: Any, **named: Any) -> socket.socket:
        reached.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("crawler.connections.socket.getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(httpcore2.ConnectError):
        CheckedBackend(Deadline(), lambda host: False, {}).connect_tcp("hai-mat.example", 80)
    assert reached == ["203.0.114.9"]


def test_the_next_address_is_tried_when_one_does_not_answer(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.http.server_address[1]
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("127.0.0.2", "127.0.0.1")]
    monkeypatch.setattr("crawler.connections.socket.getaddrinfo", lambda *given, **named: rows)
    stream = CheckedBackend(Deadline(), lambda host: True, {}).connect_tcp("hai-nha.example", port, timeout=2)
    assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
    stream.close()


def test_a_deadline_clips_every_wait() -> None:
    deadline = Deadline()
    assert deadline.clip(5.0) == 5.0
    deadline.start(0.05)
    assert deadline.clip(5.0) <= 0.05
    time.sleep(0.06)
    with pytest.raises(httpcore2.ReadTimeout):
        deadline.clip(5.0)
