"""Latency and memory of search beside SQLite FTS5 (bm25), in one run over the same notices and queries.

    python -m benchmarks.search --notices 5000 [--folder ARCHIVE] [--queries 200]

FTS5: columns title and text, unicode61 without marks, any-term queries, ten best by bm25, with a snippet. Ours: what a page asks for, ten best with
facets, excerpts and corrections. Each query is run once, after a warm-up of other queries; memory is that of a process that did nothing but search.
"""

import argparse
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.synthetic import synthetic_notices
from corpus.kinds import kind_name
from corpus.store import Store
from corpus.text import fold
from crawler.importing import notice_of_row
from webapp.composition import index, open_archive
from webapp.settings import Settings

_WARM_UP = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Percentiles of one kind of query, in milliseconds."""

    name: str
    middle: float
    high: float
    queries: int

    def line(self, who: str) -> str:
        """One line of the report."""
        return f"{who:<5} {self.name:<11} p50 {self.middle:7.2f} ms   p95 {self.high:7.2f} ms   {self.queries} queries"


def measure(name: str, run: Callable[[str], Any], queries: list[str]) -> Measured:
    """Each query once, after the warm-up."""
    for query in queries[:_WARM_UP]:
        run(query)
    times = []
    for query in queries[_WARM_UP:]:
        began = time.perf_counter()
        run(query)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return Measured(name=name, middle=times[len(times) // 2], high=times[int(len(times) * 0.95)], queries=len(times))


def text_queries(texts: list[str], rng: random.Random, count: int) -> list[str]:
    """Runs of two to five syllables from the notices, half of them without marks."""
    found: list[str] = []
    while len(found) < count:
        words = rng.choice(texts).split()
        at = rng.randrange(max(1, len(words) - 6))
        query = " ".join(words[at : at + rng.randrange(2, 6)])
        if fold(query):
            found.append(fold(query) if rng.random() < 0.5 else query)
    return found


def number_queries(rows: list[dict[str, Any]], rng: random.Random, count: int) -> list[str]:
    """Numbers of cited documents as people remember them: whole, with the kind's word, the serial alone with it, with the year."""
    found = []
    for row in rng.sample(rows, min(count, len(rows))):
        kind, number = fold(kind_name(row["kind"])), str(row["number"])
        serial = number.split("/")[0].split("-")[0]
        forms = (
            number,
            f"{kind} {number.lower()}",
            f"{kind} {serial}",
            f"{kind} {serial} {(row['issued_on'] or '')[:4]}",
        )
        found.append(rng.choice(forms).strip())
    return found


def resident() -> float:
    """Memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def ours(folder: Path, queries: list[str], count: int) -> tuple[list[Measured], float, float]:
    """Percentiles, seconds to open, and memory after all queries: run in a process of its own."""
    began = time.perf_counter()
    archive = open_archive(Settings(archive=folder))
    archive.search("hợp tác xã")
    opened = time.perf_counter() - began
    rng = random.Random(5)
    numbers = number_queries([row for row in archive.export("wanted") if row["number"]][:2000], rng, count)
    found = [
        measure("text", archive.search, queries),
        measure("number", archive.search, numbers),
        measure("suggestion", archive.suggest, [number[:6] for number in numbers]),
    ]
    memory = resident()
    archive.close()
    return found, opened, memory


def peer(rows: list[tuple[str, str]], queries: list[str], path: Path) -> Measured:
    """FTS5 over the same notices."""
    db = sqlite3.connect(path)
    db.execute("CREATE VIRTUAL TABLE n USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')")
    db.executemany("INSERT INTO n VALUES (?, ?)", rows)
    db.commit()

    def search(query: str) -> list[Any]:
        terms = " OR ".join(f'"{word}"' for word in query.replace('"', " ").split())
        return db.execute(
            "SELECT rowid, snippet(n, 1, '[', ']', '…', 32) FROM n WHERE n MATCH ? ORDER BY rank LIMIT 10", (terms,)
        ).fetchall()

    return measure("text", search, queries)


def main() -> None:
    """Build (or take) an archive and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notices", type=int, default=5000)
    parser.add_argument("--queries", type=int, default=240)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        if not (folder / "index" / "current").exists():
            with Store.open(folder, create=True) as store, store.batches() as save:
                for row in synthetic_notices(options.notices):
                    save(notice_of_row(json.loads(json.dumps(row))))
            index(Settings(archive=folder))
        with Store.open(folder) as store:
            rows = store.connection.execute("SELECT title, text FROM notices").fetchall()
        queries = text_queries([text for _, text in rows[:5000]], random.Random(3), options.queries)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            found, opened, memory = process.submit(ours, folder, queries, options.queries).result()
        print(f"{len(rows)} notices; opened in {opened:.2f} s; memory of a searching process {memory:.0f} MB")
        for measured in found:
            print(measured.line("ours"))
        print(peer(rows, queries, Path(scratch) / "peer.sqlite").line("FTS5"))


if __name__ == "__main__":
    main()
