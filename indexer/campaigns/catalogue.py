"""All campaigns at once, small: what lists, filters, the calendar, ties and precedents need of each, without reading any of them whole.

A campaign's card is made when it is indexed; an archive holds one catalogue of the cards of a commit. What a page shows of a campaign beyond its card
is read for the few that it shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal, cast

from corpus.text import fold
from indexer.campaigns.precedents.find import PrecedentIndex, Whole, as_they_are, precedent_keys
from indexer.documents.campaign_rows import BriefRow, CampaignCard, CampaignRow

_DAYS: Final[tuple[Literal["starts_on", "ends_on", "published_on"], ...]] = ("starts_on", "ends_on", "published_on")


def campaign_card(campaign: CampaignRow) -> CampaignCard:
    """A campaign's card from its payload.

    Beside fields of it: "base_ids"; "keys" of its lists of precedents; "said": name and occasion, folded; "words": all that a filter by words looks
    through, folded, each word once, a blank before and after each.
    """
    occasion = campaign.get("occasion") or ""
    words = fold(" ".join((campaign["name"], occasion, *campaign["tasks"]))).split()
    return {
        "id": campaign["id"],
        "notice": campaign["notice"],
        "name": campaign["name"],
        "label": campaign.get("label", ""),
        "detail": campaign.get("detail", ""),
        "starts_on": campaign.get("starts_on"),
        "ends_on": campaign.get("ends_on"),
        "published_on": campaign.get("published_on"),
        "occasion": campaign.get("occasion"),
        "occasion_slug": campaign.get("occasion_slug"),
        "organiser": campaign.get("organiser"),
        "place": campaign.get("place"),
        "base_ids": [id_ for id_ in campaign.get("base_ids") or () if id_],
        "keys": precedent_keys(campaign),
        "said": fold(f"{occasion} {campaign['name']}"),
        "words": f" {' '.join(dict.fromkeys(words))} ",
    }


class Catalogue:
    """The cards of one commit, latest first, with what finds them."""

    def __init__(self, cards: Iterable[BriefRow], whole: Whole = as_they_are) -> None:
        """cards: payloads too, from an index that keeps none. whole: see `PrecedentIndex`."""
        made = map(_card_of, cards)
        self.cards: list[CampaignCard] = sorted(made, key=_latest, reverse=True)
        self.by_notice: dict[str, CampaignCard] = {str(card["notice"]): card for card in self.cards}
        self.precedents = PrecedentIndex(self.cards, whole)
        self.used = {str(card["occasion_slug"]) for card in self.cards if card["occasion_slug"]}
        self._by_base: dict[str, list[CampaignCard]] = defaultdict(list)
        for card in self.cards:
            for base in card["base_ids"]:
                self._by_base[base or ""].append(card)

    def resting_on(self, base: str) -> Sequence[CampaignCard]:
        """Campaigns that have a document among their bases."""
        return self._by_base.get(base, ())

    def select(
        self,
        query: str | None = None,
        *,
        occasion: str | None = None,
        year: str | None = None,
        place: str | None = None,
    ) -> list[CampaignCard]:
        """Campaigns narrowed by words, occasion (words or slug), year, place."""
        found = self.cards
        if occasion:
            said = fold(occasion)
            found = [card for card in found if card["occasion_slug"] == occasion or said in card["said"]]
        if year:
            found = [card for card in found if any(str(card[name] or "").startswith(year) for name in _DAYS)]
        if place:
            known = {name: fold(name) == fold(place) for name in {str(card["place"] or "") for card in found}}
            found = [card for card in found if known[str(card["place"] or "")]]
        for word in dict.fromkeys(fold(query or "").split()):
            found = [card for card in found if f" {word} " in card["words"]]
        return found


def _card_of(row: BriefRow) -> CampaignCard:
    return cast(CampaignCard, row) if "words" in row else campaign_card(cast(CampaignRow, row))


def _latest(card: CampaignCard) -> tuple[str, str]:
    return str(card["starts_on"] or card["published_on"] or ""), str(card["id"])
