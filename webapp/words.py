"""Words for what the archive keeps as values, in the reader's language: messages, days, names of kinds and occasions, labels, reasons.

Vietnamese on the command line and in exports, the request's language on the web. `webapp.phrases` has the phrases, `messages/en.json` their English.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, Literal, cast, overload

from corpus.dates import show_date
from corpus.kinds import kind_name as kind_named
from corpus.occasions import occasions
from webapp.phrases import FAULTS, LEVELS, MATCHES, NOTES, REASONS

if TYPE_CHECKING:
    from indexer.campaigns.precedents.rows import PrecedentRow
    from indexer.documents.ledger import LedgerRow
    from indexer.documents.notice_rows import CitationRow, NoticeRow, StoredCitationRow
    from indexer.drafts.check import CheckRow
    from indexer.reading.chain import ChainRow, LevelRow
    from webapp.answers import (
        CheckAnswer,
        CitationAnswer,
        LedgerAnswer,
        PrecedentAnswer,
        StoredCitationAnswer,
        WordedNotice,
    )

Language = Literal["vi", "en"]
Row = Mapping[str, Any]
_MONTHS: Final = "January February March April May June July August September October November December".split()
_PHRASES: Final = {**REASONS, **NOTES, **FAULTS}
_LISTED: Final = "namesake"


@cache
def _messages(language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(
        files("webapp").joinpath(f"messages/{language}.json").read_text(encoding="utf-8")
    )
    return loaded


def message(text: str, language: Language = "vi", /, **values: object) -> str:
    """A message in a language, with ``{name}`` filled in. ``one|many`` in a message are its forms, chosen by n."""
    found = text if language == "vi" else _messages(language).get(text, text)
    one, _, many = found.partition("|")
    found = many if many and str(values.get("n")) != "1" else one
    return found.format(**values) if values else found


def day(iso: object, language: Language = "vi") -> str:
    """An ISO date of any precision: ``07/4/2014`` or ``7 April 2014``; nothing for none."""
    text = str(iso or "")
    if not text or language == "vi":
        return show_date(text) if text else ""
    year, *rest = text.split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    return " ".join(part for part in (str(int(rest[1])) if len(rest) > 1 else "", month, year) if part)


def kind_name(slug: str, language: Language = "vi") -> str:
    """A kind of document: ``Chỉ thị`` or ``Directive``."""
    return kind_named(slug, language)


def occasion_name(slug: str | None, language: Language = "vi", said: str | None = None) -> str:
    """An occasion of the registry; another in the words of the text, `said`."""
    known = occasions().get(slug or "")
    if known is None:
        return said or ""
    return known.name if language == "vi" else known.english


def label(row: Row, language: Language = "vi") -> str:
    """``Chỉ thị 34-CT/TW`` or ``Directive No. 34-CT/TW``; the title of what has no number, as its issuer wrote it."""
    name = kind_name(str(row["kind"]), language)
    if row.get("number"):
        return f"{name} {row['number']}" if language == "vi" else f"{name} No. {row['number']}"
    return str(row.get("title") or name)


def label_language(row: Row, language: Language = "vi") -> Language:
    """The language of `label`: a title stays Vietnamese."""
    return "vi" if row.get("title") and not row.get("number") else language


def matches(names: Iterable[str], language: Language = "vi") -> list[str]:
    """What of a notice a query matched (``why`` of a hit)."""
    return [message(MATCHES[name], language) for name in names]


def why(reasons: Sequence[Row], language: Language = "vi") -> str:
    """Reasons as sentences; "" for none. Clauses become one sentence; documents listed behind a reason stand inside it."""
    listed = [_described(row["values"], language) for row in reasons if row["code"] == _LISTED]
    said = [reason_words(row, language, listed) for row in reasons if row["code"] != _LISTED]
    clauses = [words for words in said if not words.endswith(".")]
    sentences = [words for words in said if words.endswith(".")]
    if clauses:
        joined = "; ".join(clauses)
        sentences.append(joined[:1].upper() + joined[1:] + ".")
    return " ".join(sentences)


def reason_words(row: Row, language: Language = "vi", listed: Sequence[str] = ()) -> str:
    """One reason, note or fault in words."""
    values = row["values"]
    filled = {name: _shown(name, value, language) for name, value in values.items()}
    some = "; ".join(listed) + ("…" if int(values.get("n") or 0) > len(listed) else "")
    filled |= {"listed": some, "described": _described(values, language), "jubilee": _jubilee(values, language)}
    if "kind" in values:
        filled["document"] = label(values, language)
    if "occasion" in values:
        filled["occasion"] = occasion_name(values["occasion"], language, values.get("said"))
    if values.get("more"):
        filled["some"] = f"{filled['some']}…"
    words = message(_PHRASES[row["code"]], language, **filled)
    if values.get("said_by"):
        words = message("{text}, theo “{title}”", language, text=words, title=values["said_by"])
    return words


def _shown(name: str, value: object, language: Language) -> object:
    """A value by its name: dates end in ``_on``; ``on`` alone is a day told as such (``ngày 07/4/2014``)."""
    if name == "on" and language == "vi" and len(str(value)) == 10:
        return f"ngày {day(value)}"
    if name == "on" or name.endswith("_on"):
        return day(value, language)
    if name == "kind":
        return kind_name(str(value), language)
    if name == "month" and language == "en":
        return _MONTHS[int(str(value)) - 1]
    return value


def _described(values: Row, language: Language) -> str:
    """What tells a document from its namesakes: number, place, date."""
    on = day(values.get("issued_on"), language) or message("chưa rõ ngày", language)
    return ", ".join(str(part) for part in (values.get("number"), values.get("place"), on) if part)


def _jubilee(values: Row, language: Language) -> str:
    if values.get("years"):
        return message("{n} năm", language, n=values["years"])
    return message("lần thứ {n}", language, n=values["term"]) if values.get("term") else ""


# Rows as they leave: with words beside their reasons


@overload
def with_why(row: "StoredCitationRow", language: Language = "vi") -> "StoredCitationAnswer": ...
@overload
def with_why(row: "CitationRow", language: Language = "vi") -> "CitationAnswer": ...
def with_why(row: "CitationRow", language: Language = "vi") -> "CitationAnswer":
    """A CITATION row, it and its candidates with ``why`` before their reasons."""
    return cast("CitationAnswer", _with_why(row, language))


def _with_why(row: Row, language: Language) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in row.items():
        if name == "reasons":
            found["why"] = why(value, language)
        found[name] = value
        if name in ("candidates", "weighed"):
            found[name] = [_with_why(one, language) for one in value]
        elif name in ("for", "against"):
            found[name] = [{**one, "words": reason_words(one, language)} for one in value]
    return found


def ledger_with_words(row: "LedgerRow", language: Language = "vi") -> "LedgerAnswer":
    """The ledger of a citation, each piece with its words."""
    return cast("LedgerAnswer", {**_with_why(row, language), "citation": _with_why(row["citation"], language)})


def with_citations(payload: "NoticeRow", language: Language = "vi") -> "WordedNotice":
    """A notice, each of its citations with its ``why``."""
    return {**payload, "citations": [with_why(row, language) for row in payload["citations"]]}


def judged_with_words(result: "CheckRow", language: Language = "vi") -> "CheckAnswer":
    """A draft's judged citations (`indexer.drafts.check`), each with ``why`` and ``message``."""
    rows = [{**_with_why(row, language), "message": judgement_words(row, language)} for row in result["citations"]]
    return cast("CheckAnswer", {**result, "citations": rows})


def judgement_words(row: Row, language: Language = "vi") -> str:
    """The grounds of a judgement, and the caution beside it."""
    grounds = why(row["grounds"], language)
    if not row["caution"]:
        return grounds
    caution = message("Lưu ý: {text}", language, text=why([row["caution"]], language))
    return f"{grounds} {caution}".lstrip()


def precedents_with_words(found: "Iterable[PrecedentRow]", language: Language = "vi") -> "list[PrecedentAnswer]":
    """Precedents, each with its reasons as words."""
    return [{**row, "reasons": [reason_words(one, language) for one in row["reasons"]]} for row in found]


def chain_with_words(chain: "ChainRow", language: Language = "vi") -> "ChainRow":
    """A chain with the names of its levels."""
    levels: list[LevelRow] = [
        {**level, "level": message(LEVELS[level["level"]], language)} for level in chain["levels"]
    ]
    missing = [message(LEVELS[level], language) for level in chain["missing_levels"]]
    return {**chain, "levels": levels, "missing_levels": missing}


def export_with_words(rows: Iterable[Row]) -> Iterable[Mapping[str, object]]:
    """Rows of open data; citations with their ``why``, in Vietnamese."""
    return (_with_why(row, "vi") if "reasons" in row else row for row in rows)
