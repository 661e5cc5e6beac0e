"""What became of a notice is told: one that was withdrawn is gone, one that never was is not found; why it went stays with its keeper."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from webapp.app import create_app
from webapp.cli import main
from webapp.settings import Settings

NOTE = "theo yêu cầu của ông <b>A</b>"


@pytest.fixture(scope="module")
def reader(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[FlaskClient, str]:
    """A client of an archive of which one notice was withdrawn, and that notice's id."""
    folder = tmp_path_factory.mktemp("withdrawn") / "archive"
    shutil.copytree(demo_folder, folder)
    client = create_app(Settings(archive=folder)).test_client()
    gone: str = client.get("/api/v1/search?q=thi+đua").get_json()["hits"][0]["id"]
    for arguments in (["remove", gone, "--reason", NOTE], ["index"]):
        done = CliRunner().invoke(main, ["--archive", str(folder), *arguments])
        assert done.exit_code == 0, done.output
    return create_app(Settings(archive=folder)).test_client(), gone


@pytest.mark.parametrize("path", ["/thong-bao/{}", "/api/v1/notices/{}", "/api/v1/notices/{}/similar"])
def test_a_withdrawn_notice_is_gone_and_its_keepers_note_is_not_told(
    reader: tuple[FlaskClient, str], path: str
) -> None:
    client, gone = reader
    answer = client.get(path.format(gone))
    assert answer.status_code == 410
    assert NOTE not in answer.get_data(as_text=True)
    assert "&lt;b&gt;" not in answer.get_data(as_text=True)
    assert client.get(path.format("khong")).status_code == 404


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "đã được rút khỏi kho, ngày "), ("en", "was withdrawn from the archive on ")]
)
def test_its_page_says_so_in_the_readers_language(reader: tuple[FlaskClient, str], language: str, said: str) -> None:
    client, gone = reader
    assert said in client.get(f"/thong-bao/{gone}?lang={language}").get_data(as_text=True)
