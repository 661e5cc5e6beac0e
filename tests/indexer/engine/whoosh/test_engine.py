"""The Whoosh engine: honest, exact, safe to read while another process writes."""

import math
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from whoosh import index as whoosh_index
from whoosh.fields import TEXT, Schema

from corpus.errors import EngineError
from corpus.text import fold
from indexer.engine.analysis import Segmenter, analyse, modern
from indexer.engine.protocol import IndexDocument, Query, SearchEngine
from indexer.engine.whoosh.engine import WhooshEngine, open_whoosh
from indexer.engine.whoosh.postings import PostingCache, Postings
from indexer.engine.whoosh.schema import unpack_cards, unpack_words
from indexer.engine.whoosh.scoring import IDF_POWER, K1, B, FieldTerms, idf, score

NOTICES = [
    ("a", "Phát động thi đua", "Kinh tế tập thể phát triển mạnh ở tỉnh Sơn La", "2018-01-01", "Sơn La"),
    ("b", "Tin vắn", "Nền kinh tế chung, tập thể dục buổi sáng", "2019-05-01", "Nghệ An"),
    ("c", "HTX kiểu mới", "Các HTX nông nghiệp trồng chè", "2020", "Sơn La"),
    ("d", "Hòa bình", "Thông báo của Uỷ ban về hoà giải", None, None),
]


def document(id_: str, title: str, text: str, day: str | None, place: str | None) -> IndexDocument:
    return IndexDocument(
        id=id_,
        type="notice",
        title=title,
        text=text,
        date=day,
        place=place,
        payload={"id": id_, "title": title, "text": text},
    )


@pytest.fixture
def engine(tmp_path: Path) -> SearchEngine:
    opened = open_whoosh(tmp_path / "engine", create=True)
    with opened.writer() as writer:
        for row in NOTICES:
            writer.put(document(*row))
    return opened


def ids(engine: SearchEngine, text: str = "", **values: object) -> list[str]:
    return [hit.id for hit in engine.search(Query(text=text, **values)).hits]  # type: ignore[arg-type]  # a test's shorthand


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("kinh tế tập thể", "a"),
        ("kinh te tap the", "a"),
        ("KINH TẾ TẬP THỂ", "a"),
        (unicodedata.normalize("NFD", "kinh tế tập thể"), "a"),
        ("hợp tác xã", "c"),
        ("hop tac", "c"),
        ("hoà bình", "d"),
        ("ủy ban", "d"),
    ],
)
def test_finds(engine: SearchEngine, text: str, first: str) -> None:
    assert ids(engine, text)[0] == first


SCATTERED = (
    ("whole", "Bản tin", "Ở xã có một tổ hợp tác trồng rau và nhiều việc khác nữa được kể lại rất dài dòng. " * 6),
    ("scattered", "Tổ chức hợp đồng", "Tổ trưởng hợp đồng, tác phong tổ chức, hợp lý, tác động, hợp, tổ, tác. " * 2),
    ("part", "Tổ trưởng", "Tổ trưởng dân phố nói."),
    ("other", "Khác", "Không liên quan."),
)


@pytest.mark.parametrize("query", ["tổ hợp tác", "to hop tac", "THT", "tổ hợp tác rau"])
def test_a_word_outranks_its_loose_syllables(tmp_path: Path, query: str) -> None:
    engine = open_whoosh(tmp_path / "engine", create=True)
    with engine.writer() as writer:
        for id_, title, text in SCATTERED:
            writer.put(document(id_, title, text, None, None))
    assert ids(engine, query)[0] == "whole"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tổ hợp tác", {"whole", "scattered"}),  # half of it is not enough where the rest is rare
        ("tổ zzzz", {"whole", "scattered", "part"}),  # what no document has does not count
        ("zzzz yyyy", set()),
        ("liên quan zzzz", {"other"}),
    ],
)
def test_results_have_most_of_a_short_query(tmp_path: Path, query: str, found: set[str]) -> None:
    engine = open_whoosh(tmp_path / "engine", create=True)
    with engine.writer() as writer:
        for id_, title, text in SCATTERED:
            writer.put(document(id_, title, text, None, None))
    assert set(ids(engine, query)) == found
    assert set(ids(engine, fold(query))) == found


def test_favoured_words_order_and_exclude_none(engine: SearchEngine) -> None:
    assert ids(engine, favoured="hoà giải")[0] == "d"
    assert set(ids(engine, favoured="hoà giải")) == {"a", "b", "c", "d"}


def test_without_marks_nothing_is_missed(engine: SearchEngine) -> None:
    for text in ("kinh tế", "phát động thi đua", "hòa giải"):
        plain = "".join(c for c in unicodedata.normalize("NFD", text.replace("đ", "d")) if not unicodedata.combining(c))
        assert set(ids(engine, text)) <= set(ids(engine, plain))


def test_filters_dates_sorts_and_facets_agree(engine: SearchEngine) -> None:
    assert ids(engine, filters={"place": ("Sơn La",)}, sort="oldest") == ["a", "c"]
    assert ids(engine, sort="newest")[:2] == ["c", "b"]
    assert ids(engine, date_from="2019", date_to="2020") and set(ids(engine, date_from="2019", date_to="2020")) == {
        "b",
        "c",
    }
    assert ids(engine, "kinh tế", without=("dục",)) == ["a"]
    assert set(ids(engine, "kinh tế", without=("đục",))) == {"a", "b"}, "with marks, only these marks are excluded"
    assert ids(engine, phrases=("kinh te",)) and not ids(engine, phrases=("kính tế",))
    assert ids(engine, "kinh tế tập thể", phrases=("tập thể phát triển",)) == ["a"]
    results = engine.search(Query())
    assert results.facets["place"] == {"Sơn La": 2, "Nghệ An": 1}
    for place, count in results.facets["place"].items():
        assert engine.search(Query(filters={"place": (place,)})).total == count


def test_bm25_figures(engine: WhooshEngine) -> None:
    segment = engine._snapshot.segments[0]
    (ours,) = score([segment], [FieldTerms("plain", ("htx",), 1.0)])
    postings = segment.postings("plain", "htx")
    at, frequency = int(postings.documents[0]), float(postings.counts[postings.counts > 0][0])
    length, average = float(segment.lengths("plain")[at]), float(segment.reader.field_length("plain")) / segment.size
    norm = K1 * (1 - B + B * length / average)
    wanted = idf(segment.size, 1) ** IDF_POWER * frequency * (K1 + 1) / (frequency + norm)
    assert math.isclose(float(ours[at]), wanted, rel_tol=1e-4)


def test_replacing_and_deleting_are_seen_after_refresh(tmp_path: Path, engine: SearchEngine) -> None:
    reader = open_whoosh(tmp_path / "engine")
    with engine.writer() as writer:
        writer.put(document("a", "Khác hẳn", "Nội dung mới", "2021-01-01", None))
        writer.delete("notice", "b")
    assert reader.count("notice") == 4, "a reader keeps what it began with"
    reader.refresh()
    assert reader.count("notice") == 3
    assert ids(reader, "nội dung mới")[0] == "a"
    assert reader.fetch("notice", "b") is None
    reader.close()


def test_an_error_while_writing_changes_nothing(engine: SearchEngine) -> None:
    with pytest.raises(RuntimeError), engine.writer() as writer:
        writer.delete("notice", "a")
        raise RuntimeError
    engine.refresh()
    assert engine.count("notice") == 4
    with engine.writer() as writer:
        writer.delete("notice", "a")
    assert engine.count("notice") == 3


def test_no_index_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="rebuild"):
        open_whoosh(tmp_path)


def test_an_index_of_another_version_is_one_clear_line(tmp_path: Path) -> None:
    whoosh_index.create_in(str(tmp_path), Schema(text=TEXT))
    with pytest.raises(EngineError, match="another version"):
        open_whoosh(tmp_path)


def test_processes_write_what_one_writes(tmp_path: Path) -> None:
    engine = open_whoosh(tmp_path / "engine", create=True)
    with engine.writer() as writer:
        writer.put(document(*NOTICES[0]))
    with engine.writer(workers=2) as writer:
        for number in range(70):
            writer.put(document(f"n{number}", f"Tin {number}", "Kinh tế tập thể", f"20{number % 20:02d}", None))
        writer.put(document("a", "Khác hẳn", "Nội dung mới", None, None))
    assert engine.count("notice") == 71
    assert engine.search(Query(text="kinh tế tập thể")).total == 70
    assert [hit.payload["title"] for hit in engine.search(Query(text="nội dung mới")).hits] == ["Khác hẳn"]


def test_a_worker_that_is_killed_leaves_the_index_as_it_was(tmp_path: Path, engine: WhooshEngine) -> None:
    with pytest.raises(EngineError, match="stopped"), engine.writer(workers=1) as writer:
        for number in range(30):
            writer.put(document(f"n{number}", "Tin", "Kinh tế tập thể", None, None))
        (process,) = writer._workers._processes[0]._processes.values()
        process.kill()
        for number in range(30, 300):
            writer.put(document(f"n{number}", "Tin", "Kinh tế tập thể", None, None))
    engine.refresh()
    assert engine.count("notice") == 4
    with engine.writer() as writer:
        writer.delete("notice", "a")
    assert engine.count("notice") == 3


def test_a_document_rewritten_with_its_text_is_not_segmented_again(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    segmented: list[str] = []

    class Watched(Segmenter):
        def compounds(self, text: str) -> list[str]:
            segmented.append(text)
            return super().compounds(text)

    monkeypatch.setattr("indexer.engine.analysis._SEGMENTER", Watched())
    before = document(*NOTICES[0])
    similar = [hit.id for hit in engine.similar("a", 3)]
    for again, wanted in ((replace(before, place="Nghệ An"), 0), (replace(before, text=f"{before.text} xanh"), 1)):
        with engine.writer() as writer:
            writer.put(again)
        assert len(segmented) == wanted
        at = engine._snapshot.newest("notice:a")
        assert at is not None
        assert unpack_words(at[0].text_column("c_words", at[1])) == Counter(
            analyse(f"{again.title}\n{again.text}").compounds
        )
        assert [hit.id for hit in engine.similar("a", 3)] == similar
        segmented.clear()


def test_similar(engine: SearchEngine) -> None:
    assert [hit.id for hit in engine.similar("a", 2)][:1] == ["b"]
    assert engine.similar("none", 2) == []


def test_the_cache_is_bounded() -> None:
    cache = PostingCache(limit_bytes=5000)
    for number in range(50):
        cache.put(("s", "f", str(number)), Postings.of(np.arange(100), np.ones(100), 10_000))
    kept = [number for number in range(50) if cache.get(("s", "f", str(number)))]
    assert 0 < len(kept) <= 5
    assert kept[-1] == 49


@pytest.mark.parametrize(
    ("given", "wanted"), [("hoà", "hòa"), ("Uỷ", "ủy"), ("khoẻ", "khỏe"), ("quý", "quý"), ("toán", "toán")]
)
def test_tones_have_one_place(given: str, wanted: str) -> None:
    assert modern(given) == wanted


def test_numbers_are_masked_before_segmentation() -> None:
    assert analyse("thực hiện 34-CT/TTg về thi đua").compounds == ["thực_hiện", "thi_đua"]


def test_cards_are_read_once_a_commit_and_follow_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def campaign(id_: str, *, carded: bool = True) -> IndexDocument:
        card = {"id": id_, "card": True} if carded else {}
        return IndexDocument(id=id_, type="campaign", title=id_, payload={"id": id_, "text": "…"}, card=card)

    engine = open_whoosh(tmp_path / "engine", create=True)
    assert engine.cards("campaign") == []
    with engine.writer() as writer:
        writer.put(document(*NOTICES[0]))
        for number in range(40):
            writer.put(campaign(f"p{number}"))
    reader = open_whoosh(tmp_path / "engine")
    first = reader.cards("campaign")
    assert [card["id"] for card in first] == [f"p{number}" for number in range(40)]
    assert reader.cards("campaign") is first
    with engine.writer() as writer:
        writer.delete("campaign", "p1")
        writer.put(campaign("new", carded=False))
    assert reader.cards("campaign") is first, "until it is refreshed"
    read: list[int] = []
    monkeypatch.setattr(
        "indexer.engine.whoosh.postings.unpack_cards",
        lambda cards: read.append(len(cards)) or unpack_cards(cards),
    )
    reader.refresh()
    rows = {str(card["id"]): card for card in reader.cards("campaign")}
    assert set(rows) == {f"p{number}" for number in range(40)} - {"p1"} | {"new"}
    assert rows["p0"]["card"]
    assert rows["new"]["text"], "the payload of one that has no card"
    assert read == [1], "the segment that was known is not read again"
