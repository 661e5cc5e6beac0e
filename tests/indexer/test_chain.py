"""The chain of those who carried a document out."""

from typing import Any

import pytest

from indexer.chain import LEVELS, implementation_chain, level_of


@pytest.mark.parametrize(
    ("number", "place", "level"),
    [
        ("34-CT/TW", None, "Trung ương Đảng"),
        ("12/CT-TTg", None, "Quốc hội, Chính phủ, Thủ tướng"),
        ("193/2013/NĐ-CP", None, "Quốc hội, Chính phủ, Thủ tướng"),
        ("03/2014/TT-BKHĐT", None, "Bộ, ngành"),
        ("737/KH-LMHTXVN", None, "Liên minh Hợp tác xã Việt Nam"),
        ("15-CT/TU", "Quảng Ninh", "Đảng bộ tỉnh, thành phố"),
        ("8/KH-UBND", "Sơn La", "Chính quyền tỉnh, thành phố"),
        ("40/KH-LMHTX", "Sơn La", "Liên minh tỉnh, thành phố"),
        (None, "Sơn La", "Liên minh tỉnh, thành phố"),
        ("9/KH-XYZ", "Sơn La", "Đơn vị khác"),
    ],
)
def test_levels(number: str | None, place: str | None, level: str) -> None:
    assert LEVELS[level_of(number, place)] == level


def instrument(
    id_: str, on: str | None, place: str | None, *sources: dict[str, Any], relation: str = "implements"
) -> dict[str, Any]:
    """A payload of which others are said to carry it out."""
    return {
        "id": id_,
        "kind": "ke-hoach",
        "number": id_,
        "title": None,
        "issued_on": on,
        "place": place,
        "cited_by": [],
        "acted_on_by": [
            {"source": source, "relation": relation, "notice": "n", "quote": "…", "start": 0} for source in sources
        ],
    }


def test_chain_goes_down_once_and_names_where_nothing_was_found() -> None:
    bottom = instrument("3/KH-LMHTX", "2018-03", "Sơn La")
    middle = instrument("2/KH-LMHTXVN", "2018-01-11", None, bottom)
    top = instrument("1-CT/TW", "2018-01-01", None, middle)
    bottom["acted_on_by"] = [{"source": top, "relation": "implements", "notice": "n", "quote": "…", "start": 0}]
    known = {row["id"]: row for row in (top, middle, bottom)}
    found = implementation_chain("1-CT/TW", known.get, ["Sơn La", "Huế"])
    assert [(level["level"], [link["id"] for link in level["links"]]) for level in found["levels"]] == [
        ("Liên minh Hợp tác xã Việt Nam", ["2/KH-LMHTXVN"]),
        ("Liên minh tỉnh, thành phố", ["3/KH-LMHTX"]),
    ]
    assert [link["lag_days"] for level in found["levels"] for link in level["links"]] == [10, None]
    assert found["absent"] == ["Huế"]


def test_what_only_mentions_or_replaces_does_not_carry_out() -> None:
    for relation in ("mentions", "replaces", "amends"):
        top = instrument("1-CT/TW", "2018-01-01", None, instrument("2/KH-UBND", None, "Huế"), relation=relation)
        assert implementation_chain("1-CT/TW", {"1-CT/TW": top}.get, [])["levels"] == []
