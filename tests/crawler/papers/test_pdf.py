import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import sync_playwright

from corpus.errors import InputError
from crawler.papers import pdf
from crawler.papers.ocr import reads_scans
from crawler.papers.paper import Paper
from crawler.papers.pdf import read_pdf

SENTENCE = "Căn cứ Nghị định số 107/2017/NĐ-CP ngày 15/9/2017 của Chính phủ, Ủy ban nhân dân tỉnh đề nghị mỗi hợp tác xã chọn một việc khó để làm trong năm nay. "
HTML = (
    "<style>@page{size:A4;margin:20mm}body{font:14pt serif}table{width:100%}td{text-align:center;vertical-align:top}</style>"
    "<table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH HÀ NAM<br>Số: 71/KH-UBND</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>"
    f"<i>Hà Nam, ngày 22 tháng 02 năm 2022</i></td></tr></table><p style='text-align:center'>KẾ HOẠCH<br>Mở đợt thi đua</p><p>{SENTENCE * 3}</p>"
    f"<p style='page-break-before:always'>{SENTENCE * 2}</p>"
)
HEAD = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH HÀ NAM",
    "Số: 71/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Hà Nam, ngày 22 tháng 02 năm 2022",
    "KẾ HOẠCH",
    "Mở đợt thi đua",
]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("printed") / "a.pdf"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(HTML)
        page.pdf(path=str(path), prefer_css_page_size=True)
        browser.close()
    yield path


def scanned(printed: Path, path: Path) -> Path:
    """The first page as an office scans it: 200 dots an inch, a degree aslant."""
    document = pypdfium2.PdfDocument(printed)
    image = document[0].render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    document.close()
    image.rotate(-1.0, resample=Image.Resampling.BICUBIC, fillcolor=255).save(path, resolution=200)
    return path


def read(path: Path) -> tuple[Paper, int]:
    told: list[None] = []
    paper = read_pdf(path, lambda: told.append(None))
    return paper, len(told)


def test_its_own_text_with_the_columns_of_the_head_and_the_way_back(printed: Path) -> None:
    paper, told = read(printed)
    assert paper.text.split("\n")[: len(HEAD)] == HEAD
    assert paper.text.count("107/2017/NĐ-CP") == 5
    assert (told, len(paper.pages), paper.findings) == (2, 2, ())
    assert paper.pages[0].width == pytest.approx(595, abs=1)
    assert {box.page for box in paper.boxes} == {1, 2}
    number = next(box for box in paper.boxes if paper.text[box.start : box.end] == "Số: 71/KH-UBND")
    assert 50 < number.left < number.right < 300 and number.top < number.bottom < 150


def test_a_scan_is_read_where_something_reads_scans_and_is_kept_as_one_elsewhere(
    printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = scanned(printed, tmp_path / "scan.pdf")
    if reads_scans():
        paper, _ = read(path)
        assert paper.findings == ("ocr",)
        assert "Số: 71/KH-UBND" in paper.text and "ngày 22 tháng 02 năm 2022" in paper.text
        assert paper.text.count("107/2017/NĐ-CP") == 3
    monkeypatch.setattr(pdf, "reads_scans", lambda: False)
    paper, told = read(path)
    assert (paper.text, paper.findings, told) == ("", ("needs-ocr",), 1)


def test_more_pages_than_are_read(printed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    paper, told = read(printed)
    assert (len(paper.pages), told, paper.findings) == (1, 1, ("cut",))


@pytest.mark.parametrize("size", [0, 9, 400])
def test_a_damaged_file_is_named(printed: Path, tmp_path: Path, size: int) -> None:
    (tmp_path / "b.pdf").write_bytes(printed.read_bytes()[:size])
    with pytest.raises(InputError, match="damaged PDF"):
        read(tmp_path / "b.pdf")
