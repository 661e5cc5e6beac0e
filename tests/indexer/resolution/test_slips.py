"""A number with a slip is the document that it hides, where something proves it; it is never a document of its own."""

from collections.abc import Callable
from typing import Any

import pytest

from corpus.model import Notice, Reason


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Chỉ thị số 34-TC/TW ngày 07/4/2014 của Bộ Chính trị", "chi-thi.34-ct-tw.2014"),
        ("Chỉ thị số 34-CT/WT ngày 07/4/2014", "chi-thi.34-ct-tw.2014"),
        ("Quyết định số 1804/DQ-TTg ngày 13/11/2020", "quyet-dinh.1804-qd-ttg.2020"),
        ("Nghị định số 193/2013/NĐ-PC", "nghi-dinh.193-2013-nd-cp"),
        ("Nghị định số 193/2031/NĐ-CP ngày 21/11/2013", "nghi-dinh.193-2013-nd-cp"),
        ("Nghị định số 193/2031/NĐ-CP", "unresolved"),
        ("Nghị định số 193/20133/NĐ-CP ngày 21/11/2013", "unresolved"),
        ("Chỉ thị số 34-TC/TW", "unresolved"),
        ("Chỉ thị số 97-CT/T", "unresolved"),
        ("Kế hoạch số 45/KH-UNBD ngày 02/3/2021 của UBND tỉnh Thái Bình", "unresolved"),
        ("Quyết định số 3-QĐ/UBKT ngày 02/3/2021", "quyet-dinh.3-qd-ubkt.2021"),
        ("Kế hoạch số 12/KH-QTDND ngày 02/3/2021", "ke-hoach.12-kh-qtdnd.2021"),
    ],
)
def test_what_a_slip_means(library: Any, notice: Callable[..., Notice], text: str, target: str) -> None:
    found = library(notice("a", f"Liên minh thực hiện {text}.", place="Thái Bình", on="2023-05-01"))
    assert found.targets("a") == [target]


def test_a_slip_leads_to_what_another_notice_proves(library: Any, notice: Callable[..., Notice]) -> None:
    found = library(
        notice(
            "a", "Kế hoạch số 45/KH-UBND ngày 02/3/2021 của UBND tỉnh Thái Bình.", place="Thái Bình", on="2021-05-01"
        ),
        notice(
            "b", "Kế hoạch số 45/KH-UNBD ngày 02/3/2021 của UBND tỉnh Thái Bình.", place="Thái Bình", on="2021-06-01"
        ),
    )
    assert found.targets("b") == found.targets("a") == ["ke-hoach.45-kh-ubnd.thai-binh.2021"]
    (outcome,) = found.outcomes["b"]
    assert outcome.reasons[0] == Reason.of("slip", written="45/KH-UNBD", number="45/KH-UBND")


def test_a_document_that_bears_an_odd_number_is_known_by_it(library: Any, notice: Callable[..., Notice]) -> None:
    head = "LIÊN MINH HỢP TÁC XÃ TỈNH THÁI BÌNH\nSố: 45/KH-LMHXT\nThái Bình, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\nThi đua\n\nNội dung."
    found = library(
        notice("own", head, place="Thái Bình", on="2021-03-02"),
        notice("b", "thực hiện Kế hoạch số 45/KH-LMHXT ngày 02/3/2021.", place="Thái Bình", on="2021-06-01"),
    )
    assert found.targets("b") == ["ke-hoach.45-kh-lmhxt.2021"]
