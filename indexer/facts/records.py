"""Records as the facts keep them: JSON and back."""

import json
from dataclasses import asdict, fields
from typing import Any, Final

from corpus.model import Candidate, Citation, Instrument, Outcome, Span
from indexer.resolution.evidence import Evidence

_COUNTED: Final = ("count", "cited_on")


def dump(value: Any) -> str:
    """A value as JSON to keep."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def citation_json(citation: Citation) -> str:
    """A citation to keep."""
    return dump(asdict(citation))


def citation_of(text: str) -> Citation:
    """The citation of `citation_json`."""
    row = json.loads(text)
    values = {field.name: row[field.name] for field in fields(Citation) if field.name in row}
    values["span"] = Span(**row["span"])
    values["inside"] = tuple(row.get("inside") or ())
    return Citation(**values)


def outcome_json(outcome: Outcome) -> str:
    """What is kept of an outcome beside its citation, status and target."""
    candidates = [asdict(candidate) for candidate in outcome.candidates]
    return dump({"candidates": candidates, "why": outcome.why, "conflicts": outcome.conflicts})


def outcome_of(citation: str, status: Any, target: str | None, details: str) -> Outcome:
    """The outcome of a mention's columns."""
    kept = json.loads(details)
    return Outcome(
        citation=citation_of(citation),
        status=status,
        target=target,
        candidates=tuple(Candidate(**row) for row in kept.get("candidates", ())),
        why=kept.get("why", ""),
        conflicts=tuple(kept.get("conflicts", ())),
    )


def evidence_json(evidence: Evidence) -> str:
    """A statement without the day on which it was made, so that equal statements are equal texts."""
    return dump({name: value for name, value in asdict(evidence).items() if name not in _COUNTED})


def evidence_of(text: str, count: int, cited_on: str | None) -> Evidence:
    """The statement of `evidence_json`, made by so many, first on a day."""
    return Evidence(**json.loads(text), count=count, cited_on=cited_on)


def instrument_json(instrument: Instrument) -> str:
    """An instrument to keep."""
    return dump(asdict(instrument))


def instrument_of(text: str) -> Instrument:
    """The instrument of `instrument_json`."""
    return Instrument(**json.loads(text))
