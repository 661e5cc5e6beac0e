"""What an owner says of sources, in their own words."""

from pathlib import Path

import pytest

from corpus.errors import InputError, NotFound
from corpus.sources import Source
from corpus.store import Store, now
from webapp.source_terms import contact_of, enabled, has_contact, hours_of, place_of, rows_of, source_of


@pytest.mark.parametrize("said", ["thu-kho@example.org", " a.b@c.d.vn ", "https://thu-vien.example/lien-he"])
def test_contacts(said: str) -> None:
    assert contact_of(said) == said.strip()


@pytest.mark.parametrize(
    "said", ["", "Lan", "a@b", "thư@example.org", "a@b.vn, c@d.vn", "https://x (y)", "a@b.vn\nX: y", "@b.vn"]
)
def test_what_is_no_contact(said: str) -> None:
    with pytest.raises(InputError, match="an e-mail address or an http"):
        contact_of(said)


@pytest.mark.parametrize(("said", "hours"), [("1h", 1), ("12 h", 12), ("7D", 168), ("366d", 8784)])
def test_periods(said: str, hours: int) -> None:
    assert hours_of(said) == hours


@pytest.mark.parametrize("said", ["", "0h", "7", "367d", "-1h", "1w", "99999h", "một ngày"])
def test_what_is_no_period(said: str) -> None:
    with pytest.raises(InputError, match="write it like 12h or 7d"):
        hours_of(said)


def test_places() -> None:
    assert place_of("tỉnh Quảng Ninh") == "Quảng Ninh"
    with pytest.raises(InputError, match="Atlantis"):
        place_of("Atlantis")


@pytest.mark.parametrize(
    ("agent", "has"),
    [(None, False), ("Kho/1.0", False), ("Kho/1.0 (a@b.vn)", True), ("Kho/1.0 (+https://kho.example)", True)],
)
def test_a_name_may_hold_a_contact(agent: str | None, has: bool) -> None:
    assert has_contact(agent) is has


def test_a_source_is_named_by_its_address_or_its_host(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with store.transaction():
            for path in ("tin", "van-ban"):
                store.source_rows.keep(Source(start_url=f"https://a.example/{path}", added_at=now()))
            store.source_rows.keep(Source(start_url="http://www.b.example/", added_at=now()))
        assert source_of(store, "https://a.example/tin").start_url == "https://a.example/tin"
        assert source_of(store, "b.example").start_url == "http://www.b.example/"
        known = source_of(store, "vca.org.vn")
        assert (known.start_url, known.enabled, known.every_hours) == ("https://vca.org.vn/", False, 24)
        with pytest.raises(InputError, match="several sources are of this host"):
            source_of(store, "a.example")
        for other in ("https://a.example/khac", "c.example", "https://vca.org.vn/tin-tuc"):
            with pytest.raises(NotFound, match="sources list"):
                source_of(store, other)


def test_nobody_is_visited_who_cannot_turn_to_anyone() -> None:
    source = Source(start_url="https://a.example/", due_at="2030-01-01T00:00:00+00:00")
    with pytest.raises(InputError, match="no contact is named"):
        enabled(source, None, "Kho/1.0")
    one = enabled(source, "a@b.vn", None)
    assert (one.enabled, one.contact, one.due_at) == (True, "a@b.vn", None)
    assert enabled(source, None, "Kho/1.0 (a@b.vn)").enabled
    assert enabled(one, None, None).contact == "a@b.vn"


def test_known_sites_stand_behind_the_archives_own_and_none_is_enabled() -> None:
    own = Source(start_url="https://vca.org.vn/", enabled=True)
    rows = rows_of([own], with_known=True)
    assert rows[0]["start_url"] == own.start_url and rows[0]["bundled"] and rows[0]["due"]
    assert len({row["start_url"] for row in rows}) == len(rows) > 20
    assert not any(row["enabled"] for row in rows[1:])
    assert len(rows_of([own], with_known=False)) == 1
