"""Under which addresses notices are kept."""

from pathlib import Path

from corpus.store import Store, make_notice


def test_own_addresses_and_those_of_twins(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        for n in (1, 2):
            store.save(make_notice(id=f"n{n}", site="s", url=f"http://x/{n}", title="T", text=f"Bài {n}."))
        urls = store.addresses
        assert [urls.notice_at(f"http://x/{n}") for n in (1, 2, 3)] == ["n1", "n2", None]
        with store.transaction() as db:
            db.addresses.add_twin("http://x/3", "n1")
            db.addresses.add_twin("http://x/3", "n2")
            db.addresses.add_twin("http://x/4", "n2")
        assert [urls.twin_at(f"http://x/{n}") for n in (1, 3, 4)] == [None, "n1", "n2"], "the first word counts"
        with store.transaction() as db:
            db.addresses.drop_twins(("http://x/3", "http://x/1"))
        assert [urls.twin_at(f"http://x/{n}") for n in (3, 4)] == [None, "n2"]
        store.withdraw("n2", "trùng")
        assert [urls.withdrawn_at(f"http://x/{n}") for n in (1, 2, 4)] == [None, "n2", "n2"]
        assert urls.twin_at("http://x/4") is None


def test_ids_of_one_stem(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store, store.batches() as save:
        for id_ in ("bai-0aaa", "bai-ffff", "bai-gggg", "bai", "baj-0aaa"):
            save(make_notice(id=id_, site="s", url=f"http://x/{id_}", title="T", text=f"{id_}."))
        save(make_notice(id="bai-1aaa", site="s", title="T", text="Không địa chỉ."))
        found = [("bai-0aaa", "http://x/bai-0aaa"), ("bai-ffff", "http://x/bai-ffff")]
        assert store.addresses.beginning_with("bai-", 9) == found
        assert store.addresses.beginning_with("bai-", 1) == found[:1]
