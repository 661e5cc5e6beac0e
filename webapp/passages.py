"""A notice's text for reading: paragraphs with their citations as pieces, and passages that prove a field."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NotRequired, TypedDict

from indexer.documents.notice_rows import NoticeRow, StoredCitationRow
from indexer.drafts.check import CheckRow

_AROUND: Final = 140
"""Code points of context on either side of a proof."""

Pieces = list[tuple[str, bool]]
"""Text in turn with whether it is what is shown: the template marks it."""
Cited = NoticeRow | CheckRow
"""A text with its citations."""


class Piece(TypedDict):
    """A piece of a paragraph. n: which citation of the text it is, from 1."""

    text: str
    citation: NotRequired[StoredCitationRow]
    n: NotRequired[int]


class Paragraph(TypedDict):
    """A paragraph. start: where it begins, in code points of the text. citations: those of its pieces that are one."""

    start: int
    pieces: list[Piece]
    citations: list[Piece]


class Passage(TypedDict):
    """Proofs in what surrounds them. paragraph: where theirs begins."""

    pieces: Pieces
    paragraph: int


def paragraphs_with_links(payload: Cited, low: int = 0, high: int | None = None) -> list[Paragraph]:
    """Paragraphs with their citations as pieces. Lines without a letter or digit are left out. low, high: of these code points
    alone; a paragraph that they cut begins and ends there.
    """
    text = payload["text"]
    rows: Sequence[StoredCitationRow] = payload["citations"]
    numbered = sorted(enumerate(rows, start=1), key=lambda row: row[1]["start"])
    starts = [row["start"] for _, row in numbered]
    found: list[Paragraph] = []
    for start, end in paragraph_bounds(text[:high], low):
        inside = numbered[bisect_left(starts, start) : bisect_left(starts, end)]
        pieces = _pieces(text, start, end, inside)
        cited = [piece for piece in pieces if "citation" in piece]
        found.append({"start": start, "pieces": pieces, "citations": cited})
    return found


def paragraph_bounds(text: str, low: int = 0) -> list[tuple[int, int]]:
    """[start, end) of each line that says something, from a code point on."""
    found = []
    start = low
    for line in text[low:].split("\n"):
        if any(char.isalnum() for char in line):
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _pieces(text: str, start: int, end: int, numbered: Sequence[tuple[int, StoredCitationRow]]) -> list[Piece]:
    """A paragraph with the citations that begin in it."""
    pieces: list[Piece] = []
    at = start
    for number, row in numbered:
        if row["start"] < at:
            continue
        if row["start"] > at:
            pieces.append({"text": text[at : row["start"]]})
        stop = min(row["end"], end)
        pieces.append({"text": text[row["start"] : stop], "citation": row, "n": number})
        at = stop
    if at < end:
        pieces.append({"text": text[at:end]})
    return pieces


def proofs(evidence: Mapping[str, Sequence[Sequence[int]]], text: str) -> dict[str, list[Passage]]:
    """The passages that prove each field of a campaign, neighbouring spans in one; spans outside of the text are left out."""
    found: dict[str, list[Passage]] = {}
    for name, given in evidence.items():
        groups: list[list[tuple[int, int]]] = []
        for start, end in sorted((start, end) for start, end in given if 0 <= start < end <= len(text)):
            before = groups[-1][-1][1] if groups else None
            if before is not None and before <= start <= before + _AROUND and "\n" not in text[before:start]:
                groups[-1].append((start, end))
            else:
                groups.append([(start, end)])
        found[name] = [passage(text, spans) for spans in groups]
    return found


def passage(text: str, spans: Sequence[tuple[int, int]]) -> Passage:
    """Spans of one paragraph in what surrounds them."""
    start, end = spans[0][0], spans[-1][1]
    low = paragraph_start(text, start)
    stop = text.find("\n", end)
    high = len(text) if stop < 0 else stop
    first, last = max(low, start - _AROUND), min(high, end + _AROUND)
    if first > low:
        first = min(start, text.find(" ", first) + 1 or first)
    if last < high:
        last = max(end, text.rfind(" ", end, last))
    pieces: Pieces = [("… " if first > low else "", False)]
    at = first
    for begin, finish in spans:
        pieces += [(text[at:begin], False), (text[begin:finish], True)]
        at = finish
    pieces += [(text[at:last], False), (" …" if last < high else "", False)]
    return {"pieces": [(_line(part), marked) for part, marked in pieces if part], "paragraph": low}


def paragraph_start(text: str, at: int) -> int:
    """Where the paragraph of a code point begins."""
    return text.rfind("\n", 0, at) + 1


def _line(text: str) -> str:
    """On one line; blanks at the ends stay, because pieces stand side by side."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + words + (" " if text[-1].isspace() else "")
