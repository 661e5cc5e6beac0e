"""The sites that the program knows: real addresses, each once, of known provinces."""

import pytest

import corpus.known_sites
from corpus.errors import DataError
from corpus.known_sites import known_site, known_sites


def test_alliances_and_the_party_are_among_them() -> None:
    kinds = [site.kind for site in known_sites()]
    assert kinds.count("alliance") > 9 and kinds.count("party") > 2
    assert all(
        site.start_url.startswith(("http://", "https://")) and site.start_url.endswith("/") for site in known_sites()
    )


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("lienminhhtx.bacninh.gov.vn", "Bắc Ninh"),
        ("https://lienminhhtx.bacninh.gov.vn/news/1", "Bắc Ninh"),
        ("LIENMINHHOPTACXAQUANGNINH.com.vn", "Quảng Ninh"),
        ("vca.org.vn", None),
    ],
)
def test_a_site_is_known_by_its_host(typed: str, place: str | None) -> None:
    found = known_site(typed)
    assert found is not None and found.place == place


def test_another_host_is_not() -> None:
    assert known_site("bacninh.example") is None and known_site("gov.vn") is None


@pytest.mark.parametrize(
    "row",
    [
        {"start_url": "x", "name": "A", "place": "", "kind": "party"},
        {"start_url": "https://a/", "name": "A", "place": "Atlantis", "kind": "party"},
        {"start_url": "https://a/", "name": "A", "place": "", "kind": "club"},
    ],
)
def test_a_wrong_row_is_named(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus.known_sites, "read_table", lambda name, columns: [row])
    with pytest.raises(DataError, match=r"sites\.tsv"):
        known_sites.__wrapped__()
