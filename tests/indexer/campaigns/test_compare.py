"""Campaigns side by side."""

from typing import Any

import pytest

from corpus.errors import InputError
from indexer.campaigns.compare import align_tasks, compare


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


@pytest.mark.parametrize("count", [0, 1, 5])
def test_two_to_four(count: int) -> None:
    with pytest.raises(InputError, match=f"^{count} campaigns"):
        compare([campaign("a", ["x"])] * count)
