"""What of a page is in which language: words of ours in the other one, and Vietnamese that is not marked as such."""

import json
import re
from pathlib import Path

from bs4 import BeautifulSoup

import webapp
from corpus.issuers import find_issuer
from corpus.places import places

MESSAGES: dict[str, str] = json.loads(
    (Path(webapp.__file__).parent / "messages" / "en.json").read_text(encoding="utf-8")
)
VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
"""Letters that Vietnamese alone has."""
# What English pages keep of Vietnamese outside of marked names, titles and quotations: words between quotation marks, numbers, names of places.
_PLACES = "|".join(sorted((re.escape(place.name) for place in places().values()), key=len, reverse=True))
KEPT = re.compile(rf"“[^”]*”|Dẫn Chiếu|NĐ-CP|\b\d[\w./-]*|{_PLACES}")
OURS = re.compile(
    "|".join(
        re.escape(part)
        for part in sorted({part for text in MESSAGES for part in re.split(r"\{\w+\}|“[^”]*”", text)})
        if len(part.split()) > 4 and VIETNAMESE.search(part) and find_issuer(part) is None
    )
)
"""Runs of five words and more of our own Vietnamese messages."""
ENGLISH = re.compile(
    r"\b(?:the|of|and|with|which|from|is|are|not|by|was|were|these|that|this|its|archive|document|notice)\b", re.I
)


def bare(answer: str, language: str) -> str:
    """The words of a page without those that are marked as of another language."""
    soup = BeautifulSoup(answer, "html.parser")
    assert soup.body is not None
    for tag in soup.body.select(f"[lang={language}], [href$='lang={language}']"):
        for inner in tag.select(f"[lang={'vi' if language == 'en' else 'en'}]"):
            tag.insert_before(inner.extract())
        tag.decompose()
    return soup.body.get_text(" ")


def whole(answer: str) -> str:
    """The words of a page but for notices' own: titles of documents and quotations."""
    soup = BeautifulSoup(answer, "html.parser")
    assert soup.body is not None
    for tag in soup.body.select(
        "blockquote p, .title, .text, .passage > p, .excerpt, textarea, ol.tasks, code, h1[lang=vi]"
    ):
        tag.decompose()
    return soup.body.get_text(" ")


def vietnamese_in(answer: str) -> list[str]:
    """Vietnamese words of an English page that are not marked as such, and words of ours wherever they stand."""
    rest = KEPT.sub("", bare(answer, "vi"))
    return [
        *(found[0] for found in OURS.finditer(whole(answer))),
        *(word for word in rest.split() if VIETNAMESE.search(word)),
    ]


def english_in(answer: str) -> list[str]:
    """English words of a Vietnamese page that are not marked as such."""
    rest = re.sub(r"<[^>]*>|“[^”]*”", "", bare(answer, "en").replace("kinh te tap the", ""))
    return [found[0] for found in ENGLISH.finditer(rest)]
