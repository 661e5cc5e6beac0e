"""An outline says only what its precedents say, and from which of them."""

from datetime import date
from typing import Any

import pytest

from corpus.errors import InputError
from corpus.model import Reason
from indexer.campaigns import outline
from indexer.campaigns.outlines.tasks import task_to_fill

DIRECTIVE = {
    "id": "chi-thi.34-ct-tw.2014",
    "kind": "chi-thi",
    "number": "34-CT/TW",
    "issued_on": "2014-04-07",
    "issuer": "Bộ Chính trị",
    "place": None,
    "title": "tiếp tục đổi mới công tác thi đua",
}


def campaign(
    name: str, starts_on: str, ends_on: str | None, bases: list[str], ids: list[str], tasks: list[str]
) -> dict[str, Any]:
    """A campaign's payload, as much of it as an outline reads."""
    return {
        "id": name,
        "name": name,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "bases": bases,
        "base_ids": ids,
        "tasks": tasks,
        "occasion": "kỷ niệm 20 năm ngày thành lập",
        "occasion_years": 20,
    }


OLD = campaign(
    "cũ",
    "2013-03-15",
    "2013-10-29",
    ["34-CT/TW", "5/KH"],
    ["chi-thi.34-ct-tw.2014", "lost"],
    ["Vận động lập mới hợp tác xã ở cơ sở."],
)
NEW = campaign(
    "mới",
    "2018-08",
    None,
    ["34-CT/TW"],
    ["chi-thi.34-ct-tw.2014"],
    ["Viết tin bài tuyên truyền.", "Vận động lập mới mười hợp tác xã ở cơ sở."],
)


def lookup(id_: str) -> dict[str, Any] | None:
    """An archive that knows one document."""
    return DIRECTIVE if id_ == DIRECTIVE["id"] else None


TODAY = date(2026, 11, 30)


def test_outline_joins_what_precedents_share() -> None:
    found = outline([OLD, NEW], lookup, on=TODAY)
    assert [row["id"] for row in found["sources"]] == ["mới", "cũ"]
    assert found["bases"] == [
        {
            "text": "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua",
            "id": "chi-thi.34-ct-tw.2014",
            "from": [1, 2],
            "instead_of": None,
            "reason": None,
        }
    ]
    assert [(row["days"], row["from"]) for row in found["periods"]] == [(None, [1]), (229, [2])]
    assert found["tasks"] == [
        {
            "text": "Vận động lập mới … hợp tác xã ở cơ sở.",
            "from": [1],
            "others": [{"text": "Vận động lập mới hợp tác xã ở cơ sở.", "from": [2]}],
        },
        {"text": "Viết tin bài tuyên truyền.", "from": [1], "others": []},
    ]


FOUNDING = {
    **campaign("f", "2023-03-15", "2023-10-29", [], [], []),
    "occasion": "kỷ niệm 30 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam (29/10/1993 - 29/10/2023)",
    "occasion_slug": "thanh-lap-lmhtx-viet-nam",
    "occasion_years": 30,
}
LOCAL = {
    **campaign("l", "2021-01-04", "2021-08-06", [], [], []),
    "occasion": "kỷ niệm 25 năm ngày thành lập Liên minh Hợp tác xã tỉnh (06/8/1996 - 06/8/2021)",
    "occasion_slug": "thanh-lap-lmhtx-tinh",
    "occasion_years": 25,
}
CONGRESS = {
    **campaign("c", "2020-01-10", "2020-12-31", [], [], []),
    "occasion": "chào mừng Đại hội Đảng toàn quốc lần thứ XIII",
    "occasion_years": None,
    "occasion_term": 13,
}
YEARLY = {**campaign("y", "2020-02-29", "2020-03", [], [], []), "occasion": None, "occasion_years": None}


@pytest.mark.parametrize(
    ("precedent", "on", "occasion", "day", "period"),
    [
        (
            FOUNDING,
            "2026-11-30",
            "kỷ niệm 35 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam (29/10/1993 - 29/10/2028)",
            "2028-10-29",
            ("2028-03-15", "2028-10-29"),
        ),
        # The day itself is still ahead; the day after, the next lies five years on.
        (FOUNDING, "2028-10-29", "kỷ niệm 35 năm", "2028-10-29", (None, "2028-10-29")),
        (FOUNDING, "2028-10-30", "kỷ niệm 40 năm", "2033-10-29", ("2033-03-15", "2033-10-29")),
        # Several rounds nobody launched.
        ({**FOUNDING, "occasion_years": 25}, "2026-11-30", "kỷ niệm", "2028-10-29", None),
        # A province's own day, told by the precedent alone.
        (LOCAL, "2026-01-15", "kỷ niệm 30 năm", "2026-08-06", (None, "2026-08-06")),
        (LOCAL, "2026-11-30", "kỷ niệm 35 năm", "2031-08-06", ("2031-01-04", "2031-08-06")),
        (OLD, "2026-11-30", "kỷ niệm 35 năm ngày thành lập", None, ("2028-03-15", "2028-10-29")),
        (CONGRESS, "2024-06-01", "chào mừng Đại hội Đảng toàn quốc lần thứ XIV", None, ("2025-01-10", "2025-12-31")),
        (CONGRESS, "2026-06-01", "chào mừng Đại hội Đảng toàn quốc lần thứ XV", None, ("2030-01-10", "2030-12-31")),
        (YEARLY, "2026-11-30", None, None, ("2027-02-28", "2027-03")),
        (YEARLY, "2027-02-28", None, None, ("2027-02-28", "2027-03")),
        (NEW, "2026-11-30", "kỷ niệm 30 năm", None, None),
    ],
)
def test_the_round_that_comes_next(
    precedent: dict[str, Any], on: str, occasion: str | None, day: str | None, period: tuple[str | None, str] | None
) -> None:
    found = outline([precedent], lookup, on=date.fromisoformat(on))
    if occasion is None:
        assert found["occasion"] is None
    else:
        assert found["occasion"]["text"].startswith(occasion)
        assert found["occasion"]["on"] == day
    if period:
        assert (found["proposal"]["starts_on"], found["proposal"]["ends_on"]) == period


def test_a_precedent_without_an_end_gives_no_period() -> None:
    assert outline([NEW], lookup, on=TODAY)["proposal"] is None
    assert outline([NEW, OLD], lookup, on=TODAY)["proposal"]["from"] == [2]


def basis(id_: str, kind: str, number: str, issued_on: str, title: str, **more: Any) -> dict[str, Any]:
    """A document's payload."""
    return {
        "id": id_,
        "kind": kind,
        "number": number,
        "issued_on": issued_on,
        "issuer": None,
        "place": None,
        "title": title,
        **more,
    }


PROOF = {"source": "notice", "notice": "n", "quote": "bãi bỏ Quyết định số 12/QĐ-UBND", "start": 0, "end": 3}
DOCUMENTS = [
    basis("p1", "chi-thi", "15-CT/TU", "2017-02-03", "phát triển kinh tế tập thể", place="Sơn La"),
    basis("p2", "chi-thi", "15-CT/TU", "2018-04-05", "phát triển kinh tế tập thể", place="Quảng Ninh"),
    basis("law", "luat", "23/2012/QH13", "2012-11-20", "Luật Hợp tác xã"),
    basis("emulation", "luat", "15/2003/QH11", "2003-11-26", "Luật Thi đua, khen thưởng"),
    basis(
        "plan",
        "ke-hoach",
        "737/KH-LMHTXVN",
        "2018-07-12",
        "phát động thi đua kỷ niệm 25 năm",
        issuer="Liên minh Hợp tác xã Việt Nam",
    ),
    basis(
        "span",
        "quyet-dinh",
        "1804/QĐ-TTg",
        "2020-11-13",
        "phê duyệt Chương trình hỗ trợ hợp tác xã giai đoạn 2021-2025",
    ),
    basis("decree", "nghi-dinh", "5/2024/NĐ-CP", "2024-02-01", "quy định chi tiết Luật Hợp tác xã"),
    basis(
        "repealed",
        "quyet-dinh",
        "12/QĐ-UBND",
        "2017-06-05",
        "ban hành quy chế xét thưởng",
        place="Sơn La",
        events=[
            {
                "code": "repealed",
                "on": "2022-03-02",
                "on_from": "issue",
                "by": basis("x", "quyet-dinh", "33/QĐ-UBND", "2022-03-02", "quy chế"),
                "proof": PROOF,
            }
        ],
    ),
    basis(
        "in-part",
        "quyet-dinh",
        "18/QĐ-UBND",
        "2018-09-11",
        "ban hành quy chế thi đua, khen thưởng",
        place="Sơn La",
        events=[
            {
                "code": "partly-repealed",
                "on": "2022-03-02",
                "on_from": "issue",
                "by": basis("x", "quyet-dinh", "33/QĐ-UBND", "2022-03-02", "quy chế"),
                "proof": PROOF,
            }
        ],
    ),
]


def rested(place: str | None = "Sơn La", asked: str | None = None) -> dict[str, Any]:
    """An outline from one precedent that rests on them all, and on two documents that nobody can tell."""
    row = campaign(
        "all",
        "2018-08-01",
        "2018-10-29",
        [*(str(doc["number"]) for doc in DOCUMENTS), "5/KH-LMHTX", "99-NQ/TW"],
        [str(doc["id"]) for doc in DOCUMENTS],
        [],
    )
    row["base_ids"] = [*row["base_ids"], None, None]
    row["place"] = place
    return outline([row], {doc["id"]: doc for doc in DOCUMENTS}.get, on=TODAY, place=asked)


def test_bases_are_the_own_provinces_and_the_centres_in_force_and_by_rank() -> None:
    found = rested()
    assert [row["text"].split(" ngày ")[0] for row in found["bases"]] == [
        "Luật Thi đua, khen thưởng",
        "Luật Hợp tác xã",
        "Nghị quyết số 99-NQ/TW",
        "Nghị định số 5/2024/NĐ-CP",
        "Quyết định số 18/QĐ-UBND",
        "Chỉ thị số 15-CT/TU",
    ]
    instead_of = [row["instead_of"] for row in found["bases"] if row["instead_of"]]
    assert {(row["kind"], row["number"]) for row in instead_of} == {("luat", "23/2012/QH13"), ("luat", "15/2003/QH11")}
    assert found["bases"][1]["text"] == "Luật Hợp tác xã ngày 20 tháng 6 năm 2023"
    assert found["bases"][1]["reason"]["values"]["number"] == "17/2023/QH15"
    assert [row["id"] for row in found["bases"]][-1] == "p1"
    assert [row["id"] for row in found["models"]] == ["span", "plan", None]
    assert {row["id"]: row["reason"] for row in found["left_out"]} == {
        "p2": Reason.of("of-place", place="tỉnh Quảng Ninh").as_row(),
        "repealed": Reason.of("repealed-by", kind="quyet-dinh", number="33/QĐ-UBND", title="quy chế").as_row(),
    }


@pytest.mark.parametrize(
    ("place", "asked", "own"), [("Sơn La", "Quảng Ninh", "p2"), (None, "Sơn La", "p1"), (None, None, None)]
)
def test_whose_draft_it_is(place: str | None, asked: str | None, own: str | None) -> None:
    found = rested(place, asked)
    assert [row["id"] for row in found["bases"] if row["text"].startswith("Chỉ thị")] == ([own] if own else [])
    with pytest.raises(InputError, match="no province"):
        rested(place, "Xứ Lạ")


@pytest.mark.parametrize(
    ("organisers", "place", "on", "drafter"),
    [
        (
            ["Liên minh Hợp tác xã tỉnh Sơn La"],
            "Sơn La",
            "2026-01-01",
            ("Liên minh Hợp tác xã tỉnh Sơn La", "KH-LMHTX"),
        ),
        # After the mergers of 2025 the successor signs.
        (
            ["Liên minh Hợp tác xã tỉnh Hà Nam"],
            "Hà Nam",
            "2026-01-01",
            ("Liên minh Hợp tác xã tỉnh Ninh Bình", "KH-LMHTX"),
        ),
        (["Liên minh Hợp tác xã Việt Nam"], None, "2026-01-01", ("Liên minh Hợp tác xã Việt Nam", "KH-LMHTXVN")),
        (["Sở Nội vụ tỉnh Sơn La", "Tỉnh đoàn Sơn La"], "Sơn La", "2026-01-01", (None, "KH-…")),
        ([None], None, "2026-01-01", (None, "KH-…")),
        (
            ["Liên minh Hợp tác xã tỉnh Sơn La", "Liên minh Hợp tác xã tỉnh Cao Bằng"],
            None,
            "2026-01-01",
            ("Liên minh Hợp tác xã …", "KH-LMHTX"),
        ),
    ],
)
def test_who_signs(organisers: list[str | None], place: str | None, on: str, drafter: tuple[str | None, str]) -> None:
    rows = [{**OLD, "id": str(at), "organiser": name, "place": place} for at, name in enumerate(organisers)]
    found = outline(rows, lookup, on=date.fromisoformat(on))["drafter"]
    assert (found["issuer"], found["symbol"]) == drafter


@pytest.mark.parametrize(
    ("task", "filled"),
    [
        ("Lập mới 10 hợp tác xã trước ngày 30/9/2018.", "Lập mới … hợp tác xã trước ngày …."),
        ("Từ ngày 01 tháng 8 năm 2018, 90% đơn vị đăng ký", "Từ ngày … tháng … năm …, …% đơn vị đăng ký"),
        ("Báo cáo trong quý III/2018", "Báo cáo trong quý …"),
        ("Thực hiện Nghị quyết số 20-NQ/TW ngày 16/6/2022", "Thực hiện Nghị quyết số 20-NQ/TW ngày 16/6/2022"),
        (
            "Tiếp cận công nghiệp 4.0, phòng COVID-19: (1) tuyên truyền",
            "Tiếp cận công nghiệp 4.0, phòng COVID-19: (1) tuyên truyền",
        ),
        ("Trồng hai mươi nghìn cây", "Trồng … nghìn cây"),
        ("Tôn vinh ba trăm cá nhân của hai hợp tác xã", "Tôn vinh … cá nhân của … hợp tác xã"),
        ("Đẩy mạnh phong trào ba sẵn sàng trong năm", "Đẩy mạnh phong trào ba sẵn sàng trong năm"),
        ("Tuyên truyền sâu rộng; tổ chức hội nghị và", "Tuyên truyền sâu rộng."),
        ("Tuyên truyền, bao gồm:", "Tuyên truyền, bao gồm …"),
        ("Tuyên truyền tại xã Cao Bằng", "Tuyên truyền tại xã Cao Bằng"),
    ],
)
def test_tasks_are_to_fill_and_whole(task: str, filled: str) -> None:
    assert task_to_fill(task) == filled


@pytest.mark.parametrize("count", [0, 5])
def test_one_to_four_precedents(count: int) -> None:
    with pytest.raises(InputError, match=f"^{count} precedents"):
        outline([OLD] * count, lookup, on=TODAY)
