from pathlib import Path

import pytest
from PIL import Image

from corpus.errors import InputError
from crawler.papers import picture
from crawler.papers.picture import read_image


def test_pages_of_a_picture_are_kept_where_nothing_reads_scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "reads_scans", lambda: False)
    page = Image.new("L", (827, 1169), 255)
    page.save(tmp_path / "a.tif", save_all=True, append_images=[page], dpi=(100, 100))
    told: list[None] = []
    paper = read_image(tmp_path / "a.tif", lambda: told.append(None))
    assert (len(told), len(paper.pages), paper.text, paper.findings) == (2, 2, "", ("needs-ocr",))
    assert paper.pages[0].width == pytest.approx(595, abs=1)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 no", b"II*\x00\x00"])
def test_what_is_no_picture(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(InputError, match="damaged picture"):
        read_image(tmp_path / "a.png", lambda: None)


def test_one_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("L", (400, 400)).save(tmp_path / "a.png")
    monkeypatch.setattr(picture, "MAX_PIXELS", 1000)
    with pytest.raises(InputError, match="too large"):
        read_image(tmp_path / "a.png", lambda: None)
