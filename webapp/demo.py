"""The whole line on a fresh machine: serve the sample sites, crawl them, index, and say what came of it."""

from collections.abc import Callable
from pathlib import Path

from corpus.errors import FetchError
from corpus.sample.server import serve_sites
from corpus.store import Store, writer_lock
from crawler.crawl import crawl
from crawler.settings import CrawlSettings
from indexer.archive import Archive
from indexer.building.build import index_archive
from indexer.facts.summary import SummaryRow

Progress = Callable[[str, int, int], None]


def prepare_demo(folder: Path, progress: Progress) -> SummaryRow:
    """Collect the bundled sample sites over loopback into an archive and index it. Returns the archive's summary.

    The sites keep their names (``*.example``) in addresses and ids; the crawler is told where those listen this time.
    """
    with serve_sites() as served, Store.open(folder, create=True) as store, writer_lock(folder):
        where = {site.site.host: site.address for site in served.values()}
        settings = CrawlSettings(delay=0.0, retries=1, backoff=0.2, resolve=where)
        report = crawl(store, [site.url for site in served.values()], settings=settings, progress=progress)
        if report.failed:
            raise FetchError(f"the sample sites could not be collected; the first fault: {report.first_fault}")
        with store.transaction() as db:
            db.execute("DELETE FROM sources")  # nobody can visit them again by name
    index_archive(folder, progress=progress)
    archive = Archive.open(folder)
    try:
        return archive.summary()
    finally:
        archive.close()


def summary_line(summary: SummaryRow) -> str:
    """The demo's closing line."""
    return (
        f"{summary['sites']} sites, {summary['notices']} notices, {summary['citations']} citations, "
        f"{summary['instruments']} instruments, {summary['campaigns']} campaigns"
    )
