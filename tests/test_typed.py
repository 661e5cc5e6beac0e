"""A field too many, one too few, and a value of another type are seen."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest

from tests.typed import fits


class Inner(TypedDict):
    name: str | None


class Outer(TypedDict):
    inner: Inner
    pairs: list[tuple[str, int]]
    by_name: dict[str, float]
    said: NotRequired[Annotated[Literal["a", "b"], "Of two."]]


GOOD: dict[str, Any] = {"inner": {"name": None}, "pairs": [("a", 1)], "by_name": {"a": 1}}


@pytest.mark.parametrize("value", [GOOD, {**GOOD, "said": "b"}, {**GOOD, "pairs": []}])
def test_what_fits(value: Any) -> None:
    fits(value, Outer)


@pytest.mark.parametrize(
    "value",
    [
        {**GOOD, "more": 1},
        {"inner": {"name": "a"}, "pairs": []},
        {**GOOD, "inner": {"name": 1}},
        {**GOOD, "inner": {}},
        {**GOOD, "pairs": [("a",)]},
        {**GOOD, "pairs": [("a", "1")]},
        {**GOOD, "pairs": "a"},
        {**GOOD, "by_name": {"a": "1"}},
        {**GOOD, "said": "c"},
        {**GOOD, "said": None},
    ],
)
def test_what_does_not(value: Any) -> None:
    with pytest.raises(AssertionError):
        fits(value, Outer)
