"""Values that rows are made of, each with what a description of it says: a text behind `Annotated` explains a field, a `Pattern` bounds it."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a text looks like: a regular expression of ECMA-262, as JSON Schema wants it."""

    regex: str


IsoDate = Annotated[str, Pattern(r"^\d{4}(-\d{2}){0,2}$")]
KnownOn = Annotated[IsoDate | None, "ISO date, as precise as known."]
SaidOn = Annotated[IsoDate | None, "ISO date, as precise as the text."]
