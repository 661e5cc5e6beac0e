"""`danchieu sources`: from the first look to the removal."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.crawler.conftest import Server, server
from tests.crawler.crawling import ARTICLE
from webapp.cli import main

__all__ = ["server"]
CONTACT = ("--contact", "thu-kho@example.org")


def sources(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--archive", str(folder), "sources", *arguments], env={"DANCHIEU_USER_AGENT": ""})


def listed(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in sources(folder, "list", "--json", *arguments).stdout.splitlines()]


def test_known_sites_are_listed_before_there_is_an_archive_and_none_is_enabled(tmp_path: Path) -> None:
    rows = listed(tmp_path / "a")
    assert len(rows) > 20 and not any(row["enabled"] for row in rows)
    assert listed(tmp_path / "a", "--enabled") == []
    assert not (tmp_path / "a").exists()


def test_a_site_is_enabled_with_a_contact_only(tmp_path: Path) -> None:
    refused = sources(tmp_path / "a", "enable", "vca.org.vn")
    assert refused.exit_code == 1 and len(refused.stderr.splitlines()) == 1
    assert not (tmp_path / "a").exists()
    done = sources(tmp_path / "a", "enable", "vca.org.vn", "lienminhhtx.bacninh.gov.vn", *CONTACT, "--json")
    assert [json.loads(line)["enabled"] for line in done.stdout.splitlines()] == [True, True]
    again = sources(tmp_path / "a", "enable", "lmhtx.dongnai.gov.vn")
    assert again.exit_code == 1 and "no contact is named" in again.stderr
    assert [row["start_url"] for row in listed(tmp_path / "a", "--enabled")] == [
        "https://vca.org.vn/",
        "https://lienminhhtx.bacninh.gov.vn/",
    ]
    assert sources(tmp_path / "a", "disable", "vca.org.vn").exit_code == 0
    assert sources(tmp_path / "a", "enable", "vca.org.vn").exit_code == 0, "its contact is known"


def test_a_source_of_ones_own(tmp_path: Path) -> None:
    added = sources(
        tmp_path, "add", "https://a.example/tin", "--name", "A", "--place", "sơn la", "--every", "7d", "--delay", "5"
    )
    assert added.exit_code == 0 and "chưa bật" in added.stdout + added.stderr
    changed = sources(tmp_path, "add", "https://a.example/tin", *CONTACT, "--every", "12h", "--json")
    row = json.loads(changed.stdout)
    assert (row["name"], row["place"], row["delay"], row["every_hours"], row["enabled"]) == (
        "A",
        "Sơn La",
        5.0,
        12,
        True,
    )
    assert sources(tmp_path, "remove", "https://a.example/tin").exit_code == 0
    assert listed(tmp_path, "--enabled") == []
    gone = sources(tmp_path, "remove", "vca.org.vn")
    assert gone.exit_code == 1 and "nothing to remove" in gone.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "https://a.example/", "--every", "soon"), "write it like 12h or 7d"),
        (("add", "https://a.example/", "--place", "Atlantis"), "no province"),
        (("add", "https://a.example/", "--contact", "me"), "contact 'me'"),
        (("add", "::"), "no address to crawl"),
        (("enable", "a.example", *CONTACT), "not among the archive's sources"),
    ],
)
def test_what_cannot_be_is_one_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    told = sources(tmp_path, *arguments)
    assert told.exit_code == 1 and said in told.stderr and len(told.stderr.splitlines()) == 1


def test_a_look_keeps_nothing(server: Server, tmp_path: Path) -> None:
    links = "".join(f"<a href='/lien-minh-phat-dong-thi-dua-{n}.html'>{n}</a>" for n in range(2))
    server.page("/", f"<html><body>{links}</body></html>")
    for n in range(2):
        server.page(f"/lien-minh-phat-dong-thi-dua-{n}.html", ARTICLE.replace("{n}", str(n)))
    flags = ("--allow-private", "--delay", "0")
    told = sources(tmp_path / "a", "check", server.url, *flags)
    assert told.exit_code == 0 and "đọc được: Tin số 1 về hợp tác xã" in told.stdout
    row = json.loads(sources(tmp_path / "a", "check", server.url, *flags, "--json").stdout)
    assert row["readable"] and len(row["samples"]) == 2
    assert not (tmp_path / "a").exists()
    server.answers.clear()
    nothing = sources(tmp_path / "a", "check", server.url, *flags)
    assert nothing.exit_code == 1 and "answered 404" in nothing.stderr
