"""What of a page is its article: leads, parts with furniture's names, hidden rests; not columns, boxes, forms."""

import pytest

from corpus.errors import InputError, NoArticle
from crawler.page import article_of
from tests.crawler.pieces import BESIDE, BODY, FIRST, LINKS, SECOND, THIRD, TITLE, WHOLE, read
from tests.crawler.readers import read_page

LEAD = "Theo Kế hoạch số 662/KH-LMHTXVN ngày 24/8/2023, các xã ven đê bắt tay vào làm thủy lợi từ tuần sau."
LETTERHEAD = "<p>LIÊN MINH HỢP TÁC XÃ TỈNH HÀ NAM</p><p>Số: 58/KH-LMHTX</p>"


@pytest.mark.parametrize("name", ["description", "sapo", "article__sapo", "summary", "entry-summary", "chapo"])
@pytest.mark.parametrize(
    "page",
    [
        "[h]<p class='{name}'>{lead}</p><article>{body}</article>",
        "<div class='sidebar-1'>[h]<p class='{name}'>{lead}</p><article>{body}</article></div>",
        "<article><header>[h]<div class='{name}'>{lead}</div></header><div class='body'>{body}</div></article><aside>{beside}</aside>",
        "<div><div class='title'>{title}</div><div class='{name}'><p>{lead}</p></div><div class='content'>{body}</div></div>",
        "<div>[h]<h2 class='{name}'>{lead}</h2><div class='content'><p>{lead}</p>{body}</div></div>",
    ],
)
def test_the_lead_is_kept_once(page: str, name: str) -> None:
    text = read(page.format(name=name, lead=LEAD, body=BODY * 6, beside=BESIDE, title=TITLE)).text
    assert text.count("662/KH-LMHTXVN") == 1
    assert "Chuyện bên lề" not in text
    assert all(words in text for words in WHOLE)


@pytest.mark.parametrize(
    "tag", ["header", "footer", "aside", "div class='doc-header'", "div class='entry-header'", "section class='header'"]
)
def test_parts_of_the_article_stay_whatever_their_name(tag: str) -> None:
    text = read(f"<article>[h]<{tag}>{LETTERHEAD}</{tag.split()[0]}>{BODY}</article>").text
    assert "Số: 58/KH-LMHTX" in text
    closing = "<p>Căn cứ: Kết luận số 56-KL/TW ngày 21/02/2013 của Bộ Chính trị.</p>"
    assert "56-KL/TW" in read(f"<article>[h]{BODY}<{tag}>{closing}</{tag.split()[0]}></article>").text


@pytest.mark.parametrize(
    "name",
    [
        *("has-sidebar", "content-with-sidebar", "contentWithSidebar", "print-area", "hidden-print", "widget_text"),
        *("elementor-widget-text-editor", "so-panel widget widget_sow-editor", "td-post-content", "modal-open page"),
        *("page-sidebar-right-layout main", "comment-content", "search-content", "col-md-9 hidden-xs"),
    ],
)
def test_names_are_matched_as_whole_words_of_furniture(name: str) -> None:
    side = f"<div class='sidebar'>{BESIDE}</div>"
    for page in (
        f"<div class='layout'><div class='{name}'>[h]{BODY}</div>{side}</div>",
        f"<div class='layout'><div class='lft'>[h]<div class='{name}'>{BODY}</div></div>{side}</div>",
        f"{side}<div class='layout'>[h]<div class='{name}'>{FIRST}</div><div class='{name}'>{SECOND}{THIRD}</div></div>",
    ):
        text = read(page).text
        assert all(words in text for words in WHOLE), page
        assert "Chuyện bên lề" not in text


@pytest.mark.parametrize("name", ["sidebar", "cot-phai", "right-col", "widget-area", "box-right", "l-sidebar"])
def test_a_column_beside_never_stands_in_the_place_of_the_article(name: str) -> None:
    side = f"<div class='{name}'>{BESIDE}</div>"
    for page in (f"<div id='x'>[h]{BODY}</div>{side}", f"{side}<div id='x'>[h]{BODY}</div>"):
        text = read(page).text
        assert all(words in text for words in WHOLE)
        assert "Chuyện bên lề" not in text


@pytest.mark.parametrize(
    "name", ["comment", "header", "tools", "tag", "search", "widget", "print", "author", "related"]
)
def test_a_paragraph_is_read_whatever_its_class(name: str) -> None:
    item = f"<p class='{name}'>1. Thực hiện Quyết định số 461/QĐ-TTg ngày 27/4/2018 của Thủ tướng Chính phủ.</p>"
    assert "461/QĐ-TTg" in read(f"<article>[h]{FIRST}{item}{SECOND}</article>").text


@pytest.mark.parametrize(
    "opening",
    [
        *("<div style='display:none'>", "<div hidden>", "<div hidden='until-found'>", "<div aria-hidden='true'>"),
        *("<div class='d-none'>", "<div class='collapse'>", "<section style='visibility: hidden'>", "<details>"),
    ],
)
def test_the_hidden_rest_of_an_article_is_read(opening: str) -> None:
    closing = f"</{opening[1:].split()[0].rstrip('>')}>"
    short = f"<article>[h]{FIRST}<a href='#'>Xem thêm</a>{opening}{SECOND}{THIRD}{closing}</article>"
    tabs = f"<div class='tabs'>[h]<div class='tab'><p>Số ký hiệu: 58/KH-LMHTX</p></div>{opening}{BODY}{closing}</div>"
    for page in (short, tabs):
        assert all(words in read(page).text for words in WHOLE), page


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display:none'><form><p>Mời bạn ghi họ tên và hòm thư vào ô bên dưới để nhận bản tin ven đê hằng tuần, miễn phí và không quảng cáo gì thêm.</p><input></form></div>",
        f"<ul style='display:none'>{LINKS}</ul>",
        "<div class='modal' style='display:none'><p>"
        + "Trang này ghi lại việc đọc của bạn, xin bấm đồng ý. " * 6
        + "</p></div>",
        f"<div class='mobile' style='display:none'>{BODY}</div>",
        f"<template>{BESIDE}</template>",
    ],
)
def test_hidden_forms_menus_boxes_and_twins_are_not(hidden: str) -> None:
    assert read(f"<article>[h]{BODY}{hidden}</article>").text == read(f"<article>[h]{BODY}</article>").text


DOCUMENTS = (
    "Luật Hợp tác xã số 23/2012/QH13",
    "Nghị định số 193/2013/NĐ-CP ngày 21/11/2013",
    "Kết luận số 56-KL/TW",
    "Quyết định số 461/QĐ-TTg",
    "Chỉ thị số 12/CT-TTg",
)


@pytest.mark.parametrize("heading", ["Căn cứ pháp lý:", "Văn bản liên quan", "Xem thêm:", ""])
@pytest.mark.parametrize("item", ["<li><a href='/vb'>{}</a></li>", "<p><a href='/vb'>{}</a></p>"])
def test_links_that_name_documents_are_what_the_text_rests_on(heading: str, item: str) -> None:
    links = "".join(item.format(name) for name in DOCUMENTS)
    page = f"[h]{BODY}<h3>{heading}</h3><div>{links}</div><h3>Tin liên quan</h3><ul>{LINKS}</ul>"
    for text in (read(f"<article>{page}</article>").text, read(f"<div>{page}</div>").text):
        assert all(name in text for name in DOCUMENTS)
        assert "Chợ phiên" not in text


def test_the_publisher_of_a_page_is_not_its_site() -> None:
    place = "<meta name='geo.placename' content='Hà Nội'>"
    assert "Hà Nội" not in read(f"<article>[h]{BODY}</article>", head=place).site_name


@pytest.mark.parametrize("name", ["article__meta", "post-meta", "entry-meta", "byline", "news-author"])
def test_who_wrote_it_is_not_in_the_text(name: str) -> None:
    meta = f"<div class='{name}'><span>Trần Thị Mẫu</span> - <time>02/4/2019 - 15:28 GMT+7</time></div>"
    page = read(f"<article>[h]{meta}{BODY}</article>")
    assert "Trần Thị Mẫu" not in page.text
    assert page.published_on == "2019-04-02"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p>Ảnh</p>", "too short: 3 characters"),
        (f"<ul>{LINKS * 3}</ul>", "no article found"),
        (
            "".join(f"<p>{'Tóm tắt ngắn. ' * 8}<p><a href='/{n}'>Bài số {n} về chợ phiên ven đê</a>" for n in range(9)),
            "a list of links",
        ),
        ("<p>" + "\x01\x02" * 400 + "</p>", "not text"),
    ],
)
def test_a_page_without_an_article_says_why(body: str, reason: str) -> None:
    html = f"<html><body>{body}</body></html>"
    with pytest.raises(NoArticle, match=reason) as caught:
        article_of(html, "https://e.example/1")
    assert isinstance(caught.value, InputError)
    assert caught.value.reason in str(caught.value)
    assert read_page(html, "https://e.example/1") is None


def test_short_articles_are_articles() -> None:
    """Some hundred characters in few or many paragraphs; words of an imprint inside sentences end nothing."""
    for count in range(1, 13):
        said = [
            f"Việc thứ {n}: xã chịu trách nhiệm chính, giấy phép số {n} còn hạn, tổng truy cập trang tin là việc phụ."
            for n in range(count)
        ]
        paragraphs = [f"<p>{said[n]}</p>" for n in range(count)]
        if count > 1:
            assert all(line in read(f"<article>[h]{''.join(paragraphs)}</article>").text for line in said), (
                f"{count} paragraphs"
            )


SHORT = "<p>Chỉ có một dòng tóm tắt.</p>"
LINE = "<p>Một đoạn dài hơn tám mươi chữ cái để kể rõ chuyện làm thủy lợi của các xã ven đê trong vụ này{}</p>"


@pytest.mark.parametrize(
    ("page", "has", "lacks"),
    [
        # of two columns the one that bears the title is the article, whatever the other weighs, unless the other is its text
        (f"<div class='left'>{BESIDE}</div><div class='x'>[h]{BODY}</div>", "22-CT/TW", "Chuyện bên lề"),
        (f"<div class='x'>[h]{BODY}</div><div class='y'>{BESIDE[:900]}</div>", "22-CT/TW", "Chuyện bên lề"),
        (f"<div class='x'>[h]{SHORT * 8}</div><div class='content'>{BODY * 4}</div>", "22-CT/TW", ""),
        (f"<div class='x'>[h]{LINE.format('.') * 4}</div><div class='z'>{BESIDE * 2}</div>", "của các xã ven đê", "Chuyện bên lề"),
        (f"<div class='x'>[h]{LINE.format(';') * 4}</div><div class='z'>{BESIDE * 2}</div>", "của các xã ven đê", "Chuyện bên lề"),
        (f"<div class='x'>[h]{LINE.format('') * 4}</div><div class='z'>{BESIDE * 2}</div>", "Chuyện bên lề", ""),
        (f"<div class='x'>[h]{LINE.format('.') * 4}</div><div class='noi-dung'>{BODY * 4}</div>", "22-CT/TW", ""),
        (f"<div class='x'>[h]{LINE.format('.')}{LINE.format('') * 3}</div><div class='z'>{BESIDE * 2}</div>", "Chuyện bên lề", ""),
        # pieces of one class are one text
        (f"<div class='p'>[h]{LINE.format('.') * 4}</div><div class='p'>{BODY * 4}</div>", "22-CT/TW", ""),
        # one <article> among columns is the article; the main column counts more than a side one
        (f"<div>{BESIDE}</div><article>{BODY}</article><div>{BESIDE}</div>", "22-CT/TW", "Chuyện bên lề"),
        (f"<table><tr><td class='right'>{BESIDE}</td><td class='content'>{BODY * 2}</td></tr></table>", "22-CT/TW", "Chuyện bên lề"),
        (f"[h]<div class='row'><div class='col-8'>{BODY}</div><div class='col-4'>{BESIDE}</div></div>", "22-CT/TW", "Chuyện bên lề"),
    ],
)  # fmt: skip
def test_columns(page: str, has: str, lacks: str) -> None:
    text = read(page).text
    assert has in text
    assert not lacks or lacks not in text


@pytest.mark.parametrize(
    ("beside", "stays"),
    [
        ("<div>Một câu dài hơn bốn mươi chữ cái kể về đợt thi đua này.</div>", True),
        ("<div>Một câu ngắn.</div>", False),
        ("<div class='right'>Một câu dài hơn bốn mươi chữ cái kể về đợt thi đua này.</div>", False),
        ("<div>Mốc <a href='/1'>Một câu dài hơn bốn mươi chữ cái kể về đợt thi đua này.</a></div>", False),
        ("<div>Số: 58/KH-LMHTX</div>", True),
        ("<div>Kết luận số 56-KL/TW</div>", True),
    ],
)
def test_what_belongs_to_the_text_beside_it(beside: str, stays: bool) -> None:
    words = {"Một câu", "Số: 58", "Kết luận số 56"}
    page = f"<article><div>[h]</div>{beside}<div class='body'>{BODY * 6}</div></article>"
    text = read(page).text
    assert any(word in text for word in words) is stays
    behind = read(f"<article>[h]<div class='body'>{BODY * 6}</div>{beside}</article>").text
    assert any(word in behind for word in words) is stays
