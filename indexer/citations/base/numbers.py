"""Numbers of documents in running text: a serial with a year, with symbols, or with both.

    34-CT/TW                 Party: serial - kind / body
    12/CT-TTg                State: serial / kind - body
    23/2012/QH13             laws carry a year and a legislature
    238 /UBND - KGVX         letters: serial / body - unit; blanks and dashes as people type them
    123/2015                 serial and year, no body
    84 QĐ/TWĐTN              a blank for the dash
    176 /20 09 /TT-BTC       torn apart
    30/2020/⏎NĐ-CP           broken over a line
Not: 27/QĐ-XPHC (penalties), 12/2020/DS-ST (judgments), 05/HĐMB (contracts), 0243.555.666, 12/15 ha
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import NumberError
from corpus.kinds import kind_letters
from corpus.numbers import ODD_YEAR, DocumentNumber, parse_number, symbols
from indexer.citations.base.view import TextView

_W = r"[ \t]{0,2}\r?\n?[ \t]{0,2}"
_SERIAL = r"\d{1,5}(?:\.\d{1,3}(?=/))?[a-z]?"
_SYMBOL = r"[a-z][a-z0-9&.]{0,24}"
_NUMBER = re.compile(
    rf"(?P<serial>{_SERIAL})(?:{_W}/{_W}(?P<year>(?:19|20)[ ]?\d\d(?![0-9])|{ODD_YEAR}))?"
    rf"(?P<tail>(?:{_W}[/-]{_W}|[ ](?=[a-z]{{2,4}}[/-][ ]?[a-z])){_SYMBOL}(?:{_W}[/\-&]{_W}{_SYMBOL}){{0,5}})?"
)
_STEP = re.compile(rf"(?P<sep>{_W}[/\-&]{_W}|[ ])(?P<symbol>{_SYMBOL})")
_MIXED = frozenset(("TTg", "Ttg", "CTr", "TTr", "QĐi", "QyĐ", "ThU", "Cp", "Ctr", "NQLT", "QĐTTg", "QÐTTg"))
_CASE_SERIES = re.compile(r"(?:xphc|xpvphc|hngd|hc-?st|ds-?st|hs-?st|gp-|hdmb|hdqt|dhdcd)")


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number in a view: offsets [start, end), and its parts."""

    start: int
    end: int
    number: DocumentNumber


def iter_numbers(view: TextView) -> Iterator[NumberMatch]:
    """Every number with a year or with symbols behind its serial, in text order."""
    folded, at = view.folded, 0
    while match := _NUMBER.search(folded, at):
        at = match.end()
        start = match.start()
        if start and not _may_begin(folded, start):
            at = _past_digits(folded, match.end("serial"))
            continue
        if match["tail"] is None and match["year"] is None:
            continue
        end = _trimmed_end(view, match)
        if end is None:
            at = match.end("serial")
            continue
        found = _parsed(view, start, end)
        if found:
            at = end
            yield found
        else:
            at = match.end("serial")


def _may_begin(folded: str, start: int) -> bool:
    """Whether a number may begin here: not inside a word or a longer number; ``số26-NQ/TW`` runs on from ``số``."""
    before = folded[start - 1]
    if before.isalnum():
        return folded[start - 2 : start] == "so" and not folded[start - 3 : start - 2].isdigit()
    if before in "/.":
        return False
    if before in ",-":
        return start == 1 or folded[start - 2] in " \n" or (before == "," and not folded[start - 2].isdigit())
    return True


def _past_digits(folded: str, at: int) -> int:
    while at < len(folded) and folded[at].isalnum():
        at += 1
    return at


def _trimmed_end(view: TextView, match: re.Match[str]) -> int | None:
    """Where the number really ends: symbols are taken while they look like symbols. None when it is no number."""
    end = match.end("year") if match["year"] else match.end("serial")
    taken = 0
    if match["tail"] is not None:
        for step in _STEP.finditer(view.folded, match.start("tail"), match.end("tail")):
            if step.start() != end or not _is_symbol(view, step, taken):
                break
            end = step.end("symbol")
            while view.folded[end - 1] in ".&":
                end -= 1
            taken += 1
    if not taken and not match["year"]:
        return None
    if not taken and end < len(view.folded) and (view.folded[end] in "/-" and view.folded[end + 1 : end + 2].isalnum()):
        return None
    return end


def _is_symbol(view: TextView, step: re.Match[str], taken: int) -> bool:
    """Whether what follows a separator is an abbreviation of a number and not a word of the sentence."""
    start, end = step.span("symbol")
    written = view.text[start:end].rstrip(".")
    key = step["symbol"].rstrip(".")
    spaced = step["sep"] != step["sep"].strip() or "\n" in step["sep"]
    known = key.replace("&", " ") in symbols() or key in kind_letters()
    letters = [char for char in written if char.isalpha()]
    upper = all(char.isupper() for char in letters) or written in _MIXED or _mostly_upper(written)
    if not upper and not known:
        return bool(re.fullmatch(r"(?:ubtv)?qh\d\d?|[a-z]{2,4}ttg", key))
    if not upper:
        # Small letters (`34-ct/tw`): symbols that are known, and never after a blank.
        return not spaced or (taken > 0 and len(key) > 1)
    if spaced and taken >= 2:
        return known
    return len(letters) > 1 or known or not spaced


def _mostly_upper(written: str) -> bool:
    """``LMHTXVN``, ``TWĐTN-VPĐoàn``: at least two capitals in front, and no more small letters than capitals."""
    capitals = sum(1 for char in written if char.isupper())
    return len(written) > 1 and written[:2].isupper() and capitals * 2 >= len(written)


def _parsed(view: TextView, start: int, end: int) -> NumberMatch | None:
    if _CASE_SERIES.search(view.folded, start, end):
        return None
    try:
        number = parse_number(view.text[start:end])
    except NumberError:
        return None
    return NumberMatch(start, end, number)
