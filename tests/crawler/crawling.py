"""Crawls of a few pages without delay, and what came of them."""

import sqlite3
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from corpus.store import Store
from crawler.crawl import crawl
from crawler.report import CrawlReport
from crawler.settings import CrawlSettings

ARTICLE = (
    "<html><head><title>Tin</title></head><body><nav><a href='/'>Trang chủ</a></nav><article><h1>Tin số {n} về hợp tác xã</h1>"
    + "<p>Nội dung bài viết {n} đủ dài để được coi là một bài báo thật sự, có chủ ngữ, vị ngữ và dấu chấm câu.</p>" * 4
    + "</article></body></html>"
)


def notices(folder: Path) -> dict[str, tuple[Any, ...]]:
    """url: (title, text, published_on, place, number)"""
    with sqlite3.connect(folder / "danchieu.sqlite") as db:
        rows = db.execute("SELECT url, title, text, published_on, place, head_number FROM notices").fetchall()
    db.close()
    return {row[0]: row[1:] for row in rows}


def states(folder: Path) -> dict[str, tuple[str, str | None]]:
    """url: (state, why)"""
    with sqlite3.connect(folder / "danchieu.sqlite") as db:
        rows = db.execute("SELECT url, state, note FROM frontier").fetchall()
    db.close()
    return {row[0]: (row[1], row[2]) for row in rows}


def run(folder: Path, *starts: str, **values: Any) -> CrawlReport:
    """A crawl of a few pages without delay."""
    settings = CrawlSettings(
        **{"delay": 0.0, "allow_private": True, "retries": 0, "read_timeout": 2.0, **values}  # type: ignore[arg-type]
    )
    with Store.open(folder, create=True) as store:
        return crawl(store, starts, settings=settings)


def status(code: int, **headers: str) -> Any:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer
