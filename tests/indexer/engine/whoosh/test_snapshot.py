"""The segments of one commit: which stay from the one before, and what is read of them once."""

from pathlib import Path

import pytest

from indexer.engine.protocol import IndexDocument
from indexer.engine.whoosh.engine import WhooshEngine, open_whoosh
from indexer.engine.whoosh.files import MappedStorage
from indexer.engine.whoosh.postings import PostingCache, Segment
from indexer.engine.whoosh.snapshot import Snapshot


def notice(id_: str, text: str = "thi đua", *keys: str) -> IndexDocument:
    return IndexDocument(id=id_, type="notice", title=id_, text=text, keys=keys, payload={"id": id_})


def instrument(id_: str, cited: int) -> IndexDocument:
    return IndexDocument(
        id=id_, type="instrument", title=id_, cited_count=cited, payload={"id": id_, "long": 1}, card={"id": id_}
    )


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return open_whoosh(tmp_path / "engine", create=True)


def put(engine: WhooshEngine, *documents: IndexDocument) -> None:
    with engine.writer() as writer:
        for one in documents:
            writer.put(one)


def snapshot(tmp_path: Path, known: dict[str, Segment] | None = None) -> Snapshot:
    return Snapshot(MappedStorage(tmp_path / "engine").open_index(), PostingCache(), known or {})


def test_an_empty_index_has_no_segment(engine: WhooshEngine, tmp_path: Path) -> None:
    found = snapshot(tmp_path)
    assert (found.segments, found.citers(), found.cards("notice"), found.syllables()) == ([], [], [], {})
    assert (found.newest("notice:a"), found.frequency("plain", "thi")) == (None, 0)


def test_a_key_has_one_live_document(engine: WhooshEngine, tmp_path: Path) -> None:
    put(engine, *(notice(f"n{at}") for at in range(9)))
    put(engine, notice("n0", "mới"))
    found = snapshot(tmp_path)
    ((segment, number, whole),) = found.places_of("notice:n0")
    assert segment.text_column("c_id", number) == b"n0" and found.newest("notice:n0") == (segment, number)
    before = found.segments[: found.segments.index(segment)]
    assert whole == number + sum(one.size for one in before)
    assert list(found.places_of("notice:n")) == []


def test_deleted_documents_have_no_place_and_no_card(engine: WhooshEngine, tmp_path: Path) -> None:
    put(engine, *(notice(f"n{at}") for at in range(4)))
    with engine.writer() as writer:
        writer.delete("notice", "n1")
    found = snapshot(tmp_path)
    assert found.newest("notice:n1") is None
    assert sorted(str(card["id"]) for card in found.cards("notice")) == ["n0", "n2", "n3"]
    assert found.cards("notice") is found.cards("notice"), "cards are read once"
    assert found.frequency("plain", "thi") == 4 and found.frequency("plain", "khong") == 0


def test_cards_are_of_one_type(engine: WhooshEngine, tmp_path: Path) -> None:
    put(engine, notice("n"), instrument("i", 1))
    found = snapshot(tmp_path)
    assert [list(found.cards(type_)) for type_ in ("notice", "instrument", "campaign")] == [
        [{"id": "n"}],
        [{"id": "i"}],
        [],
    ]


def test_a_notice_is_cited_as_the_document_that_it_is(engine: WhooshEngine, tmp_path: Path) -> None:
    put(engine, instrument("i", 5), instrument("lone", 0), notice("n", "x", "is:i"), notice("m", "x", "is:lone"))
    put(engine, notice("later", "x", "is:i"))
    found = snapshot(tmp_path)
    counts = {
        segment.text_column("c_id", number).decode(): int(of_segment[number])
        for segment, of_segment in zip(found.segments, found.citers(), strict=True)
        for number in range(segment.size)
        if segment.live[number]
    }
    assert counts == {"i": 5, "lone": 0, "n": 5, "m": 0, "later": 5}
    assert found.citers() is found.citers(), "citers are counted once"


def test_syllables_are_counted_over_segments_without_numbers(engine: WhooshEngine, tmp_path: Path) -> None:
    put(engine, *(notice(f"bài{at}", "thi đua 2018") for at in range(6)))
    put(engine, notice("x", "thi"))
    found = snapshot(tmp_path).syllables()
    assert (found["thi"], found["đua"]) == (7, 6)
    assert not [word for word in found if word[0].isdigit()]


def test_a_segment_stays_until_it_loses_a_document(engine: WhooshEngine, tmp_path: Path) -> None:
    put(engine, *(notice(f"n{at}") for at in range(9)))
    (first,) = snapshot(tmp_path).segments
    known = {first.name: first}
    assert snapshot(tmp_path, known).segments == [first]
    put(engine, notice("more"))
    later = snapshot(tmp_path, known)
    assert first in later.segments and len(later.segments) == 2
    with engine.writer() as writer:
        writer.delete("notice", "n3")
    shorter = snapshot(tmp_path, known)
    assert first not in shorter.segments
    assert sum(int(one.live.sum()) for one in shorter.segments) == 9 and int(first.live.sum()) == 9
    assert shorter.generation > later.generation
