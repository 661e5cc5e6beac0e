"""Who is let in, and which requests are this site's own."""

import pytest
from flask import Flask, Response, request

from webapp.editor_session import COOKIE, Editor, EditorDoor, is_own, new_token

TOKEN = "mật mã của người biên tập"
app = Flask(__name__)


def cookie(door: EditorDoor, name: str = "Lan", secure: bool = False) -> str:
    response = Response()
    door.admit(response, name, secure=secure)
    return response.headers["Set-Cookie"]


def known(door: EditorDoor, value: str) -> Editor | None:
    with app.test_request_context(headers={"Cookie": f"{COOKIE}={value}"}):
        return door.editor(request)


@pytest.mark.parametrize(
    ("given", "opens"), [(TOKEN, True), (TOKEN + " ", False), (TOKEN[:-1], False), ("", False), ("\ud800", False)]
)
def test_the_token_opens(given: str, opens: bool) -> None:
    assert EditorDoor(TOKEN).opens(given) is opens


def test_the_cookie_is_for_the_editors_pages_of_this_site_alone() -> None:
    said = cookie(EditorDoor(TOKEN))
    assert "HttpOnly" in said and "SameSite=Strict" in said and "Path=/bien-tap" in said and "Max-Age=28800" in said
    assert "Secure" not in said and "Secure" in cookie(EditorDoor(TOKEN), secure=True)


def test_an_editor_is_known_by_the_cookie_in_every_worker() -> None:
    value = cookie(EditorDoor(TOKEN), "Lan Nguyễn").partition("=")[2].partition(";")[0]
    first, second = known(EditorDoor(TOKEN), value), known(EditorDoor(TOKEN), value)
    assert first is not None and first == second and first.name == "Lan Nguyễn" and len(first.form_token) == 64


@pytest.mark.parametrize("change", [lambda v: v[:-1] + ("A" if v[-1] != "A" else "B"), lambda v: "", lambda v: v[5:]])
def test_a_cookie_that_was_touched_is_none(change) -> None:  # type: ignore[no-untyped-def]
    value = cookie(EditorDoor(TOKEN)).partition("=")[2].partition(";")[0]
    assert known(EditorDoor(TOKEN), change(value)) is None


def test_a_cookie_of_another_token_is_none() -> None:
    value = cookie(EditorDoor(new_token())).partition("=")[2].partition(";")[0]
    assert known(EditorDoor(TOKEN), value) is None


def test_each_session_has_forms_of_its_own() -> None:
    values = [cookie(EditorDoor(TOKEN)).partition("=")[2].partition(";")[0] for _ in range(2)]
    first, second = (known(EditorDoor(TOKEN), value) for value in values)
    assert first is not None and second is not None and first.form_token != second.form_token


def test_tokens_are_long_and_never_twice_the_same() -> None:
    assert len({new_token() for _ in range(50)}) == 50
    assert len(new_token()) >= 32


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "https://danchieu.example"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "https://localhost"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"}, False),
    ],
)
def test_a_change_comes_from_a_page_of_this_site(headers: dict[str, str], own: bool) -> None:
    with app.test_request_context("/", method="POST", headers=headers):
        assert is_own(request, "https://danchieu.example") is own
