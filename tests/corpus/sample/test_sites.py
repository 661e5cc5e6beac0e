import unicodedata

import pytest

from corpus.instruments import load_instruments
from corpus.sample.catalogue import SITES
from corpus.sample.notices import load_notices
from corpus.sample.sites import SAMPLE_LINE, path_of, respond
from indexer.citations import find_citations


def test_enough_notices_on_five_families() -> None:
    notices = load_notices()
    assert sum(len(rows) for rows in notices.values()) >= 48
    assert len({site.family for site in SITES}) == 5
    years = {row.published_on[:4] for rows in notices.values() for row in rows if row.published_on}
    assert {"2012", "2025"} <= years


def test_sites_have_names_that_nobody_else_can_have() -> None:
    """RFC 2606 keeps ``.example`` for this."""
    hosts = {site.host for site in SITES}
    assert len(hosts) == len(SITES)
    assert all(host.endswith(".example") for host in hosts)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.key)
def test_every_page_says_that_it_is_a_sample(site) -> None:  # type: ignore[no-untyped-def]
    for notice in load_notices()[site.key]:
        response = respond(site, path_of(notice), "http://x", {})
        text = response.body.decode(site.encoding)
        text = unicodedata.normalize("NFC", text)
        assert response.status == 200
        assert SAMPLE_LINE in text
        assert all(
            line.replace('"', "&quot;") in text for line in notice.lines if "&" not in line and line != "!gallery"
        )


def test_unchanged_pages_are_answered_304() -> None:
    site = SITES[0]
    target = path_of(load_notices()[site.key][0])
    first = respond(site, target, "http://x", {})
    assert respond(site, target, "http://x", {"if-none-match": first.headers["ETag"]}).status == 304
    assert respond(site, target, "http://x", {"if-modified-since": first.headers["Last-Modified"]}).status == 304
    assert respond(site, "/khong-co", "http://x", {}).status == 404


def test_central_instruments_are_dated_rightly() -> None:
    """Every full date that a sample gives a central instrument is its known date, but for the one planted slip."""
    dates: dict[tuple[str, str], set[str]] = {}
    for known in load_instruments():
        if known.number and known.issued_on and known.place is None:
            dates.setdefault((known.kind, known.number), set()).add(known.issued_on)
    wrong = []
    for rows in load_notices().values():
        for row in rows:
            for citation in find_citations("\n".join(row.lines)):
                known_dates = dates.get((citation.kind, citation.number or ""))
                if (
                    known_dates
                    and citation.issued_on
                    and len(citation.issued_on) == 10
                    and citation.issued_on not in known_dates
                ):
                    wrong.append((row.slug, citation.text, citation.issued_on))
    assert wrong == []
