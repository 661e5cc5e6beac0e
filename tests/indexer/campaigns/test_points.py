"""Lists of points, whatever sign each level uses."""

import pytest

from indexer.campaigns.points import find_inline, find_lists

Found = list[tuple[str, str, tuple[str, ...], list[tuple[str, str, str]]]]


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        (
            "1. Một\n2. Hai\n3. Ba",
            [("number", "", ("",), [("1", "mot", "Một\n"), ("2", "hai", "Hai\n"), ("3", "ba", "Ba")])],
        ),
        (
            "I. MỤC ĐÍCH\n1. A\n2. B\nII. NỘI DUNG\n1. C",
            [
                (
                    "roman",
                    "",
                    ("",),
                    [("1", "muc dich", "MỤC ĐÍCH\n1. A\n2. B\n"), ("2", "noi dung", "NỘI DUNG\n1. C")],
                ),
                ("number", "i. muc dich", ("muc dich", ""), [("1", "a", "A\n"), ("2", "b", "B")]),
                ("number", "ii. noi dung", ("noi dung", ""), [("1", "c", "C")]),
            ],
        ),
        (
            "1. Một\na) A\nb) B\n2. Hai",
            [
                ("number", "", ("",), [("1", "mot", "Một\na) A\nb) B\n"), ("2", "hai", "Hai")]),
                ("letter", "1. mot", ("mot", ""), [("a", "a", "A\n"), ("b", "b", "B")]),
            ],
        ),
        (
            "- a\n- b\n+ c\n- d",
            [
                ("dash-", "", ("",), [("", "a", "a\n"), ("", "b", "b\n+ c\n"), ("", "d", "d")]),
                ("dash+", "- b", ("b", ""), [("", "c", "c")]),
            ],
        ),
        ("Một là, việc.\nHai là, việc.", [("word", "", ("",), [("1", "viec.", "việc.\n"), ("2", "viec.", "việc.")])]),
        ("Thứ nhất: x\nThứ hai: y", [("word", "", ("",), [("1", "x", "x\n"), ("2", "y", "y")])]),
        ("Nội dung 1: x\nNội dung 2: y", [("named", "", ("",), [("1", "x", "x\n"), ("2", "y", "y")])]),
        ("1.1. a\n1.2. b", [("decimal1", "", ("",), [("1", "a", "a\n"), ("2", "b", "b")])]),
        ("(1) a\n(2) b", [("bracket", "", ("",), [("1", "a", "a\n"), ("2", "b", "b")])]),
        ("2. không đầu\n3. x", []),
        ("1. a\ntiếp theo dòng\n2. b", [("number", "", ("",), [("1", "a", "a\ntiếp theo dòng\n"), ("2", "b", "b")])]),
        ("1. a.\nCâu khác\n2. b", [("number", "", ("",), [("1", "a.", "a.\nCâu khác\n"), ("2", "b", "b")])]),
        (
            "1. a\nTIÊU ĐỀ MỤC\n1. b",
            [("number", "", ("",), [("1", "a", "a")]), ("number", "tieu de muc", ("tieu de muc",), [("1", "b", "b")])],
        ),
        (
            "a) x\nb) y\nc) z\nd) t\nđ) u\ne) v",
            [
                (
                    "letter",
                    "",
                    ("",),
                    [
                        ("a", "x", "x\n"),
                        ("b", "y", "y\n"),
                        ("c", "z", "z\n"),
                        ("d", "t", "t\n"),
                        ("đ", "u", "u\n"),
                        ("e", "v", "v"),
                    ],
                )
            ],
        ),
        ("d) x", []),
        ("i) x\nA. a\nB. b", [("capital", "i) x", ("",), [("a", "a", "a\n"), ("b", "b", "b")])]),
        ("1/ a\n2/ b", [("number", "", ("",), [("1", "a", "a\n"), ("2", "b", "b")])]),
        ("1 - a\n2 - b", [("number", "", ("",), [("1", "a", "a\n"), ("2", "b", "b")])]),
        ("Phần I. a\nPhần II. b", [("roman", "", ("",), [("1", "a", "a\n"), ("2", "b", "b")])]),
        ("1. a\n1. b", [("number", "", ("",), [("1", "a", "a")]), ("number", "1. a", ("",), [("1", "b", "b")])]),
        ("đoạn\n• x\n• y\n\nđoạn", [("dash•", "doan", ("",), [("", "x", "x\n"), ("", "y", "y")])]),
    ],
)
def test_lists(text: str, lists: Found) -> None:
    assert [
        (row.sign, row.lead, row.headings, [(one.mark, one.label, text[one.start : one.end]) for one in row.points])
        for row in find_lists(text)
    ] == lists


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        (
            "gồm: (1) tuyên truyền; (2) vận động; (3) sơ kết. Hết",
            [("bracket", "gom:", [("1", "tuyên truyền;"), ("2", "vận động;"), ("3", "sơ kết.")])],
        ),
        (
            "gồm: một là tuyên truyền; hai là vận động.",
            [("word", "gom:", [("1", "tuyên truyền;"), ("2", "vận động.")])],
        ),
        ("gồm: 1) a; 2) b; 4) d", [("number", "gom:", [("1", "a;"), ("2", "b; 4) d")])]),
        ("gồm: a) x; b) y", [("letter", "gom:", [("a", "x;"), ("b", "y")])]),
        ("gồm: (2) x; (3) y", []),
        ("không có", []),
    ],
)
def test_lists_inside_a_paragraph(text: str, lists: list[tuple[str, str, list[tuple[str, str]]]]) -> None:
    assert [
        (row.sign, row.lead, [(one.mark, text[one.start : one.end]) for one in row.points])
        for row in find_inline(text, 0, len(text))
    ] == lists
