"""A document for reference managers: BibTeX, RIS and CSL-JSON. Only what is sound is said: see `indexer.documents.proper_form`."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from corpus.kinds import is_law, kind_name
from indexer.documents.proper_form import sound_parts
from indexer.documents.target_rows import TargetRow

_SPECIAL: Final = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_NO_KEY: Final = re.compile(r"[^A-Za-z0-9.:-]+")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ending of its file, its media type, and what writes a document with the address of its page."""

    ending: str
    mimetype: str
    write: Callable[[TargetRow, str], str]


def bibtex(doc: TargetRow, url: str) -> str:
    """A BibTeX entry. Names stand in braces of their own, which keep capitals and keep a body from being taken for a person."""
    parts = sound_parts(doc)
    fields = {
        "author": f"{{{_tex(parts.issuer)}}}" if parts.issuer else None,
        "title": f"{{{_tex(parts.name)}}}",
        "type": _tex(kind_name(doc["kind"])),
        "number": _tex(doc["number"]) if doc["number"] else None,
        "date": doc["issued_on"],
        "year": (doc["issued_on"] or "")[:4] or None,
        "url": _tex(url),
        "langid": "vietnamese",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{_NO_KEY.sub('-', doc['id'])},\n{lines}\n}}\n"


def ris(doc: TargetRow, url: str) -> str:
    """A RIS record, lines ending in CR LF. A comma would part a body's name into family and given name: such a one stands as publisher alone."""
    parts = sound_parts(doc)
    issued_on = doc["issued_on"] or ""
    day = [*issued_on.split("-"), "", ""][:3] if issued_on else []
    fields = (
        ("TY", "STAT" if is_law(doc["kind"]) else "GOVDOC"),
        ("ID", doc["id"]),
        ("AU", parts.issuer if parts.issuer and "," not in parts.issuer else None),
        ("TI", parts.name),
        ("M1", doc["number"]),
        ("M3", kind_name(doc["kind"])),
        ("PB", parts.issuer),
        ("PY", issued_on[:4]),
        ("DA", "/".join([*day, ""])),
        ("LA", "vi"),
        ("UR", url),
    )
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value and value != "/"]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl_json(doc: TargetRow, url: str) -> str:
    """A CSL-JSON array of one item (citation-style-language/schema, version 1.0)."""
    parts = sound_parts(doc)
    issued_on = doc["issued_on"]
    item: Mapping[str, object] = {
        "id": doc["id"],
        "type": "legislation" if is_law(doc["kind"]) else "document",
        "title": parts.name,
        "author": [{"literal": parts.issuer}] if parts.issuer else None,
        "genre": kind_name(doc["kind"]),
        "number": doc["number"],
        "issued": {"date-parts": [[int(part) for part in issued_on.split("-")]]} if issued_on else None,
        "URL": url,
        "language": "vi",
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


FORMATS: Final = {
    "BibTeX": Format("bib", "application/x-bibtex", bibtex),
    "RIS": Format("ris", "application/x-research-info-systems", ris),
    "CSL-JSON": Format("json", "application/vnd.citationstyles.csl+json", csl_json),
}
"""By the names that readers know."""


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in _line(text))


def _line(text: str) -> str:
    """On one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
