"""The sample sites: told apart by key, host and family, in encodings that Python knows."""

import codecs

import pytest

from corpus.places import find_place
from corpus.sample.catalogue import SITES, site_of


def test_sites_are_told_apart() -> None:
    for name in ("key", "host", "family", "name"):
        assert len({getattr(site, name) for site in SITES}) == len(SITES), name


def test_a_site_is_found_by_its_key() -> None:
    assert all(site_of(site.key) is site for site in SITES)
    with pytest.raises(KeyError):
        site_of("khong-co")


def test_encodings_are_known_and_one_header_lies() -> None:
    assert all(codecs.lookup(site.encoding) for site in SITES)
    said = [site for site in SITES if site.header_charset]
    lies = [site for site in said if codecs.lookup(site.header_charset or "") != codecs.lookup(site.encoding)]
    assert [site.key for site in lies] == ["vinh-long"], "what headers claim wrongly is a part of the sample"


def test_places_are_provinces_and_the_national_site_has_none() -> None:
    assert all(find_place(site.place) for site in SITES if site.place)
    assert [site.key for site in SITES if site.place is None] == ["ban-tin"]
