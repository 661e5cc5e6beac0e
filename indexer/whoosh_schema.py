"""The Whoosh schema: views of the text as token fields, exact keys, and columns for facets, sorting and payloads."""

import json
import zlib
from collections.abc import Mapping
from typing import Any, Final

from whoosh.analysis import RegexTokenizer
from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, TEXT, FieldType, Schema

from corpus.text import fold
from indexer.analysis import Views, analyse
from indexer.engine import FACETS, IndexDocument

TEXT_FIELDS: Final = ("marked", "marked_pairs", "compounds", "plain", "plain_pairs", "title_marked", "title_plain")
KEY_FIELDS: Final = ("uid", "type", "cites", "cited", "lookup", "prefix")
_TITLE_WORDS: Final = 60
_MAX_TOKENS: Final = 120_000
_SEPARATOR: Final = "\x1f"


def _tokens() -> Any:
    """Tokens come ready made; the analyser only cuts at blanks."""
    return RegexTokenizer(r"\S+")


def _keys() -> Any:
    return RegexTokenizer(r"[^\x1f]+")


def schema() -> Schema:
    """The schema of a generation."""
    fields: dict[str, FieldType] = {}
    for name in TEXT_FIELDS:
        fields[name] = TEXT(analyzer=_tokens(), phrase=False, stored=False)
    for name in KEY_FIELDS:
        fields[name] = TEXT(analyzer=_keys(), phrase=False, stored=False)
    for name in FACETS:
        fields[f"c_{name}"] = COLUMN(VarBytesColumn())
    fields["c_id"] = COLUMN(VarBytesColumn())
    fields["c_type"] = COLUMN(VarBytesColumn())
    fields["c_date"] = COLUMN(NumericColumn("i"))
    fields["c_cited"] = COLUMN(NumericColumn("i"))
    fields["c_payload"] = COLUMN(VarBytesColumn(allow_offsets=True))
    return Schema(**fields)


def date_number(iso: str | None) -> int:
    """An ISO date of any precision as a sortable number (20180722, 20180700, 20180000); 0 when not known."""
    if not iso:
        return 0
    return int(iso.replace("-", "").ljust(8, "0"))


def unique_id(type_: str, id_: str) -> str:
    """The key under which a document is replaced."""
    return f"{type_}:{id_}"


def row_of(document: IndexDocument) -> dict[str, object]:
    """A document as Whoosh's `add_document` takes it."""
    views = analyse(f"{document.title}\n{document.text}" if document.text else document.title)
    title = analyse(" . ".join((document.title, *document.names, document.number or "")), segment=False)
    row: dict[str, object] = {
        "uid": unique_id(document.type, document.id),
        "type": document.type,
        "cites": _SEPARATOR.join(document.cites),
        "cited": _SEPARATOR.join(document.cited),
        "lookup": _SEPARATOR.join(document.keys),
        "prefix": _SEPARATOR.join(prefixes(document)),
        **_text_fields(views),
        "title_marked": " ".join(title.marked[:_TITLE_WORDS]),
        "title_plain": " ".join(title.plain[:_TITLE_WORDS]),
        "c_id": document.id.encode(),
        "c_type": document.type.encode(),
        "c_date": date_number(document.date),
        "c_cited": document.cited_count,
        "c_payload": pack(document.payload),
    }
    for name, value in facet_values(document).items():
        row[f"c_{name}"] = value.encode()
    return {name: value for name, value in row.items() if value != ""}


def _text_fields(views: Views) -> dict[str, object]:
    return {
        "marked": " ".join(views.marked[:_MAX_TOKENS]),
        "marked_pairs": " ".join(views.marked_pairs[:_MAX_TOKENS]),
        "compounds": " ".join(views.compounds[:_MAX_TOKENS]),
        "plain": " ".join(views.plain[:_MAX_TOKENS]),
        "plain_pairs": " ".join(views.plain_pairs[:_MAX_TOKENS]),
    }


def facet_values(document: IndexDocument) -> dict[str, str]:
    """One value for each facet, empty where there is none."""
    return {
        "kind": document.kind or "",
        "year": (document.date or "")[:4],
        "place": document.place or "",
        "issuer": document.issuer or "",
        "campaign": document.campaign or "",
        "site": document.site or "",
    }


def prefixes(document: IndexDocument) -> list[str]:
    """Beginnings under which an instrument or campaign is suggested: of its number, of kind and number, of the words of its title."""
    if document.type == "notice":
        return []
    found: dict[str, None] = {}
    number = fold(document.number or "")
    kind = fold((document.kind or "").replace("-", " "))
    names = [
        number,
        f"{kind} {number}",
        f"{kind} so {number}",
        fold(document.title),
        *(fold(name) for name in document.names),
    ]
    for name in filter(str.strip, names):
        words = name.split()
        for start in range(min(len(words), 6)):
            text = " ".join(words[start : start + 5])
            for size in range(2, min(len(text), 18) + 1):
                found[text[:size]] = None
    return list(found)[:600]


def pack(payload: Mapping[str, object]) -> bytes:
    """A payload as compressed JSON."""
    return zlib.compress(json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), 6)


def unpack(data: bytes) -> dict[str, Any]:
    """The payload of `pack`."""
    loaded: dict[str, Any] = json.loads(zlib.decompress(data))
    return loaded
