"""All campaigns at once, small: what lists, filters, the calendar, ties and precedents need of each, without reading any of them whole.

A campaign's card is made when it is indexed; an archive holds one catalogue of the cards of a commit. What a page shows of a campaign beyond its card
is read for the few that it shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from corpus.text import fold
from indexer.campaigns.precedents.find import PrecedentIndex, Whole, precedent_keys

Card = Mapping[str, Any]
_OF_CARD: Final = (
    "id",
    "notice",
    "name",
    "label",
    "detail",
    "starts_on",
    "ends_on",
    "published_on",
    "occasion",
    "occasion_slug",
    "organiser",
    "place",
)
_DAYS: Final = ("starts_on", "ends_on", "published_on")


def campaign_card(campaign: Mapping[str, Any]) -> dict[str, Any]:
    """A campaign's card from its payload.

    Beside fields of it: "base_ids"; "keys" of its lists of precedents; "said": name and occasion, folded; "words": all that a filter by words looks
    through, folded, each word once, a blank before and after each.
    """
    occasion = str(campaign.get("occasion") or "")
    words = fold(" ".join((str(campaign["name"]), occasion, *campaign["tasks"]))).split()
    return {
        **{name: campaign.get(name) for name in _OF_CARD},
        "base_ids": [str(id_) for id_ in campaign.get("base_ids") or () if id_],
        "keys": precedent_keys(campaign),
        "said": fold(f"{occasion} {campaign['name']}"),
        "words": f" {' '.join(dict.fromkeys(words))} ",
    }


class Catalogue:
    """The cards of one commit, latest first, with what finds them."""

    def __init__(self, cards: Iterable[Card], whole: Whole = list) -> None:
        """cards: payloads too, from an index that keeps none. whole: see `PrecedentIndex`."""
        made = (card if "words" in card else campaign_card(card) for card in cards)
        self.cards: list[Card] = sorted(made, key=_latest, reverse=True)
        self.by_notice: dict[str, Card] = {str(card["notice"]): card for card in self.cards}
        self.precedents = PrecedentIndex(self.cards, whole)
        self.used = {str(card["occasion_slug"]) for card in self.cards if card["occasion_slug"]}
        self._by_base: dict[str, list[Card]] = defaultdict(list)
        for card in self.cards:
            for base in card["base_ids"]:
                self._by_base[base].append(card)

    def resting_on(self, base: str) -> Sequence[Card]:
        """Campaigns that have a document among their bases."""
        return self._by_base.get(base, ())

    def select(
        self,
        query: str | None = None,
        *,
        occasion: str | None = None,
        year: str | None = None,
        place: str | None = None,
    ) -> list[Card]:
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


def _latest(card: Card) -> tuple[str, str]:
    return str(card["starts_on"] or card["published_on"] or ""), str(card["id"])
