"""How links are judged against a known truth."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.identity import Figures, Judged, citations_of, is_document, judge, main, read_rows
from corpus.errors import InputError

TRUE = {"kind": "chi-thi", "number": "05-CT/TW", "issued_on": "2016-05-15", "place": None}
CONGRESS = {"kind": "nghi-quyet", "number": None, "name": "Nghị quyết Đại hội XII của Đảng"}


def linked(**change: Any) -> dict[str, Any]:
    known = {"id": "chi-thi.5-ct-tw.2016", "kind": "chi-thi", "number": "5-CT/TW", "issued_on": "2016-05-15", "place": None, "title": None}  # fmt: skip
    return {**known, **change}


@pytest.mark.parametrize(
    ("target", "wanted", "is_it"),
    [
        (linked(), TRUE, True),
        (linked(number="05-CT/TW"), TRUE, True),
        (linked(number="15-CT/TW"), TRUE, False),
        (linked(kind="ket-luan"), TRUE, False),
        (linked(issued_on="2016"), TRUE, True),
        (linked(issued_on=None), TRUE, True),
        (linked(issued_on="2011-05-14"), TRUE, False),
        (linked(place="Sơn La"), {**TRUE, "place": "Nghệ An"}, False),
        (linked(place="Sơn La"), TRUE, True),
        (linked(number=None), TRUE, False),
        (linked(), {**TRUE, "number": None}, False),
        (linked(kind="nghi-quyet", number=None, title="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng", issued_on=None), CONGRESS, True),
        (linked(kind="nghi-quyet", number=None, id="nghi-quyet.dai-hoi-dang-12", issued_on=None), CONGRESS, True),
        (linked(kind="nghi-quyet", number=None, title="Nghị quyết Đại hội XIII của Đảng", id="nghi-quyet.dai-hoi-dang-13"), CONGRESS, False),
        (linked(kind="nghi-quyet", number=None, title="Hiến chương XII", id="nghi-quyet.khac"), CONGRESS, False),
    ],
)  # fmt: skip
def test_a_document_is_the_true_one(target: dict[str, Any], wanted: dict[str, Any], is_it: bool) -> None:
    assert is_document(target, wanted) is is_it


def marked(start: int, target: Any = TRUE, **more: Any) -> dict[str, Any]:
    return {"notice": "a", "start": start, "end": start + 10, "text": "Chỉ thị 05", "target": target, **more}


def citation(start: int, status: str = "resolved", target: Any = None, **more: Any) -> dict[str, Any]:
    said = {"number": "05", "issued_on": None, "issuer": None, "relation": "mentions"}
    chosen = (target or linked()) if status == "resolved" else None
    return {"notice": "a", "start": start, "end": start + 10, "status": status, "target": chosen, **said, **more}


@pytest.mark.parametrize(
    ("gold", "found", "verdict"),
    [
        (marked(5), [citation(5)], "right"),
        (marked(5), [citation(14)], "right"),
        (marked(5), [citation(15)], "missed"),
        (marked(15), [citation(5)], "missed"),
        (marked(5), [{**citation(5), "notice": "b"}], "missed"),
        (marked(5), [citation(5, target=linked(number="6-CT/TW"))], "wrong"),
        (marked(5, None), [citation(5)], "wrong"),
        (marked(5, None), [citation(5, "ambiguous")], "rightly open"),
        (marked(5), [citation(5, "ambiguous")], "abstained"),
        (marked(5), [citation(5, "unresolved")], "abstained"),
        (marked(5), [citation(1, "unresolved"), citation(6)], "right"),
    ],
)
def test_what_became_of_a_mention(gold: dict[str, Any], found: list[dict[str, Any]], verdict: str) -> None:
    (judged,), _ = judge([gold], found)
    assert judged.verdict == verdict


def test_citations_that_nobody_marked_are_counted() -> None:
    _, beside = judge([marked(5)], [citation(5), citation(40), {**citation(5), "notice": "b"}])
    assert beside == 2


def test_two_mentions_side_by_side_have_each_their_own() -> None:
    first, second = citation(5), citation(14)
    judged, beside = judge([marked(6), marked(12)], [second, first])
    assert ([one.found for one in judged], beside) == ([first, second], 0)


@pytest.mark.parametrize(
    ("name", "said", "wanted", "agrees"),
    [
        ("number", "05", "5", True),
        ("number", None, None, True),
        ("number", "05", None, False),
        ("issued_on", "2016", "2016-05", False),
        ("issuer", "Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", True),
        ("issuer", "Tỉnh ủy", "UBND tỉnh", False),
        ("issuer", None, "UBND tỉnh", False),
        ("relation", "mentions", "implements", False),
    ],
)
def test_fields(name: str, said: Any, wanted: Any, agrees: bool) -> None:
    judged = Judged(marked(5, **{name: wanted}), citation(5, **{name: said}), "right")
    assert judged.field_agrees(name) is agrees
    assert Figures.of([judged]).fields[name] == float(agrees)


def test_figures() -> None:
    verdicts = ("right", "right", "right", "wrong", "abstained", "missed")
    judged = [Judged(marked(5), citation(5), verdict) for verdict in verdicts]  # type: ignore[arg-type]
    judged.append(Judged(marked(5, None), citation(5), "rightly open"))
    figures = Figures.of(judged)
    assert (figures.mentions, figures.links, figures.wrong, figures.right, figures.abstained) == (
        7,
        4,
        1 / 4,
        3 / 6,
        1 / 6,
    )
    assert figures.found == 6 / 7
    assert Figures.of([]).as_row()["wrong_per_hundred_links"] is None


@pytest.mark.parametrize(
    ("lines", "told"),
    [("{", "line 1: not JSON"), ("{}\n\n[]", "line 3: an object is wanted"), (None, "cannot be read")],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, lines: str | None, told: str) -> None:
    if lines is not None:
        (tmp_path / "citations.jsonl").write_text(lines, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        read_rows(tmp_path / "citations.jsonl")


def test_a_folder_is_measured_as_one_archive(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
    notice = {"id": "a", "title": "Tin", "text": text, "published_on": "2017-01-01"}
    (tmp_path / "notices.jsonl").write_text(json.dumps(notice), encoding="utf-8")
    gold = {**marked(10), "end": 29, "kind": "chi-thi", "number": "05-CT/TW", "relation": "implements"}
    (tmp_path / "citations.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    assert [row["text"] for row in citations_of(tmp_path)] == ["Chỉ thị số 05-CT/TW"]
    monkeypatch.setattr(sys, "argv", ["identity", str(tmp_path)])
    assert main() == 0
    told = capsys.readouterr().out
    assert "1 mentions, found 100.0, 0 found where none is marked" in told
    assert "wrong links per hundred 0.0 (of 1)" in told and "Chỉ thị " in told
