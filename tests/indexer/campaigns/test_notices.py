"""Whole notices, written for this purpose, with what is true of each: role, period, occasion, organiser, bases, tasks, and the evidence of every field.

@ slug | place | published | issuer            "-" for none
= launch | starts | ends | tasks               or = report, closing, publicity, guidance, honours, meeting, upkeep, other
= occasion: … · = bases: a; b · = organiser: … · = place: … · = level: … · = slug: … · = term: …
Title
Text
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.model import Campaign, Notice
from corpus.numbers import number_key
from corpus.places import find_place, places_in
from corpus.text import fold
from crawler.importing import notice_of_row
from indexer.campaigns import extract_campaign
from indexer.campaigns.period import find_period
from indexer.campaigns.recognise import role_of
from indexer.resolution.text import resolve_text


@dataclass(frozen=True)
class Marked:
    """A notice with its truth."""

    notice: Notice
    role: str
    period: tuple[str | None, str | None]
    tasks: int
    said: dict[str, str]


def _cell(text: str) -> str | None:
    return None if text in ("-", "") else text


def _marked(block: str) -> Marked:
    header, *lines = block.strip().split("\n")
    slug, place, published_on, issuer = (cell.strip() for cell in header.split("|"))
    truths = [line[1:].strip() for line in lines if line.startswith("=")]
    title, *text = [line for line in lines if not line.startswith("=")]
    role, *figures = (cell.strip() for cell in truths[0].split("|"))
    row = {"id": slug, "title": title, "text": "\n".join(text), "place": _cell(place), "issuer": _cell(issuer)}
    starts, ends, tasks = figures or ("-", "-", "0")
    return Marked(
        notice=notice_of_row({**row, "published_on": published_on}),
        role=role,
        period=(_cell(starts), _cell(ends)),
        tasks=int(tasks),
        said=dict(re.split(r":\s*", truth, maxsplit=1) for truth in truths[1:]),
    )


NOTICES = [
    _marked(block)
    for file in sorted((Path(__file__).parent / "notices").glob("*.txt"))
    for block in re.split(r"^@ ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
]
LAUNCHES = [row for row in NOTICES if row.role == "launch"]


def extracted(row: Marked) -> Campaign:
    notice = row.notice
    outcomes, _ = resolve_text(notice.text, place=notice.place, on=notice.published_on)
    found = extract_campaign(notice, outcomes)
    assert found is not None, f"{notice.id} launches a campaign"
    return found


def named(rows: list[Marked]) -> list[object]:
    return [pytest.param(row, id=row.notice.id) for row in rows]


def test_there_are_notices_of_every_role() -> None:
    assert len(LAUNCHES) >= 35
    assert len(NOTICES) - len(LAUNCHES) >= 25


@pytest.mark.parametrize("row", named(NOTICES))
def test_roles(row: Marked) -> None:
    assert role_of(row.notice) == row.role


@pytest.mark.parametrize("row", named(LAUNCHES))
def test_fields(row: Marked) -> None:
    found = extracted(row)
    bases = row.said["bases"]
    assert (found.starts_on, found.ends_on) == row.period
    assert found.occasion == (row.said["occasion"] if row.said["occasion"] != "-" else None) or fold(
        found.occasion or ""
    ) == fold(row.said["occasion"])
    assert list(found.bases) == ([] if bases == "-" else bases.split("; "))
    assert len(found.tasks) == row.tasks
    assert found.organiser == row.said.get("organiser", row.notice.issuer)
    assert found.place == row.said.get("place", row.notice.place)
    for name, value in (("level", found.level), ("slug", found.occasion_slug), ("term", found.occasion_term)):
        assert str(value) == row.said.get(name, str(value))


@pytest.mark.parametrize("row", named(LAUNCHES))
def test_every_field_is_proved_by_its_span(row: Marked) -> None:
    """Each span reads back to the value: words for word where the value is a quotation, to the same meaning where it is a proper form."""
    found, text = extracted(row), row.notice.text
    proof = {name: [" ".join(text[s.start : s.end].split()) for s in spans] for name, spans in found.evidence}
    assert proof["name"][0]
    for name in ("tasks", "targets", "addressees", "rewards"):
        assert proof.get(name, []) == list(getattr(found, name))
    for name in ("occasion", "slogan"):
        assert [fold(words) for words in proof.get(name, [])] == [
            fold(v) for v in [getattr(found, name)] if v and fold(v) in fold(text)
        ]
    assert len(proof.get("bases", [])) == len(found.bases) == len(found.base_ids)
    for words, number in zip(proof.get("bases", []), found.bases, strict=True):
        assert number_key(number).split()[0] in fold(words).replace(" 0", " ").split() or words.startswith("Luật")
    if found.starts_on or found.ends_on:
        (words,) = proof["period"]
        assert fold(str(found.ends_on)[:4]) in words or find_period(f"Thời gian: {words}", found.published_on)
    assert found.organiser is None or fold(proof["organiser"][0]).startswith(
        ("lien minh", "lmhtx", "hop tac xa", "lien hiep", "uy ban")
    )
    if found.place and "place" in proof:
        named_place = find_place(found.place)
        assert [place for _, _, place in places_in(proof["place"][0])] == [named_place]
