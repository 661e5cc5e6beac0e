"""People's decisions as mentions are judged by them, and as they are found again in a text."""

from dataclasses import replace

import pytest

from corpus.decisions import Decision, Mention, Verdict
from corpus.model import Candidate, Citation, Instrument, Outcome, Reason, Span
from indexer.citations import find_citations
from indexer.resolution.decided import Decided, Identity, Ruling, barred, find_mention, is_document, settle

A, B, C = (f"chi-thi.7-ct-tu.{place}.2017" for place in ("son-la", "nghe-an", "ca-mau"))
RULING = Ruling(
    seq=3, verdict="same", notice_id="a", index=0, bucket="chi-thi 7", number="7 ct tu", home="Sơn La", on="2018-05-01",
    document=A, who="Lan", at="2026-01-02", why="đã hỏi",
)  # fmt: skip
CITATION = Citation(span=Span(start=0, end=4), text="Chỉ thị 7", kind="chi-thi", form="numbered")
OPEN = Outcome(
    citation=CITATION,
    status="ambiguous",
    candidates=(Candidate(instrument_id=A, score=1.0, reasons=()),),
    reasons=(Reason("several"),),
)


def identity(verdict: Verdict, document: str, other: str) -> Identity:
    known = Instrument(id=document, kind="chi-thi", number="7-CT/TU")
    return Identity(seq=1, verdict=verdict, document=document, other=other, instrument=known, who="L", at="2026-01-01", why="v")  # fmt: skip


@pytest.mark.parametrize(
    ("said", "id_", "is_it"),
    [
        (A, A, True),
        ("chi-thi.7-ct-tu.son-la", A, True),
        (A, "chi-thi.7-ct-tu.son-la", True),
        (A, B, False),
        (A, "chi-thi.7-ct-tu.son-la.2018", False),
        ("chi-thi.7-ct-tu", A, True),
    ],
)
def test_an_id_that_says_more_is_the_same_document(said: str, id_: str, is_it: bool) -> None:
    assert is_document(said, id_) is is_it


def test_a_mention_is_what_people_said() -> None:
    settled = settle(OPEN, [RULING], Decided.of([RULING]))
    assert (settled.status, settled.target, settled.candidates) == ("resolved", A, ())
    assert settled.reasons == (Reason.of("decided-same", who="Lan", on="2026-01-02", because="đã hỏi", decision=3),)


def test_a_document_that_is_no_more_settles_nothing() -> None:
    assert settle(OPEN, [RULING], Decided.of([RULING], present=lambda id_: None)) == OPEN


def test_a_document_that_is_held_to_be_another_is_that_one() -> None:
    assert settle(OPEN, [RULING], Decided.of([RULING], [identity("same", B, A)])).target == B


@pytest.mark.parametrize(
    ("before", "status"), [(OPEN, "ambiguous"), (replace(OPEN, status="resolved", target=A), "ambiguous"), (replace(OPEN, status="unresolved"), "unresolved")]
)  # fmt: skip
def test_what_nobody_can_say_stays_open(before: Outcome, status: str) -> None:
    settled = settle(before, [replace(RULING, verdict="unsure", document=None)], Decided())
    assert (settled.status, settled.target) == (status, None)
    assert [reason.code for reason in settled.reasons] == ["decided-unsure", "several"]


def test_what_is_ruled_out_is_said_beside_the_rest() -> None:
    ruling = replace(RULING, verdict="not-same")
    assert [one.code for one in settle(OPEN, [ruling], Decided()).reasons] == ["several", "decided-not-same"]
    assert barred([ruling], A) and not barred([ruling], B) and not barred([RULING], A)
    assert settle(OPEN, [], Decided()) is OPEN


@pytest.mark.parametrize(
    ("change", "alike"),
    [
        ({}, True),
        ({"index": 0}, False),
        ({"notice": "b", "index": 0}, True),
        ({"bucket": "chi-thi 8"}, False),
        ({"number": "7"}, False),
        ({"home": "Nghệ An"}, False),
        ({"on": "2019-05-02"}, True),
        ({"on": "2019-05-03"}, False),
        ({"on": "2017-04-30"}, True),
        ({"on": None}, False),
    ],
)
def test_like_mentions_are_of_one_number_province_and_year(change: dict[str, object], alike: bool) -> None:
    asked = {
        "notice": "a",
        "index": 1,
        "bucket": "chi-thi 7",
        "number": "7 ct tu",
        "home": "Sơn La",
        "on": "2018-05-01",
    }
    decided = Decided.of([RULING, replace(RULING, seq=4, index=5, verdict="unsure")])
    assert decided.alike(*{**asked, **change}.values()) == ([RULING] if alike else [])  # type: ignore[arg-type]


def test_identities() -> None:
    decided = Decided.of([], [identity("same", B, A), identity("same", C, B), identity("not-same", A, C)])
    assert (decided.canonical(A), decided.canonical(B), decided.canonical(C)) == (C, C, C)
    assert decided.held_as(C) == [A, B] and decided.held_as(A) == []
    assert decided.known_as(C) is None
    known = decided.known_as(A)
    assert known is not None and known.id == C
    assert decided.apart == {A, C}


def test_two_that_are_each_other_end_somewhere() -> None:
    decided = Decided.of([], [identity("same", B, A), identity("same", A, B)])
    assert decided.canonical(A) in (A, B)


TEXT = "Thực hiện Chỉ thị 7-CT/TU ở xã; theo Chỉ thị 7-CT/TU ở bản; và theo Chỉ thị 7-CT/TU ở bản."


def about(start: int, text: str = TEXT) -> Decision:
    mention = Mention.at("a", text, start, start + 15)
    return Decision(
        seq=1, verdict="same", mention=mention, document=A, other=None, described=None, who="L", at="2026-01-01", why="v", undoes=None, revision=1
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "now", "index"),
    [
        (10, TEXT, 0),
        (37, TEXT, 1),
        (10, f"Tin: {TEXT}", 0),
        (10, TEXT.replace("ở bản", "ở làng"), 0),
        (10, TEXT.replace("7-CT/TU ở xã", "8-CT/TU ở xã"), None),
        (68, TEXT.replace("ở xã", "tại xã"), None),
    ],
)
def test_a_mention_is_found_again(start: int, now: str, index: int | None) -> None:
    assert TEXT[start : start + 15] == "Chỉ thị 7-CT/TU"
    assert find_mention(about(start), now, find_citations(now)) == index
    assert find_mention(replace(about(start), mention=None), now, find_citations(now)) is None


def test_a_mention_far_from_what_changed_is_found_where_it_moved() -> None:
    long = "Một đoạn dài nói về mùa màng, đủ chữ để đứng trước dẫn chiếu mà không đổi gì cả. " + TEXT
    moved = "Tiêu đề mới.\n" + long
    start = long.index("Chỉ thị")
    assert find_mention(about(start, long), moved, find_citations(moved)) == 0
