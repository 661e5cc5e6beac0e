"""Texts as paragraphs and proofs: nothing is lost, and every mark is where its offsets say."""

from typing import Any

from webapp.passages import paragraph_start, paragraphs_with_links, passage, proofs

TEXT = "Tiêu đề\n|\n\nCăn cứ Chỉ thị 34 và Chỉ thị 12; thực hiện.\nKết thúc."


def citation(words: str) -> dict[str, Any]:
    """A citation of TEXT."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def test_paragraphs_give_back_the_text_and_number_its_citations() -> None:
    payload = {"text": TEXT, "citations": [citation("Chỉ thị 34"), citation("Chỉ thị 12")]}
    paragraphs = paragraphs_with_links(payload)
    lines = ["".join(piece["text"] for piece in paragraph["pieces"]) for paragraph in paragraphs]
    assert lines == ["Tiêu đề", "Căn cứ Chỉ thị 34 và Chỉ thị 12; thực hiện.", "Kết thúc."]
    assert [TEXT[paragraph["start"] :].startswith(line) for paragraph, line in zip(paragraphs, lines, strict=True)] == [
        True
    ] * 3
    cited = [(piece["n"], piece["text"]) for piece in paragraphs[1]["citations"]]
    assert cited == [(1, "Chỉ thị 34"), (2, "Chỉ thị 12")]


def test_citations_that_overlap_are_shown_once() -> None:
    outer, inner = citation("Chỉ thị 34 và Chỉ thị 12"), citation("Chỉ thị 12")
    (paragraph,) = [
        row for row in paragraphs_with_links({"text": TEXT, "citations": [outer, inner]}) if row["citations"]
    ]
    assert [piece["text"] for piece in paragraph["citations"]] == ["Chỉ thị 34 và Chỉ thị 12"]


def test_a_citation_over_a_line_break_ends_with_its_paragraph() -> None:
    text = "Chỉ thị\nsố 34"
    first, second = paragraphs_with_links({"text": text, "citations": [{"start": 0, "end": len(text)}]})
    assert [piece["text"] for piece in first["citations"]] == ["Chỉ thị"]
    assert second["citations"] == [] and second["pieces"] == [{"text": "số 34"}]


def test_a_passage_stays_within_its_paragraph() -> None:
    start = TEXT.index("Chỉ thị 34")
    found = passage(TEXT, [(start, start + 10)])
    assert found["pieces"] == [("Căn cứ ", False), ("Chỉ thị 34", True), (" và Chỉ thị 12; thực hiện.", False)]
    assert found["paragraph"] == TEXT.index("Căn cứ") == paragraph_start(TEXT, start)


def test_a_long_paragraph_is_cut_between_words() -> None:
    text = "đầu " * 100 + "Ở ĐÂY" + " cuối" * 100
    start = text.index("Ở ĐÂY")
    lead, before, here, after, trail = passage(text, [(start, start + 5)])["pieces"]
    assert (lead, trail) == (("… ", False), (" …", False))
    assert here == ("Ở ĐÂY", True)
    assert before[0].startswith("đầu") and after[0].endswith("cuối")
    assert len(before[0]) <= 141 and len(after[0]) <= 141


def test_a_word_without_blanks_does_not_lose_the_span() -> None:
    text = "x" * 400
    pieces = passage(text, [(200, 210)])["pieces"]
    assert ("x" * 10, True) in pieces


def test_neighbouring_proofs_are_one_and_impossible_ones_are_left_out() -> None:
    first, second = TEXT.index("Chỉ thị 34"), TEXT.index("Chỉ thị 12")
    found = proofs(
        {"bases": [[second, second + 10], [first, first + 10], [5, 5], [-1, 3], [0, 999]], "period": []}, TEXT
    )
    assert [[text for text, marked in row["pieces"] if marked] for row in found["bases"]] == [
        ["Chỉ thị 34", "Chỉ thị 12"]
    ]
    assert found["period"] == []
    apart = proofs({"tasks": [[0, 7], [first, first + 10]]}, TEXT)["tasks"]
    assert [row["paragraph"] for row in apart] == [0, TEXT.index("Căn cứ")]
