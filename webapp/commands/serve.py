"""`danchieu serve` and `danchieu demo`: the web application."""

import contextlib
import logging
import os
import shutil
import signal
import socket
from pathlib import Path
from types import FrameType

import click
from waitress import serve as waitress_serve

from corpus.errors import ArchiveUnusable
from indexer.archive import Archive
from webapp.app import create_app
from webapp.commands.terminal import archive_option, progress_bars, say
from webapp.demo import prepare_demo, summary_line


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that share the port, four threads each.",
)
def serve_command(host: str, port: int, workers: int) -> None:
    """The web application on a production server (waitress), until it is stopped with Ctrl-C or SIGTERM.

    \b
    Examples:
        danchieu serve
        danchieu serve --host 0.0.0.0 --port 80 --workers 4
    """
    run_server(archive_option(), host, port, workers)


@click.command("demo")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one.")
@click.option("--no-serve", is_flag=True, help="Crawl and index only, and end with a summary.")
@click.pass_context
def demo_command(ctx: click.Context, port: int, no_serve: bool) -> None:
    """Crawl the bundled sample sites over loopback, index them, and serve the result: the whole line on a fresh machine.

    The archive is ./demo-archive unless --archive names another; what an earlier demo left there is made anew.

    \b
    Examples:
        danchieu demo
        danchieu demo --port 8080
        danchieu demo --no-serve                        and then: danchieu --archive demo-archive search "chi thi 12"
    """
    root = ctx.find_root()
    chosen = root.get_parameter_source("archive")
    folder = archive_option() if chosen is not None and chosen.name != "DEFAULT" else Path("demo-archive")
    marker = folder / "demo"
    if folder.exists() and any(folder.iterdir()) and not marker.exists():
        raise ArchiveUnusable(f"{folder}: holds an archive that is no demo; name another folder with --archive")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    marker.write_text("made by danchieu demo\n", encoding="ascii")
    with progress_bars() as show:
        summary = prepare_demo(folder, show)
    say(summary_line(summary))
    if not no_serve:
        run_server(folder, "127.0.0.1", port, 1)


def run_server(folder: Path, host: str, port: int, workers: int) -> None:
    """Serve until stopped. One listening socket; each worker process has the archive open for itself."""
    Archive.open(folder).close()
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits a moment is no news
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        raise ArchiveUnusable(
            f"port {port} on {host}: cannot be used ({error.strerror}); choose another with --port"
        ) from error
    address = listener.getsockname()
    say(f"Dẫn Chiếu: http://{address[0]}:{address[1]}/  (Ctrl-C để dừng)")
    children = [pid for _ in range(workers - 1) if (pid := _fork(folder, listener))]

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        waitress_serve(create_app(folder), sockets=[listener], threads=4, ident="danchieu", _quiet=True)
    finally:
        for pid in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)


def _fork(folder: Path, listener: socket.socket) -> int:
    """A worker process; its pid here, never returns there."""
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        waitress_serve(create_app(folder), sockets=[listener], threads=4, ident="danchieu", _quiet=True)
        os._exit(0)
    return pid
