"""Records for reference managers, read back by small readers of the three formats."""

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from indexer.documents.target_rows import TargetRow
from webapp.bibliography import FORMATS, bibtex, csl_json, ris

URL = "https://danchieu.example/van-ban/x_1"
HOSTILE = "Nội dung 100% {A} & B_1 #2 $3 ~ ^ \\ kết thúc\r\nER  - x"
ESCAPES = {"textbackslash{}": "\\", "textasciitilde{}": "~", "textasciicircum{}": "^"}


def document(**changed: Any) -> TargetRow:
    row: Any = {
        "id": "chi-thi.34-ct-tw.2014",
        "kind": "chi-thi",
        "number": "34-CT/TW",
        "issued_on": "2014-04-07",
        "issuer": "Bộ Chính trị",
        "place": None,
        "title": "tiếp tục đổi mới công tác thi đua",
        **changed,
    }
    return row  # type: ignore[no-any-return]


def read_bibtex(text: str) -> dict[str, str]:
    """The fields of one entry: values in braces that balance, unescaped."""
    begin = re.match(r"@(\w+)\{([^\s,{}]+),\n", text)
    assert begin
    found = {"type": begin[1], "key": begin[2]}
    at = begin.end()
    while text[at] != "}":
        name = re.compile(r"\s*(\w+) = \{").match(text, at)
        assert name, text[at : at + 40]
        depth, at, value = 1, name.end(), ""
        while depth:
            if text[at] == "\\":
                word = next((one for one in ESCAPES if text.startswith(one, at + 1)), text[at + 1])
                value += ESCAPES.get(word, word)
                at += 1 + len(word)
                continue
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            value += text[at] if text[at] not in "{}" else ""
            assert text[at] not in "#$%&_~^", "not escaped"
            at += 1
        found[name[1] if name[1] != "type" else "genre"] = value
        at = at + 1 if text[at] == "," else at
        at += text[at] == "\n"
    assert text[at:] == "}\n"
    return found


def read_ris(text: str) -> dict[str, str]:
    assert text.endswith("ER  - \r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in lines)
    assert sum(line.startswith("ER") for line in lines) == 1
    return {line[:2]: line[6:] for line in lines}


def test_bibtex_says_what_is_known() -> None:
    assert read_bibtex(bibtex(document(), URL)) == {
        "type": "misc",
        "key": "chi-thi.34-ct-tw.2014",
        "author": "Bộ Chính trị",
        "title": "Chỉ thị số 34-CT/TW về tiếp tục đổi mới công tác thi đua",
        "genre": "Chỉ thị",
        "number": "34-CT/TW",
        "date": "2014-04-07",
        "year": "2014",
        "url": URL,
        "langid": "vietnamese",
    }


def test_ris_says_what_is_known() -> None:
    assert read_ris(ris(document(), URL)) == {
        "TY": "GOVDOC",
        "ID": "chi-thi.34-ct-tw.2014",
        "AU": "Bộ Chính trị",
        "TI": "Chỉ thị số 34-CT/TW về tiếp tục đổi mới công tác thi đua",
        "M1": "34-CT/TW",
        "M3": "Chỉ thị",
        "PB": "Bộ Chính trị",
        "PY": "2014",
        "DA": "2014/04/07/",
        "LA": "vi",
        "UR": URL,
        "ER": "",
    }


def test_csl_says_what_is_known() -> None:
    assert json.loads(csl_json(document(), URL)) == [
        {
            "id": "chi-thi.34-ct-tw.2014",
            "type": "document",
            "title": "Chỉ thị số 34-CT/TW về tiếp tục đổi mới công tác thi đua",
            "author": [{"literal": "Bộ Chính trị"}],
            "genre": "Chỉ thị",
            "number": "34-CT/TW",
            "issued": {"date-parts": [[2014, 4, 7]]},
            "URL": URL,
            "language": "vi",
        }
    ]


@pytest.mark.parametrize(("on", "ris_day"), [("2014-04", "2014/04//"), ("2014", "2014///")])
def test_a_vague_date_stays_vague(on: str, ris_day: str) -> None:
    doc = document(issued_on=on)
    assert read_bibtex(bibtex(doc, URL))["date"] == on
    assert read_ris(ris(doc, URL))["DA"] == ris_day
    assert json.loads(csl_json(doc, URL))[0]["issued"] == {"date-parts": [[int(part) for part in on.split("-")]]}


def test_what_is_not_known_or_not_sound_is_left_out() -> None:
    doc = document(issued_on=None, issuer="UBND tỉnh", title="TIẾP TỤC ĐỔI MỚI")
    assert {"author", "date", "year"}.isdisjoint(read_bibtex(bibtex(doc, URL)))
    assert {"AU", "PB", "PY", "DA"}.isdisjoint(read_ris(ris(doc, URL)))
    (item,) = json.loads(csl_json(doc, URL))
    assert {"author", "issued"}.isdisjoint(item)
    assert item["title"] == "Chỉ thị số 34-CT/TW"


def test_hostile_values_break_no_format() -> None:
    doc = document(id="a}b,c", number=HOSTILE, title=HOSTILE)
    flat = " ".join(HOSTILE.split())
    assert read_bibtex(bibtex(doc, URL))["number"] == flat
    assert read_bibtex(bibtex(doc, URL))["key"] == "a-b-c"
    assert read_ris(ris(doc, URL))["M1"] == flat
    assert json.loads(csl_json(doc, URL))[0]["number"] == HOSTILE


def test_a_body_with_a_comma_is_no_person() -> None:
    record = read_ris(ris(document(issuer="Bộ Văn hóa, Thể thao và Du lịch"), URL))
    assert "AU" not in record
    assert record["PB"] == "Bộ Văn hóa, Thể thao và Du lịch"


def test_laws_go_by_their_name() -> None:
    law = document(kind="luat", number="23/2012/QH13", issued_on="2012-11-20", issuer="Quốc hội", title="Hợp tác xã")
    assert read_ris(ris(law, URL))["TY"] == "STAT"
    assert json.loads(csl_json(law, URL))[0]["title"] == "Luật Hợp tác xã"


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_a_file_to_keep(client: FlaskClient, some: dict[str, Any], name: str) -> None:
    answer = client.get(f"/api/v1/instruments/{some['instrument']}").get_json()
    assert answer["cited_as"]["first"].startswith("Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về ")
    response = client.get(answer["bibliography"][name])
    assert response.status_code == 200
    assert response.mimetype == FORMATS[name].mimetype
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="{some["instrument"]}.{FORMATS[name].ending}"'
    )
    assert "34-CT/TW" in response.text
