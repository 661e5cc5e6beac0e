"""Provinces and cities: by name, in a host, in running text, and after the mergers."""

from datetime import date

import pytest

from corpus.places import (
    find_place,
    place_begins,
    place_in_host,
    places,
    places_in,
    province_of_town,
    same_place,
    successor_of,
    territory,
)


@pytest.mark.parametrize(
    ("text", "full_name"),
    [
        ("Nghệ An", "tỉnh Nghệ An"),
        ("TP Hà Nội", "thành phố Hà Nội"),
        ("TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("nghe-an", "tỉnh Nghệ An"),
        ("tỉnh", None),
        ("", None),
        ("Nghệ", None),
    ],
)
def test_full_names(text: str, full_name: str | None) -> None:
    found = find_place(text)
    assert (found.full_name if found else None) == full_name


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tỉnh Nghệ An và Hà Nam", [("Nghệ An", 5, 12), ("Hà Nam", 16, 22)]),
        ("Bà Rịa - Vũng Tàu", [("Bà Rịa - Vũng Tàu", 0, 17)]),
        ("Thừa Thiên\nHuế", [("Thừa Thiên Huế", 0, 14)]),
        ("nghệ annghe", []),
        ("xnghệ an", []),
        ("TP. Hồ Chí Minh", [("TP. Hồ Chí Minh", 4, 15)]),
        ("tư tưởng Hồ Chí Minh", []),
        ("", []),
    ],
)
def test_places_in(text: str, wanted: list[tuple[str, int, int]]) -> None:
    assert [(place.name, start, end) for start, end, place in places_in(text)] == wanted


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("BACNINH.gov.vn", "Bắc Ninh"),
        ("lmhtx-nghe-an.vn", "Nghệ An"),
        ("hagiang24h.vn", "Hà Giang"),
        ("bacninh.hanam.vn", None),
        ("tinbacninhtoday.vn", None),
    ],
)
def test_hosts(host: str, name: str | None) -> None:
    found = place_in_host(host)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("label", "wanted"), [("hagiang24h", True), ("24hhagiang", False), ("hue", False), ("hagian", False), ("", False)]
)
def test_place_begins(label: str, wanted: bool) -> None:
    assert place_begins(label) is wanted


@pytest.mark.parametrize(
    ("town", "name"), [("Tam Kỳ", "Quảng Nam"), ("tp Vinh", "Nghệ An"), ("Nghệ An", None), ("", None)]
)
def test_seats(town: str, name: str | None) -> None:
    found = province_of_town(town)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Hải Dương", "Hải Phòng", True),
        ("Hải Phòng", "Hải Dương", True),
        ("Bắc Ninh", "Bắc Ninh", True),
        ("Hải Dương", "Bắc Ninh", False),
        ("Hà Nam", "Nam Định", False),
    ],
)
def test_same_place(a: str, b: str, wanted: bool) -> None:
    first, second = find_place(a), find_place(b)
    assert first is not None and second is not None
    assert same_place(first, second) is wanted


def test_a_territory_is_that_of_today() -> None:
    assert territory("Hà Nam") == territory("Nam Định") == territory("Ninh Bình")
    assert territory("Nghệ An") == "nghe-an"
    assert territory("Một nơi nào đó") == "mot-noi-nao-do"


def test_a_merger_counts_from_its_first_day() -> None:
    for place in places().values():
        if place.valid_to is None:
            assert successor_of(place, date.max) == place
            continue
        last = date.fromordinal(date.fromisoformat(place.valid_to).toordinal() - 1)
        assert successor_of(place, last) == place
        assert successor_of(place, date.fromisoformat(place.valid_to)) != place
        assert successor_of(place, date.max).valid_to is None
