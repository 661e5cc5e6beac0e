"""Files that staff have: what goes in, what is named and skipped."""

import json
import os
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.model import Notice
from corpus.store import Store
from crawler.importing import ImportFault, notice_of_row, read_files


def test_import_names_what_it_skips(tmp_path: Path) -> None:
    good = {"id": "n1", "title": "T", "text": "Một thông báo.", "published_on": "2018-01-02"}
    lines = [
        json.dumps(good),
        "not json",
        '{"id": 5, "text": "x"}',
        '{"title": "no text"}',
        '{"text": "x", "published_on": "hôm qua"}',
        '{"text": "a\\u0000b\\ud800c"}',
        "",
        "[" * 100_000,
        json.dumps({**good, "id": "n2"}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.txt").write_text("LIÊN MINH\nSố: 5/KH-LMHTX\nNội dung.", encoding="utf-8")
    (tmp_path / "c.html").write_text("<p>ngắn</p>", encoding="utf-8")
    (tmp_path / "d.bin").write_bytes(b"\x00")
    items = list(read_files([tmp_path, tmp_path / "d.bin"]))
    notices = [item for item in items if isinstance(item, Notice)]
    faults = [item for item in items if isinstance(item, ImportFault)]
    assert [row.id for row in notices[:1]] == ["n1"]
    assert "n2" in [row.id for row in notices]
    assert any(row.head and row.head.number == "5/KH-LMHTX" for row in notices)
    assert [fault.where.rsplit("/", 1)[-1] for fault in faults] == [
        "a.jsonl line 2",
        "a.jsonl line 3",
        "a.jsonl line 4",
        "a.jsonl line 5",
        "a.jsonl line 8",
        "c.html",
        "d.bin",
    ]
    assert any(row.text == "ab\ufffdc" for row in notices)
    with pytest.raises(InputError, match="no such file"):
        list(read_files([tmp_path / "none"]))


HEAD = "LIÊN MINH HTX TỈNH PHÚ YÊN\nSố: 45/KH-LMHTX\n"


def test_what_a_row_does_not_say_comes_from_the_head() -> None:
    row = notice_of_row({"text": f"{HEAD}Phú Yên, ngày 06 tháng 8 năm 2018\nKẾ HOẠCH\nThi đua"})
    assert (row.issuer, row.place) == ("Liên minh Hợp tác xã tỉnh Phú Yên", "Phú Yên")
    assert row.published_on == "2018-08-06"
    assert row.head is not None
    assert (row.head.kind, row.head.number, row.head.issued_on) == ("ke-hoach", "45/KH-LMHTX", "2018-08-06")


def test_what_a_row_says_is_kept() -> None:
    given = {"text": HEAD, "place": "Kon Tum", "issuer": "Liên minh Hợp tác xã tỉnh Kon Tum", "published_on": "2019-01"}
    row = notice_of_row(given)
    assert (row.issuer, row.place, row.published_on) == (given["issuer"], given["place"], given["published_on"])
    assert row.head is not None
    assert row.head.issued_on == "2019-01", "a head without a date takes the day of publication"


def test_text_in_an_old_encoding_is_stored_in_unicode() -> None:
    legacy = "Thùc hiÖn NghÞ quyÕt sè 13/NQ/TW ngµy 18/3/2002 cña Ban ChÊp hµnh Trung \u00ad¬ng §¶ng"
    row = notice_of_row({"text": legacy})
    assert row.text == "Thực hiện Nghị quyết số 13/NQ/TW ngày 18/3/2002 của Ban Chấp hành Trung ương Đảng"
    assert len(row.text) == len(legacy)


def test_a_long_line_is_named_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.importing.MAX_LINE_BYTES", 1000)
    lines = [json.dumps({"text": "x" * 5000}), json.dumps({"id": "after", "text": "Một thông báo."})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    fault, notice = read_files([tmp_path])
    assert isinstance(fault, ImportFault)
    assert "longer than" in fault.reason
    assert isinstance(notice, Notice)
    assert notice.id == "after"


BAD_LINES: dict[str, bytes] = {
    "an integer of 5,000 digits": b'{"text": "a", "n": ' + b"9" * 5000 + b"}",
    "a text that is one": b'{"text": ' + b"9" * 5000 + b"}",
    "a surrogate in the id": b'{"text": "a", "id": "a\\ud800b"}',
    "a surrogate in the url": b'{"text": "a", "url": "http://a/\\udfffb"}',
    "a surrogate in the day": b'{"text": "a", "published_on": "2019\\ud800"}',
    "deep lists": b"[" * 200_000,
    "deep objects": b'{"text": ' * 100_000,
    "deep in a field": b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "NaN for a text": b'{"text": NaN}',
    "NaN": b"NaN",
    "Infinity for a place": b'{"text": "a", "place": -Infinity}',
    "a list": b'["text"]',
    "a text": b'"text"',
    "null": b"null",
    "true for an id": b'{"text": "a", "id": true}',
    "a list for a title": b'{"text": "a", "title": ["b"]}',
    "an object for an issuer": b'{"text": "a", "issuer": {"name": "b"}}',
    "no text": b'{"title": "a"}',
    "blank text": b'{"text": " \\u200b\\n "}',
    "not UTF-8": b'{"text": "\xff\xfe"}',
    "half a character": b'{"text": "\xe1\xba"}',
    "a NUL": b'{"text": "a"}\x00',
    "NULs": b"\x00" * 50,
    "a control character": b'{"text": "a\x01b"}',
    "two objects": b'{"text": "a"}{"text": "b"}',
    "half an object": b'{"text": "a", "id": "',
    "single quotes": b"{'text': 'a'}",
    "a long id": b'{"text": "a", "id": "' + b"x" * 201 + b'"}',
    "a long url": b'{"text": "a", "url": "http://a/' + b"x" * 5000 + b'"}',
    "a long title": b'{"text": "a", "title": "' + b"x" * 5000 + b'"}',
    "a long place": b'{"text": "a", "place": "' + b"x" * 5000 + b'"}',
    "an id with a line end": b'{"text": "a", "id": "a\\nb"}',
    "a url with a line end": b'{"text": "a", "url": "http://a/\\nb"}',
    "a day with full-width digits": '{"text": "a", "published_on": "２０１９-04-01"}'.encode(),
    "a month that is none": b'{"text": "a", "published_on": "2019-13"}',
    "a page": b"<html><body>text</body></html>",
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_bad_line_is_that_lines_fault(tmp_path: Path, name: str) -> None:
    good = json.dumps({"id": "after", "text": "Một thông báo."}).encode()
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "before", "text": "b"}\n' + BAD_LINES[name] + b"\n" + good)
    before, fault, after = read_files([tmp_path])
    assert isinstance(fault, ImportFault)
    assert fault.where.endswith("a.jsonl line 2")
    assert fault.reason and "\n" not in fault.reason and len(fault.reason) < 200
    assert isinstance(before, Notice) and isinstance(after, Notice)
    with Store.open(tmp_path / "archive", create=True) as store:
        assert [store.save(row) for row in (before, after)] == ["added", "added"]


def test_a_surrogate_inside_words_is_stored_as_a_sign_for_what_cannot_be_read(tmp_path: Path) -> None:
    line = b'{"text": "a\\ud800b", "title": "\\udc00", "place": "\\udbff", "issuer": "x\\ud8ff", "other": "\\ud800"}'
    (tmp_path / "a.jsonl").write_bytes(line)
    (row,) = read_files([tmp_path])
    assert isinstance(row, Notice)
    with Store.open(tmp_path / "archive", create=True) as store:
        store.save(row)
        assert store.notice(row.id) == row


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_lines_behind_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    lines = "".join(json.dumps({"id": id_, "text": "Thông báo."}, ensure_ascii=False) + "\r\n" for id_ in "ab")
    (tmp_path / "a.jsonl").write_bytes(lines.encode(encoding))
    assert [row.id for row in read_files([tmp_path]) if isinstance(row, Notice)] == ["a", "b"]


def test_a_folder_names_each_file_that_it_skips(tmp_path: Path) -> None:
    text = "Thực hiện Chỉ thị số 22-CT/TW."
    sub = tmp_path / "thư"
    sub.mkdir()
    names = ("a.pdf", "b.DOCX", "c.doc", "d.jpg", "e.csv", "f", "g.json", "h.xyz", "thư/i.odt")
    for name in names:
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7\n" + text.encode())
    (tmp_path / "letter.html").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + text.encode("utf-16-le"))
    (tmp_path / "rows.jsonl").write_bytes(b"PK\x03\x04" + text.encode())
    (tmp_path / "good.txt").write_text(text, encoding="utf-8")
    (sub / "wide.TXT").write_text(f"{text} Hai.", encoding="utf-16")
    (sub / "link").symlink_to(tmp_path, target_is_directory=True)
    (sub / "broken.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(sub / "pipe.txt")
    for hidden in (".git", "__MACOSX"):
        (tmp_path / hidden).mkdir()
        (tmp_path / hidden / "x.txt").write_text(text, encoding="utf-8")
    for hidden in (".DS_Store", "Thumbs.db", "desktop.ini", "~$b.docx"):
        (tmp_path / hidden).write_bytes(b"x")
    items = list(read_files([tmp_path, tmp_path / "a.pdf"]))
    faults = {str(Path(row.where).relative_to(tmp_path)): row.reason for row in items if isinstance(row, ImportFault)}
    others = ("scan.txt", "letter.html", "rows.jsonl", "thư/link", "thư/broken.txt", "thư/pipe.txt")
    assert sorted(faults) == sorted((*names, *others))
    assert "PDF" in faults["a.pdf"] and "PDF" in faults["scan.txt"]
    assert "Word" in faults["b.DOCX"] and faults["letter.html"] == "a damaged DOC"
    assert sorted(row.text for row in items if isinstance(row, Notice)) == [text, f"{text} Hai."]


def test_a_path_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_files([tmp_path / "none"])  # before anything is asked of it


def test_a_paper_saved_as_a_page_is_titled_by_its_own_text(tmp_path: Path) -> None:
    lines = (
        "UBND TỈNH HÀ NAM",
        "Số: 5/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Hà Nam, ngày 1 tháng 2 năm 2020",
        "KẾ HOẠCH",
        "Mở đợt thi đua",
        "Thực hiện Chỉ thị số 22-CT/TW, Ủy ban nhân dân tỉnh phát động thi đua. " * 8,
    )
    body = "".join(f"<p>{line}</p>" for line in lines)
    (tmp_path / "a.doc").write_text(
        f"<html><title>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</title><body>{body}</body></html>", encoding="utf-8"
    )
    (notice,) = read_files([tmp_path])
    assert isinstance(notice, Notice)
    assert (notice.title, notice.place) == ("Kế hoạch Mở đợt thi đua", "Hà Nam")
