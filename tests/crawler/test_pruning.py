"""What is taken out of a page before its article is looked for, and what looks like it and stays."""

import pytest
from bs4 import BeautifulSoup

from crawler.pruning import is_gone, prune
from tests.crawler.pieces import BODY, FIRST, LINKS, SECOND, TITLE

HIDDEN = "Mỗi hợp tác xã nhận một đoạn mương, ghi rõ ai làm và làm xong ngày nào, rồi gửi giấy nhận việc về văn phòng để tiện theo dõi việc chung."


def left(html: str) -> str:
    """What is left of a body with a title, a text and a piece."""
    soup = BeautifulSoup(f"<body>{html}</body>", "lxml")
    assert soup.body is not None
    prune(soup.body, soup.find("h1"))  # type: ignore[arg-type]  # a tag
    return soup.body.get_text(" ")


def stays(piece: str, *, inside: bool = True) -> bool:
    article = f"<article><h1>{TITLE}</h1>{BODY}{piece if inside else ''}</article>{'' if inside else piece}"
    text = left(article)
    assert "22-CT/TW" in text and TITLE in text
    return "MỐC" in text


@pytest.mark.parametrize(
    "tag",
    "script style noscript iframe svg button select template object textarea map canvas video audio del s strike".split(),
)
def test_what_is_never_text(tag: str) -> None:
    assert not stays(f"<{tag}>MỐC</{tag}>")


@pytest.mark.parametrize(
    ("piece", "inside", "wanted"),
    [
        ("<!-- MỐC -->", True, False),
        ("<p>MỐC</p>", True, True),
        ("<p>MỐC</p>", False, True),
        ("<nav>MỐC</nav>", True, False),
        ("<menu>MỐC</menu>", True, False),
        ("<dialog>MỐC</dialog>", True, False),
        ("<form>MỐC</form>", True, False),
        ("<header>MỐC</header>", True, False),
        ("<footer>MỐC</footer>", True, False),
        ("<aside>MỐC</aside>", True, False),
        (f"<header>MỐC {HIDDEN}</header>", True, True),
        (f"<aside>MỐC {HIDDEN}</aside>", False, False),
        ("<header>MỐC Số: 58/KH-LMHTX</header>", True, True),
        ("<header>MỐC Số: 58/KH-LMHTX</header>", False, True),
        ("<footer>MỐC Số: 58/KH-LMHTX</footer>", False, False),
        ("<footer>MỐC Số: 58/KH-LMHTX</footer>", True, True),
        (f"<footer>MỐC {HIDDEN} © Liên minh</footer>", True, False),
        ("<div class=menu>MỐC</div>", True, False),
        (f"<div class=menu>MỐC {HIDDEN}</div>", True, False),
        ("<div class=widget>MỐC</div>", True, False),
        (f"<div class=widget>MỐC {HIDDEN}</div>", True, True),
        (f"<div class=widget>MỐC {HIDDEN}</div>", False, False),
        ("<div class=khac>MỐC</div>", False, True),
        ("<span style='text-decoration: line-through'>MỐC</span>", True, False),
        ("<div style='display:none'>MỐC</div>", True, False),
        (f"<div style='display:none'>MỐC {HIDDEN}</div>", True, True),
        (f"<div style='display:none'>MỐC {HIDDEN}<input></div>", True, False),
        (f"<div style='display:none'>MỐC {HIDDEN}<form></form></div>", True, False),
        (f"<div style='display:none' class=modal>MỐC {HIDDEN}</div>", True, False),
        ("<div style='display:none'>MỐC" + "<p>Một câu ngắn.</p>" * 20 + "</div>", True, False),
        (f"<div style='display:none'>MỐC {FIRST}{SECOND}</div>", True, False),
        ("<p class=byline>MỐC</p>", True, False),
        (f"<p class=byline>MỐC {HIDDEN}</p>", True, True),
        ("<p class=menu>MỐC</p>", True, True),
        ("<ul class=menu><li>MỐC</ul>", True, False),
        ("<ul class=meta><li>MỐC</ul>", True, False),
        ("<table class=sidebar><td>MỐC</table>", True, False),
        ("<article class=menu>MỐC</article>", False, True),
        ("<main class=menu>MỐC</main>", False, True),
        (f"<div class=comments>MỐC {HIDDEN}</div>", True, False),
        (f"<div class=tin-lien-quan>MỐC <ul>{LINKS}</ul></div>", True, False),
        ("<div class=tin-lien-quan>MỐC <a href='/1'>Quyết định số 461/QĐ-TTg</a> <a href='/2'>Luật số 23/2012/QH13</a></div>", True, True),
        ("<div class=tin-lien-quan>MỐC <a href='/1'>Quyết định số 461/QĐ-TTg</a> <a href='/2'>Chợ phiên</a></div>", True, False),
        ("<div class=menu>MỐC <a href='/1'>Quyết định số 461/QĐ-TTg</a></div>", True, True),
        ("<div class=menu>MỐC <a href='/1'>Quyết định số 461/QĐ-TTg</a></div>", False, False),
    ],
)  # fmt: skip
def test_pieces(piece: str, inside: bool, wanted: bool) -> None:
    assert stays(piece, inside=inside) is wanted


@pytest.mark.parametrize("name", ["menu", "sidebar", "header", "comments", "widget"])
def test_what_holds_the_title_or_nearly_all_text_is_the_page(name: str) -> None:
    assert "22-CT/TW" in left(f"<div class={name}><h1>{TITLE}</h1>{BODY}</div>")
    assert "22-CT/TW" in left(f"<h1>{TITLE}</h1><div class={name}>{BODY}</div>")


def test_what_is_gone_is_known_as_gone() -> None:
    soup = BeautifulSoup("<div><p>x</p></div>", "lxml")
    assert soup.p is not None and soup.div is not None
    tag = soup.p
    assert not is_gone(tag)
    soup.div.decompose()
    assert is_gone(tag)
