"""Ranking of Vietnamese against public judgements: nDCG@10, the queries as typed and stripped of marks, over one index.

    python -m benchmarks.ranking FOLDER

FOLDER holds `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`) and `qrels.tsv` (query, document, grade), the layout of the BEIR
benchmark (Thakur et al. 2021). The peer is plain BM25 over syllables with marks, through SQLite FTS5, any term.
"""

import argparse
import json
import math
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corpus.text import fold
from indexer.engine.analysis import syllables
from indexer.engine.protocol import IndexDocument, Query
from webapp.composition import engine_opener
from webapp.settings import Settings

Search = Callable[[str], list[str]]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_grades(path: Path) -> dict[str, dict[str, int]]:
    """Query to document to grade; the heading line is passed over."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, document, grade = line.split("\t")
        if grade.isdigit() and int(grade):
            grades[query][document] = int(grade)
    return grades


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002)."""
    gain = sum(grades.get(id_, 0) / math.log2(at + 2) for at, id_ in enumerate(found[:10]))
    best = sorted(grades.values(), reverse=True)[:10]
    return gain / sum(grade / math.log2(at + 2) for at, grade in enumerate(best))


def average(search: Search, queries: dict[str, str], grades: dict[str, dict[str, int]]) -> float:
    """Mean nDCG@10 over all judged queries."""
    values = [ndcg(search(queries[id_]), judged) for id_, judged in grades.items()]
    return sum(values) / len(values)


def peer(rows: list[dict[str, Any]]) -> Search:
    """FTS5's bm25 over syllables with marks."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE n USING fts5(id UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 0')")
    db.executemany(
        "INSERT INTO n VALUES (?, ?)",
        ((row["_id"], " ".join(syllables(f"{row.get('title', '')} {row['text']}"))) for row in rows),
    )

    def search(text: str) -> list[str]:
        terms = " OR ".join(f'"{word}"' for word in dict.fromkeys(syllables(text)))
        return [row[0] for row in db.execute("SELECT id FROM n WHERE n MATCH ? ORDER BY rank LIMIT 10", (terms,))]

    return search


def main() -> None:
    """Index the corpus in a temporary folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    rows = list(read_lines(folder / "corpus.jsonl"))
    queries = {row["_id"]: row["text"] for row in read_lines(folder / "queries.jsonl")}
    grades = read_grades(folder / "qrels.tsv")
    with tempfile.TemporaryDirectory() as scratch:
        engine = engine_opener(Settings())(Path(scratch) / "engine", create=True)
        with engine.writer(workers=2) as writer:
            for row in rows:
                title, text = row.get("title", ""), row["text"]
                writer.put(
                    IndexDocument(id=row["_id"], type="notice", title=title, text=text, payload={"id": row["_id"]})
                )

        def search(text: str) -> list[str]:
            return [hit.id for hit in engine.search(Query(text=text)).hits]

        print(f"{len(rows)} documents, {len(grades)} queries, nDCG@10")
        print(f"ours, as typed           {average(search, queries, grades):.3f}")
        print(f"ours, stripped of marks  {average(lambda text: search(fold(text)), queries, grades):.3f}")
        print(f"FTS5 bm25, as typed      {average(peer(rows), queries, grades):.3f}")
        engine.close()


if __name__ == "__main__":
    main()
