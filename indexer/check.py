"""A draft's citations, each judged: found, ambiguous, unknown, in conflict with what others say, wrongly written, replaced."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from corpus.dates import show_date
from corpus.instruments import load_instruments
from corpus.kinds import kind_name
from corpus.numbers import number_key
from corpus.text import normalise
from indexer.cite import resolve_text
from indexer.payloads import citation_row

if TYPE_CHECKING:
    from indexer.archive import Archive


def check_text(
    text: str, *, archive: "Archive | None" = None, place: str | None = None, on: str | None = None
) -> dict[str, Any]:
    """{"text", "citations": [CITATION with "judgement", "message", "proper"], "counts"} for a draft.

    judgement: found, ambiguous, unknown, conflict, form, replaced. Without an archive, the registry alone is asked.
    """
    text = normalise(text)
    outcomes, instruments = (
        archive.resolve_draft(text, place=place, on=on) if archive else resolve_text(text, place=place, on=on)
    )
    rows = [_judged(citation_row(outcome, instruments), archive) for outcome in outcomes]
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["judgement"]] = counts.get(row["judgement"], 0) + 1
    return {"text": text, "citations": rows, "counts": counts}


def _judged(row: dict[str, Any], archive: "Archive | None") -> dict[str, Any]:
    judgement, message = _judgement(row, archive)
    return {**row, "judgement": judgement, "message": message, "proper": _proper(row)}


def _judgement(row: Mapping[str, Any], archive: "Archive | None") -> tuple[str, str]:
    target = row["target"]
    if row["status"] == "ambiguous":
        return "ambiguous", row["why"]
    if target is None or not _is_known(target, archive):
        return "unknown", row[
            "why"
        ] if target is None else "Chưa có trong kho: không văn bản nào khác nhắc tới, hãy kiểm tra lại số và ngày."
    if "issued_on" in row["conflicts"]:
        return "conflict", f"Ngày ban hành đã biết là {show_date(target['issued_on'])}."
    if "issuer" in row["conflicts"]:
        return "conflict", f"Cơ quan ban hành đã biết là {target['issuer']}."
    replaced = _replaced_by(target, row)
    if replaced:
        return "replaced", f"Đã được thay thế bởi {replaced}."
    if row["number"] and row["written"] and not _same_form(row["written"], row["number"]):
        return "form", f"Số hiệu nên viết là {row['number']}."
    return "found", row["why"]


def _is_known(target: Mapping[str, Any], archive: "Archive | None") -> bool:
    """Whether anybody but the draft knows the document."""
    if archive is not None and archive.has_instrument(str(target["id"])):
        return True
    key = (target["kind"], number_key(target["number"]) if target["number"] else None)
    return any((k.kind, number_key(k.number) if k.number else None) == key for k in load_instruments())


def _replaced_by(target: Mapping[str, Any], row: Mapping[str, Any]) -> str | None:
    """The later document that replaced a law, when the draft relies on it."""
    if row["relation"] not in ("based_on", "implements") or not target["number"]:
        return None
    key = number_key(target["number"])
    for known in load_instruments():
        if known.replaces and known.kind == target["kind"] and number_key(known.replaces) == key and known.number:
            since = f", có hiệu lực từ {show_date(known.effective_on)}" if known.effective_on else ""
            return f"{kind_name(known.kind)} {known.number}{since}"
    return None


def _same_form(written: str, number: str) -> bool:
    """Whether a number is written properly; blanks around its signs do not count."""
    tight = "".join(written.split()).replace("–", "-").replace("Ð", "Đ")
    return tight.casefold() == number.casefold()


def _proper(row: Mapping[str, Any]) -> str:
    """The citation in its proper form, to copy."""
    target = row["target"]
    source = target or row
    if not source["number"]:
        return str(row["text"])
    parts = [f"{kind_name(source['kind'])} số {source['number']}"]
    if source["issued_on"] and len(str(source["issued_on"])) == 10:
        parts.append(f"ngày {show_date(source['issued_on'])}")
    if source["issuer"]:
        parts.append(f"của {source['issuer']}")
    return " ".join(parts)
