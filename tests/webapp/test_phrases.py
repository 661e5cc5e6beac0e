"""Every phrase has its English, with the same values in braces."""

import json
import re
from pathlib import Path

import pytest

import webapp
from webapp.phrases import FAULTS, LEVELS, MATCHES, NOTES, PARTS, REASONS

ENGLISH = json.loads((Path(webapp.__file__).parent / "messages" / "en.json").read_text(encoding="utf-8"))
PHRASES = [phrase for table in (REASONS, NOTES, FAULTS, LEVELS, MATCHES, PARTS) for phrase in table.values()]
VALUE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_has_its_english_with_the_same_values(phrase: str) -> None:
    assert set(VALUE.findall(ENGLISH[phrase])) == set(VALUE.findall(phrase))


@pytest.mark.parametrize("table", [REASONS, NOTES, FAULTS, LEVELS], ids=["reasons", "notes", "faults", "levels"])
def test_codes_are_in_kebab_case_and_phrases_told_apart(table: dict[str, str]) -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in table)
    assert len(set(table.values())) == len(table)


@pytest.mark.parametrize("table", [NOTES, FAULTS], ids=["notes", "faults"])
def test_what_readers_are_told_at_once_is_a_sentence(table: dict[str, str]) -> None:
    assert all(phrase.endswith(".") or ": viết như " in phrase for phrase in table.values())
