"""Campaigns side by side."""

from typing import Any

import pytest

from corpus.errors import InputError
from indexer.campaigns.precedents.compare import align_tasks, compare


def campaign(id_: str, tasks: list[str], **more: Any) -> dict[str, Any]:
    return {"id": id_, "bases": [], "tasks": tasks, **more}


def test_like_tasks_share_a_row_wherever_they_stand() -> None:
    rows = align_tasks([["Lập mới mười hợp tác xã", "Trồng cây"], ["Viết báo", "Lập mới hai mươi hợp tác xã"]])
    assert rows == [["Lập mới mười hợp tác xã", "Lập mới hai mươi hợp tác xã"], ["Trồng cây", None], [None, "Viết báo"]]


def test_what_one_has_and_the_other_lacks() -> None:
    found = compare(
        [
            campaign(
                "a",
                ["Trồng cây gây rừng"],
                bases=["34-CT/TW"],
                starts_on="2018-08-01",
                ends_on="2018-10-29",
                place="Huế",
            ),
            campaign("b", ["Trồng cây gây rừng", "Viết báo"], unnumbered_bases=["Nghị quyết Đại hội"], place="Huế"),
        ]
    )
    assert found["lacks"] == [
        {"bases": ["Nghị quyết Đại hội"], "tasks": ["Viết báo"]},
        {"bases": ["34-CT/TW"], "tasks": []},
    ]
    assert [row["days"] for row in found["periods"]] == [90, None]
    assert {row["field"]: row["same"] for row in found["fields"]}["place"] is True


DOCUMENTS = {
    id_: {"id": id_, "kind": kind, "number": number, "issued_on": day, "issuer": None, "place": place, "title": title}
    for id_, kind, number, day, place, title in (
        ("q", "chi-thi", "15-CT/TU", "2017-05-06", "Quảng Ninh", "phát triển kinh tế tập thể"),
        ("s", "chi-thi", "15-CT/TU", "2018-02-03", "Sơn La", "tăng cường công tác thi đua"),
        ("law", "luat", "23/2012/QH13", "2012-11-20", None, "Luật Hợp tác xã"),
    )
}


def test_bases_join_by_identity_and_stand_by_rank() -> None:
    found = compare(
        [
            campaign("a", ["x"], bases=["15-CT/TU", "23/2012/QH13"], base_ids=["q", "law"], place="Quảng Ninh"),
            campaign("b", ["x"], bases=["15-CT/TU", "23/2012/QH13"], base_ids=["s", "law"], place="Sơn La"),
        ],
        DOCUMENTS.get,
    )
    assert [(row["id"], row["has"]) for row in found["bases"]] == [
        ("law", [True, True]),
        ("q", [True, False]),
        ("s", [False, True]),
    ]
    assert [(row["title"], row["issued_on"], row["place"]) for row in found["bases"]][1:] == [
        ("phát triển kinh tế tập thể", "2017-05-06", "Quảng Ninh"),
        ("tăng cường công tác thi đua", "2018-02-03", "Sơn La"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ({"place": "Sơn La"}, {"place": "Sơn La"}, 1),
        ({"place": "Sơn La"}, {"place": "Quảng Ninh"}, 2),
        # One province of today.
        ({"place": "Hà Nam"}, {"place": "Ninh Bình"}, 1),
        ({"level": "national"}, {"level": "national"}, 1),
        # A place that nobody knows is neither the same nor the centre.
        ({}, {}, 2),
        ({"place": "Sơn La"}, {}, 2),
    ],
)
@pytest.mark.parametrize("named", [{"bases": ["9/KH-X"]}, {"bases": [], "unnumbered_bases": ["Nghị quyết Đại hội"]}])
def test_what_nobody_can_tell_is_one_only_in_one_province(
    first: dict[str, Any], second: dict[str, Any], rows: int, named: dict[str, Any]
) -> None:
    found = compare([{**campaign("a", ["x"]), **named, **first}, {**campaign("b", ["x"]), **named, **second}])
    assert len(found["bases"]) == rows


@pytest.mark.parametrize("count", [0, 1, 5])
def test_two_to_four(count: int) -> None:
    with pytest.raises(InputError, match=f"^{count} campaigns"):
        compare([campaign("a", ["x"])] * count)
