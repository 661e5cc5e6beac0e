"""From the store to the index: find, resolve, relate, recognise campaigns, write the engine's documents.

    index/
      current            name of the generation in use
      g0001/facts.sqlite derived facts
      g0001/engine/      the search engine's files
      g0001/summary.json the archive's figures

A rebuild makes a new generation and switches the pointer at the end, so that readers never see a half-built one. An increment takes in what changed,
resolves again only what the new evidence can change, and commits once. A killed run loses nothing: facts are transactions, and what the engine has
still to write is on a list that the next run works off.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from corpus.errors import EngineError
from corpus.model import Citation, Notice
from corpus.store import Store, writer_lock
from indexer.campaigns import campaign_payload, extract_campaign
from indexer.citations import find_citations
from indexer.engine import DocumentType, IndexDocument
from indexer.facts import FORMAT, Facts
from indexer.payloads import instrument_document, notice_document
from indexer.processes import process_pool
from indexer.relations import relations_of
from indexer.resolution.evidence import evidence_of, head_evidence
from indexer.resolution.session import resolve_notice
from indexer.whoosh_engine import WhooshEngine, open_whoosh

BATCH: Final = 400
SUMMARY: Final = "summary.json"
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


def generation_folder(archive: Path) -> Path | None:
    """The folder of the generation in use; None when the archive was never indexed."""
    pointer = archive / "index" / "current"
    if not pointer.exists():
        return None
    folder = archive / "index" / pointer.read_text(encoding="ascii").strip()
    return folder if folder.is_dir() else None


def index_archive(archive: Path, *, rebuild: bool = False, progress: Progress | None = None) -> IndexReport:
    """Bring an archive's index up to date with its store. Raises ArchiveMissing, ArchiveLocked, EngineError."""
    told = progress or (lambda step, done, total: None)
    with Store.open(archive) as store:
        root = archive / "index"
        root.mkdir(exist_ok=True)
        with writer_lock(root):
            folder = generation_folder(archive)
            if rebuild or folder is None or not _usable(folder):
                return _rebuild(store, root, told)
            return _Run(store, folder, told).increment()


def _usable(folder: Path) -> bool:
    """Whether a generation can be added to: its files open and its format is this program's."""
    try:
        facts = Facts.open(folder)
        ready = facts.value("format") == FORMAT and (folder / SUMMARY).exists()
        facts.close()
        open_whoosh(folder / "engine").close()
    except EngineError:
        return False
    return ready


def _rebuild(store: Store, root: Path, told: Progress) -> IndexReport:
    numbers = [int(path.name[1:]) for path in root.glob("g[0-9]*") if path.name[1:].isdigit()]
    name = f"g{max(numbers, default=0) + 1:04d}"
    folder = root / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    open_whoosh(folder / "engine", create=True).close()
    report = _Run(store, folder, told).increment(rebuilt=True)
    temporary = root / "current.new"
    temporary.write_text(name + "\n", encoding="ascii")
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    temporary.replace(root / "current")
    for old in root.glob("g[0-9]*"):
        if old.name != name:
            shutil.rmtree(old, ignore_errors=True)
    return report


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


class _Run:
    """One run over one generation."""

    def __init__(self, store: Store, folder: Path, told: Progress) -> None:
        self.store, self.folder = store, folder
        self.facts = Facts.open(folder)
        self.engine: WhooshEngine = open_whoosh(folder / "engine")
        self.told = told
        self.clusters = lru_cache(maxsize=20_000)(self.facts.clusters)

    def increment(self, *, rebuilt: bool = False) -> IndexReport:
        """Take in, resolve, write; see the module."""
        since = int(self.facts.value("revision", "0"))
        target = self.store.revision()
        removed = self._forget(since)
        changed, touched = self._take_in(since)
        if not self.facts.value("registry"):
            touched.update(self.facts.known_buckets())
        resolved = self._resolve(changed, touched | removed[1])
        with self.facts.transaction():
            self.facts.keep("revision", str(target))
            self.facts.keep("registry", "1")
        written = self._write()
        self._summarise()
        self.facts.close()
        self.engine.close()
        return IndexReport(
            taken_in=len(changed), removed=len(removed[0]), resolved=resolved, written=written, rebuilt=rebuilt
        )

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
        total = self.store.connection.execute("SELECT count(*) FROM notices WHERE revision > ?", (since,)).fetchone()[0]
        with _Finder(_processes(total)) as finder:
            for batch in _batches(self.store.changed_since(since)):
                found = finder.citations([notice.text for _, notice in batch])
                with self.facts.transaction():
                    for (_, notice), citations in zip(batch, found, strict=True):
                        touched |= self.facts.replace_notice(notice, citations, evidence_of(notice, citations))
                        changed.add(notice.id)
                    self.facts.keep("revision_read", str(batch[-1][0]))
                    self.facts.mark("notice", (notice.id for _, notice in batch))
                self.told("Đọc và tìm dẫn chiếu", len(changed), total)
        return changed, touched

    def _resolve(self, changed: set[str], touched: set[str]) -> int:
        """Judge the mentions that new evidence can change: those of changed notices, and all of a bucket whose documents changed."""
        again = set(changed)
        with self.facts.transaction():
            for bucket in sorted(touched):
                if self.facts.save_clusters(bucket, self.clusters(bucket)):
                    again.update(self.facts.notices_in_bucket(bucket))
        done = 0
        for ids in _batches(iter(sorted(again))):
            with self.facts.transaction():
                for id_ in ids:
                    self._resolve_one(self.store.notice(id_), id_ in changed)
            done += len(ids)
            self.told("Xác định văn bản", done, len(again))
        self.clusters.cache_clear()
        return len(again)

    def _resolve_one(self, notice: Notice, new: bool) -> None:
        citations = self.facts.citations(notice.id)
        outcomes = resolve_notice(notice, citations, self.clusters)
        before = None if new else self.facts.outcomes(notice.id)
        own = self._own(notice)
        if before == outcomes and not new:
            return
        relations = relations_of(notice.id, outcomes)
        touched = self.facts.save_outcomes(notice, outcomes, relations)
        campaign = extract_campaign(notice, outcomes)
        row = _json(campaign_payload(campaign)) if campaign else None
        kept = self.facts.campaign(notice.id)
        self.facts.db.execute("UPDATE notices SET instrument = ?, campaign = ? WHERE id = ?", (own, row, notice.id))
        self.facts.mark("notice", [notice.id])
        self.facts.mark("instrument", [*touched, *([own] if own else [])])
        self.facts.mark("campaign", [notice.id] if row or kept else [])

    def _own(self, notice: Notice) -> str | None:
        """The instrument that a notice is."""
        evidence = head_evidence(notice)
        if evidence is None:
            return None
        year = evidence.issued_on[:4] if evidence.issued_on else None
        for cluster in self.clusters(evidence.bucket):
            same = (cluster.number_key, cluster.instrument.place, cluster.unit)
            if same == (evidence.number_key, evidence.place, evidence.unit) and (
                year is None or year in cluster.years or not cluster.years
            ):
                return cluster.instrument.id
        return None

    def _write(self) -> int:
        """Write every marked document to the engine, in bounded batches, and unmark it after the commit."""
        written = 0
        total = int(self.facts.db.execute("SELECT count(*) FROM dirty").fetchone()[0])
        with self.engine.writer(_processes(total)) as writer:
            for kind in _TYPES:
                for ids in _batches(iter(self.facts.dirty(kind))):
                    documents, gone = self._documents(kind, ids)
                    for document in documents:
                        writer.put(document)
                    for id_ in gone:
                        writer.delete(kind, id_)
                    written += len(ids)
                    self.told("Ghi chỉ mục", written, total)
        with self.facts.transaction():
            self.facts.db.execute("DELETE FROM dirty")
        return written

    def _summarise(self) -> None:
        """Keep the archive's figures beside the index, so that no page has to count."""
        temporary = self.folder / f"{SUMMARY}.new"
        temporary.write_text(json.dumps(self.facts.summary(), ensure_ascii=False), encoding="utf-8")
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
        campaign = self.facts.campaign(id_)
        if kind == "campaign":
            return _campaign_document(campaign) if campaign else None
        if not self.facts.has_notice(id_):
            return None
        return notice_document(self.facts, self.store.notice(id_), campaign)


def _campaign_document(campaign: Mapping[str, Any]) -> IndexDocument:
    return IndexDocument(
        id=str(campaign["id"]),
        type="campaign",
        title=str(campaign["name"]),
        text="\n".join([str(campaign.get("occasion") or ""), *campaign["tasks"]]),
        date=campaign.get("starts_on") or campaign.get("published_on"),
        place=campaign.get("place"),
        issuer=campaign.get("organiser"),
        campaign=campaign.get("occasion_slug"),
        keys=(f"notice:{campaign['notice']}",),
        payload=campaign,
    )


def _processes(count: int) -> int:
    """How many processes share a piece of work: none where starting them would cost more than it saves."""
    cores = min(os.cpu_count() or 1, 8)
    return cores if count >= _SHARE_FROM and cores > 1 else 0


def _batches(rows: Iterator[_T]) -> Iterator[list[_T]]:
    batch: list[_T] = []
    for row in rows:
        batch.append(row)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
