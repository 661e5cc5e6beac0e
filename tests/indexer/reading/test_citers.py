"""Each citer once, with its strongest tie, and who says so."""

from typing import Any

from indexer.reading.citers import citers_of, marked_quote, years_of


def mention(
    notice: str, relation: str, *, own: str | None = None, start: int = 10, on: str = "2018-01-02"
) -> dict[str, Any]:
    """A row of "cited_by"."""
    return {
        "notice": notice,
        "title": f"Tiêu đề {notice}",
        "published_on": on,
        "place": None,
        "relation": relation,
        "quote": f"câu {start} của {notice}",
        "start": start,
        "end": start + 5,
        "instrument": own,
    }


def tie(source: str, relation: str, notice: str, *, start: int = 10) -> dict[str, Any]:
    """A row of "acted_on_by"."""
    document = {
        "id": source,
        "kind": "ke-hoach",
        "number": "1/KH-X",
        "issued_on": "2018-01-01",
        "issuer": None,
        "place": "Sơn La",
        "title": f"Tên {source}",
    }
    return {
        "source": document,
        "relation": relation,
        "notice": notice,
        "quote": f"câu {start} của {notice}",
        "start": start,
    }


def cited(*mentions: dict[str, Any], ties: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A document with its citers."""
    return {"kind": "chi-thi", "number": "34-CT/TW", "cited_by": mentions, "acted_on_by": ties}


def told(doc: dict[str, Any]) -> list[tuple[str, str, int]]:
    """What is told of the citers: id, relation, how often."""
    return [(row["id"], row["relation"], row["mentions"]) for row in citers_of(doc)]


def test_a_notice_that_cites_twice_stands_once_with_its_stronger_tie() -> None:
    doc = cited(mention("n1", "mentions", start=5), mention("n1", "implements", start=40))
    assert told(doc) == [("n1", "implements", 2)]
    assert citers_of(doc)[0]["start"] == 40, "the quotation is that of the stronger tie"


def test_a_notice_and_the_document_that_it_is_are_one() -> None:
    doc = cited(mention("n1", "implements", own="ke-hoach.1"), ties=(tie("ke-hoach.1", "implements", "n1"),))
    (row,) = citers_of(doc)
    assert (row["id"], row["type"], row["mentions"]) == ("ke-hoach.1", "instrument", 1)
    assert row["document"]["number"] == "1/KH-X" and row["title"] == "Tiêu đề n1"
    assert row["said_by"] is None


def test_a_tie_that_another_asserts_is_not_its_own() -> None:
    """``Triển khai Chỉ thị 12 về thực hiện Kết luận 56``: the directive carries the conclusion out, the notice mentions it."""
    doc = cited(mention("n1", "implements", own="ke-hoach.1"), ties=(tie("chi-thi.12", "implements", "n1"),))
    assert told(doc) == [("chi-thi.12", "implements", 1), ("ke-hoach.1", "mentions", 1)]
    assert citers_of(doc)[0]["said_by"] == {"id": "n1", "title": "Tiêu đề n1"}


def test_the_strongest_ties_come_first_and_of_equals_the_latest() -> None:
    doc = cited(
        mention("old", "implements", on="2015-01-01"),
        mention("new", "implements", on="2019-01-01"),
        mention("said", "mentions", on="2024-01-01"),
        mention("law", "replaces", on="2001-01-01"),
    )
    assert [row["id"] for row in citers_of(doc)] == ["law", "new", "old", "said"]


def test_a_document_without_citers() -> None:
    assert citers_of(cited()) == []


def test_years_count_citers_and_leave_out_those_without_a_date() -> None:
    doc = cited(mention("a", "mentions"), mention("b", "mentions"), mention("c", "mentions", on=""))
    assert years_of(citers_of(doc)) == {2018: 2}


def test_the_document_is_marked_in_a_quotation_and_no_namesake_in_kind() -> None:
    doc = {"kind": "chi-thi", "number": "34-CT/TW"}
    cases = {
        "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 và Chỉ thị số 05-CT/TW": ["Chỉ thị số 34-CT/TW"],
        "theo Chỉ thị 34 của Bộ Chính trị": ["Chỉ thị 34"],
        "Kế hoạch số 34/KH-UBND và chỉ thị số 34-ct/tw": ["chỉ thị số 34-ct/tw"],
        "không nêu văn bản nào": [],
    }
    for quote, marked in cases.items():
        pieces = marked_quote(quote, doc)
        assert [text for text, is_marked in pieces if is_marked] == marked, quote
        assert "".join(text for text, _ in pieces) == quote


def test_a_law_is_marked_by_its_name() -> None:
    pieces = marked_quote("Căn cứ Luật Hợp tác xã năm 2012;", {"kind": "luat", "number": "23/2012/QH13"})
    assert ("Luật Hợp tác xã năm 2012", True) in pieces
