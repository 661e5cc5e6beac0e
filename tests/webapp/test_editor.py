"""The editor's pages: who may, what is kept, what is refused."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from corpus.decisions import standing
from corpus.store import Store
from tests.archives import index_archive
from webapp.app import create_app
from webapp.settings import Settings

TOKEN = "mật mã của người biên tập"
OWN = {"Origin": "http://localhost"}
DIRECTIVE, NAMESAKE = "chi-thi.34-ct-tw.2014", "chi-thi.34-ct-tw.2024"


@pytest.fixture
def made(folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(folder, tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def visitor(made: Path) -> FlaskClient:
    return create_app(Settings(archive=made, editor=True, editor_token=TOKEN)).test_client()


@pytest.fixture
def editor(visitor: FlaskClient) -> FlaskClient:
    answer = visitor.post("/bien-tap/vao", data={"name": "  Lan   Nguyễn ", "token": TOKEN}, headers=OWN)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/bien-tap/")
    return visitor


@pytest.fixture
def mention(made: Path, visitor: FlaskClient) -> str:
    found = next(
        (hit["id"], row["start"])
        for hit in visitor.get("/api/v1/search?q=34-CT/TW&limit=30").get_json()["hits"]
        for row in visitor.get(f"/api/v1/notices/{hit['id']}").get_json()["citations"]
        if row["status"] == "ambiguous" and row["number"] == "34-CT/TW"
    )
    return f"/bien-tap/thong-bao/{found[0]}/{found[1]}"


def form_token(client: FlaskClient) -> str:
    return re.search(r'name="form_token" value="(\w+)"', client.get("/bien-tap/").text)[1]  # type: ignore[index]


def send(client: FlaskClient, address: str, headers: dict[str, str] | None = None, **fields: str) -> Any:
    data = {"form_token": form_token(client), "why": "đã hỏi", **fields}
    return client.post(address, data=data, headers=OWN if headers is None else headers)


def decided(made: Path) -> list[tuple[str, str | None, str, str]]:
    with Store.open(made) as store:
        return [(row.verdict, row.document, row.who, row.why) for row in standing(store.decisions())]


def test_a_server_that_was_not_started_for_editors_has_no_such_page(made: Path) -> None:
    client = create_app(Settings(archive=made)).test_client()
    assert client.get("/bien-tap/").status_code == 404
    assert client.post("/bien-tap/vao", data={"name": "L", "token": ""}, headers=OWN).status_code == 404
    assert "bien-tap" not in client.get("/thong-bao/hostile").text


def test_readers_see_the_way_and_the_log_and_no_form(visitor: FlaskClient, mention: str) -> None:
    assert "/bien-tap/thong-bao/hostile/" in visitor.get("/thong-bao/hostile").text
    for address in (mention, f"/bien-tap/van-ban/{DIRECTIVE}"):
        answer = visitor.get(address)
        assert answer.status_code == 403 and "Mã biên tập" in answer.text and 'name="verdict"' not in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
    assert visitor.get("/bien-tap/").status_code == 200


@pytest.mark.parametrize(
    ("fields", "headers"),
    [
        ({"name": "Lan", "token": "sai"}, OWN),
        ({"name": " ", "token": TOKEN}, OWN),
        ({"name": "Lan", "token": TOKEN}, {"Origin": "http://evil.example"}),
        ({"name": "Lan", "token": TOKEN}, {}),
        ({}, OWN),
    ],
)
def test_nobody_gets_in_otherwise(visitor: FlaskClient, fields: dict[str, str], headers: dict[str, str]) -> None:
    answer = visitor.post("/bien-tap/vao", data=fields, headers=headers)
    assert answer.status_code == 403 and "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("wanted", "to"),
    [
        ("/bien-tap/van-ban/x", "/bien-tap/van-ban/x"),
        ("//evil.example/bien-tap/", "/bien-tap/"),
        ("https://evil.example", "/bien-tap/"),
    ],
)
def test_who_gets_in_comes_to_an_editors_page(visitor: FlaskClient, wanted: str, to: str) -> None:
    answer = visitor.post("/bien-tap/vao", data={"name": "Lan", "token": TOKEN, "wanted": wanted}, headers=OWN)
    assert answer.headers["Location"] == to


def test_a_mention_is_settled_and_readers_are_told(editor: FlaskClient, made: Path, mention: str) -> None:
    page = editor.get(mention)
    assert page.status_code == 200 and "<mark>Chỉ thị số 34-CT/TW</mark>" in page.text and DIRECTIVE in page.text
    answer = send(editor, mention, candidate=DIRECTIVE, verdict="same")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/bien-tap/")
    assert decided(made) == [("same", DIRECTIVE, "Lan Nguyễn", "đã hỏi")]
    index_archive(made)
    reader = create_app(Settings(archive=made)).test_client()
    notice = mention.split("/")[3]
    assert "Do người quyết định: Lan Nguyễn, ngày" in reader.get(f"/thong-bao/{notice}").text
    assert "Decided by a person: Lan Nguyễn" in reader.get(f"/thong-bao/{notice}?lang=en").text


def test_a_document_that_is_typed_counts_more_than_one_that_is_ticked(
    editor: FlaskClient, made: Path, mention: str
) -> None:
    send(editor, mention, candidate=DIRECTIVE, document=NAMESAKE, verdict="not-same")
    assert decided(made) == [("not-same", NAMESAKE, "Lan Nguyễn", "đã hỏi")]


def test_two_documents_are_held_to_be_one(editor: FlaskClient, made: Path) -> None:
    assert NAMESAKE in editor.get(f"/bien-tap/van-ban/{DIRECTIVE}").text
    assert send(editor, f"/bien-tap/van-ban/{DIRECTIVE}", candidate=NAMESAKE, verdict="same").status_code == 303
    index_archive(made)
    reader = create_app(Settings(archive=made)).test_client()
    moved = reader.get(f"/van-ban/{NAMESAKE}")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"/van-ban/{DIRECTIVE}")
    page = reader.get(f"/van-ban/{DIRECTIVE}").text
    assert "Do người quyết định" in page and NAMESAKE in page and "đã hỏi" in page


def test_a_decision_is_undone_with_a_reason(editor: FlaskClient, made: Path, mention: str) -> None:
    send(editor, mention, verdict="unsure")
    assert decided(made) == [("unsure", None, "Lan Nguyễn", "đã hỏi")]
    assert send(editor, "/bien-tap/bo/1", why=" ").status_code == 400
    assert send(editor, "/bien-tap/bo/1").status_code == 303
    assert decided(made) == []
    again = send(editor, "/bien-tap/bo/1")
    assert again.status_code == 400 and "Quyết định 1 đã được bỏ bởi quyết định 2." in again.text
    assert "Decision 1 was undone by decision 2." in send(editor, "/bien-tap/bo/1?lang=en").text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"verdict": "same"}, "Hãy chọn hoặc ghi mã của văn bản."),
        ({"candidate": DIRECTIVE}, "Hãy chọn một trong ba kết luận."),
        ({"candidate": DIRECTIVE, "verdict": "chắc là"}, "Hãy chọn một trong ba kết luận."),
        ({"candidate": DIRECTIVE, "verdict": "same", "why": ""}, "Hãy ghi lý do"),
        ({"document": "<b>", "verdict": "same"}, "“&lt;b&gt;” không phải là mã của văn bản nào."),
    ],
)
def test_what_is_missing_is_asked_for_again(
    editor: FlaskClient, made: Path, mention: str, fields: dict[str, str], told: str
) -> None:
    answer = send(editor, mention, **fields)
    assert answer.status_code == 400 and told in answer.text
    assert decided(made) == []


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ({"Origin": "http://evil.example"}, {}),
        ({}, {}),
        ({"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"}, {}),
        (OWN, {"form_token": "0" * 64}),
        (OWN, {"form_token": ""}),
    ],
)
def test_what_another_site_sends_changes_nothing(
    editor: FlaskClient, made: Path, mention: str, headers: dict[str, str], fields: dict[str, str]
) -> None:
    for address in (mention, f"/bien-tap/van-ban/{DIRECTIVE}", "/bien-tap/bo/1", "/bien-tap/ra"):
        answer = send(editor, address, headers, **{"candidate": NAMESAKE, "verdict": "same", **fields})
        assert answer.status_code == 403
    assert decided(made) == []


def test_who_leaves_is_a_reader_again(editor: FlaskClient, mention: str) -> None:
    assert send(editor, "/bien-tap/ra").status_code == 303
    assert editor.get(mention).status_code == 403


def test_what_editors_write_is_text(editor: FlaskClient, made: Path, mention: str, hostile: str) -> None:
    send(editor, mention, candidate=DIRECTIVE, verdict="same", why=hostile)
    index_archive(made)
    notice = mention.split("/")[3]
    reader = create_app(Settings(archive=made, editor=True, editor_token=TOKEN)).test_client()
    for address in ("/bien-tap/", f"/thong-bao/{notice}"):
        page = reader.get(address).text
        assert hostile not in page, address
        assert "&lt;script&gt;" in page, address


def test_a_notice_that_is_not_there_is_not_found(editor: FlaskClient) -> None:
    assert editor.get("/bien-tap/thong-bao/none/3").status_code == 404
    assert editor.get("/bien-tap/thong-bao/hostile/3").status_code == 404
    assert editor.get("/bien-tap/van-ban/none").status_code == 404
