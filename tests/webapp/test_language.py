"""Everything that readers meet has its English, and nothing else is kept."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask, g
from flask.testing import FlaskClient

import webapp
from tests.webapp.tongues import MESSAGES, english_in, vietnamese_in
from webapp import phrases
from webapp.app import create_app
from webapp.language import show_day, show_number, translate
from webapp.rendering import (
    DAY_NOTES,
    FACET_NAMES,
    JUDGEMENT_NAMES,
    RELATION_NAMES,
    SORT_NAMES,
    STATUS_NAMES,
    VALIDITY_NAMES,
)
from webapp.settings import Settings
from webapp.source_pages import HEALTH_NAMES

ROOT = Path(webapp.__file__).parent
TABLES = (
    *(
        phrases.REASONS,
        phrases.NOTES,
        phrases.FAULTS,
        phrases.LEVELS,
        phrases.MATCHES,
        phrases.PARTS,
        phrases.STANDINGS,
    ),
    *(DAY_NOTES, FACET_NAMES, HEALTH_NAMES, JUDGEMENT_NAMES, RELATION_NAMES, SORT_NAMES, STATUS_NAMES, VALIDITY_NAMES),
)


def wanted() -> set[str]:
    """Messages of the templates, of the code, and of the tables of names and phrases."""
    found = {name for table in TABLES for name in table.values()}
    for template in (path for path in (ROOT / "templates").rglob("*") if path.is_file()):
        found |= set(re.findall(r"(?<![A-Za-z0-9_])_\('([^']+)'", template.read_text(encoding="utf-8")))
    for module in ROOT.rglob("*.py"):
        found |= set(re.findall(r"\b(?:translate|message)\(\s*\"([^\"]+)\"", module.read_text(encoding="utf-8")))
    return found


def test_every_message_has_its_english_and_none_is_left_over() -> None:
    assert wanted() == set(MESSAGES)


def test_english_keeps_the_blanks_to_fill() -> None:
    for vietnamese, english in MESSAGES.items():
        blanks = sorted(re.findall(r"\{\w+\}", vietnamese))
        for form in english.split("|"):
            assert sorted(re.findall(r"\{\w+\}", form)) == blanks, vietnamese


@pytest.mark.parametrize(
    ("language", "n", "shown"),
    [("vi", 1, "1 thông báo"), ("vi", 12, "12 thông báo"), ("en", 1, "1 notice"), ("en", "1,200", "1,200 notices")],
)
def test_english_has_a_singular(language: str, n: object, shown: str) -> None:
    with Flask(__name__).test_request_context():
        g.language = language
        assert translate("{n} thông báo", n=n) == shown


@pytest.mark.parametrize(
    ("iso", "vietnamese", "english"),
    [
        ("2014-04-07", "07/4/2014", "7 April 2014"),
        ("2014-12", "tháng 12/2014", "December 2014"),
        ("2014", "năm 2014", "2014"),
        (None, "", ""),
    ],
)
def test_days_as_each_language_writes_them(iso: str | None, vietnamese: str, english: str) -> None:
    with Flask(__name__).test_request_context():
        assert show_day(iso) == vietnamese
        g.language = "en"
        assert show_day(iso) == english


def test_thousands_as_each_language_sets_them_apart() -> None:
    with Flask(__name__).test_request_context():
        assert show_number(1234567) == "1.234.567"
        g.language = "en"
        assert show_number(1234567) == "1,234,567"


def test_notes_on_a_query_are_in_the_readers_language(client: FlaskClient) -> None:
    address = "/tim?q=thi+dua+n%C4%83m%3Ahai+t%E1%BB%AB%3Ax+-n%C6%A1i%3Ax+OR"
    notes = BeautifulSoup(client.get(address).text, "html.parser").select(".note")
    english = BeautifulSoup(client.get(address + "&lang=en").text, "html.parser").select(".note")
    assert len(notes) == len(english) >= 3
    assert all(" is no " in tag.text or " was left out" in tag.text for tag in english)


def test_a_choice_is_kept(client: FlaskClient) -> None:
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert '<html lang="en">' in client.get("/gioi-thieu").text
    assert '<html lang="vi">' in client.get("/gioi-thieu?lang=vi").text
    assert '<html lang="vi">' in client.get("/?lang=xx").text


DRAFT = """Căn cứ Luật Hợp tác xã năm 2012 và Chỉ thị số 34/CT-TW ngày 07/4/2014; Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.
Thực hiện Chỉ thị số 12/CT-TTg ngày 23/5/2018, Chỉ thị số 13/CT-TTg ngày 22/5/2018 và Quyết định số 9998/QĐ-UBND của UBND tỉnh.
Nghị quyết số 20-NQ/TW. Chỉ thị số 12. Luật Hợp tác xã số 23/2012/QH13 đã lâu. Thông tư 01. Quyết định số 5."""
FAULTY = (
    "/khong-co",
    "/van-ban/x",
    "/thong-bao/x",
    "/phong-trao/x",
    "/tim?page=x",
    "/kiem-tra?lang=",
    "/phong-trao/du-thao.md",
)
ASKED = (
    *(
        "/tim?q=thi+dua+n%C4%83m%3Ahai+t%E1%BB%AB%3Ax+-n%C6%A1i%3Ax+OR",
        "/tim?q=ch%E1%BB%89+th%E1%BB%8B+9876",
        "/tim?q=chi+thi+12+2015",
    ),
    *(
        "/tim?q=lo%E1%BA%A1i%3Ath%C6%A1",
        "/tim?q=n%C6%A1i%3AAtlantis+thi+%C4%91ua",
        "/tim?campaign=khac&kind=ke-hoach&place=S%C6%A1n+La",
    ),
)


def every_page(client: FlaskClient, addresses: list[str], some: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(address, answer) of each page in its states, every campaign and notice, errors, and a draft with every judgement."""
    notices = [hit["id"] for hit in client.get("/api/v1/search?q=thi+dua&limit=30").get_json()["hits"]]
    campaigns = some["campaigns"]
    chosen = [
        *addresses,
        *FAULTY,
        *ASKED,
        *(f"/thong-bao/{id_}" for id_ in notices),
        *(f"/phong-trao/{id_}" for id_ in campaigns),
        *(f"/phong-trao/so-sanh?id={id_}" for id_ in campaigns[:1]),
        *(f"/phong-trao/du-thao?id={id_}" for id_ in campaigns),
    ]
    for address in chosen:
        yield address, client.get(address).text
    yield "/kiem-tra", client.post("/kiem-tra", data={"text": DRAFT}).text


def test_an_english_page_has_vietnamese_only_where_it_says_so(
    client: FlaskClient, addresses: list[str], some: dict[str, Any]
) -> None:
    """WCAG 2.2 AA, 3.1.2: names, titles and quotations are marked as Vietnamese; all else is English, and no words of ours are Vietnamese."""
    client.get("/?lang=en")
    for address, answer in every_page(client, addresses, some):
        if address != "/tro-giup":  # it names the Vietnamese fields of the query language
            assert vietnamese_in(answer) == [], address


def test_a_vietnamese_page_has_no_english_of_ours(
    client: FlaskClient, addresses: list[str], some: dict[str, Any]
) -> None:
    for address, answer in every_page(client, addresses, some):
        if "hostile" in address or address == "/tro-giup":  # markup as text; the English fields of the query language
            continue
        assert english_in(answer) == [], address


def test_a_judged_draft_in_english(client: FlaskClient) -> None:
    client.get("/?lang=en")
    answer: Any = client.post("/kiem-tra", data={"text": "Căn cứ Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị."})
    soup = BeautifulSoup(answer.text, "html.parser")
    assert [tag.text for tag in soup.select(".verdict h2")] == ["1 citation"]
    assert [tag.text for tag in soup.select(".verdict .state")] == ["agrees"]


def test_a_draft_meets_every_judgement_in_both_languages(client: FlaskClient) -> None:
    for language in ("vi", "en"):
        answer = client.post(f"/kiem-tra?lang={language}", data={"text": DRAFT, "on": "2025-01-01"})
        states = {tag["class"][-1] for tag in BeautifulSoup(answer.text, "html.parser").select(".verdict .state")}
        assert states == set(JUDGEMENT_NAMES)


def test_an_archive_that_is_not_there_is_told_in_one_language(tmp_path: Path) -> None:
    client = create_app(Settings(archive=tmp_path / "none")).test_client()
    assert english_in(client.get("/").text) == []
    assert vietnamese_in(client.get("/?lang=en").text) == []
