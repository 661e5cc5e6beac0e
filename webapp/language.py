"""Vietnamese by default, English one click away. Messages are looked up by their Vietnamese text."""

import json
from functools import cache
from importlib.resources import files
from urllib.parse import quote, urlencode

from flask import Flask, Response, after_this_request, g, request

LANGUAGES = ("vi", "en")
_COOKIE = "lang"


@cache
def _messages(language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(
        files("webapp").joinpath(f"messages/{language}.json").read_text(encoding="utf-8")
    )
    return loaded


def choose_language() -> None:
    """The language of a request: its ``lang`` parameter, which is remembered, else the cookie, else Vietnamese."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        g.language = asked

        @after_this_request
        def remember(response: Response) -> Response:
            response.set_cookie(_COOKIE, asked, max_age=31_536_000, samesite="Lax", httponly=True)
            return response

        return
    kept = request.cookies.get(_COOKIE, "")
    g.language = kept if kept in LANGUAGES else "vi"


def translate(text: str, **values: object) -> str:
    """A message in the request's language, with ``{name}`` filled in."""
    language = g.get("language", "vi")
    found = text if language == "vi" else _messages(language).get(text, text)
    return found.format(**values) if values else found


def other_language_url() -> str:
    """This page in the other language: its own path and query. A visitor's argument names never reach ``url_for``, which obeys some."""
    other = "en" if g.get("language", "vi") == "vi" else "vi"
    if request.endpoint is None:
        return f"/?lang={other}"
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return f"/{quote(request.path.lstrip('/'))}?{urlencode([*kept, ('lang', other)])}"


def install_language(app: Flask) -> None:
    """Give templates ``_`` and the address of the other language."""
    app.jinja_env.globals.update(_=translate, other_language_url=other_language_url)
    app.jinja_env.globals["language"] = lambda: g.get("language", "vi")
