"""Crawls of the archive's sources: which of them are due, on what terms each is visited, and how each fared."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from corpus.errors import InputError
from corpus.sources import Source
from corpus.store import Store, now
from crawler.addresses import origin_of, start_url
from crawler.crawl import Progress, crawl
from crawler.report import CrawlReport
from crawler.settings import CrawlSettings, SiteTerms

_MOST_NAMED: Final = 300


def due_sources(store: Store, moment: str) -> list[Source]:
    """The sources that are visited at a moment (ISO, UTC)."""
    return [source for source in store.source_rows.all() if source.is_due(moment)]


def crawl_sources(
    store: Store, starts: Sequence[str], *, settings: CrawlSettings, progress: Progress | None = None
) -> CrawlReport:
    """Crawl from the start URLs, or without any from the sources that are due, each on its own terms; keep how each fared.

    A report with `idle` says that none is due. Raises InputError when there is no source at all, and what `crawl` raises.
    """
    began = now()
    known = {source.start_url: source for source in store.source_rows.all()}
    urls = [start_url(url) for url in starts] or [source.start_url for source in known.values() if source.is_due(began)]
    if not urls:
        return CrawlReport(idle=_why_idle(known.values()))
    terms = {
        origin_of(url): SiteTerms(delay=source.delay, contact=source.contact, place=source.place)
        for url, source in known.items()
    }
    report = crawl(store, urls, settings=replace(settings, sites=terms), progress=progress)
    with store.transaction():
        for source in store.source_rows.all():
            if source.start_url in urls:
                origin = origin_of(source.start_url)
                counts = report.sites.get(origin, {})
                store.source_rows.fared(
                    source,
                    began=began,
                    site=urlsplit(source.start_url).netloc,
                    report=counts,
                    error=_error_of(report, origin),
                )
    return report


def _error_of(report: CrawlReport, origin: str) -> str | None:
    """Why a run gave nothing of a site; None when it gave something, or found nothing new."""
    counts = report.sites.get(origin, {})
    if closed := report.closed.get(origin):
        return closed[:_MOST_NAMED]
    if counts.get("failed") and not counts.get("fetched") and not counts.get("not_modified"):
        named = next((line for line in report.reasons if origin in line), report.first_fault)
        return (named or "no page could be had")[:_MOST_NAMED]
    return None


def _why_idle(sources: Iterable[Source]) -> str:
    """Why no source is visited now. Raises InputError where there is none at all, or none that is enabled."""
    known = list(sources)
    if not known:
        raise InputError(
            "no site to crawl: name a START_URL, which the archive remembers, or add one with 'danchieu sources add'"
        )
    enabled = [source for source in known if source.enabled]
    if not enabled:
        raise InputError(f"none of the {len(known)} sources is enabled; see 'danchieu sources enable --help'")
    first = min(enabled, key=lambda source: source.due_at or "")
    return f"Chưa nguồn nào đến hạn; sớm nhất: {first.start_url}, {first.due_at}"
