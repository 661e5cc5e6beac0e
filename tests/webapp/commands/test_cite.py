"""`cite` and `check`: lines that cannot be read are named and skipped, a draft is judged without an archive too."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webapp.cli import main

TEXT = "Căn cứ Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ."


def run(tmp_path: Path, *arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["--archive", str(tmp_path / "none"), *arguments], input=given)


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_named_and_read_as_far_as_it_is_text(tmp_path: Path, begin: bytes) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(begin + TEXT.encode() + b"\xff")
    row = json.loads(run(tmp_path, "cite", str(file)).stdout)
    assert row["id"] == str(file)
    assert [(one["text"], one["start"]) for one in row["citations"]] == [("Chỉ thị số 12/CT-TTg", 7)]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[]", 'an object with "id" and "text" is wanted'),
        ('{"text": "x"}', 'an object with "id" and "text" is wanted'),
        ('{"id": 1, "text": 2}', 'an object with "id" and "text" is wanted'),
        ('{"id": 1, "text": "x", "place": 3}', "place: a text is wanted"),
        ('{"id": 1, "text": "x", "on": ["2018"]}', "on: a text is wanted"),
        ('{"id": 1, "text": "x", "on": "1/8/2018"}', "on '1/8/2018': write it like 2018-08-01"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_are_done(tmp_path: Path, line: str, fault: str) -> None:
    good = [{"id": None, "text": TEXT}, {"id": 7, "text": "", "place": None, "on": ""}]
    given = "\n".join([json.dumps(good[0]), "  ", line, json.dumps(good[1])])
    told = run(tmp_path, "cite", "--jsonl", given=given.encode())
    rows = [json.loads(row) for row in told.stdout.splitlines()]
    assert [(row["id"], len(row["citations"])) for row in rows] == [(None, 1), (7, 0)]
    assert f"line 3: {fault}" in told.stderr and "; skipped" in told.stderr
    assert told.exit_code == 1 and "1 of the input's lines could not be read" in f"{told.stderr}{told.exception}"


def test_lines_without_fault_end_well(tmp_path: Path) -> None:
    told = run(tmp_path, "cite", "--jsonl", given=json.dumps({"id": "a", "text": TEXT, "on": "2018-08"}).encode())
    assert (told.exit_code, told.stderr, len(told.stdout.splitlines())) == (0, "", 1)


@pytest.mark.parametrize("command", ["cite", "check"])
def test_a_day_is_wanted_as_iso(tmp_path: Path, command: str) -> None:
    told = run(tmp_path, command, "--on", "1/8/2018", "-", given=b"x")
    assert told.exit_code == 2 and "write it like 2018-08-01" in told.stderr


def test_input_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.commands.cite.MAX_BYTES", 10)
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 10)
    assert run(tmp_path, "cite", str(file)).exit_code == 0
    file.write_bytes(b"x" * 11)
    told = run(tmp_path, "cite", str(file))
    assert told.exit_code == 1 and "longer than 10 bytes" in f"{told.stderr}{told.exception}"


def test_a_draft_is_judged_without_an_archive(tmp_path: Path) -> None:
    told = run(tmp_path, "check", "-", given=TEXT.encode())
    assert told.exit_code == 0 and "chưa có kho lưu trữ" in told.stderr
    first, last = told.stdout.splitlines()[0], told.stdout.splitlines()[-1]
    assert "Chỉ thị số 12/CT-TTg" in first and first[0] in "✓?∅≠✎↻" and last.endswith(" 1")
    row = json.loads(run(tmp_path, "check", "--json", "-", given=TEXT.encode()).stdout)
    assert len(row["citations"]) == 1 and sum(row["counts"].values()) == 1


def test_a_draft_without_citations_says_so(tmp_path: Path) -> None:
    assert run(tmp_path, "check", "-", given="Xin chào.".encode()).stdout == "Không thấy dẫn chiếu nào.\n"


def test_a_draft_that_is_not_there_is_named(tmp_path: Path) -> None:
    told = run(tmp_path, "check", str(tmp_path / "gone.txt"))
    assert told.exit_code == 1 and "gone.txt: no such file" in f"{told.stderr}{told.exception}"


def test_explained_citations_are_the_same_with_all_that_was_weighed(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị; theo Kế hoạch 35.", encoding="utf-8"
    )
    plain, told = (
        json.loads(run(tmp_path, "cite", str(file), "--on", "2018-08-01", *more).stdout)["citations"]
        for more in ((), ("--explain",))
    )
    assert [{name: value for name, value in row.items() if name != "weighed"} for row in told] == plain
    assert [
        (row["id"], row["standing"], [piece["code"] for piece in row["against"]]) for row in told[0]["weighed"]
    ] == [
        ("chi-thi.34-ct-tw.2014", "meant", []),
        ("chi-thi.34-ct-tw.2024", "out", ["issued-later", "date-differs", "issuer-differs"]),
    ]
    assert [piece["words"] for piece in told[0]["weighed"][0]["for"]] == [
        "đúng số hiệu 34-CT/TW",
        "đúng ngày 07/4/2014",
        "đúng cơ quan ban hành (Bộ Chính trị)",
    ]
