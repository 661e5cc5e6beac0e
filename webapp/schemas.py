"""JSON Schema of rows, derived from their types: what the API says of itself is what the code says.

A TypedDict is a component under its name; its docstring describes it. Behind `Annotated`, a text describes a field and a `Pattern` bounds it.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import NoneType, UnionType
from typing import (
    Annotated,
    Final,
    Literal,
    NotRequired,
    Required,
    TypeGuard,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from corpus.values import Pattern

Schema = dict[str, object]
_PLAIN: Final = {str: "string", bool: "boolean", int: "integer", float: "number"}
_NAMES: Final = {
    "FlatResults": "Results",
    "FlatHit": "Hit",
    "StoredCitationAnswer": "ArchivedCitation",
    "JudgedAnswer": "JudgedCitation",
    "CampaignExportRow": "Campaign",
    "CampaignRow": "CampaignRecord",
    "CampaignAnswer": "CampaignPage",
    "TextQuestion": "Text",
}
"""What clients know rows as, where that is not the type's name without ``Row`` or ``Answer``."""


def components(types: Iterable[type]) -> dict[str, Schema]:
    """The schemas of rows and of all rows inside them, by name. Raises TypeError for a type that JSON does not have."""
    found: dict[str, Schema] = {}
    for one in types:
        _schema(one, found)
    return dict(sorted(found.items()))


def name_of(row: type) -> str:
    """The name of a row's component."""
    return _NAMES.get(row.__name__) or row.__name__.removesuffix("Row").removesuffix("Answer")


def _schema(kind: object, found: dict[str, Schema]) -> Schema:
    origin, inner = get_origin(kind), get_args(kind)
    if _is_row(kind):
        return _reference(kind, found)
    if isinstance(kind, type) and kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if origin is Annotated:
        return _told(_schema(inner[0], found), inner[1:])
    if origin in (Required, NotRequired):
        return _schema(inner[0], found)
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if origin in (Union, UnionType):
        return _or_null([_schema(one, found) for one in inner if one is not NoneType], NoneType in inner)
    if origin in (list, Sequence):
        return {"type": "array", "items": _schema(inner[0], found)}
    if origin is tuple:
        items = [_schema(one, found) for one in inner]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _schema(inner[1], found)}
    raise TypeError(f"{kind!r}: no type of JSON")


def _is_row(kind: object) -> TypeGuard[type]:
    return isinstance(kind, type) and hasattr(kind, "__required_keys__")


def _reference(row: type, found: dict[str, Schema]) -> Schema:
    """A reference to a row's component, which is made at its first."""
    name = name_of(row)
    if name not in found:
        found[name] = {}
        hints = get_type_hints(row, include_extras=True)
        required: frozenset[str] = getattr(row, "__required_keys__", frozenset())
        found[name] = {
            "type": "object",
            "description": " ".join((row.__doc__ or "").split()),
            "properties": {field: _schema(kind, found) for field, kind in hints.items()},
            "required": [field for field in hints if field in required],
        }
    return {"$ref": f"#/components/schemas/{name}"}


def _told(schema: Schema, notes: Iterable[object]) -> Schema:
    """A schema with what stands behind `Annotated`; of two descriptions the outer counts."""
    told = dict(schema)
    for note in notes:
        if isinstance(note, Pattern):
            told["pattern"] = note.regex
        elif isinstance(note, str):
            told["description"] = note
    return told


def _or_null(choices: Sequence[Schema], is_nullable: bool) -> Schema:
    """One of several schemas, or null."""
    if len(choices) == 1 and "type" in choices[0] and is_nullable:
        enum = choices[0].get("enum")
        null: Schema = {"enum": [*enum, None]} if isinstance(enum, list) else {}
        return {**choices[0], "type": [choices[0]["type"], "null"], **null}
    if all(set(choice) == {"type"} for choice in choices):
        return {"type": [*(choice["type"] for choice in choices), *(["null"] if is_nullable else [])]}
    return {"oneOf": [*choices, *([{"type": "null"}] if is_nullable else [])]}
