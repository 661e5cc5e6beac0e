"""The Whoosh schema: views of the text as token fields, exact keys, and columns for facets, sorting and payloads."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from whoosh.analysis import RegexTokenizer
from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, TEXT, FieldType, Schema
from whoosh.formats import Existence

from corpus.kinds import kinds
from corpus.text import fold
from indexer.engine.analysis import analyse
from indexer.engine.protocol import FACETS, IndexDocument

TEXT_FIELDS: Final = ("marked", "marked_pairs", "compounds", "plain", "plain_pairs", "title_marked", "title_plain")
KEY_FIELDS: Final = ("uid", "type", "cites", "cited", "pinned", "lookup", "prefix")
_TITLE_WORDS: Final = 60
_DIGEST_BYTES: Final = 12
_MAX_TOKENS: Final = 120_000
MIN_PREFIX: Final = 2
MAX_PREFIX: Final = 18
_PREFIX_STARTS: Final = 6
_PREFIX_WORDS: Final = 5
_MAX_PREFIXES: Final = 600
_GLUED = re.compile(r"^([a-z]{2,4})(\d)")


def _tokens() -> Any:
    """Tokens come ready made; the analyser only cuts at blanks."""
    return RegexTokenizer(r"\S+")


def _keys() -> Any:
    return RegexTokenizer(r"[^\x1f]+")


def schema() -> Schema:
    """The schema of a generation."""
    fields: dict[str, FieldType] = {}
    for name, analyzer in (*((name, _tokens()) for name in TEXT_FIELDS), *((name, _keys()) for name in KEY_FIELDS)):
        fields[name] = TEXT(analyzer=analyzer, phrase=False, stored=False)
        fields[name].format = Existence()
    for name in FACETS:
        fields[f"c_{name}"] = COLUMN(VarBytesColumn())
    fields["c_id"] = COLUMN(VarBytesColumn())
    fields["c_type"] = COLUMN(VarBytesColumn())
    fields["c_date"] = COLUMN(NumericColumn("i"))
    fields["c_cited"] = COLUMN(NumericColumn("i"))
    fields["c_card"] = COLUMN(VarBytesColumn(allow_offsets=True))
    fields["c_words"] = COLUMN(VarBytesColumn(allow_offsets=True))
    fields["c_text"] = COLUMN(VarBytesColumn())
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


def counted_row(
    document: IndexDocument, words: Counter[str] | None = None
) -> tuple[dict[str, Counter[str]], dict[str, object]]:
    """A document as the bulk writer takes it: counts of terms by field, and values by column.

    words: its compounds with their counts, where they are known: segmentation is most of the work.
    """
    views = analyse(_analysed(document), with_words=words is None)
    compounds = Counter(views.compounds[:_MAX_TOKENS]) if words is None else words
    title = analyse(" . ".join((document.title, *document.names, document.number or "")), with_words=False)
    terms: dict[str, Sequence[str]] = {
        "uid": [unique_id(document.type, document.id)],
        "type": [document.type],
        "cites": document.cites,
        "cited": document.cited,
        "pinned": document.pinned,
        "lookup": document.keys,
        "prefix": prefixes(document),
        "marked": views.marked,
        "marked_pairs": views.marked_pairs,
        "plain": views.plain,
        "plain_pairs": views.plain_pairs,
        "title_marked": title.marked[:_TITLE_WORDS],
        "title_plain": title.plain[:_TITLE_WORDS],
    }
    columns: dict[str, object] = {
        "c_id": document.id.encode(),
        "c_type": document.type.encode(),
        "c_date": date_number(document.date),
        "c_cited": document.cited_count,
        "c_payload": pack(document.payload),
        "c_card": pack(document.card, level=0),
        "c_words": pack_words(compounds),
        "c_text": text_digest(document),
        **{f"c_{name}": value.encode() for name, value in facet_values(document).items() if value},
    }
    counts = {name: Counter(tokens[:_MAX_TOKENS]) for name, tokens in terms.items() if tokens}
    return (counts | {"compounds": compounds} if compounds else counts), columns


def _analysed(document: IndexDocument) -> str:
    return f"{document.title}\n{document.text}" if document.text else document.title


def text_digest(document: IndexDocument) -> bytes:
    """By which a document is known to have the text that it had; empty for one without a text."""
    return sha256(_analysed(document).encode("utf-8", "replace")).digest()[:_DIGEST_BYTES] if document.text else b""


def pack_words(words: Counter[str]) -> bytes:
    """Compounds with their counts, compressed."""
    return zlib.compress(" ".join(f"{word} {count}" for word, count in words.items()).encode()) if words else b""


def unpack_words(data: bytes) -> Counter[str]:
    """The compounds of `pack_words`."""
    parts = zlib.decompress(data).decode().split() if data else []
    return Counter(dict(zip(parts[::2], map(int, parts[1::2]), strict=True)))


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


def suggestion_key(text: str) -> str:
    """The form in which beginnings are compared: folded, ``kl56`` as ``kl 56``."""
    return _GLUED.sub(r"\1 \2", fold(text))


def prefixes(document: IndexDocument) -> list[str]:
    """Beginnings under which an instrument or campaign is suggested: of its number, of kind and number, of the words of its title."""
    if document.type == "notice":
        return []
    number = fold(document.number or "")
    kind = kinds().get(document.kind or "")
    words_for_kind = (fold(kind.name), *(fold(one) for one in kind.letters)) if kind else ()
    numbered = [f"{word}{so} {number}" for word in words_for_kind for so in ("", " so")] if number else []
    found: dict[str, None] = {}
    for name in filter(None, (number, *numbered, fold(document.title), *(fold(name) for name in document.names))):
        words = name.split()
        for start in range(min(len(words), _PREFIX_STARTS)):
            text = " ".join(words[start : start + _PREFIX_WORDS])
            for size in range(MIN_PREFIX, min(len(text), MAX_PREFIX) + 1):
                found[text[:size]] = None
    return list(found)[:_MAX_PREFIXES]


def pack(payload: Mapping[str, object], *, level: int = 6) -> bytes:
    """A payload as compressed JSON; level 0 keeps a small one as it is, to be read at once. An empty one is no bytes."""
    if not payload:
        return b""
    data = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return zlib.compress(data, level) if level else data


def unpack(data: bytes) -> dict[str, object]:
    """The payload of `pack`."""
    loaded: dict[str, object] = json.loads(data if data[:1] in (b"{", b"") else zlib.decompress(data)) if data else {}
    return loaded


def unpack_cards(cards: Sequence[bytes]) -> list[dict[str, object]]:
    """Many cards at once, as `pack` keeps them at level 0."""
    loaded: list[dict[str, object]] = json.loads(b"[%s]" % b",".join(cards))
    return loaded
