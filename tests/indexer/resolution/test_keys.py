"""Under which keys mentions are filed."""

from typing import Any

import pytest

from corpus.model import Citation, Head, Notice, Span
from corpus.store import make_notice
from indexer.resolution.keys import (
    MentionKeys,
    congress_key,
    home_of,
    is_central,
    is_full,
    is_local,
    is_unit_number,
    keys_of,
    law_key,
    name_in,
    number_bucket,
    place_name,
    place_named,
    plenum_key,
)


def cited(**said: Any) -> Citation:
    """A mention of a directive, but for what is said."""
    fields: dict[str, Any] = {
        "span": Span(start=0, end=4),
        "text": "text",
        "kind": "chi-thi",
        "form": "numbered",
        **said,
    }
    return Citation(**fields)


@pytest.mark.parametrize(
    ("number", "full", "local"),
    [
        ("15-CT/TU", True, True),
        ("45/KH-LMHTX", True, True),
        ("12/QĐ-UBND", True, True),
        ("34-CT/TW", True, False),
        ("12/CT-TTg", True, False),
        ("23/2012/QH13", True, False),
        ("123/2015", False, False),
        ("34", False, False),
        ("?", False, False),
    ],
)
def test_what_a_number_says(number: str, full: bool, local: bool) -> None:
    assert (is_full(number), is_local(number)) == (full, local)


@pytest.mark.parametrize(
    ("key", "unit"), [("9 ct hu", True), ("9 ct tu", False), ("9 ct tw", False), ("hu", True), ("9 hu ct", False)]
)
def test_numbers_below_the_province(key: str, unit: bool) -> None:
    assert is_unit_number(key) is unit


@pytest.mark.parametrize(
    ("issuer", "place", "central"),
    [
        ("Ban Thường vụ Tỉnh ủy Nghệ An", "Nghệ An", False),
        ("UBND thị trấn Sa Pa, tỉnh Lào Cai", "Lào Cai", False),
        ("Ban Bí thư", None, True),
        ("Liên minh Hợp tác xã Việt Nam", None, True),
        ("Trung ương Đảng", None, True),
        ("Ban Tổ chức TW", None, True),
        ("Chính phủ", None, True),
        ("Quốc hội", None, True),
        ("Bộ Chính trị", None, True),
        ("Thủ tướng", None, True),
        ("Tỉnh ủy", None, False),
        ("", None, False),
        (None, None, False),
    ],
)
def test_what_an_issuer_says(issuer: str | None, place: str | None, central: bool) -> None:
    assert (place_named(issuer), is_central(issuer)) == (place, central)


@pytest.mark.parametrize(("place", "name"), [("nghe an", "Nghệ An"), ("Xứ Mường", "Xứ Mường"), ("", ""), (None, None)])
def test_a_place_as_it_is_written(place: str | None, name: str | None) -> None:
    assert place_name(place) == name


def test_buckets() -> None:
    assert number_bucket("chi-thi", "34-CT/TW") == "chi-thi 34"
    assert name_in("luat @hop tac xa") == "hop tac xa"
    assert name_in("luat @") == ""
    assert name_in("chi-thi 34") is None


KEYS: list[tuple[str, dict[str, Any], str | None, dict[str, Any]]] = [
    ("central", {"number": "34-CT/TW"}, "Nghệ An", {"number": "34 ct tw", "full": True}),
    (
        "local, at home",
        {"number": "34-CT/TU"},
        "nghe an",
        {"number": "34 ct tu", "full": True, "local": True, "place": "Nghệ An"},
    ),
    ("local, no home", {"number": "34-CT/TU"}, None, {"number": "34 ct tu", "full": True, "local": True}),
    (
        "local, whose issuer names its province",
        {"number": "34-CT/TU", "issuer": "Tỉnh ủy Sơn La"},
        "Nghệ An",
        {"number": "34 ct tu", "full": True, "local": True, "place": "Sơn La", "place_said": True},
    ),
    (
        "local, of a national body",
        {"number": "34-CT/TU", "issuer": "Ban Bí thư"},
        "Nghệ An",
        {"number": "34 ct tu", "full": True, "local": True},
    ),
    ("a bare serial", {"number": "34"}, "Nghệ An", {"number": "34", "place": "Nghệ An"}),
    ("a bare serial of a national body", {"number": "34", "issuer": "Ban Bí thư"}, "Nghệ An", {"number": "34"}),
    (
        "a bare serial of a province's body",
        {"number": "34", "issuer": "Tỉnh ủy"},
        "Nghệ An",
        {"number": "34", "local": True, "place": "Nghệ An"},
    ),
    (
        "a central number whose issuer names a province",
        {"number": "34-CT/TW", "issuer": "Tỉnh ủy Sơn La"},
        "Nghệ An",
        {"number": "34 ct tw", "full": True},
    ),
]


@pytest.mark.parametrize(("said", "home", "wanted"), [row[1:] for row in KEYS], ids=[row[0] for row in KEYS])
def test_keys_of_a_number(said: dict[str, Any], home: str | None, wanted: dict[str, Any]) -> None:
    usual: dict[str, Any] = {"bucket": "chi-thi 34", "full": False, "local": False, "place": None, **wanted}
    assert keys_of(cited(**said), home) == MentionKeys(**usual)


@pytest.mark.parametrize(
    ("number", "on", "odd"),
    [
        ("30/2020/NĐ-CP", "2020-01-01", False),
        ("30/2031/NĐ-CP", "2024-10-01", True),
        ("30/2024/NĐ-CP", "2024-10-01", False),
        ("30/NĐ-CP", "2024-10-01", False),
    ],
)
def test_a_year_later_than_the_notice(number: str, on: str, odd: bool) -> None:
    keys = keys_of(cited(kind="nghi-dinh", number=number), None, on)
    assert keys.odd_year is keys.is_slip is odd


@pytest.mark.parametrize(
    ("slip", "other", "hides"),
    [
        ({"meant": "34 ct tw"}, "34 ct tw", True),
        ({"meant": "34 ct tw"}, "34 ct tw hoi", True),
        ({"meant": "34 ct tw"}, "34 ct twhoi", False),
        ({"meant": "34 ct tw"}, "34 ct tu", False),
        ({"odd_year": True, "number": "30 2031 nd cp"}, "30 2021 nd cp", True),
        ({"odd_year": True, "number": "30 2031 nd cp"}, "31 2021 nd cp", False),
        ({"odd_year": True, "number": "30 2031 nd cp"}, "30 2021 qd ttg", False),
        ({"odd_year": True, "number": "30 2031 nd cp"}, "30 1999 nd cp", False),
        ({"odd_year": True, "number": "30 2031"}, "30 2021", False),
        ({"odd_year": True, "number": "30 2031 md cp", "meant": "30 2031 nd cp"}, "30 2021 nd cp", True),
        ({"odd_year": True}, "30 2021 nd cp", False),
    ],
)
def test_what_a_slip_hides(slip: dict[str, Any], other: str, hides: bool) -> None:
    said: dict[str, Any] = {"bucket": "b", "number": None, "full": True, "local": False, "place": None, **slip}
    keys = MentionKeys(**said)
    assert keys.is_slip
    assert keys.hides(other) is hides


@pytest.mark.parametrize(
    ("form", "name", "bucket", "place"),
    [
        ("law", "Luật Hợp tác xã", "nghi-quyet @hop tac xa", None),
        ("plenum", "Nghị quyết Trung ương 5 khóa IX", "nghi-quyet @trung uong 5 khoa 9", None),
        ("congress", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX", "nghi-quyet @dai hoi dang bo 19", "Nghệ An"),
    ],
)
def test_keys_of_a_name(form: str, name: str, bucket: str, place: str | None) -> None:
    keys = keys_of(cited(kind="nghi-quyet", form=form, name=name), "Nghệ An", "2024-10-01")
    assert keys == MentionKeys(bucket=bucket, number=None, full=False, local=place is not None, place=place)


def test_a_mention_without_a_name_is_filed_by_its_words() -> None:
    assert keys_of(cited(kind="luat", form="law", text="Luật Đất đai"), None).bucket == "luat @dat dai"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Luật Hợp tác xã", "hop tac xa"),
        ("Luật Hợp tác xã năm 2012", "hop tac xa"),
        ("Luật Hợp tác xã 1996", "hop tac xa"),
        ("Luật HTX", "hop tac xa"),
        ("Luật Hợp tác xã 1812", "hop tac xa 1812"),
        ("Luật", "luat"),
    ],
)
def test_a_law_by_its_name(name: str, key: str) -> None:
    assert law_key("luat", name) == key


@pytest.mark.parametrize(
    ("name", "on", "key"),
    [
        ("Nghị quyết Trung ương 5 khóa IX", None, "trung uong 5 khoa 9"),
        ("Nghị quyết TW 5 khóa 9", None, "trung uong 5 khoa 9"),
        ("Nghị quyết T.Ư 5 khóa IX", None, "trung uong 5 khoa 9"),
        ("Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa IX", None, "trung uong 5 khoa 9"),
        ("Nghị quyết Hội nghị Trung ương 5", "2022-06-16", "trung uong 5 khoa 13"),
        ("Nghị quyết Hội nghị Trung ương 5", "2017-06-03", "trung uong 5 khoa 12"),
        ("Nghị quyết Hội nghị Trung ương 5", None, "trung uong 5 khoa ?"),
        ("Nghị quyết Trung ương 5 khóa IX", "2022-06-16", "trung uong 5 khoa 9"),
        ("Nghị quyết Trung ương khóa IX", None, "trung uong ? khoa 9"),
    ],
)
def test_a_plenum(name: str, on: str | None, key: str) -> None:
    assert plenum_key(name, on) == key


@pytest.mark.parametrize(
    ("name", "home", "key"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", "Nghệ An", ("dai hoi dang 13", None)),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII", None, ("dai hoi dang 12", None)),
        ("Nghị quyết Đại hội Đảng", None, ("dai hoi dang ?", None)),
        ("Đại hội Đảng lần thứ mười hai", None, ("dai hoi dang 12", None)),
        ("Đại hội Đảng lần thứ năm họp", None, ("dai hoi dang 5", None)),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX", "Nghệ An", ("dai hoi dang bo 19", "Nghệ An")),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV", "Nghệ An", ("dai hoi dang bo 15", "Sơn La")),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX", None, ("dai hoi dang bo tinh lan thu xix", None)),
        ("Nghị quyết Đại hội Đảng bộ huyện lần thứ X", "Nghệ An", ("dai hoi dang bo huyen lan thu x", "Nghệ An")),
        ("Đại hội Liên minh HTX Việt Nam lần thứ VI", "Nghệ An", ("dai hoi lien minh htx 6", None)),
        ("Đại hội Liên minh HTX tỉnh lần thứ VI", "Nghệ An", ("dai hoi lien minh htx 6", "Nghệ An")),
        ("Đại hội Liên minh HTX tỉnh Sơn La", "Nghệ An", ("dai hoi lien minh htx ?", "Sơn La")),
        ("Nghị quyết Đại hội Công đoàn toàn quốc", "Nghệ An", ("dai hoi cong doan toan quoc", None)),
        ("Nghị quyết Đại hội Nông dân tỉnh Sơn La", None, ("dai hoi nong dan tinh son la", "Sơn La")),
    ],
)
def test_a_congress(name: str, home: str | None, key: tuple[str, str | None]) -> None:
    assert congress_key(name, home) == key


def noted(text: str = "x", *, head: bool = True, place: str | None = None, issuer: str | None = None) -> Notice:
    """A notice with a head of its own, but for what is said."""
    own = Head(kind="chi-thi", number="1-CT/TU") if head else None
    return make_notice(id="n", site="s", title="t", text=text, place=place, issuer=issuer, head=own)


@pytest.mark.parametrize(
    ("notice", "home"),
    [
        (noted(place="nghe an", issuer="Tỉnh ủy Sơn La"), "Nghệ An"),
        (noted(issuer="Tỉnh ủy Sơn La"), "Sơn La"),
        (noted("TỈNH NGHỆ AN\nSố: 1", issuer="Ban Bí thư"), None),
        (noted("TỈNH NGHỆ AN\nSố: 1"), "Nghệ An"),
        (noted("THÀNH PHỐ HÀ NỘI\nSố: 1"), "Hà Nội"),
        (noted("NGHỆ AN\nSố: 1"), None),
        (noted("TỈNH ỦY\nTỈNH NGHỆ AN\nSố: 1"), "Nghệ An"),
        (noted("Số: 1\nTỈNH NGHỆ AN"), None),
        (noted("TỈNH NGHỆ AN\nSố: 1", head=False), None),
        (noted("x" * 287 + "\nTỈNH NGHỆ AN"), "Nghệ An"),
        (noted("x" * 288 + "\nTỈNH NGHỆ AN"), None),
    ],
)
def test_from_where_a_notice_speaks(notice: Notice, home: str | None) -> None:
    assert home_of(notice) == home
