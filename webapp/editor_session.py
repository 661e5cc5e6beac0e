"""Who may decide on the web: whoever gives the editor's token. A signed cookie, sent with this site's own requests alone, remembers the name.

Cookies: RFC 6265bis, ``SameSite=Strict``. Requests that change something must come from a page of this site (``Origin``, ``Sec-Fetch-Site``) and
carry the form's own token, which no other site can read.
"""

import hmac
import json
import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from flask import Request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

COOKIE: Final = "danchieu-editor"
HOURS: Final = 8


@dataclass(frozen=True, slots=True)
class Editor:
    """Who is signed in. form_token: what each of this session's forms carries."""

    name: str
    form_token: str


class EditorDoor:
    """Signs editors in and knows them again. All workers of a server know the same token, and so each other's cookies."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._serializer = URLSafeTimedSerializer(sha256(f"danchieu editor {token}".encode()).digest(), salt="session")

    def opens(self, token: str) -> bool:
        """Whether a token is the right one, in a time that tells nothing of it."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self._token.encode())

    def admit(self, response: Response, name: str, *, secure: bool) -> None:
        """Remember an editor's name in a cookie of this browser."""
        value = self._serializer.dumps(json.dumps([name, secrets.token_urlsafe(12)]))
        response.set_cookie(
            COOKIE, value, max_age=HOURS * 3600, path="/bien-tap", secure=secure, httponly=True, samesite="Strict"
        )

    def dismiss(self, response: Response) -> None:
        """Forget the editor of this browser."""
        response.delete_cookie(COOKIE, path="/bien-tap", httponly=True, samesite="Strict")

    def editor(self, request: Request) -> Editor | None:
        """The editor whose browser asks; None for others, and after eight hours."""
        try:
            name, nonce = json.loads(self._serializer.loads(request.cookies.get(COOKIE, ""), max_age=HOURS * 3600))
        except (BadSignature, ValueError):
            return None
        digest = hmac.new(self._token.encode(), f"form {nonce}".encode(), sha256).hexdigest()
        return Editor(name=str(name), form_token=digest)


def new_token() -> str:
    """A token for a server whose owner chose none."""
    return secrets.token_urlsafe(24)


def is_own(request: Request, root: str) -> bool:
    """Whether a browser says that a request comes from a page of this site. root: the address by which readers reach it."""
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site")
    if origin is None:
        return site == "same-origin"
    return site in (None, "same-origin") and urlsplit(origin)[:2] in (
        urlsplit(root)[:2],
        urlsplit(request.host_url)[:2],
    )
