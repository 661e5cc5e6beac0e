"""Blocks as lines: ordinals, preformatted text, notes, struck words."""

import pytest

from tests.crawler.pieces import BODY, read

PRE = (
    "LIÊN MINH HỢP TÁC XÃ TỈNH HÀ NAM\nSố: 58/KH-LMHTX\n\nThực hiện Chỉ thị số 22-CT/TW ngày 23/01/2018 của Ban Bí thư, các xã ven đê làm thủy lợi.\n"
    "1. Khơi mương trước vụ chiêm.\n2. Đắp lại bờ vùng, nơi nào lở thì kè.\nCác xã báo cáo về văn phòng Liên minh vào cuối tháng để kịp tổng hợp."
)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<pre>", "</pre>"),
        ("<div style='white-space:pre-line'>", "</div>"),
        ("<p style='WHITE-SPACE: pre-wrap;'>", "</p>"),
        ("<div style='white-space:break-spaces'><span>", "</span></div>"),
        ("<style>.vb, .k { color: red; white-space : pre-line }</style><div class='vb'>", "</div>"),
        ("<style>div#nd{white-space:pre}</style><div id='nd'>", "</div>"),
    ],
)
def test_preformatted_text_keeps_its_lines(opening: str, closing: str) -> None:
    text = read(f"[h]{opening}{PRE}{closing}").text
    assert "\n1. Khơi mương trước vụ chiêm.\n2. Đắp lại" in text


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        ("<ol><li value=4>Một</li><li>Hai</li><li value=8>Ba</li></ol>", "4. Một\n5. Hai\n8. Ba"),
        ("<ol type=I><li>Một<ol><li>Nhỏ</li></ol></li><li>Hai</li></ol>", "I. Một\n1. Nhỏ\nII. Hai"),
        ("<ol type=i start=4><li>Một</li></ol>", "iv. Một"),
        ("<ol reversed><li>Ba</li><li>Hai</li></ol>", "2. Ba\n1. Hai"),
        ("<ol reversed start=9><li>Chín</li><li>Tám</li></ol>", "9. Chín\n8. Tám"),
        ("<ol style='list-style-type: upper-roman'><li>Một</li><li>Hai</li></ol>", "I. Một\nII. Hai"),
        ("<ol style='list-style: lower-alpha inside'><li>Một</li></ol>", "a) Một"),
        ("<ol style='list-style:none'><li>Điều 1. Một</li></ol>", "\nĐiều 1. Một"),
        ("<ul style='list-style-type:decimal'><li>Một</li><li>Hai</li></ul>", "1. Một\n2. Hai"),
        ("<ul style='list-style-type:none'><li>Một</li></ul>", "\nMột"),
        ("<style>ol.r{list-style:lower-roman}</style><ol class=r><li>Một</li><li>Hai</li></ol>", "i. Một\nii. Hai"),
        ("<ol><li>1. Một</li><li>2. Hai</li></ol>", "\n1. Một\n2. Hai"),
        ("<ol><li>Một</li></ol><p>Giữa.</p><ol start=2><li>Hai</li></ol>", "1. Một\nGiữa.\n2. Hai"),
        ("<ol start=x><li>Một</li></ol>", "1. Một"),
    ],
)
def test_items_have_the_ordinals_that_a_browser_shows(items: str, wanted: str) -> None:
    assert wanted in read(f"<article>[h]{BODY}{items}<p>Hết.</p></article>").text


@pytest.mark.parametrize(
    ("piece", "wanted"),
    [
        ("Chỉ thị số 34-CT/TW<sup>1</sup> của Bộ Chính trị.", "34-CT/TW của Bộ Chính trị."),
        ("Nghị định 107/2017/NĐ-CP<sup><a href='#f2'>2</a></sup>.", "107/2017/NĐ-CP."),
        ("Chỉ thị 34-CT/TW<a href='#_ftn1'><sup>[1]</sup></a> nêu.", "34-CT/TW nêu."),
        ("Luật số 23/2012/QH13<span style='vertical-align: super'>4</span>.", "23/2012/QH13."),
        ("Kho rộng 100 m<sup>2</sup>, sâu 3 km<sup>2</sup>.", "100 m2, sâu 3 km2."),
        ("<sup>1</sup> Xem Quyết định số 5/QĐ-UBND.", "1 Xem Quyết định"),
        ("Kế hoạch số <del>41</del><ins>43</ins>/KH-LMHTX.", "số 43/KH-LMHTX."),
        ("Ngày <s>11/02/2019</s> <strike>x</strike>12/02/2019.", "Ngày 12/02/2019."),
        ("Số <span style='text-decoration:line-through'>41</span>43/KH-LMHTX.", "Số 43/KH-LMHTX."),
    ],
)
def test_marks_of_notes_and_struck_words_are_left_out(piece: str, wanted: str) -> None:
    assert wanted in read(f"<article>[h]{BODY}<p>{piece}</p><p>Hết.</p></article>").text
