"""Which document a document is: kind, number or name, province, year. One value, parsed and rendered here alone.

A number is no identity: Party numbers restart each congress term, State numbers each year, provincial ones in every province. So an
identity adds the province where the number is local, the district or commune where one of its bodies issued it, and the year of issue
where the number does not carry one:

    chi-thi.34-ct-tw.2014              Chỉ thị 34-CT/TW of 2014 (another one is of 2024)
    chi-thi.15-ct-tu.quang-ninh.2017   a provincial directive
    ke-hoach.118-kh-lmhtx.ben-tre      its year is not known to anybody yet
    quyet-dinh.45-qd-ubnd.quang-nam.huyen-tien-phuoc.2018
    luat.23-2012-qh13                  the year is in the number
    luat.hop-tac-xa.2012               known by name only
    nghi-quyet.dai-hoi-dang-bo-tinh-lam-dong-lan-thu-ix.lam-dong

An identity without a year still finds its document after a later notice has told the year: see `InstrumentId.widens`.
"""

import re
from dataclasses import dataclass
from typing import Self

from corpus.errors import IdentityError
from corpus.kinds import kinds
from corpus.numbers import number_key
from corpus.text import slugify

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_UNIT = re.compile(r"(?:huyen|quan|thi-xa|thi-tran|xa|phuong|dac-khu|thanh-pho)-[a-z0-9-]+\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
MAX_ID_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentId:
    """The identity of one instrument; `str` renders it for records and URLs.

    kind: slug of the kind. body: slug of the number (begins with a digit) or of the name. place: slug of the province,
    None for central documents. unit: slug of the district or commune with its level in front. year: of issue, None when not known or when the number carries it.
    """

    kind: str
    body: str
    place: str | None = None
    unit: str | None = None
    year: str | None = None

    def __str__(self) -> str:
        return ".".join(part for part in (self.kind, self.body, self.place, self.unit, self.year) if part)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a rendered identity. Raises IdentityError.

        >>> InstrumentId.parse("chi-thi.15-ct-tu.quang-ninh.2017").place
        'quang-ninh'
        """
        parts = text.split(".")
        if len(text) > MAX_ID_CHARS or not 2 <= len(parts) <= 5 or parts[0] not in kinds():
            raise IdentityError(f"{text[:80]!r} names no document: an id looks like chi-thi.34-ct-tw.2014")
        if not all(_PART.match(part) for part in parts[1:]):
            raise IdentityError(f"{text[:80]!r} names no document: use small letters, digits, '-' and '.'")
        kind, body, *rest = parts
        year = rest.pop() if rest and _YEAR.match(rest[-1]) else None
        unit = rest.pop() if rest and _UNIT.match(rest[-1]) else None
        place = rest.pop() if rest else None
        if rest:
            raise IdentityError(
                f"{text[:80]!r} names no document: after the number come a province, a district and a year"
            )
        return cls(kind=kind, body=body, place=place, unit=unit, year=year)

    @classmethod
    def of_number(
        cls, kind: str, number: str, *, place: str | None = None, unit: str | None = None, issued_on: str | None = None
    ) -> Self:
        """The identity of a numbered document; place is a province's name, unit a district's or commune's (``huyện Tiên Phước``),
        issued_on an ISO date of any precision."""
        body = number_key(number).replace(" ", "-")
        within = re.match(r"[0-9a-z]+-(?:[0-9]{1,3}-)?((?:19|20)\d\d)(?:-|$)", body)
        year = issued_on[:4] if issued_on and not within else None
        return cls(
            kind=kind,
            body=body,
            place=slugify(place) if place else None,
            unit=slugify(unit) if unit else None,
            year=year,
        )

    @classmethod
    def of_name(cls, kind: str, name: str, *, place: str | None = None, issued_on: str | None = None) -> Self:
        """The identity of a document known by name; the kind's own word in front of the name is dropped."""
        body = slugify(name)
        if body.startswith(kind + "-"):
            body = body[len(kind) + 1 :]
        body = body[:120].rstrip("-") or "khong-ten"
        if body[0].isdigit():
            body = f"so-{body}"
        year = issued_on[:4] if issued_on and not body.endswith(issued_on[:4]) else None
        return cls(kind=kind, body=body, place=slugify(place) if place else None, year=year)

    def widens(self, other: "InstrumentId") -> bool:
        """Whether this identity says the same as another and no more: the same document, known less exactly."""
        if (self.kind, self.body) != (other.kind, other.body):
            return False
        same = ((self.place, other.place), (self.unit, other.unit), (self.year, other.year))
        return all(ours in (None, theirs) for ours, theirs in same)
