"""The day of publication: metadata and stamps, never a date of the text."""

import pytest

from crawler.published import day_in
from tests.crawler.pieces import BODY, FIRST, SECOND, THIRD, read
from tests.crawler.readers import read_page


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        ("<meta property='article:published_time' content='2019-03-31T19:15:00Z'>", "2019-04-01"),
        ("<meta property='article:published_time' content='2019-03-31T19:15:00+00:00'>", "2019-04-01"),
        ("<meta property='article:published_time' content='2019-04-01T02:15:00+07:00'>", "2019-04-01"),
        ("<meta property='article:published_time' content='2019-04-01 23:15'>", "2019-04-01"),
        ("<meta itemprop='datePublished' content='2019-03-31T18:30:00.000Z'>", "2019-04-01"),
        (
            '<script type=\'application/ld+json\'>{"datePublished": "2019-03-31T20:00:00+0000"}</script>',
            "2019-04-01",
        ),
        ("<meta name='pubdate' content='8/1/2018 9:05 AM'>", "2018-08-01"),
        ("<meta name='pubdate' content='4/25/2019 8:10:00 AM'>", "2019-04-25"),
        ("<meta name='pubdate' content='13/8/2018'>", "2018-08-13"),
        ("<meta name='pubdate' content='06/08/2018 03:48 PM'>", "2018-08-06"),
        ("<meta name='pubdate' content='20190402'>", "2019-04-02"),
        ("<meta name='pubdate' content='Tue, 02 Apr 2019 20:05:00 GMT'>", "2019-04-03"),
        ("<meta name='pubdate' content='9999-12-31T23:59:00Z'>", None),
        ("<meta name='pubdate' content='31/02/2019'>", None),
    ],
)
def test_metadata_says_a_day_of_vietnam(meta: str, day: str | None) -> None:
    assert read(f"<article>[h]{BODY}</article>", head=meta).published_on == day


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Ngày đăng: 06/8/2018", "2018-08-06"),
        ("<span>Ngày đăng:</span> <b>06/8/2018</b>", "2018-08-06"),
        ("Thứ hai, 06/8/2018 | 08:30", "2018-08-06"),
        ("06/8/2018 08:30", "2018-08-06"),
        ("8/1/2018 9:05 AM", "2018-08-01"),
        ("4/25/2019 8:10:00 AM", "2019-04-25"),
        ("(Cập nhật lúc 14h30, 06/8/2018)", "2018-08-06"),
        ("Đăng bởi Admin - 06/8/2018", "2018-08-06"),
        ("Thứ Hai, ngày 6 tháng 8 năm 2018, 08:30", "2018-08-06"),
        ("<i>Trần Thị Mẫu</i> | <span>06/8/2018 10:20</span>", "2018-08-06"),
        ("Posted on 2019-04-02", "2019-04-02"),
        ("<time datetime='2019-03-31T18:30:00Z'>hôm qua</time>", "2019-04-01"),
        ("Ngày 06 tháng 8 năm 2018", None),
        ("Hạn nộp: 15/11/2020", None),
        ("Từ ngày 01/4/2019 đến 20/12/2019", None),
        ("01/4/2019 - 20/12/2019", None),
        ("Ngày ban hành: 12/02/2019", None),
        ("Thời gian: 8h00 ngày 02/4/2019", None),
        ("Theo dõi: 02/4/2019", None),
    ],
)
def test_a_stamp_below_the_title_is_a_line_of_its_own(stamp: str, day: str | None) -> None:
    assert read(f"<article>[h]<div>{stamp}</div>{BODY}</article>").published_on == day


@pytest.mark.parametrize(
    "piece",
    [
        "<ul><li>Thực hiện Kế hoạch ngày 21/5/2018</li><li>Thứ tự làm: 21/5/2018</li></ul>",
        "<p>Thu giấy nhận việc trước 21/5/2018</p>",
        "<p>Tư liệu 21/5/2018</p>",
        "<p>Theo Kế hoạch số 41/KH-LMHTX <span>12/02/2019</span> của Liên minh.</p>",
        "<p>Hạn nộp: <strong>15/11/2020</strong></p>",
        "<p>Thời gian làm:</p><p>01/4/2019 - 20/12/2019</p>",
        "<p><b>21/5/2018</b></p>",
        "<p>Thứ hai, 21/5/2018</p>",
        "<table><tr><td>Ngày</td><td>21/5/2018</td></tr></table>",
        "<p>Buổi họp <time datetime='2019-05-01'>1/5/2019</time> bàn việc mương máng.</p>",
        "<ul><li><a href='/1'>Một tin khác của chợ phiên</a> <time datetime='2019-05-01'>1/5</time></li></ul>",
    ],
)
def test_a_date_of_the_text_is_none(piece: str) -> None:
    assert read(f"<article>[h]{FIRST}{piece}{SECOND}{THIRD}</article>").published_on is None
    assert read(f"[h]{FIRST}{SECOND}{THIRD}{piece}").published_on is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-04-02", "2019-04-02"),
        ("2019-13-02", None),
        ("2019-04-02T25:00Z", None),
        ("2019-04-02T16:59Z", "2019-04-02"),
        ("2019-04-02T17:00Z", "2019-04-03"),
        ("2019-04-02t17:00:00.5z", "2019-04-03"),
        ("2019-04-02T00:30:00+0900", "2019-04-01"),
        ("20190402", "2019-04-02"),
        ("20190402153000", "2019-04-02"),
        ("201904021", None),
        ("2019/4/2", "2019-04-02"),
        ("2019.04.02", "2019-04-02"),
        ("2/4/2019", "2019-04-02"),
        ("4/13/2019", "2019-04-13"),
        ("13/13/2019", None),
        ("4/2/2019 9:05 PM", "2019-04-02"),
        ("04/02/2019 09:05 PM", "2019-02-04"),
        ("4/2/2019 15:05", "2019-02-04"),
        ("Tue, 02 Apr 2019 16:59:00 GMT", "2019-04-02"),
        ("2 Apr 2019 17:00:00 +0000", "2019-04-03"),
        ("99 Apr 2019 17:00:00 +0000", None),
        ("ngày 2 tháng 4 năm 2019", "2019-04-02"),
        ("tháng 4 năm 2019", None),
        ("", None),
    ],
)
def test_day_in(text: str, day: str | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2019/04/02/bai.html", "2019-04-02"),
        ("/2019/4/bai.html", "2019-04"),
        ("/2019-04-02/bai.html", "2019-04-02"),
        ("/2019/13/02/bai.html", None),
        ("/2019/04/32/bai.html", "2019-04"),
        ("/1819/04/02/bai.html", None),
        ("/bai-2019.html", None),
    ],
)
def test_the_day_of_an_address(path: str, day: str | None) -> None:
    page = read_page(f"<title>Một bài</title><h1>Một bài về thủy lợi</h1>{BODY}", f"https://e.vn{path}")
    assert page is not None
    assert page.published_on == day


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("<div>Ngày đăng: 06/8/2018</div>", "2018-08-06"),
        ("<div>06/8/2018 08:30</div>", None),  # today's, in the page's head
        ("<time datetime='2018-08-06'>x</time>", None),
    ],
)
def test_above_the_title_a_stamp_says_what_it_is(above: str, day: str | None) -> None:
    assert read(f"{above}<article>[h]{BODY}</article>").published_on == day


def test_a_time_in_the_header_of_the_title_is_its_stamp() -> None:
    stamp = "<time datetime='2018-08-06'>x</time>"
    assert read(f"<article><header>{stamp}[h]</header>{BODY}</article>").published_on == "2018-08-06"
    assert read(f"<header>{stamp}</header><article>[h]{BODY}</article>").published_on is None


@pytest.mark.parametrize(
    ("block", "day"),
    [
        ("<ul><li>06/8/2018</li></ul>", None),
        ("<div>06/8/2018</div>", "2018-08-06"),
        ("<table><tr><td>Ngày ký</td><td>06/8/2018</td></tr></table>", None),
        ("<dl><dt>Ngày ký</dt><dd>06/8/2018</dd></dl>", None),
        ("<table><tr><th>Ngày ký</th><td>06/8/2018</td></tr></table>", None),
        ("<table><tr><td>06/8/2018</td></tr></table>", "2018-08-06"),
        ("<div>a</div><div>b</div><div>06/8/2018</div>", None),
        ("<div>a</div><div>06/8/2018</div>", "2018-08-06"),
    ],
)
def test_a_bare_date_right_below_the_title_is_a_stamp_unless_it_is_a_value(block: str, day: str | None) -> None:
    assert read(f"<article>[h]{block}{BODY}</article>").published_on == day
