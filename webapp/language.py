"""The language of a request: Vietnamese by default, English one click away. `webapp.words` has the words."""

from typing import Final
from urllib.parse import quote, urlencode

from flask import Flask, Response, after_this_request, g, request

from webapp.addresses import root_url
from webapp.words import Language, day, message

LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
_COOKIE: Final = "lang"
_YEAR: Final = 31_536_000


def choose_language() -> None:
    """The language of a request: its ``lang`` parameter, which is remembered, else the cookie, else Vietnamese."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        g.language = asked

        @after_this_request
        def remember(response: Response) -> Response:
            response.set_cookie(_COOKIE, asked, max_age=_YEAR, samesite="Lax", httponly=True)
            return response

        return
    kept = request.cookies.get(_COOKIE, "")
    g.language = kept if kept in LANGUAGES else "vi"


def current_language() -> Language:
    """``vi`` or ``en``."""
    return "en" if g.get("language") == "en" else "vi"


def translate(text: str, /, **values: object) -> str:
    """A message in the request's language; see `webapp.words.message`."""
    return message(text, current_language(), **values)


def show_day(iso: object) -> str:
    """An ISO date of any precision as the request's readers write it; see `webapp.words.day`."""
    return day(iso, current_language())


def show_number(number: int) -> str:
    """A whole number with its thousands set apart, by a point in Vietnamese and a comma in English."""
    text = f"{number:,}"
    return text.replace(",", ".") if current_language() == "vi" else text


def other_language_url() -> str:
    """This page in the other language: its own path and query. A visitor's argument names never reach ``url_for``, which obeys some."""
    other = "en" if current_language() == "vi" else "vi"
    if request.endpoint is None:
        return f"/?lang={other}"
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return f"/{quote(request.path.lstrip('/'))}?{urlencode([*kept, ('lang', other)])}"


def canonical_url() -> str:
    """The one address of this page: without language, order or anything that a visitor added; a search keeps its words."""
    kept = [(name, value) for name in ("q", "id") for value in request.args.getlist(name)[:8]]
    return root_url() + quote(request.path) + (f"?{urlencode(kept)}" if kept else "")


def install_language(app: Flask) -> None:
    """Give templates ``_``, the address of the other language, and the page's own."""
    app.jinja_env.globals.update(_=translate, other_language_url=other_language_url, canonical_url=canonical_url)
