"""Latency of search beside SQLite FTS5 (bm25), in one run over the same notices and queries.

    python -m benchmarks.search --notices 5000 [--folder ARCHIVE]

FTS5: columns title and text, unicode61 without marks, any-term queries, ten best by bm25, with a snippet; ours: ten best with facets and excerpts.
"""

import argparse
import json
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.synthetic import synthetic_notices
from corpus.store import Store
from corpus.text import fold
from crawler.importing import notice_of_row
from indexer.archive import Archive
from indexer.build import index_archive


def percentiles(run: Callable[[str], Any], queries: list[str]) -> tuple[float, float]:
    """(p50, p95) in milliseconds, each query once after a warm-up of ten."""
    for query in queries[:10]:
        run(query)
    times = []
    for query in queries:
        began = time.perf_counter()
        run(query)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def text_queries(texts: list[str], rng: random.Random, count: int) -> list[str]:
    """Runs of two to five syllables from the notices, half of them without marks."""
    found = []
    for _ in range(count):
        words = rng.choice(texts).split()
        at = rng.randrange(max(1, len(words) - 6))
        query = " ".join(words[at : at + rng.randrange(2, 6)])
        found.append(fold(query) if rng.random() < 0.5 else query)
    return [query for query in found if fold(query)]


def main() -> None:
    """Build (or take) an archive and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notices", type=int, default=5000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    rng = random.Random(3)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        if not (folder / "index" / "current").exists():
            with Store.open(folder, create=True) as store, store.batches() as save:
                for row in synthetic_notices(options.notices):
                    save(notice_of_row(json.loads(json.dumps(row))))
            index_archive(folder)
        with Store.open(folder) as store:
            rows = store.connection.execute("SELECT title, text FROM notices").fetchall()
        archive = Archive.open(folder)
        queries = text_queries([text for _, text in rows[:3000]], rng, options.queries)
        numbers = [str(row["number"]) for row in archive.export("wanted") if row["number"]][:400]
        rng.shuffle(numbers)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        for name, run, asked in (
            ("text", archive.search, queries),
            ("number", archive.search, numbers[: options.queries]),
            ("suggestion", archive.suggest, [number[:4] for number in numbers[: options.queries]]),
        ):
            middle, high = percentiles(run, asked)
            print(
                f"ours  {name:<11} p50 {middle:7.2f} ms   p95 {high:7.2f} ms   {len(asked)} queries, {len(rows)} notices"
            )
        db = sqlite3.connect(":memory:")
        db.execute("CREATE VIRTUAL TABLE n USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')")
        db.executemany("INSERT INTO n VALUES (?, ?)", rows)

        def peer(query: str) -> list[Any]:
            terms = " OR ".join(f'"{word}"' for word in query.replace('"', " ").split())
            return db.execute(
                "SELECT rowid, snippet(n, 1, '[', ']', '…', 32) FROM n WHERE n MATCH ? ORDER BY rank LIMIT 10", (terms,)
            ).fetchall()

        middle, high = percentiles(peer, queries)
        print(f"FTS5  {'text':<11} p50 {middle:7.2f} ms   p95 {high:7.2f} ms")
        print(f"memory before the peer: {memory:.0f} MB")
        archive.close()


if __name__ == "__main__":
    main()
