"""Answers are read back as they were had, or it is said why not."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.captures import Capture
from corpus.store import Store
from crawler.recorded import CaptureGone, recorded, records_of
from tests.crawler.conftest import Server
from tests.crawler.crawling import ARTICLE, run


@pytest.fixture
def capture(server: Server, tmp_path: Path) -> Capture:
    server.page("/", ARTICLE, Content_Type="text/html; charset=utf-8", X_Robots_Tag="nofollow")
    run(tmp_path, server.url)
    with Store.open(tmp_path) as store:
        return next(store.captures.all())


def test_an_answer_comes_back_as_it_was(capture: Capture, tmp_path: Path) -> None:
    answer = recorded(tmp_path, capture)
    assert answer.body == ARTICLE.encode()
    assert (answer.url, answer.status, answer.media_type, answer.charset) == (capture.url, 200, "text/html", "utf-8")
    assert answer.headers["x-robots-tag"] == "nofollow"


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ({"warc": "none.warc.gz"}, "No such file"),
        ({"warc": "../danchieu.sqlite"}, "No such file"),
        ({"warc_offset": 10_000_000}, "ends before it"),
        ({"digest": "0" * 64}, "not as it was recorded"),
    ],
)
def test_what_cannot_be_read_back_is_told(capture: Capture, tmp_path: Path, harm: dict[str, object], said: str) -> None:
    with pytest.raises(CaptureGone, match=said):
        recorded(tmp_path, replace(capture, **harm))  # type: ignore[arg-type]


def test_the_records_of_a_file_stand_where_they_say(capture: Capture, tmp_path: Path) -> None:
    path = tmp_path / "captures" / capture.warc
    with records_of(path) as records:
        (one,) = records
    assert (one.offset, one.length) == (capture.warc_offset, path.stat().st_size)
    assert one.payload_digest.startswith("sha1:") and one.recorded_at.endswith("Z")
    path.write_bytes(path.read_bytes()[:-30])
    with records_of(path) as records:
        assert list(records) == []
