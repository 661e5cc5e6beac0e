"""An outline says only what its precedents say, and from which of them."""

from typing import Any

import pytest

from corpus.errors import InputError
from indexer.campaigns import outline

DIRECTIVE = {
    "id": "chi-thi.34-ct-tw.2014",
    "kind": "chi-thi",
    "number": "34-CT/TW",
    "issued_on": "2014-04-07",
    "issuer": "Bộ Chính trị",
    "title": "tiếp tục đổi mới công tác thi đua",
}


def campaign(
    name: str, starts_on: str, ends_on: str | None, bases: list[str], ids: list[str], tasks: list[str]
) -> dict[str, Any]:
    """A campaign's payload, as much of it as an outline reads."""
    return {
        "id": name,
        "name": name,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "bases": bases,
        "base_ids": ids,
        "tasks": tasks,
        "occasion": "kỷ niệm 20 năm ngày thành lập",
        "occasion_years": 20,
    }


OLD = campaign(
    "cũ",
    "2013-03-15",
    "2013-10-29",
    ["34-CT/TW", "5/KH"],
    ["chi-thi.34-ct-tw.2014", "lost"],
    ["Vận động lập mới hợp tác xã ở cơ sở."],
)
NEW = campaign(
    "mới",
    "2018-08",
    None,
    ["34-CT/TW"],
    ["chi-thi.34-ct-tw.2014"],
    ["Viết tin bài tuyên truyền.", "Vận động lập mới mười hợp tác xã ở cơ sở."],
)


def lookup(id_: str) -> dict[str, Any] | None:
    """An archive that knows one document."""
    return DIRECTIVE if id_ == DIRECTIVE["id"] else None


def test_outline_joins_what_precedents_share() -> None:
    found = outline([OLD, NEW], lookup)
    assert [row["id"] for row in found["sources"]] == ["mới", "cũ"]
    assert found["bases"] == [
        {
            "text": "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua",
            "id": "chi-thi.34-ct-tw.2014",
            "from": [1, 2],
            "ended_by": None,
        },
        {"text": "5/KH", "id": None, "from": [2], "ended_by": None},
    ]
    assert [(row["days"], row["from"]) for row in found["periods"]] == [(None, [1]), (229, [2])]
    assert found["tasks"] == [
        {
            "text": "Vận động lập mới mười hợp tác xã ở cơ sở.",
            "from": [1],
            "others": [{"text": "Vận động lập mới hợp tác xã ở cơ sở.", "from": [2]}],
        },
        {"text": "Viết tin bài tuyên truyền.", "from": [1], "others": []},
    ]


def test_the_period_moves_on_to_the_next_round_year() -> None:
    whole = campaign("c", "2018-02-28", "2018-10-29", [], [], [])
    assert outline([OLD, whole], lookup)["proposal"] == {
        "starts_on": "2023-02-28",
        "ends_on": "2023-10-29",
        "text": "28/02/2023 – 29/10/2023",
        "from": [1],
        "years_later": 5,
    }
    found = outline([NEW, OLD], lookup)
    assert found["proposal"] == {
        "starts_on": "2023-03-15",
        "ends_on": "2023-10-29",
        "text": "15/3/2023 – 29/10/2023",
        "from": [2],
        "years_later": 5,
    }
    assert found["occasion"] == {"text": "kỷ niệm 25 năm ngày thành lập", "from": [1], "years_later": 5}
    assert outline([NEW], lookup)["proposal"] is None


def test_leap_days_and_yearly_campaigns() -> None:
    yearly = {**campaign("y", "2020-02-29", "2020-03", [], [], []), "occasion": None, "occasion_years": None}
    proposal = outline([yearly], lookup)["proposal"]
    assert (proposal["starts_on"], proposal["ends_on"]) == ("2021-02-28", "2021-03")
    assert outline([yearly], lookup)["occasion"] is None


def test_a_basis_that_was_replaced_is_said_to_be() -> None:
    law = {
        **DIRECTIVE,
        "acted_on_by": [{"relation": "replaces", "source": {"kind": "luat", "number": "06/2022/QH15", "title": None}}],
    }
    (base,) = outline([NEW], {law["id"]: law}.get)["bases"]
    assert base["ended_by"] == "Luật 06/2022/QH15"


@pytest.mark.parametrize("count", [0, 5])
def test_one_to_four_precedents(count: int) -> None:
    with pytest.raises(InputError, match=f"^{count} precedents"):
        outline([OLD] * count, lookup)
