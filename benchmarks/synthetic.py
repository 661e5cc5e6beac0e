"""Notices made by rule, with known truth: provincial, yearly and central numbers that collide on purpose.

    python -m benchmarks.synthetic 1000 > notices.jsonl

Every notice is of the length of a launch notice (about 800 syllables) unless `sentences` says otherwise. Truth: for each planted
citation its text, kind, number, date and place, or None where nobody can say.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from corpus.dates import show_date
from corpus.places import places

_PROVINCES = [
    place.name
    for place in places().values()
    if place.valid_to in (None, "2025-07-01") and place.name != "TP. Hồ Chí Minh"
]
_SUBJECTS = "hợp tác xã|tổ hợp tác|quỹ tín dụng nhân dân|liên hiệp hợp tác xã|đơn vị thành viên|ban kiểm soát|hội đồng quản trị|người lao động|thành viên trẻ|cán bộ cơ sở".split(
    "|"
)
_VERBS = "đăng ký|hoàn thành|mở rộng|tổ chức|kiểm tra|chuẩn bị|giới thiệu|xây dựng|vận hành|sửa chữa|đánh giá|công khai".split(
    "|"
)
_OBJECTS = "vùng nguyên liệu|chuỗi giá trị|kho lạnh|nhãn hiệu tập thể|sổ sách kế toán|mã vùng trồng|điểm bán hàng|lớp tập huấn|phần mềm quản lý|hệ thống tưới|khu sơ chế|hồ sơ vay vốn|công trình xanh|đường nội đồng|quy ước chung".split(
    "|"
)
_TAILS = "trước mùa vụ tới|theo kế hoạch đã thống nhất|ở các xã vùng sâu|với sự hỗ trợ của huyện|bằng nguồn vốn góp|trong điều kiện thời tiết thất thường|để nâng cao thu nhập|mà không tăng chi phí|cho thành viên nghèo|tại buổi họp cuối tháng|gắn với xây dựng nông thôn mới|do thanh niên đảm nhận".split(
    "|"
)


@dataclass(frozen=True, slots=True)
class _Document:
    """A document that notices may cite. subject: two words that its title and its citers' sentences share."""

    kind: str
    word: str
    number: str
    issuer: str
    place: str | None
    issued_on: date


def synthetic_notices(count: int, seed: int = 7, *, sentences: int = 42) -> Iterator[dict[str, Any]]:
    """Import-ready rows with a ``truth`` list: {"text", "target": {kind, number, issued_on, place} | None}."""
    rng = random.Random(seed)
    documents = _documents(rng, max(40, count // 12))
    for number in range(count):
        yield _notice(rng, number, documents, sentences)


def _documents(rng: random.Random, count: int) -> list[_Document]:
    """Documents with planted collisions: the same number in many provinces, in several years, in the centre."""
    found: dict[tuple[str, str | None, int], _Document] = {}
    for _ in range(count):
        day = date(2010, 1, 1) + timedelta(days=rng.randrange(5400))
        place = rng.choice(_PROVINCES)
        serial = rng.randrange(1, 60)
        kind, word, number, issuer, where = rng.choice(
            (
                ("chi-thi", "Chỉ thị", f"{serial:02d}-CT/TU", "Ban Thường vụ Tỉnh ủy", place),
                ("ke-hoach", "Kế hoạch", f"{serial + 100}/KH-LMHTX", "Liên minh Hợp tác xã tỉnh", place),
                ("quyet-dinh", "Quyết định", f"{serial + 2500}/QĐ-UBND", "Ủy ban nhân dân tỉnh", place),
                ("quyet-dinh", "Quyết định", f"{serial + 3000}/QĐ-TTg", "Thủ tướng Chính phủ", None),
                ("nghi-dinh", "Nghị định", f"{serial + 200}/{day.year}/NĐ-CP", "Chính phủ", None),
            )
        )
        year = 0 if kind == "nghi-dinh" else day.year
        found.setdefault((number, where, year), _Document(kind, word, number, issuer, where, day))
    return list(found.values())


def _notice(rng: random.Random, number: int, documents: list[_Document], sentences: int) -> dict[str, Any]:
    place = rng.choice(_PROVINCES)
    on = date(2012, 1, 1) + timedelta(days=rng.randrange(5000))
    near = [d for d in documents if d.issued_on <= on and d.place in (None, place)]
    cited = [rng.choice(near) for _ in range(rng.randrange(2, 6))] if near else []
    parts: list[str] = []
    truth: list[dict[str, Any]] = []
    settled: dict[tuple[str, str | None], dict[str, Any]] = {}
    for document in cited:
        sentence, said, target = _citing(rng, document, documents, on, settled)
        parts.append(sentence)
        truth.append({"text": said, "target": target})
    fillers = [_sentence(rng) for _ in range(max(0, sentences - len(parts)))]
    body = [*parts, *fillers]
    text = "\n".join(" ".join(body[at : at + 4]) for at in range(0, len(body), 4))
    return {
        "id": f"t{number}",
        "title": f"{_sentence(rng)[:-1]} tại {place}",
        "text": text,
        "published_on": on.isoformat(),
        "place": place,
        "issuer": f"Liên minh Hợp tác xã tỉnh {place}",
        "url": f"https://lmhtx-{_PROVINCES.index(place)}.example/tin/{number}",
        "truth": truth,
    }


def _citing(
    rng: random.Random,
    document: _Document,
    documents: list[_Document],
    on: date,
    settled: dict[tuple[str, str | None], dict[str, Any]],
) -> tuple[str, str, dict[str, Any] | None]:
    """A sentence that cites a document, and what it truly means: a vague one means what the notice cited before under that number."""
    said = f"{document.word} số {document.number}"
    target = {
        "kind": document.kind,
        "number": document.number,
        "issued_on": document.issued_on.isoformat(),
        "place": document.place,
    }
    style = rng.random()
    key = (document.number, document.place)
    if style < 0.85:
        settled[key] = target
    if style < 0.75:
        return (
            f"Thực hiện {said} ngày {show_date(document.issued_on.isoformat())} của {document.issuer}, {_sentence(rng).lower()}",
            said,
            target,
        )
    if style < 0.85:
        return f"Theo {said} năm {document.issued_on.year}, {_sentence(rng).lower()}", said, target
    rivals = [d for d in documents if (d.number, d.place) == key and d.issued_on <= on]
    meant = settled.get(key) or (target if len(rivals) == 1 else None)
    return f"Theo {said}, {_sentence(rng).lower()}", said, meant


def _sentence(rng: random.Random) -> str:
    words = f"{rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.choice(_OBJECTS)} {rng.choice(_TAILS)}"
    if rng.random() < 0.5:
        words += f", {rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.randrange(2, 90)} {rng.choice(_OBJECTS)}"
    return words[0].upper() + words[1:] + "."


if __name__ == "__main__":
    for row in synthetic_notices(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        print(json.dumps(row, ensure_ascii=False))
