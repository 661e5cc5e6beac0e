"""The table of a document's properties that portals set above its text: number, date, kind, issuing body.

    Số ký hiệu | 45/KH-LMHTX | Ngày ban hành | 06/8/2018       <- label and value side by side
    Số hiệu:                                                   <- or one below the other
    45/KH-LMHTX
    Số ký hiệu | Ngày ban hành | Cơ quan ban hành              <- or a row of labels over one row of values
    45/KH-LMHTX | 06/8/2018 | Liên minh Hợp tác xã tỉnh Hải Dương
A table with several rows of values lists other documents, and says nothing of this one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from corpus.dates import find_dates
from corpus.text import fold, fold_aligned

_LABELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "number": ("Số ký hiệu", "Số và ký hiệu", "Số kí hiệu", "Ký hiệu", "Số hiệu", "Số hiệu văn bản", "Số văn bản"),
        "date": ("Ngày ban hành", "Ngày ký", "Ngày văn bản", "Ngày tháng ban hành", "Ngày phát hành"),
        "kind": ("Loại văn bản", "Hình thức văn bản", "Hình thức", "Thể loại", "Loại"),
        "issuer": ("Cơ quan ban hành", "Nơi ban hành", "Đơn vị ban hành", "Cơ quan", "Cơ quan ban hành văn bản"),
        "other": (
            *("Trích yếu", "Trích yếu nội dung", "Nội dung", "Tên văn bản", "Người ký", "Chức vụ", "Chức danh"),
            *("Lĩnh vực", "Ngày hiệu lực", "Ngày có hiệu lực", "Hiệu lực", "Tình trạng", "Tình trạng hiệu lực"),
            *(
                "Độ khẩn",
                "Độ mật",
                "Tệp đính kèm",
                "File đính kèm",
                "Tải về",
                "Ngày đăng",
                "Ngày công báo",
                "Số công báo",
            ),
            *("STT", "Nơi nhận", "Người ký ban hành", "Phạm vi", "Cơ quan soạn thảo", "Ngày hết hiệu lực"),
        ),
    }
)
_MEANING: Final = {fold(label): meaning for meaning, labels in _LABELS.items() for label in labels}
_CELLS = re.compile(r"[|\n\t]")
_NUMBER = re.compile(r"\d{1,6}[a-z]?(?:[./]\d{1,4})?[ ]?[-/ ][ ]?[a-z0-9&.\-/ ]{1,60}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a table says of its document, as written; None where it says nothing. issued_on: ISO date."""

    number: str | None = None
    issued_on: str | None = None
    kind: str | None = None
    issuer: str | None = None


def find_properties(head: str) -> Properties:
    """The properties of the document whose first lines these are; cells are parted by ``|``, tabs or line breaks."""
    cells = [cell for cell in map(_bare, _CELLS.split(head)) if cell]
    cells = [part for cell in cells for part in _label_and_value(cell)]
    found: dict[str, str] = {}
    at = 0
    while at < len(cells):
        labels = _run_of_labels(cells, at)
        at += len(labels)
        values = _values(cells, at, len(labels))
        if len(labels) > 1 and _same_shape(values, _values(cells, at + len(values), len(labels))):
            return Properties()
        for meaning, value in _paired(labels, values):
            found.setdefault(meaning, value)
        at += 0 if labels else 1
    return Properties(
        number=found.get("number"),
        issued_on=_iso(found.get("date")),
        kind=found.get("kind"),
        issuer=found.get("issuer"),
    )


def _bare(cell: str) -> str:
    return cell.strip(" *_#:\u00a0")


def _label_and_value(cell: str) -> tuple[str, ...]:
    label, colon, value = cell.partition(":")
    return (_bare(label), _bare(value)) if colon and fold(label) in _MEANING and _bare(value) else (cell,)


def _run_of_labels(cells: list[str], at: int) -> list[str]:
    found = []
    while at < len(cells) and (meaning := _MEANING.get(fold(cells[at]))):
        found.append(meaning)
        at += 1
    return found


def _values(cells: list[str], at: int, count: int) -> list[str]:
    found: list[str] = []
    for cell in cells[at : at + count]:
        if fold(cell) in _MEANING:
            break
        found.append(cell)
    return found


def _fits(meaning: str, value: str) -> bool:
    if meaning == "number":
        return bool(_NUMBER.match(fold_aligned(value)))
    return meaning != "date" or _iso(value) is not None


def _paired(labels: list[str], values: list[str]) -> list[tuple[str, str]]:
    """Labels with the values that fit them: place by place, and where a cell is empty, the first that fits."""
    if len(labels) == len(values):
        return [(label, value) for label, value in zip(labels, values, strict=True) if _fits(label, value)]
    strict = [label for label in dict.fromkeys(labels) if label in ("number", "date")]
    return [(label, value) for label in strict if (value := next((v for v in values if _fits(label, v)), None))]


def _same_shape(first: list[str], second: list[str]) -> bool:
    """Whether two rows both hold a document's number in the same place."""
    return any(_fits("number", a) and _fits("number", b) for a, b in zip(first, second, strict=False))


def _iso(value: str | None) -> str | None:
    dates = find_dates(fold_aligned(value)) if value and len(value) < 60 else []
    return dates[0].iso if dates else None
