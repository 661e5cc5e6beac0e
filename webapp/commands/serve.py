"""`danchieu serve` and `danchieu demo`: the web application."""

import shutil
import socket
import sys
from pathlib import Path
from typing import Final

import click

from corpus.errors import ArchiveUnusable, InputError
from indexer.archive import Archive
from webapp.addresses import SiteAddress, public_address
from webapp.app import create_app, warmed
from webapp.commands.terminal import archive_option, progress_bars, say, tell
from webapp.demo import prepare_demo, summary_line
from webapp.steady_server import serve_on
from webapp.supervisor import supervise

_BACKLOG: Final = 1024


def _public_url(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    del ctx
    try:
        return public_address(value) if value else None
    except InputError as error:
        raise click.BadParameter(str(error), param=param) from error


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
@click.option(
    "--public-url",
    callback=_public_url,
    envvar="DANCHIEU_PUBLIC_URL",
    metavar="URL",
    help="Address by which readers reach the archive, for feeds and canonical links (or set DANCHIEU_PUBLIC_URL). "
    "Without it: the one that a request names where that is this machine, else the address listened on.",
)
def serve_command(host: str, port: int, workers: int, public_url: str | None) -> None:
    """The web application on a production server (waitress), until it is stopped with Ctrl-C or SIGTERM. A worker that ends is replaced.

    \b
    Examples:
        danchieu serve
        danchieu serve --host 0.0.0.0 --port 80 --workers 4 --public-url https://danchieu.example
    """
    run_server(archive_option(), host, port, workers, public_url)


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


def run_server(folder: Path, host: str, port: int, workers: int, public_url: str | None = None) -> None:
    """Serve until stopped. One listening socket; each worker process has the archive open for itself."""
    Archive.open(folder).close()
    listener = _listener(host, port)
    bound, port = listener.getsockname()[:2]
    address = f"http://[{bound}]:{port}" if ":" in bound else f"http://{bound}:{port}"
    sites = SiteAddress(public_url=public_url, bound=(bound, port))
    say(f"Dẫn Chiếu: {address}/  (Ctrl-C để dừng)")
    sys.stdout.flush()
    supervise(lambda: serve_on(listener, warmed(create_app(folder, sites))), workers, tell)


def _listener(host: str, port: int) -> socket.socket:
    """A bound socket. Raises ArchiveUnusable when the port cannot be had."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        raise ArchiveUnusable(
            f"port {port} on {host}: cannot be used ({error.strerror}); choose another with --port"
        ) from error
    return listener
