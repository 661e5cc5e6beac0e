"""The embedded engine: an honest Whoosh index, read through arrays.

One process writes; readers keep one snapshot of the newest commit and take the next one when `refresh` finds it, while searches under way end on theirs.
"""

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from whoosh.index import FileIndex, LockError

from corpus.errors import EngineError
from indexer.engine.analysis import MAX_QUERY_CHARS, Views, analyse
from indexer.engine.excerpts import Wanted, wanted_of
from indexer.engine.integrity import damaged
from indexer.engine.protocol import DocumentType, Hit, IndexDocument, Query, Results, Suggestion, shown_part
from indexer.engine.spelling import Speller
from indexer.engine.whoosh.files import MappedStorage
from indexer.engine.whoosh.guard import damage_told, guarded
from indexer.engine.whoosh.hits import card_hit, card_of, suggestion, whole_hit
from indexer.engine.whoosh.matching import count_facets, filtered, narrow, page_of, with_phrases
from indexer.engine.whoosh.postings import PostingCache, Segment
from indexer.engine.whoosh.schema import (
    MAX_PREFIX,
    MIN_PREFIX,
    counted_row,
    schema,
    suggestion_key,
    text_digest,
    unique_id,
    unpack,
    unpack_words,
)
from indexer.engine.whoosh.scoring import FieldTerms, favour_whole, score
from indexer.engine.whoosh.snapshot import Snapshot
from indexer.engine.whoosh.workers import Workers
from indexer.engine.whoosh.writing import BulkSegmentWriter

_WEIGHTS_MARKED: Final = {"marked": 1.0, "marked_pairs": 0.3, "compounds": 0.5, "title_marked": 0.35, "plain": 0.12}
_WEIGHTS_PLAIN: Final = {"plain": 1.0, "plain_pairs": 0.3, "title_plain": 0.35}
_FREQUENT_WORDS: Final = 80
_SIMILAR_WORDS: Final = 30
_SUGGESTIONS_READ: Final = 3
_CAMPAIGN_SHARE: Final = 3


class WhooshEngine:
    """`SearchEngine` over one generation's folder; see `open_whoosh`."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self.generation = Path(index.storage.folder).parent
        self._cache = PostingCache()
        self._lock = threading.Lock()
        self._snapshot = Snapshot(index, self._cache, {})

    @guarded
    def refresh(self) -> None:
        """See the newest commit; searches under way keep the one that they began on."""
        with self._lock:
            if self._index.latest_generation() != self._snapshot.generation:
                known = {segment.name: segment for segment in self._snapshot.segments}
                self._snapshot = Snapshot(self._index, self._cache, known)

    def close(self) -> None:
        """Let go of the index; files of a snapshot still in use are closed when their last search ends."""
        self._index.close()

    @contextmanager
    def writer(self, workers: int = 0) -> Iterator["WhooshWriter"]:
        """The one writer; what it did is committed when its context ends cleanly. workers: processes that analyse and write. Raises EngineError."""
        try:
            inner = BulkSegmentWriter(self._index)
        except LockError as error:
            raise EngineError("the index is being written by another process; wait for it to end") from error
        self.refresh()
        try:
            with Workers(Path(self._index.storage.folder), workers) as processes:
                writer = WhooshWriter(inner, self._snapshot, processes)
                yield writer
                inner.elsewhere = processes.finish()
        except BaseException:
            with suppress(
                Exception
            ):  # on a full disk its files cannot be closed either; the first error is the one to tell
                inner.cancel()
            raise
        try:
            inner.commit()
        except OSError as error:
            raise EngineError(
                f"the index could not be written ({error.strerror}); the one before is still in use"
            ) from error
        self.refresh()

    # Reading

    @guarded
    def count(self, type: DocumentType) -> int:
        """How many live documents of a type there are."""
        return sum(int(segment.of_type(type).sum()) for segment in self._snapshot.segments)

    def fetch(self, type: DocumentType, id: str) -> Mapping[str, object] | None:
        """A document's payload; None when it is not there."""
        return self.fetch_many(type, [id]).get(id)

    @guarded
    def fetch_many(self, type: DocumentType, ids: Sequence[str]) -> dict[str, Mapping[str, object]]:
        """Payloads by id, of those that are there."""
        snapshot = self._snapshot
        found: dict[str, Mapping[str, object]] = {}
        for id_ in ids:
            at = snapshot.newest(unique_id(type, id_))
            if at is not None:
                found[id_] = unpack(at[0].text_column("c_payload", at[1]))
        return found

    def scan(self, type: DocumentType) -> Iterator[Mapping[str, object]]:
        """Every payload of a type."""
        with damage_told(self.generation):
            for segment in self._snapshot.segments:
                for number in np.flatnonzero(segment.of_type(type)):
                    yield unpack(segment.text_column("c_payload", int(number)))

    @guarded
    def cards(self, type: DocumentType) -> Sequence[Mapping[str, object]]:
        """Every card of a type, read once a commit; of segments that are known already, not even that."""
        return self._snapshot.cards(type)

    @guarded
    def search(self, query: Query) -> Results:
        """Results of a query over the snapshot of this moment."""
        snapshot = self._snapshot
        segments = snapshot.segments
        text = query.text[:MAX_QUERY_CHARS]
        masks = [segment.of_type(query.type) for segment in segments]
        words = text.strip() or query.favoured[:MAX_QUERY_CHARS].strip()
        scores = score(segments, _parts(analyse(words, with_words=_has_signs(words)), words))
        if text.strip():
            enough = favour_whole(segments, scores, text)
            if query.any_of or not any((mask & has).any() for mask, has in zip(masks, enough, strict=True)):
                enough = [values > 0 for values in scores]
            masks = [mask & has for mask, has in zip(masks, enough, strict=True)]
        masks = [narrow(segment, mask, query) for segment, mask in zip(segments, masks, strict=True)]
        masks = with_phrases(segments, masks, scores, query.phrases)
        facets = {} if query.cards else count_facets(segments, masks, query.filters)
        citers = snapshot.citers() if query.sort == "cited" and query.type == "notice" else None
        total, page = page_of(segments, filtered(segments, masks, query.filters), scores, query, citers)
        wanted = wanted_of(" ".join((words, *query.phrases)))
        hits = tuple(
            card_hit(segments[at], number)
            if query.cards
            else whole_hit(segments[at], number, float(scores[at][number]), query, wanted)
            for at, number in page
        )
        return Results(total=total, hits=hits, facets=facets)

    @guarded
    def similar(self, notice_id: str, limit: int) -> list[Hit]:
        """Notices that share the rarest words with one."""
        snapshot = self._snapshot
        segments = snapshot.segments
        found = snapshot.newest(unique_id("notice", notice_id))
        if found is None:
            return []
        words = unpack_words(found[0].text_column("c_words", found[1])).most_common(_FREQUENT_WORDS)
        shared = {word: count for word, _ in words if (count := snapshot.frequency("compounds", word)) > 1}
        rarest = sorted(shared, key=lambda word: shared[word])[:_SIMILAR_WORDS]
        scores = score(segments, [FieldTerms("compounds", tuple(rarest), 1.0)])
        masks = [segment.of_type("notice") & (values > 0) for segment, values in zip(segments, scores, strict=True)]
        for segment, mask in zip(segments, masks, strict=True):
            if segment is found[0]:
                mask[found[1]] = False  # a notice is most like itself
        _, page = page_of(segments, masks, scores, Query(limit=limit))
        return [whole_hit(segments[at], number, float(scores[at][number]), Query(), Wanted(())) for at, number in page]

    @guarded
    def suggest(self, prefix: str, limit: int) -> list[Suggestion]:
        """Instruments by the beginning of number, name or title, most cited first; up to a third of the lines are campaigns."""
        typed = suggestion_key(prefix)
        key = typed[:MAX_PREFIX].strip()
        if len(key) < MIN_PREFIX:
            return []
        campaigns = self._suggested("campaign", key, typed, limit // _CAMPAIGN_SHARE)
        return [*self._suggested("instrument", key, typed, limit - len(campaigns)), *campaigns]

    def _suggested(self, type_: DocumentType, key: str, typed: str, limit: int) -> list[Suggestion]:
        """Lines of one type, most cited first."""
        found: list[tuple[int, int, Segment, int]] = []
        for at, segment in enumerate(self._snapshot.segments):
            numbers = segment.postings("prefix", key).documents
            numbers = numbers[segment.of_type(type_)[numbers]]
            counts = segment.columns.cited_counts[numbers]
            best = np.argsort(-counts, kind="stable")[: limit * _SUGGESTIONS_READ]
            found.extend((-int(counts[i]), at, segment, int(numbers[i])) for i in best)
        found.sort(key=lambda row: (row[0], row[1], row[3]))
        rows = (suggestion(type_, shown_part(card_of(segment, number)), typed) for _, _, segment, number in found)
        return list(islice((row for row in rows if row is not None), limit))

    @guarded
    def correct(self, text: str) -> str | None:
        """``ý bạn là``: the text with slips mended from the archive's own words."""
        snapshot = self._snapshot
        if snapshot.speller is None:
            snapshot.speller = Speller(snapshot.syllables(), snapshot.frequency)
        return snapshot.speller.correct(text[:MAX_QUERY_CHARS])


class WhooshWriter:
    """Changes of one commit. What is replaced is found in the snapshot: Whoosh itself would open a searcher for each document."""

    def __init__(self, inner: BulkSegmentWriter, snapshot: Snapshot, workers: Workers) -> None:
        self._inner = inner
        self._snapshot = snapshot
        self._workers = workers
        self._written: set[str] = set()

    def put(self, document: IndexDocument) -> None:
        """Add a document, or replace the one of the same type and id. Raises EngineError when one is put twice."""
        uid = unique_id(document.type, document.id)
        if uid in self._written:
            raise EngineError(f"document {uid!r} was written twice in one commit")
        self._written.add(uid)
        known = self._drop(uid, text_digest(document))
        if self._workers:
            self._workers.add((document, known))
        else:
            self._inner.add_counted(*counted_row(document, known))

    def delete(self, type: DocumentType, id: str) -> None:
        """Remove a document."""
        self._drop(unique_id(type, id))

    def _drop(self, uid: str, text: bytes = b"") -> Counter[str] | None:
        """Delete what stands under a key; gives its compounds where its text has the digest, so that it need not be segmented again."""
        known = None
        for segment, at, number in self._snapshot.places_of(uid):
            if text and segment.text_column("c_text", at) == text:
                known = unpack_words(segment.text_column("c_words", at))
            self._inner.delete_document(number)
        return known


def open_whoosh(folder: Path, *, create: bool = False) -> WhooshEngine:
    """The engine of a generation's folder. Raises IndexDamaged when there is no index, or one that cannot be read, EngineError on another version's.

    Whoosh's files hold pickles: only folders that this program made are opened.
    """
    if create:
        folder.mkdir(parents=True, exist_ok=True)
        return WhooshEngine(MappedStorage(folder).create_index(schema()))
    try:
        index = MappedStorage(folder).open_index()
        if set(index.schema.names()) != set(schema().names()):
            raise EngineError(f"index {folder}: made by another version; 'danchieu index' makes it anew")
        return WhooshEngine(index)
    except EngineError:
        raise
    except Exception as error:  # pickles raise whatever they like
        raise damaged(folder, error or type(error).__name__) from error


def _has_signs(text: str) -> bool:
    """Whether marks may have been typed. Where none were, words are not asked for, and nothing need be segmented."""
    return not text.isascii()


def _parts(views: Views, text: str) -> list[FieldTerms]:
    """What to look for: exact marks first when marks were typed, always the folded view, so that nothing is missed."""
    tokens = {
        "marked": views.marked,
        "marked_pairs": views.marked_pairs,
        "compounds": views.compounds,
        "title_marked": views.marked,
        "plain": views.plain,
        "plain_pairs": views.plain_pairs,
        "title_plain": views.plain,
    }
    weights = _WEIGHTS_MARKED if _has_signs(text) else _WEIGHTS_PLAIN
    return [FieldTerms(name, tuple(tokens[name][:120]), weight) for name, weight in weights.items()]
