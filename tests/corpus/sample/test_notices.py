"""The sources of the sample: what a block says, and what is refused."""

import pytest

from corpus.errors import DataError
from corpus.sample.catalogue import SITES
from corpus.sample.notices import _notice, load_notices


def block(header: str, *lines: str, place: str | None = "Sơn La"):  # type: ignore[no-untyped-def]
    return _notice("son-la", "\n".join([header, *lines]), place, "Liên minh")


def test_a_block_with_a_number_gets_the_head_of_a_document() -> None:
    found = block("mot | 2018-08-06 | 45/KH-LMHTX | Kế hoạch", "Tiêu đề", "Một.", "Hai.")
    assert (found.slug, found.title, found.lines, found.category) == ("mot", "Tiêu đề", ("Một.", "Hai."), "Kế hoạch")
    assert found.head == ("LIÊN MINH", "Số: 45/KH-LMHTX", "Sơn La, ngày 06 tháng 8 năm 2018", "KẾ HOẠCH")


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("a | 2018-02-06 | 45/KH-LMHTX | x", ("LIÊN MINH", "Số: 45/KH-LMHTX", "Sơn La, ngày 06 tháng 02 năm 2018", "KẾ HOẠCH")),
        ("a | 2018-03-06 | 45/KH-LMHTX | x", ("LIÊN MINH", "Số: 45/KH-LMHTX", "Sơn La, ngày 06 tháng 3 năm 2018", "KẾ HOẠCH")),
        ("a | 2018-08-06 | 15-CT/TU | x", ("TỈNH ỦY SƠN LA", "Số 15-CT/TU", "Sơn La, ngày 06 tháng 8 năm 2018", "CHỈ THỊ")),
        ("a | 2018-08-06 | 5/LMHTX-CS | x", ("LIÊN MINH", "Số: 5/LMHTX-CS", "Sơn La, ngày 06 tháng 8 năm 2018", "CÔNG VĂN")),
        ("a | 2018-08-06 | 45/KH-X | x | Trung ương | Bộ", ("BỘ", "Số: 45/KH-X", "Hà Nội, ngày 06 tháng 8 năm 2018", "KẾ HOẠCH")),
        ("a | 2018-08-06 | 45/KH-X | x |", ("LIÊN MINH", "Số: 45/KH-X", "Hà Nội, ngày 06 tháng 8 năm 2018", "KẾ HOẠCH")),
        ("a | 2018-08-06 | | Tin", ()),
        ("a | | 45/KH-LMHTX | Tin", ()),
    ],
)  # fmt: skip
def test_heads(header: str, wanted: tuple[str, ...]) -> None:
    assert block(header, "Tiêu đề", "Một.").head == wanted


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        ("a | 2018-08-06 | x", ("Tiêu đề", "Một.")),
        ("a | 6/8/2018 | | Tin", ("Tiêu đề", "Một.")),
        ("a | 2018-08-06 | | Tin", ("Tiêu đề",)),
    ],
)
def test_blocks_at_fault_are_named(header: str, lines: tuple[str, ...]) -> None:
    with pytest.raises(DataError, match=r"sample notices/son-la\.txt: 'a \|"):
        block(header, *lines)


def test_a_gallery_is_a_page_without_an_article() -> None:
    assert block("a | 2018-08-06 | | Ảnh", "Tiêu đề", "!gallery").is_gallery
    assert not block("a | 2018-08-06 | | Ảnh", "Tiêu đề", "!gallery", "Một.").is_gallery


def test_the_newest_comes_first_and_slugs_are_told_apart() -> None:
    assert set(load_notices()) == {site.key for site in SITES}
    for rows in load_notices().values():
        days = [row.published_on or "" for row in rows]
        assert days == sorted(days, reverse=True)
        assert len({row.slug for row in rows}) == len(rows)
