"""What a campaign rests on: the documents of its opening, each once."""

from typing import Any

import pytest

from indexer.campaigns.bases import find_bases
from indexer.campaigns.parts import read_parts
from indexer.campaigns.tasks import find_tasks
from tests.indexer.campaigns.launch import launch, outcomes_of

TASKS = "\n1. Học tập Chỉ thị 05-CT/TW ở các đơn vị.\n2. Làm theo Nghị quyết số 20-NQ/TW."
CALL = "Liên minh phát động thi đua với các nội dung:"


def bases(text: str, title: str = "Tin") -> list[tuple[str | None, str, str | None]]:
    notice = launch(text, title=title, head=None)
    parts = read_parts(notice)
    found = find_bases(parts, outcomes_of(notice), find_tasks(notice.text))
    return [(one.number, one.name, one.instrument_id) for one in found]


PARTY: Any = ("34-CT/TW", "Chỉ thị số 34-CT/TW", "chi-thi.34-ct-tw.2014")
GIVEN = "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Căn cứ {GIVEN}, {CALL}{TASKS}", [PARTY]),
        (f"Căn cứ {GIVEN};\nThực hiện {GIVEN}.\n{CALL}{TASKS}", [PARTY]),
        (f"{CALL}{TASKS}", []),
        (f"Ngày qua có {GIVEN}. {CALL}{TASKS}", []),
        (f"Căn cứ Luật Hợp tác xã năm 2012, {CALL}{TASKS}", [("23/2012/QH13", "Luật Hợp tác xã", "luat.23-2012-qh13")]),
        (f"Thực hiện Điều lệ Liên minh Hợp tác xã Việt Nam, {CALL}{TASKS}", [(None, "Điều lệ Liên minh Hợp tác xã Việt Nam", None)]),
        (f"Căn cứ Chỉ thị 15-CT/TU, {CALL}{TASKS}", [("15-CT/TU", "Chỉ thị 15-CT/TU", "chi-thi.15-ct-tu.son-la")]),
        (f"Căn cứ {GIVEN} về thực hiện Nghị quyết số 20-NQ/TW, {CALL}{TASKS}", [PARTY]),
        (f"Sửa đổi {GIVEN}. {CALL}{TASKS}", []),
    ],
)  # fmt: skip
def test_bases(text: str, found: list[tuple[str | None, str, str | None]]) -> None:
    assert [row[:2] for row in bases(text)] == [row[:2] for row in found]


def test_each_has_its_document_and_the_words_that_prove_it() -> None:
    text = f"Căn cứ {GIVEN}, {CALL}{TASKS}"
    notice = launch(text, title="Tin", head=None)
    (one,) = find_bases(read_parts(notice), outcomes_of(notice), find_tasks(notice.text))
    assert (one.instrument_id, notice.text[one.span.start : one.span.end]) == (PARTY[2], PARTY[1])


def test_a_short_form_has_the_number_of_its_document() -> None:
    text = f"Căn cứ {GIVEN}; thực hiện Nghị định 193/2013, {CALL}{TASKS}"
    assert [row[0] for row in bases(text)] == ["34-CT/TW", "193/2013/NĐ-CP"]
