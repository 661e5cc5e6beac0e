"""Bases as documents: kind, number, place, whose they are, and their order."""

from typing import Any

import pytest

from indexer.campaigns.outlines.standing import Basis, bases_of, order_of

BODY: dict[str, Any] = {
    "kind": "ke-hoach",
    "number": "9/KH-X",
    "issued_on": None,
    "issuer": None,
    "place": None,
    "title": None,
}


def basis(text: str, id_: str | None = None, **target: Any) -> Basis:
    return Basis(key="k", text=text, id=id_, target={**BODY, **target} if target else None, said_in=None)


@pytest.mark.parametrize(
    ("one", "kind", "number", "place", "is_central", "order"),
    [
        (basis("34-CT/TW"), "chi-thi", "34-CT/TW", None, True, (1, 12, False)),
        (basis("12/CT-TTg"), "chi-thi", "12/CT-TTg", None, True, (4, 12, False)),
        (basis("15-CT/TU"), "chi-thi", "15-CT/TU", None, False, (6, 12, True)),
        (basis("15-CT/TU", "chi-thi.15-ct-tu.son-la.2017"), "chi-thi", "15-CT/TU", "son-la", False, (6, 12, True)),
        (basis("5/KH-LMHTX"), "ke-hoach", "5/KH-LMHTX", None, False, (7, 21, True)),
        (basis("737/KH-LMHTXVN"), "ke-hoach", "737/KH-LMHTXVN", None, True, (7, 21, False)),
        (basis("9/KH-UBND"), "ke-hoach", "9/KH-UBND", None, False, (6, 21, True)),
        (basis("3/XX"), "", "3/XX", None, False, (7, 99, True)),
        (basis("23/2012/QH13"), "", "23/2012/QH13", None, True, (1, 99, False)),
        (basis("Luật Hợp tác xã"), "luat", None, None, True, (1, 4, False)),
        (basis("Bộ luật Lao động"), "bo-luat", None, None, True, (1, 3, False)),
        (basis("Nghị quyết Đại hội đại biểu toàn quốc"), "nghi-quyet", None, None, True, (7, 8, False)),
        (basis("Nghị quyết Đại hội V"), "nghi-quyet", None, None, False, (7, 8, True)),
        (basis("9", issuer="Liên minh Hợp tác xã Việt Nam"), "ke-hoach", "9/KH-X", None, True, (7, 21, False)),
        (basis("9", issuer="Liên minh Hợp tác xã tỉnh Sơn La"), "ke-hoach", "9/KH-X", None, False, (7, 21, True)),
        (basis("9", place="Sơn La"), "ke-hoach", "9/KH-X", "Sơn La", False, (7, 21, True)),
        (basis("x", "hỏng"), "", None, None, False, (7, 99, True)),
    ],
)
def test_what_a_basis_is(
    one: Basis, kind: str, number: str | None, place: str | None, is_central: bool, order: tuple[int, int, bool]
) -> None:
    assert (one.kind, one.number, one.place, one.is_central) == (kind, number, place, is_central)
    assert order_of(one)[:3] == order


def test_of_one_rank_the_earlier_stands_first() -> None:
    rows = [
        basis("b", issued_on="2018-01-01"),
        basis("a", issued_on="2017-01-01"),
        basis("c"),
        basis("0", issued_on=None, title="x"),
    ]
    assert [one.text for one in sorted(rows, key=order_of)] == ["a", "b", "0", "c"]


CAMPAIGN: dict[str, Any] = {
    "id": "pt-a", "place": "Sơn La", "level": "province", "bases": ["34-CT/TW", "15-CT/TU", "34-CT/TW"],
    "base_ids": ["chi-thi.34-ct-tw.2014", None, "chi-thi.34-ct-tw.2014"], "unnumbered_bases": ["Nghị quyết Đại hội V"],
}  # fmt: skip


def keys(**change: Any) -> list[str]:
    row: Any = {**CAMPAIGN, **change}
    return [one.key for one in bases_of(row, lambda id_: None)]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, ["id:chi-thi.34-ct-tw.2014", "in son-la:15 ct tu", "in son-la:nghi quyet dai hoi v"]),
        ({"base_ids": None}, ["in son-la:34 ct tw", "in son-la:15 ct tu", "in son-la:nghi quyet dai hoi v"]),
        ({"place": None, "level": "national", "bases": [], "base_ids": []}, ["national:nghi quyet dai hoi v"]),
        ({"place": None, "level": "unit", "bases": [], "base_ids": []}, ["of pt-a:nghi quyet dai hoi v"]),
        ({"unnumbered_bases": None, "bases": [], "base_ids": []}, []),
    ],
)
def test_two_are_one_by_identity_or_within_a_province(change: dict[str, Any], found: list[str]) -> None:
    assert keys(**change) == found


def test_what_the_archive_knows_of_it_comes_along() -> None:
    tie = {"relation": "repeals"}
    known: Any = {**BODY, "id": "chi-thi.34-ct-tw.2014", "label": "Chỉ thị 34-CT/TW", "acted_on_by": [tie]}
    row: Any = CAMPAIGN
    first, second, _ = bases_of(row, lambda id_: known)
    assert (first.target, first.label, first.acted_on_by, first.said_in) == (known, "Chỉ thị 34-CT/TW", [tie], "Sơn La")
    assert (second.target, second.label, second.acted_on_by) == (None, None, ())
