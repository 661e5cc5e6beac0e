"""`danchieu collect`: one run for a timer."""

import click

from webapp.commands.terminal import flush, progress_bars, say, setting_option, settings, tell, write_json
from webapp.gathering import gather


@click.command("collect")
@setting_option("drop_folder")
@setting_option("max_pages")
@setting_option("user_agent")
@setting_option("allow_private")
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object.")
def collect_command(as_json: bool) -> None:
    """Crawl the sources that are due, import what is new in the drop folder, bring the index up to date: one run, for cron or systemd.

    A step that fails is told and does not keep the next from being taken; the exit status is then 1. While another process writes to the archive,
    nothing is done. Files stay in the drop folder; one that has changed is read again.

    \b
    Examples:
        danchieu collect
        danchieu collect --drop-folder /srv/nhan --json
        15 * * * *  danchieu --archive /srv/kho collect        in a crontab
    """
    chosen = settings()
    with progress_bars() as show:
        done = gather(chosen, show)
    if as_json:
        write_json(done.as_row())
        flush()
    else:
        for line in done.lines():
            say(line)
    for problem in done.problems:
        tell(f"danchieu: {problem}")
    if done.problems:
        click.get_current_context().exit(1)
