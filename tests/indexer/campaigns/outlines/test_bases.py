"""Which bases of precedents a new draft may rest on, which are models, which are left out, and why."""

from datetime import date
from typing import Any

import pytest

from corpus.model import Reason
from indexer.campaigns.outlines.bases import draft_bases

ON = date(2026, 11, 30)


def doc(id_: str, kind: str, number: str | None, issued_on: str | None, title: str, **more: Any) -> dict[str, Any]:
    known = {
        "id": id_,
        "kind": kind,
        "number": number,
        "issued_on": issued_on,
        "title": title,
        "issuer": None,
        "place": None,
    }
    return {**known, "label": title, "acted_on_by": [], **more}


def placed(
    document: dict[str, Any] | None, *, own: str | None = "Sơn La", number: str = "9/QĐ-UBND", **row: Any
) -> tuple[str, Any]:
    """The list in which the one basis of a campaign stands, and its entry."""
    campaign: Any = {
        "id": "pt-a", "place": "Sơn La", "level": "province", "occasion_slug": "quoc-khanh", "bases": [number],
        "base_ids": [document and document["id"]], "unnumbered_bases": [], **row,
    }  # fmt: skip
    by_id = {document["id"]: document} if document else {}
    found = draft_bases([campaign], by_id.get, own, ON)  # type: ignore[arg-type]
    where = [name for name in ("bases", "models", "left_out") if found[name]]  # type: ignore[literal-required]
    assert len(where) == 1
    (entry,) = found[where[0]]  # type: ignore[literal-required]
    return where[0], entry


@pytest.mark.parametrize(
    ("document", "where", "reason"),
    [
        (doc("a", "quyet-dinh", "9/QĐ-UBND", "2018-01-01", "hỗ trợ hợp tác xã", place="Sơn La"), "bases", None),
        (doc("a", "quyet-dinh", "9/QĐ-TTg", "2018-01-01", "hỗ trợ hợp tác xã"), "bases", None),
        (
            doc("a", "quyet-dinh", "9/QĐ-UBND", "2018-01-01", "hỗ trợ hợp tác xã", place="Nghệ An"),
            "left_out",
            Reason.of("of-place", place="tỉnh Nghệ An"),
        ),
        (
            doc("a", "quyet-dinh", "9/QĐ-TTg", "2020-01-01", "Chương trình hỗ trợ hợp tác xã giai đoạn 2021-2025"),
            "models",
            Reason.of("until-year", year=2025),
        ),
        (doc("a", "quyet-dinh", "9/QĐ-TTg", "2020-01-01", "Chương trình hỗ trợ giai đoạn 2021 - 2026"), "bases", None),
        (
            doc("a", "chi-thi", "9/CT-TTg", "2018-01-01", "tổ chức kỷ niệm 70 năm Quốc khánh"),
            "models",
            Reason("of-earlier-round"),
        ),
        (
            doc("a", "ke-hoach", "9/KH-UBND", "2026-01-01", "tổ chức mừng Quốc khánh", place="Sơn La"),
            "models",
            Reason("of-earlier-round"),
        ),
        (
            doc("a", "ke-hoach", "9/KH-UBND", "2026-01-01", "thi đua năm 2025", place="Sơn La"),
            "models",
            Reason.of("of-year", year=2025),
        ),
        (doc("a", "ke-hoach", "9/KH-UBND", "2026-01-01", "thi đua năm 2026", place="Sơn La"), "bases", None),
        (
            doc("a", "ke-hoach", "9/KH-UBND", "2025-10-26", "thi đua yêu nước", place="Sơn La"),
            "bases",
            None,
        ),
        (
            doc("a", "ke-hoach", "9/KH-UBND", "2025-10-25", "thi đua yêu nước", place="Sơn La"),
            "models",
            Reason("ran-earlier-round"),
        ),
        (
            doc("a", "ke-hoach", "9/KH-UBND", None, "thi đua yêu nước", place="Sơn La"),
            "models",
            Reason("ran-earlier-round"),
        ),
    ],
)
def test_where_a_document_goes(document: dict[str, Any], where: str, reason: Reason | None) -> None:
    found, entry = placed(document)
    assert (found, entry["reason"]) == (where, reason.as_row() if reason else None)
    assert (entry["id"], entry["from"]) == (document["id"], [1])
    if where == "bases":
        assert entry["instead_of"] is None


@pytest.mark.parametrize(
    ("number", "own", "said_in", "where", "reason"),
    [
        ("12/CT-TTg", "Sơn La", "Sơn La", "bases", None),
        ("9/QĐ-UBND", "Sơn La", "Sơn La", "bases", None),
        ("9/QĐ-UBND", "Nghệ An", "Sơn La", "left_out", Reason.of("of-place", place="tỉnh Sơn La")),
        ("9/QĐ-UBND", None, "Sơn La", "left_out", Reason.of("of-place", place="tỉnh Sơn La")),
        ("9/QĐ-UBND", "Sơn La", None, "left_out", Reason("of-unknown-place")),
    ],
)
def test_a_number_that_nobody_can_place_is_of_where_it_was_said(
    number: str, own: str | None, said_in: str | None, where: str, reason: Reason | None
) -> None:
    found, entry = placed(None, own=own, number=number, place=said_in)
    assert (found, entry["reason"], entry["id"]) == (where, reason.as_row() if reason else None, None)


def tie(relation: str, source: dict[str, Any] | None) -> dict[str, Any]:
    return {"relation": relation, "source": source, "quote": "Thay thế Quyết định số 9/QĐ-UBND.", "notice": "n", "start": 0, "end": 1}  # fmt: skip


def test_what_was_replaced_is_offered_as_its_successor() -> None:
    later = doc(
        "b",
        "quyet-dinh",
        "10/QĐ-UBND",
        "2020-01-01",
        "hỗ trợ hợp tác xã trên địa bàn",
        place="Sơn La",
        issuer="UBND tỉnh Sơn La",
    )
    old = doc("a", "quyet-dinh", "9/QĐ-UBND", "2018-01-01", "hỗ trợ hợp tác xã", place="Sơn La", acted_on_by=[tie("replaces", later)])  # fmt: skip
    where, entry = placed(old)
    assert (where, entry["id"]) == ("bases", "b")
    assert entry["text"].startswith("Quyết định số 10/QĐ-UBND ngày 01 tháng 01 năm 2020")
    assert entry["instead_of"] == {"kind": "quyet-dinh", "number": "9/QĐ-UBND", "title": None}
    assert entry["reason"]["code"] == "replaced-by"


def test_what_was_repealed_is_left_out() -> None:
    later = doc("b", "quyet-dinh", "10/QĐ-UBND", "2020-01-01", "bãi bỏ văn bản", place="Sơn La")
    old = doc("a", "quyet-dinh", "9/QĐ-UBND", "2018-01-01", "hỗ trợ", place="Sơn La", acted_on_by=[tie("repeals", later)])  # fmt: skip
    where, entry = placed(old)
    assert (where, entry["id"], entry["reason"]["code"]) == ("left_out", "a", "repealed-by")


def test_a_law_goes_on_as_the_one_in_force() -> None:
    law = doc("luat.18-2003-qh11", "luat", "18/2003/QH11", "2003-11-26", "Luật Hợp tác xã")
    where, entry = placed(law, number="18/2003/QH11")
    assert where == "bases" and "Luật Hợp tác xã" in entry["text"] and "2023" in entry["text"]
    assert entry["instead_of"]["number"] == "18/2003/QH11"


def test_what_several_rest_on_stands_once_with_all_that_do() -> None:
    known = doc("a", "chi-thi", "34-CT/TW", "2014-04-07", "tiếp tục đổi mới công tác thi đua")
    row: Any = {
        "id": "pt-a", "place": "Sơn La", "level": "province", "bases": ["34-CT/TW"], "base_ids": ["a"], "unnumbered_bases": ["Điều lệ Liên minh"],
    }  # fmt: skip
    found = draft_bases([row, {**row, "id": "pt-b", "unnumbered_bases": []}], {"a": known}.get, "Sơn La", ON)  # type: ignore[arg-type]
    assert [(entry["id"], entry["from"]) for entry in found["bases"]] == [("a", [1, 2]), (None, [1])]
    assert found["bases"][1]["text"] == "Điều lệ Liên minh"
