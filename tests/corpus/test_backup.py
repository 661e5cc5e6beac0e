"""A backup gives the archive back, or nothing: also of an archive that is being written to, cut short, or tampered with."""

import gzip
import json
import shutil
import tarfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.backup import MANIFEST, back_up, restore
from corpus.errors import ArchiveMissing, ArchiveTooNew, InputError
from corpus.store import Store, make_notice

AT = "2026-01-01T00:00:00+00:00"


def archive_of(folder: Path, notices: int = 3) -> Path:
    with Store.open(folder, create=True) as store:
        for n in range(notices):
            store.save(make_notice(id=f"n{n}", site="s", title=f"Tin {n}", text=f"Nội dung {n}."))
    (folder / "captures").mkdir(exist_ok=True)
    (folder / "captures" / "a.warc.gz").write_bytes(gzip.compress(b"WARC/1.0 one") * 50)
    (folder / "index").mkdir(exist_ok=True)
    (folder / "index" / "current").write_text("g0001\n")
    return folder


def texts(folder: Path) -> dict[str, str]:
    with Store.open(folder) as store:
        return {notice.id: notice.text for _, notice in store.changed_since(0)}


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tgz"])
def test_what_is_restored_is_what_was_there_without_what_is_derived(tmp_path: Path, name: str) -> None:
    folder = archive_of(tmp_path / "old")
    made = back_up(folder, tmp_path / name, at=AT)
    assert (made.notices, made.files) == (3, 2)
    again = restore(tmp_path / name, tmp_path / "new")
    assert (again.notices, again.made_at) == (3, AT)
    assert texts(tmp_path / "new") == texts(folder)
    assert (tmp_path / "new/captures/a.warc.gz").read_bytes() == (folder / "captures/a.warc.gz").read_bytes()
    assert not (tmp_path / "new/index").exists()
    with Store.open(folder) as one, Store.open(tmp_path / "new") as two:
        assert one.lineage() == two.lineage()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "new", "old"]), (
        "nothing is left lying about"
    )


def test_a_backup_holds_one_moment_while_others_write(tmp_path: Path) -> None:
    folder = archive_of(tmp_path / "old", 1)
    stop = threading.Event()

    def write() -> None:
        """A crawl: first the capture, then in one transaction two notices that belong together."""
        with Store.open(folder) as store:
            n = 0
            while not stop.is_set():
                with (folder / "captures" / "a.warc.gz").open("ab") as warc:
                    warc.write(b"x" * 999)
                with store.transaction() as db:
                    for side in ("left", "right"):
                        store.save_within(db, make_notice(id=f"{side}-{n}", site="s", title="T", text=f"{side} {n}"))
                n += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for turn in range(5):
            back_up(folder, tmp_path / f"{turn}.tar.gz", at=AT)
    finally:
        stop.set()
        writer.join()
    for turn in range(5):
        restore(tmp_path / f"{turn}.tar.gz", tmp_path / f"new{turn}")
        found = texts(tmp_path / f"new{turn}")
        lefts, rights = ({id_[len(side) :] for id_ in found if id_.startswith(side)} for side in ("left", "right"))
        assert lefts == rights


def changed(edit: Callable[[dict[str, bytes]], None]) -> Callable[[Path], None]:
    """A tampering: the members of a backup, written anew with an edit."""

    def tamper(file: Path) -> None:
        with tarfile.open(file) as tar:
            members = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]
        edit(members)
        with tarfile.open(file, "w") as tar:
            for name, data in members.items():
                path = file.with_name("member")
                path.write_bytes(data)
                tar.add(path, name)
                path.unlink()

    return tamper


def _other_capture(members: dict[str, bytes]) -> None:
    members["captures/a.warc.gz"] = members["captures/a.warc.gz"].replace(b"\x1f", b"\x1e", 1)


def _one_more(members: dict[str, bytes]) -> None:
    manifest = members.pop(MANIFEST)
    members |= {"captures/b.warc.gz": b"", MANIFEST: manifest}


def _outside(members: dict[str, bytes]) -> None:
    manifest = members.pop(MANIFEST)
    members |= {"../outside": b"", MANIFEST: manifest}


def _behind(members: dict[str, bytes]) -> None:
    members["captures/c.warc.gz"] = b""


def _no_json(members: dict[str, bytes]) -> None:
    members[MANIFEST] = b"{"


def _other_count(members: dict[str, bytes]) -> None:
    members[MANIFEST] = json.dumps({**json.loads(members[MANIFEST]), "notices": 4}).encode()


def _cut(part: float) -> Callable[[Path], None]:
    def cut(file: Path) -> None:
        data = file.read_bytes()
        file.write_bytes(data[: int(len(data) * part)])

    return cut


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_cut(0.0), "cannot be restored"),
        (_cut(0.3), "cannot be restored"),
        (_cut(0.7), "cannot be restored"),
        (lambda file: file.write_bytes(b"not a backup at all" * 99), "cannot be restored"),
        (changed(_other_capture), "captures/a.warc.gz: missing, or not as it was"),
        (changed(lambda members: members.pop("captures/a.warc.gz") and None), "captures/a.warc.gz: missing"),
        (changed(_one_more), "captures/b.warc.gz: not named"),
        (changed(_outside), "'../outside' is no file of an archive"),
        (changed(_behind), "behind its manifest"),
        (changed(lambda members: members.pop(MANIFEST) and None), "cut short: it has no manifest"),
        (changed(_no_json), "its manifest cannot be read"),
        (changed(_other_count), "its database is damaged"),
    ],
)
def test_a_harmed_backup_is_refused_and_leaves_nothing(tmp_path: Path, harm: Callable[[Path], None], said: str) -> None:
    file = tmp_path / "a.tar"
    back_up(archive_of(tmp_path / "old"), file, at=AT)
    harm(file)
    with pytest.raises(InputError, match="backup") as caught:
        restore(file, tmp_path / "new")
    assert said in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar", "old"]


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_packed_backup_that_was_cut_short_is_refused(tmp_path: Path, part: float) -> None:
    file = tmp_path / "a.tar.gz"
    back_up(archive_of(tmp_path / "old"), file, at=AT)
    _cut(part)(file)
    with pytest.raises(InputError, match="cannot be restored"):
        restore(file, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_done_is_one_line(tmp_path: Path) -> None:
    folder = archive_of(tmp_path / "old")
    back_up(folder, tmp_path / "a.tar", at=AT)
    with pytest.raises(InputError, match="is there already"):
        back_up(folder, tmp_path / "a.tar", at=AT)
    with pytest.raises(InputError, match="a part of itself"):
        back_up(folder, folder / "captures" / "b.tar", at=AT)
    with pytest.raises(InputError, match="is not empty"):
        restore(tmp_path / "a.tar", folder)
    with pytest.raises(InputError, match="no such file"):
        restore(tmp_path / "b.tar", tmp_path / "new")
    with pytest.raises(ArchiveMissing, match="nothing to back up"):
        back_up(tmp_path / "none", tmp_path / "c.tar", at=AT)
    shutil.rmtree(folder)
    folder.mkdir()
    restore(tmp_path / "a.tar", folder)
    assert len(texts(folder)) == 3, "an empty folder will do"


def test_a_backup_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.tar"
    back_up(archive_of(tmp_path / "old"), file, at=AT)
    changed(lambda members: members.update({MANIFEST: members[MANIFEST].replace(b'"schema": ', b'"schema": 9')}))(file)
    with pytest.raises(ArchiveTooNew, match="newer version"):
        restore(file, tmp_path / "new")
