"""What a query says: operators, fields of several words, dates, and what is not well formed."""

import pytest

from corpus.model import Reason
from indexer.asking.query_language import ParsedQuery, parse_query


@pytest.mark.parametrize(
    ("query", "text", "rest"),
    [
        ('"hợp tác xã" -dừa', "hợp tác xã", {"phrases": ["hợp tác xã"], "without": ["dừa"]}),
        ('chè -"chè xanh"', "chè", {"without": ["chè xanh"]}),
        ('nơi:"Nghệ An" chè', "chè", {"filters": {"place": ["Nghệ An"]}}),
        ("noi:nghe-an", "", {"filters": {"place": ["Nghệ An"]}}),
        ("thi đua nơi:thái bình 2018", "thi đua 2018", {"filters": {"place": ["Thái Bình"]}}),
        ("nơi:xứ lạ", "lạ", {"filters": {"place": ["xứ"]}}),
        ("nơi:Sơn La nơi:Nghệ An", "", {"filters": {"place": ["Sơn La", "Nghệ An"]}}),
        ("loại:KH OCOP", "OCOP", {"filters": {"kind": ["ke-hoach"]}}),
        (
            "loại:kế hoạch từ:1/8/2018 đến:2019",
            "",
            {"filters": {"kind": ["ke-hoach"]}, "dates": ("2018-08-01", "2019")},
        ),
        ("cơ quan:Bộ Chính trị thi đua", "thi đua", {"filters": {"issuer": ["Bộ Chính trị"]}}),
        ('co-quan:"Ban Bí thư"', "", {"filters": {"issuer": ["Ban Bí thư"]}}),
        ("trang:lmhtx-a.example", "", {"filters": {"site": ["lmhtx-a.example"]}}),
        ("năm:2018-2020", "", {"dates": ("2018", "2020")}),
        ("năm:2018..2020", "", {"dates": ("2018", "2020")}),
        ("năm:2018–2020 chè", "chè", {"dates": ("2018", "2020")}),
        ("năm: 2018 đến 2020 chè", "chè", {"dates": ("2018", "2020")}),
        ("năm:2018 2019", "2019", {"dates": ("2018", "2018")}),
        ("năm: 2018", "", {"dates": ("2018", "2018")}),
        ("từ:1/8/2018 đến:5/2019", "", {"dates": ("2018-08-01", "2019-05")}),
        ("từ:tháng 8 năm 2018 thi đua", "thi đua", {"dates": ("2018-08", None)}),
        ("dẫn:34-CT/TW", "", {"cites": ["34-CT/TW"]}),
        ("dẫn:chi thi 12 thi đua", "thi đua", {"cites": ["chi thi 12"]}),
        ('dẫn:"Luật Hợp tác xã 2012" điều:5', "", {"cites": ["Luật Hợp tác xã 2012"], "articles": ["5"]}),
        ("dieu:12a article:07", "", {"articles": ["12a", "7"]}),
        ("điều:5-7 chè", "chè", {"articles": ["5", "6", "7"]}),
        ("điều: 5 đến 6 chè", "chè", {"articles": ["5", "6"]}),
        ("điều:1-999", "", {"articles": [str(one) for one in range(1, 61)]}),
        ("chè OR cà phê", "chè cà phê", {"any_of": [("chè", "cà phê")]}),
        (
            "hợp tác xã chè OR cà phê OR lúa",
            "hợp tác xã chè cà phê lúa",
            {"any_of": [("chè", "cà phê", "lúa")]},
        ),
        ('"chè xanh" OR mận', "chè xanh mận", {"any_of": [("chè xanh", "mận")], "phrases": []}),
        ("lạ:thật", "lạ:thật", {"filters": {}}),
        ("12:30", "12:30", {}),
        ("   ", "", {}),
        ("((( ::: ---", "", {}),
    ],
)
def test_what_is_understood(query: str, text: str, rest: dict[str, object]) -> None:
    parsed = parse_query(query)
    found = {name: getattr(parsed, name) for name in ("phrases", "without", "filters", "cites", "articles", "any_of")}
    found["dates"] = (parsed.date_from, parsed.date_to)
    wanted = {"phrases": [], "without": [], "filters": {}, "cites": [], "articles": [], "any_of": []}
    wanted |= {"dates": (None, None)}
    assert (parsed.text, found) == (text, {**wanted, **rest})
    assert parsed.notes == []


@pytest.mark.parametrize(
    ("query", "note", "kept"),
    [
        ("chè OR", Reason("or-without-word"), "chè"),
        ("năm:xyz chè", Reason.of("no-year", name="năm", value="xyz"), "chè"),
        ("điều:hai chè", Reason.of("no-article", name="điều", value="hai"), "chè"),
        ("điều:9-5", Reason.of("no-article", name="điều", value="9-5"), ""),
        ("từ:32/13/2018", Reason.of("no-date", name="từ", value="32/13/2018"), ""),
        ("nơi:", Reason.of("field-without-value", name="nơi"), ""),
        ("-nơi:Sơn La chè", Reason.of("minus-before-field", name="nơi"), "La chè"),
        ('"chưa đóng', Reason("quotation-open"), "chưa đóng"),
        ("a" * 10_000, Reason.of("query-too-long", n=500), "a" * 500),
        ("chè " * 100, Reason.of("query-too-many-parts", n=60), " ".join(["chè"] * 60)),
    ],
)
def test_what_is_not_well_formed_is_noted(query: str, note: Reason, kept: str) -> None:
    parsed = parse_query(query)
    assert parsed.notes == [note]
    assert parsed.text == kept


def test_an_empty_query_is_empty() -> None:
    assert parse_query(" - OR OR ( ").is_empty
    assert not ParsedQuery(date_from="2018").is_empty
