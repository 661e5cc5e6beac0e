"""What templates are given: addresses, filters, page numbers, names in the reader's language, errors as pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from corpus.model import Reason
from webapp.app import create_app
from webapp.reading import FIRST_AT_LEAST
from webapp.rendering import (
    error_page,
    facet_language,
    facet_value,
    node_label,
    node_lang,
    page_numbers,
    place_url,
    query_url,
    relation_name,
    show_reason,
    toggled,
    web_url,
)
from webapp.settings import Settings


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An application over a folder without an archive."""
    return create_app(Settings(archive=Path(tmp_path_factory.mktemp("none")) / "archive"))


@pytest.fixture
def asked(app: Flask) -> Iterator[None]:
    """Within a request in Vietnamese."""
    with app.test_request_context("/"):
        app.preprocess_request()
        yield


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 3, [1, 2, 3]),
        (1, 4, [1, 2, 3, 4]),
        (1, 5, [1, 2, 3, 4, 5]),
        (1, 6, [1, 2, 3, None, 6]),
        (4, 9, [1, 2, 3, 4, 5, 6, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 11, [1, None, 4, 5, 6, 7, 8, None, 11]),
        (9, 9, [1, None, 7, 8, 9]),
        (50, 100, [1, None, 48, 49, 50, 51, 52, None, 100]),
    ],
)
def test_page_numbers_leave_no_gap_of_one(page: int, pages: int, shown: list[int | None]) -> None:
    assert page_numbers(page, pages) == shown


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (None, None),
        ("", None),
        ("http://a.example/", "http://a.example/"),
        ("HTTPS://a.example/", "HTTPS://a.example/"),
        ("javascript:alert(1)//http://", None),
        (" http://a.example", None),
        ("ftp://a.example", None),
        ("//a.example", None),
        ("http:a", None),
    ],
)
def test_links_lead_to_the_web_alone(url: str | None, kept: str | None) -> None:
    assert web_url(url) == kept


@pytest.mark.parametrize(
    ("values", "url"),
    [
        ({}, "/tim"),
        ({"q": None, "k": "", "l": []}, "/tim"),
        ({"q": "thi đua"}, "/tim?q=thi+%C4%91ua"),
        ({"q": "a&b", "page": 0}, "/tim?q=a%26b&page=0"),
        ({"k": ["a", "", None, "b"], "l": ("c",)}, "/tim?k=a&k=b&l=c"),
    ],
)
def test_queries_leave_out_what_is_empty(values: dict[str, object], url: str) -> None:
    assert query_url("/tim", **values) == url


@pytest.mark.parametrize(
    ("filters", "toggle", "left"),
    [
        ({}, ("kind", "a"), {"kind": ["a"]}),
        ({"kind": ["a"]}, ("kind", "a"), {"kind": []}),
        ({"kind": ["a"]}, ("kind", "b"), {"kind": ["a", "b"]}),
        ({"kind": ["a", "b"], "year": ["a"]}, ("kind", "a"), {"kind": ["b"], "year": ["a"]}),
    ],
)
def test_a_filter_is_put_on_or_taken_off(
    filters: dict[str, list[str]], toggle: tuple[str, str], left: dict[str, list[str]]
) -> None:
    before = {name: list(values) for name, values in filters.items()}
    assert toggled(filters, *toggle) == left
    assert filters == before


@pytest.mark.usefixtures("asked")
def test_places_of_a_long_text_are_asked_for_by_their_beginning() -> None:
    assert place_url("n", FIRST_AT_LEAST - 1) == f"/thong-bao/n#c{FIRST_AT_LEAST - 1}"
    assert place_url("n", FIRST_AT_LEAST, "d") == f"/thong-bao/n?tu={FIRST_AT_LEAST}#d{FIRST_AT_LEAST}"
    assert place_url("n", 0) == "/thong-bao/n#c0"


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("kind", "chi-thi", "Chỉ thị"),
        ("campaign", "unheard-of", "Dịp khác"),
        ("place", "Sơn La", "Sơn La"),
        ("year", "2018", "2018"),
    ],
)
def test_facets_as_people_read_them(name: str, value: str, shown: str) -> None:
    assert facet_value(name, value).lower() == shown.lower()


@pytest.mark.parametrize(("language", "amends"), [("vi", "Sửa đổi, bổ sung"), ("en", "Amends")])
def test_relations_in_the_readers_language(app: Flask, language: str, amends: str) -> None:
    with app.test_request_context("/", headers={"Cookie": f"lang={language}"}):
        app.preprocess_request()
        assert relation_name("amends") == amends
        assert relation_name("unheard-of") == "unheard-of"
        assert facet_language("place") == facet_language("issuer") == facet_language("site") == "vi"
        assert facet_language("kind") == facet_language("campaign") == facet_language("year") == language


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("node", "shown"),
    [
        ({"type": "notice", "number": "1/TB", "label": "Thông báo"}, "Thông báo"),
        ({"type": "instrument", "number": None, "label": "Luật Hợp tác xã"}, "Luật Hợp tác xã"),
    ],
)
def test_nodes_without_a_number_are_called_by_their_title(node: dict[str, str | None], shown: str) -> None:
    assert (node_label(node), node_lang(node)) == (shown, "vi")


@pytest.mark.usefixtures("asked")
def test_a_reason_is_told_as_a_value_and_as_a_row() -> None:
    reason = Reason.of("of-year", year=2018)
    assert show_reason(reason) == show_reason(reason.as_row()) == "Của năm 2018, xem làm mẫu."


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("status", "said", "told"),
    [
        (404, "no such thing", "no such thing"),
        (499, "x", "x"),
        (500, "secret", "an error of this server"),
        (502, "secret", "an error of this server"),
        (503, "secret", "the archive is not ready; try again in a few minutes"),
    ],
)
def test_what_goes_wrong_inside_is_not_told(status: int, said: str, told: str) -> None:
    assert error_page(status, said, as_json=True).get_json() == {"error": {"status": status, "message": told}}
    page = error_page(status, said, as_json=False, detail=Reason.of("no-notice", id="tờ-này")).get_data(as_text=True)
    assert "secret" not in page and ("tờ-này" in page) is (status < 500)
