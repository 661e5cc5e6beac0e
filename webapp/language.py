"""Vietnamese by default, English one click away. Messages are looked up by their Vietnamese text."""

import json
from functools import cache
from importlib.resources import files
from typing import Final
from urllib.parse import quote, urlencode

from flask import Flask, Response, after_this_request, g, request

from corpus.dates import show_date
from webapp.addresses import root_url

LANGUAGES: Final = ("vi", "en")
_COOKIE: Final = "lang"
_YEAR: Final = 31_536_000
_MONTHS: Final = "January February March April May June July August September October November December".split()


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
            response.set_cookie(_COOKIE, asked, max_age=_YEAR, samesite="Lax", httponly=True)
            return response

        return
    kept = request.cookies.get(_COOKIE, "")
    g.language = kept if kept in LANGUAGES else "vi"


def current_language() -> str:
    """``vi`` or ``en``."""
    return str(g.get("language", "vi"))


def translate(text: str, /, **values: object) -> str:
    """A message in the request's language, with ``{name}`` filled in. ``one|many`` in a message are its forms, chosen by n."""
    language = current_language()
    found = text if language == "vi" else _messages(language).get(text, text)
    one, _, many = found.partition("|")
    found = many if many and str(values.get("n")) != "1" else one
    return found.format(**values) if values else found


def show_day(iso: object) -> str:
    """An ISO date of any precision as the request's readers write it: ``07/4/2014`` or ``7 April 2014``; nothing for none."""
    text = str(iso or "")
    if not text or current_language() == "vi":
        return show_date(text) if text else ""
    year, *rest = text.split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    return " ".join(part for part in (str(int(rest[1])) if len(rest) > 1 else "", month, year) if part)


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
