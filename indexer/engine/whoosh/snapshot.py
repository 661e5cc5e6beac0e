"""One commit of a Whoosh index, as its readers see it."""

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from whoosh.index import FileIndex

from indexer.engine.lookup_keys import own_key
from indexer.engine.spelling import Speller
from indexer.engine.whoosh.blocks import Ints
from indexer.engine.whoosh.postings import PostingCache, Segment


class Snapshot:
    """The segments of one commit."""

    def __init__(self, index: FileIndex, cache: PostingCache, known: Mapping[str, Segment]) -> None:
        self.generation = index.latest_generation()
        reader = index.reader()
        leaves = reader.leaf_readers() if hasattr(reader, "leaf_readers") else [(reader, 0)]
        kept = [(self._segment(leaf, cache, known), int(offset)) for leaf, offset in leaves if leaf.doc_count_all()]
        self.segments = [segment for segment, _ in kept]
        self._offsets = [offset for _, offset in kept]
        self.speller: Speller | None = None
        self._citers: list[Ints] | None = None
        self._cards: dict[str, list[Mapping[str, object]]] = {}
        self._lock = threading.Lock()

    def places_of(self, uid: str) -> Iterator[tuple[Segment, int, int]]:
        """Where the live documents under a key stand: segment, number in it, and Whoosh's own number."""
        for segment, offset in zip(self.segments, self._offsets, strict=True):
            numbers = segment.postings("uid", uid, keep=False).documents
            for number in numbers[segment.live[numbers]]:
                yield segment, int(number), offset + int(number)

    def newest(self, uid: str) -> tuple[Segment, int] | None:
        """Where the live document under a key stands; a key has one."""
        return next(((segment, number) for segment, number, _ in self.places_of(uid)), None)

    def citers(self) -> list[Ints]:
        """For each segment's documents, by how many notices each is cited; a notice as the document that it is. Counted once."""
        with self._lock:
            if self._citers is None:
                found = [segment.columns.cited_counts.copy() for segment in self.segments]
                for segment in self.segments:
                    for number in np.flatnonzero(segment.of_type("instrument") & (segment.columns.cited_counts > 0)):
                        own = own_key(segment.text_column("c_id", int(number)).decode())
                        for other, counts in zip(self.segments, found, strict=True):
                            counts[other.postings("lookup", own, keep=False).documents] = segment.columns.cited_counts[
                                number
                            ]
                self._citers = found
            return self._citers

    def cards(self, type_: str) -> list[Mapping[str, object]]:
        """Cards of all live documents of a type, read once."""
        with self._lock:
            if type_ not in self._cards:
                self._cards[type_] = [card for segment in self.segments for card in segment.cards(type_)]
            return self._cards[type_]

    def frequency(self, field: str, term: str) -> int:
        """How many documents have a term, those deleted since their segment was written among them."""
        return sum(segment.frequency(field, term) for segment in self.segments)

    def syllables(self) -> dict[str, int]:
        """Documents by syllable, with marks; what begins with a digit is left out."""
        found: Counter[str] = Counter()
        for segment in self.segments:
            found.update(segment.words("marked"))
        return dict(found)

    @staticmethod
    def _segment(leaf: Any, cache: PostingCache, known: Mapping[str, Segment]) -> Segment:
        """The segment of a leaf; one that is known already and has lost no document stays as it is."""
        kept = known.get(str(leaf.segment().segment_id()))
        if kept is not None and int(kept.live.sum()) == leaf.doc_count():
            leaf.close()
            return kept
        return Segment(leaf, cache, like=kept)
