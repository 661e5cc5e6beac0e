"""The one place where the parts are chosen and put together: store, index, engine, crawler, addresses, as the settings say.

What a command does not use it does not import: each part comes with its own libraries.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from corpus.errors import DanChieuError
from webapp.settings import Settings

if TYPE_CHECKING:
    from corpus.store import Store
    from crawler.crawl import Progress as CrawlProgress
    from crawler.report import CrawlReport
    from crawler.settings import CrawlSettings
    from indexer.archive import Archive
    from indexer.building.build import IndexReport, Progress
    from indexer.engine.protocol import EngineOpener


def engine_opener(settings: Settings) -> "EngineOpener":
    """What opens the search engine of a generation's folder: Whoosh, the one engine that `Settings.engine` can name."""
    del settings
    from indexer.engine.whoosh.engine import open_whoosh

    return open_whoosh


def open_archive(settings: Settings) -> "Archive":
    """The indexed archive, for reading; the caller closes it. Raises ArchiveMissing, IndexMissing, EngineError."""
    from indexer.archive import Archive

    return Archive.open(settings.archive, engine_opener(settings))


def open_for_workers(settings: Settings) -> None:
    """See that the archive opens, and load what its first search would load, once for all workers. Raises as `open_archive` does."""
    with reading(settings) as archive:
        archive.search("hợp tác xã", limit=1)


@contextmanager
def reading(settings: Settings) -> "Iterator[Archive]":
    """`open_archive` for the time of a block."""
    archive = open_archive(settings)
    try:
        yield archive
    finally:
        archive.close()


def open_store(settings: Settings, *, create: bool = False) -> "Store":
    """The archive's store. Raises ArchiveMissing, ArchiveUnusable, ArchiveTooNew."""
    from corpus.store import Store

    return Store.open(settings.archive, create=create)


def alone(settings: Settings) -> AbstractContextManager[None]:
    """The one writer's place in the archive. Raises ArchiveLocked, ArchiveUnusable."""
    from corpus.store import writer_lock

    return writer_lock(settings.archive)


def index(settings: Settings, *, rebuild: bool = False, progress: "Progress | None" = None) -> "IndexReport":
    """Bring the index up to date with the store, as a run of its own; see `indexer.building.build.index_archive`."""
    with open_store(settings) as store, recorded(store, "index") as run:
        report = index_only(settings, rebuild=rebuild, progress=progress)
        run.report = asdict(report)
        return report


def index_only(settings: Settings, *, rebuild: bool = False, progress: "Progress | None" = None) -> "IndexReport":
    """The same as a part of another run."""
    from indexer.building.build import index_archive

    return index_archive(settings.archive, engine_opener(settings), rebuild=rebuild, progress=progress)


def crawler_settings(settings: Settings) -> "CrawlSettings":
    """How a crawl behaves."""
    from crawler.settings import DEFAULT_USER_AGENT, CrawlSettings

    return CrawlSettings(
        user_agent=settings.user_agent or DEFAULT_USER_AGENT,
        delay=settings.delay,
        max_pages=settings.max_pages,
        max_depth=settings.max_depth,
        allow_private=settings.allow_private,
    )


def collect(settings: Settings, starts: Sequence[str], *, progress: "CrawlProgress | None" = None) -> "CrawlReport":
    """Crawl from the starts, which make an archive where there is none, or from those of its sources that are due. Raises InputError, ArchiveError."""
    from crawler.scheduling import crawl_sources

    with open_store(settings, create=bool(starts)) as store, alone(settings), recorded(store, "crawl") as run:
        report = crawl_sources(store, starts, settings=crawler_settings(settings), progress=progress)
        run.report = report.as_row()
        return report


@dataclass(slots=True)
class Recorded:
    """A run under way; report: what it will say of itself."""

    report: Mapping[str, object] = field(default_factory=dict)


@contextmanager
def recorded(store: "Store", command: str) -> "Iterator[Recorded]":
    """Keep a run in the store, whatever comes of it."""
    from corpus.store import now

    run = Recorded()
    with store.transaction():
        number = store.runs.begin(command, now())
    error: str | None = "interrupted"
    try:
        yield run
        error = None
    except DanChieuError as fault:
        error = str(fault)
        raise
    except Exception as fault:
        error = f"{type(fault).__name__}: {fault}"
        raise
    finally:
        with suppress(DanChieuError), store.transaction():  # a full disk was told when it was met
            store.runs.end(number, now(), run.report, error)
