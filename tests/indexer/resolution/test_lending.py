"""The date that a bare serial takes from a dated mention of its bucket."""

from typing import Any

import pytest

from corpus.model import Citation, Span
from indexer.resolution.keys import MentionKeys
from indexer.resolution.lending import dated_mentions, lent_date
from indexer.resolution.wording import Wording

DAY = "2010-12-24"
OTHER_DAY = "2016-10-14"
PARAGRAPH = 100
"""Mentions at 0 to 99 stand in the first paragraph, those at 100 to 199 in the second."""


def cited(at: int = 0, **said: Any) -> Citation:
    """A mention of Nghị định 116, but for what is said."""
    fields: dict[str, Any] = {"kind": "nghi-dinh", "number": "116", "form": "short", **said}
    return Citation(span=Span(start=at, end=at + 9), text="Nghị định", **fields)


def dated(at: int = 10, day: str = DAY, **said: Any) -> Citation:
    return cited(at, issued_on=day, **said)


def lent(citation: Citation, *others: Citation) -> str | None:
    return lent_date(citation, others, lambda one: one.span.start // PARAGRAPH)


RICE = "về giống lúa chịu mặn"
MARKET = "về chợ phiên vùng cao"
GOVERNMENT = {"issuer": "Chính phủ"}
PREMIER = {"issuer": "Thủ tướng Chính phủ"}
ASSEMBLY = {"issuer": "Quốc hội"}

CASES: list[tuple[str, Citation, list[Citation], str | None]] = [
    ("nobody", cited(), [], None),
    ("one", cited(), [dated()], DAY),
    ("two of one day", cited(), [dated(), dated(20)], DAY),
    ("two days", cited(), [dated(), dated(20, OTHER_DAY)], None),
    ("its own paragraph first", cited(), [dated(), dated(120, OTHER_DAY)], DAY),
    ("its own paragraph first, though below", cited(150), [dated(), dated(199, OTHER_DAY)], OTHER_DAY),
    ("another paragraph", cited(), [dated(100)], DAY),
    ("two other paragraphs", cited(), [dated(100), dated(200, OTHER_DAY)], None),
    ("another subject", cited(title=RICE), [dated(title=MARKET)], None),
    ("the same subject", cited(title=RICE), [dated(title="giống lúa")], DAY),
    ("a shared pair", cited(title=RICE), [dated(title="giống lúa mới")], DAY),
    ("a subject of one pair", cited(title=RICE), [dated(title="chợ phiên")], DAY),
    ("a subject of two pairs", cited(title=RICE), [dated(title="chợ phiên vùng")], None),
    ("ours of one pair", cited(title="giống lúa"), [dated(title=MARKET)], DAY),
    ("ours of two pairs", cited(title="giống lúa chịu"), [dated(title=MARKET)], None),
    ("no subject", cited(), [dated(title=MARKET)], DAY),
    ("the contradicting one aside", cited(title=RICE), [dated(title=MARKET), dated(20, OTHER_DAY)], OTHER_DAY),
    ("one issuer", cited(**GOVERNMENT), [dated(**GOVERNMENT)], DAY),
    ("another issuer", cited(**GOVERNMENT), [dated(**ASSEMBLY)], None),
    ("an issuer that they do not give", cited(**GOVERNMENT), [dated()], DAY),
    ("an issuer that we do not give", cited(), [dated(**ASSEMBLY)], DAY),
    ("an issuer by symbol", cited(**GOVERNMENT), [dated(number="116/2010/NĐ-CP")], DAY),
    ("another issuer by symbol", cited(**ASSEMBLY), [dated(number="116/2010/NĐ-CP")], None),
    ("a symbol that nobody knows", cited(**ASSEMBLY), [dated(number="116/QĐ-XYZW")], DAY),
    ("a number with no body", cited(**ASSEMBLY), [dated(number="116/2010")], DAY),
    ("the issuer over the symbol", cited(**PREMIER), [dated(number="116/2010/QH12", **PREMIER)], DAY),
]


@pytest.mark.parametrize(("citation", "others", "day"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_is_lent(citation: Citation, others: list[Citation], day: str | None) -> None:
    assert lent(citation, *others) == day


def test_a_mention_lends_itself_nothing() -> None:
    own = dated()
    assert lent(own, own) is None
    assert lent(own, own, dated(20, OTHER_DAY)) == OTHER_DAY


def row(
    citation: Citation, bucket: str = "nghi-dinh 116", *, another: bool = False
) -> tuple[Citation, MentionKeys, Wording]:
    keys = MentionKeys(bucket=bucket, number="116", full=False, local=False, place=None)
    return citation, keys, Wording(another=another)


def test_who_lends() -> None:
    first, second, elsewhere = dated(0), dated(20, OTHER_DAY), dated(30)
    rows = [
        row(first),
        row(second),
        row(elsewhere, "nghi-dinh 117"),
        row(dated(40), another=True),
        row(dated(50, "2010-12")),
        row(dated(60, "2010")),
        row(cited(70)),
        row(dated(80, number=None)),
    ]
    assert dated_mentions(rows) == {"nghi-dinh 116": [first, second], "nghi-dinh 117": [elsewhere]}


@pytest.mark.parametrize(("said", "kept"), [(63, 63), (64, 64), (65, 64)])
def test_so_many_of_a_bucket_are_looked_at(said: int, kept: int) -> None:
    found = dated_mentions([row(dated(at)) for at in range(said)])
    assert [one.span.start for one in found["nghi-dinh 116"]] == list(range(kept))
