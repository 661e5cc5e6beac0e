"""The demo's archive, with two more notices whose every field is hostile: one that cites, one that launches a campaign."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from webapp.app import create_app
from webapp.cli import main
from webapp.settings import Settings

Indexed = Callable[[Path, list[dict[str, Any]]], str]


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
    launch = {
        "id": "hostile-launch",
        "title": f"Kế hoạch phát động thi đua kỷ niệm 15 năm {hostile}",
        "text": f"Căn cứ Chỉ thị số 12/CT-TTg ngày 22/5/2018 {hostile}, Liên minh phát động đợt thi đua, khẩu hiệu “{hostile}”:\n"
        f"1. Tuyên truyền {hostile}.\n2. Lập hợp tác xã {hostile}.\nThời gian từ ngày 01/3/2008 đến ngày 29/10/2008.",
        "issuer": hostile,
        "place": "Sơn La",
        "published_on": "2008-02-01",
    }
    lines = made / "hostile.jsonl"
    lines.write_text("\n".join(map(json.dumps, (row, launch))), encoding="utf-8")
    for arguments in (["import", str(lines)], ["index"]):
        result = CliRunner().invoke(main, ["--archive", str(archive), *arguments])
        assert result.exit_code == 0, result.output
    return archive


@pytest.fixture(scope="session")
def indexed() -> Indexed:
    """Makes an archive of rows as `import` takes them, and gives its folder."""

    def make(made: Path, rows: list[dict[str, Any]]) -> str:
        lines = made / "rows.jsonl"
        lines.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        for arguments in (["import", str(lines)], ["index"]):
            result = CliRunner().invoke(main, ["--archive", str(made / "archive"), *arguments])
            assert result.exit_code == 0, result.output
        return str(made / "archive")

    return make


@pytest.fixture(scope="session")
def formulas(indexed: Indexed, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive whose every field begins like a formula, or holds what XML forbids."""
    made = tmp_path_factory.mktemp("formulas")
    rows = [
        {
            "id": f"o-{at}",
            "title": f"{begin}Kế hoạch phát động thi đua kỷ niệm 15 năm\x01\ufffe\uffff",
            "url": "https://htx.example/o",
            "text": f"{begin}1+1 ziczac: căn cứ Quyết định số 12{at}/QĐ-UBND ngày 01/3/2007 của UBND tỉnh Sơn La về {begin}cmd\x02\ufdd0, Liên minh phát động đợt thi đua:\n"
            f"1. {begin}Tuyên truyền.\n2. {begin}Lập hợp tác xã.\nThời gian từ ngày 01/3/2008 đến ngày 29/10/2008.",
            "issuer": f"{begin}Liên minh",
            "published_on": "2018-02-01",
        }
        for at, begin in enumerate(("=", "@", "+", "-", "＝", " =", '"='))
    ]
    return indexed(made, rows)


@pytest.fixture
def formula_client(formulas: str) -> FlaskClient:
    """A browser before that archive."""
    return create_app(Settings(archive=Path(formulas))).test_client()


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    """A browser without script."""
    return create_app(Settings(archive=folder)).test_client()


@pytest.fixture
def some(client: FlaskClient) -> dict[str, Any]:
    """Ids that pages are asked for."""
    hit = client.get("/api/v1/search?q=737").get_json()["hits"][0]
    campaigns = client.get("/api/v1/campaigns").get_json()
    return {"notice": hit["id"], "instrument": "chi-thi.34-ct-tw.2014", "campaigns": [row["id"] for row in campaigns]}


@pytest.fixture
def addresses(some: dict[str, Any]) -> list[str]:
    """One of each page, and each page in its several states."""
    a, b = some["campaigns"][0], some["campaigns"][3]
    return [
        "/",
        "/tim",
        "/tim?q=chi+thi+12",
        "/tim?q=kinh+te+tap+the&sort=newest&page=2&kind=ke-hoach&kind=bao-cao&year=2018",
        "/tim?q=thi+dua&cites=chi-thi.34-ct-tw.2014",
        "/tim?q=xqzw+qzwx",
        "/tim?q=lien+minh+htx+quang+nin",
        "/phong-trao",
        "/phong-trao?occasion=25+n%C4%83m&year=2018&place=S%C6%A1n+La",
        "/phong-trao/lich",
        f"/phong-trao/{a}",
        f"/phong-trao/so-sanh?id={a}&id={b}",
        f"/phong-trao/du-thao?id={a}&id={b}",
        "/kiem-tra",
        "/tro-giup",
        "/gioi-thieu",
        "/con-thieu",
        "/nguon",
        f"/van-ban/{some['instrument']}",
        "/van-ban/ket-luan.56-kl-tw.2013",
        f"/van-ban/{some['instrument']}/trien-khai",
        f"/thong-bao/{some['notice']}",
        f"/thong-bao/{some['notice']}/dan/1",
        f"/thong-bao/{some['notice']}/ban-luu",
        "/thong-bao/hostile",
        "/thong-bao/hostile/dan/2",
        "/phong-trao/pt-hostile-launch",
        f"/do-thi/{some['instrument']}",
        f"/do-thi/{some['notice']}?depth=3",
    ]
