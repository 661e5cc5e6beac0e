"""What files are read as, in short, and the golden file in which a reading is kept whole."""

import json
import re
from pathlib import Path
from typing import Any

from corpus.model import Notice
from crawler.importing import ImportFault, read_files


def reading_of(path: Path) -> dict[str, Any] | None:
    """All that is read of one file, its text by lines; None where it holds no notice."""
    (item,) = read_files([path])
    return None if isinstance(item, ImportFault) else shown(item)


def shown(notice: Notice) -> dict[str, Any]:
    """A notice as the golden files have it."""
    return {
        "title": notice.title,
        "published_on": notice.published_on,
        "place": notice.place,
        "issuer": notice.issuer,
        "head": notice.head and [notice.head.kind, notice.head.number, notice.head.issued_on],
        "text": notice.text.split("\n"),
    }


def falls_short(found: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """What of a table's row a reading does not meet; `title` may have more words than wanted, a body may be named with what it belongs to."""
    text = re.sub(r"[^\S\n]+", " ", "\n".join(found["text"]))
    head = found["head"] or [None, None, None]
    got = {**found, "number": head[1], "issued_on": head[2]}
    out = [
        f"{name} is {got[name]}"
        for name in ("number", "issued_on", "published_on", "place")
        if _differs(name, got, wanted)
    ]
    out += [
        f"{name} is {got[name]}"
        for name in ("title", "issuer")
        if wanted.get(name) and wanted[name].lower() not in (got[name] or "").lower()
    ]
    out += [f"lacks {part}" for part in wanted.get("text_has", []) if part not in text]
    return out + [f"has {part}" for part in wanted.get("text_lacks", []) if part in text]


def _differs(name: str, got: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return name in wanted and got[name] != wanted[name]


def compare_golden(file: Path, found: dict[str, Any], *, update: bool) -> None:
    """The readings of a folder against those that were kept; `--golden-update` writes them anew: read what it wrote."""
    if update:
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(file.read_text(encoding="utf-8"))
