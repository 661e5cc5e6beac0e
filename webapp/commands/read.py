"""`danchieu search`, `show`, `graph`: questions to an indexed archive."""

import sys
from typing import TYPE_CHECKING

import click

from corpus.dates import show_date
from corpus.errors import NotFound
from corpus.kinds import kind_name
from indexer.documents.rows import label_of_row
from webapp.commands.terminal import flush, say, settings, write_json
from webapp.composition import reading
from webapp.words import reason_words, with_citations

if TYPE_CHECKING:
    from indexer.documents.instrument_rows import InstrumentRow
    from webapp.answers import WordedNotice


@click.command("search")
@click.argument("query")
@click.option("--kind", multiple=True, help="Kind of document, as a slug: ke-hoach, chi-thi …")
@click.option("--year", multiple=True, help="Year of publication.")
@click.option("--place", multiple=True, help="Province.")
@click.option("--issuer", multiple=True, help="Issuing body, as the facets name it.")
@click.option("--cites", multiple=True, metavar="ID", help="Only notices that cite this document.")
@click.option("--article", multiple=True, metavar="N", help="Only notices that cite this article of it.")
@click.option(
    "--sort", type=click.Choice(["relevance", "newest", "oldest", "cited"]), default="relevance", show_default=True
)
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
@click.option("--page", type=click.IntRange(1, 500), default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def search_command(query: str, sort: str, limit: int, page: int, as_json: bool, **filters: tuple[str, ...]) -> None:
    """Search notices by words, by a number as remembered, or both.

    \b
        danchieu search "chi thi 12"        danchieu search '"kinh tế tập thể" nơi:"Nghệ An" năm:2018-2020'
        danchieu search "12/ct-ttg 2018"    danchieu search "phat dong thi dua ky niem 25 nam"
    """
    with reading(settings()) as archive:
        result = archive.search(
            query, filters={name: list(values) for name, values in filters.items()}, sort=sort, page=page, limit=limit
        )
    if as_json:
        from webapp.results import flat

        write_json(flat(result))
        flush()
        return
    for note in result["notes"]:
        say(f"! {reason_words(note.as_row())}")
    for row in result["instruments"][:8]:
        details = [row["issuer"], show_date(row["issued_on"]) if row["issued_on"] else None, row["place"]]
        say(
            f"▪ {label_of_row(row)}  ({', '.join(part for part in details if part)}; {row['cited_count']} thông báo dẫn)  {row['id']}"
        )
    say(f"{result['total']} thông báo" + (f", trang {page}/{result['pages']}" if result["pages"] > 1 else ""))
    for hit in result["hits"]:
        say(
            f"\n{click.style(hit['title'], bold=True)}\n  {hit['id']} · {hit['published_on'] or '?'} · {hit['place'] or 'Trung ương'}"
        )
        say("  " + "".join(click.style(part, bold=True) if match else part for part, match in hit["excerpt"]))
    if result["suggestion"]:
        say(f"\nÝ bạn là: {result['suggestion']}")


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
def show_command(id_: str, as_json: bool) -> None:
    """Show a notice or a document: what it is, what it cites, what cites it.

    \b
        danchieu show chi-thi.34-ct-tw.2014
        danchieu show chi-thi.34-ct-tw.2014 --json
    """
    with reading(settings()) as archive:
        try:
            notice = with_citations(archive.notice(id_))
        except NotFound:
            instrument = archive.instrument(archive.canonical_id(id_))
            if as_json:
                write_json(instrument)
            else:
                _show_instrument(instrument)
        else:
            if as_json:
                write_json(notice)
            else:
                _show_notice(notice)
    flush()


def _show_notice(payload: "WordedNotice") -> None:
    say(click.style(payload["title"], bold=True))
    for name, value in (
        ("Ngày", payload["published_on"]),
        ("Nơi", payload["place"]),
        ("Cơ quan", payload["issuer"]),
        ("Nguồn", payload["url"]),
    ):
        if value:
            say(f"  {name}: {value}")
    say(f"\n{payload['text']}\n")
    for row in payload["citations"]:
        found = row["target"]["id"] if row["target"] else row["status"]
        say(f"  {row['relation']:<11} {row['text']}  →  {found}  ({row['why']})")


def _show_instrument(payload: "InstrumentRow") -> None:
    say(click.style(label_of_row(payload), bold=True))
    for name, value in (
        ("Loại", kind_name(payload["kind"])),
        ("Ngày ban hành", show_date(payload["issued_on"]) if payload["issued_on"] else None),
        ("Cơ quan", payload["issuer"]),
        ("Nơi", payload["place"]),
        ("Trích yếu", payload["title"]),
        ("Trong kho", payload["notice_id"] or "không có; dựng từ các thông báo dẫn chiếu"),
    ):
        if value:
            say(f"  {name}: {value}")
    for tie in payload["cites"]:
        say(f"  {tie['relation']:<11} → {tie['target']['id']}")
    if payload["articles"]:
        known = f" (văn bản có {payload['article_count']} điều)" if payload["article_count"] else ""
        say(f"\nDẫn theo điều{known}:")
    for article in payload["articles"]:
        beyond = "  không có điều này" if article["exists"] is False else ""
        say(f"  Điều {article['article']:<5} {article['notices']:>5} thông báo{beyond}")
    say(f"\n{payload['cited_by_total']} thông báo dẫn:")
    for row in payload["cited_by"][:40]:
        say(f"  {row['published_on'] or '?':<10} {row['relation']:<11} {row['notice']}  “{row['quote']}”")


@click.command("graph")
@click.argument("id_", metavar="ID")
@click.option("--depth", type=click.IntRange(1, 4), default=1, show_default=True)
@click.option("--limit", type=click.IntRange(1, 500), default=60, show_default=True, help="Nodes, at most.")
@click.option("--format", "format_", type=click.Choice(["json", "graphml", "dot"]), default="json", show_default=True)
def graph_command(id_: str, depth: int, limit: int, format_: str) -> None:
    """The neighbourhood of a notice or document, with the quoted evidence of each tie.

    \b
        danchieu graph ket-luan.56-kl-tw.2013 --depth 2
        danchieu graph ket-luan.56-kl-tw.2013 --format dot | dot -Tsvg > graph.svg
    """
    with reading(settings()) as archive:
        graph = archive.graph(id_, depth=depth, limit=limit)
    if format_ == "json":
        write_json(graph)
    else:
        from indexer.reading.graph import as_dot, as_graphml

        sys.stdout.buffer.write((as_dot(graph) if format_ == "dot" else as_graphml(graph)).encode("utf-8"))
    flush()
