"""From statements to one document: which of them its fields are taken from."""

from typing import Any

import pytest

from indexer.resolution.cluster import Cluster, cluster
from tests.indexer.resolution.statements import statement

Said = dict[str, Any]
NAMED: Said = {"bucket": "luat @hop tac xa", "kind": "luat", "number": None, "number_key": None}
CONGRESS: Said = {"bucket": "nghi-quyet @dai hoi dang ?", "kind": "nghi-quyet", "number": None, "number_key": None}


def one(*said: Said) -> Cluster:
    (found,) = cluster([statement(**row) for row in said])
    return found


def test_nothing_makes_nothing() -> None:
    assert cluster([]) == []


@pytest.mark.parametrize(
    ("said", "field", "wanted"),
    [
        ([{}], "id", "chi-thi.7-ct-tu"),
        ([{"issued_on": "2018-05-22"}], "issued_on", "2018-05-22"),
        ([{"place": "Sơn La"}], "place", "Sơn La"),
        ([{}], "place", None),
        ([{}], "title", None),
        ([{"title": "a"}, {"title": "b", "count": 2}], "title", "b"),
        ([{"title": "a", "source": "head"}, {"title": "b", "count": 399}], "title", "a"),
        ([{"title": "a", "source": "head"}, {"title": "b", "count": 401}], "title", "b"),
        ([{"title": "a", "source": "known"}, {"title": "b", "source": "head", "count": 2}], "title", "a"),
        ([{"title": "a", "name": "n"}], "title", "a"),
        ([{"name": "n"}, {"name": "m", "count": 2}], "title", "m"),
        ([{"notice_id": "b", "source": "head"}, {"notice_id": "a", "source": "head"}, {}], "notice_id", "a"),
        ([{}], "notice_id", None),
        ([{"issuer": "Tỉnh ủy"}], "issuer", "Tỉnh ủy"),
    ],
)
def test_fields_of_the_document(said: list[Said], field: str, wanted: str | None) -> None:
    found = getattr(one(*said).instrument, field)
    assert found == wanted if field != "id" else str(found).startswith(str(wanted))


@pytest.mark.parametrize(
    ("said", "field", "wanted"),
    [
        ([{}], "number_key", "7 ct tu"),
        ([{"unit": "huyen a"}], "unit", "huyen a"),
        ([{"issuer": "Tỉnh ủy Sơn La"}, {"issuer": "Tỉnh ủy", "count": 2}], "issuer", "Tỉnh ủy"),
        ([{"issued_on": "2018-05-22"}, {"issued_on": "2018-06"}, {}], "years", frozenset(["2018"])),
        ([{}], "years", frozenset()),
        ([{}, {"effective_on": "2013-07-01"}], "effective_on", "2013-07-01"),
        ([{}, {"expires_on": "2024-07-01"}], "expires_on", "2024-07-01"),
        ([{}], "effective_on", None),
        ([{}], "expires_on", None),
        ([{"title": "giống lúa"}], "words", frozenset(["giong lua"])),
        ([{"title": "giống lúa"}, {"title": "chợ phiên", "issued_on": "2018"}], "words", frozenset(["cho phien"])),
        ([{"title": "giống lúa"}, {"title": "chợ phiên", "source": "head"}], "words", frozenset(["cho phien"])),
        ([{"title": "giống lúa"}, {"title": "chợ phiên", "source": "known"}], "words", frozenset(["cho phien"])),
        ([{"title": "giống lúa"}, {"source": "known"}], "words", frozenset(["giong lua"])),
        ([{}], "words", frozenset()),
    ],
)
def test_what_mentions_are_judged_by(said: list[Said], field: str, wanted: object) -> None:
    assert getattr(one(*said), field) == wanted


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        ({**NAMED, "name": "Luật Hợp tác xã", "issued_on": "2012-11-20"}, "luat.hop-tac-xa.2012"),
        ({**NAMED, "name": "Luật Hợp tác xã"}, "luat.hop-tac-xa"),
        (CONGRESS, "nghi-quyet.dai-hoi-dang"),
    ],
)
def test_the_id_of_a_name(said: Said, id_: str) -> None:
    assert one(said).instrument.id == id_


def test_provinces_and_years_are_in_the_id() -> None:
    found = cluster([statement(place=place, issued_on="2018-05-22") for place in ("Sơn La", "Nghệ An")])
    ids = [row.instrument.id for row in found]
    assert ids == sorted(set(ids))
    assert all("2018" in id_ for id_ in ids)
    assert ["nghe-an" in id_ for id_ in ids] == [True, False]


def test_the_order_of_statements_does_not_matter() -> None:
    rows = [
        statement(issued_on=f"20{year}-05-22", title=f"t{year}", place=place)
        for year in (12, 18)
        for place in ("Sơn La", None)
    ]
    assert cluster(rows) == cluster(rows[::-1])


@pytest.mark.parametrize(
    ("more", "same"),
    [
        ({"count": 2}, True),
        ({"title": "giống lúa"}, False),
        ({"issuer": "Tỉnh ủy"}, False),
        ({"effective_on": "2013-07-01"}, False),
        ({"expires_on": "2013-07-01"}, False),
        ({"issued_on": "2018"}, False),
    ],
)
def test_the_basis_changes_with_what_is_judged_by(more: Said, same: bool) -> None:
    assert (one({}).basis == one(more).basis) is same
