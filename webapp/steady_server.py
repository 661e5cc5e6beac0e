"""The WSGI server of one worker: waitress, which reads requests without a thread for each, made steady under many connections.

Waitress stops accepting at its limit until somebody goes away. Here the connection that has waited longest for its request makes room instead, so
that slow ones never shut the others out; and a process out of descriptors rests, where waitress would try again at once, and log each try.
"""

import logging
import resource
import socket
import time
from typing import Any, Final

from flask import Flask
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

MAX_BODY: Final = 2 * 1024 * 1024
"""Bytes of a request's body; a longer one is refused before it is read."""
_THREADS: Final = 4
_MOST_CONNECTIONS: Final = 500
_DESCRIPTORS_WANTED: Final = 2048
_DESCRIPTORS_KEPT: Final = 64
"""For the index, logs and libraries."""
_IDLE_SECONDS: Final = 30
_CLEANUP_SECONDS: Final = 5
_REST_SECONDS: Final = 1.0
_LOG_SECONDS: Final = 60.0

log = logging.getLogger("danchieu.server")


class SteadyServer(TcpWSGIServer):  # type: ignore[misc]  # waitress has no types
    """Waitress on one listening socket; see the module."""

    _rests_until = 0.0
    _told_at = -_LOG_SECONDS

    def readable(self) -> bool:
        """Whether a new connection is welcome: always, but while the process rests. Waitress's own limit is never met."""
        if time.monotonic() < self._rests_until:
            return False
        return bool(super().readable())

    def accept(self) -> Any:
        """The next connection, for which the longest waiting makes room where there are too many."""
        if len(self.active_channels) >= most_connections():
            self._let_go_of_one()
        try:
            return super().accept()
        except OSError as error:
            self._rests_until = time.monotonic() + _REST_SECONDS
            self._let_go_of_one()
            if time.monotonic() - self._told_at > _LOG_SECONDS:
                self._told_at = time.monotonic()
                log.warning("a connection could not be accepted (%s); %d are open", error, len(self.active_channels))
            return None

    def _let_go_of_one(self) -> None:
        """Close the oldest connection for which nothing is being done: its request never came whole, or the next one did not."""
        waiting = [channel for channel in self.active_channels.values() if not channel.requests]
        if waiting:
            min(waiting, key=lambda channel: float(channel.creation_time)).handle_close()


def most_connections() -> int:
    """How many connections a process keeps: each may want a second descriptor, for a body or a page set aside."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    room = _MOST_CONNECTIONS if soft == resource.RLIM_INFINITY else (soft - _DESCRIPTORS_KEPT) // 2
    return max(4, min(_MOST_CONNECTIONS, room))


def serve_on(listener: socket.socket, app: Flask) -> None:
    """Answer on a bound socket until SystemExit or KeyboardInterrupt is raised in this thread."""
    _ask_for_descriptors()
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits a moment is no news
    options = Adjustments(
        sockets=[listener],
        threads=_THREADS,
        ident="danchieu",
        connection_limit=2**31,
        channel_timeout=_IDLE_SECONDS,
        cleanup_interval=_CLEANUP_SECONDS,
        max_request_header_size=64 * 1024,
        max_request_body_size=MAX_BODY + 1,
        asyncore_use_poll=True,
        log_socket_errors=False,
    )
    known = (listener.family, listener.type, listener.proto, listener.getsockname())
    SteadyServer(app, map={}, _sock=listener, adj=options, sockinfo=known, bind_socket=False).run()


def _ask_for_descriptors() -> None:
    """Raise the soft limit as far as is useful and allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _DESCRIPTORS_WANTED if hard == resource.RLIM_INFINITY else min(hard, _DESCRIPTORS_WANTED)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
