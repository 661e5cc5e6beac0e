"""What one document gains and loses by each thing that a mention, its notice or the words around it say: points, and what they prove."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from corpus.model import Citation, Instrument, Span
from indexer.resolution.cluster import Cluster
from indexer.resolution.judge import Judged, Setting, judge
from indexer.resolution.keys import MentionKeys
from indexer.resolution.wording import Wording

NOTHING = ""
"""Of the marks: p proved, x contradicted, o out, d another date than known, i another issuer than known."""
BRANCH = frozenset(("giong lua", "lua chiu", "chiu man"))
"""Word pairs of a title."""


@dataclass(frozen=True)
class Case:
    """A mention of a central document in full, about which nothing else is known, but for what a row changes."""

    wanted: tuple[float, str]
    reasons: int = 0
    said: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, Any] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)
    cluster: dict[str, Any] = field(default_factory=dict)
    setting: dict[str, Any] = field(default_factory=dict)
    wording: dict[str, Any] = field(default_factory=dict)

    def judged(self) -> Judged:
        said: dict[str, Any] = {"kind": "chi-thi", "number": "7/CT-TTg", "form": "numbered", **self.said}
        keys: dict[str, Any] = {"number": "7 ct ttg", "full": True, "local": False, "place": None, **self.keys}
        known: dict[str, Any] = {"id": "it", "kind": "chi-thi", "number": "7/CT-TTg", **self.known}
        cluster: dict[str, Any] = {
            "number_key": "7 ct ttg",
            "unit": None,
            "issuer": None,
            "words": frozenset(),
            "years": frozenset(),
            "effective_on": None,
            "expires_on": None,
            **self.cluster,
        }
        return judge(
            Citation(span=Span(start=0, end=1), text="x", **said),
            MentionKeys(bucket="chi-thi 7", **keys),
            Cluster(instrument=Instrument(**known), **cluster),
            Setting(**{"on": None, "wording": Wording(**self.wording), **self.setting}),
        )


def day(iso: str) -> dict[str, str]:
    return {"issued_on": iso}


HERE = {"number": "7 kh lmhtx", "local": True, "place": "Sơn La"}
NAMED = {"number": None, "full": False}
BARE = {"number": "7", "full": False}
BODY = "Thủ tướng Chính phủ"
OTHER_BODY = "Bộ Tài chính"
CASES = {
    "nothing said": Case((0, NOTHING)),
    # dates
    "the very day": Case((12, "p"), 1, said=day("2018-05-22"), known=day("2018-05-22")),
    "its month": Case((8, "p"), 1, said=day("2018-05"), known=day("2018-05-22")),
    "a day of its year": Case((8, "p"), 1, said=day("2018-05-22"), known=day("2018")),
    "a month alike": Case((8, "p"), 1, said=day("2018-05"), known=day("2018-05")),
    "another day of the year": Case((4, "pd"), 1, said=day("2018-06-01"), known=day("2018-05-22")),
    "another month of the year": Case((4, "pd"), 1, said=day("2018-06"), known=day("2018-05-22")),
    "the day of another year": Case((4, "pd"), 1, said=day("2017-05-22"), known=day("2018-05-22")),
    "the month of another year": Case((0, "o"), said=day("2017-05"), known=day("2018-05")),
    "the month of another year, against a day": Case((0, "o"), said=day("2017-05"), known=day("2018-05-22")),
    "another year": Case((0, "o"), said=day("2017"), known=day("2018-05-22")),
    "no day known": Case((0, NOTHING), said=day("2017")),
    "no day said": Case((0, NOTHING), known=day("2017")),
    # a day lent by another mention
    "lent its day": Case((12, "p"), 1, known=day("2018-05-22"), setting={"lent": "2018-05-22"}),
    "lent another day of its year": Case((0, NOTHING), known=day("2018-05-22"), setting={"lent": "2018-06-01"}),
    "lent another year": Case((0, "o"), known=day("2018-05-22"), setting={"lent": "2017-05-22"}),
    "lent a day, none known": Case((0, NOTHING), setting={"lent": "2017-05-22"}),
    # as people tell dates
    "a day without its year": Case((8, "p"), 1, known=day("2018-05-22"), wording={"day": "05-22"}),
    "another day without its year": Case((0, "o"), known=day("2018-05-22"), wording={"day": "05-23"}),
    "a day without its year, none known": Case((0, NOTHING), known=day("2018-05"), wording={"day": "05-23"}),
    "told its year": Case((8, "p"), 1, known=day("2018-05-22"), wording={"told_on": "2018"}),
    "told another year": Case((0, "o"), known=day("2018-05-22"), wording={"told_on": "2019"}),
    "told a year, none known": Case((0, NOTHING), wording={"told_on": "2019"}),
    "first year of the term of office": Case(
        (7, "p"), 2, keys=HERE, known={"place": "Sơn La", **day("2015")}, wording={"years": (2015, 2020)}
    ),
    "last year of the term of office": Case(
        (7, "p"), 2, keys=HERE, known={"place": "Sơn La", **day("2020")}, wording={"years": (2015, 2020)}
    ),
    "before the term of office": Case(
        (-1, "px"), 1, keys=HERE, known={"place": "Sơn La", **day("2014")}, wording={"years": (2015, 2020)}
    ),
    "after the term of office": Case(
        (-1, "px"), 1, keys=HERE, known={"place": "Sơn La", **day("2021")}, wording={"years": (2015, 2020)}
    ),
    "a term of office, of a central document": Case((0, NOTHING), known=day("2014"), wording={"years": (2015, 2020)}),
    # when it is cited
    "cited on its day": Case((0, NOTHING), known=day("2018-05-22"), setting={"on": "2018-05-22"}),
    "cited the day before": Case((0, "o"), known=day("2018-05-22"), setting={"on": "2018-05-21"}),
    "cited in its month": Case((0, NOTHING), known=day("2018-05-22"), setting={"on": "2018-05"}),
    "cited before its month": Case((0, "o"), known=day("2018-05"), setting={"on": "2018-04-30"}),
    "cited too early with its very day": Case(
        (12, "p"), 1, said=day("2018-05-22"), known=day("2018-05-22"), setting={"on": "2018-05-21"}
    ),
    # places
    "the province's own": Case((3, "p"), 1, keys=HERE, known={"place": "Sơn La"}),
    "the province's own, by a bare serial": Case(
        (3, NOTHING), 1, keys={**HERE, "full": False}, known={"place": "Sơn La"}
    ),
    "of the place, but no local number": Case((0, NOTHING), keys={"place": "Sơn La"}, known={"place": "Sơn La"}),
    "another province's": Case((0, "o"), keys=HERE, known={"place": "Nghệ An"}),
    "a province's, for a notice of none": Case((0, NOTHING), keys={**HERE, "place": None}, known={"place": "Nghệ An"}),
    "a province's, named, for a notice of none": Case((0, "o"), keys=NAMED, known={"place": "Nghệ An"}),
    "of no known province": Case((-1, NOTHING), keys=HERE),
    "central, named for a province": Case((0, "o"), keys={**NAMED, "place": "Sơn La"}),
    "central, named": Case((0, NOTHING), keys=NAMED),
    "merged since": Case((1.5, NOTHING), 1, keys={**HERE, "place": "Phú Thọ"}, known={"place": "Hòa Bình"}),
    "of the province that the sentence names": Case(
        (3, "p"), 1, keys=HERE, known={"place": "Nghệ An"}, setting={"named": frozenset(("Nghệ An", "Sơn La"))}
    ),
    "of another than the sentence names": Case(
        (0, "o"), keys=HERE, known={"place": "Sơn La"}, setting={"named": frozenset(("Nghệ An",))}
    ),
    "of another than the sentence names, but said": Case(
        (3, "p"),
        1,
        keys={**HERE, "place_said": True},
        known={"place": "Sơn La"},
        setting={"named": frozenset(("Nghệ An",))},
    ),
    "bare, of the province that the sentence names": Case(
        (3, NOTHING),
        1,
        keys={**HERE, "full": False},
        known={"place": "Nghệ An"},
        setting={"named": frozenset(("Nghệ An",))},
    ),
    # units
    "the unit's own": Case((0, NOTHING), keys={"unit": "huyen yen chau"}, cluster={"unit": "huyen yen chau"}),
    "another unit's": Case((0, "o"), keys={"unit": "huyen yen chau"}, cluster={"unit": "huyen moc chau"}),
    "the province's, where a unit is said": Case((0, "o"), keys={"unit": "huyen yen chau"}),
    "a unit's, where none is said": Case((-2, NOTHING), cluster={"unit": "huyen yen chau"}),
    "a unit's, cited in full before": Case(
        (7, "p"), 1, cluster={"unit": "huyen yen chau"}, setting={"forms": frozenset(("it",))}
    ),
    # whose it is
    "ours, said to be elsewhere": Case(
        (3, "po"), 1, keys=HERE, known={"place": "Sơn La"}, setting={"home": "Sơn La"}, wording={"elsewhere": True}
    ),
    "theirs, said to be elsewhere": Case(
        (0, NOTHING),
        keys={**HERE, "place": None},
        known={"place": "Nghệ An"},
        setting={"home": "Sơn La"},
        wording={"elsewhere": True},
    ),
    "central in full, said to be elsewhere": Case(
        (0, NOTHING), setting={"home": "Sơn La"}, wording={"elsewhere": True}
    ),
    "bare and central, said to be elsewhere": Case((0, "o"), keys=BARE, wording={"elsewhere": True}),
    "named, said to be elsewhere": Case((0, NOTHING), keys=NAMED, wording={"elsewhere": True}),
    "bare and central, said to be ours": Case((0, "o"), keys=BARE, wording={"ours": True}),
    "central in full, said to be ours": Case((0, NOTHING), wording={"ours": True}),
    "bare, ours, said to be ours": Case(
        (3, NOTHING), 1, keys={**HERE, "full": False}, known={"place": "Sơn La"}, wording={"ours": True}
    ),
    "the last one, where another is said": Case((0, "o"), setting={"last": "it"}, wording={"another": True}),
    "not the last one, where another is said": Case((0, NOTHING), setting={"last": "that"}, wording={"another": True}),
    "the last one": Case((0, NOTHING), setting={"last": "it"}),
    # issuers
    "its issuer": Case((2.5, "p"), 1, said={"issuer": BODY}, cluster={"issuer": BODY}),
    "its issuer, told to be elsewhere": Case(
        (2.5, NOTHING), 1, said={"issuer": BODY}, cluster={"issuer": BODY}, wording={"elsewhere": True}
    ),
    "the only issuer of its kind": Case(
        (2.5, NOTHING), 1, said={"kind": "nghi-dinh", "issuer": "Chính phủ"}, cluster={"issuer": "Chính phủ"}
    ),
    "another issuer, of a full number": Case((0, "i"), 1, said={"issuer": OTHER_BODY}, cluster={"issuer": BODY}),
    "another issuer, of a bare serial": Case(
        (-2.5, "i"), 1, said={"issuer": OTHER_BODY}, keys=BARE, cluster={"issuer": BODY}
    ),
    "another issuer, of a symbol of several": Case(
        (-2.5, "i"),
        1,
        said={"issuer": "Ban Bí thư"},
        keys={"number": "7 ct tw"},
        cluster={"issuer": "Bộ Chính trị"},
    ),
    "an issuer, none known": Case((0, NOTHING), said={"issuer": BODY}),
    # terms of the Party
    "its term": Case((4, "p"), 1, known=day("2018-05-22"), setting={"term": 12}),
    "another term": Case((-4, "x"), known=day("2018-05-22"), setting={"term": 11}),
    "a term, no day known": Case((0, NOTHING), setting={"term": 11}),
    # full forms in the notice
    "cited in full before": Case((7, "p"), 1, keys=BARE, setting={"forms": frozenset(("it",))}),
    "cited in full below": Case((7, "p"), 1, keys=BARE, setting={"forms": frozenset(("it",)), "where": "below"}),
    "one of two cited in full": Case((3, NOTHING), 1, keys=BARE, setting={"forms": frozenset(("it", "that"))}),
    "another was cited in full": Case((0, NOTHING), keys=BARE, setting={"forms": frozenset(("that",))}),
    "cited in full before, of another term": Case(
        (-4, "x"), known=day("2018-05-22"), setting={"forms": frozenset(("it",)), "term": 11}
    ),
    "cited in full before, dated here": Case(
        (12, "p"), 1, said=day("2018-05-22"), known=day("2018-05-22"), setting={"forms": frozenset(("it",))}
    ),
    "cited in full before, of another subject": Case(
        (0, NOTHING),
        cluster={"words": BRANCH},
        setting={"forms": frozenset(("it",)), "subject": frozenset(("cho phien", "phien vung"))},
    ),
    "cited in full before, of another subject by one word": Case(
        (7, "p"),
        1,
        cluster={"words": BRANCH},
        setting={"forms": frozenset(("it",)), "subject": frozenset(("cho phien",))},
    ),
    "cited in full before, bare, of another issuer": Case(
        (-2.5, "i"),
        1,
        said={"issuer": OTHER_BODY},
        keys=BARE,
        cluster={"issuer": BODY},
        setting={"forms": frozenset(("it",))},
    ),
    "cited in full before, full, of another issuer": Case(
        (7, "pi"), 2, said={"issuer": OTHER_BODY}, cluster={"issuer": BODY}, setting={"forms": frozenset(("it",))}
    ),
    # titles
    "two pairs of its title": Case(
        (4, "p"), 1, cluster={"words": BRANCH}, setting={"subject": frozenset(("giong lua", "lua chiu", "a b", "c d"))}
    ),
    "all pairs of a long title": Case(
        (5, "p"), 1, cluster={"words": BRANCH | {"man ven"}}, setting={"subject": BRANCH | {"man ven"}}
    ),
    "one pair of a short title": Case(
        (3, "p"), 1, cluster={"words": BRANCH}, setting={"subject": frozenset(("giong lua", "a b", "c d"))}
    ),
    "one pair of a long title": Case(
        (0, NOTHING), cluster={"words": BRANCH}, setting={"subject": frozenset(("giong lua", "a b", "c d", "e f"))}
    ),
    "two pairs near it": Case(
        (2, NOTHING), 1, cluster={"words": BRANCH}, setting={"context": frozenset(("giong lua", "lua chiu"))}
    ),
    "three pairs near it": Case((3, "p"), 1, cluster={"words": BRANCH}, setting={"context": BRANCH}),
    "four pairs near it": Case((3, "p"), 1, cluster={"words": BRANCH | {"a b"}}, setting={"context": BRANCH | {"a b"}}),
    "one pair near it": Case((0, NOTHING), cluster={"words": BRANCH}, setting={"context": frozenset(("giong lua",))}),
    "a plenum's resolution of another subject": Case(
        (-5, NOTHING),
        said={"form": "plenum"},
        cluster={"words": BRANCH},
        setting={"subject": frozenset(("cho phien", "phien vung"))},
    ),
    "a plenum's resolution, no title known": Case(
        (0, NOTHING), said={"form": "plenum"}, setting={"subject": frozenset(("cho phien", "phien vung"))}
    ),
    # laws
    "takes effect on the day said": Case(
        (8, "p"), 1, cluster={"effective_on": "2024-07-01"}, wording={"effective_on": "2024-07-01"}
    ),
    "takes effect on another day": Case(
        (0, "o"), cluster={"effective_on": "2013-07-01"}, wording={"effective_on": "2024-07-01"}
    ),
    "no day of effect known": Case((0, NOTHING), wording={"effective_on": "2024-07-01"}),
    "passed by the assembly said": Case(
        (8, "p"), 1, cluster={"number_key": "17 2023 qh15"}, wording={"legislature": 15}
    ),
    "passed by another assembly": Case((0, "o"), cluster={"number_key": "23 2012 qh13"}, wording={"legislature": 15}),
    "of no number, by an assembly": Case((0, NOTHING), cluster={"number_key": None}, wording={"legislature": 15}),
}


@pytest.mark.parametrize("name", CASES)
def test_what_speaks_for_a_document_and_against_it(name: str) -> None:
    case = CASES[name]
    judged = case.judged()
    marks = "".join(
        mark
        for mark, holds in (
            ("p", judged.proved),
            ("x", judged.contradicted),
            ("o", judged.out),
            ("d", "issued_on" in judged.conflicts),
            ("i", "issuer" in judged.conflicts),
        )
        if holds
    )
    assert (judged.score, marks) == case.wanted
    assert len(judged.reasons) == case.reasons


OLD_LAW = {"effective_on": "2013-07-01", "expires_on": "2024-07-01"}
NEW_LAW = {"effective_on": "2024-07-01"}


@pytest.mark.parametrize(
    ("law", "age", "on", "points"),
    [
        (NEW_LAW, "new", "2024-07-01", 12.0),
        (NEW_LAW, "new", "2024-01-01", 12.0),
        (NEW_LAW, "new", "2026-07-01", 12.0),
        (NEW_LAW, "new", "2026-07-02", -5.0),
        ({"expires_on": "2024-07-01"}, "new", "2024-07-01", -5.0),
        (NEW_LAW, "old", "2030-01-01", -5.0),
        (OLD_LAW, "old", "2024-07-01", 12.0),
        (OLD_LAW, "old", "2023-07-02", 12.0),
        (OLD_LAW, "old", "2023-07-01", -5.0),
        (OLD_LAW, "old", "2025-07-01", 11.0),
        (OLD_LAW, "old", "2034-07-01", 5.0),
        (OLD_LAW, "present", "2024-06-30", 12.0),
        (OLD_LAW, "present", "2024-07-01", -5.0),
        (OLD_LAW, "present", "2013-07-01", 12.0),
        (OLD_LAW, "present", "2013-06-30", -5.0),
        (NEW_LAW, "present", "2030-01-01", 12.0),
        ({"expires_on": "2024-07-01"}, "present", "2024-01-01", -5.0),
    ],
)
def test_the_new_the_old_and_the_present_law(law: dict[str, str], age: str, on: str, points: float) -> None:
    judged = Case(
        (0, ""), said={"number": None}, keys=NAMED, cluster=law, setting={"on": on}, wording={"age": age}
    ).judged()
    assert round(judged.score, 6) == points
    assert judged.proved is (points > 0)
    assert len(judged.reasons) == (points > 0)


@pytest.mark.parametrize(
    ("law", "on", "points"),
    [
        (OLD_LAW, "2013-06-30", -1),
        (OLD_LAW, "2013-07-01", 5),
        (OLD_LAW, "2024-06-30", 5),
        (OLD_LAW, "2024-07-01", -1),
        (OLD_LAW, "2013", 5),
        ({"expires_on": "2024-07-01"}, "1990-01-01", 5),
        (NEW_LAW, "2030-01-01", 5),
        ({}, "2030-01-01", 0),
        (NEW_LAW, None, 0),
    ],
)
def test_a_law_without_a_year_is_the_one_in_force(law: dict[str, str], on: str | None, points: int) -> None:
    case = Case((0, ""), said={"number": None}, keys=NAMED, cluster=law, setting={"on": on})
    assert case.judged().score == points


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ({"number": "7/CT-TTg"}, {}),
        ({"number": None, "issued_on": "2012"}, {}),
        ({"number": None}, {"effective_on": "2013"}),
        ({"number": None}, {"legislature": 13}),
    ],
)
def test_force_says_nothing_where_the_words_say_more(said: dict[str, Any], wording: dict[str, Any]) -> None:
    case = Case(
        (0, ""),
        said=said,
        keys=NAMED,
        cluster={**OLD_LAW, "number_key": "23 2012 qh13"},
        setting={"on": "2020-01-01"},
        wording=wording,
    )
    assert case.judged().score in (0, 8)
