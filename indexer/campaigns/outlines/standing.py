"""The bases of campaigns as documents: which of several campaigns' are one, whose they are, and in which order they are cited.

Two bases are one by identity, never by number: each province has its own ``15-CT/TU``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.errors import IdentityError
from corpus.identity import InstrumentId
from corpus.issuers import find_issuer, issuers_for_symbol
from corpus.kinds import kind_letters, kind_words, kinds
from corpus.levels import LEVELS
from corpus.places import territory
from corpus.ranks import PRIME_MINISTER, rank_of_document
from corpus.text import fold
from indexer.campaigns.organiser import level_of
from indexer.documents.campaign_rows import CampaignRow
from indexer.documents.instrument_rows import InstrumentRow
from indexer.documents.target_rows import Description
from indexer.documents.validity_rows import EventRow

Lookup = Callable[[str], InstrumentRow | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One basis of one campaign.

    key: what equal bases share. text: number or name, as the campaign has it. target: the instrument, None when nobody can say which it is or the
    archive has none. said_in: place of the campaign, None where it is national or not known. label: what a page calls the instrument.
    events: what the archive knows of its validity, None where the archive has it not.
    """

    key: str
    text: str
    id: str | None
    target: Description | None
    said_in: str | None
    label: str | None = None
    events: Sequence[EventRow] | None = None

    @property
    def kind(self) -> str:
        """The kind's slug; "" when neither number nor name tells."""
        return self.target["kind"] if self.target else _kind_of(self.text)

    @property
    def number(self) -> str | None:
        """The number, None for what goes by its name."""
        if self.target:
            return self.target["number"] or None
        return self.text if self.text[:1].isdigit() else None

    @property
    def place(self) -> str | None:
        """The province of a local document, where its record or its identity tells."""
        if self.target and self.target["place"]:
            return self.target["place"]
        try:
            return InstrumentId.parse(self.id).place if self.id else None
        except IdentityError:
            return None

    @property
    def is_central(self) -> bool:
        """Whether a document is the centre's by positive evidence: an unknown place is none."""
        if self.place:
            return False
        issuer = (self.target and self.target["issuer"]) or ""
        body = find_issuer(issuer) if issuer else None
        if rank_of_document(self.kind, self.number) <= PRIME_MINISTER or (body and LEVELS[body.level].central):
            return True
        if issuer:
            return level_of(issuer, None) == "national"
        if self.number is None:
            return any(words in fold(self.text) for words in ("toan quoc", "viet nam", "trung uong"))
        symbol = self.number.rpartition("-")[2].rpartition("/")[2]
        known = issuers_for_symbol(symbol)
        return bool(known) and all(LEVELS[row.level].central or level_of(row.name, None) == "national" for row in known)


def bases_of(campaign: CampaignRow, instrument: Lookup) -> list[Basis]:
    """A campaign's bases, numbered and unnumbered, each once."""
    ids: list[str | None] = list(campaign.get("base_ids") or ()) or [None] * len(campaign["bases"])
    named: list[tuple[str, str | None]] = [
        *zip(campaign["bases"], ids, strict=True),
        *((name, None) for name in campaign.get("unnumbered_bases") or ()),
    ]
    found: dict[str, Basis] = {}
    for text, id_ in named:
        key = f"id:{id_}" if id_ else f"{_whose(campaign)}:{fold(text)}"
        target = instrument(id_) if id_ else None
        found.setdefault(
            key,
            Basis(
                key=key,
                text=text,
                id=id_ or None,
                target=target,
                said_in=campaign.get("place"),
                label=target.get("label") if target else None,
                events=target.get("events") if target else None,
            ),
        )
    return list(found.values())


def order_of(basis: Basis) -> tuple[int, int, bool, str, str]:
    """Sorting key of bases: by rank, then kind (Hiến pháp, Bộ luật, Luật …), the centre's first, the earlier first."""
    kind = kinds().get(basis.kind)
    issued_on = (basis.target and basis.target["issued_on"]) or "9999"
    rank = rank_of_document(basis.kind, basis.number)
    return rank, kind.order if kind else 99, not basis.is_central, issued_on, basis.text


def _whose(campaign: CampaignRow) -> str:
    """Within which campaigns one text means one document: those of one province, those of the centre; else this campaign alone."""
    place = campaign.get("place")
    if place:
        return f"in {territory(place)}"
    return "national" if campaign.get("level") == "national" else f"of {campaign['id']}"


def _kind_of(text: str) -> str:
    """The kind that a number's letters or a name's first words stand for."""
    folded = fold(text)
    if text[:1].isdigit():
        return next((kind_letters()[part][0] for part in folded.split()[1:] if part in kind_letters()), "")
    named = max((word for word in kind_words() if f"{folded} ".startswith(word + " ")), key=len, default="")
    return kind_words().get(named, "")
