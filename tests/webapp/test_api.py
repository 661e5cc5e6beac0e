"""The API is what its description says."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

SHAPES = [
    ("/search?q=chi+thi+12", "Results"),
    ("/search?q=thi+%C4%91ua&limit=3&sort=newest", "Results"),
    ("/notices/{notice}", "Notice"),
    ("/instruments/{instrument}", "Instrument"),
    ("/instruments/{instrument}/chain", "Chain"),
    ("/graph/{instrument}?depth=2", "Graph"),
]


def described(client: FlaskClient) -> dict[str, Any]:
    """The description."""
    found: dict[str, Any] = client.get("/api/v1/openapi.json").get_json()
    return found


def test_each_route_is_described_and_nothing_else(client: FlaskClient) -> None:
    routes = {
        (re.sub(r"<(\w+?)_?>", r"{\1}", rule.rule.removeprefix("/api/v1")), method.lower())
        for rule in client.application.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    paths = described(client)["paths"]
    assert routes == {(path, method) for path, methods in paths.items() for method in methods}


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str) -> None:
    """Check a value against the parts of JSON Schema that the description uses."""
    if "$ref" in schema:
        return fits(value, whole["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], whole, at)
    if "oneOf" in schema:
        return fits(value, schema["oneOf"][0], whole, at) if value is not None else None
    types: dict[str, Any] = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "object": dict,
        "array": list,
    }
    names = schema.get("type", [])
    names = [names] if isinstance(names, str) else names
    assert any((n == "null" and value is None) or (n != "null" and isinstance(value, types[n])) for n in names), at
    if "enum" in schema:
        assert value in schema["enum"], f"{at}: {value}"
    if isinstance(value, str) and "pattern" in schema:
        assert re.search(schema["pattern"], value), f"{at}: {value}"
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value), f"{at}: {set(schema['required']) - set(value)} missing"
        for name, part in schema.get("properties", {}).items():
            if name in value:
                fits(value[name], part, whole, f"{at}.{name}")
    if isinstance(value, list):
        for item in value:
            fits(item, schema["items"], whole, f"{at}[]")
    return None


@pytest.mark.parametrize(("address", "shape"), SHAPES)
def test_answers_have_the_shape_described(client: FlaskClient, some: dict[str, Any], address: str, shape: str) -> None:
    value = client.get("/api/v1" + address.format(**some)).get_json()
    fits(value, {"$ref": f"#/components/schemas/{shape}"}, described(client), shape)


def test_campaigns_and_citations_have_the_shape_described(client: FlaskClient) -> None:
    whole = described(client)
    rows = client.get("/api/v1/campaigns").get_json()
    assert rows
    for row in rows:
        fits(row, {"$ref": "#/components/schemas/Campaign"}, whole, "campaign")
    text = "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị"
    found = client.post("/api/v1/cite", json={"text": text}).get_json()["citations"]
    assert [row["number"] for row in found] == ["34-CT/TW"]
    fits(found[0], {"$ref": "#/components/schemas/Citation"}, whole, "citation")
    judged = client.post("/api/v1/check", json={"text": text}).get_json()
    assert sum(judged["counts"].values()) == len(judged["citations"]) == 1


@pytest.mark.parametrize("body", [b"", b"[]", b'{"text": 3}', b"{not json"])
def test_a_bad_body_is_400_and_says_so(client: FlaskClient, body: bytes) -> None:
    response = client.post("/api/v1/cite", data=body, content_type="application/json")
    assert response.status_code == 400
    assert response.get_json()["error"]["message"]


def test_errors_are_json(client: FlaskClient) -> None:
    for address, status in (("/notices/khong", 404), ("/khong", 404), ("/search?page=x", 400), ("/cite", 405)):
        response = client.get("/api/v1" + address)
        assert (response.status_code, response.get_json()["error"]["status"]) == (status, status)
