"""The catalogue: what is selected by cards is what reading every campaign would select, and few campaigns are read whole."""

import random
from collections.abc import Sequence
from typing import Any

import pytest

from corpus.text import fold
from indexer.campaigns.catalogue import Catalogue, campaign_card
from indexer.campaigns.extract import campaign_payload, extract_campaign
from indexer.campaigns.precedents.find import find_precedents
from indexer.documents.campaign_rows import CampaignCard as Card
from tests.indexer.campaigns.launch import launch, outcomes_of

PLACES = ("Sơn La", "Huế", "TP. Hồ Chí Minh", None)
OCCASIONS = (("quoc-khanh", "70 năm Quốc khánh"), ("thanh-lap-dang", "90 năm thành lập Đảng"), (None, None))
TASKS = ("Trồng cây gây rừng.", "Mở lớp tập huấn kế toán.", "Nâng cấp kho lạnh 200 tấn.", "Dựng điểm bán hàng.")


def campaigns(count: int) -> list[dict[str, Any]]:
    rng = random.Random(count)
    found = []
    for number in range(count):
        slug, occasion = rng.choice(OCCASIONS)
        day = f"{rng.randrange(2010, 2024)}-{rng.randrange(1, 13):02d}-{rng.choice((1, 1, 15)):02d}"
        found.append(
            {
                "id": f"pt-{number}",
                "notice": str(number),
                "name": rng.choice(("Thi đua lập thành tích", "Đợt thi đua cao điểm", "Tuần lễ HTX")),
                "starts_on": rng.choice((day, day[:7], None)),
                "ends_on": rng.choice((f"{int(day[:4]) + 1}-01-31", None)),
                "published_on": day,
                "occasion": occasion,
                "occasion_slug": slug,
                "occasion_years": rng.choice((70, 90, None)),
                "organiser": rng.choice(("Liên minh HTX tỉnh Sơn La", "Liên minh HTX Huế", None)),
                "place": rng.choice(PLACES),
                "level": "province",
                "tasks": tuple(rng.sample(TASKS, rng.randrange(1, 4))),
                "bases": ("34-CT/TW",),
                "base_ids": (rng.choice(("chi-thi.34-ct-tw.2014", None)),),
            }
        )
    return found


def fits(row: dict[str, Any], query: str | None, occasion: str | None, year: str | None, place: str | None) -> bool:
    """Whether a campaign, read whole, is one that was asked for."""
    words = fold(" ".join((row["name"], row["occasion"] or "", *row["tasks"]))).split()
    said = fold(f"{row['occasion'] or ''} {row['name']}")
    days = [str(row[name] or "") for name in ("starts_on", "ends_on", "published_on")]
    return (
        (not query or set(fold(query).split()) <= set(words))
        and (not occasion or row["occasion_slug"] == occasion or fold(occasion) in said)
        and (not year or any(day.startswith(year) for day in days))
        and (not place or fold(place) == fold(row["place"] or ""))
    )


@pytest.mark.parametrize(
    ("query", "occasion", "year", "place", "least"),
    [
        (None, None, None, None, 300),
        ("kho lạnh", None, None, None, 50),
        ("KHO lanh, 200", None, None, None, 50),
        ("kho lạnh tập huấn", None, None, None, 10),
        ("lanh kho", None, None, None, 50),
        ("lạ", None, None, None, 0),
        (None, "quoc-khanh", None, None, 50),
        (None, "70 năm", None, None, 50),
        (None, "thành tích", None, None, 50),
        (None, None, "2015", None, 5),
        (None, None, "2015-01", None, 1),
        (None, None, None, "son la", 30),
        (None, None, None, "Tp. hồ chí minh", 30),
        ("tập huấn", "quoc-khanh", "2019", "Huế", 0),
        (" ", "", "", "", 300),
    ],
)
def test_cards_select_what_reading_all_would(
    query: str | None, occasion: str | None, year: str | None, place: str | None, least: int
) -> None:
    rows = campaigns(300)
    found = Catalogue(map(campaign_card, rows)).select(query, occasion=occasion, year=year, place=place)
    wanted = sorted(
        (row for row in rows if fits(row, query, occasion, year, place)),
        key=lambda row: (str(row["starts_on"] or row["published_on"]), row["id"]),
        reverse=True,
    )
    assert [card["id"] for card in found] == [row["id"] for row in wanted]
    assert len(found) >= least


def test_payloads_of_an_index_without_cards_do_as_well() -> None:
    rows = campaigns(40)
    by_card, by_payload = Catalogue(map(campaign_card, rows)), Catalogue(rows)
    assert by_payload.cards == by_card.cards
    assert by_payload.used == by_card.used == {"quoc-khanh", "thanh-lap-dang"}


def test_what_rests_on_a_document_is_found_by_it() -> None:
    rows = campaigns(40)
    catalogue = Catalogue(map(campaign_card, rows))
    found = {card["id"] for card in catalogue.resting_on("chi-thi.34-ct-tw.2014")}
    assert found == {row["id"] for row in rows if row["base_ids"][0]}
    assert 0 < len(found) < 40
    assert catalogue.resting_on("none") == ()
    assert catalogue.by_notice["7"]["id"] == "pt-7"


def test_precedents_by_cards_are_those_of_all_payloads_and_few_are_read() -> None:
    rows = campaigns(400)
    by_id = {row["id"]: row for row in rows}
    read: list[str] = []

    def whole(cards: Sequence[Card]) -> list[Card]:
        read.extend(str(card["id"]) for card in cards)
        return [by_id[str(card["id"])] for card in cards]

    catalogue = Catalogue(map(campaign_card, rows), whole)
    asked = rows[::20]
    for row in asked:
        assert catalogue.precedents.find(row) == find_precedents(row, rows)
        assert catalogue.precedents.find(row, later=True, limit=3) == find_precedents(row, rows, later=True, limit=3)
    assert any(catalogue.precedents.choose(row) for row in asked)
    assert len(read) < 2 * len(asked) * 60


CARD = {
    "id": "pt-a",
    "notice": "a",
    "name": "Kế hoạch phát động đợt thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
    "label": "Kế hoạch phát động đợt thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
    "detail": "Liên minh Hợp tác xã tỉnh Sơn La · 2018-08-01",
    "starts_on": "2018-08-01",
    "ends_on": "2018-10-29",
    "published_on": "2018-08-03",
    "occasion": "kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
    "occasion_slug": "thanh-lap-lmhtx-viet-nam",
    "organiser": "Liên minh Hợp tác xã tỉnh Sơn La",
    "place": "Sơn La",
    "base_ids": ["chi-thi.34-ct-tw.2014", "luat.23-2012-qh13"],
    "keys": [
        "thanh-lap-lmhtx-viet-nam|organiser|lien minh hop tac xa tinh son la|years 25",
        "thanh-lap-lmhtx-viet-nam|organiser|lien minh hop tac xa tinh son la",
        "thanh-lap-lmhtx-viet-nam|jubilee|years 25",
        "thanh-lap-lmhtx-viet-nam",
    ],
    "said": "ky niem 25 nam ngay thanh lap lien minh hop tac xa viet nam ke hoach phat dong dot thi dua ky niem "
    "25 nam ngay thanh lap lien minh hop tac xa viet nam",
    "words": " ke hoach phat dong dot thi dua ky niem 25 nam ngay thanh lap lien minh hop tac xa viet tuyen "
    "truyen luat toi vien phan dau moi 12 trong khen thuong tang bang cua chu tich cho tap the xuat "
    "sac ",
}


def test_a_card_has_what_lists_and_filters_need() -> None:
    notice = launch()
    found = extract_campaign(notice, outcomes_of(notice))
    assert found is not None
    assert campaign_card(campaign_payload(found)) == CARD


def test_a_card_of_little_says_little() -> None:
    bare: Any = {"id": "pt-b", "notice": "b", "name": "Thi đua", "tasks": [], "bases": []}
    card = campaign_card(bare)
    assert (card["label"], card["detail"], card["occasion"], card["organiser"], card["keys"], card["said"], card["words"]) == (
        "", "", None, None, [], "thi dua", " thi dua ",
    )  # fmt: skip
