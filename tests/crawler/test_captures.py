"""Answers kept as WARC, and read again from files that were damaged."""

from pathlib import Path

import pytest

from crawler.captures import Captures
from crawler.fetcher import Response
from tests.crawler.captured import read_captures


def kept(folder: Path) -> tuple[Path, list[int]]:
    """Five answers in one file, and where each begins."""
    captures = Captures(folder)
    places = []
    for n in range(5):
        url = f"http://e.vn/{n}"
        body = f"<p>{n} {' '.join(str(n * k * 7919) for k in range(400))}</p>".encode()
        headers = {"content-type": "text/html; charset=utf-8"}
        places.append(captures.write(Response(asked=url, url=url, status=200, headers=headers, body=body))[1])
    captures.close()
    return next((folder / "captures").iterdir()), places


@pytest.mark.parametrize("damage", ["none", "flipped", "blank", "torn", "head"])
def test_records_behind_a_damaged_one_are_read(tmp_path: Path, damage: str) -> None:
    path, places = kept(tmp_path)
    data = bytearray(path.read_bytes())
    middle = (places[2] + places[3]) // 2
    wanted = ["0", "1", "3", "4"]
    match damage:
        case "none":
            wanted = ["0", "1", "2", "3", "4"]
        case "flipped":
            data[middle : middle + 40] = bytes(byte ^ 0xFF for byte in data[middle : middle + 40])
        case "blank":
            data[middle : middle + 40] = bytes(40)
        case "head":
            data[places[2] : places[2] + 2] = b"xx"
        case "torn":
            data, wanted = data[: places[4] + 30], ["0", "1", "2", "3"]
    path.write_bytes(data)
    read = list(read_captures(tmp_path))
    assert [url[-1] for url, _, _ in read] == wanted
    assert all(claim == "utf-8" and body.startswith(b"<p>") and body.endswith(b"</p>") for _, claim, body in read)
