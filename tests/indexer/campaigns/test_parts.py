"""Headline, launch and sentence of a notice."""

import pytest

from corpus.text import fold_aligned
from indexer.campaigns.parts import read_parts, sentence_around
from tests.indexer.campaigns.launch import HEAD, launch


@pytest.mark.parametrize(
    ("text", "title", "is_document", "headline", "clause", "sentence", "subject"),
    [
        (
            "KẾ HOẠCH\nPhát động thi đua\n\nLiên minh phát động thi đua.\n1. Việc.",
            None,
            True,
            "Phát động thi đua",
            "phát động thi đua",
            "Liên minh phát động thi đua",
            "Phát động thi đua",
        ),
        (
            "Số: 5/CV\nV/v phát động đợt thi đua\nKính gửi: các xã\nLiên minh đề nghị các đơn vị thi đua sau:",
            None,
            False,
            "phát động đợt thi đua",
            "đề nghị các đơn vị thi đua",
            "Liên minh đề nghị các đơn vị thi đua sau:",
            "phát động đợt thi đua",
        ),
        (
            "Tin thường. Hôm qua Liên minh đã phát động thi đua. Nay Liên minh phát động cuộc thi viết.",
            None,
            False,
            None,
            "phát động cuộc thi",
            " Nay Liên minh phát động cuộc thi viết.",
            "Tin",
        ),
        (
            "Thi đua lập thành tích\nLiên minh kêu gọi thi đua.",
            "Thi đua lập thành tích",
            False,
            "Thi đua lập thành tích",
            "kêu gọi thi đua",
            "Liên minh kêu gọi thi đua.",
            "Thi đua lập thành tích",
        ),
        ("Không có gì ở đây.", None, False, None, None, None, "Tin"),
        ("KẾ HOẠCH\n\nLiên minh giao các phòng thực hiện nhiệm vụ sau:", None, True, None, None, None, "Tin"),
    ],
)
def test_parts(
    text: str,
    title: str | None,
    is_document: bool,
    headline: str | None,
    clause: str | None,
    sentence: str | None,
    subject: str,
) -> None:
    parts = read_parts(launch(text, title=title or "Tin", head=None))
    said = [span and parts.said(span) for span in (parts.headline, parts.launch, parts.sentence)]
    assert (parts.is_document, *said, parts.subject) == (is_document, headline, clause, sentence, subject)


def test_a_number_of_its_own_makes_a_document() -> None:
    assert read_parts(launch("Không có gì.", title="Tin", head=HEAD)).is_document
    assert not read_parts(launch("Không có gì.", title="Tin", head=None)).is_document


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("Câu một. Câu hai ở đây. Câu ba.", 12, " Câu hai ở đây"),
        (
            "Dòng thứ nhất khá dài nhưng chưa hết câu và còn\ntiếp tục ở dòng sau. Hết.",
            10,
            "Dòng thứ nhất khá dài nhưng chưa hết câu và còn\ntiếp tục ở dòng sau",
        ),
        ("Ngắn\nDòng sau", 6, "Dòng sau"),
        (
            "Một dòng dài hơn bốn mươi lăm ký tự không có dấu gì\nCăn cứ khác",
            5,
            "Một dòng dài hơn bốn mươi lăm ký tự không có dấu gì",
        ),
        (
            "Một dòng dài hơn bốn mươi lăm ký tự không có dấu gì\n1. điểm",
            5,
            "Một dòng dài hơn bốn mươi lăm ký tự không có dấu gì",
        ),
        ("a.b.c. d", 3, "a.b.c"),
    ],
)
def test_the_sentence_around(text: str, at: int, sentence: str) -> None:
    span = sentence_around(text, fold_aligned(text), at)
    assert text[span.start : span.end] == sentence
