"""Sources as their owner speaks of them: an address or a host for a source, a contact, a period."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypedDict
from urllib.parse import urlsplit

from corpus.errors import InputError, NotFound
from corpus.known_sites import KnownSite, known_site, known_sites
from corpus.places import find_place
from corpus.sources import Source
from corpus.store import Store, now
from crawler.addresses import same_site, start_url

DAILY: Final = 24
_PERIOD = re.compile(r"([0-9]{1,4})[ ]?(h|d)")
_MAIL = re.compile(r"[^@\s()<>,;]{1,64}@[^@\s()<>,;.]{1,63}(?:\.[^@\s()<>,;.]{1,63}){1,8}")
_MOST_HOURS: Final = 366 * 24


class SourceRow(TypedDict):
    """A source as JSON. bundled: one of the sites that the program knows. due: whether the next crawl visits it."""

    start_url: str
    name: str | None
    place: str | None
    contact: str | None
    delay: float | None
    every_hours: int | None
    enabled: bool
    bundled: bool
    due: bool
    due_at: str | None
    last_run_at: str | None
    last_success_at: str | None
    last_error: str | None
    notices: int
    report: dict[str, int]


def contact_of(text: str) -> str:
    """A contact: an e-mail address, or an http(s) address that says how to reach its owner. Raises InputError."""
    said = text.strip()
    is_page = said.startswith(("http://", "https://")) and len(said) <= 200 and not re.search(r"[\s()]", said)
    if not said.isascii() or not (is_page or _MAIL.fullmatch(said)):
        raise InputError(
            f"contact {text[:80]!r}: an e-mail address or an http(s) address is wanted, by which a site's owner reaches you"
        )
    return said


def has_contact(user_agent: str | None) -> bool:
    """Whether the name that the operator gave the crawler says how to reach them."""
    return bool(user_agent and (_MAIL.search(user_agent) or re.search(r"https?://", user_agent)))


def hours_of(text: str) -> int:
    """Hours of a period: ``12h``, ``7d``. Raises InputError.

    >>> hours_of("7d")
    168
    """
    match = _PERIOD.fullmatch(text.strip().lower())
    hours = int(match[1]) * (24 if match[2] == "d" else 1) if match else 0
    if not 1 <= hours <= _MOST_HOURS:
        raise InputError(f"period {text[:40]!r}: write it like 12h or 7d, from 1h to 366d")
    return hours


def place_of(text: str) -> str:
    """The name of a province. Raises InputError."""
    found = find_place(text)
    if found is None:
        raise InputError(f"place {text[:60]!r}: no province is named so")
    return found.name


def source_of(store: Store, address: str) -> Source:
    """The source of an address, a start URL or its host; one that the program knows is made, disabled. Raises InputError, NotFound."""
    url = start_url(address)
    sources = store.source_rows.all()
    for source in sources:
        if source.start_url == url:
            return source
    of_host = [
        source for source in sources if _is_host(address) and same_site(url.rstrip("/"), _origin(source.start_url))
    ]
    if len(of_host) > 1:
        raise InputError(
            f"{address}: several sources are of this host ({', '.join(one.start_url for one in of_host)}); name one"
        )
    if of_host:
        return of_host[0]
    if (known := known_site(address)) and (_is_host(address) or known.start_url == url):
        return of_known(known)
    raise NotFound(
        f"source {address!r}: not among the archive's sources or the known sites; see 'danchieu sources list', or add it"
    )


def of_known(site: KnownSite) -> Source:
    """A source of a site that the program knows: disabled, visited daily once it is enabled."""
    return Source(start_url=site.start_url, added_at=now(), name=site.name, place=site.place, every_hours=DAILY)


def enabled(source: Source, contact: str | None, user_agent: str | None) -> Source:
    """A source that is visited from now on. Raises InputError where nothing tells the site whom to turn to."""
    given = contact_of(contact) if contact else source.contact
    if given is None and not has_contact(user_agent):
        raise InputError(
            f"{source.start_url}: not enabled, for no contact is named; a site must be able to reach you: --contact you@example.org"
        )
    return replace(source, contact=given, enabled=True, due_at=None)


def rows_of(sources: Iterable[Source], *, with_known: bool) -> list[SourceRow]:
    """Sources as rows; those that the program knows and the archive does not have yet stand behind them."""
    found = list(sources)
    met = {source.start_url for source in found}
    rest = [of_known(site) for site in known_sites() if site.start_url not in met] if with_known else []
    moment = now()
    return [_row(source, moment) for source in [*found, *rest]]


def _row(source: Source, moment: str) -> SourceRow:
    known = known_site(source.start_url)
    return SourceRow(
        start_url=source.start_url,
        name=source.name,
        place=source.place,
        contact=source.contact,
        delay=source.delay,
        every_hours=source.every_hours,
        enabled=source.enabled,
        bundled=known is not None and known.start_url == source.start_url,
        due=source.is_due(moment),
        due_at=source.due_at,
        last_run_at=source.last_run_at,
        last_success_at=source.last_success_at,
        last_error=source.last_error,
        notices=source.notices,
        report=dict(source.report),
    )


def _is_host(address: str) -> bool:
    """Whether an address names a site and no page of it."""
    return urlsplit(address if "://" in address else f"https://{address}").path in ("", "/")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
