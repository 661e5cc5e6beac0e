"""Names of laws, codes and ordinances, for finding them in running text where nothing marks the end of a name."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from corpus.errors import DataError
from corpus.kinds import kinds
from corpus.text import fold


@cache
def law_names(kind: str) -> Mapping[str, str]:
    """Key of a name (folded, without the kind's word and without ``và``) to the name with its marks; kinds: luat, bo-luat, phap-lenh."""
    names: dict[str, str] = {}
    text = files("corpus").joinpath("data/law_names.tsv").read_text(encoding="utf-8")
    for line_number, line in enumerate(text.splitlines()[1:], start=2):
        slug, _, name = line.partition("\t")
        if slug not in kinds() or not name:
            raise DataError(f"law_names.tsv line {line_number}: a kind's slug and a name are wanted, got {line!r}")
        if slug == kind:
            names.setdefault(" ".join(word for word in fold(name).split() if word != "va"), name)
    return MappingProxyType(names)


@cache
def _beginnings(kind: str) -> frozenset[str]:
    """Every beginning, word by word, of a name."""
    found: set[str] = set()
    for name in law_names(kind):
        words = name.split()
        found.update(" ".join(words[:count]) for count in range(1, len(words) + 1))
    return frozenset(found)


@cache
def first_words(kind: str) -> frozenset[str]:
    """The folded first word of every name."""
    return frozenset(name.partition(" ")[0] for name in law_names(kind))


def longest_law_name(kind: str, words: list[str]) -> int:
    """How many of the folded words, from the first on, make the longest known name; 0 when none does.

    ``và`` does not count: people write ``Phí, lệ phí`` and ``Phí và lệ phí``.
    """
    best, key = 0, ""
    names, beginnings = law_names(kind), _beginnings(kind)
    for count, word in enumerate(words, start=1):
        if word == "va" and key:
            continue
        key = f"{key} {word}" if key else word
        if key not in beginnings:
            break
        if key in names:
            best = count
    return best
