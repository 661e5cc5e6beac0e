"""Families of sites that need a word more than the generic reader: one small file each, `<family>.toml`.

[match]     hosts (endings) or a marker (CSS selector that only this family has)
[select]    title, text, date: CSS selectors
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from corpus.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """What a family's file says. Selectors are CSS; None leaves the field to the generic reader."""

    name: str
    hosts: tuple[str, ...]
    marker: str | None
    title: str | None
    text: str | None
    date: str | None


@cache
def site_files() -> tuple[SiteFile, ...]:
    """All site files, by name. Raises DataError on one that matches nothing."""
    found = []
    for entry in sorted(files("crawler").joinpath("sites").iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".toml"):
            continue
        data = tomllib.loads(entry.read_text(encoding="utf-8"))
        match, select = data.get("match", {}), data.get("select", {})
        if not match.get("hosts") and not match.get("marker"):
            raise DataError(f"crawler/sites/{entry.name}: [match] needs hosts or a marker")
        found.append(
            SiteFile(
                name=entry.name.removesuffix(".toml"),
                hosts=tuple(match.get("hosts", ())),
                marker=match.get("marker"),
                title=select.get("title"),
                text=select.get("text"),
                date=select.get("date"),
            )
        )
    return tuple(found)


def site_file_for(url: str, soup: BeautifulSoup) -> SiteFile | None:
    """The family that a page belongs to, by its host or its markup."""
    host = (urlsplit(url).hostname or "").lower()
    for site in site_files():
        if any(host == ending or host.endswith("." + ending) for ending in site.hosts):
            return site
        if site.marker and soup.select_one(site.marker) is not None:
            return site
    return None
