"""Records as the facts keep them: JSON and back."""

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any, Final

from corpus.model import Candidate, Citation, Instrument, Outcome, Pinpoint, Reason, Span
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
    values["pinpoints"] = tuple(Pinpoint(**{**one, "span": Span(**one["span"])}) for one in row.get("pinpoints") or ())
    return Citation(**values)


def outcome_json(outcome: Outcome) -> str:
    """What is kept of an outcome beside its citation, status and target."""
    candidates = [
        {"instrument_id": one.instrument_id, "score": one.score, "reasons": [reason.as_row() for reason in one.reasons]}
        for one in outcome.candidates
    ]
    reasons = [reason.as_row() for reason in outcome.reasons]
    return dump({"candidates": candidates, "reasons": reasons, "conflicts": outcome.conflicts})


def outcome_of(citation: str, status: Any, target: str | None, details: str) -> Outcome:
    """The outcome of a mention's columns."""
    kept = json.loads(details)
    return Outcome(
        citation=citation_of(citation),
        status=status,
        target=target,
        candidates=tuple(
            Candidate(instrument_id=row["instrument_id"], score=row["score"], reasons=_reasons_of(row["reasons"]))
            for row in kept.get("candidates", ())
        ),
        reasons=_reasons_of(kept.get("reasons", ())),
        conflicts=tuple(kept.get("conflicts", ())),
    )


def _reasons_of(rows: Iterable[Any]) -> tuple[Reason, ...]:
    return tuple(Reason.from_row(row) for row in rows)


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
