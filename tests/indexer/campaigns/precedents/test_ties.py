"""The notices of one campaign, tied by what they cite."""

from typing import Any

from indexer.campaigns.catalogue import Catalogue
from indexer.campaigns.precedents.ties import campaign_ties


def launch(notice: str, level: str, *base_ids: str, slug: str = "thanh-lap-lmhtx-viet-nam") -> dict[str, Any]:
    return {
        "id": f"pt-{notice}",
        "notice": notice,
        "name": f"Thi đua {notice}",
        "tasks": [],
        "level": level,
        "base_ids": [*base_ids, None],
        "occasion_slug": slug,
        "published_on": notice,
    }


def document(id_: str, notice: str | None, *citers: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_, "notice_id": notice, "label": id_, "place": None, "cited_by": list(citers)}


def citer(notice: str, title: str, relation: str = "implements") -> dict[str, Any]:
    return {
        "notice": notice,
        "title": title,
        "relation": relation,
        "published_on": notice,
        "place": "Huế",
        "quote": "…",
    }


NATIONAL = launch("1", "national")
HUE, SON_LA = launch("2", "province", "ke-hoach.1-kh-lmhtxvn"), launch("3", "province", "ke-hoach.1-kh-lmhtxvn")
ELSE = launch("4", "province", "ke-hoach.1-kh-lmhtxvn", slug="quoc-khanh")
EVERYTHING = Catalogue([NATIONAL, HUE, SON_LA, ELSE])
CITERS = (
    citer("2", "Huế phát động"),
    citer("9", "Báo cáo kết quả đợt thi đua"),
    citer("8", "Tổng kết đợt thi đua"),
    citer("7", "Tin khác"),
)


def ids(rows: list[dict[str, Any]]) -> list[str]:
    return [row["notice"] for row in rows]


def test_national_over_provincial_over_reports() -> None:
    plan = document("ke-hoach.1-kh-lmhtxvn", "1", *CITERS)
    found = campaign_ties(NATIONAL, EVERYTHING, {"instrument": plan["id"]}, {plan["id"]: plan}.get)
    assert (found["root"], ids(found["carries_out"]), ids(found["carried_out_by"])) == (None, [], ["2"])
    assert [(row["notice"], row["closing"]) for row in found["reports"]] == [("8", True), ("9", False)]
    below = campaign_ties(HUE, EVERYTHING, {"instrument": None}, {plan["id"]: plan}.get)
    assert (ids(below["carries_out"]), ids(below["siblings"])) == (["1"], ["3"])


def test_siblings_of_a_plan_that_nobody_collected() -> None:
    plan = document("ke-hoach.1-kh-lmhtxvn", None)
    found = campaign_ties(HUE, EVERYTHING, {"instrument": None}, {plan["id"]: plan}.get)
    assert found["root"] == {"id": plan["id"], "label": plan["id"], "collected": False}
    assert (ids(found["carries_out"]), ids(found["siblings"])) == ([], ["3"])


def test_cost_is_that_of_the_bases_and_not_of_the_archive() -> None:
    asked = []

    def fetch(id_: str) -> None:
        asked.append(id_)

    many = [launch(str(n), "province", "ke-hoach.1-kh-lmhtxvn", f"chi-thi.{n}-ct-tw") for n in range(500)]
    campaign_ties(many[0], Catalogue(many), {"instrument": None}, fetch)
    assert len(asked) <= 2
