"""`danchieu sources`: which sites are visited, on what terms, and how each fares."""

from dataclasses import replace
from typing import Final

import click

from corpus.errors import ArchiveMissing, InputError, NotFound
from corpus.known_sites import known_site
from corpus.sources import Source
from corpus.store import Store, now
from webapp import composition
from webapp.commands.terminal import flush, say, setting_option, settings, tell, write_json
from webapp.source_terms import (
    DAILY,
    SourceRow,
    contact_of,
    enabled,
    has_contact,
    hours_of,
    of_known,
    place_of,
    rows_of,
    source_of,
)

_LOOKED: Final = {"missing": "không có robots.txt (được phép tất cả)", "read": "đã đọc robots.txt"}


@click.group("sources")
def sources_command() -> None:
    """Sites that the archive visits: as data, each with its contact, delay and schedule.

    The program knows real sites of alliances, the Party and those around them; none is visited until you enable it and name a contact,
    which the site is told in each request.

    \b
    Examples:
        danchieu sources list
        danchieu sources check lienminhhtx.bacninh.gov.vn
        danchieu sources enable lienminhhtx.bacninh.gov.vn --contact thu-vien@example.org
        danchieu sources add https://lienminh.example/ --place "Bắc Ninh" --every 7d --contact thu-vien@example.org
        danchieu crawl                                  visits those that are due
    """


@sources_command.command("list")
@click.option("--enabled", "only_enabled", is_flag=True, help="Only those that are visited.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_command(only_enabled: bool, as_json: bool) -> None:
    """The archive's sources, and the sites that the program knows.

    \b
    Example:
        danchieu sources list --enabled
    """
    chosen = settings()
    try:
        with composition.open_store(chosen) as store:
            found = store.source_rows.all()
    except ArchiveMissing:
        found = []
    rows = [row for row in rows_of(found, with_known=not only_enabled) if row["enabled"] or not only_enabled]
    for row in rows:
        write_json(row) if as_json else say(_line(row))
    flush()
    if not rows:
        tell("danchieu: chưa nguồn nào được bật; xem 'danchieu sources list'")


@sources_command.command("add")
@click.argument("start_url", metavar="START_URL")
@click.option("--name", metavar="TEXT", help="What the body is called.")
@click.option("--place", metavar="PROVINCE", help="The province that it serves; its notices that name none are of it.")
@click.option("--contact", metavar="ADDRESS", help="Your e-mail or web address, which the site is told.")
@click.option("--delay", type=click.FloatRange(0, 120), help="Seconds between two requests; else the setting.")
@click.option("--every", metavar="PERIOD", help="How often: 12h, 7d. Default: 1d.")
@click.option("--json", "as_json", is_flag=True, help="The source as one JSON object.")
def add_command(
    start_url: str,
    name: str | None,
    place: str | None,
    contact: str | None,
    delay: float | None,
    every: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Add a source, or change what is said of one. With a contact it is enabled at once.

    \b
    Examples:
        danchieu sources add https://lienminh.example/tin-tuc --name "Liên minh HTX tỉnh A" --contact thu-vien@example.org
        danchieu sources add https://lienminh.example/tin-tuc --every 12h --delay 5
    """
    from crawler.addresses import start_url as canonical_start

    chosen = settings()
    url = canonical_start(start_url)
    terms = {
        "name": name,
        "place": place_of(place) if place else None,
        "contact": contact_of(contact) if contact else None,
        "delay": delay,
        "every_hours": hours_of(every) if every else None,
    }
    given = {key: value for key, value in terms.items() if value is not None}
    with composition.open_store(chosen, create=True) as store:
        known = known_site(start_url)
        new = (
            of_known(known)
            if known and known.start_url == url
            else Source(start_url=url, added_at=now(), every_hours=DAILY)
        )
        source = replace(store.source_rows.get(url) or new, **given)  # type: ignore[arg-type]  # of their fields' types
        if contact:
            source = enabled(source, contact, chosen.user_agent)
        _keep(store, source, as_json)
    if not source.enabled:
        tell(f"danchieu: chưa bật; danchieu sources enable {source.start_url} --contact ban@example.org")


@sources_command.command("enable")
@click.argument("addresses", nargs=-1, required=True, metavar="URL...")
@click.option("--contact", metavar="ADDRESS", help="Your e-mail or web address, which the sites are told.")
@click.option("--json", "as_json", is_flag=True, help="The sources, one JSON object a line.")
def enable_command(addresses: tuple[str, ...], contact: str | None, as_json: bool) -> None:
    """Let sources be visited from the next crawl on. A contact is wanted: --contact, or one in the setting user_agent.

    \b
    Example:
        danchieu sources enable lienminhhtx.bacninh.gov.vn vca.org.vn --contact thu-vien@example.org
    """
    chosen = settings()
    given = contact_of(contact) if contact else None
    may_make = bool(given or has_contact(chosen.user_agent))  # what would be refused makes no archive
    with composition.open_store(chosen, create=may_make) as store:
        found = [enabled(source_of(store, address), given, chosen.user_agent) for address in addresses]
        for source in found:
            _keep(store, source, as_json)


@sources_command.command("disable")
@click.argument("addresses", nargs=-1, required=True, metavar="URL...")
@click.option("--json", "as_json", is_flag=True, help="The sources, one JSON object a line.")
def disable_command(addresses: tuple[str, ...], as_json: bool) -> None:
    """Visit sources no longer; what was collected stays, and so does what is said of them.

    \b
    Example:
        danchieu sources disable vca.org.vn
    """
    with composition.open_store(settings()) as store:
        for source in [source_of(store, address) for address in addresses]:
            _keep(store, replace(source, enabled=False), as_json)


@sources_command.command("remove")
@click.argument("address", metavar="URL")
def remove_command(address: str) -> None:
    """Forget a source and what is said of it; what was collected from it stays in the archive.

    \b
    Example:
        danchieu sources remove https://lienminh.example/
    """
    with composition.open_store(settings()) as store:
        url = source_of(store, address).start_url
        with store.transaction():
            if not store.source_rows.remove(url):
                raise NotFound(f"source {address!r}: not among the archive's sources, so there is nothing to remove")
    say(f"Đã bỏ nguồn {url}; những gì đã thu thập vẫn ở trong kho.")


@sources_command.command("check")
@click.argument("address", metavar="URL")
@setting_option("delay")
@setting_option("user_agent")
@setting_option("allow_private")
@click.option("--json", "as_json", is_flag=True, help="What was seen as one JSON object.")
def check_command(address: str, as_json: bool) -> None:
    """Look at a site without keeping anything: robots.txt, the front page, its lists, and whether its articles can be read.

    At most fourteen pages are asked for, one by one. The exit status is 1 when no article could be read.

    \b
    Example:
        danchieu sources check lienminhhtx.bacninh.gov.vn
    """
    from crawler.looking import look_at

    chosen = settings()
    known = known_site(address)
    look = look_at(
        known.start_url if known and "/" not in address else address,
        settings=composition.crawler_settings(chosen),
        place=known.place if known else None,
    )
    if as_json:
        write_json(look.as_row())
        flush()
    else:
        say(f"{look.start_url}: {look.closed or _LOOKED[look.robots]}")
        if not look.closed:
            say(
                f"  mỗi {look.delay:g} giây một trang; {look.sitemaps} sơ đồ trang; trang đầu và danh mục dẫn tới {look.links} địa chỉ của trang này,"
                f" trong đó {len(look.lists)} danh mục; robots.txt giữ lại {look.forbidden}"
            )
        for sample in look.samples:
            if sample.title:
                told = [sample.number, sample.published_on, sample.issuer, sample.place, f"{sample.characters} ký tự"]
                say(f"  đọc được: {sample.title}\n    {', '.join(filter(None, told))}\n    {sample.url}")
            else:
                say(f"  không đọc được bài: {sample.why}\n    {sample.url}")
    if look.closed:
        raise InputError(f"{look.start_url}: nothing can be collected now: {look.closed}")
    if not look.readable:
        raise InputError(
            f"{look.start_url}: no article was found in {look.asked} pages; name a list of its notices, or a sitemap, as the start URL"
        )


def _keep(store: Store, source: Source, as_json: bool) -> None:
    with store.transaction():
        store.source_rows.keep(source)
    row = rows_of([source], with_known=False)[0]
    if as_json:
        write_json(row)
        flush()
    else:
        say(_line(row))


def _line(row: SourceRow) -> str:
    """A source on one line."""
    state = "chưa bật" if not row["enabled"] else "đến hạn" if row["due"] else f"hạn {row['due_at']}"
    every = f"mỗi {row['every_hours']} giờ" if row["every_hours"] else "mỗi lượt"
    told = [row["name"], row["place"] if not row["name"] else None, every if row["enabled"] else None]
    if row["last_success_at"]:
        told.append(f"tốt lần cuối {row['last_success_at'][:16]}, {row['notices']} thông báo")
    if row["last_error"]:
        told.append(f"lỗi: {row['last_error']}")
    return f"[{state}] {row['start_url']}  {'; '.join(filter(None, told))}".rstrip()
