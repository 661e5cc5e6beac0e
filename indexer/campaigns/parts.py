"""The parts of a notice that its fields are read from: the headline below the kind's own line, and the sentence that launches.

    KẾ HOẠCH                                                   <- kind
    Phát động đợt thi đua kỷ niệm 25 năm …                     <- headline: what the document is about
    Căn cứ …; thực hiện …, Liên minh tỉnh phát động đợt thi đua gồm:   <- launch sentence
Letters have ``V/v phát động …`` instead (layout: Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from corpus.kinds import kind_words
from corpus.model import Notice, Span
from corpus.text import fold, fold_aligned
from indexer.campaigns.wording import BLANK, one_of, whole

DRIVES: Final = (
    "thi dua",
    "cuoc thi",
    "hoi thi",
    "hoi thao",
    "thang hanh dong",
    "thang cao diem",
    "tuan le",
    "chien dich",
    "phong trao",
)
"""What is launched, folded."""
_CALLS = (
    "thu keu goi",
    "loi keu goi",
    "phat dong thi dua",
    "phat dong",
    "the le",
    "thu ngo",
    "giay moi",
    "thu moi",
    "loi phat dong",
    "thu phat dong",
    "loi hieu trieu",
)
_HEAD_LINES: Final = 30
_HEADLINE_LINES: Final = 5
_LONGEST_LINE: Final = 300
_SUBJECT = re.compile(rf"(?:^|\s)(?:v/v|ve viec){BLANK}?:?", re.MULTILINE)
_BODY_BEGINS = re.compile(
    rf"[ \-+*]*(?:{one_of('can cu', 'thuc hien', 'kinh gui', 'trien khai', 'huong ung', 'thi hanh', 'quan triet', 'theo', 'nham', 'de', 'nhan dip', 'xet', 'tiep tuc')}(?![a-z])|[ivx]{{1,4}}[.]|\d{{1,2}}[.)])"
)
_ENDS = re.compile(r"[.](?=\s)|\n")
_POINT = re.compile(r"(?:\d{1,2}|[a-z])[.)]")
_LONGEST: Final = 3000
_WRAPPED: Final = 45
_RULE = re.compile(r"[\s\-_=*o.]+$")
_DRIVE = one_of(*DRIVES)
_LAUNCHES = one_of(
    "phat dong", "phat dong va to chuc", "to chuc phat dong", "mo", "to chuc", "trien khai", "thong nhat to chuc", "ra quan", "keu goi", "huong ung",
    "ban hanh ke hoach", "xay dung ke hoach", "tien hanh", "thong bao", "trien khai thuc hien", "trien khai to chuc", "de nghi", "yeu cau",
)  # fmt: skip
_ASKS = one_of(
    "de ra",
    "xay dung ke hoach",
    "ban hanh ke hoach",
    "giao",
    "trien khai",
    "phat dong",
    "keu goi",
    "yeu cau",
    "de nghi",
    "thong nhat",
    "tap trung",
)
_WORK = one_of("phan viec", "nhiem vu", "noi dung", "viec sau", "viec", "cong viec", "chi tieu")
_LAUNCH = re.compile(
    rf"{whole(_LAUNCHES)}[^.;:\n]{{0,90}}?{whole(_DRIVE)}|{whole(_ASKS)}[^.;:\n]{{0,90}}?{whole(_WORK)}[^.;\n]{{0,40}}:"
)
_NOT_NOW = re.compile(
    rf"(?:{whole(one_of('da', 'vua', 'duoc', 'le', 'ngay', 've', 've viec', 'viec', 'hoi nghi', 'sau khi', 'tu khi', 'se'))}|{whole('do')}[^,.;\n]{{0,70}})[ \n]{{1,2}}$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A notice with its folded text (offsets agree) and what of it is headline and launch sentence, None where there is none.

    is_document: whether it has the layout of an official document, a number or a line that names its kind, and not that of an article.
    launch: from the verb to the drive's noun. sentence: the whole sentence around it.
    """

    notice: Notice
    folded: str
    is_document: bool
    headline: Span | None
    launch: Span | None
    sentence: Span | None

    @property
    def subject(self) -> str:
        """What the document says it is about: its headline, else the notice's title."""
        return " ".join(self.said(self.headline).split()) if self.headline else self.notice.title

    def said(self, span: Span) -> str:
        """The words of a span."""
        return self.notice.text[span.start : span.end]


def read_parts(notice: Notice) -> Parts:
    """The parts of a notice."""
    folded = fold_aligned(notice.text)
    kind_line, headline = _headline(notice.text, folded)
    headline = headline or _repeated_title(notice)
    launch = _launch(folded, headline) if any(drive in folded for drive in DRIVES) else None
    return Parts(
        notice=notice,
        folded=folded,
        is_document=kind_line or notice.head is not None,
        headline=headline,
        launch=launch,
        sentence=_sentence(notice.text, folded, launch, headline) if launch else None,
    )


def _sentence(text: str, folded: str, launch: Span, headline: Span | None) -> Span:
    """The sentence that launches; a headline right above it, without a full stop, is none of it."""
    found = sentence_around(text, folded, launch.start)
    return Span(start=max(found.start, headline.end), end=found.end) if headline else found


def sentence_around(text: str, folded: str, at: int) -> Span:
    """The sentence that holds an offset: between full stops, or line breaks that do not merely wrap it."""
    floor = max(0, at - _LONGEST)
    start = max(
        (match.end() for match in _ENDS.finditer(folded, floor, at) if not _wraps(text, folded, match)), default=floor
    )
    end = next((match.start() for match in _ENDS.finditer(folded, at) if not _wraps(text, folded, match)), len(folded))
    return Span(start=start, end=end)


def _wraps(text: str, folded: str, match: re.Match[str]) -> bool:
    """Whether a line break stands inside a sentence: a line of some length without a sign at its end; after it no blank line, no point and no opening (``Căn cứ``)."""
    if match[0] != "\n":
        return False
    line = folded[folded.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
    at = match.end()
    begins = text[at : at + 1].isupper() and _BODY_BEGINS.match(folded, at)
    return (
        len(line) >= _WRAPPED
        and line[-1:].isalnum()
        and folded[at : at + 1].isalnum()
        and not (begins or _POINT.match(folded, at))
    )


@cache
def _kind_lines() -> frozenset[str]:
    return frozenset(kind_words()) | frozenset(_CALLS)


def _headline(text: str, folded: str) -> tuple[bool, Span | None]:
    """(whether a line names the kind, the headline): below that line, or after ``V/v``."""
    lines = list(islice(_lines(text), _HEAD_LINES))
    for at, (start, end) in enumerate(lines):
        if fold(text[start:end]) in _kind_lines():
            return True, _block(folded, lines[at + 1 :])
    subject = _SUBJECT.search(folded, 0, lines[-1][1] if lines else 0)
    if subject is None:
        return False, None
    at = next(i for i, (start, end) in enumerate(lines) if start <= subject.end() <= end)
    return False, _block(folded, [(subject.end(), lines[at][1]), *lines[at + 1 :]], after_sign=True)


def _repeated_title(notice: Notice) -> Span | None:
    """The title as the first line of the text, where a page repeats it."""
    first = notice.text.split("\n", 1)[0]
    same = fold(first) and fold(first) == fold(notice.title)
    return Span(start=0, end=len(first)) if same else None


def _block(folded: str, lines: list[tuple[int, int]], *, after_sign: bool = False) -> Span | None:
    """Lines up to a blank one, to where the body begins, or to the head's date."""
    taken: list[tuple[int, int]] = []
    first = lines[0][0] if lines and after_sign else -1
    for start, end in lines:
        said = folded[start:end]
        if not said.strip() or _RULE.fullmatch(said):
            if taken:
                break
            continue
        if len(taken) >= _HEADLINE_LINES or _is_body(said, is_first=start == first):
            break
        taken.append((start, end))
    if not taken:
        return None
    start, end = taken[0][0], taken[-1][1]
    while start < end and folded[start].isspace():
        start += 1
    return Span(start=start, end=end)


def _is_body(line: str, *, is_first: bool) -> bool:
    """Whether a line is none of the headline's: it ends like a sentence, opens the body, or is the head's place and date."""
    if len(line) > _LONGEST_LINE or line.rstrip()[-1] in ".;:," or re.search(r", ngay \d", line):
        return True
    return bool(_BODY_BEGINS.match(line)) and not is_first


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        yield at, end
        at = end + 1


def _launch(folded: str, headline: Span | None) -> Span | None:
    """The first clause that sets people to work now: not what was launched before, elsewhere, or by somebody else."""
    for match in _LAUNCH.finditer(folded, headline.end if headline else 0):
        if not _NOT_NOW.search(folded, max(0, match.start() - 90), match.start()):
            return Span(start=match.start(), end=match.end())
    return None
