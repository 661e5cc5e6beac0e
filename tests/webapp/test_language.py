"""Everything that readers meet has its English."""

import json
import re
from pathlib import Path

from flask.testing import FlaskClient

import webapp
from indexer.chain import LEVELS
from webapp.rendering import FACET_NAMES, RELATION_NAMES, STATUS_NAMES

ROOT = Path(webapp.__file__).parent
MESSAGES: dict[str, str] = json.loads((ROOT / "messages" / "en.json").read_text(encoding="utf-8"))


def wanted() -> set[str]:
    """Messages of the templates and of the tables of names."""
    found = {*FACET_NAMES.values(), *RELATION_NAMES.values(), *STATUS_NAMES.values(), *LEVELS}
    for template in (ROOT / "templates").iterdir():
        found |= set(re.findall(r"(?<![A-Za-z0-9_])_\('([^']+)'", template.read_text(encoding="utf-8")))
    return found


def test_no_message_is_without_english() -> None:
    assert wanted() - set(MESSAGES) == set()


def test_english_keeps_the_blanks_to_fill() -> None:
    for vietnamese, english in MESSAGES.items():
        assert re.findall(r"\{\w+\}", vietnamese) == re.findall(r"\{\w+\}", english), vietnamese


def test_a_choice_is_kept(client: FlaskClient) -> None:
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert '<html lang="en">' in client.get("/tro-giup").text
    assert '<html lang="vi">' in client.get("/tro-giup?lang=vi").text
    assert '<html lang="vi">' in client.get("/?lang=xx").text
