import hashlib
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.database import DATABASE
from corpus.errors import ArchiveLocked, ArchiveMissing, ArchiveTooNew, ArchiveUnusable, InputError, NotFound
from corpus.model import Head, Notice
from corpus.store import Store, digest_of, make_notice, now, writer_lock


def notice(id_: str = "a", text: str = "Một thông báo.", **values: object) -> Notice:
    return make_notice(id=id_, site="s", title="T", text=text, **values)  # type: ignore[arg-type]  # a test's shorthand


def test_saves_and_reads_back(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a", create=True) as store:
        saved = notice(
            url="http://x/1", place="Nghệ An", head=Head(kind="ke-hoach", number="1/KH-LMHTX", issued_on="2018-01-02")
        )
        assert store.save(saved) == "added"
        assert store.notice("a") == saved
        assert store.save(saved) == "unchanged"
        assert store.save(notice(text="Khác.")) == "updated"
        assert store.count() == 1


def test_the_same_text_is_stored_once(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        assert store.save(notice("a", url="http://x/1")) == "added"
        assert store.save(notice("b", url="http://x/2")) == "duplicate"
        assert store.save(notice("c", url="http://x/3"), keep_twin=True) == "added"
        assert store.count() == 2


def test_changes_are_told_in_order(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, store.batches(size=2) as save:
        for name in "abcde":
            save(notice(name, text=f"Văn bản {name}"))
    with Store.open(tmp_path) as store:
        seen = [(revision, row.id) for revision, row in store.changed_since(2)]
        assert [id_ for _, id_ in seen] == ["c", "d", "e"]
        store.withdraw("a", "trùng")
        assert store.removed_since(5) == ["a"]
        with pytest.raises(NotFound):
            store.notice("a")


def test_missing_and_unusable_folders(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="there is none"):
        Store.open(tmp_path / "none")
    assert not (tmp_path / "none").exists(), "looking for an archive makes none"
    (tmp_path / "file").write_text("x")
    for unusable in (
        tmp_path / "file" / "archive",
        tmp_path / "file",
        Path("/proc/danchieu"),
        Path("/dev/null/archive"),
    ):
        with pytest.raises(ArchiveUnusable, match="cannot be used"):
            Store.open(unusable, create=True)


@pytest.mark.parametrize(
    "content", [b"this is no database, only text" * 100, b"", b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_files_that_are_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    if not content:
        Store.open(tmp_path).close()  # an empty file is a database that nobody wrote to yet
        return
    with pytest.raises(ArchiveUnusable, match="cannot be used"):
        Store.open(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("CREATE TABLE notices (anything)")
    db.close()
    with pytest.raises(ArchiveUnusable, match="another program"):
        Store.open(tmp_path)


def test_a_folder_in_the_place_of_the_database(tmp_path: Path) -> None:
    (tmp_path / DATABASE).mkdir()
    with pytest.raises(ArchiveUnusable, match="cannot be used"):
        Store.open(tmp_path)


def test_a_folder_that_takes_no_lock(tmp_path: Path) -> None:
    (tmp_path / "writer.lock").mkdir()
    with pytest.raises(ArchiveUnusable, match="cannot be written"), writer_lock(tmp_path):
        pass


def test_a_full_disk_takes_back_what_was_not_complete(tmp_path: Path) -> None:
    """SQLite's own bound on pages answers as a full disk does."""
    with Store.open(tmp_path, create=True) as store:
        store.save(notice("a"))
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(ArchiveUnusable, match="full"), store.batches(size=5) as save:
            for n in range(10):
                save(notice(f"b{n}", text="Một thông báo dài. " * 1000))
        assert [row.id for _, row in store.changed_since(0)] == ["a"]
        store.connection.execute("PRAGMA max_page_count = 1000000")
        assert store.save(notice("c")) == "added"


def test_a_newer_archive_is_left_alone(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(ArchiveTooNew, match="newer version"):
        Store.open(tmp_path)


def test_an_error_takes_back_the_whole_transaction(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with pytest.raises(RuntimeError), store.transaction() as db:
            store.save_within(db, notice())
            raise RuntimeError
        assert store.count() == 0


def test_one_writer_at_a_time_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        "import sys,time;from pathlib import Path;from corpus.store import writer_lock\n"
        "with writer_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(ArchiveLocked), writer_lock(tmp_path):
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with writer_lock(tmp_path):
        pass


@pytest.mark.parametrize("id_", ["", "a b", "a/b", "x" * 300, "a?b", "a#b"])
def test_ids_that_no_url_could_carry(id_: str) -> None:
    with pytest.raises(InputError):
        notice(id_)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"url": "http://x/1"}, {"url": "http://x/2"}),
        ({"place": "Nghệ An"}, {"place": "Hà Nam"}),
        ({"place": "Nghệ An"}, {"place": None}),
        ({"published_on": "2018-01-01"}, {"published_on": "2018-01-02"}),
        ({"issuer": "Sở Nội vụ"}, {"issuer": "Sở Tài chính"}),
        ({}, {"head": Head(kind="ke-hoach", number="1/KH-LMHTX")}),
        (
            {"head": Head(kind="ke-hoach", number="1/KH-LMHTX")},
            {"head": Head(kind="ke-hoach", number="1/KH-LMHTX", issued_on="2018")},
        ),
        ({}, {"text": "Khác."}),
    ],
)
def test_whatever_is_said_anew_is_a_change(tmp_path: Path, first: dict[str, object], second: dict[str, object]) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(notice(**{"text": "Một.", **first}))  # type: ignore[arg-type]
        before = store.revision()
        changed = notice(**{"text": "Một.", **first, **second})  # type: ignore[arg-type]
        assert store.save(changed) == "updated"
        assert store.notice("a") == changed
        assert store.revision() == before + 1
        assert store.save(changed) == "unchanged"
        assert store.revision() == before + 1, "what is not changed has no new revision"


def test_another_site_of_the_same_notice_is_a_change(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(make_notice(id="a", site="s", title="T", text="Một."))
        assert store.save(make_notice(id="a", site="khác", title="T", text="Một.")) == "updated"


def test_a_later_fetch_of_the_same_is_none(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        first = make_notice(id="a", site="s", title="T", text="Một.", fetched_at="2018-01-01T00:00:00+00:00")
        store.save(first)
        again = make_notice(id="a", site="s", title="T", text="Một.", fetched_at="2019-01-01T00:00:00+00:00")
        assert store.save(again) == "unchanged"
        assert store.notice("a").fetched_at == first.fetched_at


def test_the_same_address_keeps_its_id_unless_twins_are_kept(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(notice("a", url="http://x/1"))
        assert store.save(notice("b", text="Khác.", url="http://x/1")) == "updated"
        assert store.notice("a").text == "Khác."
        assert store.save(notice("c", text="Ba.", url="http://x/1"), keep_twin=True) == "added"
        assert store.count() == 2


@pytest.mark.parametrize(
    ("twin", "wanted"),
    [
        ({"url": "http://x/2"}, "duplicate"),
        ({"url": None}, "added"),  # nothing but an address is noted of a twin
    ],
)
def test_twins(tmp_path: Path, twin: dict[str, object], wanted: str) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(notice("a", url="http://x/1"))
        assert store.save(notice("b", **twin)) == wanted  # type: ignore[arg-type]
        assert (
            store.save(make_notice(id="c", site="khác", title="T", text="Một thông báo.", url="http://y/2")) == "added"
        )


def test_twins_of_a_batch_are_kept_unless_asked_otherwise(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with store.batches() as save:
            assert [save(notice(id_, url=f"http://x/{id_}")) for id_ in "ab"] == ["added", "added"]
        with store.batches(keep_twins=False) as save:
            assert save(notice("c", url="http://x/c")) == "duplicate"


def test_a_batch_is_committed_each_time_it_is_full(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, Store.open(tmp_path) as other:
        seen = []
        with store.batches(size=2) as save:
            for id_ in "abcde":
                save(notice(id_, text=id_))
                seen.append(other.count())
        assert [*seen, other.count()] == [0, 2, 2, 4, 4, 5]


def test_a_batch_that_ends_in_an_error_keeps_what_was_saved(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with pytest.raises(RuntimeError), store.batches(size=2) as save:
            for id_ in "abc":
                save(notice(id_, text=id_))
            raise RuntimeError
        assert store.count() == 3


def test_another_id_and_address_for_a_notice(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(notice("a", url="http://x/1", place="Nghệ An", issuer="Sở Nội vụ"))
        store.save(notice("b", url="http://x/2"))  # a twin: its address leads to `a`
        before = store.revision()
        with store.transaction() as db:
            store.readdress_within(db, "a", id="z", url="http://x/9")
        moved = store.notice("z")
        assert (moved.url, moved.place, moved.issuer, moved.text) == (
            "http://x/9",
            "Nghệ An",
            "Sở Nội vụ",
            "Một thông báo.",
        )
        assert store.count() == 1
        assert store.revision() == before + 1
        assert [(revision, row.id) for revision, row in store.changed_since(before)] == [(before + 1, "z")]
        assert store.removed_since(before) == ["a"]
        assert store.removed_since(before + 1) == []
        leads = store.connection.execute("SELECT url, notice_id FROM notice_urls").fetchall()
        assert [tuple(row) for row in leads] == [("http://x/2", "z")]
        with store.transaction() as db:
            store.readdress_within(db, "z", id="a", url="http://x/1")
        assert store.removed_since(0) == ["z"], "an id that is used again is no longer gone"


def test_an_id_that_is_stored_again_is_no_longer_gone(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(notice("a", url="http://x/1"))
        with store.transaction() as db:
            store.readdress_within(db, "a", id="z", url="http://x/9")
        store.save(notice("a", text="Khác.", url="http://x/1"))
        assert store.removed_since(0) == []


def test_what_a_store_says_of_missing_notices_and_ids(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, pytest.raises(NotFound, match="notice 'x': not in this archive"):
        store.notice("x")
    with pytest.raises(InputError, match=r"notice id 'a b': use 1 to 200 characters without spaces"):
        notice("a b")
    assert notice("x" * 200).id == "x" * 200
    with pytest.raises(InputError, match=f"'{'x' * 60}'"):
        notice("x" * 201)


def test_fields_of_a_notice_are_normalised_once() -> None:
    made = make_notice(
        id="a",
        site="s",
        title=" Kế  hoa\u0323ch ",
        text="Một\r\nhai  ",
        place=" Nghệ  An ",
        issuer="  Sở   Nội vụ",
        head=None,
    )
    assert (made.title, made.text, made.place, made.issuer) == ("Kế hoạch", "Một\nhai", "Nghệ An", "Sở Nội vụ")
    assert made.digest == digest_of("Kế hoạch", "Một\nhai")
    assert make_notice(id="a", site="s", title="T", text="x", place="", issuer="").place is None
    assert make_notice(id="a", site="s", title="T", text="x", issuer="").issuer is None


def test_digests_tell_titles_and_texts_apart() -> None:
    assert digest_of("a", "b") == hashlib.sha256(b"a\nb").hexdigest()
    assert digest_of("a\n", "b") != digest_of("a", "b")
    assert digest_of("\ud800", "b") == digest_of("?", "b"), "half a character is none"


def test_moments_are_whole_seconds_in_utc() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", now())
    assert notice().fetched_at[:13] == now()[:13] or notice().fetched_at[:13] == now()[:13]


def test_what_changed_comes_in_the_order_of_the_changes_however_much_it_is(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with store.batches() as save:
            for n in range(405):
                save(notice(f"n{n}", text=str(n)))
        store.save(notice("n0", text="mới"))
        told = list(store.changed_since(0))
        assert [revision for revision, _ in told] == list(range(2, 407))
        assert told[-1][1].id == "n0"
        assert list(store.changed_since(406)) == []


def test_a_moment_is_read_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as writer, Store.open(tmp_path) as reader:
        writer.save(notice("a"))
        with reader.reading():
            assert reader.count() == 1
            writer.save(notice("b", text="Khác."))
            assert reader.count() == 1
        assert reader.count() == 2


def test_sources_are_remembered_once_in_their_order(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        assert store.sources() == []
        for url in ("http://b/", "http://a/", "http://b/"):
            store.add_source(url)
        assert store.sources() == ["http://b/", "http://a/"]


def test_closing_twice_is_fine(tmp_path: Path) -> None:
    store = Store.open(tmp_path, create=True)
    store.close()
    store.close()
