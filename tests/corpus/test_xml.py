"""What XML 1.0 forbids never leaves; everything else does."""

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.xml import xml_text


@pytest.mark.parametrize(
    "char", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff", "\ufdd0", "\U0010ffff"]
)
def test_a_forbidden_character_is_left_out(char: str) -> None:
    assert xml_text(f"bến{char} sông") == "bến sông"


@pytest.mark.parametrize("text", ["\t\n\r", "\x7f\x85\xa0", "Chỉ thị 🌾 34-CT/TW", "\ufffd\ufdcf\ufdf0"])
def test_the_rest_stays(text: str) -> None:
    assert xml_text(text) == text


@given(st.text())
def test_a_parser_reads_it(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert fromstring(f"<a>{xml_text(escaped)}</a>") is not None
