import subprocess

import numpy
import pytest

from corpus.errors import InputError
from crawler.papers import ocr

TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t400\t400\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t20\t40\t60\t20\t96\tChỉ\n"
    "5\t1\t1\t1\t1\t2\t90\t40\t60\t20\t95\tthị\n"
    "5\t1\t1\t1\t1\t3\t160\t40\t4\t20\t30\t~\n"
    "5\t1\t1\t1\t1\t4\t170\t40\t20\t20\t50\t22\n"
    "5\t1\t1\t1\t1\t5\t200\t40\t90\t20\t90\tQĐÐ-UBNÐ\n"
)


def blank() -> numpy.ndarray:
    return numpy.full((400, 400), 255, dtype=numpy.uint8)


def test_words_in_points_and_lines_that_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, TABLE.encode(), b""))
    grey = blank()
    grey[300:304, 50:350] = 0
    page = ocr.read_picture(grey[:, :, None], 3, 0.5, 200)
    assert [word.text for word in page.words] == ["Chỉ", "thị", "22", "QĐ-UBNĐ"]  # a speck is none
    assert (page.number, page.width, page.height, page.lean) == (3, 200, 200, 0)
    assert (page.words[0].left, page.words[0].top, page.words[0].right, page.words[0].page) == (10, 20, 40, 3)
    (rule,) = page.rules
    assert rule.is_level and rule.right - rule.left == pytest.approx(150, abs=2)


def test_a_coarse_picture_is_enlarged_and_measured_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        return subprocess.CompletedProcess([], 0, TABLE.encode(), b"")

    monkeypatch.setattr(ocr.subprocess, "run", run)
    page = ocr.read_picture(blank(), 1, 0.72, 100)
    assert "200" in asked[0]
    assert (page.width, page.words[0].left) == (pytest.approx(288), pytest.approx(7.2))


def test_what_takes_too_long_or_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, b"", b""))
    with pytest.raises(InputError, match="cannot read"):
        ocr.read_picture(blank(), 1, 0.5, 200)

    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 1)

    monkeypatch.setattr(ocr.subprocess, "run", late)
    with pytest.raises(InputError, match="seconds a page"):
        ocr.read_picture(blank(), 1, 0.5, 200)


@pytest.mark.parametrize(("languages", "here"), [("eng\nvie\n", True), ("eng\nosd\n", False)])
def test_whether_scans_are_read(monkeypatch: pytest.MonkeyPatch, languages: str, here: bool) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(ocr.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, languages, ""))
    assert ocr.reads_scans.__wrapped__() is here
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None)
    assert ocr.reads_scans.__wrapped__() is False
