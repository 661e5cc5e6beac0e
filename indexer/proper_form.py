"""How a document is cited in another, word by word (Nghị định 30/2020/NĐ-CP, Điều 8 và Phụ lục I, phần II)."""

from collections.abc import Mapping
from typing import Any, Final

from corpus.dates import show_date
from corpus.kinds import kind_name

_LAWS: Final = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh"})


def proper_forms(doc: Mapping[str, Any], *, with_subject: bool = True) -> tuple[str, str]:
    """The full form for the first mention, and the short one for those that follow. with_subject: what it is about, unless it is a law's name.

    First: kind, number, date, issuing body and subject; of a law its kind and name. Later: kind and number. What is not known is left out.
    """
    kind = kind_name(str(doc["kind"]))
    title = str(doc["title"] or "")
    if not doc["number"]:
        return (title or kind, title or kind)
    short = f"{kind} số {doc['number']}"
    if doc["kind"] in _LAWS and title:
        return f"{title if _begins(title, kind) else f'{kind} {title}'} số {doc['number']}{_day(doc)}", short
    issuer = f" của {doc['issuer']}" if doc["issuer"] else ""
    if not with_subject:
        return f"{short}{_day(doc)}{issuer}", short
    subject = title[len(kind) :].strip() if _begins(title, kind) else title
    about = "" if not subject else f" {subject}" if _begins(subject, "về") else f" về {subject}"
    return f"{short}{_day(doc)}{issuer}{about}", short


def _day(doc: Mapping[str, Any]) -> str:
    issued_on = str(doc["issued_on"] or "")
    if not issued_on:
        return ""
    return f" ngày {show_date(issued_on)}" if len(issued_on) == 10 else f" {show_date(issued_on)}"


def _begins(text: str, words: str) -> bool:
    return text.casefold().startswith(words.casefold() + " ")
