"""Whether the number, and the title, of a collected notice are its own document's: a page's title may name another kind than the head that was found.

Công văn triển khai Chỉ thị số 12/CT-TTg      over a text that opens with that directive: the notice is about it, and is not it
Công văn về việc góp ý                         over the head of a directive: the title is the page's, not the directive's subject
Kế hoạch phát triển kinh tế tập thể            over the head of a decision: what the decision issues, and so its subject
"""

import re
from functools import cache
from typing import Final

from corpus.kinds import has_trait, kind_words, kinds
from corpus.model import Head, Notice
from corpus.text import fold

_NUMBERED: Final = re.compile(r" (?:so )?\d")
_MAX_TITLE: Final = 400


def own_head(notice: Notice) -> Head | None:
    """The number that a notice has itself; None where its title, as one of another kind, speaks of the document of that number."""
    head = notice.head
    if head is None or _kind_against(notice.title, head) is None:
        return head
    number, title = fold(head.number), fold(notice.title[:_MAX_TITLE])
    return None if re.search(rf"(?<![a-z0-9]){re.escape(number)}(?![a-z0-9])", title) else head


def own_title(notice: Notice) -> str | None:
    """The title of a notice as that of its document; None where it is outright another kind's."""
    head = notice.head
    kind = _kind_against(notice.title, head) if head else None
    if kind is None:
        return notice.title
    names_one = _NUMBERED.match(fold(notice.title[:_MAX_TITLE]), len(_first_word(notice.title) or ""))
    return None if names_one or has_trait(kind, "unlettered") or has_trait(kind, "notice") else notice.title


def _kind_against(title: str, head: Head) -> str | None:
    """The kind that a title names first, where that is neither the head's nor one that people mean by it."""
    word = _first_word(title)
    kind = kind_words()[word] if word else head.kind
    alike = kind == head.kind or kind in kinds()[head.kind].meant or head.kind in kinds()[kind].meant
    return None if alike else kind


def _first_word(title: str) -> str | None:
    match = _opening().match(fold(title[:_MAX_TITLE]))
    return match[1] if match else None


@cache
def _opening() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(kind_words(), key=len, reverse=True)))
    return re.compile(rf"({words})(?![a-z0-9])")
