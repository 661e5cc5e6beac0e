"""The citations of a text in the contract's rows."""

import pytest

from indexer.documents.notice_rows import CitationRow
from indexer.drafts.cite import cite_text
from tests.typed import fits

TEXT = "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị, Chỉ thị 15-CT/TU và Luật Hợp tác xã."


def test_rows_are_of_their_type_and_stand_where_they_say() -> None:
    rows = cite_text(TEXT, place="Sơn La", on="2018-05-01")
    fits(rows, list[CitationRow])
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert [(row["text"], row["target"] and row["target"]["id"]) for row in rows] == [
        ("Chỉ thị số 34-CT/TW", "chi-thi.34-ct-tw.2014"),
        ("Chỉ thị 15-CT/TU", "chi-thi.15-ct-tu.son-la"),
        ("Luật Hợp tác xã", "luat.23-2012-qh13"),
    ]


@pytest.mark.parametrize(
    ("on", "law"), [("2013-01-01", "luat.18-2003-qh11"), ("2018-05-01", "luat.23-2012-qh13"), ("2025-01-01", "luat.17-2023-qh15")]
)  # fmt: skip
def test_the_day_of_the_text_decides(on: str, law: str) -> None:
    (row,) = cite_text("theo Luật Hợp tác xã", on=on)
    assert row["target"] is not None and row["target"]["id"] == law


@pytest.mark.parametrize(("most", "rows"), [(None, 3), (0, 0), (1, 1), (2, 2), (9, 3)])
def test_no_more_rows_than_asked_for(most: int | None, rows: int) -> None:
    assert len(cite_text(TEXT, most=most)) == rows
