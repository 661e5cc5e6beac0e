"""`danchieu reparse`, `backup` and `restore`: what keeps an archive good over the years."""

from pathlib import Path
from typing import Final

import click

from corpus.store import now
from webapp import composition
from webapp.commands.terminal import flush, progress_bars, say, settings, tell, write_json

_SHOWN: Final = 50


@click.command("reparse")
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object.")
def reparse_command(as_json: bool) -> None:
    """Read all captures again by today's readers, without the network, and bring their notices up to date.

    A notice whose page no longer reads as an article is named and stays in the archive; 'danchieu remove' takes it out. What people decided stays:
    the next 'danchieu index' finds each mention again by its words, and names those that are gone.

    \b
    Examples:
        danchieu reparse
        danchieu index
    """
    from crawler.reparsing import reparse

    chosen = settings()
    with (
        progress_bars() as show,
        composition.open_store(chosen) as store,
        composition.alone(chosen),
        composition.recorded(store, "reparse") as run,
    ):
        report = reparse(store, settings=composition.crawler_settings(chosen), progress=show)
        run.report = report.counts()
    if as_json:
        write_json(report.as_row())
        flush()
        return
    say(report.line())
    for title, rows in (("không còn đọc được là bài, vẫn giữ", report.gone), ("bản lưu không đọc được", report.faults)):
        for row in rows[:_SHOWN]:
            tell(f"danchieu: {title}: {row.notice or row.url}: {row.why}" + (f" ({row.url})" if row.notice else ""))
        if len(rows) > _SHOWN:
            tell(f"danchieu: và {len(rows) - _SHOWN} nữa; --json cho tất cả")
    if report.decisions:
        numbers = ", ".join(map(str, report.decisions))
        tell(
            f"danchieu: các quyết định {numbers} nói về thông báo đã đổi; 'danchieu index' cho biết quyết định nào mất chỗ"
        )
    if report.added or report.changed:
        say("Chạy 'danchieu index' để chỉ mục theo những thay đổi này.")


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="What was kept as one JSON object.")
def backup_command(file: Path, as_json: bool) -> None:
    """Write the archive into one file: database, captures, originals, each with its digest. It may be served and written to meanwhile.

    The index is left out, for 'danchieu index' makes it again. FILE is a tar; one that ends in .gz or .tgz is packed.

    \b
    Examples:
        danchieu backup kho-2026-12-01.tar.gz
        danchieu --archive moi restore kho-2026-12-01.tar.gz
    """
    from corpus.backup import back_up

    with progress_bars() as show:
        report = back_up(settings().archive, file, at=now(), progress=show)
    if as_json:
        write_json(report.as_row())
        flush()
    else:
        say(
            f"{report.file}: {report.files} tệp, {report.bytes:,} byte trước khi nén; {report.notices:,} thông báo, {report.captures:,} bản lưu"
        )


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="What was restored as one JSON object.")
def restore_command(file: Path, as_json: bool) -> None:
    """Make an archive of a backup, in a folder that is empty or not there yet. Each file is checked; all of it is restored, or nothing.

    \b
    Examples:
        danchieu --archive kho-moi restore kho-2026-12-01.tar.gz
        danchieu --archive kho-moi index
    """
    from corpus.backup import restore

    chosen = settings()
    with progress_bars() as show:
        report = restore(file, chosen.archive, progress=show)
    if as_json:
        write_json(report.as_row())
        flush()
    else:
        say(
            f"{chosen.archive}: {report.files} tệp, {report.notices:,} thông báo, {report.captures:,} bản lưu, như lúc {report.made_at}.\n"
            "Chạy 'danchieu index' để lập chỉ mục."
        )
