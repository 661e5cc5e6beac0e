"""How far the links of an archive can be trusted: finding and resolution measured on archives whose truth is known.

    python -m benchmarks.identity FOLDER... [--wrong] [--json]

Each FOLDER holds ``notices.jsonl``, as `danchieu import` takes it, and ``citations.jsonl``, one marked mention a line:

    {"notice", "start", "end", "text",                            where it stands, in code points
     "kind", "number", "issued_on", "issuer", "relation",         what the passage says, each optional; null is "it says none"
     "target": {"kind", "number", "issued_on", "place", "name"}}  the document that it is; null where nobody can say

The notices of one folder are one archive: imported, indexed and exported as the command line does it, with what they tell of each other.

A mention is found when a citation overlaps it. A link is right when its document has the kind and number of the true one (by name: most words of its name,
and its ordinal as far as both tell one), and its date and place as far as both are known; every other link is wrong, so is each where nobody can say. Wrong links are
told per hundred links made, abstentions per hundred mentions that somebody can resolve. --wrong prints each that is not right.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from corpus.errors import InputError
from corpus.kinds import kind_name
from corpus.numbers import number_key
from corpus.terms import parse_ordinal
from corpus.text import fold
from crawler.importing import ImportFault, read_files
from webapp import composition
from webapp.settings import Settings

Row = Mapping[str, Any]
Verdict = Literal["right", "wrong", "abstained", "rightly open", "missed"]
FIELDS: Final = ("number", "issued_on", "issuer", "relation")
_ORDINAL: Final = re.compile(r"\b(?:[ivxl]+|\d{1,2})\b")
_NAME_WORDS: Final = 0.6
"""Of the shorter name's words, how many two names of one document share at least."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A marked mention, what was found for it (None: nothing), and what became of it. resolvable: somebody can say which document it is."""

    gold: Row
    found: Row | None
    verdict: Verdict

    @property
    def resolvable(self) -> bool:
        """Whether somebody can say which document it is."""
        return self.gold.get("target") is not None

    def field_agrees(self, name: str) -> bool:
        """Whether what was read of the passage is what is marked."""
        if self.found is None:
            return False
        said, marked = self.found[name], self.gold[name]
        if name == "issuer" and said and marked:
            return fold(said) in fold(marked) or fold(marked) in fold(said)
        return _number(said) == _number(marked) if name == "number" else bool(said == marked)


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates of a set of mentions; None where there is nothing to divide by."""

    mentions: int
    found: float | None
    links: int
    wrong: float | None
    right: float | None
    abstained: float | None
    fields: Mapping[str, float | None]

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> "Figures":
        """The figures of some mentions."""
        counts = Counter(one.verdict for one in judged)
        links = counts["right"] + counts["wrong"]
        resolvable = sum(one.resolvable for one in judged)
        fields = {}
        for name in FIELDS:
            marked = [one for one in judged if name in one.gold and one.found]
            fields[name] = _rate(sum(one.field_agrees(name) for one in marked), len(marked))
        return cls(
            mentions=len(judged),
            found=_rate(len(judged) - counts["missed"], len(judged)),
            links=links,
            wrong=_rate(counts["wrong"], links),
            right=_rate(counts["right"], resolvable),
            abstained=_rate(counts["abstained"], resolvable),
            fields=fields,
        )

    def as_row(self) -> dict[str, object]:
        """As JSON."""
        return {
            "mentions": self.mentions,
            "found": self.found,
            "links": self.links,
            "wrong_per_hundred_links": None if self.wrong is None else self.wrong * 100,
            "right_of_resolvable": self.right,
            "abstained_of_resolvable": self.abstained,
            "fields": dict(self.fields),
        }


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def read_rows(path: Path) -> list[Row]:
    """Rows of a JSONL file. Raises InputError, naming file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    return [_row(line, f"{path}, line {at}") for at, line in enumerate(lines, start=1) if line.strip()]


def _row(line: str, where: str) -> Row:
    try:
        row: Row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: an object is wanted")
    return row


def citations_of(folder: Path) -> list[Row]:
    """What is found in a folder's notices, as one archive. Raises InputError on a notice that cannot be read."""
    with tempfile.TemporaryDirectory() as scratch:
        chosen = Settings(archive=Path(scratch) / "archive")
        with composition.open_store(chosen, create=True) as store, store.batches() as save:
            for item in read_files([folder / "notices.jsonl"]):
                if isinstance(item, ImportFault):
                    raise InputError(f"{item.where}: {item.reason}")
                save(item)
        composition.index(chosen)
        with composition.reading(chosen) as archive:
            return [dict(row) for row in archive.export("citations")]


def is_document(target: Row, wanted: Row) -> bool:
    """Whether a linked document is the true one; see the module."""
    if target["kind"] != wanted["kind"]:
        return False
    if wanted.get("number") or target["number"]:
        if _number(target["number"]) != _number(wanted.get("number")):
            return False
    elif wanted.get("name") and not _same_name(str(wanted["name"]), f"{target['title'] or ''} {target['id']}"):
        return False
    pairs = [(target[name], wanted.get(name)) for name in ("issued_on", "place")]
    return all(a.startswith(b) or b.startswith(a) for a, b in pairs if a and b)


def _number(number: str | None) -> str | None:
    return number_key(number) if number else None


def _same_name(wanted: str, target: str) -> bool:
    """Whether a name has most of another's words, and one of its ordinals."""
    first, second = fold(wanted), fold(target)
    ours, theirs = set(first.split()), set(second.split())
    enough = len(ours & theirs) >= _NAME_WORDS * min(len(ours), len(theirs))
    told, found = _ordinals(first), _ordinals(second)
    return enough and (not told or not found or bool(told & found))


def _ordinals(folded: str) -> set[int]:
    """The ordinals of a folded name, Roman or Arabic: ``dai hoi xii``, ``dai-hoi-dang-12``."""
    return {number for one in _ORDINAL.findall(folded) if (number := parse_ordinal(one))}


def judge(marked: Iterable[Row], found: Iterable[Row]) -> tuple[list[Judged], int]:
    """Each marked mention with what became of it, and how many citations were found where none is marked."""
    by_notice: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        by_notice[row["notice"]].append(row)
    judged: list[Judged] = []
    used: set[int] = set()
    for gold in marked:
        near = [row for row in by_notice[gold["notice"]] if row["start"] < gold["end"] and gold["start"] < row["end"]]
        near.sort(key=lambda row: (id(row) in used, abs(row["start"] - gold["start"])))
        row = near[0] if near else None
        used.update(id(one) for one in near)
        judged.append(Judged(gold, row, _verdict(gold, row)))
    return judged, sum(len(rows) for rows in by_notice.values()) - len(used)


def _verdict(gold: Row, row: Row | None) -> Verdict:
    if row is None:
        return "missed"
    wanted = gold.get("target")
    if row["status"] != "resolved":
        return "rightly open" if wanted is None else "abstained"
    return "right" if wanted is not None and is_document(row["target"], wanted) else "wrong"


def report(name: str, judged: Sequence[Judged], beside: int) -> None:
    """Print the figures of a folder: whole, then kind by kind, the most frequent first."""
    whole = Figures.of(judged)
    print(f"{name}: {whole.mentions} mentions, found {_percent(whole.found)}, {beside} found where none is marked")
    print(
        f"  wrong links per hundred {_percent(whole.wrong)} (of {whole.links}); of resolvable ones right {_percent(whole.right)}, left open"
        f" {_percent(whole.abstained)}"
    )
    told = [f"{field} {_percent(rate)}" for field, rate in whole.fields.items() if rate is not None]
    if told:
        print(f"  read as marked: {', '.join(told)}")
    kinds = Counter(str(one.gold.get("kind") or "?") for one in judged)
    print(f"  {'kind':22} {'mentions':>8} {'found':>7} {'wrong':>7} {'right':>7} {'open':>7}")
    for kind, _ in kinds.most_common():
        part = Figures.of([one for one in judged if str(one.gold.get("kind") or "?") == kind])
        shown = kind if kind == "?" else kind_name(kind)
        rates = "".join(f" {_percent(rate):>7}" for rate in (part.found, part.wrong, part.right, part.abstained))
        print(f"  {shown:22} {part.mentions:8}{rates}")


def _percent(rate: float | None) -> str:
    return "-" if rate is None else f"{rate * 100:.1f}"


def main() -> int:
    """Measure each folder; see the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--wrong", action="store_true", help="print each mention that is not right")
    parser.add_argument("--json", action="store_true", dest="as_json", help="one object a folder")
    options = parser.parse_args()
    for folder in options.folders:
        try:
            judged, beside = judge(read_rows(folder / "citations.jsonl"), citations_of(folder))
        except InputError as error:
            parser.error(str(error))
        if options.as_json:
            row = {"archive": folder.name, **Figures.of(judged).as_row(), "found_unmarked": beside}
            print(json.dumps(row, ensure_ascii=False))
        else:
            report(folder.name, judged, beside)
        for one in judged if options.wrong else ():
            if one.verdict in ("wrong", "abstained", "missed"):
                linked = one.found["target"] and one.found["target"]["id"] if one.found else None
                print(one.verdict, one.gold["notice"], one.gold["text"], one.gold.get("target"), linked, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
