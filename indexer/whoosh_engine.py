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
from indexer.analysis import MAX_QUERY_CHARS, Views, analyse, folded, syllables
from indexer.engine import FACETS, DocumentType, Hit, IndexDocument, Query, Results, Suggestion
from indexer.excerpts import excerpt, terms_of
from indexer.spelling import Speller
from indexer.whoosh_postings import PostingCache, Segment
from indexer.whoosh_schema import counted_row, date_number, schema, unique_id, unpack
from indexer.whoosh_scoring import FieldTerms, Scores, idf, score
from indexer.whoosh_workers import Workers
from indexer.whoosh_writing import BulkSegmentWriter

_WEIGHTS_MARKED: Final = {"marked": 1.0, "marked_pairs": 0.4, "compounds": 0.4, "title_marked": 0.35}
_WEIGHTS_PLAIN: Final = {"plain": 1.0, "plain_pairs": 0.35, "title_plain": 0.35}
_CITED_BONUS: Final = 30.0
_PHRASE_CANDIDATES: Final = 4000
_WHOLE_TERMS: Final = 12


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

    def numbers_of(self, uid: str) -> list[int]:
        """Whoosh's own numbers of the live documents under a key."""
        found: list[int] = []
        for segment, offset in zip(self.segments, self._offsets, strict=True):
            numbers = segment.postings("uid", uid).ids
            found.extend(offset + int(number) for number in numbers[segment.live[numbers]])
        return found

    @staticmethod
    def _segment(leaf: Any, cache: PostingCache, known: Mapping[str, Segment]) -> Segment:
        segment = leaf.segment()
        kept = known.get(str(segment.segment_id()))
        if kept is not None and int(kept.live.sum()) == leaf.doc_count():
            return kept
        return Segment(leaf, cache)


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
        return sum(int(mask.sum()) for mask in self._type_masks(self._snapshot, type))

    def fetch(self, type: DocumentType, id: str) -> Mapping[str, object] | None:
        """A document's payload; None when it is not there."""
        return self.fetch_many(type, [id]).get(id)

    def fetch_many(self, type: DocumentType, ids: Sequence[str]) -> dict[str, Mapping[str, object]]:
        """Payloads by id, of those that are there."""
        found: dict[str, Mapping[str, object]] = {}
        for segment in self._snapshot.segments:
            for id_ in ids:
                if id_ in found:
                    continue
                numbers = segment.postings("uid", unique_id(type, id_)).ids
                live = numbers[segment.live[numbers]]
                if len(live):
                    found[id_] = unpack(segment.text_column("c_payload", int(live[-1])))
        return found

    def scan(self, type: DocumentType) -> Iterator[Mapping[str, object]]:
        """Every payload of a type."""
        snapshot = self._snapshot
        for segment, mask in zip(snapshot.segments, self._type_masks(snapshot, type), strict=True):
            for number in np.flatnonzero(mask):
                yield unpack(segment.text_column("c_payload", int(number)))

    def search(self, query: Query) -> Results:
        """Results of a query over the snapshot of this moment."""
        snapshot = self._snapshot
        text = query.text[:MAX_QUERY_CHARS]
        views = analyse(text) if text.strip() else None
        scores = (
            score(snapshot.segments, _parts(views, text))
            if views
            else [np.zeros(s.size, np.float32) for s in snapshot.segments]
        )
        masks = [
            mask & segment.live
            for mask, segment in zip(self._type_masks(snapshot, query.type), snapshot.segments, strict=True)
        ]
        if views:
            _favour_whole(snapshot.segments, scores, views.plain)
            masks = [mask & (values > 0) for mask, values in zip(masks, scores, strict=True)]
        masks = self._narrowed(snapshot, query, masks)
        facets = _count_facets(snapshot.segments, masks, query.filters)
        masks = _filtered(snapshot.segments, masks, query.filters)
        if query.phrases:
            masks = self._with_phrases(snapshot, masks, scores, query.phrases)
            facets = _count_facets(snapshot.segments, masks, {})
        order = _order(snapshot.segments, masks, scores, query)
        page = order[query.offset : query.offset + query.limit]
        hits = tuple(
            self._hit(snapshot.segments[at], number, float(scores[at][number]), query, text) for at, number in page
        )
        return Results(total=len(order), hits=hits, facets=facets)

    def _type_masks(self, snapshot: Snapshot, type_: str) -> list[Any]:
        masks = []
        for segment in snapshot.segments:
            code = segment.type_names.index(type_) if type_ in segment.type_names else -1
            masks.append((segment.types == code) & segment.live)
        return masks

    def _narrowed(self, snapshot: Snapshot, query: Query, masks: list[Any]) -> list[Any]:
        """Masks after exact keys, citations, words that must or must not occur, and dates."""
        low, high = date_number(query.date_from), date_number(query.date_to)
        for at, segment in enumerate(snapshot.segments):
            mask = masks[at]
            if query.keys:
                mask = mask & _any_of(segment, "lookup", query.keys)
            if query.cites or query.cited:
                mask = mask & (_any_of(segment, "cites", query.cites) | _any_of(segment, "cited", query.cited))
            for word in query.without:
                mask = mask & ~_all_of(segment, "plain", folded(syllables(word)))
            for group in query.any_of:
                accepted = np.zeros(segment.size, dtype=bool)
                for word in group:
                    accepted |= _all_of(segment, "plain", folded(syllables(word)))
                mask = mask & accepted
            for phrase in query.phrases:
                mask = mask & _all_of(segment, "plain", folded(syllables(phrase)))
            if low:
                mask = mask & (segment.dates >= low)
            if high:
                mask = mask & (segment.dates > 0) & (segment.dates <= _day_end(high))
            masks[at] = mask
        return masks

    def _with_phrases(
        self, snapshot: Snapshot, masks: list[Any], scores: list[Scores], phrases: Sequence[str]
    ) -> list[Any]:
        """Only documents in whose text the phrases stand as they are; at most the best 4,000 are read."""
        wanted = [fold(phrase) for phrase in phrases]
        left = _PHRASE_CANDIDATES
        for at, segment in enumerate(snapshot.segments):
            numbers = np.flatnonzero(masks[at])
            numbers = numbers[np.argsort(-scores[at][numbers], kind="stable")][:left]
            left -= len(numbers)
            kept = np.zeros(segment.size, dtype=bool)
            for number in numbers:
                payload = unpack(segment.text_column("c_payload", int(number)))
                text = " " + fold(f"{payload.get('title') or ''} {payload.get('text') or ''}") + " "
                kept[number] = all(f" {phrase} " in text for phrase in wanted)
            masks[at] = kept
        return masks

    def _hit(self, segment: Segment, number: int, value: float, query: Query, text: str) -> Hit:
        payload = unpack(segment.text_column("c_payload", number))
        terms = terms_of(" ".join((text, *query.phrases)))
        body = str(payload.get("text") or "")
        spans = _cited_spans(payload, query)
        title = fold(str(payload.get("title") or "")).split()
        why = []
        if payload.get("instrument") in query.cites and query.cites:
            why.append("số hiệu")
        elif spans:
            why.append("trích dẫn")
        if terms and sum(term in title for term in set(terms)) * 2 > len(set(terms)):
            why.append("tiêu đề")
        if value > 0:
            why.append("nội dung")
        return Hit(
            id=str(payload.get("id")),
            score=round(value, 4),
            payload=payload,
            excerpt=excerpt(body, terms, spans) if body else (),
            why=tuple(why),
        )

    def similar(self, notice_id: str, limit: int) -> list[Hit]:
        """Notices that share the rarest words with one."""
        payload = self.fetch("notice", notice_id)
        if payload is None:
            return []
        snapshot = self._snapshot
        views = analyse(f"{payload.get('title')}\n{str(payload.get('text'))[:6000]}")
        total = sum(segment.size for segment in snapshot.segments)
        counts = Counter(views.compounds)
        weights = {
            term: count * idf(total, sum(len(s.postings("compounds", term).ids) for s in snapshot.segments))
            for term, count in counts.items()
        }
        terms = tuple(sorted(weights, key=lambda term: (-weights[term], term))[:40])
        scores = score(snapshot.segments, [FieldTerms("compounds", terms, 1.0)])
        masks = [mask & (values > 0) for mask, values in zip(self._type_masks(snapshot, "notice"), scores, strict=True)]
        order = _order(snapshot.segments, masks, scores, Query())[: limit + 1]
        hits = [
            self._hit(snapshot.segments[at], number, float(scores[at][number]), Query(), "") for at, number in order
        ]
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
            best = numbers[np.argsort(-segment.cited_counts[numbers], kind="stable")][: limit * 3]
            found.extend((int(segment.cited_counts[number]), at, int(number)) for number in best)
        found.sort(key=lambda row: (-row[0], row[1], row[2]))
        suggestions = []
        for _, at, number in found[:limit]:
            segment = snapshot.segments[at]
            suggestions.append(
                _suggestion(segment.type_names[segment.types[number]], unpack(segment.text_column("c_payload", number)))
            )
        return suggestions

    def correct(self, text: str) -> str | None:
        """``ý bạn là``: the text with slips mended from the archive's own words."""
        snapshot = self._snapshot
        with self._lock:
            if snapshot.speller is None:
                snapshot.speller = Speller.from_readers([segment.reader for segment in snapshot.segments])
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
        return WhooshEngine(whoosh_index.open_dir(str(folder)))
    except (EmptyIndexError, OSError) as error:
        raise EngineError(f"index {folder}: cannot be read; 'danchieu index --rebuild' makes it anew") from error


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
    weights = {**_WEIGHTS_MARKED, "plain": 0.12} if marked else _WEIGHTS_PLAIN
    return [FieldTerms(name, tuple(tokens[name][:120]), weight) for name, weight in weights.items()]


def _favour_whole(segments: Sequence[Segment], scores: Sequence[Scores], terms: Sequence[str]) -> None:
    """A short query's results lose by what they lack of it: `scores` are lowered by up to two fifths, in place."""
    wanted = list(dict.fromkeys(terms))
    if not 1 < len(wanted) <= _WHOLE_TERMS:
        return
    total = sum(segment.size for segment in segments)
    weights = {
        term: idf(total, sum(len(segment.postings("plain", term).ids) for segment in segments)) for term in wanted
    }
    whole = sum(weights.values()) or 1.0
    for segment, values in zip(segments, scores, strict=True):
        had = np.zeros(segment.size, dtype=np.float32)
        for term, weight in weights.items():
            had[segment.postings("plain", term).ids] += np.float32(weight)
        values *= np.float32(0.6) + np.float32(0.4 / whole) * had


def _any_of(segment: Segment, field: str, keys: Sequence[str]) -> Any:
    mask = np.zeros(segment.size, dtype=bool)
    for key in keys:
        mask[segment.postings(field, key).ids] = True
    return mask


def _all_of(segment: Segment, field: str, terms: Sequence[str]) -> Any:
    mask = np.ones(segment.size, dtype=bool)
    for term in terms:
        one = np.zeros(segment.size, dtype=bool)
        one[segment.postings(field, term).ids] = True
        mask &= one
    return mask


def _day_end(number: int) -> int:
    """The last date number that an upper bound of any precision covers."""
    if number % 10000 == 0:
        return number + 1231
    return number + 31 if number % 100 == 0 else number


def _filter_mask(segment: Segment, name: str, values: Sequence[str]) -> Any:
    codes, names = segment.facets[name]
    wanted = [code for code, value in enumerate(names) if value and value in values]
    return np.isin(codes, wanted)


def _filtered(segments: Sequence[Segment], masks: Sequence[Any], filters: Mapping[str, tuple[str, ...]]) -> list[Any]:
    kept = []
    for segment, mask in zip(segments, masks, strict=True):
        for name, values in filters.items():
            if values and name in segment.facets:
                mask = mask & _filter_mask(segment, name, values)
        kept.append(mask)
    return kept


def _count_facets(
    segments: Sequence[Segment], masks: Sequence[Any], filters: Mapping[str, tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    """Counts over all that match; a facet's own choice does not narrow its own counts, so that a second value can be chosen."""
    facets: dict[str, dict[str, int]] = {}
    for name in FACETS:
        others = {key: values for key, values in filters.items() if key != name}
        counts: Counter[str] = Counter()
        for segment, mask in zip(segments, _filtered(segments, masks, others), strict=True):
            codes, names = segment.facets[name]
            for code, count in enumerate(np.bincount(codes[mask], minlength=len(names))):
                if count and names[code]:
                    counts[names[code]] += int(count)
        facets[name] = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return facets


def _order(
    segments: Sequence[Segment], masks: Sequence[Any], scores: Sequence[Scores], query: Query
) -> list[tuple[int, int]]:
    """(segment, document) of all that match, in the order asked for; ties newest first."""
    rows: list[tuple[Any, Any, Any, int]] = []
    for at, (segment, mask, values) in enumerate(zip(segments, masks, scores, strict=True)):
        numbers = np.flatnonzero(mask)
        if len(numbers):
            rows.append((numbers, values[numbers] + _bonus(segment, query)[numbers], segment.dates[numbers], at))
    if not rows:
        return []
    numbers = np.concatenate([row[0] for row in rows])
    value = np.concatenate([row[1] for row in rows])
    dates = np.concatenate([row[2] for row in rows])
    owner = np.concatenate([np.full(len(row[0]), row[3]) for row in rows])
    if query.sort == "newest":
        order = np.lexsort((numbers, -value, -dates))
    elif query.sort == "oldest":
        order = np.lexsort((numbers, -value, np.where(dates == 0, 99999999, dates)))
    elif query.sort == "cited":
        cited = np.concatenate([segments[row[3]].cited_counts[row[0]] for row in rows])
        order = np.lexsort((numbers, -dates, -value, -cited))
    else:
        order = np.lexsort((numbers, -dates, -value))
    return [(int(owner[i]), int(numbers[i])) for i in order]


def _bonus(segment: Segment, query: Query) -> Any:
    """What citing (or being) an instrument that was asked for adds."""
    bonus = np.zeros(segment.size, dtype=np.float32)
    if query.cites:
        bonus[_any_of(segment, "cites", query.cites)] += _CITED_BONUS
        bonus[_any_of(segment, "lookup", [f"is:{id_}" for id_ in query.cites])] += 2 * _CITED_BONUS
    return bonus


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
