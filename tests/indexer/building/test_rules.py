"""An index made by other rules is noticed, and what they concern is read again: it ends as a rebuild would, and readers are answered meanwhile."""

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.store import Store, make_notice
from indexer.archive import Archive
from indexer.building.increment import Run
from indexer.building.rules import NO_RULES, PARTS, SOURCES, changed_parts, rules, rules_json, sources
from tests.archives import open_archive
from webapp.cli import main

ROOT = Path(__file__).parents[3]
TEXTS = {
    "a": "Căn cứ Luật Hợp tác xã năm 2012, thực hiện Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy về trồng chè.",
    "b": "Theo Chỉ thị 7-CT/TU và Kế hoạch số 31/KH-LMHTX ngày 02/5/2022, các xã trồng chè.",
    "c": "Chỉ thị số 7-CT/TU ngày 09/8/2017 của Ban Thường vụ Tỉnh ủy về giống lúa.",
    "d": "THƯ KÊU GỌI\nThi đua vượt khó, lập thành tích kỷ niệm 75 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam\n\n"
    "Liên minh Hợp tác xã tỉnh Sơn La kêu gọi toàn thể cán bộ, thành viên thi đua, làm tốt những việc sau:\n"
    "1. Không bỏ ruộng, không bỏ xưởng.\n2. Giúp nhau bán hàng, hoãn nợ cho nhau.\n"
    "Thời gian thi đua từ ngày 10/4/2020 đến hết ngày 31/12/2020, theo Chỉ thị số 34-CT/TW ngày 07/4/2014.",
}
CHANGES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "a law that the data lacked": (("registry",), "corpus/data/instruments.tsv", "-Luật Hợp tác xã\t"),
    "a form that was not found": (
        ("citations",),
        "indexer/citations/find.py",
        "_all = find_citations\ndef find_citations(text):\n    return _all(text)[:1]\n",
    ),
    "buckets that were called otherwise": (
        ("resolution",),
        "indexer/resolution/keys.py",
        "_bucket = number_bucket\ndef number_bucket(kind, number):\n    return 'x' + _bucket(kind, number)\n",
    ),
    "mentions that were not resolved": (
        ("resolution",),
        "indexer/resolution/session.py",
        "from dataclasses import replace as _but\n_resolve = resolve_notice\n"
        "def resolve_notice(*given):\n    return [_but(one, status='unresolved', target=None) for one in _resolve(*given)]\n",
    ),
    "campaigns that were not recognised": (
        ("campaigns",),
        "indexer/campaigns/extract.py",
        "def extract_campaign(*given):\n    return None\n",
    ),
    "campaigns that had another name": (
        ("campaigns",),
        "indexer/campaigns/extract.py",
        "_payload = campaign_payload\ndef campaign_payload(campaign):\n    return {**_payload(campaign), 'name': 'Tên khác'}\n",
    ),
    "pages with other labels": (
        ("documents",),
        "indexer/documents/rows.py",
        "_label_before = label_of\ndef label_of(one):\n    return _label_before(one) + '!'\n",
    ),
    "pages and campaigns together": (
        ("campaigns", "documents"),
        "indexer/documents/rows.py indexer/campaigns/extract.py",
        "\ndef label_of(one):\n    return '!'\ndef extract_campaign(*given):\n    return None\n",
    ),
    "a syllable that was not analysed": (
        ("analysis",),
        "indexer/engine/analysis.py",
        "_syllables = syllables\ndef syllables(text):\n    return [one for one in _syllables(text) if one != 'chè']\n",
    ),
}


def write(folder: Path, texts: dict[str, str]) -> None:
    with Store.open(folder, create=True) as store:
        for id_, text in texts.items():
            title = "Thư kêu gọi thi đua vượt khó" if id_ == "d" else f"Kế hoạch {id_}"
            store.save(make_notice(id=id_, site="s", title=title, text=text, place="Sơn La", published_on="2022-06-01"))


def index(folder: Path, *options: str) -> str:
    """What `danchieu index` tells beside its figures."""
    done = CliRunner().invoke(main, ["--archive", str(folder), "index", *options])
    assert done.exit_code == 0, done.stderr
    return "\n".join(line for line in done.stderr.splitlines() if line.startswith("danchieu:"))


def index_by_other_rules(folder: Path, tree: Path, paths: str, change: str) -> None:
    """The index as a program of other rules makes it: a copy of this one, with a change."""
    for room in ("corpus", "crawler", "indexer", "webapp"):
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns("__pycache__"))
    for path in paths.split():
        file = tree / path
        before = file.read_text(encoding="utf-8")
        if change.startswith("-"):
            lines = [line for line in before.splitlines(keepends=True) if change[1:] not in line]
            assert len(lines) < before.count("\n")
            file.write_text("".join(lines), encoding="utf-8")
        else:
            file.write_text(f"{before}\n{change}", encoding="utf-8")
    command = [sys.executable, "-m", "webapp", "--archive", str(folder), "index"]
    subprocess.run(command, cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, check=True, capture_output=True)


def answers(archive: Archive) -> list[Any]:
    exports = ("documents", "citations", "relations", "campaigns", "wanted")
    rows = {what: sorted(map(repr, archive.export(what))) for what in exports}
    targets = {row["target"]["id"] for row in archive.export("citations") if row["target"]}
    return [
        rows,
        [archive.notice(id_) for id_ in TEXTS],
        [archive.instrument(id_) for id_ in sorted(targets)],
        [[hit["id"] for hit in archive.search(query)["hits"]] for query in ("trồng chè", "chè", "thi đua", "7-CT/TU")],
        archive.summary(),
    ]


def shown(folder: Path) -> list[Any]:
    archive = open_archive(folder)
    try:
        return answers(archive)
    finally:
        archive.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGES)
def test_what_other_rules_concern_is_read_again(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parts, paths, change = CHANGES[name]
    folder = tmp_path / "archive"
    write(folder, TEXTS)
    index_by_other_rules(folder, tmp_path / "tree", paths, change)
    write(folder, {"b": TEXTS["b"] + " Nói thêm.", "e": "Theo Chỉ thị số 8-CT/TU ngày 06/4/2022."})
    reader = open_archive(folder)
    before, seen = answers(reader), []
    write_documents = Run._write

    def answered(run: Run) -> int:
        reader.refresh()
        seen.append(answers(reader))
        return write_documents(run)

    with monkeypatch.context() as patched:
        patched.setattr(Run, "_write", answered)
        told = index(folder)
    assert (
        told == f"danchieu: other rules than those of the index ({', '.join(parts)}); what they concern was read again"
    )
    assert seen == [before]
    reader.refresh()
    after = answers(reader)
    reader.close()
    assert index(folder) == "", "once is enough"
    index(folder, "--rebuild")
    assert after == shown(folder)
    assert after != before


@pytest.mark.slow
def test_a_run_that_is_killed_is_not_taken_for_one_that_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, paths, change = CHANGES["campaigns that were not recognised"]
    folder = tmp_path / "archive"
    write(folder, TEXTS)
    index_by_other_rules(folder, tmp_path / "tree", paths, change)

    def killed(run: Run, new: set[str]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Run, "_extract_again", killed)
        done = CliRunner().invoke(main, ["--archive", str(folder), "index"])
        assert done.exit_code == 1
    assert parts[0] in index(folder)
    after = shown(folder)
    index(folder, "--rebuild")
    assert after == shown(folder)


def test_what_has_changed_is_told_by_its_part() -> None:
    assert changed_parts(rules_json()) == frozenset()
    for part in PARTS:
        assert changed_parts(json.dumps({**rules(), part: "other"})) == {part}
        assert changed_parts(json.dumps({name: value for name, value in rules().items() if name != part})) == {part}
    for unreadable in ("", "[]", "{", "null"):
        assert changed_parts(unreadable) == frozenset(PARTS)


def test_libraries_are_part_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = rules_json()
    for change, parts in (
        ("indexer.building.rules.version", {"analysis"}),
        ("unicodedata.unidata_version", set(PARTS)),
    ):
        rules.cache_clear()
        with monkeypatch.context() as patched:
            patched.setattr(change, "0.0" if "unidata" in change else lambda name: "0.0")
            assert changed_parts(kept) == parts
    rules.cache_clear()
    assert changed_parts(kept) == frozenset()


def test_every_module_is_of_one_part_or_changes_nothing_that_is_kept() -> None:
    """A new module of these rooms is in by itself; what is asked only when a page is read is named here."""
    asked = ("indexer/asking", "indexer/reading", "indexer/drafts", "indexer/archive.py", "indexer/building")
    found = [name for part in PARTS for name, _ in sources(part)]
    assert len(found) == len(set(found))
    for room in ("corpus", "indexer"):
        top = Path(str(files(room)))
        for path in [*top.rglob("*.py"), *top.rglob("*.tsv")]:
            name = f"{room}/{path.relative_to(top).as_posix()}"
            outside = name == "indexer/__init__.py" or any(
                name == one or name.startswith(f"{one}/") for one in (*NO_RULES, *asked)
            )
            assert (name in found) != (outside and name != "indexer/building/increment.py"), name
    for name in (*NO_RULES, *(name for names in SOURCES.values() for name in names)):
        room, *rest = name.split("/")
        assert files(room).joinpath(*rest).is_file() or files(room).joinpath(*rest).is_dir(), f"{name} is gone"
