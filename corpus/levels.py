"""The levels of issuing bodies: a column of ``data/issuers.tsv``; what a level means stands here and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of bodies.

    central: of State or Party, for the whole country. national: speaks for the whole country, as mass organisations do, too. local: of a province or below.
    step, provincial_step: where its documents stand in a chain of implementation, 0 the highest, without and with a province; None where nobody can say.
    """

    central: bool = False
    national: bool = False
    local: bool = False
    step: int | None = None
    provincial_step: int | None = None


LEVELS: Final[Mapping[str, Level]] = MappingProxyType(
    {
        "party-central": Level(central=True, national=True, step=0, provincial_step=0),
        "state-central": Level(central=True, national=True, step=1, provincial_step=1),
        "ministry": Level(central=True, national=True, step=2, provincial_step=2),
        "alliance": Level(local=True, step=3, provincial_step=6),
        "party-local": Level(local=True, step=4, provincial_step=4),
        "local": Level(local=True, step=5, provincial_step=5),
        "mass": Level(national=True),
        "committee": Level(),
    }
)
