"""Each judgement on a draft's citations, against a small archive and against the registry alone."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from corpus.store import Store, make_notice
from crawler.head import find_head
from indexer.archive import Archive
from indexer.drafts.check import check_text
from tests.archives import index_archive, open_archive

NOTICES = {
    "rules": (
        "2022-03-02",
        "LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA\nSố: 33/QĐ-LMHTX\nSơn La, ngày 02 tháng 3 năm 2022\n\nQUYẾT ĐỊNH\nBan hành quy chế xét thưởng\n\n"
        "Quyết định này thay thế Quyết định số 12/QĐ-LMHTX ngày 05/6/2017 của Liên minh Hợp tác xã tỉnh và bãi bỏ Điều 4 của Quyết định"
        " số 18/QĐ-LMHTX ngày 11/9/2018 của Liên minh Hợp tác xã tỉnh.",
    ),
    "whole": (
        "2022-03-07",
        "LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA\nSố: 44/QĐ-LMHTX\nSơn La, ngày 07 tháng 3 năm 2022\n\nQUYẾT ĐỊNH\nKiện toàn tổ thẩm định\n\n"
        "Điều 1. Kiện toàn tổ.\nĐiều 2. Tổ làm việc theo tháng.\nĐiều 3. Chánh văn phòng thi hành.\n\nNơi nhận:\n- Như Điều 3.",
    ),
    "old": (
        "2019-02-01",
        "Xét thưởng theo Quyết định số 12/QĐ-LMHTX ngày 05/6/2017 và Quyết định số 18/QĐ-LMHTX ngày 11/9/2018 của Liên minh Hợp tác xã tỉnh.",
    ),
    "plan": (
        "2021-12-20",
        "Thực hiện Kế hoạch số 41/KH-UBND ngày 10/5/2021 của UBND tỉnh Sơn La; Kế hoạch số 72/KH-UBND ngày 03/3/2020 và Kế hoạch số"
        " 72/KH-UBND ngày 19/8/2021 của UBND tỉnh.",
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("check")
    with Store.open(folder, create=True) as store:
        for id_, (on, text) in NOTICES.items():
            store.save(
                make_notice(
                    id=id_,
                    site="s",
                    title=f"Tin {id_}",
                    text=text,
                    place="Sơn La",
                    published_on=on,
                    head=find_head(text),
                )
            )
    index_archive(folder)
    opened = open_archive(folder)
    yield opened
    opened.close()


ENDED = {"replaced-from", "replaced-by", "repealed-by", "expired"}


def told(row: dict[str, Any]) -> str:
    """The grounds of a judgement and the caution, as JSON."""
    return json.dumps([*row["grounds"], row["caution"]], ensure_ascii=False)


@pytest.mark.parametrize(
    ("draft", "on", "judgement", "says"),
    [
        ("Thực hiện Kế hoạch số 41/KH-UBND ngày 10/5/2021 của UBND tỉnh", "2023-01-01", "found", "Sơn La"),
        ("Thực hiện Kế hoạch số 41/KH-UBND ngày 12/5/2021 của UBND tỉnh", "2023-01-01", "conflict", "2021-05-10"),
        ("Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Ban Bí thư", "2023-01-01", "conflict", "Bộ Chính trị"),
        ("Thực hiện Chỉ thị số 22/CT-TW ngày 23/01/2018 của Ban Bí thư", "2023-01-01", "form", "22-CT/TW"),
        ("Thực hiện Nghị quyết số 27-TW/NQ ngày 09/11/2022", "2023-01-01", "form", "27-NQ/TW"),
        ("Thực hiện Kế hoạch số 9000/KH-UBND ngày 01/02/2021 của UBND tỉnh", "2023-01-01", "unknown", ""),
        ("theo Kế hoạch số 72/KH-UBND của tỉnh", "2023-01-01", "ambiguous", '"n": 2'),
        # A law is relied on before and after the day on which it is no longer in force.
        ("Căn cứ Luật Hợp tác xã số 23/2012/QH13 ngày 20/11/2012", "2024-06-30", "found", ""),
        ("Căn cứ Luật Hợp tác xã số 23/2012/QH13 ngày 20/11/2012", "2024-07-01", "replaced", "17/2023/QH15"),
        ("Căn cứ Luật Hợp tác xã năm 2012", "2024-08-01", "replaced", "17/2023/QH15"),
        ("Luật Hợp tác xã số 23/2012/QH13 ngày 20/11/2012 ra đời đã lâu", "2024-07-01", "found", ""),
        ("Căn cứ Luật Hợp tác xã", "2024-08-01", "found", "in-force-on"),
        # Articles that a law does not have; one that an amendment adds bears the number of another.
        (
            "theo khoản 3 Điều 250 Luật Hợp tác xã năm 2023",
            "2024-08-01",
            "conflict",
            '"article": "250", "articles": 115',
        ),
        ("theo Điều 60 đến Điều 70 Luật Hợp tác xã năm 2012", "2014-08-01", "conflict", '"article": "65"'),
        ("theo Luật Hợp tác xã năm 2023 (Điều 1 đến Điều 116)", "2024-08-01", "conflict", '"article": "116"'),
        ("theo Điều 115, Điều 115a Luật Hợp tác xã năm 2023", "2024-08-01", "found", ""),
        ("theo Điều 250 Kế hoạch số 41/KH-UBND ngày 10/5/2021 của UBND tỉnh", "2023-01-01", "found", ""),
        # Counted in a text that the archive has whole.
        ("theo Điều 4 Quyết định số 44/QĐ-LMHTX ngày 07/3/2022", "2023-01-01", "conflict", '"articles": 3'),
        ("theo Điều 3 Quyết định số 44/QĐ-LMHTX ngày 07/3/2022", "2023-01-01", "found", ""),
        # What the archive's own notices say.
        ("Căn cứ Quyết định số 12/QĐ-LMHTX ngày 05/6/2017", "2021-12-01", "found", ""),
        (
            "Căn cứ Quyết định số 12/QĐ-LMHTX ngày 05/6/2017",
            "2022-06-01",
            "replaced",
            "33/QĐ-LMHTX",
        ),
        ("Căn cứ Quyết định số 18/QĐ-LMHTX ngày 11/9/2018", "2022-06-01", "found", ""),
    ],
)
def test_judgements(archive: Archive, draft: str, on: str, judgement: str, says: str) -> None:
    (row,) = check_text(draft, archive=archive, place="Sơn La", on=on)["citations"]
    assert (row["judgement"], says in told(row)) == (judgement, True), told(row)


@pytest.mark.parametrize(
    ("draft", "judgement", "proper"),
    [
        (
            "Thực hiện Chỉ thị 34/CT-TW ngày 07/4/2014",
            "form",
            "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị",
        ),
        ("Căn cứ Nghị định 98/2023/NĐ-CP", "found", "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ"),
        ("Chỉ thị số 34-CT/TW ngày 01/02/2003", "unknown", "Chỉ thị số 34-CT/TW ngày 01/02/2003"),
        ("theo Kế hoạch số 41/KH-UBND ngày 10/5/2021", "unknown", "Kế hoạch số 41/KH-UBND ngày 10/5/2021"),
        ("thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "found", None),
        ("thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV", "unknown", None),
    ],
)
def test_without_an_archive_the_registry_judges(draft: str, judgement: str, proper: str | None) -> None:
    (row,) = check_text(draft, on="2024-01-02")["citations"]
    assert row["judgement"] == judgement
    assert row["proper"] == (proper or row["text"])


@pytest.mark.parametrize(
    ("draft", "on", "proper", "says"),
    [
        ("Căn cứ Luật Hợp tác xã số 23/2012/QH13", "2024-08-01", "Luật Hợp tác xã ngày 20/6/2023", "17/2023/QH15"),
        ("Căn cứ Luật Hợp tác xã số 23/2012/QH13", "2024-06-30", "Luật Hợp tác xã ngày 20/11/2012", ""),
        # What only speaks of it keeps its name, and is told.
        (
            "Luật Hợp tác xã số 23/2012/QH13 ra đời đã lâu",
            "2024-08-01",
            "Luật Hợp tác xã ngày 20/11/2012",
            "17/2023/QH15",
        ),
        # A law that has a successor of its name, though nobody wrote what it replaces; and one that has none.
        (
            "Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11",
            "2024-02-01",
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "06/2022",
        ),
        ("Căn cứ Pháp lệnh số 34/2007/PL-UBTVQH11", "2024-02-01", None, "2023-07-01"),
    ],
)
def test_what_has_ended_is_never_offered_unsaid(draft: str, on: str, proper: str | None, says: str) -> None:
    (row,) = check_text(draft, on=on)["citations"]
    assert proper in (row["proper"], None)
    assert says in told(row)
    ended = {one["code"] for one in (*row["grounds"], row["caution"]) if one} & ENDED
    assert bool(ended) == bool(says)


def test_judgements_are_counted() -> None:
    found = check_text("Chỉ thị số 34-CT/TW ngày 07/4/2014 và Chỉ thị số 34-CT/TW ngày 07/4/2014", on="2024-01-02")
    assert found["counts"] == {"found": 2}
    assert check_text("không dẫn gì")["counts"] == {}
