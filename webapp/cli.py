"""The command line: a Click group that joins the rooms. Exit status 0 done, 1 failed with one line, 2 wrong usage."""

import os
import sqlite3
import sys
from pathlib import Path

import click

from corpus.errors import DanChieuError
from webapp.commands.campaigns import campaigns_command
from webapp.commands.cite import check_command, cite_command
from webapp.commands.collect import crawl_command, import_command, index_command
from webapp.commands.read import export_command, graph_command, search_command, show_command
from webapp.commands.serve import demo_command, serve_command


class DanChieuGroup(click.Group):
    """Errors of the project as one clear line and exit status 1; a reader that went away is no error."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; see the class."""
        try:
            return super().invoke(ctx)
        except DanChieuError as error:
            click.echo(f"danchieu: {error}", err=True)
            ctx.exit(1)
        except sqlite3.DatabaseError as error:
            click.echo(
                f"danchieu: the archive's database cannot be read ({error}); if it is damaged, take it from a backup",
                err=True,
            )
            ctx.exit(1)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("danchieu: dừng theo yêu cầu; chạy lại để tiếp tục", err=True)
            ctx.exit(1)


@click.group(cls=DanChieuGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="DANCHIEU_ARCHIVE",
    default=Path("archive"),
    show_default=True,
    help="The archive's folder (or set DANCHIEU_ARCHIVE).",
)
@click.version_option(package_name="danchieu")
@click.pass_context
def main(ctx: click.Context, archive: Path) -> None:
    """Dẫn Chiếu: a searchable archive of the notices of Vietnam's cooperative alliances and of everything they cite.

    A first look:  danchieu demo

    Every command has --help with examples. Exit status: 0 done, 1 failed (one line says why), 2 wrong usage.

    An archive of your own:

    \b
        danchieu crawl https://lienminh.example/    collect a site
        danchieu import notices.jsonl pages/        take files that you have
        danchieu index                              bring the index up to date
        danchieu search "chi thi 12"                ask it
        danchieu serve                              open it in a browser
    """
    ctx.obj = {"archive": archive}


for _command in (
    demo_command,
    crawl_command,
    import_command,
    index_command,
    cite_command,
    search_command,
    show_command,
    graph_command,
    campaigns_command,
    check_command,
    serve_command,
    export_command,
):
    main.add_command(_command)
