"""Finding and identity over archives whose truth is known: what is found, what is read of it, how many links are wrong.

    python -m benchmarks.identity FOLDER [FOLDER ...] [--errors]

A folder holds ``notices.jsonl``, as `danchieu import` takes them, and ``citations.jsonl``: one mention a line with ``notice``, ``start``, ``end``,
``text``; where the passage was marked, ``kind``, ``number``, ``issued_on``, ``issuer``, ``relation``; and ``target``, the document that it is (``kind``,
``number`` or ``name``, ``issued_on``, ``issuer``, ``place``), or null where nobody can say. In memory, without a search engine.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.dates import agree
from corpus.model import Instrument, Notice, Outcome
from corpus.numbers import number_key
from corpus.terms import parse_ordinal
from corpus.text import fold
from crawler.importing import notice_of_row
from indexer.citations import find_citations
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.evidence import Evidence, evidence_of, known_evidence
from indexer.resolution.session import resolve_notice

Row = dict[str, Any]
FIELDS: Final = ("kind", "number", "issued_on", "issuer", "relation")
_ORDINAL: Final = re.compile(r"\b(?:lan thu|khoa|dai hoi) ([ivxl]+|\d+)\b|\b(\d{1,2})\b")


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def link(notices: Sequence[Notice]) -> tuple[dict[str, list[Outcome]], dict[str, Instrument]]:
    """What each notice's mentions mean, by notice, and the documents, by id."""
    found = {notice.id: find_citations(notice.text) for notice in notices}
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for bucket, known in known_evidence().items():
        evidence[bucket].extend(known)
    for notice in notices:
        for row in evidence_of(notice, found[notice.id]):
            evidence[row.bucket].append(row)
    kept: dict[str, list[Cluster]] = {}

    def clusters_of(bucket: str) -> list[Cluster]:
        if bucket not in kept:
            kept[bucket] = cluster(evidence.get(bucket, ()))
        return kept[bucket]

    outcomes = {notice.id: resolve_notice(notice, found[notice.id], clusters_of) for notice in notices}
    return outcomes, {c.instrument.id: c.instrument for rows in kept.values() for c in rows}


def pair(truth: Sequence[Row], found: Sequence[Outcome]) -> Iterator[tuple[Row, Outcome | None]]:
    """Each true mention with the found one that it overlaps most; each found one serves once."""
    free = list(found)
    for row in truth:
        shared = [
            (min(row["end"], one.citation.span.end) - max(row["start"], one.citation.span.start), one) for one in free
        ]
        best = max(shared, key=lambda item: item[0], default=None)
        if best is None or best[0] <= 0:
            yield row, None
        else:
            free.remove(best[1])
            yield row, best[1]


def is_same(target: Row, document: Instrument, *, alone: bool) -> bool:
    """Whether a document is the true one. alone: the truth knows one document of that number, so that a date left out proves no other."""
    if target["kind"] != document.kind or agree(target.get("issued_on"), document.issued_on) is False:
        return False
    if target.get("place") and document.place and fold(target["place"]) != fold(document.place):
        return False
    if not target.get("number"):
        same_number = document.number is None
        return same_number and _ordinal(target.get("name") or target.get("issuer")) == _ordinal(document.id)
    if number_key(target["number"]) != number_key(document.number or "0"):
        return False
    return bool(document.issued_on or alone or not target.get("issued_on"))


def _ordinal(name: str | None) -> int | None:
    found = [a or b for a, b in _ORDINAL.findall(fold(name or ""))]
    return parse_ordinal(found[-1]) if found else None


def is_read(field: str, said: Any, read: Any) -> bool:
    """Whether a field of a mention was read as the truth has it; of two names of a body one may hold the other."""
    if field == "issuer" and said and read:
        a, b = fold(said), fold(read)
        return a in b or b in a
    if field == "number" and said and read:
        return number_key(said) == number_key(read)
    return (said or None) == (read or None)


class Tally:
    """Counts of one archive, and what was wrong."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.counts: Counter[str] = Counter()
        self.kinds: dict[str, Counter[str]] = defaultdict(Counter)
        self.errors: list[str] = []

    def add(self, row: Row, outcome: Outcome | None, documents: dict[str, Instrument], *, alone: bool) -> None:
        """Count one true mention."""
        what = self._judge(row, outcome, documents, alone=alone)
        for counts in (self.counts, self.kinds[row.get("kind") or (row.get("target") or {}).get("kind", "?")]):
            counts[what] += 1
            counts["resolvable"] += row.get("target") is not None
            counts["all"] += 1
        if what in ("missed", "wrong", "left open"):
            found = documents.get((outcome.target or "") if outcome else "")
            meant = found.id if found else [reason.code for reason in outcome.reasons] if outcome else None
            self.errors.append(f"{what}\t{row['notice']}\t{row['text']}\t{row.get('target')}\t{meant}")
        for field in FIELDS if outcome and "relation" in row else ():
            read = getattr(outcome.citation, field) if outcome else None
            right = is_read(field, row[field], read)
            self.counts[f"{field} read"] += right
            self.counts[f"{field} of"] += 1
            if not right:
                self.errors.append(f"{field}\t{row['notice']}\t{row['text']}\ttruth {row[field]}\tread {read}")

    def _judge(self, row: Row, outcome: Outcome | None, documents: dict[str, Instrument], *, alone: bool) -> str:
        if outcome is None:
            return "missed"
        if outcome.status != "resolved":
            return "left open" if row.get("target") else "rightly open"
        right = row.get("target") and is_same(row["target"], documents[outcome.target or ""], alone=alone)
        return "right" if right else "wrong"

    def lines(self) -> Iterator[str]:
        """The figures, one line for all and one for each kind."""
        for kind, counts in [("all", self.counts), *sorted(self.kinds.items())]:
            linked = counts["right"] + counts["wrong"]
            yield (
                f"{kind:20} {counts['all']:5} mentions  missed {counts['missed']}  linked {linked}  wrong {counts['wrong']} ({counts['wrong'] / max(linked, 1) * 100:.1f} in 100)"
                f"  right of resolvable {counts['right'] / max(counts['resolvable'], 1):.3f}  left open {counts['left open']}, rightly {counts['rightly open']}"
            )
        read = [f"{field} {self.counts[f'{field} read'] / max(self.counts[f'{field} of'], 1):.3f}" for field in FIELDS]
        yield f"{'fields':20} {'  '.join(read)}  of {self.counts['relation of']}"


def measure(folder: Path) -> Tally:
    """Everything counted over one archive."""
    notices = [notice_of_row(row) for row in read_rows(folder / "notices.jsonl")]
    truth = read_rows(folder / "citations.jsonl")
    outcomes, documents = link(notices)
    known: dict[tuple[str, str], set[tuple[Any, Any]]] = defaultdict(set)
    for target in (row["target"] for row in truth if row.get("target")):
        known[target["kind"], number_key(target.get("number") or "0")].add(
            (target.get("issued_on"), target.get("place"))
        )
    tally = Tally()
    for notice in notices:
        rows = sorted((row for row in truth if row["notice"] == notice.id), key=lambda row: row["start"])
        found = outcomes[notice.id]
        for row, outcome in pair(rows, found):
            target = row.get("target") or {"kind": "", "number": None}
            alone = len(known[target["kind"], number_key(target.get("number") or "0")]) == 1
            tally.add(row, outcome, documents, alone=alone)
        spans = [(row["start"], row["end"]) for row in rows]
        for outcome in found:
            span = outcome.citation.span
            if not any(start < span.end and span.start < end for start, end in spans):
                tally.counts["false"] += 1
                tally.errors.append(f"false\t{notice.id}\t{outcome.citation.text}")
    return tally


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--errors", action="store_true", help="print every mention that is missed, misread, wrong or open"
    )
    options = parser.parse_args()
    for folder in options.folders:
        tally = measure(folder)
        print(f"{folder}: {tally.counts['false']} false finds")
        print("\n".join([*tally.lines(), *(tally.errors if options.errors else ())]))


if __name__ == "__main__":
    main()
