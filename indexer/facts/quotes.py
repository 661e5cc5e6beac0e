"""The sentence around a citation: what a reader is shown as the proof of a link."""

import re
from typing import Final

MAX_QUOTE: Final = 320
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|\n")


def quote_of(text: str, start: int, stop: int) -> str:
    """The sentence around a span, at most 320 code points, on one line."""
    low = 0
    for match in _SENTENCE_END.finditer(text, max(0, start - MAX_QUOTE), start):
        low = match.end()
    low = max(low, start - MAX_QUOTE // 2)
    after = _SENTENCE_END.search(text, stop, min(len(text), stop + MAX_QUOTE))
    high = after.end() if after else min(len(text), stop + MAX_QUOTE // 2)
    quote = " ".join(text[low : min(high, low + MAX_QUOTE)].split())
    return ("… " if low and text[low - 1 : low].strip() and not _SENTENCE_END.match(text, low - 1) else "") + quote
