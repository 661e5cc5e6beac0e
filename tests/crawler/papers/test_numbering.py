import docx

from crawler.papers.numbering import Numbering


def test_a_list_is_counted_and_what_is_in_none_is_not() -> None:
    document = docx.Document()
    paragraphs = [
        document.add_paragraph("x", style=style) for style in ("List Number", "Normal", "List Number", "List Bullet")
    ]
    numbering = Numbering(document)
    assert [numbering.next(one._p) for one in paragraphs] == ["1.", "", "2.", "-"]
