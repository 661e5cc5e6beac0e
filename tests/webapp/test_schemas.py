"""Schemas say what types say."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest

from corpus.values import IsoDate, KnownOn
from webapp.schemas import components, name_of


class InnerRow(TypedDict):
    """What is inside."""

    on: KnownOn


class OuterRow(TypedDict):
    """What is
    outside."""

    kind: Annotated[Literal["a", "b"] | None, "Of two."]
    inner: Annotated[InnerRow | None, "If any."]
    pairs: list[tuple[str, bool]]
    counts: dict[str, int]
    said: NotRequired[Annotated[IsoDate, "As said."]]


class WrongRow(TypedDict):
    """No JSON."""

    of: set[str]


def test_a_row_is_described_with_its_fields_and_the_rows_inside() -> None:
    date = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}){0,2}$"}
    pair = {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "minItems": 2, "maxItems": 2}
    assert components([OuterRow]) == {
        "Inner": {
            "type": "object",
            "description": "What is inside.",
            "properties": {"on": {**date, "description": "ISO date, as precise as known."}},
            "required": ["on"],
        },
        "Outer": {
            "type": "object",
            "description": "What is outside.",
            "properties": {
                "kind": {"type": ["string", "null"], "enum": ["a", "b", None], "description": "Of two."},
                "inner": {
                    "oneOf": [{"$ref": "#/components/schemas/Inner"}, {"type": "null"}],
                    "description": "If any.",
                },
                "pairs": {"type": "array", "items": pair},
                "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
                "said": {"type": "string", "pattern": date["pattern"], "description": "As said."},
            },
            "required": ["kind", "inner", "pairs", "counts"],
        },
    }


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="no type of JSON"):
        components([WrongRow])


def test_every_reference_of_the_description_leads_somewhere(client: Any) -> None:
    whole = client.get("/api/v1/openapi.json").get_json()

    def references(part: object) -> set[str]:
        if isinstance(part, dict):
            own = {str(part["$ref"])} if "$ref" in part else set()
            return own.union(*map(references, part.values()))
        return set().union(*map(references, part)) if isinstance(part, list) else set()

    known = {f"#/components/{kind}/{name}" for kind, named in whole["components"].items() for name in named}
    assert references(whole) - {"#/components/schemas/Error"} <= known
    assert {name for name in known if "/schemas/" in name} == {one for one in references(whole) if "/schemas/" in one}
    assert name_of(OuterRow) == "Outer"
