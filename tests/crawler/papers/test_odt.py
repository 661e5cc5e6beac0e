from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.errors import InputError
from crawler.papers import odt
from crawler.papers.odt import read_odt

CONTENT = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:text>{}</o:text></o:body></o:document-content>'
)


def made(path: Path, body: str) -> Path:
    with ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", CONTENT.format(body))
    return path


def test_paragraphs_lists_tables_and_notes(tmp_path: Path) -> None:
    body = (
        "<t:h>KẾ HOẠCH</t:h><t:p>Một<t:s/>hai<t:line-break/>ba<t:note><t:note-body><t:p>ghi chú</t:p></t:note-body></t:note></t:p>"
        "<t:list><t:list-item><t:p>việc</t:p></t:list-item></t:list>"
        "<b:table><b:table-row><b:table-cell><t:p>1</t:p></b:table-cell><b:table-cell><t:p>x</t:p></b:table-cell></b:table-row></b:table>"
    )
    assert read_odt(made(tmp_path / "a.odt", body)).text == "KẾ HOẠCH\nMột hai\nba\n- việc\n1 | x\nghi chú"


def test_what_is_none_or_too_large_or_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.odt").write_bytes(b"PK\x03\x04 no")
    with pytest.raises(InputError, match="damaged ODT"):
        read_odt(tmp_path / "a.odt")
    deep = "<t:section>" * 200 + "<t:p>x</t:p>" + "</t:section>" * 200
    assert read_odt(made(tmp_path / "b.odt", deep)).text == ""
    monkeypatch.setattr(odt, "MAX_CONTENT", 100)
    with pytest.raises(InputError, match="more than 100"):
        read_odt(made(tmp_path / "c.odt", "<t:p>x</t:p>"))
