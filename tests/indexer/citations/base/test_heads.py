"""The kind word in front of a number; | marks where the number begins, and the head is what is between its start and there."""

import pytest

from indexer.citations.base.heads import read_head
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("theo Chỉ thị số |34", "chi-thi", "Chỉ thị số "),
        ("theo Chỉ thị |34", "chi-thi", "Chỉ thị "),
        ("Quy ế t định |155", "quyet-dinh", "Quy ế t định "),
        ("Nghịđịnh số|155", "nghi-dinh", "Nghịđịnh số"),
        ("Nghị\nđịnh số |155", "nghi-dinh", "Nghị\nđịnh số "),
        ("Nghị\nđịnh\nsố |155", None, "số "),
        ("Kế hoạch hành động số |9", "ke-hoach", "Kế hoạch hành động số "),
        ("Công văn hỏa tốc số |9", "cong-van", "Công văn hỏa tốc số "),
        ("các Nghị quyết từ số |10", "nghi-quyet", "Nghị quyết từ số "),
        ("các Nghị quyết từ |10", None, ""),
        ("CHỈ THỊ CỐ |34", "chi-thi", "CHỈ THỊ CỐ "),
        ("Chỉ thị có |34", None, ""),
        ("số |34", None, "số "),
        ("nhân sâm |34", None, ""),
        ("|34", None, ""),
        ("Chỉ thị, |34", None, ""),
        ("Chỉ thị 12 |34", None, ""),
        ("mã nghiđinh luật|34", None, ""),
        ("Luật|34", "luat", "Luật"),
        ("NĐ |113", "nghi-dinh", "NĐ "),
        ("theo QĐ số |113", "quyet-dinh", "QĐ số "),
        ("TTLT |113", "thong-tu-lien-tich", "TTLT "),
        ("nđ |113", None, ""),
        ("N Đ |113", None, ""),
        ("ANĐ |113", None, ""),
        ("1NĐ |113", None, ""),
        ("(NĐ |113", "nghi-dinh", "NĐ "),
        ("Chỉ thị " + " " * 34 + " |34", "chi-thi", "Chỉ thị " + " " * 35),
        ("Chỉ thị " + " " * 35 + " |34", "chi-thi", "Chỉ thị " + " " * 36),
        ("Chỉ thị " + " " * 36 + " |34", None, ""),
    ],
)
def test_the_kind_word(text: str, kind: str | None, written: str) -> None:
    at = text.index("|")
    view = view_of(text.replace("|", ""))
    head = read_head(view, at)
    assert (head.kind, view.text[head.start : at]) == (kind, written)


@pytest.mark.parametrize(
    ("text", "has_so", "colon", "plural", "short"),
    [
        ("Chỉ thị số |34", True, False, False, False),
        ("Chỉ thị |34", False, False, False, False),
        ("Chỉ thị số: |34", True, True, False, False),
        ("Chỉ thị số. |34", True, True, False, False),
        ("Chỉ thị: |34", False, True, False, False),
        ("các Chỉ thị số |34", True, False, True, False),
        ("những Chỉ thị |34", False, False, True, False),
        ("hai Chỉ thị |34", False, False, True, False),
        ("ba Chỉ thị |34", False, False, True, False),
        ("bốn Chỉ thị |34", False, False, True, False),
        ("02 Chỉ thị |34", False, False, True, False),
        ("03 Chỉ thị |34", False, False, True, False),
        ("04 Chỉ thị |34", False, False, True, False),
        ("2 Chỉ thị |34", False, False, True, False),
        ("3 Chỉ thị |34", False, False, True, False),
        ("4 Chỉ thị |34", False, False, True, False),
        ("5 Chỉ thị |34", False, False, False, False),
        ("các bản Chỉ thị |34", False, False, False, False),
        ("các NĐ |34", False, False, True, True),
        ("NĐ số |34", True, False, False, True),
        ("NĐ số: |34", True, True, False, True),
        ("NĐ: |34", False, True, False, False),
        ("số |34", True, False, False, False),
        ("|34", False, False, False, False),
    ],
)
def test_what_else_stands_there(text: str, has_so: bool, colon: bool, plural: bool, short: bool) -> None:
    at = text.index("|")
    head = read_head(view_of(text.replace("|", "")), at)
    assert (head.has_so, head.colon, head.plural, head.short) == (has_so, colon, plural, short)
