"""Who launches: the text's word over the source's where it names another body in full, and the source's where it does not."""

import pytest

from corpus.model import Notice
from corpus.store import make_notice
from indexer.campaigns.organiser import Organiser, find_organiser, level_of
from indexer.campaigns.parts import read_parts

SOURCE = "Liên minh Hợp tác xã tỉnh Sơn La"
LAUNCH = "phát động phong trào thi đua gồm:\n1. Làm đường."


def launch(text: str, issuer: str | None = SOURCE, place: str | None = "Sơn La") -> Notice:
    return make_notice(
        id="n", site="s", title="Phát động", text=text, place=place, published_on="2020-01-01", issuer=issuer
    )


def organiser(text: str, issuer: str | None = SOURCE, place: str | None = "Sơn La") -> Organiser | None:
    return find_organiser(read_parts(launch(text, issuer, place)))


@pytest.mark.parametrize(
    ("text", "issuer", "place", "name"),
    [
        # the text names another body in full
        (f"Liên minh Hợp tác xã Việt Nam {LAUNCH}", SOURCE, "Sơn La", "Liên minh Hợp tác xã Việt Nam"),
        (f"Liên minh Hợp tác xã tỉnh Nghệ An {LAUNCH}", SOURCE, "Sơn La", "Liên minh Hợp tác xã tỉnh Nghệ An"),
        (f"Hợp tác xã chè An Thịnh {LAUNCH}", SOURCE, "Sơn La", "Hợp tác xã chè An Thịnh"),
        # the head's word before the sentence's
        (
            f"LIÊN MINH HỢP TÁC XÃ TỈNH NGHỆ AN\nSố: 5/KH-LMHTX\nHợp tác xã chè An Thịnh {LAUNCH}",
            SOURCE,
            "Sơn La",
            "Liên minh Hợp tác xã tỉnh Nghệ An",
        ),
        # the text names the source's body, or none, or one that it leaves unnamed
        (f"LMHTX tỉnh Sơn La {LAUNCH}", SOURCE, "Sơn La", SOURCE),
        (f"Liên minh HTX Sơn La {LAUNCH}", SOURCE, "Sơn La", SOURCE),
        (f"Liên minh tỉnh {LAUNCH}", SOURCE, "Sơn La", SOURCE),
        (f"Hợp tác xã {LAUNCH}", SOURCE, "Sơn La", SOURCE),
        (f"Cơ quan {LAUNCH}", SOURCE, "Sơn La", SOURCE),
        # no source
        (f"Hợp tác xã chè An Thịnh {LAUNCH}", None, "Sơn La", "Hợp tác xã chè An Thịnh"),
        (f"Liên minh tỉnh {LAUNCH}", None, "Sơn La", SOURCE),
        (f"Liên minh tỉnh {LAUNCH}", None, None, "Liên minh tỉnh"),
        (f"Thường trực {LAUNCH}\n2. Góp vốn vào hợp tác xã.", None, "Sơn La", SOURCE),
        (f"Thường trực {LAUNCH}", None, "Sơn La", None),
        (f"Thường trực {LAUNCH}\n2. Góp vốn vào hợp tác xã.", None, None, None),
    ],
)
def test_who_launches(text: str, issuer: str | None, place: str | None, name: str | None) -> None:
    found = organiser(text, issuer, place)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Liên minh Hợp tác xã Việt Nam {LAUNCH}", "Liên minh Hợp tác xã Việt Nam"),
        (f"Cơ quan {LAUNCH} Theo Liên minh HTX tỉnh Sơn La.", "Liên minh HTX tỉnh Sơn La"),
        (f"Liên minh tỉnh {LAUNCH}", "Liên minh tỉnh"),
        (f"Cơ quan {LAUNCH}", None),
    ],
)
def test_the_words_that_say_so(text: str, words: str | None) -> None:
    found = organiser(text)
    assert found is not None
    assert (launch(text).text[found.span.start : found.span.end] if found.span else None) == words


@pytest.mark.parametrize(
    ("name", "place", "level"),
    [
        ("Liên minh Hợp tác xã Việt Nam", None, "national"),
        ("LMHTX Việt Nam", "Sơn La", "national"),
        ("Thủ tướng Chính phủ", None, "national"),
        ("Bộ Tài chính", None, "national"),
        ("LMHTX tỉnh Sơn La", None, "province"),
        ("Ủy ban nhân dân tỉnh Sơn La", None, "province"),
        ("UBND thành phố Hà Nội", None, "province"),
        ("UBND huyện Yên Châu", "Sơn La", "unit"),
        ("Ủy ban nhân dân xã Chiềng Pằn", "Sơn La", "unit"),
        ("HTX chè An Thịnh", "Sơn La", "unit"),
        ("Liên hiệp Hợp tác xã Tân Tiến", "Sơn La", "unit"),
        ("Quỹ tín dụng nhân dân Tân Tiến", "Sơn La", "unit"),
        ("Hội Nông dân tỉnh Sơn La", None, "province"),
        ("Hội Nông dân", "Sơn La", "province"),
        ("Hội Nông dân", None, "unit"),
    ],
)
def test_levels(name: str, place: str | None, level: str) -> None:
    assert level_of(name, place) == level


def test_a_national_body_has_no_place() -> None:
    national, own = organiser(f"Liên minh Hợp tác xã Việt Nam {LAUNCH}"), organiser(f"Liên minh tỉnh {LAUNCH} Sơn La.")
    assert national is not None
    assert (national.level, national.place, national.place_span) == ("national", None, None)
    assert own is not None
    assert (own.level, own.place) == ("province", "Sơn La")
    assert own.place_span is not None
