"""Whatever is asked, by whatever route, the answer is no fault of the server's."""

import json
from urllib.parse import quote, quote_plus

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ODD_NUMBERS = ("²", "１", "٣", "-1", "1e9", "0x10", "1.5", "1_000", " 1", "NaN", "9" * 10, "9" * 5000, "①", "+1", "十")
ODD_TEXTS = (
    *ODD_NUMBERS, "", "\x00", "a\x00b", "\ufffe", "\ud83d", "%", "%zz", "../../etc/passwd", "<b>", "'", '"', "\\", "a" * 3000, "ﷺ" * 50, "\u202e", "[" * 900,
    "chi-thi..2014", "chi-thi.34.9999", ".", "chi-thi.²-ct-tw.2014", "chi-thi.34-ct-tw.²", "năm:²", "năm:９９９９", "ngày:0/0/0", "năm:1-99999999999", "dẫn:", 'dẫn:"', "-", '"' * 41, "pt-",
)  # fmt: skip
QUERIES = ("q", "page", "limit", "sort", "kind", "year", "place", "issuer", "cites", "article", "depth", "tu", "offset", "lang", "dang", "occasion", "id")  # fmt: skip
NUMBERED = {
    "page": ("/tim", "/tim.json", "/tim.csv", "/api/v1/search"),
    "limit": ("/tim", "/api/v1/search", "/api/v1/suggest", "/api/v1/graph/chi-thi.34-ct-tw.2014", "/api/v1/notices/hostile"),
    "depth": ("/do-thi/chi-thi.34-ct-tw.2014", "/api/v1/graph/chi-thi.34-ct-tw.2014"),
    "tu": ("/thong-bao/hostile",),
    "offset": ("/api/v1/notices/hostile",),
}  # fmt: skip
BODIES = {
    "nested arrays": b"[" * 100_000,
    "nested and closed": b"[" * 100_000 + b"]" * 100_000,
    "nested objects": b'{"text":' * 100_000,
    "nested inside": b'{"text":"x","place":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a long number": b'{"text": ' + b"1" * 100_000 + b"}",
    "not a number": b'{"text": NaN}',
    "a lone surrogate": b'{"text": "Ch\\ud800 12/CT-TTg", "place": "\\ud800"}',
    "no UTF-8": b'{"text": "\xff\xfe"}',
    "UTF-16": '{"text": "x"}'.encode("utf-16"),
    "a NUL": b'{"text": "\\u0000 12/CT-TTg", "on": "\\u0000"}',
    "an odd day": '{"text": "x", "on": "２０１８-08-01"}'.encode(),
    "a day that is none": b'{"text": "x", "on": "2018-02-31"}',
    "year zero": b'{"text": "x 12/CT-TTg", "on": "0000-01-01"}',
}  # fmt: skip


def routes(client: FlaskClient) -> list[str]:
    """The paths of the application that GET may ask for."""
    rules = client.application.url_map.iter_rules()
    return sorted({rule.rule for rule in rules if "GET" in (rule.methods or ()) and rule.endpoint != "static"})


@pytest.mark.parametrize("name", NUMBERED)
@pytest.mark.parametrize("value", ODD_NUMBERS)
def test_an_odd_number_is_400(client: FlaskClient, name: str, value: str) -> None:
    for path in NUMBERED[name]:
        response = client.get(f"{path}?{name}={quote_plus(value)}")
        assert response.status_code == 400, path
        assert name in response.text


@pytest.mark.parametrize("value", ODD_TEXTS)
def test_no_route_fails_on_an_odd_id(client: FlaskClient, value: str) -> None:
    odd = quote(value.encode("utf-8", "surrogatepass"), safe="")
    for path in routes(client):
        if "<" in path:
            asked = "/".join(odd if part.startswith("<") else part for part in path.split("/"))
            assert client.get(asked).status_code < 500, asked[:200]


@pytest.mark.parametrize("value", ODD_TEXTS)
def test_no_route_fails_on_an_odd_query(client: FlaskClient, value: str) -> None:
    odd = quote_plus(value.encode("utf-8", "surrogatepass"))
    for path in routes(client):
        filled = path.replace("<id_>", "chi-thi.34-ct-tw.2014")
        for names in (
            QUERIES,
            ("q", "id", "cites", "occasion", "year"),
            ("q",),
        ):  # a wrong number alone would end the matter
            assert client.get(filled + "?" + "&".join(f"{name}={odd}" for name in names)).status_code < 500, filled


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("route", ["cite", "check"])
def test_no_body_is_a_fault(client: FlaskClient, name: str, route: str) -> None:
    response = client.post(f"/api/v1/{route}", data=BODIES[name], content_type="application/json")
    assert response.status_code < 500
    assert isinstance(json.loads(response.data), dict)
    if "nested" in name:
        assert response.status_code == 400


@pytest.mark.parametrize("name", ["text", "place", "on"])
@pytest.mark.parametrize("value", ODD_TEXTS)
def test_no_form_is_a_fault(client: FlaskClient, name: str, value: str) -> None:
    form = {"text": "Căn cứ Chỉ thị số 12/CT-TTg", name: value.encode("utf-8", "surrogatepass")}
    assert client.post("/kiem-tra", data=form).status_code in (200, 400)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_request_is_a_fault(client: FlaskClient, data: st.DataObject) -> None:
    text = st.one_of(st.sampled_from(ODD_TEXTS), st.text(max_size=40))
    path = data.draw(st.sampled_from(routes(client)))
    path = path.replace("<id_>", quote(data.draw(text).encode("utf-8", "surrogatepass"), safe=""))
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(QUERIES), text), max_size=4))
    query = "&".join(f"{name}={quote_plus(value.encode('utf-8', 'surrogatepass'))}" for name, value in pairs)
    assert client.get(f"{path}?{query}").status_code < 500
