"""Archives whose truth is known, found and resolved: hardly a wrong link, little left open, what the passages say read as it stands."""

from pathlib import Path

import pytest

from benchmarks.identity import Tally, is_read, measure

DATA = Path(__file__).parents[2] / "data"


def _share(tally: Tally, part: str, whole: str) -> float:
    return tally.counts[part] / tally.counts[whole]


@pytest.mark.parametrize(
    ("folder", "most_wrong", "least_right"),
    [
        ("eighteen", 0, 1.0),
        ("fifty", 1, 0.98),
        ("district", 0, 1.0),
        ("minutes", 1, 1.0),
        ("office", 0, 0.98),
        ("paper", 0, 1.0),
    ],
)
def test_links(folder: str, most_wrong: int, least_right: float) -> None:
    tally = measure(DATA / folder)
    assert tally.counts["wrong"] <= most_wrong, tally.errors
    assert _share(tally, "right", "resolvable") >= least_right, tally.errors


@pytest.mark.parametrize("folder", ["fifty", "district", "minutes", "office", "paper"])
@pytest.mark.parametrize("field", ["kind", "number", "issued_on", "issuer", "relation"])
def test_fields(folder: str, field: str) -> None:
    tally = measure(DATA / folder)
    assert _share(tally, f"{field} read", f"{field} of") >= 0.99, tally.errors


@pytest.mark.parametrize(
    ("field", "said", "read", "right"),
    [
        ("issuer", "Bộ Chính trị", "bo chinh tri", True),
        ("issuer", "UBND tỉnh", "UBND tỉnh Sơn La", True),
        ("issuer", "UBND tỉnh", None, False),
        ("number", "05-CT/TW", "5-ct/tw", True),
        ("issued_on", None, "", True),
        ("issued_on", "2014", "2014-04", False),
    ],
)
def test_when_a_field_is_read(field: str, said: str | None, read: str | None, right: bool) -> None:
    assert is_read(field, said, read) is right
