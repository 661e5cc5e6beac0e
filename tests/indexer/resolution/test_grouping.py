"""Which statements of a bucket speak of one document. Each row: statements by their letters, and the groups that they make."""

from typing import Any

import pytest

from indexer.resolution.evidence import Evidence
from indexer.resolution.grouping import group_statements
from tests.indexer.resolution.statements import statement

Said = dict[str, Any]
TW: Said = {"number": "34-CT/TW", "number_key": "34 ct tw"}
NAME: Said = {
    "bucket": "luat @hop tac xa",
    "kind": "luat",
    "number": None,
    "number_key": None,
    "name": "Luật Hợp tác xã",
}
ACT: Said = {"bucket": "luat @hop tac xa", "kind": "luat", "number": "23/2012/QH13", "number_key": "23 2012 qh13"}
NEW_ACT: Said = {**ACT, "number": "17/2023/QH15", "number_key": "17 2023 qh15"}
HEAD: Said = {"source": "head"}
UNIT: Said = {"number": "9-CT/HU", "number_key": "9 ct hu"}


def on(day: str | None, **more: Any) -> Said:
    return {"issued_on": day, **more}


def times(count: int, said: Said) -> Said:
    return {**said, "count": count}


CASES: list[tuple[str, list[Said], str]] = [
    ("nothing", [], ""),
    ("one", [on("2018-05-22")], "a"),
    ("two days of one year", [on("2018-05-22"), on("2018-06-01")], "ab"),
    ("two years", [on("2018-05-22"), on("2016-06-01")], "b a"),
    ("no date, one document", [on("2018-05-22"), on(None)], "ab"),
    ("no date, two documents", [on("2018-05-22"), on("2016-06-01"), on(None)], "b a"),
    ("no date at all", [on(None), on(None)], "ab"),
    ("provinces", [on("2018-05-22", place="Sơn La"), on("2018-05-22", place="Nghệ An")], "b a"),
    ("units", [on("2018-05-22", unit="huyen b"), on("2018-05-22", unit="huyen a")], "b a"),
    ("numbers", [on("2018-05-22", **TW), on("2018-05-22")], "a b"),
    ("a year in the number", [on("2012-11-20", **ACT), on("2013", **ACT), on(None, **ACT)], "abc"),
    # slips of the pen
    ("one gives the day of another year, one does not", [on("2018-05-22"), on("2017-05-22")], "b a"),
    ("one of three gives another year", [times(2, on("2018-05-22")), on("2017-05-22")], "ab"),
    ("two of five give another year", [times(3, on("2018-05-22")), times(2, on("2017-05-22"))], "a b"),
    ("the registry gives another year", [on("2018-05-22", source="known"), times(9, on("2017-05-22"))], "ab"),
    ("a head gives another year", [on("2018-05-22", **HEAD), on("2017-05-22")], "ab"),
    ("two heads of two years", [on("2018-05-22", **HEAD), on("2017-05-22", source="known")], "b a"),
    ("a month of another year", [times(9, on("2018-05-22")), on("2017-05")], "a b"),
    ("a day of a month of another year", [times(9, on("2018-05")), on("2017-05-22")], "a b"),
    ("another day of another year", [times(9, on("2018-05-22")), on("2017-05-23")], "a b"),
    (
        "the day of another year, another title",
        [times(9, on("2018-05-22", title="về giống lúa chịu mặn")), on("2017-05-22", title="về chợ phiên vùng cao")],
        "a b",
    ),
    (
        "the day of another year, a title alike",
        [times(9, on("2018-05-22", title="về giống lúa chịu mặn")), on("2017-05-22", title="giống lúa chịu hạn")],
        "ab",
    ),
    ("the day of another year, one title", [times(9, on("2018-05-22", title="về giống lúa")), on("2017-05-22")], "ab"),
    # one term of the Party
    ("another year of the term", [on("2014-04-07", **TW, source="known"), on("2013-05-22", **TW)], "ab"),
    ("another year of the term, not sure", [times(9, on("2014-04-07", **TW)), on("2013-05-22", **TW)], "a b"),
    ("another term", [on("2014-04-07", **TW, source="known"), on("2024-05-24", **TW)], "a b"),
    ("another year of the term, no number of the centre", [on("2014-04-07", source="known"), on("2013-05-22")], "a b"),
    (
        "another year of the term, another issuer",
        [on("2014-04-07", **TW, source="known", issuer="Bộ Chính trị"), on("2013-05-22", **TW, issuer="Ban Bí thư")],
        "a b",
    ),
    (
        "another year of the term, the issuer",
        [on("2014-04-07", **TW, source="known", issuer="Bộ Chính trị"), on("2013-05-22", **TW, issuer="Bộ Chính trị")],
        "ab",
    ),
    (
        "another year of the term, an issuer of one only",
        [on("2014-04-07", **TW, source="known"), on("2013-05-22", **TW, issuer="Ban Bí thư")],
        "ab",
    ),
    (
        "a third gives another year of the term",
        [on("2014-04-07", **TW, **HEAD), times(133, on("2013-05-22", **TW))],
        "ab",
    ),
    ("more than a third does", [on("2014-04-07", **TW, **HEAD), times(134, on("2013-05-22", **TW))], "a b"),
    # a day after the citer's own
    ("a day to come", [on("2018-05-22"), on("2019-05-22", cited_on="2018-06-01")], "ab"),
    ("the citer's day", [on("2018-05-22"), on("2019-06-01", cited_on="2019-06-01")], "a b"),
    ("a day of the citer's year", [on("2018-05-22"), on("2019-06-01", cited_on="2019")], "a b"),
    ("a day to come alone", [on("2019-05-22", cited_on="2018-06-01")], "a"),
    # pages without a date of their own
    ("put on a page at once", [on("2018-12-01"), on("2018-12-01", **HEAD, posted=True)], "ab"),
    ("put on a page 92 days later", [on("2018-12-01"), on("2019-03-03", **HEAD, posted=True)], "ab"),
    ("put on a page 93 days later", [on("2018-12-01"), on("2019-03-04", **HEAD, posted=True)], "b a"),
    ("put on a page before", [on("2019-01-02"), on("2018-12-31", **HEAD, posted=True)], "b a"),
    ("put on a page alone", [on("2019-01-02", **HEAD, posted=True)], "a"),
    # places left out
    ("the day of a province's", [on("2018-05-22", place="Sơn La"), on("2018-05-22")], "ab"),
    (
        "the day of two provinces'",
        [on("2018-05-22", place="Sơn La"), on("2018-05-22", place="Nghệ An"), on("2018-05-22")],
        "c b a",
    ),
    ("the year of a province's", [on("2018-05-22", place="Sơn La"), on("2018")], "b a"),
    ("no day, beside a province's", [on("2018-05-22", place="Sơn La"), on(None)], "a"),
    ("no day, beside a head of a province", [on("2018-05-22", place="Sơn La"), on(None, **HEAD)], "b a"),
    ("a head of the day, beside a province's", [on("2018-05-22", place="Sơn La"), on("2018-05-22", **HEAD)], "b a"),
    ("a merged province's notice", [on("2018-05-22", place="Hòa Bình"), on("2018-05-22", place="Phú Thọ")], "ab"),
    (
        "a merged province's own",
        [on("2018-05-22", place="Hòa Bình"), on("2018-05-22", place="Phú Thọ", place_said=True)],
        "a b",
    ),
    ("a province that took nothing in", [on("2018-05-22", place="Hòa Bình"), on("2018-05-22", place="Nghệ An")], "a b"),
    (
        "a district's day",
        [on("2018-05-22", place="Sơn La", unit="huyen a", **UNIT), on("2018-05-22", place="Sơn La", **UNIT)],
        "ab",
    ),
    (
        "no day, beside a district's",
        [on("2018-05-22", place="Sơn La", unit="huyen a", **UNIT), on(None, place="Sơn La", **UNIT)],
        "a",
    ),
    (
        "no day, beside a district's of a number that provinces have",
        [on("2018-05-22", place="Sơn La", unit="huyen a"), on(None, place="Sơn La")],
        "b a",
    ),
    (
        "another district's day",
        [
            on("2018-05-22", place="Sơn La", unit="huyen a", **UNIT),
            on("2018-05-22", place="Sơn La", unit="huyen b", **UNIT),
        ],
        "a b",
    ),
    # names
    ("a name alone", [on(None, **NAME), on("2012", **NAME)], "ab"),
    ("a name of the number's year", [on("2012-11-20", **ACT), on("2012", **NAME)], "ab"),
    ("a name of another year", [on("2012-11-20", **ACT), on("2003", **NAME)], "a b"),
    ("a name without a year", [on("2012-11-20", **ACT), on(None, **NAME)], "a"),
    ("a name of two numbers' year", [on("2012-11-20", **ACT), on("2012", **NEW_ACT), on("2012", **NAME)], "b a c"),
    ("a name of one of two years", [on("2012-11-20", **ACT), on("2023-06-20", **NEW_ACT), on("2023", **NAME)], "bc a"),
    # numbers cut short
    ("cut short", [on(None, **ACT), on(None, **{**ACT, "number": "23/2012", "number_key": "23 2012"})], "ab"),
    (
        "cut short, two of them",
        [
            on(None, **ACT),
            on(None, **{**ACT, "number": "23/2012/NĐ-CP", "number_key": "23 2012 nd cp"}),
            on(None, **{**ACT, "number": "23/2012", "number_key": "23 2012"}),
        ],
        "b a",
    ),
    ("cut short, alone", [on(None, **{**ACT, "number": "23/2012", "number_key": "23 2012"})], "a"),
]


@pytest.mark.parametrize(("name", "said", "groups"), CASES, ids=[row[0] for row in CASES])
def test_groups(name: str, said: list[Said], groups: str) -> None:
    rows = [statement(notice_id=chr(ord("a") + at), **one) for at, one in enumerate(said)]
    assert shown(rows) == groups
    assert sorted(shown(rows[::-1]).split()) == sorted(groups.split()), "the same statements in another order"


def shown(rows: list[Evidence]) -> str:
    """Groups by the letters of their statements."""
    return " ".join("".join(sorted(str(row.notice_id) for row in group)) for group in group_statements(rows))
