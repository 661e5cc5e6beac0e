"""One round of collecting: the sources that are due, the drop folder, the index; each step is tried, whatever became of the one before."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ArchiveLocked, DanChieuError
from corpus.store import Store
from webapp import composition
from webapp.intake import MOST_KEPT, Intake, changed_files, read, take_in
from webapp.settings import Settings

if TYPE_CHECKING:
    from crawler.report import CrawlReport
    from indexer.building.build import IndexReport

Progress = Callable[[str, int, int], None]


@dataclass(slots=True, kw_only=True)
class Round:
    """What a round did. crawl, files, index: None for a step that had nothing to do or failed; problems: a line each, empty when all went well."""

    crawl: "CrawlReport | None" = None
    files: Intake | None = None
    index: "IndexReport | None" = None
    idle: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def as_row(self) -> dict[str, object]:
        """As JSON."""
        return {
            "crawl": self.crawl.as_row() if self.crawl else None,
            "import": self.files.as_row(MOST_KEPT) if self.files else None,
            "index": asdict(self.index) if self.index else None,
            "idle": self.idle,
            "problems": self.problems,
            "seconds": self.seconds,
        }

    def lines(self) -> list[str]:
        """For people, a line a step."""
        told = [f"Thu thập: {self.crawl.line()}"] if self.crawl else []
        if self.files:
            told.append(f"Thư mục nhận: {self.files.line()}")
        told += self.idle
        if self.index:
            index = self.index
            told.append(f"Chỉ mục: {index.taken_in} thông báo mới, {index.removed} đã bỏ, {index.written} mục ghi")
        return [
            *told,
            f"Xong trong {self.seconds:.0f} giây" + (f", {len(self.problems)} vấn đề" if self.problems else ""),
        ]


def gather(settings: Settings, progress: Progress) -> Round:
    """Collect, import, index. Raises ArchiveLocked where another process writes, ArchiveUnusable where the archive cannot be opened."""
    began, done = time.monotonic(), Round()
    with (
        composition.open_store(settings, create=True) as store,
        composition.alone(settings),
        composition.recorded(store, "collect") as run,
    ):
        _step(done, lambda: _crawl(done, store, settings, progress))
        _step(done, lambda: _import(done, store, settings.drop_folder, progress))
        _step(done, lambda: _index(done, settings, progress))
        done.seconds = round(time.monotonic() - began, 3)
        run.report = done.as_row()
    return done


def _step(done: Round, work: Callable[[], None]) -> None:
    try:
        work()
    except ArchiveLocked:
        raise
    except DanChieuError as error:
        done.problems.append(str(error))


def _crawl(done: Round, store: Store, settings: Settings, progress: Progress) -> None:
    from crawler.scheduling import crawl_sources

    if not any(source.enabled for source in store.source_rows.all()):
        done.idle.append("Không có nguồn nào được bật; xem 'danchieu sources list'")
        return
    report = crawl_sources(store, [], settings=composition.crawler_settings(settings), progress=progress)
    if report.idle:
        done.idle.append(report.idle)
        return
    done.crawl = report
    done.problems += [f"{origin}: {why}" if origin not in why else why for origin, why in report.closed.items()]
    if report.failed and not report.fetched and not report.not_modified and not report.closed:
        done.problems.append(f"no page could be fetched; the first fault: {report.first_fault}")


def _import(done: Round, store: Store, folder: Path | None, progress: Progress) -> None:
    if folder is None:
        return
    if not folder.is_dir():
        done.problems.append(f"drop_folder {folder}: no such folder; make it, or take the setting away")
        return
    stamps = changed_files(store, folder)
    if not stamps:
        done.idle.append(f"Thư mục nhận {folder}: không có gì mới")
        return
    paths = [Path(stamp.path) for stamp in stamps]
    done.files = take_in(store, paths, read(paths, progress), lambda where, reason: None)
    with store.transaction():
        store.faults.stamp(stamps)
    done.problems += [f"{where}: {reason}; skipped" for where, reason in done.files.faults[:MOST_KEPT]]
    if len(done.files.faults) > MOST_KEPT:
        done.problems.append(
            f"{len(done.files.faults) - MOST_KEPT} more lines or files were skipped; see 'danchieu errors'"
        )


def _index(done: Round, settings: Settings, progress: Progress) -> None:
    done.index = composition.index_only(settings, progress=progress)
