"""Everything that readers meet has its English, and nothing else is kept."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask, g
from flask.testing import FlaskClient

import webapp
from indexer.reading.chain import LEVELS
from webapp.language import show_day, show_number, translate
from webapp.rendering import FACET_NAMES, JUDGEMENT_NAMES, RELATION_NAMES, SORT_NAMES, STATUS_NAMES, WHY_NAMES

ROOT = Path(webapp.__file__).parent
MESSAGES: dict[str, str] = json.loads((ROOT / "messages" / "en.json").read_text(encoding="utf-8"))
TABLES = (FACET_NAMES, JUDGEMENT_NAMES, RELATION_NAMES, SORT_NAMES, STATUS_NAMES)
VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
"""Letters that Vietnamese alone has."""


def wanted() -> set[str]:
    """Messages of the templates, of the code (notes on a query among them), and of the tables of names."""
    found = {*WHY_NAMES, *LEVELS, *(name for table in TABLES for name in table.values())}
    for template in (path for path in (ROOT / "templates").rglob("*") if path.is_file()):
        found |= set(re.findall(r"(?<![A-Za-z0-9_])_\('([^']+)'", template.read_text(encoding="utf-8")))
    for module in (*ROOT.glob("*.py"), *(ROOT.parent / "indexer").rglob("*.py")):
        found |= set(re.findall(r"(?:translate|\.note)\(\s*\"([^\"]+)\"", module.read_text(encoding="utf-8")))
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


def test_an_english_page_has_vietnamese_only_where_it_says_so(client: FlaskClient, addresses: list[str]) -> None:
    """WCAG 2.2 AA, 3.1.2: names, titles and quotations are marked as Vietnamese; all else is English."""
    client.get("/?lang=en")
    for address in addresses:
        if address == "/tro-giup":  # it names the Vietnamese fields of the query language
            continue
        soup = BeautifulSoup(client.get(address).text, "html.parser")
        assert soup.body is not None
        for tag in soup.body.select("[lang=vi], [href$='lang=vi']"):
            for inner in tag.select("[lang=en]"):
                tag.insert_before(inner.extract())
            tag.decompose()
        rest = re.sub(r"“[^”]*”|Dẫn Chiếu|NĐ-CP", "", soup.body.get_text(" "))
        assert [word for word in rest.split() if VIETNAMESE.search(word)] == [], address


def test_a_judged_draft_in_english(client: FlaskClient) -> None:
    client.get("/?lang=en")
    answer: Any = client.post("/kiem-tra", data={"text": "Căn cứ Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị."})
    soup = BeautifulSoup(answer.text, "html.parser")
    assert [tag.text for tag in soup.select(".verdict h2")] == ["1 citation"]
    assert [tag.text for tag in soup.select(".verdict .state")] == ["agrees"]
