"""Where a text's citations stand: in sentences near its head or foot, of which a site may repeat some on each of its pages (see `repeats`)."""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from corpus.model import Citation
from corpus.text import fold

_NEAR_EDGE: Final = 8
"""Sentences from the head or the foot of a text within which such a sentence stands."""
_INNER: Final = 4
"""Sentences on the inner side that are compared: a footer may have several lines."""
_SENTENCE = re.compile(r"[^.;!?\n]+(?:[.;!?](?!\s|$)[^.;!?\n]*)*[.;!?]*")
_DIGITS = re.compile(r"\d+")
_BASES: Final = "can cu"

Place = tuple[str, str]
"""Digests of a sentence with what is on its outer side, and of what is on its inner side."""


def edge_places(site: str, text: str, citations: Sequence[Citation]) -> list[Place | None]:
    """For each citation the place of its sentence, if that stands near the head or the foot of the text and among no legal bases."""
    if not citations:
        return []
    units = [(match.start(), match.end()) for match in _SENTENCE.finditer(text) if not match[0].isspace()]
    shown = {at: fold(text[slice(*units[at])]) for at in _edges(len(units))}
    found: list[Place | None] = []
    at = 0
    for citation in citations:
        while at + 1 < len(units) and units[at + 1][0] <= citation.span.start:
            at += 1
        found.append(_place(site, shown, at, len(units)) if at in shown else None)
    return found


def _edges(count: int) -> set[int]:
    """The first and the last few of so many, and some more on the inner side of each."""
    few = _NEAR_EDGE + _INNER
    return {*range(min(count, few)), *range(max(0, count - few), count)}


def _place(site: str, shown: dict[int, str], at: int, count: int) -> Place | None:
    from_end = count - 1 - at
    if min(at, from_end) >= _NEAR_EDGE or any(
        shown.get(one, "").startswith(_BASES) for one in range(max(0, at - _NEAR_EDGE), at + 1)
    ):
        return None
    step = 1 if from_end <= at else -1
    outer = _DIGITS.sub("#", shown.get(at + step, ""))
    return _digest(f"{site}\n{step}\n{shown[at]}\n{outer}"), _digest(
        "\n".join(shown.get(at - step * far, "") for far in range(1, _INNER + 1))
    )


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:20]
