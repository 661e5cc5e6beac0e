"""`danchieu crawl`, `import`, `index`: notices into the archive, and the archive into its index."""

from pathlib import Path

import click

from corpus.errors import InputError
from corpus.store import Store, writer_lock
from crawler.crawl import crawl
from crawler.importing import ImportFault, read_files
from crawler.settings import CrawlSettings
from indexer.building.build import index_archive
from webapp.commands.terminal import archive_option, flush, progress_bars, say, tell, write_json


@click.command("crawl")
@click.argument("start_urls", nargs=-1, metavar="[START_URL]...")
@click.option(
    "--delay",
    type=click.FloatRange(0, 120),
    default=2.0,
    show_default=True,
    help="Seconds between two requests to one host.",
)
@click.option(
    "--max-pages",
    type=click.IntRange(1, 1_000_000),
    default=5000,
    show_default=True,
    help="Pages asked for in this run, at most.",
)
@click.option(
    "--max-depth",
    type=click.IntRange(0, 50),
    default=6,
    show_default=True,
    help="Links followed from a start URL, at most.",
)
@click.option("--user-agent", help="How the crawler names itself; name a contact.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private addresses, of the hosts given only.")
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object.")
def crawl_command(
    start_urls: tuple[str, ...],
    delay: float,
    max_pages: int,
    max_depth: int,
    user_agent: str | None,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Collect notices from START_URLs, or from the archive's sources when none is given. Interrupted, it resumes.

    It stays on the sites given, asks one page at a time of each host, and keeps to their robots.txt. A page that was met before
    is asked for only if it has changed; one that is gone stays in the archive.

    \b
    Examples:
        danchieu crawl --user-agent "MyArchive/1.0 (me@example.org)" https://lienminh.example/
        danchieu crawl --max-pages 200 lienminh-a.example lienminh-b.example
        danchieu crawl                                  visits the archive's sources again
    """
    settings = CrawlSettings.of(
        delay=delay, max_pages=max_pages, max_depth=max_depth, allow_private=allow_private, user_agent=user_agent
    )
    folder = archive_option()
    with Store.open(folder, create=bool(start_urls)) as store, writer_lock(folder), progress_bars() as show:
        report = crawl(store, start_urls or store.sources(), settings=settings, progress=show)
    if as_json:
        write_json(report.as_row())
        flush()
    else:
        say(report.line())
    if report.all_barren:
        raise InputError(f"nothing was found: {'; '.join(report.barren)}")
    for line in report.barren:
        tell(f"danchieu: nothing was found: {line}")
    if (report.failed or report.refused) and not report.fetched and not report.not_modified:
        raise InputError(f"no page could be fetched; the first fault: {report.first_fault or report.reasons[0]}")


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
def import_command(paths: tuple[Path, ...]) -> None:
    """Take .html, .txt and .jsonl files, or folders of them. What cannot be read is named and skipped; the rest goes in.

    Of a folder, what systems hide in it (names that begin with a dot, Thumbs.db) is passed over.

    What a file does not say of itself (its own number, date, issuing body, province) is read from the head of its text.
    The exit status is 1 when something was skipped. Killed, it is simply run again: what is in already is left as it is.

    \b
    A line of .jsonl:  {"id", "url", "title", "text", "published_on", "place", "issuer"}, all but "text" optional.

    \b
    Examples:
        danchieu import notices.jsonl
        danchieu import saved-pages/ letters/ke-hoach-45.txt
    """
    folder = archive_option()
    counts = {"added": 0, "updated": 0, "unchanged": 0, "duplicate": 0, "withdrawn": 0}
    faults = 0
    with progress_bars() as show:
        items = read_files(paths, progress=show)  # a path that is not there makes no archive
        with Store.open(folder, create=True) as store, writer_lock(folder), store.batches() as save:
            for item in items:
                if isinstance(item, ImportFault):
                    faults += 1
                    tell(f"danchieu: {item.where}: {item.reason}; skipped")
                else:
                    counts[save(item)] += 1
    say(
        f"{counts['added']} thêm mới, {counts['updated']} cập nhật, {counts['unchanged']} không đổi, "
        f"{counts['duplicate']} trùng, {faults} bỏ qua"
        + (f", {counts['withdrawn']} đã rút từ trước" if counts["withdrawn"] else "")
    )
    if faults:
        raise InputError(f"{faults} lines or files were skipped, named above; the rest is in the archive")


@click.command("index")
@click.option("--rebuild", is_flag=True, help="Make the index anew; the old one answers until the new one is ready.")
def index_command(rebuild: bool) -> None:
    """Bring the index up to date with the archive: citations, documents, campaigns, search.

    Only what is new or changed is worked on. An index that is damaged, or that was made from another archive than the one beside it
    (an older one from a backup, say), is noticed and made anew. So is what other rules concern, when the program has changed since. Readers, the web application among them, see the new state when it is complete.

    \b
    Examples:
        danchieu index
        danchieu index --rebuild                        even when nothing seems wrong with it
    """
    with progress_bars() as show:
        report = index_archive(archive_option(), rebuild=rebuild, progress=show)
    if report.reason:
        tell(f"danchieu: {report.reason}; the index was made anew")
    if report.changed:
        tell(
            f"danchieu: other rules than those of the index ({', '.join(report.changed)}); what they concern was read again"
        )
    say(
        f"{report.taken_in} thông báo mới, {report.removed} đã bỏ, {report.resolved} xác định lại, {report.written} mục ghi vào chỉ mục"
    )
