"""Letters of before Unicode, and Unicode damaged since."""

import pytest

from corpus.legacy import in_unicode, legacy_of
from corpus.syllables import is_syllable

TEXT = "Thực hiện Nghị quyết số 13-NQ/TW ngày 18/3/2002, Ủy ban nhân dân tỉnh yêu cầu các sở, ngành đẩy mạnh thi đua."


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("TCVN3", "NghÞ quyÕt sè 13-NQ/TW ngµy 18/3/2002 cña Ban ChÊp hµnh"),
        ("VNI", "Nghò quyeát soá 13-NQ/TW ngaøy 18/3/2002 cuûa Ban Chaáp haønh"),
        ("VISCII", "Ngh¸ quyªt s¯ 13-NQ/TW ngày 18/3/2002 cüa Ban Ch¤p hành"),
        ("UTF-8 twice", "Nghá»‹ quyáº¿t sá»‘ 13-NQ/TW ngÃ\xa0y 18/3/2002 cá»§a Ban Cháº¥p hÃ\xa0nh"),
        ("UTF-8 twice", "Nghị quyết số 13-NQ/TW ngày 18/3/2002 của Ban Chấp hành".encode().decode("latin-1")),
    ],
)
def test_an_encoding_is_told_by_the_syllables_that_it_makes(name: str, given: str) -> None:
    legacy = legacy_of(given)
    assert legacy is not None and legacy.name == name
    assert in_unicode(given) == "Nghị quyết số 13-NQ/TW ngày 18/3/2002 của Ban Chấp hành"


@pytest.mark.parametrize(
    "text",
    [
        *(TEXT, "Hà Nam, tháng 3", "hoà toà khoá già quá", "HÀ NAM - HÀ TĨNH", "Café Đà Nẵng", "plain ascii", ""),
        *("Le présent décret relatif à la coopération économique", "naïve façade résumé", "100 m², 5 ½ µm ± 3 °C"),
        *("Übergrößenträger für Fußgänger", "a &lt;b&gt; &amp; c", "São Paulo, Nguyên Án"),
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert in_unicode(text) == text


def test_lines_in_modern_letters_stay_beside_old_ones() -> None:
    assert in_unicode("Kế hoạch\nNghÞ quyÕt sè 13\nHà Nam").split("\n")[:2] == ["Kế hoạch", "Nghị quyết số 13"]


def test_capitals_that_came_out_small() -> None:
    assert in_unicode("S¾C LÖNH cña Bµ chñ tÞch") == "SẮC LỆNH của Bà chủ tịch"
    assert in_unicode("Céng hßa\nKÕ HO¹CH THI §UA") == "Cộng hòa\nKẾ HOẠCH THI ĐUA"


def test_escaped_entities() -> None:
    assert (
        in_unicode("Ngh&amp;#7883; &amp;#273;&#7883;nh gi&amp;agrave; &ldquo;m&#x1EDB;i&rdquo;")
        == "Nghị định già “mới”"
    )
    assert in_unicode("&lt;b&gt; &amp; &amp;lt; &nosuch; &#99999;") == "&lt;b&gt; &amp; &amp;lt; &nosuch; &#99999;"


@pytest.mark.parametrize("text", ["Ã¡" * 200_000, "aù " * 100_000, "&amp;" * 100_000 + "#1;", "µ" * 300_000])
def test_long_repetition_costs_little(text: str) -> None:
    assert len(in_unicode(text)) <= len(text)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        *(
            ("Nghị", True),
            ("quyết", True),
            ("ương", True),
            ("khuỷu", True),
            ("Đắk", False),
            ("oà", True),
            ("giếng", True),
        ),
        *(("NghÞ", False), ("décret", False), ("quyeát", False), ("hiá»", False), ("ậấ", False), ("bbà", False)),
    ],
)
def test_syllables(word: str, wanted: bool) -> None:
    assert is_syllable(word) is wanted
