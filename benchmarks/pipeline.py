"""Throughput of each step, from pages to an increment.

    python -m benchmarks.pipeline --notices 2000 --sentences 42

Steps: crawl of the sample sites over loopback (no delay), import, index (all cores), adding 100 notices to the finished archive.
"""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.synthetic import synthetic_notices
from corpus.sample.server import serve_sites
from corpus.store import Store
from crawler.crawl import crawl
from crawler.importing import read_files
from crawler.settings import CrawlSettings
from webapp.composition import index, open_archive
from webapp.settings import Settings


def crawl_step(folder: Path) -> None:
    """Crawl the sample sites."""
    with serve_sites() as served, Store.open(folder, create=True) as store:
        settings = CrawlSettings(delay=0.0, resolve={site.site.host: site.address for site in served.values()})
        report = crawl(store, [site.url for site in served.values()], settings=settings)
    print(
        f"crawl    {report.fetched} pages in {report.seconds:.2f} s: {report.fetched / report.seconds:.0f} pages/s, {report.bytes / 1e6 / report.seconds:.2f} MB/s"
    )


def write_rows(file: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows as JSONL, one by one."""
    with file.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def import_step(folder: Path, file: Path) -> int:
    """Import a file of notices."""
    began = time.perf_counter()
    count = 0
    with Store.open(folder, create=True) as store, store.batches() as save:
        for item in read_files([file]):
            save(item)  # type: ignore[arg-type]  # the file is our own: no faults in it
            count += 1
    size = file.stat().st_size
    took = time.perf_counter() - began
    print(f"import   {count} notices in {took:.2f} s: {count / took:.0f} notices/s, {size / 1e6 / took:.2f} MB/s")
    return count


def index_step(folder: Path, label: str) -> None:
    """Bring the index up to date."""
    began = time.perf_counter()
    report = index(Settings(archive=folder))
    took = time.perf_counter() - began
    print(
        f"{label} {report.taken_in} notices in {took:.2f} s: {report.taken_in / took:.1f} notices/s, {report.written} documents written, {report.resolved} resolved"
    )


def main() -> None:
    """Run all steps in a temporary folder, or in --folder, which is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notices", type=int, default=2000)
    parser.add_argument("--sentences", type=int, default=42)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "archive"
        crawl_step(Path(scratch) / "crawled")
        rows = synthetic_notices(options.notices + 100, sentences=options.sentences)
        first, second = Path(scratch) / "first.jsonl", Path(scratch) / "second.jsonl"
        write_rows(first, islice(rows, options.notices))
        write_rows(second, rows)
        import_step(folder, first)
        index_step(folder, "index   ")
        archive = open_archive(Settings(archive=folder))
        import_step(folder, second)
        began = time.perf_counter()
        index_step(folder, "add 100 ")
        archive.refresh()
        print(
            f"visible  after {time.perf_counter() - began:.2f} s, {archive.search('hợp tác xã')['total']} notices match; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
        )
        archive.close()


if __name__ == "__main__":
    main()
