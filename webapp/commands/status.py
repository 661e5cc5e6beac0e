"""`danchieu status` and `errors`: how the archive stands, and what fails."""

from pathlib import Path
from typing import Final

import click

from corpus.store import Store
from webapp import composition
from webapp.commands.terminal import flush, progress_bars, say, settings, tell, write_json
from webapp.desk import ErrorRow, RunRow, StatusRow, errors_of, pages_without_notice, status_of
from webapp.intake import MOST_KEPT, read, take_in
from webapp.settings import Settings

_SHOWN: Final = 50
_STATES: Final = {"waiting": "sẽ hỏi lại", "failed": "hỏng", "refused": "bị từ chối", "done": "xong"}
_RUNS: Final = {"done": "xong", "failed": "lỗi", "open": "đang chạy, hoặc đã bị ngắt"}
_DISK: Final = {
    "database": "cơ sở dữ liệu",
    "captures": "bản lưu",
    "index": "chỉ mục",
    "files": "tệp gốc",
    "cache": "bộ đệm",
    "other": "khác",
}


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def status_command(as_json: bool) -> None:
    """The archive at a glance: what it holds, disk, index, sources, what fails, the last runs.

    \b
    Examples:
        danchieu status
        danchieu status --json
    """
    with composition.open_store(settings()) as store:
        row = status_of(store)
    if as_json:
        write_json(row)
        flush()
    else:
        for line in _lines(row):
            say(line)


@click.command("errors")
@click.option("--retry", is_flag=True, help="Let pages be asked for in the next crawl, and read files again now.")
@click.option("--without-notice", is_flag=True, help="Instead: pages that were read and hold no notice, and why.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: type, where, state, reason, since.")
def errors_command(retry: bool, without_notice: bool, as_json: bool) -> None:
    """Each page that could not be had and each file that could not be read: why, and since when.

    \b
    Examples:
        danchieu errors
        danchieu errors --retry
        danchieu crawl
        danchieu errors --without-notice                whether a page was taken for none that is one
    """
    if retry and without_notice:
        raise click.UsageError("--retry is for what fails; 'danchieu reparse' reads pages without a notice again")
    chosen = settings()
    with composition.open_store(chosen) as store:
        if retry:
            _retry(chosen, store)
        rows = list(pages_without_notice(store) if without_notice else errors_of(store))
    for row in rows if as_json else rows[:_SHOWN]:
        write_json(row) if as_json else say(_error_line(row))
    flush()
    if as_json:
        return
    if len(rows) > _SHOWN:
        tell(f"danchieu: và {len(rows) - _SHOWN} nữa; --json cho tất cả")
    if not rows:
        say("Không có trang nào như vậy." if without_notice else "Không có lỗi nào.")


def _retry(chosen: Settings, store: Store) -> None:
    with store.transaction() as db:
        for source in db.frontier.retry_faults():
            store.source_rows.make_due(source)
    files = sorted({fault.path for fault in store.faults.all()})
    here = [Path(path) for path in files if Path(path).exists()]
    gone = [Path(path) for path in files if not Path(path).exists()]
    if gone:
        with store.transaction():
            store.faults.replace(map(str, gone), [])
        for path in gone:
            tell(f"danchieu: {path}: không còn tệp này; bỏ khỏi danh sách lỗi")
    if here:
        with composition.alone(chosen), composition.recorded(store, "import") as run, progress_bars() as show:
            found = take_in(store, here, read(here, show), lambda where, reason: None)
            run.report = found.as_row(MOST_KEPT)
        tell(f"danchieu: đọc lại {len(here)} tệp: {found.line()}")


def _error_line(row: ErrorRow) -> str:
    since = f"{row['since'][:16]}  " if row["since"] else ""
    return f"{since}[{_STATES[row['state']]}] {row['where']}\n    {row['reason']}"


def _lines(row: StatusRow) -> list[str]:
    disk = ", ".join(f"{_DISK[part]} {_size(size)}" for part, size in row["disk"].items())
    pages = ", ".join(f"{count:,} {_STATES[state]}" for state, count in row["pages"].items()) or "chưa hỏi trang nào"
    sources, index, errors = row["sources"], row["index"], row["errors"]
    return [
        f"Kho {row['archive']} (định dạng {row['schema']})",
        f"  Thông báo:  {row['notices']:,} ({row['withdrawn']:,} đã rút); {row['captures']:,} bản lưu; {row['decisions']:,} quyết định",
        f"  Trang:      {pages}",
        f"  Nguồn:      {sources['enabled']} được bật trong {sources['all']}; {sources['due']} đến hạn, {sources['failing']} có lỗi",
        f"  Đĩa:        {disk}; còn trống {_size(row['disk_free'])}",
        f"  Chỉ mục:    {_index(row)}",
        f"  Lỗi:        {errors['pages']:,} trang, {errors['files']:,} tệp"
        + ("; xem 'danchieu errors'" if errors["pages"] or errors["files"] else ""),
        *(["  Các lượt gần đây:"] if index and row["runs"] else []),
        *(f"    {_run_line(run)}" for run in row["runs"]),
    ]


def _index(row: StatusRow) -> str:
    index = row["index"]
    if index["generation"] is None and not index["fault"]:
        return "chưa có; chạy 'danchieu index'"
    told = [index["generation"] or "hỏng"]
    if index["fault"]:
        told.append(f"sẽ được làm lại ({index['fault']})")
    elif index["behind"] or index["removed"]:
        told.append(
            f"chậm {index['behind']:,} thông báo mới hoặc đổi, {index['removed']:,} đã bỏ; chạy 'danchieu index'"
        )
    else:
        told.append("mới nhất")
    if index["rules"]:
        told.append(f"quy tắc đã đổi: {', '.join(index['rules'])}")
    return ", ".join(told)


def _run_line(run: RunRow) -> str:
    report = run["report"]
    counts = ", ".join(
        f"{name} {value:,}"
        for name, value in report.items()
        if isinstance(value, int) and not isinstance(value, bool) and value
    )
    return f"{run['started_at'][:16]}  {run['command']}: {run['error'] or counts or _RUNS[run['state']]}"


def _size(size: int) -> str:
    amount = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 1000 or unit == "GB":
            return f"{amount:,.0f} {unit}" if unit in ("B", "kB") else f"{amount:,.1f} {unit}"
        amount /= 1000
    raise AssertionError(size)
