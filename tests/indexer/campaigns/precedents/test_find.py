"""Precedents: the order, the reasons, and what they cost in a large archive."""

import time
from typing import Any

import pytest

from corpus.model import Reason
from indexer.campaigns.precedents.find import PrecedentIndex, find_precedents
from indexer.campaigns.precedents.likeness import alike, likeness


def campaign(id_: str, organiser: str, years: int | None, published_on: str, **more: Any) -> dict[str, Any]:
    """A campaign's payload, as much of it as precedents read."""
    row = {
        "id": id_,
        "organiser": organiser,
        "occasion_years": years,
        "published_on": published_on,
        "occasion_slug": "thanh-lap-lmhtx-viet-nam",
        "level": "province",
        "place": organiser,
        "bases": [],
        "base_ids": [],
        "tasks": [],
        "starts_on": published_on,
        "ends_on": None,
    }
    return {**row, **more}


OURS = campaign(
    "ours", "Sơn La", 30, "2023-05-01", tasks=["Trồng cây gây rừng ở bản."], bases=["34-CT/TW"], base_ids=["x"]
)
OTHERS = [
    campaign("own-old", "Sơn La", 20, "2013-05-01"),
    campaign("own-25", "SƠN LA", 25, "2018-05-01"),
    campaign("same-jubilee", "Huế", 30, "2023-04-01"),
    campaign("other-late", "Huế", 25, "2018-09-01"),
    campaign("other-early", "Cà Mau", 25, "2018-08-01"),
    campaign("later", "Sơn La", 35, "2028-05-01"),
    campaign("same-day", "Huế", 30, "2023-05-01"),
    campaign("other-sort", "Sơn La", 30, "2020-01-01", occasion_slug="quoc-khanh"),
    OURS,
]


def ids(found: list[Any]) -> list[str]:
    return [row.campaign["id"] for row in found]


def test_own_organiser_then_jubilee_then_latest() -> None:
    assert ids(find_precedents(OURS, OTHERS)) == ["own-25", "own-old", "same-jubilee", "other-late", "other-early"]
    assert ids(find_precedents(OURS, OTHERS, limit=2)) == ["own-25", "own-old"]


def test_later_ones_only_when_asked() -> None:
    assert ids(find_precedents(OURS, OTHERS, later=True))[:2] == ["later", "own-25"]


def test_of_one_day_the_more_alike_comes_first() -> None:
    plain = campaign("a-plain", "Huế", 25, "2018-08-01")
    near = campaign(
        "b-near", "Huế", 25, "2018-08-01", tasks=["Trồng cây gây rừng ở xã."], bases=["34-CT/TW"], base_ids=["x"]
    )
    found = find_precedents(OURS, [plain, near])
    assert ids(found) == ["b-near", "a-plain"]
    shared = {Reason.of("same-bases", n=1, some="34-CT/TW", more=0), Reason.of("like-tasks", n=1)}
    assert shared <= set(found[0].reasons)


def test_the_first_reason_sets_one_apart() -> None:
    found = find_precedents(OURS, OTHERS)
    first = {row.campaign["id"]: row.reasons[0] for row in found}
    assert first["same-jubilee"] == Reason.of("same-jubilee", years=30, term=None)
    assert first["own-25"] == Reason("same-organiser")
    assert all(row.reasons[-1].code == "same-occasion-round" or len(row.reasons) > 1 for row in found)


def test_the_same_congress_is_the_same_jubilee() -> None:
    ours = campaign("ours", "A", None, "2020-05-01", occasion_slug="dai-hoi-dang", occasion_term=13)
    rows = [
        campaign("xii", "B", None, "2020-03-01", occasion_slug="dai-hoi-dang", occasion_term=12),
        campaign("xiii", "C", None, "2020-02-01", occasion_slug="dai-hoi-dang", occasion_term=13),
    ]
    assert ids(find_precedents(ours, rows)) == ["xiii", "xii"]


@pytest.mark.parametrize(("occasion", "found"), [("Kỷ niệm 60 năm ngành thủ công", ["other"]), (None, [])])
def test_an_occasion_that_nobody_listed_is_known_by_its_words(occasion: str | None, found: list[str]) -> None:
    ours = campaign("ours", "A", 60, "2020-05-01", occasion_slug=None, occasion=occasion)
    other = campaign("other", "B", 50, "2010-05-01", occasion_slug=None, occasion="kỷ niệm 50 năm ngành thủ công")
    assert ids(find_precedents(ours, [other, campaign("none", "C", 60, "2011-01-01", occasion_slug=None)])) == found


def test_asking_ten_thousand_campaigns_costs_in_proportion() -> None:
    tasks = [f"Việc số {n} của đợt thi đua ở các xã vùng cao." for n in range(7)]
    rows = [
        campaign(
            f"c{n}",
            f"Tỉnh {n % 63}",
            20 + 5 * (n % 4),
            f"20{10 + n % 14}-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
            tasks=tasks,
        )
        for n in range(10_000)
    ]

    def asked(count: int) -> float:
        began = time.process_time()
        index = PrecedentIndex(rows[:count])
        found = [index.find(row, limit=5) for row in rows[:count:20]]
        assert sum(len(row) == 5 for row in found) > 0.9 * len(found)
        return time.process_time() - began

    asked(500)
    assert asked(10_000) < 8 * asked(2_500) + 1, "four times the campaigns and questions may not cost the square of it"


def test_likeness() -> None:
    assert likeness("Lập mới mười hợp tác xã", "Lập mới hai mươi hợp tác xã") > 0.4
    assert likeness("Trồng cây", "Thi giám đốc giỏi") == likeness("", "Trồng cây") == 0.0
    assert alike(["Lập mới mười hợp tác xã", "Trồng cây"], ["Lập mới hai mươi hợp tác xã"]) == 1


def test_equal_numbers_of_two_provinces_are_no_common_ground() -> None:
    asked = {**OURS, "bases": ["15-CT/TU"], "base_ids": [None]}
    for place, shared in (("Sơn La", True), ("Huế", False)):
        (found,) = find_precedents(asked, [{**asked, "id": "other", "place": place, "published_on": "2018-08-01"}])
        assert any("15-CT/TU" in dict(reason.values).values() for reason in found.reasons) == shared


WHOLE = {
    "id": "pt-a",
    "notice": "a",
    "name": "A",
    "organiser": "Liên minh Hợp tác xã tỉnh Sơn La",
    "place": "Sơn La",
    "level": "province",
    "occasion": "kỷ niệm 70 năm Quốc khánh",
    "occasion_slug": "quoc-khanh",
    "occasion_years": 70,
    "occasion_term": None,
    "starts_on": "2015-06-01",
    "ends_on": "2015-09-02",
    "published_on": "2015-05-20",
    "bases": ["34-CT/TW", "5/KH-LMHTX"],
    "base_ids": ["chi-thi.34-ct-tw.2014", None],
    "unnumbered_bases": [],
    "tasks": ["Trồng cây gây rừng phòng hộ.", "Mở lớp tập huấn kế toán."],
}
EARLIER = {
    **WHOLE,
    "id": "pt-b",
    "notice": "b",
    "published_on": "2013-05-20",
    "starts_on": "2013-06-01",
    "ends_on": "2013-09-02",
}
EVERYTHING = [
    ("same-organiser", {}),
    ("same-level-province", {}),
    ("same-jubilee", {"years": 70, "term": None}),
    ("same-bases", {"n": 2, "some": "34-CT/TW, 5/KH-LMHTX", "more": 0}),
    ("like-tasks", {"n": 2}),
    ("same-season", {"month": 6}),
    ("like-length", {"n": 94}),
    ("same-occasion-round", {"occasion": "quoc-khanh", "said": "kỷ niệm 70 năm Quốc khánh", "years": 70, "term": None}),
]


def test_each_reason_has_its_values() -> None:
    (found,) = find_precedents(WHOLE, [EARLIER])
    assert [(one.code, dict(one.values)) for one in found.reasons] == EVERYTHING


@pytest.mark.parametrize(
    ("change", "score", "codes"),
    [
        (
            {},
            17.0,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"organiser": "LMHTX tỉnh Sơn La"},
            17.0,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"organiser": "Hội Nông dân tỉnh Sơn La"},
            10.0,
            [
                "same-place",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"organiser": "Hội Nông dân", "place": "Huế"},
            8.5,
            [
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"place": None, "organiser": None, "level": "national"},
            7.5,
            ["same-jubilee", "same-bases", "like-tasks", "same-season", "like-length", "same-occasion-round"],
        ),
        (
            {"level": "other"},
            16.0,
            [
                "same-organiser",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"occasion_years": 60},
            13.0,
            [
                "same-organiser",
                "same-level-province",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"occasion_years": None, "occasion_term": 3},
            13.0,
            [
                "same-organiser",
                "same-level-province",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        ({"occasion_slug": None, "occasion": "kỷ niệm 69 năm Quốc khánh"}, None, []),
        (
            {"bases": ["34-CT/TW"], "base_ids": ["chi-thi.34-ct-tw.2014"]},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"bases": ["34-CT/TW", "5/KH-LMHTX"], "base_ids": ["chi-thi.34-ct-tw.2014", None], "place": "Huế"},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"bases": [], "base_ids": []},
            16.0,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"tasks": []},
            16.0,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"tasks": ["Trồng cây gây rừng phòng hộ."]},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"starts_on": "2013-07-31"},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "same-occasion-round",
            ],
        ),
        (
            {"starts_on": "2013-08-01", "ends_on": "2013-11-02"},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"starts_on": "2013-05"},
            17.0,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "like-length",
                "same-occasion-round",
            ],
        ),
        (
            {"starts_on": "2013"},
            16.0,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-occasion-round",
            ],
        ),
        (
            {"starts_on": None},
            16.0,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-occasion-round",
            ],
        ),
        (
            {"ends_on": None},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "same-occasion-round",
            ],
        ),
        (
            {"starts_on": "2013-06-01", "ends_on": "2013-08-09"},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "same-occasion-round",
            ],
        ),
        (
            {"starts_on": "2013-06-01", "ends_on": "2013-08-08"},
            16.5,
            [
                "same-organiser",
                "same-level-province",
                "same-jubilee",
                "same-bases",
                "like-tasks",
                "same-season",
                "same-occasion-round",
            ],
        ),
    ],
)
def test_what_two_have_in_common_and_its_weight(change: dict[str, Any], score: float | None, codes: list[str]) -> None:
    found = find_precedents(WHOLE, [{**EARLIER, **change}])
    assert [(one.score, [reason.code for reason in one.reasons]) for one in found] == (
        [(score, codes)] if codes else []
    )


@pytest.mark.parametrize(
    ("starts_on", "near"), [("2013-05-01", True), ("2013-07-01", True), ("2013-04-01", False), ("2013-08-01", False)]
)
def test_a_month_apart_is_one_season(starts_on: str, near: bool) -> None:
    (found,) = find_precedents(WHOLE, [{**EARLIER, "starts_on": starts_on}])
    assert (Reason.of("same-season", month=int(starts_on[5:7])) in found.reasons) is near


@pytest.mark.parametrize(
    ("ours", "theirs", "near"),
    [("2015-12-05", "2013-01-05", True), ("2015-01-05", "2013-12-05", True), ("2015-11-05", "2013-01-05", False)],
)
def test_a_year_turns(ours: str, theirs: str, near: bool) -> None:
    (found,) = find_precedents({**WHOLE, "starts_on": ours}, [{**EARLIER, "starts_on": theirs}])
    assert any(one.code == "same-season" for one in found.reasons) is near


@pytest.mark.parametrize(
    ("ends_on", "like"), [("2013-08-09", False), ("2013-08-10", True), ("2013-10-03", True), ("2013-10-04", False)]
)
def test_three_quarters_are_a_like_length(ends_on: str, like: bool) -> None:
    (found,) = find_precedents(WHOLE, [{**EARLIER, "ends_on": ends_on}])
    assert any(one.code == "like-length" for one in found.reasons) is like
