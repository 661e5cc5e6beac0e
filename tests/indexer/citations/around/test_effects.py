"""What texts say of effect: of their own document's, and of the documents that they end."""

import time

import pytest

from indexer.citations.around.effects import ended_on, is_of_a_part, is_planned, own_effects


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (
            "luat",
            "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024, trừ Điều 9.",
            [("effective", "2024-07-01", 0)],
        ),
        ("quyet-dinh", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký ban hành.", [("effective", None, 0)]),
        ("quyet-dinh", "Điều 2. Quyết định này cóhiệu lực thi hành kể từ ngày ký.", [("effective", None, 0)]),
        ("quyet-dinh", "Điều 3. Quyết định có hiệu lực từ ngày ký.", [("effective", None, 0)]),
        ("quyet-dinh", "Theo đó, tám quyết định có hiệu lực từ ngày 01/3/2020.", []),
        ("thong-tu", "Thông tư này có hiệu lực sau 45 ngày, kể từ ngày ký.", [("effective", None, 45)]),
        (
            "nghi-quyet",
            "Nghị quyết này có hiệu lực thi hành sau 10 ngày kể từ ngày Hội đồng nhân dân tỉnh thông qua.",
            [("effective", None, 10)],
        ),
        (
            "nghi-quyet",
            "Nghị quyết này đã được HĐND tỉnh khóa XIV thông qua ngày 10/7/2020 và có hiệu lực từ ngày 20/7/2020.",
            [("effective", "2020-07-20", 0)],
        ),
        (
            "nghi-quyet",
            "Nghị quyết này có hiệu lực từ ngày 01/01/2021 đến hết ngày 31/12/2025.",
            [("effective", "2021-01-01", 0), ("expired", "2026-01-01", 0)],
        ),
        ("quyet-dinh", "Quyết định này hết hiệu lực kể từ ngày 01/01/2023.", [("expired", "2023-01-01", 0)]),
        ("quyet-dinh", "Quyết định này có hiệu lực đến hết ngày 31/12/2022.", [("expired", "2023-01-01", 0)]),
        # of another document: quoted, of another kind, told twice in two ways
        ("nghi-dinh", "“Nghị định này có hiệu lực từ ngày 01/01/2011.”", []),
        ("quyet-dinh", "Quy chế này có hiệu lực từ ngày 01/01/2011.", []),
        (
            "quyet-dinh",
            "Quyết định này có hiệu lực từ ngày 01/01/2011.\nQuyết định này có hiệu lực từ ngày 01/02/2011.",
            [],
        ),
        # no full day
        ("quyet-dinh", "Quyết định này có hiệu lực từ năm học 2020 - 2021.", []),
        ("nghi-dinh", "Nghị định này có hiệu lực kể từ ngày Luật Đất đai có hiệu lực.", []),
        ("ke-hoach", "Kế hoạch này có hiệu lực từ ngày 31/02/2020.", []),
    ],
)
def test_own_effect(kind: str, text: str, found: list[tuple[str, str | None, int]]) -> None:
    assert [(one.code, one.on, one.after) for one in own_effects(text, kind)] == found


def test_a_day_counts_from_the_issue() -> None:
    (effect,) = own_effects("Thông tư này có hiệu lực sau 45 ngày, kể từ ngày ký.", "thong-tu")
    assert [effect.day(on) for on in ("2020-01-01", "2020-01", None)] == ["2020-02-15", None, None]


def around(sentence: str) -> tuple[str, int, int]:
    """A sentence whose mention stands between bars."""
    before, mention, after = sentence.split("|")
    return before + mention + after, len(before), len(before) + len(mention)


@pytest.mark.parametrize(
    ("sentence", "part", "planned", "day"),
    [
        ("Quyết định này thay thế |Quyết định số 12/QĐ-UBND|.", False, False, None),
        ("Điều 2: Quyết định này thay thế |Quyết định số 12/QĐ-UBND|.", False, False, None),
        ("Theo Điều 3 Luật Đất đai, bãi bỏ |Quyết định số 12/QĐ-UBND|.", False, False, None),
        ("bãi bỏ khoản 2 Điều 4 của |Quyết định số 18/QĐ-UBND|.", True, False, None),
        ("bãi bỏ Điều 4 Quy chế thi đua ban hành kèm theo |Quyết định số 18/QĐ-UBND|.", True, False, None),
        ("bãi bỏ một số nội dung tại |Quyết định số 18/QĐ-UBND|.", True, False, None),
        ("Mục III |Kế hoạch số 18/KH-UBND| hết hiệu lực.", True, False, None),
        ("|Quyết định số 18/QĐ-UBND| ngày 01/02/2010 hết hiệu lực một phần.", True, False, None),
        ("|Nghị định số 45/2021/NĐ-CP| sẽ hết hiệu lực từ ngày 01/11/2024.", False, False, "2024-11-01"),
        ("|Nghị định số 45/2021/NĐ-CP| hết hiệu lực kể từ ngày Nghị định này có hiệu lực.", False, False, None),
        ("dự thảo Nghị định thay thế |Nghị định số 45/2021/NĐ-CP|", False, True, None),
        ("Đề nghị Chính phủ sửa đổi |Nghị định số 45/2021/NĐ-CP|", False, True, None),
        ("Theo đề nghị của Sở, bãi bỏ |Quyết định số 12/QĐ-UBND|", False, False, None),
        ("cần sớm bãi bỏ |Quyết định số 12/QĐ-UBND|", False, True, None),
        ("không thay thế |Quyết định số 12/QĐ-UBND|", False, True, None),
        ("trình HĐND tỉnh thay thế |Nghị quyết số 12/NQ-HĐND|", False, True, None),
        ("về Chương trình mục tiêu, thay thế |Quyết định số 12/QĐ-TTg|", False, False, None),
        ("về xây dựng nông thôn mới, thay thế |Quyết định số 12/QĐ-TTg|", False, False, None),
        ("như đã nêu, thay thế |Quyết định số 12/QĐ-TTg|", False, False, None),
        ("về sáp nhập xã, thay thế |Quyết định số 12/QĐ-TTg|", False, False, None),
    ],
)
def test_sentences_that_end_others(sentence: str, part: bool, planned: bool, day: str | None) -> None:
    quote, start, end = around(sentence)
    assert (is_of_a_part(quote, start, end), is_planned(quote, start), ended_on(quote, end)) == (part, planned, day)


@pytest.mark.parametrize(
    "piece", ["Luật này ", "Luật này có hiệu lực ", "quyết định ", "Điều ", "cần sửa ", "“", '"', "ngày "]
)
def test_cost_is_linear(piece: str) -> None:
    def took(times: int) -> float:
        text = piece * times
        began = time.perf_counter()
        own_effects(text, "luat")
        return time.perf_counter() - began

    took(100)
    small, large = min(took(4_000) for _ in range(3)), min(took(16_000) for _ in range(3))
    assert large < 12 * small + 0.05
