"""The bases of campaigns as documents: which of several campaigns' are one, whose they are, and in which order they are cited.

Two bases are one by identity, never by number: each province has its own ``15-CT/TU``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.errors import IdentityError
from corpus.identity import InstrumentId
from corpus.issuers import find_issuer, issuers_for_symbol
from corpus.kinds import kind_letters, kind_words, kinds
from corpus.levels import LEVELS
from corpus.places import territory
from corpus.ranks import PRIME_MINISTER, rank_of_document
from corpus.text import fold
from indexer.campaigns.organiser import level_of

Row = Mapping[str, Any]
Lookup = Callable[[str], Row | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One basis of one campaign.

    key: what equal bases share. text: number or name, as the campaign has it. target: the instrument's payload, None when nobody can say which it is
    or the archive has none. said_in: place of the campaign, None where it is national or not known.
    """

    key: str
    text: str
    id: str | None
    target: Row | None
    said_in: str | None

    @property
    def kind(self) -> str:
        """The kind's slug; "" when neither number nor name tells."""
        return str(self.target["kind"]) if self.target else _kind_of(self.text)

    @property
    def number(self) -> str | None:
        """The number, None for what goes by its name."""
        if self.target:
            return str(self.target["number"]) if self.target["number"] else None
        return self.text if self.text[:1].isdigit() else None

    @property
    def place(self) -> str | None:
        """The province of a local document, where its record or its identity tells."""
        if self.target and self.target.get("place"):
            return str(self.target["place"])
        try:
            return InstrumentId.parse(self.id).place if self.id else None
        except IdentityError:
            return None

    @property
    def is_central(self) -> bool:
        """Whether a document is the centre's by positive evidence: an unknown place is none."""
        if self.place:
            return False
        issuer = str((self.target or {}).get("issuer") or "")
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


def bases_of(campaign: Row, instrument: Lookup) -> list[Basis]:
    """A campaign's bases, numbered and unnumbered, each once."""
    ids = list(campaign.get("base_ids") or ()) or [None] * len(campaign["bases"])
    named = [
        *zip(campaign["bases"], ids, strict=True),
        *((name, None) for name in campaign.get("unnumbered_bases") or ()),
    ]
    found: dict[str, Basis] = {}
    for text, id_ in named:
        key = f"id:{id_}" if id_ else f"{_whose(campaign)}:{fold(str(text))}"
        target = instrument(str(id_)) if id_ else None
        found.setdefault(
            key,
            Basis(key=key, text=str(text), id=str(id_) if id_ else None, target=target, said_in=campaign.get("place")),
        )
    return list(found.values())


def order_of(basis: Basis) -> tuple[int, int, bool, str, str]:
    """Sorting key of bases: by rank, then kind (Hiến pháp, Bộ luật, Luật …), the centre's first, the earlier first."""
    kind = kinds().get(basis.kind)
    issued_on = str((basis.target or {}).get("issued_on") or "9999")
    rank = rank_of_document(basis.kind, basis.number)
    return rank, kind.order if kind else 99, not basis.is_central, issued_on, basis.text


def _whose(campaign: Row) -> str:
    """Within which campaigns one text means one document: those of one province, those of the centre; else this campaign alone."""
    if campaign.get("place"):
        return f"in {territory(str(campaign['place']))}"
    return "national" if campaign.get("level") == "national" else f"of {campaign['id']}"


def _kind_of(text: str) -> str:
    """The kind that a number's letters or a name's first words stand for."""
    folded = fold(text)
    if text[:1].isdigit():
        return next((kind_letters()[part][0] for part in folded.split()[1:] if part in kind_letters()), "")
    named = max((word for word in kind_words() if f"{folded} ".startswith(word + " ")), key=len, default="")
    return kind_words().get(named, "")
