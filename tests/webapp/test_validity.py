"""What a document is on a day, as pages, JSON, the command line and open data tell it."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from flask.testing import FlaskClient

from tests.webapp.tongues import english_in, vietnamese_in
from webapp.app import create_app
from webapp.cli import main
from webapp.settings import Settings

LAW, AFTER = "luat.23-2012-qh13", "luat.17-2023-qh15"
RULES = (
    "LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA\nSố: 33/QĐ-LMHTX\nSơn La, ngày 02 tháng 3 năm 2022\n\nQUYẾT ĐỊNH\nBan hành quy chế xét thưởng\n\n"
    "Căn cứ Luật Hợp tác xã số 23/2012/QH13 ngày 20/11/2012;\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày 01/5/2022 và thay thế Quyết định số 12/QĐ-LMHTX ngày 05/6/2017 của Liên minh Hợp tác xã tỉnh."
)
LAUNCH = (
    "Căn cứ Luật Hợp tác xã số 23/2012/QH13 ngày 20/11/2012; Căn cứ Quyết định số 12/QĐ-LMHTX ngày 05/6/2017 của Liên minh Hợp tác xã tỉnh, Liên minh Hợp tác xã tỉnh"
    " Sơn La phát động đợt thi đua kỷ niệm 30 năm thành lập:\n1. Tuyên truyền.\n2. Lập hợp tác xã.\nThời gian từ ngày 01/8/2022 đến ngày 29/10/2023."
)
OLD, NEW = "quyet-dinh.12-qd-lmhtx.son-la.2017", "quyet-dinh.33-qd-lmhtx.son-la.2022"


@pytest.fixture(scope="module")
def ended(indexed: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which a decision replaced another."""
    common = {"place": "Sơn La", "issuer": "Liên minh Hợp tác xã tỉnh Sơn La"}
    rows = [
        {"id": "rules", "title": "Ban hành quy chế xét thưởng", "text": RULES, "published_on": "2022-03-02", **common},
        {"id": "launch", "title": "Kế hoạch phát động thi đua", "text": LAUNCH, "published_on": "2022-07-01", **common},
    ]
    return Path(indexed(tmp_path_factory.mktemp("ended"), rows))


@pytest.fixture
def browser(ended: Path) -> FlaskClient:
    return create_app(Settings(archive=ended)).test_client()


def page(browser: FlaskClient, address: str) -> BeautifulSoup:
    response = browser.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.text, "html.parser")


def words(soup: BeautifulSoup, chosen: str) -> list[str]:
    return [" ".join(tag.get_text().split()) for tag in soup.select(chosen)]


@pytest.mark.parametrize(
    ("id_", "day", "mark", "line"),
    [
        (OLD, "", [], ["đã bị thay thế từ 01/5/2022 bởi Quyết định 33/QĐ-LMHTX Ban hành quy chế xét thưởng"]),
        (OLD, "2022-04-30", ["chưa rõ hiệu lực"], []),
        (NEW, "2022-04-30", ["chưa có hiệu lực từ 01/5/2022"], []),
        (NEW, "2022-05-01", ["có hiệu lực từ 01/5/2022"], []),
        (LAW, "2020", ["có hiệu lực từ 01/7/2013"], []),
        (
            LAW,
            "2024-07-01",
            [],
            ["đã bị thay thế từ 01/7/2024 bởi Luật 17/2023/QH15 Luật Hợp tác xã (xem vào ngày 01/7/2024)"],
        ),
    ],
)
def test_the_head_of_a_document(browser: FlaskClient, id_: str, day: str, mark: list[str], line: list[str]) -> None:
    soup = page(browser, f"/van-ban/{id_}" + (f"?ngay={day}" if day else ""))
    assert (words(soup, ".ledger .validity"), words(soup, ".ended")) == (mark, line)


def test_a_successor_is_a_link_and_each_event_has_its_proof(browser: FlaskClient) -> None:
    soup = page(browser, f"/van-ban/{OLD}")
    assert [tag["href"] for tag in soup.select(".ended a")] == [f"/van-ban/{NEW}"]
    assert words(soup, ".events blockquote p") == [
        "Quyết định này có hiệu lực từ ngày 01/5/2022 và thay thế Quyết định số 12/QĐ-LMHTX ngày 05/6/2017 của Liên minh Hợp tác xã tỉnh."
    ]
    unknown = page(browser, "/van-ban/chi-thi.34-ct-tw.2014")
    assert words(unknown, ".ledger .validity") == ["chưa rõ hiệu lực"] and not unknown.select(".events")


@pytest.mark.parametrize("day", ["hôm-nay", "2022-02-30", "0"])
def test_a_day_that_is_none_is_said(browser: FlaskClient, day: str) -> None:
    assert browser.get(f"/van-ban/{OLD}?ngay={day}").status_code == 400
    assert browser.get(f"/api/v1/instruments/{OLD}?on={day}").status_code == 400


def test_citations_and_bases_are_told_as_of_their_day(browser: FlaskClient) -> None:
    marks = ["có hiệu lực từ 01/7/2013", "đã bị thay thế từ 01/5/2022"]
    assert words(page(browser, "/thong-bao/launch"), ".note-item .validity") == marks
    assert words(page(browser, "/phong-trao/pt-launch"), ".base .validity") == marks
    card = words(page(browser, "/tim?q=12/QĐ-LMHTX"), ".card .validity")
    assert card == ["đã bị thay thế từ 01/5/2022"]


@pytest.mark.parametrize(
    "address",
    [
        f"/van-ban/{OLD}",
        f"/van-ban/{LAW}?ngay=2020-01-01",
        f"/van-ban/{NEW}",
        "/thong-bao/launch",
        "/phong-trao/pt-launch",
    ],
)
def test_both_languages(browser: FlaskClient, address: str) -> None:
    sign = "&" if "?" in address else "?"
    assert vietnamese_in(browser.get(f"{address}{sign}lang=en").text) == []
    assert english_in(browser.get(f"{address}{sign}lang=vi").text) == []


def test_json_tells_the_same(browser: FlaskClient) -> None:
    row = browser.get(f"/api/v1/instruments/{OLD}?on=2022-05-01").get_json()
    validity = row["validity"]
    assert (row["validity_on"], validity["code"], validity["since"], validity["by"]["id"]) == (
        "2022-05-01",
        "replaced",
        "2022-05-01",
        NEW,
    )
    assert (validity["proof"]["notice"], validity["proof"]["source"]) == ("rules", "notice")
    assert browser.get(f"/api/v1/instruments/{OLD}?on=2022-04-30").get_json()["validity"]["proof"] is None
    cited = browser.get("/api/v1/notices/launch").get_json()["citations"]
    assert [one["validity"]["code"] for one in cited] == ["in-force", "replaced"]
    campaign = browser.get("/api/v1/campaigns/pt-launch").get_json()
    assert [one["code"] for one in campaign["base_validity"]] == ["in-force", "replaced"]
    (named,) = browser.get("/api/v1/search?q=12/QĐ-LMHTX").get_json()["instruments"]
    assert named["validity"]["code"] == "replaced"


def test_a_draft_is_offered_the_successor(browser: FlaskClient) -> None:
    asked = {"text": "Căn cứ Quyết định số 12/QĐ-LMHTX ngày 05/6/2017", "place": "Sơn La", "on": "2023-01-01"}
    (row,) = browser.post("/api/v1/check", json=asked).get_json()["citations"]
    assert (row["judgement"], row["validity"]["code"]) == ("replaced", "replaced")
    assert row["proper"].startswith("Quyết định số 33/QĐ-LMHTX ngày 02/3/2022")


def run(folder: Path, *arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["--archive", str(folder), *arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_the_command_line_tells_the_same(ended: Path) -> None:
    assert "Hiệu lực, ngày 30/4/2022: Chưa có chứng cứ nào" in run(ended, "show", OLD, "--on", "2022-04-30")
    assert "Đã được thay thế bởi Quyết định 33/QĐ-LMHTX, có hiệu lực từ 01/5/2022." in run(ended, "show", OLD)
    assert json.loads(run(ended, "show", NEW, "--on", "2022-04-30", "--json"))["validity"]["code"] == "not-yet"
    notice = json.loads(run(ended, "show", "launch", "--on", "2022-04-30", "--json"))
    assert [row["validity"]["code"] for row in notice["citations"]] == ["in-force", "unknown"]
    assert "--on 'nay'" in run(ended, "show", OLD, "--on", "nay", code=1)
    rows = [json.loads(line) for line in run(ended, "export", "documents").splitlines()]
    assert {row["id"]: row["validity"] and row["validity"]["code"] for row in rows} == {
        "rules": "in-force",
        "launch": None,
    }
