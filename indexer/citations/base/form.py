"""A form of citation: how one way of citing is found. Each is a module of `indexer.citations.forms`, whose registry lists them.

Forms run by stage: names first, then kind words with a bare serial, then what is left of the full numbers. Each sees what was found before it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from indexer.citations.base.mention import Mention
from indexer.citations.base.numbers import NumberMatch, iter_numbers
from indexer.citations.base.view import TextView


class Stage(IntEnum):
    """When a form runs: by name (with or without a number), by a serial alone, by a full number."""

    NAME = 1
    SERIAL = 2
    NUMBER = 3


@dataclass(slots=True)
class Reading:
    """A text as the forms read it. numbers: every number by the offset at which it begins; found: mentions of the forms that ran before."""

    view: TextView
    numbers: Mapping[int, NumberMatch]
    found: list[Mention] = field(default_factory=list)

    @property
    def free(self) -> dict[int, NumberMatch]:
        """The numbers that no mention has taken."""
        used = {mention.body_start for mention in self.found}
        return {at: match for at, match in self.numbers.items() if at not in used}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form. name: its module's. stage: when it runs. examples: the module's docstring, whose examples the suite runs.

    find: yields the mentions of a text, in order. It never fails on a text; its patterns are linear.
    """

    name: str
    stage: Stage
    examples: str | None
    find: Callable[[Reading], Iterable[Mention]]


def run_forms(view: TextView, forms: Sequence[Form]) -> list[Mention]:
    """The mentions of all forms, by stage and then as listed; they may overlap."""
    reading = Reading(view, {match.start: match for match in iter_numbers(view)})
    for form in sorted(forms, key=lambda form: form.stage):
        reading.found.extend(list(form.find(reading)))
    return reading.found
