"""Postings as arrays, dense and sparse alike, and their cache within its bound."""

import numpy as np
import pytest

from indexer.engine.whoosh.postings import PostingCache, Postings


def postings(ids: list[int], counts: list[int], size: int) -> Postings:
    return Postings.of(np.array(ids, dtype=np.int32), np.array(counts, dtype=np.uint32), size)


CASES = [
    ([], [], 4),
    ([0], [1], 5),
    ([4], [1], 5),
    ([1], [7], 6),
    ([0, 2, 3], [1, 255, 2], 4),
    ([0, 2, 3], [1, 256, 2], 400),
    ([0, 1, 2, 3], [9, 9, 9, 9], 4),
]


@pytest.mark.parametrize(("ids", "counts", "size"), CASES)
def test_documents_are_the_same_however_they_are_kept(ids: list[int], counts: list[int], size: int) -> None:
    kept = postings(ids, counts, size)
    assert kept.documents.tolist() == ids and kept.documents.dtype == np.int32
    assert kept.frequency == len(ids)
    mask = np.zeros(size, dtype=bool)
    kept.mark(mask)
    assert np.flatnonzero(mask).tolist() == ids
    before = np.ones(size, dtype=bool)
    kept.mark(before)
    assert before.all(), "what a mask has already stays"


@pytest.mark.parametrize(
    ("count", "size", "dense"), [(1, 5, True), (1, 6, False), (2, 10, True), (2, 11, False), (0, 9, False)]
)
def test_the_shorter_form_is_kept(count: int, size: int, dense: bool) -> None:
    kept = postings(list(range(count)), [1] * count, size)
    assert (kept.ids is None) is dense
    assert kept.bytes == (size if dense else 5 * count)


@pytest.mark.parametrize(("most", "kind"), [(1, np.uint8), (255, np.uint8), (256, np.uint32), (65535, np.uint32)])
def test_counts_take_the_narrower_type_that_holds_them(most: int, kind: type) -> None:
    for size in (2, 1000):
        kept = postings([0, 1], [1, most], size)
        assert kept.counts.dtype == kind and kept.counts[:2].tolist() == [1, most]


@pytest.mark.parametrize("size", [4, 400])
def test_gains_are_added_to_the_documents_that_have_the_term(size: int) -> None:
    kept = postings([1, 2, 3], [1, 2, 300], size)
    scores = np.full(size, 10, dtype=np.float32)
    norms = np.linspace(1, 2, size, dtype=np.float32)
    kept.add_gains(scores, norms, weight=2.0, k1=1.2)
    expected = [10.0] * size
    for number, count in ((1, 1), (2, 2), (3, 300)):
        expected[number] += 2.0 * 2.2 * count / (count + float(norms[number]))
    assert scores.tolist() == pytest.approx(expected, rel=1e-5)


def cache_of(*sizes: int, limit: int) -> tuple[PostingCache, list[Postings]]:
    cache = PostingCache(limit)
    kept = [postings(list(range(size)), [1] * size, size) for size in sizes]
    for at, one in enumerate(kept):
        cache.put((str(at),), one)
    return cache, kept


@pytest.mark.parametrize(
    ("limit", "left"), [(1499, [False, True]), (1500, [True, True]), (801, [False, True]), (1000, [False, True])]
)
def test_the_longest_unused_go_when_the_bound_is_passed(limit: int, left: list[bool]) -> None:
    cache, _ = cache_of(300, 400, limit=limit)
    assert [cache.get((str(at),)) is not None for at in range(2)] == left


def test_what_is_used_stays() -> None:
    cache, kept = cache_of(100, 100, limit=1200)
    assert cache.get(("0",)) is kept[0]
    cache.put(("2",), kept[0])
    assert [cache.get((name,)) is not None for name in "012"] == [True, False, True]


@pytest.mark.parametrize(("size", "fits"), [(599, True), (600, True), (601, False)])
def test_what_is_larger_than_the_bound_is_not_kept_and_drops_nothing(size: int, fits: bool) -> None:
    cache, kept = cache_of(10, limit=1000)
    cache.put(("large",), postings(list(range(size)), [1] * size, size))
    assert (cache.get(("large",)) is not None) is fits
    assert (cache.get(("0",)) is kept[0]) is not fits


def test_the_first_of_a_key_stays_and_counts_once() -> None:
    cache, kept = cache_of(100, limit=1000)
    for _ in range(5):
        cache.put(("0",), postings([0], [2], 1))
    cache.put(("1",), kept[0])
    assert cache.get(("0",)) is kept[0] and cache.get(("1",)) is kept[0]
    assert cache.get(("unknown",)) is None


def test_what_was_dropped_makes_room() -> None:
    cache, kept = cache_of(100, 100, 100, 100, limit=1000)
    assert [cache.get((str(at),)) is not None for at in range(4)] == [False, False, True, True]
    cache.put(("4",), kept[0])
    assert [cache.get((str(at),)) is not None for at in range(5)] == [False, False, False, True, True]
