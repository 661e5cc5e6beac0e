"""A search as Atom, CSV and JSON."""

import csv
import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from flask.testing import FlaskClient

from tests.webapp.conftest import Indexed
from webapp.app import create_app
from webapp.settings import Settings

ATOM = "{http://www.w3.org/2005/Atom}"


def updated(element: ElementTree.Element) -> str:
    """When a feed or an entry was updated."""
    return element.findtext(f"{ATOM}updated") or ""


def test_a_feed_has_the_newest_first_and_is_as_new_as_they(client: FlaskClient) -> None:
    answer = client.get("/tim.atom?q=thi+dua&sort=oldest&page=7")
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    feed = ElementTree.fromstring(answer.data)
    moments = [updated(entry) for entry in feed.iter(f"{ATOM}entry")]
    assert 1 < len(moments) <= 30 and moments == sorted(moments, reverse=True)
    assert updated(feed) == moments[0]


def test_a_feed_without_entries_is_as_old_as_time(client: FlaskClient) -> None:
    feed = ElementTree.fromstring(client.get("/tim.atom?q=xqzw+qzwx").data)
    assert updated(feed) == "1970-01-01T00:00:00Z" and feed.find(f"{ATOM}entry") is None


def test_asking_for_nothing_is_browsing(client: FlaskClient) -> None:
    feed = ElementTree.fromstring(client.get("/tim.atom").data)
    assert feed.find(f"{ATOM}entry") is not None
    assert len(client.get("/tim.csv").data.decode("utf-8-sig").splitlines()) > 1


def test_a_table_has_the_rows_of_the_search(client: FlaskClient) -> None:
    answer = client.get("/tim.csv?q=chi+thi+12")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == "attachment; filename=danchieu.csv"
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    found: dict[str, Any] = client.get("/tim.json?q=chi+thi+12").get_json()
    assert len(rows) == found["total"] and [row["id"] for row in rows[:10]] == [hit["id"] for hit in found["hits"][:10]]
    assert list(rows[0]) == [
        "id",
        "title",
        "url",
        "kind",
        "number",
        "issued_on",
        "published_on",
        "place",
        "issuer",
        "score",
        "excerpt",
    ]


def test_the_data_speak_the_readers_language(client: FlaskClient) -> None:
    found: dict[str, Any] = client.get("/tim.json?q=chi+thi+12").get_json()
    assert found["hits"] and all(isinstance(hit["excerpt"], str) for hit in found["hits"])
    vietnamese = {"số hiệu", "trích dẫn", "tiêu đề", "nội dung"}
    assert {word for hit in found["hits"] for word in hit["why"]} <= vietnamese


def test_a_date_of_any_precision_is_a_moment(indexed: Indexed, tmp_path: Path) -> None:
    days = {"a": "2018", "b": "2018-07", "c": "2018-07-22", "d": None}
    rows = [
        {"id": id_, "title": f"Tin {id_}", "text": f"Thi đua ở nơi {id_}.", "published_on": day}
        for id_, day in days.items()
    ]
    client = create_app(Settings(archive=Path(indexed(tmp_path, rows)))).test_client()
    feed = ElementTree.fromstring(client.get("/tim.atom?q=thi+dua").data)
    assert [(entry.findtext(f"{ATOM}title"), updated(entry)) for entry in feed.iter(f"{ATOM}entry")] == [
        ("Tin c", "2018-07-22T00:00:00Z"),
        ("Tin b", "2018-07-01T00:00:00Z"),
        ("Tin a", "2018-01-01T00:00:00Z"),
        ("Tin d", "1970-01-01T00:00:00Z"),
    ]
