"""The API is what its description says: each route, each property, each error."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from webapp.pages import MAX_DRAFT_CHARS

DRAFT = "Thực hiện Chỉ thị số 34/CT-TW ngày 07/4/2014 của Bộ Chính trị và Chỉ thị số 12/CT-TTg; theo khoản 2 Điều 5 Luật Hợp tác xã năm 2012."
EXAMPLES = [
    ("/search", "/search?q=chi+thi+12"),
    ("/search", "/search?q=thi+%C4%91ua+n%C4%83m%3Ahai&limit=3&sort=newest&year=2018"),
    ("/search", "/search"),
    ("/suggest", "/suggest?q=34-CT"),
    ("/suggest", "/suggest?q=ke+hoach+phat+dong"),
    ("/notices/{id}", "/notices/{notice}"),
    ("/notices/{id}", "/notices/hostile"),
    ("/notices/{id}/similar", "/notices/{notice}/similar"),
    ("/instruments/{id}", "/instruments/{instrument}"),
    ("/instruments/{id}", "/instruments/ket-luan.56-kl-tw.2013"),
    ("/instruments/{id}/chain", "/instruments/{instrument}/chain"),
    ("/graph/{id}", "/graph/{instrument}?depth=2"),
    ("/graph/{id}", "/graph/{notice}"),
    ("/campaigns", "/campaigns"),
    ("/campaigns", "/campaigns?occasion=25+n%C4%83m"),
    ("/campaigns", "/campaigns?page=2&limit=5"),
    ("/summary", "/summary"),
    ("/openapi.json", "/openapi.json"),
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


def test_each_route_that_is_read_has_an_example_here(client: FlaskClient) -> None:
    read = {path for path, methods in described(client)["paths"].items() if "get" in methods}
    assert read == {path for path, _ in EXAMPLES} | {"/campaigns/{id}"}


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str) -> None:
    """Check a value against the parts of JSON Schema that the description uses; what is not described is a fault too."""
    if "$ref" in schema:
        return fits(value, whole["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], whole, at)
    if "oneOf" in schema:
        return fits(value, schema["oneOf"][0], whole, at) if value is not None else None
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert any(is_a(value, name) for name in names), f"{at}: {value!r} is no {names}"
    assert value is None or "enum" not in schema or value in schema["enum"], f"{at}: {value}"
    if isinstance(value, str) and "pattern" in schema:
        assert re.search(schema["pattern"], value), f"{at}: {value}"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value), f"{at}: {set(schema['required']) - set(value)} missing"
        for name, part in value.items():
            inner = properties.get(name, schema.get("additionalProperties"))
            assert inner is not None or "properties" not in schema, f"{at}.{name}: openapi.json does not describe it"
            if inner is not None:
                fits(part, inner, whole, f"{at}.{name}")
    if isinstance(value, list):
        for number, item in enumerate(value):
            inner = schema["prefixItems"][number] if "prefixItems" in schema else schema["items"]
            fits(item, inner, whole, f"{at}[]")
    return None


def is_a(value: Any, name: str) -> bool:
    """Whether a value is of a type of JSON Schema."""
    if name in ("integer", "number"):
        return isinstance(value, int if name == "integer" else int | float) and not isinstance(value, bool)
    types = {"string": str, "boolean": bool, "object": dict, "array": list, "null": type(None)}
    return isinstance(value, types[name])


def answer_schema(whole: dict[str, Any], path: str, method: str = "get") -> dict[str, Any]:
    """The schema of what a route answers."""
    found: dict[str, Any] = whole["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
    return found


@pytest.mark.parametrize(("path", "address"), EXAMPLES)
def test_answers_are_as_described(client: FlaskClient, some: dict[str, Any], path: str, address: str) -> None:
    whole = described(client)
    response = client.get("/api/v1" + address.format(**some))
    assert response.status_code == 200
    fits(response.get_json(), answer_schema(whole, path), whole, path)


def test_every_notice_instrument_and_campaign_is_as_described(client: FlaskClient, some: dict[str, Any]) -> None:
    whole = described(client)
    hits = client.get("/api/v1/search?q=thi+dua+hop+tac+xa&limit=100").get_json()["hits"]
    assert len(hits) > 20
    notices = [client.get(f"/api/v1/notices/{hit['id']}").get_json() for hit in hits]
    for notice in notices:
        fits(notice, answer_schema(whole, "/notices/{id}"), whole, notice["id"])
    cited = {row["target"]["id"] for notice in notices for row in notice["citations"] if row["target"]}
    for id_ in sorted(cited):
        instrument = client.get(f"/api/v1/instruments/{id_}").get_json()
        fits(instrument, answer_schema(whole, "/instruments/{id}"), whole, id_)
    for id_ in some["campaigns"]:
        campaign = client.get(f"/api/v1/campaigns/{id_}").get_json()
        fits(campaign, answer_schema(whole, "/campaigns/{id}"), whole, id_)


def test_texts_are_cited_and_judged_as_described(client: FlaskClient) -> None:
    whole = described(client)
    body = {"text": DRAFT, "place": "Sơn La", "on": "2018-08-01"}
    found = client.post("/api/v1/cite", json=body).get_json()
    assert [row["number"] for row in found["citations"]] == ["34-CT/TW", "12/CT-TTg", None]
    fits(found, answer_schema(whole, "/cite", "post"), whole, "cite")
    judged = client.post("/api/v1/check", json=body).get_json()
    fits(judged, answer_schema(whole, "/check", "post"), whole, "check")
    assert sum(judged["counts"].values()) == len(judged["citations"]) == 3


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "post a JSON object"),
        (b"[]", "post a JSON object"),
        (b'{"text": 3}', "post a JSON object"),
        (b"{not json", "post a JSON object"),
        (b'{"text": "x", "place": 7}', "place"),
        (b'{"text": "x", "on": "hom nay"}', "hom nay"),
    ],
)
@pytest.mark.parametrize("route", ["cite", "check"])
def test_a_bad_body_is_400_and_says_what_is_wrong(client: FlaskClient, body: bytes, said: str, route: str) -> None:
    response = client.post(f"/api/v1/{route}", data=body, content_type="application/json")
    assert response.status_code == 400
    assert said in response.get_json()["error"]["message"]


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/notices/khong", 404),
        ("GET", "/notices/khong/similar", 404),
        ("GET", "/instruments/khong", 404),
        ("GET", "/instruments/chi-thi.9999-ct-ttg.1901/chain", 404),
        ("GET", "/graph/khong", 404),
        ("GET", "/campaigns/khong", 404),
        ("GET", "/khong", 404),
        ("GET", "/search?page=x", 400),
        ("GET", "/search?page=9999999999", 400),
        ("GET", "/graph/chi-thi.34-ct-tw.2014?depth=hai", 400),
        ("GET", "/cite", 405),
        ("POST", "/search", 405),
    ],
)
def test_errors_are_json(client: FlaskClient, method: str, address: str, status: int) -> None:
    response = client.open("/api/v1" + address, method=method)
    assert response.status_code == status and response.mimetype == "application/json"
    whole = described(client)
    fits(response.get_json(), {"$ref": "#/components/schemas/Error"}, whole, address)
    assert response.get_json()["error"]["status"] == status


def test_a_body_over_the_limits_is_refused(client: FlaskClient) -> None:
    long = client.post("/api/v1/cite", json={"text": "x" * (MAX_DRAFT_CHARS + 1)})
    assert long.status_code == 400 and "200,000" in long.get_json()["error"]["message"]
    huge = client.post("/api/v1/cite", data=b"x" * 3_000_000, content_type="application/json")
    assert huge.status_code == 413 and huge.get_json()["error"]["status"] == 413


def test_pages_of_campaigns_make_the_whole(client: FlaskClient) -> None:
    whole = client.get("/api/v1/campaigns?limit=100")
    ids = [row["id"] for row in whole.get_json()]
    assert whole.headers["X-Total-Count"] == str(len(ids))
    assert "Link" not in whole.headers
    found: list[str] = []
    address = "/api/v1/campaigns?limit=7"
    while address:
        response = client.get(address)
        found += [row["id"] for row in response.get_json()]
        assert response.headers["X-Total-Count"] == str(len(ids))
        onward = re.search(r'<([^>]+)>; rel="next"', response.headers.get("Link", ""))
        address = onward[1] if onward else ""
    assert found == ids
    assert len(ids) > 14


def test_links_keep_what_was_asked(client: FlaskClient) -> None:
    links = client.get("/api/v1/campaigns?limit=1&place=S%C6%A1n+La&page=2").headers["Link"]
    assert '</api/v1/campaigns?limit=1&place=S%C6%A1n+La&page=1>; rel="first"' in links
    assert 'page=1>; rel="prev"' in links


@pytest.mark.parametrize(("language", "words"), [("vi", {"nội dung"}), ("en", {"text"})])
def test_what_a_like_notice_shares_is_said_in_words_with_codes_beside(
    client: FlaskClient, language: str, words: set[str]
) -> None:
    notice = client.get("/api/v1/search?q=thi+đua").get_json()["hits"][0]["id"]
    rows = client.get(f"/api/v1/notices/{notice}/similar?lang={language}").get_json()
    assert {code for row in rows for code in row["codes"]} == {"text"}
    assert {word for row in rows for word in row["why"]} == words
