"""What a person says, as a decision of the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import InputError, NotFound
from corpus.store import Store
from indexer.archive import Archive
from tests.archives import open_archive
from webapp.deciding import decide_mention, document_of, log_rows, mention_at

DIRECTIVE = "chi-thi.34-ct-tw.2014"
SAID = {"who": "Lan", "why": "đã hỏi"}


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[tuple[Archive, Store]]:
    made = tmp_path / "archive"
    shutil.copytree(folder, made)
    archive = open_archive(made)
    with Store.open(made) as store:
        yield archive, store
    archive.close()


def test_a_mention_is_named_by_where_it_begins(opened: tuple[Archive, Store]) -> None:
    archive, _ = opened
    start = archive.notice("hostile")["citations"][0]["start"]
    assert mention_at(archive, "hostile", start)["text"] == "Chỉ thị số 12/CT-TTg"
    with pytest.raises(NotFound, match=rf"no mention begins at 1; its mentions begin at {start}, \d+$"):
        mention_at(archive, "hostile", 1)


def test_a_document_is_kept_as_it_is_known(opened: tuple[Archive, Store]) -> None:
    archive, _ = opened
    found = document_of(archive, "chi-thi.34-ct-tw.2014")
    assert (found.id, found.number, found.issued_on) == (DIRECTIVE, "34-CT/TW", "2014-04-07")
    with pytest.raises(NotFound):
        document_of(archive, "chi-thi.99999-ct-tw")


def test_a_decision_and_its_undoing_stand_in_the_log(opened: tuple[Archive, Store]) -> None:
    archive, store = opened
    start = archive.notice("hostile")["citations"][0]["start"]
    decide_mention(archive, store, "hostile", start, "not-same", DIRECTIVE, **SAID)
    store.undo_decision(1, **SAID)
    first, second = log_rows(store)
    at = first.pop("at")
    assert at[:2] == "20"
    assert first == {
        "decision": 1, "verdict": "not-same", "notice": "hostile", "start": start, "text": "Chỉ thị số 12/CT-TTg", "document": DIRECTIVE,
        "other": None, "who": "Lan", "why": "đã hỏi", "undoes": None, "undone_by": 2,
    }  # fmt: skip
    assert (second["verdict"], second["undoes"], second["undone_by"]) == ("undo", 1, None)


def test_a_text_that_changed_since_it_was_indexed_is_not_decided_about(opened: tuple[Archive, Store]) -> None:
    archive, store = opened
    start = archive.notice("hostile")["citations"][0]["start"]
    store.connection.execute("UPDATE notices SET text = 'khác' WHERE id = 'hostile'")
    with pytest.raises(InputError, match="run 'danchieu index' first"):
        decide_mention(archive, store, "hostile", start, "same", DIRECTIVE, **SAID)
    assert log_rows(store) == []
