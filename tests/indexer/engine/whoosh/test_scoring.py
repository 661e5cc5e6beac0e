"""BM25 over arrays gives what plain Whoosh gives on the same index: the same documents, in the same order, with the same scores."""

import math
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from whoosh import index as whoosh_index
from whoosh.query import Or, Term
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from benchmarks.synthetic import synthetic_notices
from indexer.engine.analysis import analyse
from indexer.engine.protocol import IndexDocument
from indexer.engine.whoosh.engine import WhooshEngine, open_whoosh
from indexer.engine.whoosh.scoring import IDF_POWER, K1, B, FieldTerms, idf, rarity, score

FIELDS = ("plain", "marked", "compounds", "title_marked", "title_plain")
SAME = 1e-4


def _document(row: dict[str, str], *, text: str | None = None) -> IndexDocument:
    text = row["text"] if text is None else text
    return IndexDocument(id=row["id"], type="notice", title=row["title"], text=text, payload={"id": row["id"]})


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return list(synthetic_notices(320, seed=11, sentences=7))


@pytest.fixture(scope="module")
def engine(rows: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    """Three segments, and documents that were deleted or replaced in the first."""
    opened = open_whoosh(tmp_path_factory.mktemp("scoring") / "engine", create=True)
    for low, high in ((0, 200), (200, 300), (300, 320)):
        with opened.writer() as writer:
            for row in rows[low:high]:
                writer.put(_document(row))
            if low:
                writer.delete("notice", rows[low // 10]["id"])
                writer.put(_document(rows[low // 10 + 1], text="Phát động thi đua yêu nước"))
    assert len(opened._snapshot.segments) == 3
    return opened


@pytest.fixture(scope="module")
def plain(engine: WhooshEngine) -> Iterator[Searcher]:
    """Whoosh as it comes, with its own weighting, over the same folder."""
    index = whoosh_index.open_dir(str(engine.generation / "engine"))
    with index.searcher(weighting=BM25F(B=B, K1=K1)) as searcher:
        yield searcher


def _queries(rows: list[dict[str, str]]) -> list[str]:
    rng = random.Random(5)
    found = []
    for row in rng.sample(rows, 100):
        words = rng.choice((row["title"], row["text"], row["text"])).split()
        at = rng.randrange(max(1, len(words) - 8))
        found.append(" ".join(words[at : at + rng.randrange(2, 9)]))
    return found


def _wanted(text: str) -> dict[str, tuple[str, ...]]:
    """Terms by field; each once, for Whoosh counts a repeated one once too."""
    views = analyse(text)
    tokens = {
        "plain": views.plain,
        "marked": views.marked,
        "compounds": views.compounds,
        "title_marked": views.marked,
        "title_plain": views.plain,
    }
    return {field: tuple(dict.fromkeys(tokens[field])) for field in FIELDS}


def _whooshs_idf(documents: int, frequency: int) -> float:
    return math.log(documents / (frequency + 1)) + 1


def test_a_hundred_queries_over_five_fields_as_plain_whoosh(
    engine: WhooshEngine, plain: Searcher, rows: list[dict[str, str]]
) -> None:
    segments = engine._snapshot.segments
    live = np.concatenate([segment.live for segment in segments])
    asked = matched = 0
    for text in _queries(rows):
        wanted = _wanted(text)
        ours = np.concatenate(
            score(segments, [FieldTerms(field, terms, 1.0) for field, terms in wanted.items()], _whooshs_idf)
        )
        hits = plain.search(Or([Term(field, term) for field in FIELDS for term in wanted[field]]), limit=None)
        theirs = [(hit.docnum, hit.score) for hit in hits]
        assert {number for number, _ in theirs} == set(np.flatnonzero((ours > 0) & live).tolist()), text
        for number, value in theirs:
            assert math.isclose(float(ours[number]), value, rel_tol=SAME), (text, number)
        in_their_order = [float(ours[number]) for number, _ in theirs]
        assert all(before >= after * (1 - 2 * SAME) for before, after in pairwise(in_their_order)), text
        asked += 1
        matched += len(theirs)
    assert asked == 100
    assert matched > 5000, "queries that match next to nothing prove nothing"


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_weighs_in(engine: WhooshEngine, plain: Searcher, rows: list[dict[str, str]], field: str) -> None:
    """The hundred queries match in each of the fields, so that none of them is compared as a row of zeros."""
    found = sum(plain.doc_frequency(field, term) > 0 for text in _queries(rows)[:20] for term in _wanted(text)[field])
    assert found > 10


def test_frequencies_and_counts_are_whooshs(engine: WhooshEngine, plain: Searcher) -> None:
    segments = engine._snapshot.segments
    for field, term in (("plain", "hop"), ("marked", "hợp"), ("compounds", "hợp_tác_xã"), ("title_plain", "tai")):
        lists = [segment.postings(field, term) for segment in segments]
        assert sum(postings.frequency for postings in lists) == plain.doc_frequency(field, term) > 0
        assert sum(int(postings.counts.sum()) for postings in lists) == plain.reader().frequency(field, term)


@pytest.mark.parametrize("count", [40, 700])
def test_long_posting_lists_too(tmp_path: Path, count: int) -> None:
    """A few words in hundreds of texts of very different lengths: many blocks, with our own weight of rare words as with Whoosh's."""
    rng = random.Random(count)
    vocabulary = [f"t{number}" for number in range(60)]
    opened = open_whoosh(tmp_path / "engine", create=True)
    for low in range(0, count, 350):
        with opened.writer() as writer:
            for number in range(low, min(count, low + 350)):
                words = [vocabulary[min(59, int(rng.expovariate(0.08)))] for _ in range(rng.randrange(3, 90))]
                writer.put(IndexDocument(id=f"n{number}", type="notice", title="", text=" ".join(words)))
    terms = ("t0", "t3", "t20", "t41")

    class Raised(BM25F):  # type: ignore[misc]  # Whoosh has no types
        def idf(self, searcher: Searcher, fieldname: str, text: bytes) -> float:
            parent = searcher.get_parent()
            return idf(parent.doc_count_all(), parent.doc_frequency(fieldname, text)) ** IDF_POWER

    for weighting, weighed in ((Raised, rarity), (BM25F, _whooshs_idf)):
        ours = np.concatenate(score(opened._snapshot.segments, [FieldTerms("plain", terms, 1.0)], weighed))
        with whoosh_index.open_dir(str(tmp_path / "engine")).searcher(weighting=weighting(B=B, K1=K1)) as searcher:
            hits = searcher.search(Or([Term("plain", term) for term in terms]), limit=None)
            theirs = {hit.docnum: hit.score for hit in hits}
        assert {int(number) for number in ours.nonzero()[0]} == set(theirs)
        assert all(math.isclose(float(ours[number]), value, rel_tol=SAME) for number, value in theirs.items())
