"""Pages without sorting everything, and masks that mean what the query says."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.engine.protocol import IndexDocument, Query
from indexer.engine.whoosh import matching
from indexer.engine.whoosh.engine import open_whoosh
from indexer.engine.whoosh.matching import _stands_in, first_of


@given(
    rows=st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 2)), min_size=1, max_size=80),
    count=st.integers(1, 30),
)
def test_the_first_rows_are_those_of_a_full_sort(rows: list[tuple[int, int]], count: int) -> None:
    first, second = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    places = np.arange(len(rows))
    room, matching._ROOM = matching._ROOM, 0  # type: ignore[misc]  # few rows stand for many
    try:
        found = first_of([first, second, places], count)
    finally:
        matching._ROOM = room  # type: ignore[misc]  # put back
    assert list(found) == list(np.lexsort([places, second, first])[:count])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(phrases=("kinh tế tập thể",)), {"a", "b"}),
        (Query(phrases=("kinh te tap the",)), {"a", "b"}),
        (Query(phrases=("kinh tế tập thê",)), set()),
        (Query(phrases=("tập thể và tập thể dục",)), {"b"}),
        (Query(phrases=("tập thể dục và",)), set()),
        (Query(phrases=("tế tập",)), {"a", "b"}),
        (Query(phrases=("thể kinh",)), set()),
        (Query(text="kinh tế", without=("tập thể",)), {"c"}),
        (Query(any_of=(("chè", "cà phê"),)), {"a", "c"}),
        (Query(date_from="2019", date_to="2019-06"), {"b"}),
        (Query(date_to="2018"), {"a"}),
        (Query(filters={"place": ("Sơn La", "Nghệ An")}), {"a", "b"}),
    ],
)
def test_narrowing(tmp_path: Path, query: Query, found: set[str]) -> None:
    engine = open_whoosh(tmp_path, create=True)
    rows = [
        ("a", "Kinh tế tập thể trồng chè", "2018-05-01", "Sơn La"),
        ("b", "Kinh tế tập thể và tập thể dục", "2019-06-30", "Nghệ An"),
        ("c", "Kinh tế chung; cây cà phê của cả tập đoàn, cụ thể", None, None),
    ]
    with engine.writer() as writer:
        for id_, text, day, place in rows:
            payload = {"id": id_, "title": "", "text": text}
            writer.put(
                IndexDocument(id=id_, type="notice", title="", text=text, date=day, place=place, payload=payload)
            )
    assert {hit.id for hit in engine.search(query).hits} == found


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("tổ hợp tác", "Một Tổ hợp tác ở xã", True),
        ("tổ hợp tác", "Một tổ, hợp – tác", True),
        ("tổ hợp tác", "Một tô hợp tác", False),
        ("tổ hợp tác", "Một tổ hợp táctử", False),
        ("tổ hợp tác", "Một xtổ hợp tác", False),
        ("to hop tac", "Một Tổ hợp\ntác.", True),
        ("to hop tac", "Một tổ→hợp→tác", True),
        ("to hop tac", "Một tổ hợp và tác", False),
        ("đường đê biển", "ĐƯỜNG ĐÊ BIỂN", True),
        ("duong de bien", "ĐƯỜNG ĐÊ BIỂN", True),
        ("ủy ban hòa giải", "của Uỷ ban hoà giải", True),
        ("uy ban hoa giai", "của Uỷ ban hoà giải", True),
        ("12/CT-TTg 2018", "số 12/CT-TTg (2018)", True),
    ],
)
def test_a_phrase_stands_in_a_text(phrase: str, text: str, stands: bool) -> None:
    assert _stands_in(phrase, text) is stands
