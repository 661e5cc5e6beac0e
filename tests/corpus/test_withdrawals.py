"""What is withdrawn does not come back, by whatever name; what is not withdrawn is not held up."""

from pathlib import Path
from typing import Any

import pytest

from corpus.errors import InputError, NotFound
from corpus.model import Notice
from corpus.store import Store, make_notice

URL = "http://a.example/1"
GIVEN: dict[str, Any] = {
    "id": "n",
    "url": URL,
    "site": "a.example",
    "title": "Thông báo",
    "text": "Nội dung thông báo.",
}


def notice(**values: Any) -> Notice:
    return make_notice(**{**GIVEN, **values})


@pytest.mark.parametrize("keep_twin", [False, True])
@pytest.mark.parametrize(
    ("values", "saved"),
    [
        ({}, "withdrawn"),
        ({"text": "Nội dung khác."}, "withdrawn"),
        ({"id": "m", "text": "Nội dung khác."}, "withdrawn"),
        ({"id": "m", "url": "http://a.example/2"}, "withdrawn"),
        ({"id": "m", "url": None, "site": "nhap"}, "withdrawn"),
        ({"id": "m", "url": "http://b.example/2", "site": "b.example"}, "added"),
        ({"id": "m", "url": "http://a.example/2", "text": "Nội dung khác."}, "added"),
    ],
    ids=["itself", "another text", "its address", "its text", "its text from a file", "another site's", "another"],
)
def test_what_is_withdrawn_is_not_kept_again(
    tmp_path: Path, values: dict[str, Any], saved: str, keep_twin: bool
) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(notice())
        revision = store.revision()
        store.withdraw("n", "  có dữ liệu\ncá nhân ")
        assert store.removed_since(revision) == ["n"]
        again = notice(**values)
        assert store.is_withdrawn(again) is (saved == "withdrawn")
        assert store.save(again, keep_twin=keep_twin) == saved
        assert store.count() == (saved == "added")
        assert [(one.id, one.url, one.title, one.reason) for one in store.withdrawals()] == [
            ("n", URL, "Thông báo", "có dữ liệu cá nhân")
        ]


def test_what_else_is_kept_at_its_address_or_with_its_text_stays(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        for other in (notice(), notice(id="twin"), notice(id="part", text="Phần hai.")):
            assert store.save(other, keep_twin=True) == "added"
        store.withdraw("n", "trùng")
        assert store.save(notice(id="twin"), keep_twin=True) == "unchanged"
        assert store.save(notice(id="part", text="Phần hai, sửa."), keep_twin=True) == "updated"
        assert store.save(notice(id="part-3", text="Phần ba."), keep_twin=True) == "added"
        assert store.save(notice(), keep_twin=True) == "withdrawn"


def test_the_other_addresses_of_a_withdrawn_notice_go_with_it(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.save(notice())
        assert store.save(notice(id="m", url="http://a.example/2")) == "duplicate"
        store.withdraw("n", "trùng")
        assert store.save(notice(id="m", url="http://a.example/2", text="Nay viết khác.")) == "withdrawn"


def test_what_cannot_be_withdrawn_is_told(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        with pytest.raises(NotFound, match="not in this archive"):
            store.withdraw("n", "trùng")
        store.save(notice())
        with pytest.raises(InputError, match="say why"):
            store.withdraw("n", " \n")
        assert store.count() == 1
        store.withdraw("n", "trùng")
        with pytest.raises(NotFound, match=r"withdrawn before \(2.*: trùng\)"):
            store.withdraw("n", "lần nữa")
