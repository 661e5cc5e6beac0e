"""The demo's archive, with one more notice whose every field is hostile."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from webapp.app import create_app
from webapp.cli import main


@pytest.fixture(scope="session")
def hostile() -> str:
    """Text that would do harm if it were markup."""
    return '<script>alert("x")</script><img src=x onerror=alert(1)>'


@pytest.fixture(scope="session")
def folder(demo_folder: Path, hostile: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An indexed archive."""
    made = tmp_path_factory.mktemp("web")
    archive = made / "archive"
    shutil.copytree(demo_folder, archive)
    row = {
        "id": "hostile",
        "title": f"Thông báo {hostile}",
        "url": "javascript:alert(1)",
        "text": f"Căn cứ Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng {hostile} và Quyết định số 9999/QĐ-UBND. ziczac",
        "published_on": "2019-02-01",
    }
    lines = made / "hostile.jsonl"
    lines.write_text(json.dumps(row), encoding="utf-8")
    for arguments in (["import", str(lines)], ["index"]):
        result = CliRunner().invoke(main, ["--archive", str(archive), *arguments])
        assert result.exit_code == 0, result.output
    return archive


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    """A browser without script."""
    return create_app(folder).test_client()


@pytest.fixture
def some(client: FlaskClient) -> dict[str, Any]:
    """Ids that pages are asked for."""
    hit = client.get("/api/v1/search?q=737").get_json()["hits"][0]
    campaigns = client.get("/api/v1/campaigns").get_json()
    return {"notice": hit["id"], "instrument": "chi-thi.34-ct-tw.2014", "campaigns": [row["id"] for row in campaigns]}
