"""`danchieu serve` and `danchieu demo`: the web application."""

import shutil
import socket
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from corpus.errors import ArchiveUnusable
from webapp.commands.terminal import progress_bars, say, setting_option, settings, tell
from webapp.composition import open_for_workers
from webapp.settings import Settings

_BACKLOG: Final = 1024


@click.command("serve")
@setting_option("host")
@setting_option("port")
@setting_option("workers")
@setting_option("public_url")
@setting_option("editor")
def serve_command() -> None:
    """The web application on a production server (waitress), until it is stopped with Ctrl-C or SIGTERM. A worker that ends is replaced.

    \b
    Examples:
        danchieu serve
        danchieu serve --host 0.0.0.0 --port 80 --workers 4 --public-url https://danchieu.example
        DANCHIEU_EDITOR_TOKEN=... danchieu serve --editor       people decide at /bien-tap
    """
    run_server(settings())


@click.command("demo")
@setting_option("port")
@click.option("--no-serve", is_flag=True, help="Crawl and index only, and end with a summary.")
def demo_command(no_serve: bool) -> None:
    """Crawl the bundled sample sites over loopback, index them, and serve the result: the whole line on a fresh machine.

    The archive is ./demo-archive unless --archive names another; what an earlier demo left there is made anew.

    \b
    Examples:
        danchieu demo
        danchieu demo --port 8080
        danchieu demo --no-serve                        and then: danchieu --archive demo-archive search "chi thi 12"
    """
    from webapp.demo import prepare_demo, summary_line

    chosen = settings(archive=Path("demo-archive"))
    folder = chosen.archive
    marker = folder / "demo"
    if folder.exists() and any(folder.iterdir()) and not marker.exists():
        raise ArchiveUnusable(f"{folder}: holds an archive that is no demo; name another folder with --archive")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    marker.write_text("made by danchieu demo\n", encoding="ascii")
    with progress_bars() as show:
        summary = prepare_demo(chosen, show)
    say(summary_line(summary))
    if not no_serve:
        run_server(replace(chosen, host="127.0.0.1", workers=1, public_url=None))


def run_server(chosen: Settings) -> None:
    """Serve until stopped. One listening socket; each worker process has the archive open for itself."""
    from webapp.app import create_app, warmed
    from webapp.editor_session import new_token
    from webapp.steady_server import serve_on
    from webapp.supervisor import supervise

    open_for_workers(chosen)
    if chosen.editor and not chosen.editor_token:
        chosen = replace(chosen, editor_token=new_token())
        tell(f"danchieu: the editor's token, until this server stops: {chosen.editor_token}")
    with _listener(chosen.host, chosen.port) as listener:
        bound, port = listener.getsockname()[:2]
        address = f"http://[{bound}]:{port}" if ":" in bound else f"http://{bound}:{port}"
        say(f"Dẫn Chiếu: {address}/  (Ctrl-C để dừng)")
        sys.stdout.flush()
        supervise(lambda: serve_on(listener, warmed(create_app(chosen, bound=(bound, port)))), chosen.workers, tell)


def _listener(host: str, port: int) -> socket.socket:
    """A bound socket. Raises ArchiveUnusable when the port cannot be had."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise ArchiveUnusable(
            f"port {port} on {host}: cannot be used ({error.strerror}); choose another with --port"
        ) from error
    return listener
