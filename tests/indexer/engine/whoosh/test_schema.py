"""What becomes of a document's parts in the schema: dates as numbers, beginnings, packed payloads, counted terms."""

import zlib
from collections import Counter
from typing import Any

import pytest

from indexer.engine.protocol import FACETS, IndexDocument
from indexer.engine.whoosh.schema import (
    KEY_FIELDS,
    MAX_PREFIX,
    TEXT_FIELDS,
    counted_row,
    date_number,
    facet_values,
    pack,
    pack_words,
    prefixes,
    schema,
    suggestion_key,
    text_digest,
    unique_id,
    unpack,
    unpack_cards,
    unpack_words,
)


@pytest.mark.parametrize(
    ("iso", "number"),
    [(None, 0), ("", 0), ("2018", 20180000), ("2018-07", 20180700), ("2018-07-22", 20180722), ("0999", 9990000)],
)
def test_dates_of_any_precision_sort(iso: str | None, number: int) -> None:
    assert date_number(iso) == number


@pytest.mark.parametrize("level", [0, 6])
@pytest.mark.parametrize("payload", [{}, {"a": 1}, {"tên": "Đợt", "more": [None, {"x": 0.5}]}])
def test_payloads_come_back(payload: dict[str, Any], level: int) -> None:
    assert unpack(pack(payload, level=level)) == payload


def test_a_card_is_kept_to_be_read_at_once() -> None:
    assert pack({"tên": "Đ"}, level=0) == '{"tên":"Đ"}'.encode()
    assert zlib.decompress(pack({"tên": "Đ"})) == '{"tên":"Đ"}'.encode()
    assert (pack({}), pack({}, level=0)) == (b"", b"")
    assert unpack(pack({"a": "\ud800"})) == {"a": "?"}, "a lone surrogate does not stop a run"


@pytest.mark.parametrize("cards", [[], [{"id": "a"}], [{"id": "a"}, {"id": "b", "n": "Đ"}]])
def test_cards_are_read_together(cards: list[dict[str, Any]]) -> None:
    assert unpack_cards([pack(card, level=0) for card in cards]) == cards


@pytest.mark.parametrize("words", [Counter(), Counter({"hợp_tác_xã": 3}), Counter({"a": 1, "b": 12})])
def test_compounds_come_back(words: Counter[str]) -> None:
    assert unpack_words(pack_words(words)) == words


def test_no_compounds_are_no_bytes() -> None:
    assert pack_words(Counter()) == b""


@pytest.mark.parametrize(
    ("typed", "key"),
    [("KL56", "kl 56"), ("kl 56", "kl 56"), ("x1", "x1"), ("abcd1", "abcd 1"), ("abcde1", "abcde1"), ("1kl2", "1kl2")],
)
def test_beginnings_are_compared_in_one_form(typed: str, key: str) -> None:
    assert suggestion_key(typed) == key


def test_a_notice_is_not_suggested() -> None:
    assert prefixes(IndexDocument(id="a", type="notice", title="Thông báo", number="1/TB")) == []


def test_beginnings_of_a_title_start_at_each_of_its_first_six_words() -> None:
    found = prefixes(IndexDocument(id="a", type="campaign", title="mot hai ba bon nam sau bay"))
    assert {"mo", "mot", "ha", "ba bon", "sa", "sau", "sau bay"} <= set(found)
    assert not {"m", "bay", "bay "} & set(found)
    assert "mot hai ba bon nam"[:MAX_PREFIX] in found and max(map(len, found)) == MAX_PREFIX
    assert len(found) == len(set(found))
    assert "mot hai ba bon n" in found and "hai ba bon nam sau"[:MAX_PREFIX] in found


def test_beginnings_hold_five_words() -> None:
    found = prefixes(IndexDocument(id="a", type="campaign", title="a b c d e f"))
    assert "a b c d e" in found and "a b c d e " not in found and "a b c d e f" not in found


def test_an_instrument_is_suggested_by_number_kind_and_other_names() -> None:
    one = IndexDocument(
        id="a", type="instrument", title="Về thi đua", number="12/CT-TTg", kind="chi-thi", names=("Chỉ thị mới",)
    )
    found = set(prefixes(one))
    assert {"12", "chi thi 12", "chi thi so 12", "ct 12", "ct so 12", "ve thi dua", "chi thi moi"} <= found
    assert "chi thi 12" not in prefixes(IndexDocument(id="a", type="instrument", title="Về", kind="chi-thi"))


def test_there_are_six_hundred_beginnings_at_most() -> None:
    names = tuple(f"{at:02}x {at:02}y {at:02}z {at:02}t" for at in range(99))
    assert len(prefixes(IndexDocument(id="a", type="campaign", title="t", names=names))) == 600


def test_a_digest_stands_for_title_and_text() -> None:
    def of(title: str, text: str, **more: Any) -> bytes:
        return text_digest(IndexDocument(id="a", type="notice", title=title, text=text, **more))

    assert of("T", "") == b""
    assert len(of("T", "x")) == 12
    assert of("T", "x") == of("T", "x", place="Sơn La")
    assert len({of("T", "x"), of("T", "y"), of("U", "x"), of("T\nx", "x")}) == 4
    assert of("T", "\ud800")


WHOLE = IndexDocument(
    id="a",
    type="notice",
    title="Tiêu đề",
    text="Thi đua thi đua",
    number="1/TB",
    kind="thong-bao",
    date="2018-05",
    place="Sơn La",
    issuer="Liên minh",
    site="s",
    campaign="dip",
    cites=("x", "y"),
    cited=("k 1",),
    keys=("is:x",),
    cited_count=4,
    payload={"id": "a", "text": "t"},
    card={"id": "a"},
)


def test_facets_have_one_value_or_none() -> None:
    assert facet_values(WHOLE) == {
        "kind": "thong-bao",
        "year": "2018",
        "place": "Sơn La",
        "issuer": "Liên minh",
        "campaign": "dip",
        "site": "s",
    }
    bare = facet_values(IndexDocument(id="a", type="notice", title=""))
    assert set(bare) == set(FACETS) and set(bare.values()) == {""}


def test_a_row_has_counts_by_field_and_values_by_column() -> None:
    terms, columns = counted_row(WHOLE)
    assert terms["uid"] == {"notice:a": 1} and unique_id("notice", "a") == "notice:a"
    assert (terms["type"], terms["cites"], terms["cited"]) == ({"notice": 1}, {"x": 1, "y": 1}, {"k 1": 1})
    assert terms["lookup"] == {"is:x": 1} and "prefix" not in terms
    assert (terms["plain"]["thi"], terms["plain"]["dua"], terms["marked"]["đua"]) == (2, 2, 2)
    assert terms["title_plain"]["tieu"] == 1 and "thi" not in terms["title_plain"]
    assert (columns["c_id"], columns["c_type"], columns["c_date"], columns["c_cited"]) == (b"a", b"notice", 20180500, 4)
    assert columns["c_place"] == "Sơn La".encode() and columns["c_year"] == b"2018"
    assert columns["c_payload"] == pack(WHOLE.payload) and columns["c_card"] == b'{"id":"a"}'
    assert columns["c_words"] == pack_words(terms["compounds"]) and columns["c_text"] == text_digest(WHOLE)
    assert terms.keys() | columns.keys() <= set(schema().names())


def test_known_compounds_are_taken_as_they_are() -> None:
    known = Counter({"thi_đua": 9})
    terms, columns = counted_row(WHOLE, known)
    assert terms["compounds"] == known and columns["c_words"] == pack_words(known)
    assert "compounds" not in counted_row(WHOLE, Counter())[0]


def test_what_a_document_lacks_has_no_field_and_no_column() -> None:
    terms, columns = counted_row(IndexDocument(id="a", type="campaign", title=""))
    assert set(terms) == {"uid", "type"}
    assert {name for name in columns if name[2:] in FACETS} == set()


def test_every_field_is_in_the_schema() -> None:
    columns = {*(f"c_{name}" for name in FACETS), "c_id", "c_type", "c_date", "c_cited", "c_card", "c_words", "c_text"}
    assert set(schema().names()) == {*TEXT_FIELDS, *KEY_FIELDS, *columns, "c_payload"}
