"""The chain of those who carried a document out."""

from typing import Any

import pytest

from corpus.errors import NotFound
from indexer.reading.chain import LEVELS, MAX_DEPTH, MAX_LINKS, implementation_chain, level_of


@pytest.mark.parametrize(
    ("number", "place", "level"),
    [
        ("34-CT/TW", None, "party-central"),
        ("12/CT-TTg", None, "state-central"),
        ("193/2013/NĐ-CP", None, "state-central"),
        ("03/2014/TT-BKHĐT", None, "ministry"),
        ("737/KH-LMHTXVN", None, "national-alliance"),
        ("15-CT/TU", "Quảng Ninh", "party-local"),
        ("8/KH-UBND", "Sơn La", "local"),
        ("40/KH-LMHTX", "Sơn La", "alliance"),
        (None, "Sơn La", "alliance"),
        ("9/KH-XYZ", "Sơn La", "other"),
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
        ("national-alliance", ["2/KH-LMHTXVN"]),
        ("alliance", ["3/KH-LMHTX"]),
    ]
    assert [link["lag_days"] for level in found["levels"] for link in level["links"]] == [10, None]
    assert [(link["step"], link["step_days"]) for level in found["levels"] for link in level["links"]] == [
        (1, 10),
        (2, None),
    ]
    assert found["absent"] == ["Huế"]
    assert found["missing_levels"][:2] == ["state-central", "ministry"]
    assert "alliance" not in found["missing_levels"]


def test_a_long_chain_is_cut_and_says_so() -> None:
    many = [instrument(f"{n}/KH-LMHTX", None, "Huế") for n in range(MAX_LINKS + 5)]
    found = implementation_chain("1-CT/TW", {"1-CT/TW": instrument("1-CT/TW", "2018-01-01", None, *many)}.get, [])
    assert found["truncated"]
    assert sum(len(level["links"]) for level in found["levels"]) == MAX_LINKS
    with pytest.raises(NotFound, match="not in this archive"):
        implementation_chain("?", {}.get, ["Huế"])


def test_a_chain_goes_down_four_steps() -> None:
    row = instrument("0/KH-LMHTX", None, "Huế")
    known = {row["id"]: row}
    for n in range(1, 7):
        row = instrument(f"{n}/KH-LMHTX", None, "Huế", row)
        known[row["id"]] = row
    found = implementation_chain(row["id"], known.get, [])
    assert max(link["step"] for level in found["levels"] for link in level["links"]) == MAX_DEPTH


def test_what_only_mentions_or_replaces_does_not_carry_out() -> None:
    for relation in ("mentions", "replaces", "amends"):
        top = instrument("1-CT/TW", "2018-01-01", None, instrument("2/KH-UBND", None, "Huế"), relation=relation)
        assert implementation_chain("1-CT/TW", {"1-CT/TW": top}.get, [])["levels"] == []
