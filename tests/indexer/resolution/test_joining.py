"""Two identities that people hold to be one document."""

from dataclasses import replace

import pytest

from corpus.model import Instrument
from indexer.resolution.cluster import Cluster
from indexer.resolution.decided import Decided, Identity
from indexer.resolution.joining import bucket_of_id, joined

HEAD, OTHER, THIRD = "chi-thi.7-ct-tu.son-la.2017", "chi-thi.7-ct-tu.2017", "chi-thi.70-ct-tu.son-la"


def one(id_: str, *words: str, **more: object) -> Cluster:
    instrument = Instrument(id=id_, kind="chi-thi", number="7-CT/TU", notice_id=more.pop("notice_id", None))  # type: ignore[arg-type]
    known = {"number_key": "7 ct tu", "unit": None, "issuer": None, "effective_on": None, "expires_on": None, **more}
    return Cluster(instrument=instrument, words=frozenset(words), years=frozenset(), **known)  # type: ignore[arg-type]


def held(other: str, document: str = HEAD) -> Decided:
    said = Instrument(id=document, kind="chi-thi", number="7-CT/TU", title="như đã biết khi ấy")
    return Decided.of([], [Identity(seq=1, verdict="same", document=document, other=other, instrument=said, who="L", at="2026-01-01", why="v")])  # fmt: skip


def test_nothing_decided_changes_nothing() -> None:
    clusters = [one(HEAD), one(OTHER)]
    assert joined(clusters, Decided(), lambda id_: None) == clusters


def test_both_numbers_find_one_document_with_all_that_is_known_of_both() -> None:
    head, other = (
        one(HEAD, "giống lúa"),
        one(OTHER, "chịu mặn", notice_id="n", number_key="7 ct", effective_on="2017-01-01"),
    )
    by_id = {HEAD: head, OTHER: other}
    first, second = joined([head, other], held(OTHER), by_id.get)
    assert {first.document.id, second.document.id} == {HEAD}
    assert {first.document.notice_id, second.document.notice_id} == {"n"}
    assert first.words == second.words == {"giống lúa", "chịu mặn"}
    assert {first.number_key, second.number_key} == {"7 ct tu", "7 ct"}


def test_one_in_another_bucket_goes_by_what_is_known_there_now() -> None:
    known = replace(one(HEAD), instrument=Instrument(id=HEAD, kind="chi-thi", number="7-CT/TU", title="nay đã rõ"))
    (found,) = joined([one(THIRD)], held(THIRD), {HEAD: known}.get)
    assert (found.document.id, found.document.title) == (HEAD, "nay đã rõ")


def test_one_that_is_not_there_goes_by_what_was_known() -> None:
    (found,) = joined([one(THIRD)], held(THIRD), lambda id_: None)
    assert (found.document.id, found.document.title) == (HEAD, "như đã biết khi ấy")


def test_others_stay_as_they_are() -> None:
    stranger = one("chi-thi.7-ct-tu.nghe-an.2017", "đường")
    assert joined([stranger], held(OTHER), lambda id_: None) == [stranger]


@pytest.mark.parametrize(
    ("id_", "bucket"),
    [
        (HEAD, "chi-thi 7"),
        ("luat.23-2012-qh13", "luat 23"),
        ("luat.hop-tac-xa.2012", None),
        ("nghi-quyet.13a-nq-tw.2002", "nghi-quyet 13a"),
    ],
)
def test_the_bucket_of_a_number(id_: str, bucket: str | None) -> None:
    assert bucket_of_id(id_) == bucket
