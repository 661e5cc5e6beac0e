"""What absolute links begin with: feeds, canonical links and the search description leave the site, and no client says where they lead."""

import re
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from flask import current_app, request

from corpus.errors import InputError

_HOST = re.compile(r"(?P<name>[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::(?P<port>[0-9]{1,5}))?", re.ASCII)
_THIS_MACHINE: Final = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """public_url: as the operator gives it, without a slash at its end. bound: address and port listened on."""

    public_url: str | None = None
    bound: tuple[str, int] = ("localhost", 80)

    def root(self, host: str) -> str:
        """What an absolute link begins with, for a request whose Host header is given.

        Without a public address a request is believed where it names this machine, by any port, for a port may be forwarded.
        """
        if self.public_url:
            return self.public_url
        said = _HOST.fullmatch(host.lower())
        own = {*_THIS_MACHINE, self._name()}
        if said and said["name"].strip("[]") in own:
            return f"http://{said[0]}"
        name, port = self._name(), self.bound[1]
        return f"http://{f'[{name}]' if ':' in name else name}" + (f":{port}" if port != 80 else "")

    def _name(self) -> str:
        """The bound address; this machine's name where it listens on all."""
        try:
            return socket.gethostname().lower() if ip_address(self.bound[0]).is_unspecified else self.bound[0]
        except ValueError:
            return self.bound[0]


def public_address(url: str) -> str:
    """An operator's address as links begin with it. Raises InputError when it is not scheme and host alone."""
    parts = urlsplit(url.strip())
    host = _HOST.fullmatch(parts.netloc.lower())
    if parts.scheme not in ("http", "https") or not host or parts.path.strip("/") or parts.query or parts.fragment:
        raise InputError(f"{url!r}: write it like https://danchieu.example, without a path")
    return f"{parts.scheme}://{host[0]}"


def root_url() -> str:
    """What an absolute link in the answer to this request begins with, without a slash at its end."""
    address: SiteAddress = current_app.config["ADDRESS"]
    return address.root(request.host)
