"""Sites of alliances, of the Party and of those around them, that an owner may take for sources (``data/sites.tsv``); none is visited by itself."""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, get_args
from urllib.parse import urlsplit

from corpus.errors import DataError
from corpus.places import places
from corpus.tables import read_table

SiteKind = Literal["alliance", "party", "front", "emulation", "state", "press"]
_COLUMNS: Final = ("start_url", "name", "place", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSite:
    """A body's site. name: of the body, as it was called on the site. place: its province; None: of the whole country."""

    start_url: str
    name: str
    place: str | None
    kind: SiteKind


@cache
def known_sites() -> tuple[KnownSite, ...]:
    """All of them, in the file's order. Raises DataError."""
    found: dict[str, KnownSite] = {}
    names = {place.name for place in places().values()}
    kinds: tuple[SiteKind, ...] = get_args(SiteKind)
    for row in read_table("sites", _COLUMNS):
        kind = next((one for one in kinds if one == row["kind"]), None)
        url, place = row["start_url"], row["place"]
        if kind is None or url in found or not urlsplit(url).hostname or (place and place not in names):
            raise DataError(
                f"sites.tsv: {url!r}: an address met once, a known place and one of {', '.join(kinds)} are wanted"
            )
        found[url] = KnownSite(start_url=url, name=row["name"], place=place or None, kind=kind)
    return tuple(found.values())


def known_site(address: str) -> KnownSite | None:
    """The site of an address, or of a host, as a person types it.

    >>> known_site("lienminhhtx.bacninh.gov.vn").place
    'Bắc Ninh'
    """
    host = urlsplit(address if "://" in address else f"https://{address}").netloc.lower().removeprefix("www.")
    return next((one for one in known_sites() if urlsplit(one.start_url).netloc.removeprefix("www.") == host), None)
