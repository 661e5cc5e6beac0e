"""`danchieu campaigns`: emulation campaigns, their precedents, and the outline of a new one."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from corpus.errors import InputError
from corpus.text import MAX_TEXT_CHARS
from webapp.commands.terminal import flush, say, settings, write_json
from webapp.composition import reading
from webapp.words import precedents_with_words

if TYPE_CHECKING:
    from indexer.archive import Archive
    from indexer.documents.campaign_rows import ListedCampaignRow
    from webapp.answers import PrecedentAnswer

_OUTLINES: Final = (".md", ".docx")


@click.command("campaigns")
@click.argument("query", required=False)
@click.option("--occasion", help='Words of the occasion, such as "25 năm", or its slug.')
@click.option("--year", help="Year in which it ran.")
@click.option("--place", help="Province; with --outline: that of the new campaign.")
@click.option("--like", metavar="ID", help="Precedents of this campaign, best first, each with its reasons.")
@click.option(
    "--draft",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Precedents for a draft (a text file) that launches a campaign.",
)
@click.option("--later", is_flag=True, help="With --like: later campaigns too.")
@click.option("--from", "sources", metavar="ID", multiple=True, help="With --outline: a precedent; one to four times.")
@click.option(
    "--outline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the outline of a new campaign, made from --from, to this .md or .docx file.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON, one campaign a line.")
def campaigns_command(
    query: str | None,
    occasion: str | None,
    year: str | None,
    place: str | None,
    like: str | None,
    draft: Path | None,
    later: bool,
    sources: tuple[str, ...],
    outline: Path | None,
    as_json: bool,
) -> None:
    """Campaigns of the archive: period, occasion, organiser, legal bases, tasks; with --like, earlier ones worth looking at.

    \b
        danchieu campaigns --occasion "25 năm" --place "Sơn La"
        danchieu campaigns --like ID                        precedents of a campaign
        danchieu campaigns --draft launch.txt               precedents of a draft
        danchieu campaigns --from ID --from ID --outline draft.docx
    """
    if sum(option is not None for option in (like, draft, outline)) > 1:
        raise click.UsageError("--like, --draft and --outline answer different questions: give one of them")
    if bool(sources) != (outline is not None):
        raise click.UsageError("--outline and --from go together: --from ID --outline draft.docx")
    if later and like is None:
        raise click.UsageError("--later goes with --like")
    with reading(settings()) as archive:
        if outline is not None:
            write_outline(archive, sources, outline, place)
            return
        if like is not None:
            rows = with_reasons(precedents_with_words(archive.precedents(like, later=later)))
        elif draft is not None:
            rows = with_reasons(precedents_with_words(archive.precedents_of_draft(draft_text(draft), place=place)))
        else:
            rows = [(row, None) for row in archive.campaigns(query, occasion=occasion, year=year, place=place)]
    for row, reasons in rows:
        if as_json:
            write_json(in_contract(row, reasons))
        else:
            say_campaign(row, reasons)
    if as_json:
        flush()
    elif not rows:
        say("Không có phong trào nào phù hợp.")


def with_reasons(found: "Sequence[PrecedentAnswer]") -> "list[tuple[ListedCampaignRow, list[str] | None]]":
    """Precedents as campaigns, each with why it is worth looking at."""
    return [({**row["campaign"], "precedents": []}, row["reasons"]) for row in found]


def in_contract(row: "ListedCampaignRow", reasons: list[str] | None) -> dict[str, object]:
    """A campaign in the contract's shape, with its reasons where it is a precedent."""
    from indexer.documents.campaign_rows import campaign_export

    shown = campaign_export(row)
    return {**shown} if reasons is None else {**shown, "reasons": reasons}


def say_campaign(row: "ListedCampaignRow", reasons: list[str] | None) -> None:
    """A campaign for people."""
    say(click.style(row["name"], bold=True))
    period = f"{row['starts_on'] or '?'} → {row['ends_on'] or '?'}"
    say(f"  {row['id']} · {period} · {row['organiser'] or '?'} · {len(row['tasks'])} nhiệm vụ")
    if row["bases"]:
        say("  Căn cứ: " + "; ".join(row["bases"]))
    if reasons:
        say("  Vì: " + "; ".join(reasons))


def write_outline(archive: "Archive", ids: Sequence[str], path: Path, place: str | None) -> None:
    """The outline of a new campaign as a file. Raises InputError for another kind of file, or one that cannot be written."""
    if path.suffix.lower() not in _OUTLINES:
        raise InputError(f"{path}: an outline is written as {' or '.join(_OUTLINES)}")
    from webapp.draft_document import as_docx
    from webapp.draft_file import as_markdown

    found = archive.outline(ids, on=datetime.now(UTC).date(), place=place)
    data = as_docx(found) if path.suffix.lower() == ".docx" else as_markdown(found).encode("utf-8")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
    say(f"{path}: {len(found['bases'])} căn cứ, {len(found['tasks'])} nhiệm vụ, từ {len(found['sources'])} tiền lệ")


def draft_text(draft: Path) -> str:
    """The text of a draft's file. Raises InputError when it is no text in UTF-8, or too long."""
    if draft.stat().st_size > MAX_TEXT_CHARS * 4:
        raise InputError(f"{draft}: more than {MAX_TEXT_CHARS:,} characters")
    try:
        return draft.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{draft}: not a text in UTF-8; save it as plain text first") from error
