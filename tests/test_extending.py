"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the source: a kind, a form, bodies and an abbreviation that do not exist today.

Nothing else is touched, and the copy then finds, resolves, searches, shows and cites them.
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("corpus", "crawler", "indexer", "webapp")

KIND = {"slug": "hiep-dinh", "name": "Hiệp định", "english": "Agreement", "cited": "name", "serial": "never"}
BODIES = (
    {"name": "Hiệp hội Làng nghề", "symbols": "HHLN", "level": "local"},
    {"name": "Xưởng Khuyến công", "aliases": "Xưởng Khuyến công tỉnh", "symbols": "XKC", "level": "local"},
)
SYMBOLS = (
    {"symbol": "HHLN", "system": "state", "local": "province"},
    {"symbol": "XKC", "system": "state", "local": "province"},
)
ABBREVIATION = {"short": "HHLN", "full": "hiệp hội làng nghề", "written": "Hiệp hội Làng nghề"}

FORM = '''"""Treaties by name.

    Hiệp định CPTPP · Hiệp định EVFTA
Not: Hiệp định này · hiệp định thương mại · Hiệp định về thuế
"""

import re
from collections.abc import Iterator
from typing import Final

from indexer.citations.base.form import Form, Reading, Stage
from indexer.citations.base.mention import Mention, by_name
from indexer.citations.base.phrases import BLANK, END, opening

_TREATY = re.compile(rf"{opening('hiep dinh')}{BLANK}(?P<name>[a-z]{{3,8}}){END}")


def find_treaties(reading: Reading) -> Iterator[Mention]:
    """Mentions of treaties that are known by their letters."""
    for match in _TREATY.finditer(reading.view.folded):
        if reading.view.text[match.start("name") : match.end("name")].isupper():
            yield by_name(reading.view, match.start(), match.end(), "hiep-dinh", "treaty")


FORM: Final = Form(name="treaties", stage=Stage.NAME, examples=__doc__, find=find_treaties)
'''

LETTERHEAD = "{body}\nSố: {number}\n{place}, ngày {day}\n\n{heading}\n\n"
NOTICES = [
    {
        "id": "ke-hoach-bac-ninh",
        "title": "Kế hoạch hỗ trợ làng nghề mây tre đan",
        "place": "Bắc Ninh",
        "published_on": "2024-03-05",
        "issuer": "HHLN tỉnh Bắc Ninh",
        "text": LETTERHEAD.format(
            body="HIỆP HỘI LÀNG NGHỀ TỈNH BẮC NINH",
            number="12/KH-HHLN",
            place="Bắc Ninh",
            day="05 tháng 3 năm 2024",
            heading="KẾ HOẠCH",
        )
        + "Về hỗ trợ làng nghề mây tre đan.\nThực hiện Hiệp định CPTPP, Hiệp hội đề nghị các cơ sở đăng ký.",
    },
    {
        "id": "bac-ninh",
        "title": "Đăng ký tham gia hội chợ",
        "place": "Bắc Ninh",
        "published_on": "2024-04-02",
        "text": "Thực hiện Kế hoạch số 12/KH-HHLN ngày 05/3/2024 của Hiệp hội Làng nghề tỉnh Bắc Ninh và Hiệp định CPTPP, các cơ sở đăng ký gian hàng.",
    },
    {
        "id": "ha-nam",
        "title": "Đăng ký lớp dạy nghề",
        "place": "Hà Nam",
        "published_on": "2024-04-09",
        "text": "Thực hiện Kế hoạch số 12/KH-HHLN của Hiệp hội Làng nghề tỉnh Hà Nam và Công văn số 7/XKC-KT ngày 02/4/2024 của Xưởng Khuyến công tỉnh Hà Nam.",
    },
]
"""Notices as the recipe's reader would import them."""


def _add_row(table: Path, row: dict[str, str]) -> None:
    text = table.read_text(encoding="utf-8")
    columns = text.partition("\n")[0].split("\t")
    assert set(row) <= set(columns)
    table.write_text(text + "\t".join(row.get(column, "") for column in columns) + "\n", encoding="utf-8")


def _register(registry: Path) -> None:
    lines = registry.read_text(encoding="utf-8")
    lines = lines.replace("plenums, short\n", "plenums, short, treaties\n")
    registry.write_text(
        lines.replace("    charters.FORM,\n", "    charters.FORM,\n    treaties.FORM,\n"), encoding="utf-8"
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source with the additions."""
    made = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(ROOT / room, made / room, ignore=shutil.ignore_patterns("__pycache__"))
    data, forms = made / "corpus" / "data", made / "indexer" / "citations" / "forms"
    _add_row(data / "kinds.tsv", KIND)
    for body in BODIES:
        _add_row(data / "issuers.tsv", body)
    for symbol in SYMBOLS:
        _add_row(data / "symbols.tsv", symbol)
    _add_row(data / "abbreviations.tsv", ABBREVIATION)
    (forms / "treaties.py").write_text(FORM, encoding="utf-8")
    _register(forms / "__init__.py")
    return made


Run = Callable[..., str]


@pytest.fixture(scope="module")
def run(house: Path) -> Run:
    """Run Python in the copy, with the warnings of the tests; what it prints."""

    def _run(*arguments: str, given: str = "") -> str:
        settings = {name: value for name, value in os.environ.items() if not name.startswith("DANCHIEU_")}
        done = subprocess.run(
            [sys.executable, "-P", "-W", "error", *arguments],
            input=given,
            capture_output=True,
            text=True,
            cwd=house,
            env={**settings, "PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return _run


@pytest.fixture(scope="module")
def danchieu(run: Run) -> Run:
    """The command line of the copy."""
    return lambda *words, given="": run(
        "-c", "from webapp.cli import main; main()", "--archive", "archive", *words, given=given
    )


@pytest.fixture(scope="module")
def archive(house: Path, danchieu: Run) -> Path:
    """An archive that the copy has imported and indexed."""
    file = house / "notices.jsonl"
    file.write_text("".join(json.dumps(notice, ensure_ascii=False) + "\n" for notice in NOTICES), encoding="utf-8")
    danchieu("import", str(file))
    danchieu("index")
    return house / "archive"


@pytest.fixture(scope="module")
def citations(archive: Path, danchieu: Run) -> dict[str, list[dict[str, Any]]]:
    """What each notice cites."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in danchieu("export", "citations").splitlines():
        row = json.loads(line)
        rows.setdefault(row["notice"], []).append(row)
    return rows


def _search(danchieu: Run, query: str) -> tuple[list[str], list[str]]:
    found = json.loads(danchieu("search", query, "--json"))
    return [row["id"] for row in found["instruments"]], [row["id"] for row in found["hits"]]


def test_the_examples_of_the_new_form_hold(house: Path, run: Run) -> None:
    """The suite's own test of examples, as it walks the registry of the copy."""
    shutil.copy(ROOT / "tests/indexer/citations/test_examples.py", house)
    assert "5 passed" in run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "treaties", "test_examples.py")


@pytest.mark.parametrize(
    "query", ["hiệp định cptpp", "Hiep dinh CPTPP", "dẫn:hiep-dinh.cptpp", 'dẫn:"hiệp định cptpp"']
)
def test_a_new_kind_is_found_and_searched(archive: Path, danchieu: Run, query: str) -> None:
    _, hits = _search(danchieu, query)
    assert set(hits) == {"ke-hoach-bac-ninh", "bac-ninh"}


def test_a_new_kind_is_resolved(citations: dict[str, list[dict[str, Any]]]) -> None:
    found = [row for rows in citations.values() for row in rows if row["kind"] == "hiep-dinh"]
    assert len(found) == 2
    assert len({row["target"]["id"] for row in found}) == 1


def test_a_new_body_issues_and_is_local(citations: dict[str, list[dict[str, Any]]]) -> None:
    plans = [next(row for row in citations[notice] if row["kind"] == "ke-hoach") for notice in ("bac-ninh", "ha-nam")]
    assert [row["issuer"] for row in plans] == ["Hiệp hội Làng nghề tỉnh Bắc Ninh", "Hiệp hội Làng nghề tỉnh Hà Nam"]
    assert plans[0]["target"]["id"] != plans[1]["target"]["id"]
    letter = next(row for row in citations["ha-nam"] if row["kind"] == "cong-van")
    assert letter["issuer"] == "Xưởng Khuyến công tỉnh Hà Nam"
    assert "ha-nam" in letter["target"]["id"]


@pytest.mark.parametrize(
    "query", ["12/KH-HHLN Bắc Ninh", "dẫn:12/KH-HHLN Bắc Ninh", "kế hoạch 12 hiệp hội làng nghề Bắc Ninh"]
)
def test_a_new_bodys_document_is_searched(archive: Path, danchieu: Run, query: str) -> None:
    _, hits = _search(danchieu, query)
    assert "bac-ninh" in hits


def test_a_new_abbreviation_is_searched_both_ways(archive: Path, danchieu: Run) -> None:
    assert {"ke-hoach-bac-ninh", "bac-ninh", "ha-nam"} <= set(_search(danchieu, "hhln đăng ký")[1])


SHOW = """
import json, sys
from pathlib import Path
from urllib.parse import quote
from webapp.app import create_app
from webapp.settings import Settings

client = create_app(Settings(archive=Path("archive"))).test_client()
pages = {id_: client.get("/van-ban/" + quote(id_)) for id_ in sys.argv[1:]}
assert all(page.status_code == 200 for page in pages.values()), pages
print(json.dumps({id_: page.text for id_, page in pages.items()}))
"""


def _forms(page: str) -> list[str]:
    """The proper forms that a page offers to copy."""
    return [html.unescape(one) for one in re.findall(r'<span class="copyable"><code[^>]*>([^<]+)<', page)]


def test_they_are_shown_and_cited_properly(citations: dict[str, list[dict[str, Any]]], run: Run) -> None:
    rows = {row["kind"]: row["target"]["id"] for row in citations["bac-ninh"]}
    shown = json.loads(run("-c", SHOW, *rows.values()))
    treaty, plan = shown[rows["hiep-dinh"]], shown[rows["ke-hoach"]]
    assert "Hiệp định CPTPP" in treaty
    assert _forms(treaty) == ["Hiệp định CPTPP"]
    first = "Kế hoạch số 12/KH-HHLN ngày 05 tháng 3 năm 2024 của Hiệp hội Làng nghề tỉnh Bắc Ninh về hỗ trợ làng nghề mây tre đan"
    assert _forms(plan) == [first, "Kế hoạch số 12/KH-HHLN"]


def test_a_draft_is_cited_on_the_command_line(danchieu: Run) -> None:
    draft = "Thực hiện Hiệp định CPTPP và Công văn số 7/XKC-KT của Xưởng Khuyến công tỉnh."
    treaty, letter = json.loads(danchieu("cite", given=draft))["citations"]
    assert (treaty["kind"], treaty["text"]) == ("hiep-dinh", "Hiệp định CPTPP")
    assert (letter["kind"], letter["issuer"]) == ("cong-van", "Xưởng Khuyến công tỉnh")
