"""The sample notices' sources: ``notices/<site>.txt``, one header line and paragraphs each.

    @ slug | published | own number | category [| place [| organisation]]
    Title
    Paragraph, or a numbered task, a line each.
A notice with a number gets the head of an official document above its text. ``!gallery`` stands for a page without an article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from corpus.dates import is_iso
from corpus.errors import DataError
from corpus.kinds import kind_letters, kinds
from corpus.numbers import parse_number
from corpus.sample.catalogue import SITES
from corpus.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleNotice:
    """One sample notice. number: the document's own, None for news. place: province, None for the national alliance. lines: its paragraphs."""

    site: str
    slug: str
    title: str
    published_on: str | None
    number: str | None
    category: str
    place: str | None
    organisation: str | None
    lines: tuple[str, ...]

    @property
    def is_gallery(self) -> bool:
        """Whether the page has no article."""
        return self.lines == ("!gallery",)

    @property
    def head(self) -> tuple[str, ...]:
        """The lines above an official document's text: who, number, place and date, kind."""
        if not self.number or not self.published_on:
            return ()
        letters = parse_number(self.number).letters
        kind = kinds()[kind_letters()[fold(letters)][0]].name if letters else "Công văn"
        year, month, day = self.published_on.split("-")
        where = (self.place or "Hà Nội") if self.place != "Trung ương" else "Hà Nội"
        who = self.organisation or ""
        if "/TU" in self.number:
            who = f"Tỉnh ủy {self.place}"
        return (
            who.upper(),
            f"Số: {self.number}" if "/TU" not in self.number else f"Số {self.number}",
            f"{where}, ngày {day} tháng {int(month):02d} năm {year}"
            if int(month) < 3
            else f"{where}, ngày {day} tháng {int(month)} năm {year}",
            kind.upper(),
        )


@cache
def load_notices() -> Mapping[str, tuple[SampleNotice, ...]]:
    """Sample notices by site's key, newest first. Raises DataError on a source that does not parse."""
    found = {}
    for site in SITES:
        text = files("corpus").joinpath(f"sample/notices/{site.key}.txt").read_text(encoding="utf-8")
        notices = [_notice(site.key, block, site.place, site.organisation) for block in text.split("@ ")[1:]]
        found[site.key] = tuple(sorted(notices, key=lambda n: (n.published_on or "", n.slug), reverse=True))
    return MappingProxyType(found)


def _notice(site: str, block: str, place: str | None, organisation: str) -> SampleNotice:
    header, title, *lines = [line.strip() for line in block.strip().split("\n")]
    cells = [cell.strip() for cell in header.split("|")]
    if len(cells) < 4 or (cells[1] and not is_iso(cells[1])) or not lines:
        raise DataError(
            f"sample notices/{site}.txt: {header!r}: '@ slug | date | number | category' and a text are wanted"
        )
    own_place = (cells[4] or None) if len(cells) > 4 else place
    return SampleNotice(
        site=site,
        slug=cells[0],
        title=title,
        published_on=cells[1] or None,
        number=cells[2] or None,
        category=cells[3],
        place=own_place,
        organisation=(cells[5] if len(cells) > 5 and cells[5] else organisation),
        lines=tuple(lines),
    )
