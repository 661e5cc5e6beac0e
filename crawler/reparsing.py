"""All captures read again by today's readers, without the network: what it adds, changes, and no longer finds.

Each is a transaction of its own kind: notice, links and note of a page change together. A notice whose page no longer reads as one is named and stays.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from typing import Final

from corpus.captures import Capture
from corpus.errors import ArchiveError, DanChieuError
from corpus.store import Store, Transaction
from crawler.addresses import on_origin, origin_of
from crawler.barren import leads_to
from crawler.claims import Claims
from crawler.fetcher import Response
from crawler.reading import placed, read_answer
from crawler.recorded import recorded
from crawler.settings import CrawlSettings

Progress = Callable[[str, int, int], None]
MAX_NAMED: Final = 1000
_BATCH: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A page of which something is told. notice: the id of its notice; why: in words."""

    url: str
    notice: str | None
    why: str


@dataclass(slots=True, kw_only=True)
class ReparseReport:
    """read: captures read again. added, changed, same, doubles: notices. gone: pages that no longer read as a notice, which stays; faults: captures
    that could not be read. withdrawn: not brought back. decisions: numbers of the decisions about notices that changed. named: of the first thousand."""

    read: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    doubles: int = 0
    withdrawn: int = 0
    without_notice: int = 0
    gone: list[Named] = field(default_factory=list)
    faults: list[Named] = field(default_factory=list)
    changed_ids: list[str] = field(default_factory=list)
    decisions: list[int] = field(default_factory=list)
    seconds: float = 0.0

    def as_row(self) -> dict[str, object]:
        """As JSON."""
        return asdict(self)

    def counts(self) -> dict[str, object]:
        """Figures alone."""
        row = self.as_row()
        return {name: len(value) if isinstance(value, list) else value for name, value in row.items()}

    def line(self) -> str:
        """In one line for people."""
        return (
            f"{self.read} bản lưu đọc lại; thông báo: {self.added} thêm mới, {self.changed} thay đổi, {self.same} như cũ, {self.doubles} trùng, "
            f"{len(self.gone)} không còn đọc được là bài (vẫn giữ)"
            + (f", {self.withdrawn} đã rút từ trước" if self.withdrawn else "")
            + f"; {self.without_notice} trang không có bài, {len(self.faults)} bản lưu không đọc được"
        )


def reparse(store: Store, *, settings: CrawlSettings | None = None, progress: Progress | None = None) -> ReparseReport:
    """Read all captures of an archive again. Interrupted, what was read is kept, and it may be run again. Raises ArchiveUnusable."""
    began = time.monotonic()
    report = ReparseReport()
    places = {origin_of(source.start_url): source.place for source in store.source_rows.all() if source.place}
    run = _Reparse(store, settings or CrawlSettings(), places, report)
    total = store.captures.count()
    for batch in _batches(store):
        with ExitStack() as stack:
            db = stack.enter_context(store.transaction())
            for capture in batch:
                run.read(db, capture)
        if progress:
            progress("errors", len(report.faults), 0)
            progress("reparse", report.read + len(report.faults), total)
    changed = set(report.changed_ids)
    report.decisions = [one.seq for one in store.decisions() if one.mention and one.mention.notice_id in changed]
    report.changed_ids = report.changed_ids[:MAX_NAMED]
    report.seconds = round(time.monotonic() - began, 3)
    return report


def _batches(store: Store) -> Iterator[list[Capture]]:
    batch: list[Capture] = []
    for capture in store.captures.all():
        batch.append(capture)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


class _Reparse:
    """One run. To be used by the thread that owns the store's connection."""

    def __init__(self, store: Store, settings: CrawlSettings, places: dict[str, str], report: ReparseReport) -> None:
        self._store, self._settings, self._places, self._report = store, settings, places, report
        self._claims = Claims(store)

    def read(self, db: Transaction, capture: Capture) -> None:
        """Read a capture again and keep what is found."""
        try:
            response = recorded(self._store.folder, capture)
            self._keep(db, capture, response)
            self._report.read += 1
        except ArchiveError:
            raise
        except DanChieuError as error:
            self._report.faults.append(Named(url=capture.url, notice=capture.notice_id, why=str(error)))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            why = f"cannot be read ({type(error).__name__}: {error})"
            self._report.faults.append(Named(url=capture.url, notice=capture.notice_id, why=why[:300]))

    def _keep(self, db: Transaction, capture: Capture, response: Response) -> None:
        origin = origin_of(response.url)
        place = next((place for at, place in self._places.items() if on_origin(response.url, at)), None)
        reading = placed(read_answer(response, self._settings.max_bytes), place)
        links = list(dict.fromkeys(link for url in reading.links if (link := on_origin(url, origin))))
        if reading.notice is None:
            others = [url for url in reading.links if on_origin(url, origin) is None]
            why = f"{reading.why}; {leads_to(links, others)}" if reading.why else None
            if capture.notice_id is not None and self._is_kept(capture.notice_id):
                self._report.gone.append(
                    Named(url=capture.url, notice=capture.notice_id, why=reading.why or "no notice in it")
                )
                db.captures.reread(capture.url, links=links, notice_id=capture.notice_id)
            else:
                self._report.without_notice += 1
                db.captures.reread(capture.url, links=links, notice_id=None)
            db.frontier.renote(capture.url, why)
            return
        notice = replace(reading.notice, fetched_at=capture.fetched_at)
        saved, kept_as = self._claims.save(db, notice, asked=capture.url, url=response.url, claimed=reading.claimed)
        db.captures.reread(capture.url, links=links, notice_id=kept_as)
        db.frontier.renote(capture.url, reading.cut)
        self._count(saved, kept_as)

    def _is_kept(self, notice_id: str) -> bool:
        return self._store.has(notice_id)

    def _count(self, saved: str, kept_as: str) -> None:
        match saved:
            case "added":
                self._report.added += 1
            case "updated":
                self._report.changed += 1
                self._report.changed_ids.append(kept_as)
            case "unchanged":
                self._report.same += 1
            case "withdrawn":
                self._report.withdrawn += 1
            case _:
                self._report.doubles += 1
