"""The data files of the registry: complete, well-formed, and true where the truth is known."""

import unicodedata
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from corpus import tables
from corpus.abbreviations import expand_words, written_forms
from corpus.body_words import body_beginnings, capitalised_beginnings
from corpus.errors import DataError
from corpus.instruments import load_instruments
from corpus.issuers import compatible, find_issuer, issuers, issuers_for_symbol, unit_named
from corpus.kinds import joint_kind, kind_letters, kind_words, kinds
from corpus.numbers import parse_number
from corpus.occasions import occasion_in, round_anniversaries
from corpus.places import find_place, place_in_host, places, places_in, province_of_town, same_place, successor_of
from corpus.ranks import rank_of_document
from corpus.symbols import is_local_symbol, organ_symbols
from corpus.terms import parse_ordinal, party_term_on


def test_provinces_before_and_after_the_mergers() -> None:
    before = [place for place in places().values() if place.valid_to is None or place.valid_to == "2025-07-01"]
    after = [place for place in places().values() if place.valid_to is None]
    assert (len(before), len(after)) == (63, 34)
    assert all(find_place(place.successor or "") for place in places().values() if place.valid_to)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tỉnh Nghệ An", "Nghệ An"),
        ("TPHCM", "TP. Hồ Chí Minh"),
        ("thua thien hue", "Thừa Thiên Huế"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_find_place(text: str, name: str) -> None:
    found = find_place(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("lienminhhtx.bacninh.gov.vn", "Bắc Ninh"),
        ("lmhtxdaknong.vn:8080", "Đắk Nông"),
        ("htxquangninh.example", "Quảng Ninh"),
        ("ubnd-ba-ria-vung-tau.example", "Bà Rịa - Vũng Tàu"),
        ("lmhtx-brvt-tin.example", "Bà Rịa - Vũng Tàu"),
        ("www.hue.gov.vn", "Huế"),
        ("thuathienhue.gov.vn", "Thừa Thiên Huế"),
        ("namdinh-hanam.example", None),
        ("thuvienphapluat.vn", None),
        ("", None),
    ],
)
def test_a_host_names_a_province(host: str, name: str | None) -> None:
    found = place_in_host(host)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("town", "name"),
    [("Mỹ Tho", "Tiền Giang"), ("thành phố Pleiku", "Gia Lai"), ("Hà Nội", None), ("Làng Sen", None)],
)
def test_a_seat_leads_to_its_province(town: str, name: str | None) -> None:
    found = province_of_town(town)
    assert (found.name if found else None) == name


def test_every_seat_is_of_a_known_province() -> None:
    rows = tables.read_table("towns", ("name", "province"))
    assert all(find_place(row["province"]) and find_place(row["name"]) is None for row in rows)


def test_successors() -> None:
    hai_duong, hai_phong = find_place("Hải Dương"), find_place("Hải Phòng")
    assert hai_duong is not None
    assert hai_phong is not None
    assert same_place(hai_duong, hai_phong)
    assert successor_of(hai_duong, date(2025, 6, 30)) == hai_duong
    assert successor_of(hai_duong, date(2025, 7, 1)) == hai_phong


def test_the_president_is_no_city() -> None:
    assert [place.name for _, _, place in places_in("ngày sinh Chủ tịch Hồ Chí Minh tại Nghệ An")] == ["Nghệ An"]
    assert [place.name for _, _, place in places_in("Liên minh thành phố Hồ Chí Minh")] == ["TP. Hồ Chí Minh"]


MERGED_2025 = {
    "Tuyên Quang": "Hà Giang",
    "Lào Cai": "Yên Bái",
    "Thái Nguyên": "Bắc Kạn",
    "Phú Thọ": "Vĩnh Phúc|Hòa Bình",
    "Bắc Ninh": "Bắc Giang",
    "Hưng Yên": "Thái Bình",
    "Hải Phòng": "Hải Dương",
    "Ninh Bình": "Hà Nam|Nam Định",
    "Quảng Trị": "Quảng Bình",
    "Đà Nẵng": "Quảng Nam",
    "Quảng Ngãi": "Kon Tum",
    "Gia Lai": "Bình Định",
    "Khánh Hòa": "Ninh Thuận",
    "Lâm Đồng": "Đắk Nông|Bình Thuận",
    "Đắk Lắk": "Phú Yên",
    "TP. Hồ Chí Minh": "Bình Dương|Bà Rịa - Vũng Tàu",
    "Đồng Nai": "Bình Phước",
    "Tây Ninh": "Long An",
    "Cần Thơ": "Sóc Trăng|Hậu Giang",
    "Vĩnh Long": "Bến Tre|Trà Vinh",
    "Đồng Tháp": "Tiền Giang",
    "Cà Mau": "Bạc Liêu",
    "An Giang": "Kiên Giang",
}
"""Nghị quyết 202/2025/QH15."""


def test_a_province_that_became_a_city_keeps_its_name() -> None:
    before, after = find_place("Thừa Thiên Huế"), find_place("Huế")
    assert before is not None
    assert after is not None
    assert successor_of(before, date(2024, 12, 31)) == before
    assert successor_of(before, date(2025, 1, 1)) == after


def test_who_took_in_whom() -> None:
    found: dict[str, set[str]] = {}
    for place in places().values():
        if place.valid_to == "2025-07-01" and place.successor:
            found.setdefault(place.successor, set()).add(place.name)
    assert found == {name: set(parts.split("|")) for name, parts in MERGED_2025.items()}


@pytest.mark.parametrize(
    ("issuer", "unit"),
    [
        ("UBND huyện Tiên Phước", "huyen tien phuoc"),
        ("Ủy ban nhân dân huyện Kỳ Sơn, tỉnh Nghệ An", "huyen ky son"),
        ("Ban Thường vụ Huyện ủy Đại Từ", "huyen dai tu"),
        ("Thành ủy Buôn Ma Thuột", "thanh pho buon ma thuot"),
        ("UBND thành phố Thái Nguyên", "thanh pho thai nguyen"),
        ("Chủ tịch UBND xã Hòa Phú", "xa hoa phu"),
        ("Ban Thường vụ Thành ủy thành phố Hồ Chí Minh", None),
        ("Thành ủy Hải Phòng", None),
        ("Huyện ủy", None),
        ("Liên minh Hợp tác xã tỉnh Nghệ An", None),
        ("Hợp tác xã Tân Tiến", None),
        (None, None),
    ],
)
def test_units_below_a_province(issuer: str | None, unit: str | None) -> None:
    assert unit_named(issuer) == unit


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Thủ tướng", "Thủ tướng Chính phủ", True),
        ("Bộ Chính trị", "Ban Bí thư", False),
        ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Quảng Ninh", True),
        ("Tỉnh ủy Bình Định", "Tỉnh ủy Nghệ An", False),
        ("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng khóa XIII", True),
        ("Bộ Tài chính", "Bộ trưởng Bộ Tài chính", True),
        ("UBND tỉnh", "Chủ tịch UBND tỉnh Thanh Hóa", True),
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", True),
        ("Chính phủ", "Thủ tướng Chính phủ", False),
        (None, "Chính phủ", None),
    ],
)
def test_compatible(a: str | None, b: str | None, wanted: bool | None) -> None:
    assert compatible(a, b) is wanted


def test_symbols_lead_to_bodies() -> None:
    assert {issuer.name for issuer in issuers_for_symbol("TW")} >= {"Bộ Chính trị", "Ban Bí thư"}
    found = find_issuer("Ban Thường vụ Tỉnh ủy Sơn La")
    assert found is not None
    assert found.slug == "tinh-uy"


@pytest.mark.parametrize(
    ("text", "value"),
    [("XIV", 14), ("lần thứ mười một", 11), ("nhất", 1), ("năm", 5), ("12", 12), ("abc", None), ("", None)],
)
def test_parse_ordinal(text: str, value: int | None) -> None:
    assert parse_ordinal(text) == value


def test_terms() -> None:
    term = party_term_on(date(2013, 2, 21))
    assert term is not None
    assert term.roman == "XI"
    assert party_term_on(date(1950, 1, 1)) is None


def test_instruments_are_well_formed() -> None:
    known = load_instruments()
    assert sum(1 for row in known if row.issued_on) >= 120
    for row in known:
        assert row.number or row.title, row
        if row.number:
            assert str(parse_number(row.number)) == row.number, row
    for row in known:
        assert (row.title or "").count("(") == (row.title or "").count(")"), row
        assert len(row.source) > 5, row
    identities = [(row.kind, row.number, row.issued_on) for row in known if row.number]
    assert len(identities) == len(set(identities))


@pytest.mark.parametrize(
    ("kind", "number", "issued_on", "issuer"),
    [
        ("chi-thi", "34-CT/TW", "2014-04-07", "Bộ Chính trị"),
        ("chi-thi", "34-CT/TW", "2024-05-24", "Ban Bí thư"),
        ("chi-thi", "12/CT-TTg", "2018-05-22", "Thủ tướng Chính phủ"),
        ("ket-luan", "56-KL/TW", "2013-02-21", "Bộ Chính trị"),
        ("luat", "23/2012/QH13", "2012-11-20", "Quốc hội"),
        ("luat", "17/2023/QH15", "2023-06-20", "Quốc hội"),
    ],
)
def test_known_facts(kind: str, number: str, issued_on: str, issuer: str) -> None:
    assert any(
        (row.kind, row.number, row.issued_on, row.issuer) == (kind, number, issued_on, issuer)
        for row in load_instruments()
    )


def test_kinds() -> None:
    assert len(kinds()) == 29
    assert kind_words()["ke hoach"] == "ke-hoach"
    assert set(kind_letters()["qd"]) == {"quyet-dinh", "quy-dinh"}


def test_occasions() -> None:
    found = occasion_in("kỷ niệm 25 năm Ngày thành lập Liên minh HTX Việt Nam")
    assert found is not None
    assert found.slug == "thanh-lap-lmhtx-viet-nam"
    rounds = [(row.occasion.slug, row.years) for row in round_anniversaries(date(2028, 1, 1), 12)]
    assert ("thanh-lap-lmhtx-viet-nam", 35) in rounds
    assert all(years % 5 == 0 for _, years in rounds)


def test_data_files_are_composed() -> None:
    for entry in files("corpus").joinpath("data").iterdir():
        text = entry.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), entry.name
        widths = {line.count("\t") for line in text.splitlines() if line}
        assert len(widths) == 1, entry.name


def test_a_wrong_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match=r"places\.tsv line 1"):
        tables.read_table("places", ("wrong", "columns"))


BAD_CELLS = [
    ("kinds", "cited", "often", kinds),
    ("kinds", "serial", "perhaps", kinds),
    ("kinds", "rank", "high", kinds),
    ("kinds", "year_since", "-1998", kinds),
    ("kinds", "meant", "chi-thi|khong-co", kinds),
    ("kinds", "role", "launch", kinds),
    ("kinds", "traits", "verb|noun", kinds),
    ("kinds", "name", "", kinds),
    ("kinds", "slug", "luat", kinds),
    ("issuers", "level", "village", issuers),
    ("issuers", "rank", "first", issuers),
    ("symbols", "system", "church", organ_symbols),
    ("symbols", "local", "yes", organ_symbols),
    ("symbols", "family", "close", organ_symbols),
]


@pytest.mark.parametrize(("table", "column", "cell", "load"), BAD_CELLS)
def test_a_wrong_cell_is_named_by_line_and_column(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: str, column: str, cell: str, load: Any
) -> None:
    lines = [line.split("\t") for line in files("corpus").joinpath(f"data/{table}.tsv").read_text("utf-8").splitlines()]
    lines[5][lines[0].index(column)] = cell
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / f"{table}.tsv").write_text("\n".join("\t".join(line) for line in lines), encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    with pytest.raises(DataError, match=rf"{table}\.tsv line 6, column {column}: .*wanted"):
        load.__wrapped__()


@pytest.mark.parametrize(
    ("symbol", "local"),
    [
        ("ubnd", True),
        ("lmhtx", True),
        ("lmhtxqn", True),
        ("vptu", True),
        ("stc", True),
        ("huu", False),
        ("lmhtxvn", False),
        ("tw", False),
        ("ttg", False),
        ("btc", False),
        ("twdtnx", False),
        ("xyz", False),
    ],
)
def test_symbols_of_every_province(symbol: str, local: bool) -> None:
    assert is_local_symbol(symbol) is local


@pytest.mark.parametrize(
    ("kind", "number", "rank"),
    [
        ("luat", "23/2012/QH13", 1),
        ("chi-thi", "34-CT/TW", 1),
        ("phap-lenh", "02/2020/UBTVQH14", 2),
        ("nghi-dinh", "113/2024/NĐ-CP", 3),
        ("nghi-dinh", "113/2024", 3),
        ("chi-thi", "12/CT-TTg", 4),
        ("thong-tu", "01/2020", 5),
        ("quyet-dinh", "5/QĐ-BXYZ", 5),
        ("ke-hoach", "45/KH-UBND", 6),
        ("ke-hoach", "45/KH-LMHTX", 7),
        ("hien-phap", None, 1),
        ("khong-co", None, 7),
    ],
)
def test_ranks(kind: str, number: str | None, rank: int) -> None:
    assert rank_of_document(kind, number) == rank


def test_what_a_joint_number_says_of_its_kind() -> None:
    assert joint_kind("thong-tu", "TTLT") == "thong-tu-lien-tich"
    assert joint_kind("thong-tu", "TT") == "thong-tu"
    assert joint_kind("ke-hoach", "TTLT") == "ke-hoach"


def test_beginnings_of_bodies() -> None:
    text, letterhead = body_beginnings("text"), body_beginnings("letterhead")
    assert {"ubnd", "ubtvqh"} <= set(text)
    assert "cong ty" not in text
    assert "cong ty" in letterhead
    assert "bo tai chinh" not in text, "it begins with a word of the table"
    assert "quy" in capitalised_beginnings()


def test_abbreviations_are_written_out() -> None:
    assert expand_words("dieu le lmhtx viet nam") == "dieu le lien minh hop tac xa viet nam"
    assert written_forms()["TĐKT"] == "Thi đua - Khen thưởng"
    assert "TW" not in written_forms()
