"""Whom a text speaks for: the body that issued it and the province, from its head, its site's name or its title."""

import re
from typing import Final

from corpus.issuers import Issuer, find_issuer
from corpus.places import Place, places_in
from corpus.text import fold, normalise_line
from crawler.properties import find_properties

_HEAD_LINES: Final = 14
_HEAD_CHARS: Final = 1500
# What stands beside or below the body's name when two columns were flattened into one line.
_BESIDE = re.compile(r"\b(?:CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập|[Ss][ốỐ]\b)")


def issuer_in_head(text: str) -> str | None:
    """The body whose name stands above the number, as the registry writes it with its province; None when none is known.

    The last one counts: a body's superior stands above it, and may be the one that names the province.

    >>> issuer_in_head("LIÊN MINH HTX VIỆT NAM\\nLIÊN MINH HTX TỈNH NGHỆ AN\\nSố: 5/KH-LMHTX")
    'Liên minh Hợp tác xã tỉnh Nghệ An'
    """
    head = text[:_HEAD_CHARS]
    table = find_properties(head).issuer
    if table and (known := find_issuer(table)):
        return _full_name(known, table)
    found, above = None, None
    lines = [line.strip(" *_#") for line in re.split(r"[\n|]", head) if line.strip(" *_#|-")][:_HEAD_LINES]
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        beside = _BESIDE.search(line)
        name = line[: beside.start()] if beside else line
        if not name.isupper():
            if beside or not name:
                continue
            break
        for words in (f"{name} {following}" if following.isupper() else name, name):
            above = _only_place(words) or above
            known = find_issuer(words)
            if known and (named := _full_name(known, words, above)):
                found = named
                break
    return found


def _full_name(issuer: Issuer, written: str, above: Place | None = None) -> str | None:
    """The body's name with its province, or that of what stands above it; None for a provincial body whose province is not said."""
    place = _only_place(written) or above
    if issuer.level == "alliance" and issuer.name.endswith("tỉnh"):
        return f"{issuer.name.removesuffix(' tỉnh')} {place.full_name}" if place else None
    if issuer.level == "local":
        return f"{issuer.name} {place.full_name}" if place else None
    if issuer.name == "Tỉnh ủy":
        return f"{'Thành ủy' if place.kind == 'thành phố' else 'Tỉnh ủy'} {place.name}" if place else None
    return issuer.name


def _only_place(text: str) -> Place | None:
    named = {place.slug: place for _, _, place in places_in(normalise_line(text))}
    return next(iter(named.values())) if len(named) == 1 else None


def place_of(issuer: str | None, *hints: str) -> str | None:
    """The province that a text speaks for: its issuer's, else the only one that a hint names (the site's name, the title), in their order.

    The national alliance and central bodies speak for no province.
    """
    if issuer:
        place = _only_place(issuer)
        return place.name if place and "viet nam" not in fold(issuer) else None
    for hint in hints:
        if place := _only_place(hint):
            return place.name
    return None
