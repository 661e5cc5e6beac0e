"""How many articles a document has: what is known, what a text shows, what stays unknown."""

import pytest

from corpus import articles
from corpus.articles import count_articles, known_articles
from corpus.errors import DataError
from corpus.instruments import load_instruments
from corpus.numbers import number_key

HEAD = "QUỐC HỘI\nLUẬT\nGIÁ\nCăn cứ Hiến pháp;\n"
END = "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua ngày 20 tháng 6 năm 2023.\nCHỦ TỊCH QUỐC HỘI"
BODY = "Điều 1. Phạm vi\nTheo quy định tại Điều 3 của Luật này.\n**Điều 2. Đối tượng**\nCác tổ chức.\nĐIỀU 3: Hiệu lực\nTừ 01/7/2024.\n"


@pytest.mark.parametrize(
    ("kind", "number", "issued_on", "count"),
    [
        ("luat", "23/2012/QH13", "2012-11-20", 64),
        ("luat", "17/2023/QH15", None, 115),
        ("hien-phap", None, "2013-11-28", 120),
        ("hien-phap", None, None, None),
        ("luat", "1/2099/QH30", None, None),
        ("nghi-dinh", "23/2012/QH13", None, None),
    ],
)
def test_known(kind: str, number: str | None, issued_on: str | None, count: int | None) -> None:
    assert known_articles(kind, number, issued_on) == count


def test_the_registry_knows_every_document_of_the_table() -> None:
    known = {(one.kind, number_key(one.number) if one.number else str(one.issued_on)[:4]) for one in load_instruments()}
    assert set(articles._table()) <= known


@pytest.mark.parametrize("cells", [{"articles": "many"}, {"sources": "one.example"}, {"kind": "none"}])
def test_a_row_that_is_none_is_told(cells: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    row = {
        "kind": "luat",
        "number": "1/2020/QH14",
        "issued_on": "2020-01-01",
        "articles": "5",
        "sources": "a.example|b.example",
    }
    monkeypatch.setattr(articles, "read_table", lambda *_: [{**row, **cells}])
    with pytest.raises(DataError, match=r"articles\.tsv"):
        articles._table.__wrapped__()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (HEAD + BODY + END, 3),
        (HEAD + BODY + "Điều 3a. Thêm\nÝ.\n" + END, 3),
        (HEAD + BODY + "Nơi nhận:\n- Như trên;", 3),
        (HEAD + BODY + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", 3),
    ],
)
def test_a_whole_text_is_counted(text: str, count: int) -> None:
    assert count_articles(text) == count


@pytest.mark.parametrize(
    "text",
    [
        HEAD + BODY,  # its end is missing
        HEAD + BODY.replace("**Điều 2. Đối tượng**\n", "") + END,  # a gap
        HEAD + BODY + "QUY CHẾ\nĐiều 1. Phạm vi\nĐiều 2. Ai\n" + END,  # begins anew
        HEAD + BODY.replace("Phạm vi", "Ban hành kèm theo Quyết định này Quy chế") + END,  # an attachment
        "Điều 1. Một điều\n" + END,
        "Kế hoạch không có điều nào\n" + END,
        "",
    ],
)
def test_what_is_not_certain_is_not_known(text: str) -> None:
    assert count_articles(text) is None


def test_a_hostile_text_is_read_once() -> None:
    assert count_articles("Điều 1 " * 100_000 + "\n" * 100_000 + "* " * 100_000) is None
