"""Reasons, labels and rows put into words, in both languages."""

from typing import Any

import pytest

from corpus.kinds import kinds
from corpus.model import Reason
from corpus.occasions import occasions
from webapp.phrases import REASONS
from webapp.words import (
    Language,
    chain_with_words,
    judgement_words,
    label,
    label_language,
    precedents_with_words,
    why,
    with_why,
)


def rows(*reasons: Reason) -> list[dict[str, Any]]:
    """As payloads have them."""
    return [reason.as_row() for reason in reasons]


FULL = Reason.of("date-agrees", on="2018-05-22")
PLACE = Reason.of("place-agrees", place="Sơn La")
SLIP = Reason.of("slip", written="45/KH-UNBD", number="45/KH-UBND")
ENDED = Reason.of("replaced-from", kind="luat", number="17/2023/QH15", from_on="2024-07-01")


@pytest.mark.parametrize(
    ("reasons", "vietnamese", "english"),
    [
        ((), "", ""),
        ((FULL,), "Đúng ngày 22/5/2018.", "The date agrees (22 May 2018)."),
        ((Reason.of("date-agrees", on="2018"),), "Đúng năm 2018.", "The date agrees (2018)."),
        (
            (FULL, PLACE),
            "Đúng ngày 22/5/2018; là văn bản của Sơn La.",
            "The date agrees (22 May 2018); a document of Sơn La.",
        ),
        (
            (SLIP, PLACE),
            "Số hiệu ghi 45/KH-UNBD có lẽ viết nhầm, văn bản đã biết là 45/KH-UBND. Là văn bản của Sơn La.",
            "The number 45/KH-UNBD is probably a slip; the known document is 45/KH-UBND. A document of Sơn La.",
        ),
        (
            (
                Reason.of("several-of-number", n=3, kind="chi-thi", number="12/CT-TTg"),
                Reason.of("namesake", number=None, place=None, issued_on="2018-05-22"),
                Reason.of("namesake", number=None, place="Sơn La", issued_on=None),
            ),
            "Có 3 văn bản cùng là Chỉ thị 12/CT-TTg (22/5/2018; Sơn La, chưa rõ ngày…), câu dẫn không đủ để biết là văn bản nào.",
            "3 documents are Directive No. 12/CT-TTg (22 May 2018; Sơn La, date unknown…); "
            "the citing sentence does not say enough to tell which one is meant.",
        ),
        (
            (ENDED,),
            "Đã được thay thế bởi Luật 17/2023/QH15, có hiệu lực từ 01/7/2024.",
            "Replaced by Law No. 17/2023/QH15, in force from 1 July 2024.",
        ),
        (
            (Reason.of("repealed-by", kind="quyet-dinh", number="33/QĐ-UBND", title=None, said_by="Kế hoạch A"),),
            "Đã được bãi bỏ bởi Quyết định 33/QĐ-UBND, theo “Kế hoạch A”.",
            "Repealed by Decision No. 33/QĐ-UBND, according to “Kế hoạch A”.",
        ),
        ((Reason.of("day-agrees", day=22, month=5),), "Đúng ngày 22/5.", "Day and month agree (22 May)."),
    ],
)
def test_reasons_as_sentences(reasons: tuple[Reason, ...], vietnamese: str, english: str) -> None:
    assert (why(rows(*reasons)), why(rows(*reasons), "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("reason", "vietnamese", "english"),
    [
        (Reason.of("like-tasks", n=1), "1 nhiệm vụ gần giống", "1 similar task"),
        (Reason.of("like-tasks", n=2), "2 nhiệm vụ gần giống", "2 similar tasks"),
        (
            Reason.of("same-bases", n=4, some="1, 2, 3", more=1),
            "chung 4 căn cứ: 1, 2, 3…",
            "4 bases in common: 1, 2, 3…",
        ),
        (
            Reason.of("same-occasion-round", occasion="quoc-khanh", said=None, years=80, term=None),
            "cùng dịp Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam, mốc 80 năm",
            "the same occasion: National Day of the Socialist Republic of Vietnam, 80 years",
        ),
        (
            Reason.of("same-occasion", occasion=None, said="ngày hội làng", years=None, term=None),
            "cùng dịp ngày hội làng",
            "the same occasion: ngày hội làng",
        ),
        (Reason.of("same-jubilee", years=None, term=13), "cùng mốc lần thứ 13", "the same round: congress no. 13"),
    ],
)
def test_reasons_of_precedents(reason: Reason, vietnamese: str, english: str) -> None:
    found = [{"score": 1.0, "reasons": rows(reason)}]
    said = [precedents_with_words(found, language)[0]["reasons"] for language in ("vi", "en")]
    assert said == [[vietnamese], [english]]


def test_a_citation_has_words_beside_its_reasons() -> None:
    row = {"text": "x", "candidates": [{"id": "a", "reasons": rows(PLACE)}], "reasons": rows(FULL), "pinpoint": None}
    found = with_why(row)
    assert list(found) == ["text", "candidates", "why", "reasons", "pinpoint"]
    assert (found["why"], found["candidates"][0]["why"]) == ("Đúng ngày 22/5/2018.", "Là văn bản của Sơn La.")
    assert found["reasons"] == row["reasons"]


def test_a_caution_stands_behind_the_grounds() -> None:
    row = {"grounds": rows(FULL), "caution": ENDED.as_row()}
    assert judgement_words(row).startswith("Đúng ngày 22/5/2018. Lưu ý: Đã được thay thế bởi")
    assert judgement_words({**row, "grounds": []}, "en").startswith("Note: Replaced by")
    assert judgement_words({**row, "caution": None}) == "Đúng ngày 22/5/2018."


def test_levels_of_a_chain() -> None:
    found = chain_with_words({"levels": [{"level": "ministry", "links": []}], "missing_levels": ["other"]}, "en")
    assert (found["levels"][0]["level"], found["missing_levels"]) == ("Ministries", ["Other bodies"])


@pytest.mark.parametrize(
    ("row", "language", "shown", "shown_in"),
    [
        ({"kind": "chi-thi", "number": "34-CT/TW", "title": "x"}, "vi", "Chỉ thị 34-CT/TW", "vi"),
        ({"kind": "chi-thi", "number": "34-CT/TW", "title": "x"}, "en", "Directive No. 34-CT/TW", "en"),
        ({"kind": "luat", "number": None, "title": "Luật Hợp tác xã"}, "en", "Luật Hợp tác xã", "vi"),
        ({"kind": "luat", "number": None, "title": None}, "en", "Law", "en"),
    ],
)
def test_labels(row: dict[str, Any], language: Language, shown: str, shown_in: str) -> None:
    assert (label(row, language), label_language(row, language)) == (shown, shown_in)


def test_every_kind_and_occasion_has_its_own_english_name() -> None:
    for names in ([kind.english for kind in kinds().values()], [row.english for row in occasions().values()]):
        assert all(name.isascii() and name for name in names) and len(set(names)) == len(names)


def test_phrases_are_clauses_or_sentences() -> None:
    assert all(phrase[0].isupper() == phrase.endswith(".") for phrase in REASONS.values() if phrase[0].isalpha())
