"""How an index stands to its store: in step, behind, of other rules, of another store, or damaged."""

from pathlib import Path

import pytest

import indexer.building.standing
from corpus.store import Store, make_notice
from indexer.building.standing import Standing, standing
from tests.archives import index_archive


def save(folder: Path, *names: str) -> None:
    with Store.open(folder, create=True) as store:
        for name in names:
            store.save(make_notice(id=name, site="s", title=name, text=f"Bài {name}."))


def of(folder: Path) -> Standing:
    with Store.open(folder) as store:
        return standing(folder, store)


def test_an_index_is_in_step_or_behind(tmp_path: Path) -> None:
    save(tmp_path, "a")
    assert of(tmp_path) == Standing(behind=1)
    index_archive(tmp_path)
    assert of(tmp_path) == Standing(generation="g0001", revision=1)
    save(tmp_path, "b", "c")
    with Store.open(tmp_path) as store:
        store.withdraw("a", "x")
    found = of(tmp_path)
    assert (found.behind, found.removed, found.fault) == (2, 1, None)


def test_other_rules_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path, "a")
    index_archive(tmp_path)
    monkeypatch.setattr(indexer.building.standing, "changed_rules", lambda folder: frozenset(("registry", "campaigns")))
    assert of(tmp_path).rules == ("campaigns", "registry")


def test_an_index_of_another_store_or_a_damaged_one_says_so(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(tmp_path / name, "a")
        index_archive(tmp_path / name)
    (tmp_path / "two/danchieu.sqlite").replace(tmp_path / "one/danchieu.sqlite")
    assert of(tmp_path / "one").fault == "the archive is another one"
    (tmp_path / "one/index/current").write_text("nonsense")
    assert "nonsense" in (of(tmp_path / "one").fault or "")
