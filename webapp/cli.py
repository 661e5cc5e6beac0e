"""The command line: a Click group that joins the rooms. Exit status 0 done, 1 failed with one line, 2 wrong usage.

A command's module, with all that it needs, is imported when that command is asked for: to list them all, their lines stand here.
"""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Final

import click

from corpus.errors import DanChieuError
from webapp.commands.terminal import setting_option

COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "demo": ("serve:demo_command", "Crawl the bundled sample sites, index them, and serve the result."),
    "crawl": ("collect:crawl_command", "Collect notices from sites, or from the archive's sources."),
    "sources": ("sources:sources_command", "Sites that are visited: add, list, check, enable, disable, remove."),
    "import": ("collect:import_command", "Take .html, .txt and .jsonl files, or folders of them."),
    "remove": ("collect:remove_command", "Withdraw a notice for good, with the reason."),
    "index": ("collect:index_command", "Bring the index up to date with the archive."),
    "collect": ("gather:collect_command", "Crawl what is due, import the drop folder, index: one run for a timer."),
    "status": ("status:status_command", "The archive at a glance: contents, disk, index, last runs."),
    "errors": ("status:errors_command", "Each page and file that fails: why, and since when."),
    "reparse": ("keeping:reparse_command", "Read all captures again by today's readers."),
    "backup": ("keeping:backup_command", "Write the archive into one file, also while it is in use."),
    "restore": ("keeping:restore_command", "Make an archive of a backup, checked, in an empty folder."),
    "cite": ("cite:cite_command", "Find the citations of a text; needs no archive."),
    "search": ("read:search_command", "Search notices by words, by a number as remembered, or both."),
    "show": ("read:show_command", "Show a notice or a document: what it cites, what cites it."),
    "graph": ("read:graph_command", "The neighbourhood of a notice or document."),
    "campaigns": (
        "campaigns:campaigns_command",
        "Emulation campaigns, their precedents, and the outline of a new one.",
    ),
    "check": ("cite:check_command", "Judge the citations of a draft."),
    "decide": ("decide:decide_command", "Settle what a mention means, or whether two documents are one."),
    "serve": ("serve:serve_command", "The web application, until it is stopped."),
    "export": ("export:export_command", "Open data of the archive, a row a line."),
}
"""Name: the module in `webapp.commands` and its command, and the line that the list of commands shows."""


class DanChieuGroup(click.Group):
    """Commands by `COMMANDS`. Errors of the project as one clear line and exit status 1; a reader that went away is no error."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table: that in which an archive is made and used."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(f"webapp.commands.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; see the class."""
        try:
            return super().invoke(ctx)
        except DanChieuError as error:
            click.echo(f"danchieu: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("danchieu: dừng theo yêu cầu; chạy lại để tiếp tục", err=True)
            ctx.exit(1)
        except Exception as error:
            if not _is_of_database(error):
                raise
            click.echo(
                f"danchieu: the archive's database cannot be read ({error}); if it is damaged, take it from a backup",
                err=True,
            )
            ctx.exit(1)


def _is_of_database(error: Exception) -> bool:
    """Whether SQLite raised it. Where it was never imported, it raised nothing."""
    sqlite3 = sys.modules.get("sqlite3")
    return sqlite3 is not None and isinstance(error, sqlite3.DatabaseError)


@click.group(cls=DanChieuGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@setting_option("archive")
@click.version_option(package_name="danchieu")
def main() -> None:
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

    What a flag sets may stand in a file too, danchieu.toml in the working folder (or the one that DANCHIEU_SETTINGS names):
    port = 8080 for --port 8080; or in the environment: DANCHIEU_PORT=8080. A flag counts more than the environment, and that more than
    the file. Settings: archive, engine, host, port, workers, public_url, editor, editor_token, drop_folder, user_agent, delay, max_pages, max_depth, allow_private.
    """
