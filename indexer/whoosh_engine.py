"""The embedded engine: an honest Whoosh index, read through arrays.

One process writes; readers keep one snapshot of the newest commit and take the next one when `refresh` finds it, while searches under way end on theirs.
"""

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
from whoosh import index as whoosh_index
from whoosh.index import EmptyIndexError, FileIndex, LockError

from corpus.errors import EngineError
from corpus.text import fold
from indexer.analysis import MAX_QUERY_CHARS, Views, analyse, syllables
from indexer.engine import DocumentType, Hit, IndexDocument, Query, Results, Suggestion
from indexer.excerpts import Wanted, excerpt, wanted_of
from indexer.spelling import Speller
from indexer.whoosh_matching import count_facets, filtered, narrow, page_of
from indexer.whoosh_postings import Ints, Mask, PostingCache, Segment
from indexer.whoosh_schema import counted_row, schema, unique_id, unpack
from indexer.whoosh_scoring import FieldTerms, Scores, favour_whole, gains_of, score
from indexer.whoosh_workers import Workers
from indexer.whoosh_writing import BulkSegmentWriter

_WEIGHTS_MARKED: Final = {"marked": 1.0, "marked_pairs": 0.3, "compounds": 0.5, "title_marked": 0.35, "plain": 0.12}
_WEIGHTS_PLAIN: Final = {"plain": 1.0, "plain_pairs": 0.3, "title_plain": 0.35}
_PHRASE_CANDIDATES: Final = 4000
_PAIR: Final = 2


class Snapshot:
    """The segments of one commit."""

    def __init__(self, index: FileIndex, cache: PostingCache, known: Mapping[str, Segment]) -> None:
        self.generation = index.latest_generation()
        self.reader = index.reader()
        leaves = self.reader.leaf_readers() if hasattr(self.reader, "leaf_readers") else [(self.reader, 0)]
        kept = [(self._segment(leaf, cache, known), int(offset)) for leaf, offset in leaves if leaf.doc_count_all()]
        self.segments = [segment for segment, _ in kept]
        self._offsets = [offset for _, offset in kept]
        self.speller: Speller | None = None
        self._citers: list[Ints] | None = None
        self._lock = threading.Lock()

    def numbers_of(self, uid: str) -> list[int]:
        """Whoosh's own numbers of the live documents under a key."""
        found: list[int] = []
        for segment, offset in zip(self.segments, self._offsets, strict=True):
            numbers = segment.postings("uid", uid).ids
            found.extend(offset + int(number) for number in numbers[segment.live[numbers]])
        return found

    def citers(self) -> list[Ints]:
        """For each segment's documents, by how many notices each is cited; a notice as the document that it is. Counted once."""
        with self._lock:
            if self._citers is None:
                found = [segment.columns.cited_counts.copy() for segment in self.segments]
                for segment in self.segments:
                    for number in np.flatnonzero(segment.of_type("instrument") & (segment.columns.cited_counts > 0)):
                        own = f"is:{segment.text_column('c_id', int(number)).decode()}"
                        for other, counts in zip(self.segments, found, strict=True):
                            counts[other.postings("lookup", own, keep=False).ids] = segment.columns.cited_counts[number]
                self._citers = found
            return self._citers

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
        segment = leaf.segment()
        kept = known.get(str(segment.segment_id()))
        if kept is not None and int(kept.live.sum()) == leaf.doc_count():
            return kept
        return Segment(leaf, cache, like=kept)


class WhooshEngine:
    """`SearchEngine` over one generation's folder; see `open_whoosh`."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self._cache = PostingCache()
        self._lock = threading.Lock()
        self._snapshot = Snapshot(index, self._cache, {})

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

    def count(self, type: DocumentType) -> int:
        """How many live documents of a type there are."""
        return sum(int(segment.of_type(type).sum()) for segment in self._snapshot.segments)

    def fetch(self, type: DocumentType, id: str) -> Mapping[str, object] | None:
        """A document's payload; None when it is not there."""
        return self.fetch_many(type, [id]).get(id)

    def fetch_many(self, type: DocumentType, ids: Sequence[str]) -> dict[str, Mapping[str, object]]:
        """Payloads by id, of those that are there."""
        found: dict[str, Mapping[str, object]] = {}
        for id_ in ids:
            at = self._newest(type, id_)
            if at is not None:
                found[id_] = unpack(at[0].text_column("c_payload", at[1]))
        return found

    def _newest(self, type: DocumentType, id_: str) -> tuple[Segment, int] | None:
        """Where a live document stands."""
        for segment in self._snapshot.segments:
            numbers = segment.postings("uid", unique_id(type, id_)).ids
            live = numbers[segment.live[numbers]]
            if len(live):
                return segment, int(live[-1])
        return None

    def scan(self, type: DocumentType) -> Iterator[Mapping[str, object]]:
        """Every payload of a type."""
        for segment in self._snapshot.segments:
            for number in np.flatnonzero(segment.of_type(type)):
                yield unpack(segment.text_column("c_payload", int(number)))

    def search(self, query: Query) -> Results:
        """Results of a query over the snapshot of this moment."""
        snapshot = self._snapshot
        segments = snapshot.segments
        text = query.text[:MAX_QUERY_CHARS]
        masks = [segment.of_type(query.type) for segment in segments]
        words = text.strip() or query.favoured[:MAX_QUERY_CHARS].strip()
        scores = score(segments, _parts(analyse(words), words))
        if text.strip():
            enough = favour_whole(segments, scores, text)
            if query.any_of or not any((mask & has).any() for mask, has in zip(masks, enough, strict=True)):
                enough = [values > 0 for values in scores]
            masks = [mask & has for mask, has in zip(masks, enough, strict=True)]
        masks = [narrow(segment, mask, query) for segment, mask in zip(segments, masks, strict=True)]
        if any(len(syllables(phrase)) > _PAIR for phrase in query.phrases):
            masks = _with_phrases(segments, masks, scores, query.phrases)
        facets = {} if query.cards else count_facets(segments, masks, query.filters)
        citers = snapshot.citers() if query.sort == "cited" and query.type == "notice" else None
        total, page = page_of(segments, filtered(segments, masks, query.filters), scores, query, citers)
        wanted = wanted_of(" ".join((words, *query.phrases)))
        hits = tuple(
            self._card(segments[at], number)
            if query.cards
            else self._hit(segments[at], number, float(scores[at][number]), query, wanted)
            for at, number in page
        )
        return Results(total=total, hits=hits, facets=facets)

    def _card(self, segment: Segment, number: int) -> Hit:
        card = _card_of(segment, number)
        return Hit(id=str(card.get("id")), score=0.0, payload=card)

    def _hit(self, segment: Segment, number: int, value: float, query: Query, wanted: Wanted) -> Hit:
        payload = unpack(segment.text_column("c_payload", number))
        body = str(payload.get("text") or "")
        spans = _cited_spans(payload, query)
        title = fold(str(payload.get("title") or "")).split()
        why = []
        if payload.get("instrument") in query.cites and query.cites:
            why.append("số hiệu")
        elif spans:
            why.append("trích dẫn")
        if wanted.terms and sum(term in title for term in wanted.terms) * 2 > len(wanted.terms):
            why.append("tiêu đề")
        if value > 0:
            why.append("nội dung")
        return Hit(
            id=str(payload.get("id")),
            score=round(value, 4),
            payload=payload,
            excerpt=excerpt(body, wanted, spans) if body else (),
            why=tuple(why),
        )

    def similar(self, notice_id: str, limit: int) -> list[Hit]:
        """Notices that share the rarest words with one."""
        segments = self._snapshot.segments
        found = self._newest("notice", notice_id)
        if found is None:
            return []
        words = dict.fromkeys(found[0].text_column("c_words", found[1]).decode().split())
        rarest = sorted(words, key=lambda word: sum(g.frequency for g in gains_of(segments, "compounds", word)))[:30]
        scores = score(segments, [FieldTerms("compounds", tuple(rarest), 1.0)])
        masks = [segment.of_type("notice") & (values > 0) for segment, values in zip(segments, scores, strict=True)]
        _, page = page_of(segments, masks, scores, Query(limit=limit + 1))
        nothing = Wanted(())
        hits = [self._hit(segments[at], number, float(scores[at][number]), Query(), nothing) for at, number in page]
        return [hit for hit in hits if hit.id != notice_id][:limit]

    def suggest(self, prefix: str, limit: int) -> list[Suggestion]:
        """Instruments and campaigns by the beginning of number, name or title; most cited first."""
        key = fold(prefix)[:18].strip()
        if len(key) < 2:
            return []
        snapshot = self._snapshot
        found: list[tuple[int, int, int]] = []
        for at, segment in enumerate(snapshot.segments):
            numbers = segment.postings("prefix", key).ids
            numbers = numbers[segment.live[numbers]]
            best = numbers[np.argsort(-segment.columns.cited_counts[numbers], kind="stable")][: limit * 3]
            found.extend((int(segment.columns.cited_counts[number]), at, int(number)) for number in best)
        found.sort(key=lambda row: (-row[0], row[1], row[2]))
        suggestions = []
        for _, at, number in found[:limit]:
            segment = snapshot.segments[at]
            suggestions.append(_suggestion(segment.type_of(number), _card_of(segment, number)))
        return suggestions

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
        self._drop(uid)
        if self._workers:
            self._workers.add(document)
        else:
            self._inner.add_counted(*counted_row(document))

    def delete(self, type: DocumentType, id: str) -> None:
        """Remove a document."""
        self._drop(unique_id(type, id))

    def _drop(self, uid: str) -> None:
        for number in self._snapshot.numbers_of(uid):
            self._inner.delete_document(number)


def open_whoosh(folder: Path, *, create: bool = False) -> WhooshEngine:
    """The engine of a generation's folder. Raises EngineError when there is no index, or one that cannot be read.

    Whoosh's files hold pickles: only folders that this program made are opened.
    """
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
            return WhooshEngine(whoosh_index.create_in(str(folder), schema()))
        index = whoosh_index.open_dir(str(folder))
    except (EmptyIndexError, OSError) as error:
        raise EngineError(f"index {folder}: cannot be read; 'danchieu index --rebuild' makes it anew") from error
    if set(index.schema.names()) != set(schema().names()):
        raise EngineError(f"index {folder}: made by another version; 'danchieu index' makes it anew")
    return WhooshEngine(index)


def _parts(views: Views, text: str) -> list[FieldTerms]:
    """What to look for: exact marks first when marks were typed, always the folded view, so that nothing is missed."""
    marked = any(not char.isascii() for char in text)
    tokens = {
        "marked": views.marked,
        "marked_pairs": views.marked_pairs,
        "compounds": views.compounds,
        "title_marked": views.marked,
        "plain": views.plain,
        "plain_pairs": views.plain_pairs,
        "title_plain": views.plain,
    }
    weights = _WEIGHTS_MARKED if marked else _WEIGHTS_PLAIN
    return [FieldTerms(name, tuple(tokens[name][:120]), weight) for name, weight in weights.items()]


def _card_of(segment: Segment, number: int) -> dict[str, Any]:
    return unpack(segment.text_column("c_card", number)) or unpack(segment.text_column("c_payload", number))


def _with_phrases(
    segments: Sequence[Segment], masks: Sequence[Mask], scores: Sequence[Scores], phrases: Sequence[str]
) -> list[Mask]:
    """Only documents in whose text phrases of three syllables or more stand as they are; at most the best 4,000 are read."""
    wanted = [f" {fold(phrase)} " for phrase in phrases]
    _, best = page_of(segments, masks, scores, Query(limit=_PHRASE_CANDIDATES))
    kept = [np.zeros(segment.size, dtype=bool) for segment in segments]
    for at, number in best:
        payload = unpack(segments[at].text_column("c_payload", number))
        text = f" {fold(str(payload.get('title') or ''))} {fold(str(payload.get('text') or ''))} "
        kept[at][number] = all(phrase in text for phrase in wanted)
    return kept


def _cited_spans(payload: Mapping[str, Any], query: Query) -> list[tuple[int, int]]:
    """Where a notice cites what was asked for."""
    if not query.cites and not query.cited:
        return []
    spans = []
    for citation in payload.get("citations") or ():
        target = citation.get("target") or {}
        if target.get("id") in query.cites or citation.get("key") in query.cited:
            spans.append((int(citation["start"]), int(citation["end"])))
    return spans[:20]


def _suggestion(type_: str, payload: Mapping[str, Any]) -> Suggestion:
    label = str(payload.get("label") or payload.get("name") or payload.get("title") or payload.get("id"))
    return Suggestion(
        label=label,
        detail=str(payload.get("detail") or ""),
        type="campaign" if type_ == "campaign" else "instrument",
        id=str(payload["id"]),
    )
