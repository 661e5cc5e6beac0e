from pathlib import Path

from crawler.papers.rtf import read_rtf


def test_paragraphs_and_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi\deff0 K\u7870? HO\u7840?CH\par Th\u7921?c hi\u7879?n 22-CT/TW.\par {\pict "
        + b"0a" * 4000
        + rb"}\trowd TT\cell Vi\u7879?c\cell\row \pard Xong\par}"
    )
    paper = read_rtf(path)
    assert paper.format == "rtf"
    assert paper.text.split("\n")[:2] == ["KẾ HOẠCH", "Thực hiện 22-CT/TW."]
    assert "TT | Việc" in paper.text and "0a0a" not in paper.text


def test_a_cut_file_gives_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 abc\par {\b def")
    assert "abc" in read_rtf(path).text
