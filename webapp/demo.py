"""The whole line on a fresh machine: serve the sample sites, crawl them, index, and say what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import FetchError
from corpus.sample.server import serve_sites
from crawler.crawl import crawl
from crawler.settings import CrawlSettings
from webapp.composition import alone, index, open_store, reading
from webapp.settings import Settings

if TYPE_CHECKING:
    from indexer.facts.summary import SummaryRow

Progress = Callable[[str, int, int], None]


def prepare_demo(settings: Settings, progress: Progress) -> "SummaryRow":
    """Collect the bundled sample sites over loopback into an archive and index it. Returns the archive's summary.

    The sites keep their names (``*.example``) in addresses and ids; the crawler is told where those listen this time.
    """
    with serve_sites() as served, open_store(settings, create=True) as store, alone(settings):
        where = {site.site.host: site.address for site in served.values()}
        bounds = CrawlSettings(delay=0.0, retries=1, backoff=0.2, resolve=where)
        report = crawl(store, [site.url for site in served.values()], settings=bounds, progress=progress)
        if report.failed:
            raise FetchError(f"the sample sites could not be collected; the first fault: {report.first_fault}")
        store.forget_sources()  # nobody can visit them again by name
    index(settings, progress=progress)
    with reading(settings) as archive:
        return archive.summary()


def summary_line(summary: "SummaryRow") -> str:
    """The demo's closing line."""
    return (
        f"{summary['sites']} sites, {summary['notices']} notices, {summary['citations']} citations, "
        f"{summary['instruments']} instruments, {summary['campaigns']} campaigns"
    )
