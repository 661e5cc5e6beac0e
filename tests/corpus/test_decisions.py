"""The log of what people decided: added to, undone, never changed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.decisions import MOST_CHARS, Decision, Mention, standing, undone_by
from corpus.errors import InputError, NotFound
from corpus.model import Instrument
from corpus.store import Store, make_notice

TEXT = "Thực hiện Chỉ thị 7-CT/TU và Chỉ thị 7-CT/TU."
A, B = (Instrument(id=f"chi-thi.7-ct-tu.{place}.2017", kind="chi-thi", number="7-CT/TU") for place in ("son-la", "nghe-an"))  # fmt: skip
SAID = {"who": "Lan", "why": "đã hỏi"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        opened.save(make_notice(id="a", site="s", title="Tin", text=TEXT))
        yield opened


def mention(start: int = 10) -> Mention:
    return Mention.at("a", TEXT, start, start + 15)


def counting(store: Store) -> list[tuple[str, str | None]]:
    return [(row.verdict, row.document) for row in standing(store.decisions())]


def test_a_mention_is_kept_with_its_words_and_those_in_front_of_it(store: Store) -> None:
    kept = store.decide_mention(mention(), "same", A, **SAID)
    assert kept.mention == Mention(notice_id="a", start=10, written="Chỉ thị 7-CT/TU", before="Thực hiện ")
    assert (kept.document, kept.described, kept.who, kept.why, kept.undoes) == (A.id, A, "Lan", "đã hỏi", None)
    assert store.decisions() == [kept]


def test_every_decision_is_a_change_of_the_store(store: Store) -> None:
    before = store.revision()
    store.decide_identity(A, B, "not-same", **SAID)
    assert store.revision() == before + 1


@pytest.mark.parametrize(
    ("steps", "counts"),
    [
        ((("same", A),), [("same", A.id)]),
        ((("same", A), ("same", B)), [("same", B.id)]),
        ((("same", A), ("unsure", None)), [("unsure", None)]),
        ((("not-same", A), ("not-same", B)), [("not-same", A.id), ("not-same", B.id)]),
        ((("not-same", A), ("same", B)), [("not-same", A.id), ("same", B.id)]),
        ((("same", A), ("not-same", A)), [("not-same", A.id)]),
        ((("not-same", A), ("same", A)), [("same", A.id)]),
    ],
)
def test_the_last_word_on_a_matter_counts(store: Store, steps: tuple, counts: list) -> None:  # type: ignore[type-arg]
    for verdict, document in steps:
        store.decide_mention(mention(), verdict, document, **SAID)
    assert counting(store) == counts
    assert len(store.decisions()) == len(steps)


def test_two_mentions_are_two_matters(store: Store) -> None:
    store.decide_mention(mention(10), "same", A, **SAID)
    store.decide_mention(mention(29), "same", B, **SAID)
    assert counting(store) == [("same", A.id), ("same", B.id)]


def test_two_identities_are_one_matter_either_way_round(store: Store) -> None:
    store.decide_identity(A, B, "same", **SAID)
    store.decide_identity(B, A, "not-same", **SAID)
    assert counting(store) == [("not-same", B.id)]


def test_what_is_undone_counts_no_longer_and_what_it_covered_counts_again(store: Store) -> None:
    store.decide_mention(mention(), "same", A, **SAID)
    second = store.decide_mention(mention(), "same", B, **SAID)
    undoing = store.undo_decision(second.seq, **SAID)
    assert counting(store) == [("same", A.id)]
    assert undone_by(store.decisions()) == {second.seq: undoing.seq}


@pytest.mark.parametrize(
    ("seq", "error", "told"),
    [
        (9, NotFound, "decision 9: there is none"),
        (1, InputError, "decision 1: decision 2 has undone it"),
        (2, InputError, "decision 2: it undoes decision 1"),
    ],
)
def test_only_a_standing_decision_is_undone(store: Store, seq: int, error: type[Exception], told: str) -> None:
    store.decide_mention(mention(), "same", A, **SAID)
    store.undo_decision(1, **SAID)
    with pytest.raises(error, match=told):
        store.undo_decision(seq, **SAID)
    assert len(store.decisions()) == 2


@pytest.mark.parametrize(
    ("who", "why", "told"),
    [
        (" ", "vì", "with who decides"),
        ("Lan", "\n", "with why"),
        ("Lan", "v" * (MOST_CHARS + 1), "at most 2000"),
        ("L" * 121, "vì", "at most 120"),
    ],
)
def test_a_name_and_a_reason_are_wanted(store: Store, who: str, why: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        store.decide_mention(mention(), "same", A, who=who, why=why)
    assert store.decisions() == []
    assert store.decide_mention(mention(), "same", A, who="L" * 120, why="v" * MOST_CHARS).seq == 1


def test_a_verdict_but_unsure_is_about_a_document(store: Store) -> None:
    with pytest.raises(InputError, match="name one"):
        store.decide_mention(mention(), "not-same", None, **SAID)
    with pytest.raises(InputError, match="name another beside it"):
        store.decide_identity(A, A, "same", **SAID)
    with pytest.raises(NotFound, match="'b'"):
        store.decide_mention(Mention.at("b", TEXT, 0, 4), "same", A, **SAID)


@pytest.mark.parametrize("statement", ["DELETE FROM decisions", "UPDATE decisions SET why = 'khác'"])
def test_the_log_is_only_added_to(store: Store, statement: str) -> None:
    kept: list[Decision] = [store.decide_mention(mention(), "same", A, **SAID)]
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        store.connection.execute(statement)
    assert store.decisions() == kept
