"""Connections of the crawler: to addresses that were checked, and never longer than one answer may take.

A name is looked up once and connected to as found, so that a second look-up cannot lead elsewhere (DNS rebinding). A deadline holds for the
whole answer (connecting, headers, body), because a server that sends a byte now and then never runs into a timeout for each read.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import httpcore2

from corpus.errors import FetchError

_MAX_ADDRESSES: Final = 4


class PrivateAddress(FetchError):
    """A name that leads to an address which is not of the open internet."""


def checked_addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The network addresses of a host that may be connected to, in the resolver's order.

    Raises PrivateAddress when it has none but private ones, FetchError when there is no such host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: no such host ({error})") from error
    addresses = list(dict.fromkeys(str(row[4][0]) for row in found))
    allowed = [address for address in addresses if allow_private or is_public(address)]
    if not allowed:
        raise PrivateAddress(
            f"{host}: leads to the private address {addresses[0]}; use --allow-private if that is meant"
        )
    return allowed[:_MAX_ADDRESSES]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, reserved, for documentation or multicast.

    Addresses that carry an IPv4 address inside (mapped, 6to4, NAT64) are judged by that. Of IPv6, nothing else outside 2000::/3 is handed out
    for the open internet (IANA, IPv6 Global Unicast Address Space): not ``::a.b.c.d``, ``fec0::/10``, ``5f00::/16``, nor a network's own NAT64.
    """
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        return ip in _HANDED_OUT and ip not in _EXAMPLES and ip.is_global
    return ip not in _RELAYS and ip.is_global and not ip.is_multicast


_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_HANDED_OUT: Final = ipaddress.IPv6Network("2000::/3")
_EXAMPLES: Final = ipaddress.IPv6Network("3fff::/20")  # RFC 9637; not yet in Python's own tables
_RELAYS: Final = ipaddress.IPv4Network("192.88.99.0/24")  # RFC 7526: no longer in use


class Deadline:
    """The moment by which an answer is to be complete. Set before each request; read by the connections of one fetcher."""

    def __init__(self) -> None:
        self._at = float("inf")

    def start(self, seconds: float) -> None:
        """Begin to count."""
        self._at = time.monotonic() + seconds

    def clip(self, timeout: float | None) -> float:
        """The given timeout, or what is left if that is less. Raises httpcore2.ReadTimeout when nothing is left."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the answer is not complete in time")
        return left if timeout is None else min(timeout, left)


class CheckedBackend(httpcore2.SyncBackend):
    """Connects to checked addresses, one after the other. resolve: host to (address, port) to connect to instead, unchecked."""

    def __init__(
        self, deadline: Deadline, allow_private: Callable[[str], bool], resolve: Mapping[str, tuple[str, int]]
    ) -> None:
        self._deadline, self._allow_private, self._resolve = deadline, allow_private, resolve

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection. Raises FetchError and what httpcore2 raises for connections that fail."""
        if host in self._resolve:
            address, port = self._resolve[host]
            addresses = [address]
        else:
            addresses = checked_addresses(host, port, allow_private=self._allow_private(host))
        for address in addresses[:-1]:
            try:
                return self._connect(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._connect(addresses[-1], port, timeout, local_address, socket_options)

    def _connect(self, address: str, port: int, timeout: float | None, *rest: Any) -> httpcore2.NetworkStream:
        return _BoundedStream(super().connect_tcp(address, port, self._deadline.clip(timeout), *rest), self._deadline)


class _BoundedStream(httpcore2.NetworkStream):
    """A stream whose every read, write and handshake ends at the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.clip(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.clip(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _BoundedStream(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.clip(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
