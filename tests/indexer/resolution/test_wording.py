"""What the words around a mention say. The mention stands between bars."""

from typing import Any

import pytest

from corpus.model import Citation, Span
from indexer.resolution.wording import NO_WORDING, Wording, read_wording

ON = "2024-10-01"


def read(text: str, on: str | None = ON, **said: Any) -> Wording:
    """The wording of the mention between bars, of a plan's number but for what is said."""
    front, mention, tail = text.split("|")
    fields: dict[str, Any] = {"kind": "ke-hoach", "number": "62/KH-LMHTX", "form": "numbered", **said}
    span = Span(start=len(front), end=len(front + mention))
    return read_wording(front + mention + tail, Citation(span=span, text=mention, **fields), on)


def read_law(tail: str, **said: Any) -> Wording:
    return read(f"theo |Luật Hợp tác xã|{tail}", **{"kind": "luat", "number": None, "form": "law", **said})


NUMBERED: list[tuple[str, dict[str, Any]]] = [
    ("theo |Kế hoạch 62|, xong", {}),
    # of others
    ("|Kế hoạch 62| của một tỉnh bạn", {"elsewhere": True}),
    ("|Kế hoạch 62| của tỉnh bạn", {"elsewhere": True}),
    ("|Kế hoạch 62| ngày 02/3/2021 của tỉnh bạn", {"elsewhere": True}),
    ("|Kế hoạch 62| của Liên minh Hợp tác xã tỉnh khác", {"elsewhere": True}),
    ("|Kế hoạch 62| của tỉnh khác nhau", {}),
    ("|Kế hoạch 62| của tỉnh bạn với ta", {}),
    ("|Kế hoạch 62| của tỉnh ban hành", {}),
    ("|Kế hoạch 62| của một tỉnh miền núi", {"elsewhere": True}),
    ("|Kế hoạch 62| của một huyện miền núi", {"elsewhere": True}),
    ("|Kế hoạch 62| của một hợp tác xã", {}),
    ("tỉnh bạn ban hành |Kế hoạch 62| nhé", {"elsewhere": True}),
    ("tỉnh bạn ra cả |Kế hoạch 62| nhé", {"elsewhere": True}),
    ("tỉnh ban ban hành |Kế hoạch 62| nhé", {}),
    ("tỉnh bạn. Ta có |Kế hoạch 62| nhé", {}),
    # ours
    ("|Kế hoạch 62| của tỉnh ta", {"ours": True}),
    ("|Kế hoạch 62| của Liên minh mình", {"ours": True}),
    ("|Kế hoạch 62| của tỉnh chúng tôi", {"ours": True}),
    ("|Kế hoạch 62| của tỉnh; của tỉnh ta", {}),
    # an owner with a name
    ("|Kế hoạch 62| của tỉnh Bến Tre", {"owner": "Bến Tre"}),
    ("|Kế hoạch 62| của TP. Hà Nội", {"owner": "Hà Nội"}),
    ("|Kế hoạch 62| của Tp Hà Nội", {"owner": "Hà Nội"}),
    ("|Kế hoạch 62| của Thành phố Hà Nội", {"owner": "Hà Nội"}),
    ("|Kế hoạch 62| của tỉnh bên Bến Tre", {}),
    # another
    ("một |Nghị quyết 20| khác", {"another": True}),
    ("một |Nghị quyết 20| khác với bản này", {}),
    ("các |Nghị quyết 20| khác nhau", {}),
    ("một |Nghị quyết 20| khác của ta", {}),
    ("bản cùng số |Nghị quyết 20| kia", {"another": True}),
    ("bản |Nghị quyết trùng số 20| kia", {"another": True}),
    ("bản cùng số mà nay là cả |Nghị quyết 20|", {"another": True}),
    ("bản cùng số mà nay ta gọi là |Nghị quyết 20|", {}),
    ("khác với |Nghị quyết 20|", {"another": True}),
    ("đừng nhầm sang |Nghị quyết 20|", {"another": True}),
    ("khác hẳn |Nghị quyết 20|", {"another": True}),
    # days without their year
    ("Ngày 19/5, Bộ Chính trị đã ra |Chỉ thị 45|", {"day": "05-19", "near_on": "2024-05-19"}),
    ("|Chỉ thị 45| ngày 19/5", {"day": "05-19", "near_on": "2024-05-19"}),
    ("|Chỉ thị 45| ngày 1 tháng 12", {"day": "12-01", "near_on": "2023-12-01"}),
    ("|Chỉ thị 45|, ký ngày 31.12", {"day": "12-31", "near_on": "2023-12-31"}),
    ("|Chỉ thị 45| ký hồi đầu tháng 9", {"near_on": "2024-09"}),
    ("|Chỉ thị 45| ban hành tháng 11", {"near_on": "2023-11"}),
    ("|Chỉ thị 45| ban hành tháng 13", {}),
    ("không phải |Chỉ thị 45|", {"another": True, "denied": True}),
    ("Bên ấy cũng có |Chỉ thị 45|", {}),
    ("người bên ấy bảo có |Chỉ thị 45|", {"elsewhere": True}),
    ("Tháng này Sơn La cũng có một |Chỉ thị 45|", {"owner": "Sơn La"}),
    ("Tỉnh Sơn La vừa ban hành |Chỉ thị 45|", {"owner": "Sơn La"}),
    ("Ở Sơn La, ai cũng có |Chỉ thị 45|", {}),
    ("|Chỉ thị 45| ngày 32/5", {}),
    ("|Chỉ thị 45| ngày 0/5", {}),
    ("|Chỉ thị 45| ngày 19/13", {}),
    ("|Chỉ thị 45| ngày 19/0", {}),
    ("|Chỉ thị 45| ngày 19/5/2020", {}),
    ("|Chỉ thị 45| ngày 19 tháng 5 năm 2020", {}),
    ("Ngày 19/5. Bộ Chính trị ra |Chỉ thị 45|", {}),
    ("Ngày 19/5, nói về |Chỉ thị 45|", {}),
    # as people tell it
    ("|Chỉ thị 15| mà Tỉnh ủy ký hồi tháng 6 năm nay", {"told_on": "2024-06"}),
    ("|Chỉ thị 15| ra đời năm ngoái", {"told_on": "2023"}),
    ("|Chỉ thị 15| ban hành năm trước", {"told_on": "2023"}),
    ("|Chỉ thị 15| ban hành từ năm 2019", {"told_on": "2019"}),
    ("|Chỉ thị 15| ban hành tháng 12/2019", {"told_on": "2019-12"}),
    ("|Chỉ thị 15| ban hành tháng 1/2019", {"told_on": "2019-01"}),
    ("|Chỉ thị 15| ban hành tháng 13/2019", {"told_on": "2019"}),
    ("|Chỉ thị 15| ban hành cuối năm 2019", {"told_on": "2019"}),
    ("|Chỉ thị 15| ban hành năm 2019-2020", {}),
    ("|Chỉ thị 15| về việc ban hành năm 2019", {}),
    # terms of office
    ("|Nghị quyết 05| nhiệm kỳ 2020 - 2025", {"years": (2020, 2025)}),
    ("|Nghị quyết 05| nhiệm kỳ 2020–2025", {"years": (2020, 2025)}),
    ("|Nghị quyết 05| về nhiệm kỳ 2020 - 2025", {}),
    ("|Nghị quyết 05| của Tỉnh ủy khóa trước", {"years": (2015, 2020), "last_term": True}),
    ("|Nghị quyết 05| nhiệm kỳ trước", {"years": (2015, 2020), "last_term": True}),
    ("|Nghị quyết 05| về khóa trước", {}),
]


@pytest.mark.parametrize(("text", "said"), NUMBERED, ids=[row[0] for row in NUMBERED])
def test_words_around_a_number(text: str, said: dict[str, Any]) -> None:
    assert read(text) == Wording(**said)


@pytest.mark.parametrize(
    ("on", "years"),
    [
        ("2025-01-01", (2020, 2025)),
        ("2024-12-31", (2015, 2020)),
        ("2020-01-01", (2015, 2020)),
        ("2019-12-31", (2010, 2015)),
        ("2000-01-01", (1995, 2000)),
        (None, None),
    ],
)
def test_the_term_before_the_present_one(on: str | None, years: tuple[int, int] | None) -> None:
    assert read("|Nghị quyết 05| khóa trước", on) == Wording(years=years, last_term=True)


@pytest.mark.parametrize(
    ("text", "told"),
    [("|Chỉ thị 15| ban hành năm nay", None), ("|Chỉ thị 15| ban hành năm 2019", "2019")],
)
def test_without_a_day_only_a_year_in_figures_is_told(text: str, told: str | None) -> None:
    assert read(text, None).told_on == told


@pytest.mark.parametrize("tail", [" ngày 19/5", " ban hành năm 2019"])
def test_a_dated_mention_takes_no_other_date(tail: str) -> None:
    assert read(f"|Chỉ thị 15|{tail}", issued_on="2018-05-22") == NO_WORDING


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("|Kế hoạch 62|" + " " * 2 + "khác", True),
        ("|Kế hoạch 62|" + " " * 3 + "khác", False),
    ],
)
def test_blanks_before_another(text: str, another: bool) -> None:
    assert read(text).another is another


LAWS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (" mới quy định", {}, {"age": "new"}),
    (" cũ", {}, {"age": "old"}),
    (" hiện hành", {}, {"age": "present"}),
    (" mới nhất là", {}, {}),
    (" mới được", {}, {}),
    (" cũ có", {}, {}),
    (" hiện hành", {"issued_on": "2012"}, {}),
    (" hiện hành", {"kind": "nghi-quyet"}, {}),
    (" có hiệu lực từ ngày 01/7/2024", {}, {"effective_on": "2024-07-01"}),
    (" có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2024", {}, {"effective_on": "2024-07-01"}),
    (". Có hiệu lực từ ngày 01/7/2024", {}, {}),
    (" được Quốc hội khóa XIII thông qua", {}, {"legislature": 13}),
    (" được Quốc hội nước ta (khóa 15) thông qua", {}, {"legislature": 15}),
    ("; Quốc hội khóa XIII", {}, {}),
    (" mới được Quốc hội khóa XV thông qua", {}, {"legislature": 15}),
    (", xong", {}, {}),
]


@pytest.mark.parametrize(("tail", "cited", "said"), LAWS, ids=[row[0] for row in LAWS])
def test_words_behind_a_law(tail: str, cited: dict[str, Any], said: dict[str, Any]) -> None:
    assert read_law(tail, **cited) == Wording(**said)
