"""What determines how a notice is read: data, source and libraries, as digests that an index keeps, so that it notices when they have changed.

Each part has all files of its folders, so that a new module is in without a word. A part that is earlier in the line from text to page bears on those
behind it; what is only asked when a page is read (`indexer.asking`, `reading`, `drafts`) leaves nothing in an index, and is no part.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, Literal, get_args

Part = Literal["registry", "citations", "resolution", "campaigns", "documents", "analysis"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
SOURCES: Final[Mapping[Part, tuple[str, ...]]] = {
    "registry": ("corpus/data",),
    "citations": ("corpus", "indexer/citations", "indexer/facts"),
    "resolution": ("indexer/resolution", "indexer/building/increment.py"),
    "campaigns": ("indexer/campaigns",),
    "documents": ("indexer/documents",),
    "analysis": ("indexer/engine",),
}
"""The files and folders of each part; of two that hold a file, the longer name has it."""
NO_RULES: Final = frozenset(
    (
        *("corpus/sample", "corpus/migrations", "corpus/schema.sql", "corpus/errors.py"),
        *("corpus/store.py", "corpus/database.py", "corpus/lineage.py", "corpus/withdrawals.py"),
        *("corpus/frontier.py", "corpus/captures.py", "corpus/notice_urls.py"),
        *("corpus/sources.py", "corpus/runs.py", "corpus/faults.py", "corpus/backup.py"),
        *("corpus/known_sites.py", "corpus/data/sites.tsv"),
    )
)
"""Where notices are kept and how faults are told: it changes nothing that is read."""
_LIBRARIES: Final[Mapping[Part, tuple[str, ...]]] = {"analysis": ("underthesea",)}
_SUFFIXES: Final = (".py", ".tsv", ".sql")


@cache
def rules() -> Mapping[Part, str]:
    """A digest for each part: of its files, of the versions of its libraries, and of Unicode's."""
    return {part: _digest(part) for part in PARTS}


def rules_json() -> str:
    """The present rules, for an index to keep."""
    return json.dumps(rules())


def changed_parts(kept: str) -> frozenset[Part]:
    """The parts in which the present rules are not those that an index kept; all when it kept none that can be read."""
    try:
        before = json.loads(kept)
    except ValueError:
        before = None
    if not isinstance(before, dict):
        return frozenset(PARTS)
    return frozenset(part for part, digest in rules().items() if before.get(part) != digest)


def _digest(part: Part) -> str:
    digest = sha256(unicodedata.unidata_version.encode())
    for library in _LIBRARIES.get(part, ()):
        digest.update(f"\0{library} {_version(library)}".encode())
    for name, file in sorted(sources(part), key=lambda source: source[0]):
        data = file.read_bytes()
        digest.update(f"\0{name} {len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def sources(part: Part) -> Iterator[tuple[str, Traversable]]:
    """The files of a part, each with its name as in `SOURCES`."""
    others = {name for other, names in SOURCES.items() if other != part for name in names} | NO_RULES
    for name in SOURCES[part]:
        room, *rest = name.split("/")
        yield from _files(name, files(room).joinpath(*rest), others)


def _files(name: str, at: Traversable, others: set[str] | frozenset[str]) -> Iterator[tuple[str, Traversable]]:
    if name in others:
        return
    if at.is_file():
        if name.endswith(_SUFFIXES):
            yield name, at
        return
    for inner in at.iterdir():
        if inner.name != "__pycache__":
            yield from _files(f"{name}/{inner.name}", inner, others)
