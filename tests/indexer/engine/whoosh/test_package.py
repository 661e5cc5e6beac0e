"""Which Whoosh is in use, and how little of its inside we lean on (see docs/decisions/0001)."""

import ast
import os
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
import whoosh
from whoosh.codec.base import PostingsWriter
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.fields import ID, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.writing import SegmentWriter

from indexer.engine.whoosh.blocks import BlockWriter
from indexer.engine.whoosh.codec import BulkCodec
from indexer.engine.whoosh.files import FileView, MappedStorage
from indexer.engine.whoosh.writing import BulkSegmentWriter

ROOT = Path(__file__).parents[4]
PACKAGES = {"whoosh", "whoosh-reloaded", "whoosh3", "whoosh-ng"}
OURS = sorted((ROOT / "indexer/engine/whoosh").glob("*.py"))


def _required() -> str:
    """The package that the project asks for; ``DANCHIEU_WHOOSH`` names another one for these tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    chosen = next(line for line in project["dependencies"] if line.startswith("whoosh"))
    return os.environ.get("DANCHIEU_WHOOSH", chosen)


def test_the_package_in_use_is_the_one_named_and_the_only_one_in_its_folder() -> None:
    folder = Path(whoosh.__file__).parents[1]
    installed = {
        (found.metadata["Name"].lower().replace("_", "-"), found.version)
        for found in distributions(path=[str(folder)])
        if found.metadata["Name"].lower().replace("_", "-") in PACKAGES
    }
    name, _, version = _required().partition("==")
    assert installed == {(name, version)}, "run 'make clean' and 'make install': another Whoosh is in the way"


def test_the_way_out_is_another_package_pinned_by_hash() -> None:
    lock = (ROOT / "requirements/other-whoosh.lock").read_text(encoding="utf-8")
    asked = (ROOT / "requirements/other-whoosh.in").read_text(encoding="utf-8").strip()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert asked in lock
    assert "--hash=sha256:" in lock
    assert asked not in project["dependencies"]
    assert asked.partition("==")[0] in PACKAGES


def _private_names(module: Path) -> set[str]:
    """Names with one underscore in front that a module asks an object for."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
    }


def _defined_names(module: Path) -> set[str]:
    """Names that a module gives to its own classes and their objects."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


@pytest.mark.parametrize("module", OURS, ids=lambda path: path.stem)
def test_no_private_name_of_whoosh_is_used(module: Path) -> None:
    ours = set().union(*(_defined_names(other) for other in OURS))
    assert _private_names(module) <= ours


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (BlockWriter, PostingsWriter),
        (BulkCodec, W3Codec),
        (MappedStorage, FileStorage),
        (FileView, StructFile),
        (BulkSegmentWriter, SegmentWriter),
    ],
    ids=lambda kind: kind.__name__,
)
def test_no_private_method_of_whoosh_is_overridden(ours: type, theirs: type) -> None:
    private = {name for name in vars(ours) if name.startswith("_") and not name.startswith("__")}
    assert private.isdisjoint(dir(theirs))


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (
            SegmentWriter,
            "add_reader add_postings_to_pool per_document_reader get_segment temp_storage iter_postings cancel commit",
        ),
        (W3Codec, "postings_writer field_writer per_document_reader new_segment POSTS_EXT"),
        (W3FieldWriter, "add_postings start_field start_term finish_term finish_field close"),
        (W3TermInfo, "set_extent extent doc_frequency"),
        (PostingsWriter, "start_postings add_posting finish_postings written"),
        (FileStorage, "open_file lock open_index create_index"),
        (StructFile, "get subset"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_the_seams_that_we_fill_are_there(kind: type, names: str) -> None:
    assert [name for name in names.split() if not hasattr(kind, name)] == []


def test_whoosh_asks_our_codec_and_our_pool(tmp_path: Path) -> None:
    """What is written goes through `BulkCodec` and `Waiting`: if Whoosh asked elsewhere, the segment would be empty of terms."""
    index = MappedStorage(tmp_path).create_index(Schema(word=ID))
    writer = BulkSegmentWriter(index)
    writer.add_counted({"word": {"chu": 1}}, {})
    writer.commit()
    assert isinstance(writer.codec.blocks, BlockWriter)
    with index.reader() as reader:
        assert [term for term, _ in reader] == [("word", b"chu")]
        assert type(reader.segment().codec()) is W3Codec, "plain Whoosh opens what we write"
