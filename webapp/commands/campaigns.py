"""`danchieu campaigns`: emulation campaigns and their precedents."""

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
@click.option("--json", "as_json", is_flag=True, help="JSON, one campaign a line.")
def campaigns_command(
    query: str | None, occasion: str | None, year: str | None, place: str | None, like: str | None, as_json: bool
) -> None:
    """Campaigns of the archive: period, occasion, organiser, legal bases, tasks; with --like, earlier ones worth looking at."""
    with opened() as archive:
        if like:
            rows = [
                {**row["campaign"], "precedents": [], "reasons": row["reasons"]} for row in archive.precedents(like)
            ]
        else:
            rows = archive.campaigns(query, occasion=occasion, year=year, place=place)
    for row in rows:
        if as_json:
            write_json({**campaign_row(row), **({"reasons": row["reasons"]} if like else {})})
            continue
        say(click.style(str(row["name"]), bold=True))
        say(
            f"  {row['id']} · {row['starts_on'] or '?'} → {row['ends_on'] or '?'} · {row['organiser'] or '?'} · {len(row['tasks'])} nhiệm vụ"
        )
        if row["bases"]:
            say("  Căn cứ: " + "; ".join(row["bases"]))
        if like:
            say("  Vì: " + ", ".join(row["reasons"]))
    if as_json:
        flush()
    elif not rows:
        say("Không có phong trào nào phù hợp.")
