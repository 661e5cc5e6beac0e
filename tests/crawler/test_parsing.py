"""The bound of a page, and letters put right while it is parsed."""

import pytest

from crawler.parsing import MAX_TAGS, bounded, parse_page
from tests.crawler.pieces import BODY, read


def test_a_page_of_too_many_tags_is_read_as_far_as_the_bound() -> None:
    html = "<p>a</p>" * MAX_TAGS
    assert bounded(html) == html[: html.index("<p>", 0) + 8 * MAX_TAGS]
    assert len(parse_page(html + "<b>z</b>" * 9).find_all(True)) <= MAX_TAGS + 2
    assert "kể lại cách làm" in read(f"<article>[h]{BODY}{'<b></b>' * 2 * MAX_TAGS}</article>").text


@pytest.mark.parametrize("html", ["<" * 500_000, "a < b " * 100_000, "<p>a</p>" * 10])
def test_signs_that_are_no_tags_cut_nothing(html: str) -> None:
    assert bounded(html) == html


@pytest.mark.parametrize(
    ("piece", "wanted"),
    [
        ("Th&amp;#7921;c hi&amp;amp;#7879;n Ch&amp;#7881; th&amp;#7883;", "Thực hiện Chỉ thị"),
        ("&amp;lt;p&amp;gt; gi&amp;agrave;", "&lt;p&gt; già"),
        ("<font face='.VnTimeH'>s¾c lÖnh cña chñ tÞch</font>", "SẮC LỆNH CỦA CHỦ TỊCH"),
        ("<b style='font-family: .VnArialH'>kÕ ho¹ch thi ®ua n¨m</b>", "KẾ HOẠCH THI ĐUA NĂM"),
        ("<font face='.VnTime'>kÕ ho¹ch thi ®ua n¨m</font>", "kế hoạch thi đua năm"),
        ("S¾C LÖNH cña Chñ tÞch n­íc, Bµ Lª", "SẮC LỆNH của Chủ tịch nước, Bà Lê"),
        ("Thöïc hieän Chæ thò soá 22-CT/TW", "Thực hiện Chỉ thị số 22-CT/TW"),
        ("Thá»±c hiá»‡n Chá»‰ thá»‹ sá»‘ 22-CT/TW cá»§a lÃ\xa0ng", "Thực hiện Chỉ thị số 22-CT/TW của làng"),
    ],
)
def test_old_letters_are_put_right_beside_modern_ones(piece: str, wanted: str) -> None:
    soup = parse_page(f"<title>Kế hoạch</title><p>Liên minh mở đợt thi đua.</p><p>{piece}</p>")
    assert soup.find_all("p")[-1].get_text() == wanted
    assert soup.find("p").get_text() == "Liên minh mở đợt thi đua."  # type: ignore[union-attr]
