"""Texts and queries with slips: that nothing fails, that every offset lies in its text, that no document is made of a slip.

    python -m benchmarks.slips [--count 20000] [--seed 7] [FOLDER ...]

Lines of the notices in the folders (those of the tests without one) are changed at random: letters, digits, dashes and signs mistaken, dropped, doubled,
swapped; lines cut, joined, broken inside numbers. Each is read, resolved and asked as a query. A *ghost* is a document that a mention was resolved to
although its number's symbols are nobody's, or its year is none. Exit status 1 when anything is wrong.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from corpus.model import Outcome
from corpus.numbers import number_key, parse_number
from corpus.slips import has_serial, is_impossible_year, is_known
from indexer.asking.query_language import parse_query
from indexer.asking.references import read_remembered
from indexer.resolution.text import registry_ids, resolve_text

DATA: Final = Path(__file__).parents[1] / "tests" / "data"
DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u2043\u00ad"
SIGNS: Final = DASHES + "/\u2044\u2215\uff0f.,;:()&|'\"\u200b\u00a0\ufffe\uffff \n"
LETTERS: Final = "ABCDĐEGHIKLMNOPQRSTUVXYaăâbcdđeêghiklmnoôơpqrstuưvxyСРВО0123456789"
_NUMBER: Final = re.compile(r"\d+[a-z]?(?:/\d{4})?[/-][A-ZĐ][\w.&/-]*")
_QUERY_CHARS: Final = 120


def lines_of(folders: Sequence[Path]) -> list[str]:
    """Lines that cite something in full."""
    texts = [
        json.loads(row)["text"]
        for folder in folders
        for row in (folder / "notices.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [line for text in texts for line in text.split("\n") if _NUMBER.search(line)]


def changed(rng: random.Random, line: str, other: str) -> str:
    """A line with one to three slips, most of them inside its numbers."""
    for _ in range(rng.randint(1, 3)):
        numbers = list(_NUMBER.finditer(line))
        inside = rng.choice(numbers) if numbers and rng.random() < 0.7 else None
        at = rng.randrange(inside.start(), inside.end()) if inside else rng.randrange(len(line) or 1)
        line = _slip(rng, line, at, other)
    return line


def _slip(rng: random.Random, line: str, at: int, other: str) -> str:
    before, here, after = line[:at], line[at : at + 1], line[at + 1 :]
    return rng.choice(
        (
            before + after,
            before + here * 2 + after,
            before + after[:1] + here + after[1:],
            before + rng.choice(LETTERS) + after,
            before + rng.choice(SIGNS) + after,
            before + here + rng.choice(SIGNS) + after,
            re.sub("[-/]", lambda sign: rng.choice(DASHES) if sign[0] == "-" else sign[0], line),
            before,
            here + after,
            before + other[len(other) // 2 :],
        )
    )


def faults_of(text: str, outcomes: Sequence[Outcome], numbers: dict[str, str | None]) -> list[str]:
    """What is wrong with the outcomes of a text. numbers: of the documents, by id."""
    faults, last = [], 0
    for outcome in outcomes:
        span = outcome.citation.span
        if not last <= span.start < span.end <= len(text) or text[span.start : span.end] != outcome.citation.text:
            faults.append(f"offsets {span.start}-{span.end}")
        last = span.end
        number = numbers.get(outcome.target or "")
        if outcome.target and number and outcome.target not in registry_ids() and is_ghost(number):
            faults.append(f"ghost {outcome.target}")
    return faults


def is_ghost(number: str) -> bool:
    """Whether a number is nobody's: no serial, unknown symbols, or a year that is none."""
    parsed = parse_number(number)
    if not has_serial(parsed):
        return True
    if not parsed.is_full:
        return parsed.year is None or is_impossible_year(parsed.year)
    return not is_known(parsed) or (parsed.year is not None and is_impossible_year(parsed.year))


def _symbols(number: str) -> str:
    """A number without its serial."""
    return number_key(number).partition(" ")[2]


def _is_told(number: str, sound: set[str]) -> bool:
    """Whether a number's symbols stand in a line without slips, behind a serial that can be."""
    return _symbols(number) in sound and has_serial(parse_number(number))


def main() -> int:
    """Change, read, ask; print what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    lines = lines_of(options.folders or sorted(path for path in DATA.iterdir() if path.is_dir()))
    sound = {_symbols(row.number) for line in lines for row in resolve_text(line)[1].values() if row.number}
    wrong: Counter[str] = Counter()
    for _ in range(options.count):
        text = changed(rng, rng.choice(lines), rng.choice(lines))
        try:
            outcomes, documents = resolve_text(text, place=rng.choice((None, "Quảng Ninh")), on="2024-05-06")
            parse_query(text[:_QUERY_CHARS])
            read_remembered(text[:_QUERY_CHARS])
        except Exception as error:
            wrong["failures"] += 1
            print(f"{type(error).__name__}: {error}\t{text!r}")
            continue
        numbers = {id_: row.number for id_, row in documents.items() if row.number and not _is_told(row.number, sound)}
        for fault in faults_of(text, outcomes, numbers):
            wrong[fault.split()[0]] += 1
            print(f"{fault}\t{text!r}")
    print(
        f"{options.count} texts and queries from {len(lines)} lines: {wrong['failures']} failures, {wrong['offsets']} offsets out of range, {wrong['ghost']} ghosts"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
