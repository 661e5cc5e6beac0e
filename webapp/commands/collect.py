"""`danchieu crawl`, `import`, `index`: notices into the archive, and the archive into its index."""

from dataclasses import asdict
from pathlib import Path

import click

from corpus.errors import InputError
from webapp import composition
from webapp.commands.terminal import flush, progress_bars, say, setting_option, settings, tell, write_json
from webapp.intake import MOST_KEPT, read, take_in


@click.command("crawl")
@click.argument("start_urls", nargs=-1, metavar="[START_URL]...")
@setting_option("delay")
@setting_option("max_pages")
@setting_option("max_depth")
@setting_option("user_agent")
@setting_option("allow_private")
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object.")
def crawl_command(start_urls: tuple[str, ...], as_json: bool) -> None:
    """Collect notices from START_URLs, or from the archive's sources when none is given. Interrupted, it resumes.

    It stays on the sites given, asks one page at a time of each host, and keeps to their robots.txt. A page that was met before
    is asked for only if it has changed; one that is gone stays in the archive.

    \b
    Examples:
        danchieu crawl --user-agent "MyArchive/1.0 (me@example.org)" https://lienminh.example/
        danchieu crawl --max-pages 200 lienminh-a.example lienminh-b.example
        danchieu crawl                                  visits the archive's sources again
    """
    with progress_bars() as show:
        report = composition.collect(settings(), start_urls, progress=show)
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
    chosen = settings()
    with progress_bars() as show:
        items = read(paths, show)  # a path that is not there makes no archive
        with (
            composition.open_store(chosen, create=True) as store,
            composition.alone(chosen),
            composition.recorded(store, "import") as run,
        ):
            found = take_in(store, paths, items, _skipped)
            run.report = found.as_row(MOST_KEPT)
    say(found.line())
    if found.faults:
        raise InputError(f"{len(found.faults)} lines or files were skipped, named above; the rest is in the archive")


def _skipped(where: str, reason: str) -> None:
    tell(f"danchieu: {where}: {reason}; skipped")


@click.command("remove")
@click.argument("id_", metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", help="Why it is withdrawn; kept with its id.")
@click.option("--json", "as_json", is_flag=True, help="What was withdrawn as one JSON object.")
def remove_command(id_: str, reason: str, as_json: bool) -> None:
    """Withdraw a notice for good. Neither a crawl nor an import brings it back, by its id, its address or its text.

    Its text leaves the archive's database; id, address, title and the reason stay. Readers no longer see it after the next `danchieu index`.

    \b
    Examples:
        danchieu remove lmhtx-example-ke-hoach-12-0a1b2c3d --reason "đăng nhầm, cơ quan ban hành đề nghị gỡ"
        danchieu index
    """
    chosen = settings()
    with composition.open_store(chosen) as store, composition.alone(chosen):
        gone = store.withdraw(id_, reason)
    if as_json:
        write_json(asdict(gone))
        flush()
    else:
        say(f"Đã rút: {gone.title} ({gone.id}). Chạy 'danchieu index' để chỉ mục bỏ thông báo này.")


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
        report = composition.index(settings(), rebuild=rebuild, progress=show)
    if report.reason:
        tell(f"danchieu: {report.reason}; the index was made anew")
    if report.changed:
        tell(
            f"danchieu: other rules than those of the index ({', '.join(report.changed)}); what they concern was read again"
        )
    if report.homeless:
        numbers = ", ".join(map(str, report.homeless))
        tell(f"danchieu: decisions without effect, for their mention is not there any more: {numbers}")
    say(
        f"{report.taken_in} thông báo mới, {report.removed} đã bỏ, {report.resolved} xác định lại, {report.written} mục ghi vào chỉ mục"
    )
