"""Postings that wait for their segment: packed, counted, and moved without what is gone."""

import numpy as np
import pytest

from indexer.engine.whoosh.codec import GONE, Waiting

Rows = list[tuple[int, int]]


def unpacked(waiting: Waiting, field: str, term: bytes) -> Rows:
    """Document numbers with counts."""
    return [(packed >> 16, packed & 0xFFFF) for packed in waiting.terms[field][term]]


@pytest.mark.parametrize(("count", "kept"), [(1, 1), (65534, 65534), (65535, 65535), (65536, 65535), (10**9, 65535)])
def test_a_count_is_kept_up_to_its_bound(count: int, kept: int) -> None:
    waiting = Waiting()
    waiting.add_counts("plain", 3, {"thi": count})
    waiting.add_counts("plain", 1 << 30, {"thi": 1})
    assert unpacked(waiting, "plain", b"thi") == [(3, kept), (1 << 30, 1)]


def test_terms_wait_by_field_and_are_counted() -> None:
    waiting = Waiting()
    waiting.add_counts("plain", 0, {"thi": 2, "đua": 1})
    waiting.add_counts("marked", 0, {"thi": 5})
    waiting.add_counts("plain", 1, {"thi": 1})
    waiting.add_counts("plain", 2, {})
    assert waiting.size == 4
    assert unpacked(waiting, "plain", b"thi") == [(0, 2), (1, 1)]
    assert unpacked(waiting, "plain", "đua".encode()) == [(0, 1)]
    assert unpacked(waiting, "marked", b"thi") == [(0, 5)]
    assert waiting.iter_postings() is waiting
    waiting.cleanup()
    assert waiting.terms == {}


@pytest.mark.parametrize(
    ("moved", "kept"),
    [
        ([10, 11, 12], [(10, 1), (12, 65535)]),
        ([10, GONE, 11], [(10, 1), (11, 65535)]),
        ([GONE, 0, 1], [(1, 65535)]),
        ([0, GONE, GONE], [(0, 1)]),
    ],
)
def test_what_is_moved_takes_its_new_numbers_without_the_deleted(moved: list[int], kept: Rows) -> None:
    waiting = Waiting()
    numbers, counts = np.array([0, 2], dtype=np.int32), np.array([1, 70000], dtype=np.uint32)
    waiting.add_moved("plain", b"thi", numbers, counts, np.array(moved, dtype=np.int64))
    assert unpacked(waiting, "plain", b"thi") == kept and waiting.size == len(kept)


def test_a_term_of_deleted_documents_alone_is_gone() -> None:
    waiting = Waiting()
    one = np.array([0], dtype=np.int32)
    waiting.add_moved("plain", b"thi", one, np.array([1], dtype=np.uint32), np.array([GONE], dtype=np.int64))
    assert (waiting.terms, waiting.size) == ({}, 0)


def test_moved_postings_stand_behind_those_that_wait() -> None:
    waiting = Waiting()
    waiting.add_counts("plain", 4, {"thi": 2})
    one = np.array([0], dtype=np.int32)
    waiting.add_moved("plain", b"thi", one, np.array([3], dtype=np.uint32), np.array([5], dtype=np.int64))
    assert unpacked(waiting, "plain", b"thi") == [(4, 2), (5, 3)] and waiting.size == 2
