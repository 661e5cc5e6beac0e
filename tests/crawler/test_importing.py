"""Files that staff have: what goes in, what is named and skipped."""

import json
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.model import Notice
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
