"""A draft's citations, each judged: found, ambiguous, unknown, in conflict with what others say, wrongly written, replaced."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from corpus.dates import first_day, last_day, show_date
from corpus.identity import InstrumentId
from corpus.instruments import load_instruments
from corpus.kinds import kind_name
from corpus.numbers import number_key
from corpus.store import now
from corpus.text import fold, normalise
from indexer.citations import find_citations
from indexer.cite import registry_ids, resolve_text
from indexer.payloads import citation_row, label_of_row
from indexer.proper_form import proper_forms

if TYPE_CHECKING:
    from indexer.archive import Archive

_RELIES: Final = frozenset(("based_on", "implements"))
_ENDS: Final = {"replaces": "thay thế", "repeals": "bãi bỏ"}
_PART = re.compile(r"\b(?:dieu|khoan|diem|mau|phu luc|chuong|muc|cum tu)\b(?: \w+){0,4} ?(?:cua|tai|trong)?$")
_PART_REACH: Final = 40
Notices = Callable[[str], Mapping[str, Any]]


def check_text(
    text: str,
    *,
    archive: "Archive | None" = None,
    place: str | None = None,
    on: str | None = None,
    most: int | None = None,
) -> dict[str, Any]:
    """{"text", "citations": [CITATION with "judgement", "message", "proper"], "counts", "left_out"} for a draft of a day (today when not given).

    judgement: found, ambiguous, unknown, conflict, form, replaced. Without an archive, the registry alone is asked. most: citations that are judged,
    the first ones; left_out: how many are not.
    """
    text = normalise(text)
    found = find_citations(text)
    chosen = found[:most]
    look_up = archive.resolve_draft if archive else resolve_text
    outcomes, instruments = look_up(text, place=place, on=on, citations=chosen)
    rows = [citation_row(outcome, instruments) for outcome in outcomes]
    notices = cache(archive.notice) if archive else None
    judged = [_judged(row, archive, notices, last_day(on or now()[:10])) for row in rows]
    counts = dict(Counter(row["judgement"] for row in judged))
    return {"text": text, "citations": judged, "counts": counts, "left_out": len(found) - len(chosen)}


def _judged(row: dict[str, Any], archive: "Archive | None", notices: Notices | None, on: date) -> dict[str, Any]:
    judgement, message = _judgement(row, archive, notices, on)
    return {**row, "judgement": judgement, "message": message, "proper": _proper(row)}


def _judgement(row: Mapping[str, Any], archive: "Archive | None", notices: Notices | None, on: date) -> tuple[str, str]:
    target = row["target"]
    if row["status"] == "ambiguous":
        return "ambiguous", row["why"]
    if target is None:
        return "unknown", row["why"]
    if not _is_known(target, archive):
        return "unknown", "Chưa có trong kho và không văn bản nào khác nhắc tới: hãy kiểm tra lại số và ngày."
    if "issued_on" in row["conflicts"]:
        said, known = show_date(row["issued_on"]), show_date(target["issued_on"])
        return "conflict", f"Dự thảo ghi {said}, ngày ban hành đã biết là {known}."
    if "issuer" in row["conflicts"]:
        return "conflict", f"Dự thảo ghi {row['issuer']}, cơ quan ban hành đã biết là {target['issuer']}."
    if row["relation"] in _RELIES:
        replaced = _replaced_in_registry(target, on) or _replaced_in_archive(target, archive, notices, on)
        if replaced:
            return "replaced", replaced
    if row["number"] and row["written"] and not _same_form(row["written"], row["number"]):
        return "form", f"Số hiệu nên viết là {row['number']}."
    return "found", row["why"]


def _is_known(target: Mapping[str, Any], archive: "Archive | None") -> bool:
    """Whether anybody but the draft knows the document."""
    if archive is not None:
        return archive.has_instrument(str(target["id"]))
    asked = InstrumentId.parse(str(target["id"]))
    return bool({str(asked), str(replace(asked, year=None))} & registry_ids())


def _replaced_in_registry(target: Mapping[str, Any], on: date) -> str | None:
    """The known document that had replaced another by a day."""
    if not target["number"]:
        return None
    key = number_key(target["number"])
    for known in load_instruments():
        begins = known.effective_on or known.issued_on
        if known.replaces is None or known.kind != target["kind"] or number_key(known.replaces) != key or not begins:
            continue
        later = target["issued_on"] is None or first_day(target["issued_on"]) < first_day(begins)
        if later and first_day(begins) <= on:
            return f"Đã được thay thế bởi {kind_name(known.kind)} {known.number}, có hiệu lực từ {show_date(begins)}."
    return None


def _replaced_in_archive(
    target: Mapping[str, Any], archive: "Archive | None", notices: Notices | None, on: date
) -> str | None:
    """What a notice of the archive says had replaced or repealed a document by a day; a part of it does not count.

    notices: a notice by its id; one that ends many documents is read once.
    """
    if archive is None or notices is None:
        return None
    for tie in archive.instrument(str(target["id"]))["acted_on_by"]:
        source = tie["source"]
        if tie["relation"] not in _ENDS or (source["issued_on"] and first_day(source["issued_on"]) > on):
            continue
        notice = notices(tie["notice"])
        before = fold(str(notice["text"])[max(0, tie["start"] - _PART_REACH) : tie["start"]])
        if not _PART.search(before):
            verb = _ENDS[tie["relation"]]
            return f"Đã được {verb} bởi {label_of_row(source)}, theo “{notice['title']}”."
    return None


def _same_form(written: str, number: str) -> bool:
    """Whether a number is written properly; blanks around its signs do not count."""
    tight = "".join(written.split()).replace("–", "-").replace("Ð", "Đ")
    return tight.casefold() == number.casefold()


def _proper(row: Mapping[str, Any]) -> str:
    """The citation in its proper form, to copy; as it stands where nobody knows the document and it has no number."""
    if row["target"]:
        return proper_forms(row["target"], with_subject=False)[0]
    return proper_forms({**row, "title": None})[0] if row["number"] else str(row["text"])
