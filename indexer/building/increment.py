"""One run over one generation: take in what changed in the store, resolve, write.

What changed is read batch by batch, each batch a transaction of the facts; what the engine has to write stands on the facts' list until after
its commit.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final, Self, TypeVar

from corpus.dates import agree
from corpus.errors import EngineError
from corpus.model import Citation, Notice, Outcome
from corpus.store import Store
from indexer.building.generations import SUMMARY
from indexer.building.rules import PARTS, Part, rules_json
from indexer.campaigns import campaign_card, campaign_payload, extract_campaign
from indexer.citations import find_citations
from indexer.documents.instrument import instrument_document
from indexer.documents.payloads import campaign_row
from indexer.documents.rows import campaign_document, notice_document
from indexer.engine.processes import process_pool
from indexer.engine.protocol import DocumentType, EngineOpener, IndexDocument
from indexer.facts.buckets import save_clusters
from indexer.facts.decided import Replayed, citing_in, replay, tied_buckets
from indexer.facts.store import Facts
from indexer.facts.summary import summary_of
from indexer.resolution.evidence import evidence_of, head_evidence
from indexer.resolution.relations import relations_of
from indexer.resolution.session import resolve_notice

BATCH: Final = 400
_TURN: Final = 24
_SHARE_FROM: Final = 300
_TYPES: Final[tuple[DocumentType, ...]] = ("notice", "instrument", "campaign")
Progress = Callable[[str, int, int], None]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What a run did: notices taken in, removed, resolved again, and documents written to the engine."""

    taken_in: int
    removed: int
    resolved: int
    written: int
    rebuilt: bool
    reason: str | None = None
    """Why the index was made anew, where nobody asked for that."""
    changed: tuple[Part, ...] = ()
    """The parts in which the rules had changed, and what they concern was read again."""
    homeless: tuple[int, ...] = ()
    """Numbers of people's decisions whose mention, or notice, is not there any more."""


class IndexOutgrown(EngineError):
    """The store is not the one from which the index came; only a rebuild helps."""


class _Finder:
    """Finds citations, on several cores when there is much to read."""

    def __init__(self, processes: int) -> None:
        self._pool = process_pool(processes) if processes else None

    def __enter__(self) -> "_Finder":
        return self

    def __exit__(self, *exc: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def citations(self, texts: list[str]) -> Iterator[list[Citation]]:
        """Citations of each text, in order."""
        return self._pool.map(find_citations, texts, chunksize=16) if self._pool else map(find_citations, texts)


class Run:
    """One run over one generation."""

    def __init__(
        self, store: Store, folder: Path, open_engine: EngineOpener, told: Progress, known: Facts | None = None
    ) -> None:
        """known: facts of another generation, whose citations still hold."""
        self.store, self.folder = store, folder
        self.known = known
        self.facts = Facts.open(folder)
        self.engine = open_engine(folder / "engine")
        self.told = told
        self.clusters = lru_cache(maxsize=20_000)(self.facts.clusters)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.facts.close()
        self.engine.close()

    def increment(
        self, *, rebuilt: bool = False, reason: str | None = None, changed: frozenset[Part] = frozenset()
    ) -> IndexReport:
        """Take in, resolve, write; see the module. Raises IndexOutgrown.

        reason: why it is a rebuild, where nobody asked for one. changed: parts whose rules have changed since these facts were made.
        """
        since = int(self.facts.value("revision", "0"))
        reached = self.store.lineage()
        with self.facts.transaction():
            self.facts.keep_lineage("reaching", reached)
        removed = self._forget(since)
        new, touched = self._take_in(since)
        self._compare_counts()
        if not since:
            touched.update(self.facts.known_buckets())
        touched |= removed[1]
        decided = self._replay()
        resolved = self._resolve(new, touched | decided.buckets | tied_buckets(self.facts, touched), decided.buckets)
        if since and "campaigns" in changed:
            self._extract_again(new)
        with self.facts.transaction():
            if since and changed - {"campaigns"}:
                self.facts.mark_all()
            self.facts.keep("rules", rules_json())
            self.facts.keep("revision", str(reached.revision))
            self.facts.keep_lineage("lineage", reached)
        written = self._write()
        self._summarise()
        self.facts.rest()
        return IndexReport(
            taken_in=len(new),
            removed=len(removed[0]),
            resolved=resolved,
            written=written,
            rebuilt=rebuilt,
            reason=reason,
            changed=tuple(part for part in PARTS if part in changed),
            homeless=decided.homeless,
        )

    def _compare_counts(self) -> None:
        """Notices that left the store without a word (its rows were deleted by hand) are noticed by their number."""
        if self.facts.count_notices() != self.store.count():
            raise IndexOutgrown("the archive has lost notices of which the index still tells")

    def _forget(self, since: int) -> tuple[list[str], set[str]]:
        gone = self.store.removed_since(since) if since else []
        touched: set[str] = set()
        with self.facts.transaction():
            for id_ in gone:
                touched |= self.facts.forget_notice(id_)
            self.facts.mark("notice", gone)
        return gone, touched

    def _take_in(self, since: int) -> tuple[set[str], set[str]]:
        """Citations and evidence of what changed in the store, batch by batch."""
        changed: set[str] = set()
        touched: set[str] = set()
        total = self.store.count_since(since)
        known_to = int(self.known.value("revision", "0")) if self.known else 0
        with _Finder(_processes(self.store.count_since(max(since, known_to)))) as finder:
            for batch in _batches(self.store.changed_since(since)):
                found = self._citations(batch, finder, known_to)
                with self.facts.transaction():
                    for (_, notice), citations in zip(batch, found, strict=True):
                        touched |= self.facts.replace_notice(notice, citations, evidence_of(notice, citations))
                        changed.add(notice.id)
                    self.facts.mark("notice", (notice.id for _, notice in batch))
                self.told("read", len(changed), total)
        return changed, touched

    def _citations(
        self, batch: Sequence[tuple[int, Notice]], finder: _Finder, known_to: int
    ) -> Iterator[list[Citation]]:
        """Citations of notices, in order: those that are known up to a change of the store, the others found."""
        found = finder.citations([notice.text for revision, notice in batch if revision > known_to])
        for revision, notice in batch:
            yield next(found) if self.known is None or revision > known_to else self.known.citations(notice.id)

    def _replay(self) -> Replayed:
        """What people decided, in its place; see `indexer.facts.decided`."""
        log = self.store.decisions()
        with self.facts.transaction():
            replayed = replay(self.facts, log, self.store.notice)
        self.clusters.cache_clear()
        return replayed

    def _resolve(self, changed: set[str], touched: Set[str], decided: Set[str]) -> int:
        """Judge the mentions of changed notices, and those that new evidence, or what people decided, can change."""
        again = changed | citing_in(self.facts, decided)
        with self.facts.transaction():
            for bucket in sorted(touched):
                again |= save_clusters(self.facts, bucket, self.clusters(bucket))
                again |= self._turned(self.facts.collected_in(bucket) - changed)
        done = 0
        for ids in _batches(iter(sorted(again))):
            with self.facts.transaction():
                for id_ in ids:
                    self._resolve_one(self.store.notice(id_), id_ in changed)
            done += len(ids)
            self.told("resolve", done, len(again))
        self.clusters.cache_clear()
        return len(again)

    def _resolve_one(self, notice: Notice, new: bool) -> None:
        citations = self.facts.citations(notice.id)
        outcomes = resolve_notice(notice, citations, self.clusters, self.facts.decided)
        before = None if new else self.facts.outcomes(notice.id)
        own = self._own(notice)
        was = self.facts.own_instrument(notice.id)
        if before == outcomes and own == was:
            return
        touched = self.facts.save_outcomes(notice, own, outcomes, relations_of(notice.id, outcomes))
        self._extract(notice, outcomes)
        self.facts.mark("notice", [notice.id])
        self.facts.mark("instrument", touched)
        for id_ in {own, was}:
            self.facts.mark_effects(id_)

    def _extract(self, notice: Notice, outcomes: Sequence[Outcome]) -> bool:
        """Keep the campaign of which a notice tells. Returns whether it is another than the one before."""
        campaign = extract_campaign(notice, outcomes)
        return self.facts.save_campaign(notice.id, campaign_payload(campaign) if campaign else None)

    def _extract_again(self, new: set[str]) -> None:
        """Campaigns of notices that were there before, by other rules."""
        ids = [id_ for id_ in self.facts.notice_ids() if id_ not in new]
        for at, batch in enumerate(_batches(iter(ids))):
            with self.facts.transaction():
                for id_ in batch:
                    self._extract(self.store.notice(id_), self.facts.outcomes(id_))
            self.told("campaigns", at * BATCH + len(batch), len(ids))

    def _own(self, notice: Notice) -> str | None:
        """The instrument that a notice is."""
        evidence = head_evidence(notice)
        if evidence is None:
            return None
        year = evidence.issued_on[:4] if evidence.issued_on else None
        fitting = [
            cluster.document
            for cluster in self.clusters(evidence.bucket)
            if (cluster.number_key, cluster.instrument.place, cluster.unit)
            == (evidence.number_key, evidence.place, evidence.unit)
            and (year is None or year in cluster.years or not cluster.years)
        ]
        # A page put up late may give a document of the year before the years of both.
        fitting.sort(key=lambda one: (one.notice_id != notice.id, not agree(evidence.issued_on, one.issued_on)))
        return fitting[0].id if fitting else None

    def _turned(self, collected: set[str]) -> set[str]:
        """Those collected documents that are other instruments now, though nothing changed in what they say."""
        return {id_ for id_ in collected if self._own(self.store.notice(id_)) != self.facts.own_instrument(id_)}

    def _write(self) -> int:
        """Write every marked document to the engine, in bounded batches, and unmark it after the commit."""
        written = 0
        waiting = {kind: self.facts.dirty(kind) for kind in _TYPES}
        total = sum(map(len, waiting.values()))
        with self.engine.writer(_processes(len(waiting["notice"]))) as writer:
            for kind, ids in _in_turn(waiting):
                documents, gone = self._documents(kind, ids)
                for document in documents:
                    writer.put(document)
                for id_ in gone:
                    writer.delete(kind, id_)
                written += len(ids)
                self.told("write", written, total)
        with self.facts.transaction():
            self.facts.unmark_all()
        return written

    def _summarise(self) -> None:
        """Keep the archive's figures beside the index, so that no page has to count."""
        temporary = self.folder / f"{SUMMARY}.new"
        temporary.write_text(json.dumps(summary_of(self.facts), ensure_ascii=False), encoding="utf-8")
        temporary.replace(self.folder / SUMMARY)

    def _documents(self, kind: str, ids: Iterable[str]) -> tuple[list[IndexDocument], list[str]]:
        """The documents of a type, and the ids of those that are no more."""
        documents: list[IndexDocument] = []
        gone: list[str] = []
        for id_ in ids:
            document = self._document(kind, id_)
            if document is None:
                gone.append(id_ if kind != "campaign" else f"pt-{id_}")
            else:
                documents.append(document)
        return documents, gone

    def _document(self, kind: str, id_: str) -> IndexDocument | None:
        if kind == "instrument":
            instrument = self.facts.instrument(id_)
            return instrument_document(self.facts, instrument) if instrument else None
        kept = self.facts.campaign(id_)
        campaign = campaign_row(kept) if kept else None
        if kind == "campaign":
            return campaign_document(campaign, campaign_card(campaign)) if campaign else None
        if not self.facts.has_notice(id_):
            return None
        return notice_document(self.facts, self.store.notice(id_), campaign)


def _processes(count: int) -> int:
    """How many processes share a piece of work: none where starting them would cost more than it saves."""
    cores = min(os.cpu_count() or 1, 8)
    return cores if count >= _SHARE_FROM and cores > 1 else 0


def _batches(rows: Iterator[_T], size: int = BATCH) -> Iterator[list[_T]]:
    while batch := list(islice(rows, size)):
        yield batch


def _in_turn(waiting: Mapping[DocumentType, Sequence[str]]) -> Iterator[tuple[DocumentType, list[str]]]:
    """Small batches of each type in turn: a notice is dear to analyse, which processes do, a page of an instrument to assemble, which this one does."""
    batches = {kind: _batches(iter(ids), _TURN) for kind, ids in waiting.items()}
    while batches:
        for kind in list(batches):
            batch = next(batches[kind], None)
            if batch is None:
                del batches[kind]
            else:
                yield kind, batch
