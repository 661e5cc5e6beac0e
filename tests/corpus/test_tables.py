"""The reader of data files: a fault names file, line and value."""

import unicodedata
from pathlib import Path

import pytest

from corpus import tables
from corpus.errors import DataError
from corpus.tables import members, read_table


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Writes the table ``t`` of a package of its own."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    return lambda text: (tmp_path / "data" / "t.tsv").write_text(text, encoding="utf-8")


def test_rows_are_dictionaries_of_stripped_cells(write) -> None:  # type: ignore[no-untyped-def]
    write("a\tb\nmột \t hai\n\n   \n\tba\n")
    assert read_table("t", ("a", "b")) == [{"a": "một", "b": "hai"}, {"a": "", "b": "ba"}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"t\.tsv line 1: columns a, b are wanted"),
        ("a\tc\n", r"t\.tsv line 1: columns a, b are wanted"),
        ("b\ta\n", r"line 1"),
        ("a\tb\n1\t2\n3\n", r"t\.tsv line 3: 2 columns are wanted, got 1: '3'"),
        ("a\tb\n1\t2\t3\n", r"line 2: 2 columns are wanted, got 3"),
        ("a\tb\n\n1\n", r"line 3"),
        ("a\tb\n" + unicodedata.normalize("NFD", "mộ") + "\tx\n", r"t\.tsv line 2: not in NFC"),
    ],
)
def test_faults_are_named(write, text: str, said: str) -> None:  # type: ignore[no-untyped-def]
    write(text)
    with pytest.raises(DataError, match=said):
        read_table("t", ("a", "b"))


@pytest.mark.parametrize(
    ("cell", "wanted"), [("", ()), ("a", ("a",)), ("a|b", ("a", "b")), ("|a||b|", ("a", "b")), ("|", ())]
)
def test_members(cell: str, wanted: tuple[str, ...]) -> None:
    assert members(cell) == wanted
