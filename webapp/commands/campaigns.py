"""`danchieu campaigns`: emulation campaigns and their precedents."""

from pathlib import Path

import click

from indexer.archive import campaign_row
from webapp.commands.read import opened
from webapp.commands.terminal import flush, say, write_json


@click.command("campaigns")
@click.argument("query", required=False)
@click.option("--occasion", help='Words of the occasion, such as "25 năm", or its slug.')
@click.option("--year", help="Year in which it ran.")
@click.option("--place", help="Province.")
@click.option("--like", metavar="ID", help="Precedents of this campaign, best first, each with its reasons.")
@click.option(
    "--draft",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Precedents for a draft that launches a campaign.",
)
@click.option("--later", is_flag=True, help="With --like: later campaigns too.")
@click.option("--json", "as_json", is_flag=True, help="JSON, one campaign a line.")
def campaigns_command(
    query: str | None,
    occasion: str | None,
    year: str | None,
    place: str | None,
    like: str | None,
    draft: Path | None,
    later: bool,
    as_json: bool,
) -> None:
    """Campaigns of the archive: period, occasion, organiser, legal bases, tasks; with --like, earlier ones worth looking at."""
    with opened() as archive:
        if like or draft:
            found = (
                archive.precedents(like, later=later)
                if like
                else archive.precedents_of_draft(draft_text(draft), place=place)
            )
            rows = [{**row["campaign"], "precedents": [], "reasons": row["reasons"]} for row in found]
        else:
            rows = archive.campaigns(query, occasion=occasion, year=year, place=place)
    for row in rows:
        if as_json:
            write_json({**campaign_row(row), **({"reasons": row["reasons"]} if "reasons" in row else {})})
            continue
        say(click.style(str(row["name"]), bold=True))
        say(
            f"  {row['id']} · {row['starts_on'] or '?'} → {row['ends_on'] or '?'} · {row['organiser'] or '?'} · {len(row['tasks'])} nhiệm vụ"
        )
        if row["bases"]:
            say("  Căn cứ: " + "; ".join(row["bases"]))
        if "reasons" in row:
            say("  Vì: " + ", ".join(row["reasons"]))
    if as_json:
        flush()
    elif not rows:
        say("Không có phong trào nào phù hợp.")


def draft_text(draft: Path | None) -> str:
    """The text of a draft's file."""
    return draft.read_text(encoding="utf-8", errors="replace") if draft else ""
