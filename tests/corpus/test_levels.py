"""What a level means: the centre above the country above the province, and where each stands in a chain."""

import pytest

from corpus.issuers import issuers
from corpus.levels import LEVELS


def test_every_body_has_a_known_level() -> None:
    assert {body.level for body in issuers().values()} <= set(LEVELS)


@pytest.mark.parametrize(
    ("name", "central", "national", "local", "steps"),
    [
        ("party-central", True, True, False, (0, 0)),
        ("state-central", True, True, False, (1, 1)),
        ("ministry", True, True, False, (2, 2)),
        ("alliance", False, False, True, (3, 6)),
        ("party-local", False, False, True, (4, 4)),
        ("local", False, False, True, (5, 5)),
        ("mass", False, True, False, (None, None)),
        ("committee", False, False, False, (None, None)),
    ],
)
def test_levels(name: str, central: bool, national: bool, local: bool, steps: tuple[int | None, int | None]) -> None:
    level = LEVELS[name]
    assert (level.central, level.national, level.local) == (central, national, local)
    assert (level.step, level.provincial_step) == steps


def test_what_is_central_speaks_for_the_country_and_is_of_no_province() -> None:
    assert all(level.national and not level.local for level in LEVELS.values() if level.central)
