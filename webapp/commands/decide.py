"""`danchieu decide`: what a person settles, kept for good."""

from typing import Final, cast

import click

from corpus.decisions import Decision, Verdict
from corpus.errors import InputError
from webapp import composition
from webapp.commands.terminal import flush, say, settings, write_json
from webapp.deciding import DecisionRow, decide_mention, decision_row, document_of, log_rows
from webapp.settings import Settings

WHO: Final = "DANCHIEU_WHO"
_VERDICT_WORDS: Final = {"same": "là", "not-same": "không phải là", "unsure": "chưa chắc là", "undo": "bỏ"}


@click.command("decide")
@click.argument("subject", required=False, metavar="[NOTICE#START | DOCUMENT]")
@click.argument("document", required=False, metavar="[DOCUMENT]")
@click.option(
    "--same", "verdict", flag_value="same", help="It is that document; the two are one, which goes by the second."
)
@click.option("--not-same", "verdict", flag_value="not-same", help="It is not that document; the two are two.")
@click.option("--unsure", "verdict", flag_value="unsure", help="Nobody can say; a mention then stays open.")
@click.option("--who", envvar=WHO, metavar="NAME", help=f"Who decides. Or {WHO}.")
@click.option("--why", metavar="TEXT", help="Why; kept, and shown to readers.")
@click.option("--undo", type=click.IntRange(1), metavar="N", help="Let decision N count no longer.")
@click.option("--list", "as_list", is_flag=True, help="All decisions, oldest first.")
@click.option("--json", "as_json", is_flag=True, help="The decision, or with --list one a line, as JSON.")
def decide_command(
    subject: str | None,
    document: str | None,
    verdict: str | None,
    who: str | None,
    why: str | None,
    undo: int | None,
    as_list: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Settle what a mention means, or whether two documents are one. Decisions stay in the archive, are replayed by each index, and can be undone.

    A mention is named by its notice and the code point at which it begins, as `danchieu export citations` gives them. What was decided about a
    mention also speaks for like ones: the same number, in notices of the same province within a year.

    \b
    Examples:
        danchieu decide lmhtx-ke-hoach-12#233 chi-thi.15-ct-tu.quang-ninh.2017 --same --who "Lan" --why "hỏi văn phòng Tỉnh ủy"
        danchieu decide lmhtx-ke-hoach-12#233 chi-thi.15-ct-tu.ha-nam.2017 --not-same --who "Lan" --why "khác tỉnh"
        danchieu decide nghi-quyet.dieu-le-dang.2011 dieu-le.dang-cong-san-viet-nam --same --who "Lan" --why "tên gọi tắt"
        danchieu decide --undo 3 --who "Lan" --why "nhầm dòng"
        danchieu decide --list
    """
    chosen = settings()
    if as_list:
        with composition.open_store(chosen) as store:
            rows = log_rows(store)
        for row in rows:
            write_json(row) if as_json else say(_line(row))
        flush()
        return
    if not who or not why:
        raise click.UsageError(f"--who (or {WHO}) and --why are wanted: both are kept with the decision")
    if undo is not None:
        if subject or verdict:
            raise click.UsageError("--undo stands alone: it takes the number of a decision")
        with composition.open_store(chosen) as store:
            kept = store.undo_decision(undo, who=who, why=why)
    else:
        kept = _decide(chosen, subject, document, verdict, who, why)
    row = decision_row(kept)
    if as_json:
        write_json(row)
        flush()
    else:
        say(f"{_line(row)}\nChạy 'danchieu index' để chỉ mục theo quyết định này.")


def _decide(
    chosen: Settings, subject: str | None, document: str | None, verdict: str | None, who: str, why: str
) -> Decision:
    if not subject or verdict is None:
        raise click.UsageError("name what is decided about, and one of --same, --not-same, --unsure")
    said = cast("Verdict", verdict)
    notice_id, mark, start = subject.rpartition("#")
    if not document and not (mark and said == "unsure"):
        raise click.UsageError("name the document, too")
    with composition.open_store(chosen) as store, composition.reading(chosen) as archive:
        if mark:
            if not start.isascii() or not start.isdecimal() or len(start) > 9:
                raise InputError(f"{subject!r}: behind '#' the code point is wanted at which the mention begins")
            return decide_mention(archive, store, notice_id, int(start), said, document, who=who, why=why)
        other, kept = document_of(archive, subject), document_of(archive, document or "")
        return store.decide_identity(kept, other, said, who=who, why=why)


def _line(row: DecisionRow) -> str:
    """A decision on one line."""
    number, words = row["decision"], _VERDICT_WORDS[row["verdict"]]
    if row["undoes"]:
        what = f"bỏ quyết định {row['undoes']}"
    elif row["notice"]:
        what = f"{row['notice']}#{row['start']} “{row['text']}” {words} {row['document'] or 'văn bản nào'}"
    else:
        what = f"{row['other']} {words} {row['document']}"
    undone = f" [đã bỏ bởi quyết định {row['undone_by']}]" if row["undone_by"] else ""
    return f"{number}. {what}: {row['who']}, {row['at'][:10]}, {row['why']}{undone}"
