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

_OCCASIONS = (
    ("ngày thành lập Liên minh Hợp tác xã Việt Nam", 1993, 10),
    ("Ngày Hợp tác xã Việt Nam", 1946, 4),
    ("Ngày thành lập Đảng Cộng sản Việt Nam", 1930, 2),
    ("Quốc khánh", 1945, 9),
    ("Ngày sinh Chủ tịch Hồ Chí Minh", 1890, 5),
    ("Ngày giải phóng miền Nam, thống nhất đất nước", 1975, 4),
)
_DISTRICTS = "Tân Lập|Đồng Phú|Yên Hòa|Sông Lam".split("|")


@dataclass(frozen=True, slots=True)
class _Document:
    """A document that notices may cite. unit: whether a district's body issued it."""

    kind: str
    word: str
    number: str
    issuer: str
    place: str | None
    issued_on: date
    unit: bool = False


def synthetic_notices(count: int, seed: int = 7, *, sentences: int = 42) -> Iterator[dict[str, Any]]:
    """Import-ready rows with a ``truth`` list: {"text", "target": {kind, number, issued_on, place} | None}."""
    rng = random.Random(seed)
    documents = _documents(rng, max(40, count // 12))
    for number in range(count):
        yield _notice(rng, number, documents, sentences)


def _documents(rng: random.Random, count: int) -> list[_Document]:
    """Documents with planted collisions: one number in many provinces, in several years, in the centre, in a district of the same province."""
    found: dict[tuple[str, str | None, str, int], _Document] = {}
    for _ in range(count):
        day = date(2010, 1, 1) + timedelta(days=rng.randrange(5400))
        place = rng.choice(_PROVINCES)
        serial = rng.randrange(1, 60)
        kind, word, number, issuer, where = rng.choice(
            (
                ("chi-thi", "Chỉ thị", f"{serial:02d}-CT/TU", "Ban Thường vụ Tỉnh ủy", place),
                ("ke-hoach", "Kế hoạch", f"{serial + 100}/KH-LMHTX", "Liên minh Hợp tác xã tỉnh", place),
                ("quyet-dinh", "Quyết định", f"{serial + 2500}/QĐ-UBND", "Ủy ban nhân dân tỉnh", place),
                ("quyet-dinh", "Quyết định", f"{serial + 2500}/QĐ-UBND", f"UBND huyện {rng.choice(_DISTRICTS)}", place),
                ("quyet-dinh", "Quyết định", f"{serial + 3000}/QĐ-TTg", "Thủ tướng Chính phủ", None),
                ("nghi-dinh", "Nghị định", f"{serial + 200}/{day.year}/NĐ-CP", "Chính phủ", None),
            )
        )
        year = 0 if kind == "nghi-dinh" else day.year
        unit = "huyện" in issuer
        document = _Document(kind, word, number, issuer, where, day, unit)
        found.setdefault((number, where, issuer if unit else "", year), document)
    return list(found.values())


def _notice(rng: random.Random, number: int, documents: list[_Document], sentences: int) -> dict[str, Any]:
    place = rng.choice(_PROVINCES)
    on = date(2012, 1, 1) + timedelta(days=rng.randrange(5000))
    near = [d for d in documents if d.issued_on <= on and d.place in (None, place)]
    cited = [rng.choice(near) for _ in range(rng.randrange(2, 6))] if near else []
    parts: list[str] = []
    truth: list[dict[str, Any]] = []
    settled: dict[tuple[str, str | None], list[_Document]] = {}
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
    settled: dict[tuple[str, str | None], list[_Document]],
) -> tuple[str, str, dict[str, Any] | None]:
    """A sentence that cites a document, and what it truly means.

    A full form, now and then with a slip in its date or another body's name; a year alone; a number alone, which means what the notice cited
    before under it, or the only one that it can mean; a bare serial, which means what the notice cited before.
    """
    said = f"{document.word} số {document.number}"
    day, issuer = document.issued_on, document.issuer
    before = settled.setdefault((document.number, document.place), [])
    style = rng.random()
    if style < 0.75 or document.unit:
        if document.place is None and style < 0.04 and on > day + timedelta(days=400):
            day = _slip(rng, day)
        elif style > 0.73 and not document.unit:
            issuer = "Bộ Nội vụ"
        before.append(document)
        tail = f" ngày {show_date(day.isoformat())} của {issuer}"
        return f"Thực hiện {said}{tail}, {_sentence(rng).lower()}", said, _target(document)
    if style < 0.83:
        before.append(document)
        return f"Theo {said} năm {day.year}, {_sentence(rng).lower()}", said, _target(document)
    if style < 0.90 and len(set(before)) == 1:
        short = f"{document.word} {document.number.partition('/')[0].partition('-')[0]}"
        return f"{short} cũng giao việc này: {_sentence(rng).lower()}", short, _target(before[0])
    return f"Theo {said}, {_sentence(rng).lower()}", said, _meant(document, documents, on, set(before))


def _slip(rng: random.Random, day: date) -> date:
    """The same day and month of the year after, or another day of the month."""
    later = day + timedelta(days=365)
    return (
        later
        if rng.random() < 0.5 and (later.month, later.day) == (day.month, day.day)
        else day.replace(day=1 + day.day % 28)
    )


def _meant(document: _Document, documents: list[_Document], on: date, before: set[_Document]) -> dict[str, Any] | None:
    """What a number alone means; None where nobody can say."""
    if len(before) == 1:
        return _target(next(iter(before)))
    rivals = [
        one
        for one in documents
        if (one.number, one.place) == (document.number, document.place) and one.issued_on <= on and not one.unit
    ]
    return _target(document) if len(rivals) == 1 and not before else None


def _target(document: _Document) -> dict[str, Any]:
    return {
        "kind": document.kind,
        "number": document.number,
        "issued_on": document.issued_on.isoformat(),
        "place": document.place,
    }


def synthetic_launches(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Import-ready rows, each of which launches a campaign: few occasions, many places, some days on which many launch, bases that many share."""
    rng = random.Random(seed)
    for number in range(count):
        yield _launch(rng, number)


def _launch(rng: random.Random, number: int) -> dict[str, Any]:
    place = rng.choice(_PROVINCES)
    name, founded, month = rng.choice(_OCCASIONS)
    on = date(rng.randrange(1996, 2026), rng.randrange(1, 13), rng.choice((1, 1, 15, rng.randrange(1, 29))))
    years = on.year - founded
    starts, ends = on + timedelta(days=10), on + timedelta(days=rng.randrange(90, 300))
    tasks = [f"{at}. {_sentence(rng)}" for at in range(1, rng.randrange(5, 10))]
    plan = f"Kế hoạch số {on.year % 90 + 10}/KH-LMHTXVN ngày 05/01/{on.year} của Liên minh Hợp tác xã Việt Nam"
    other = f"Chỉ thị số {rng.randrange(1, 40):02d}-CT/TU ngày 10/{month:02d}/{on.year - 1} của Ban Thường vụ Tỉnh ủy"
    title = f"Phát động thi đua chào mừng kỷ niệm {years} năm {name}"
    launch = f"Căn cứ {plan}; căn cứ {other}, Liên minh Hợp tác xã tỉnh {place} phát động đợt thi đua chào mừng kỷ niệm {years} năm {name}:"
    period = f"Thời gian từ ngày {show_date(starts.isoformat())} đến ngày {show_date(ends.isoformat())}."
    return {
        "id": f"k{number}",
        "title": title,
        "text": "\n".join([title, launch, *tasks, period]),
        "published_on": on.isoformat(),
        "place": place,
        "issuer": f"Liên minh Hợp tác xã tỉnh {place}",
        "url": f"https://lmhtx-{_PROVINCES.index(place)}.example/thi-dua/{number}",
    }


def _sentence(rng: random.Random) -> str:
    words = f"{rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.choice(_OBJECTS)} {rng.choice(_TAILS)}"
    if rng.random() < 0.5:
        words += f", {rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.randrange(2, 90)} {rng.choice(_OBJECTS)}"
    return words[0].upper() + words[1:] + "."


if __name__ == "__main__":
    for row in synthetic_notices(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        print(json.dumps(row, ensure_ascii=False))
