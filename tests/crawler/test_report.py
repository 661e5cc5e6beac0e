"""What a crawl did, counted, and told in one line."""

import pytest

from crawler.report import MAX_REASONS, CrawlReport


@pytest.mark.parametrize(
    ("saved", "field"),
    [("added", "added"), ("updated", "updated"), ("unchanged", "unchanged"), ("duplicate", "duplicates")],
)
def test_each_saving_is_counted_under_its_name(saved: str, field: str) -> None:
    report = CrawlReport()
    report.count(saved)  # type: ignore[arg-type]  # the table's values are those of `Saved`
    report.count(saved)  # type: ignore[arg-type]
    assert getattr(report, field) == 2
    assert report.added + report.updated + report.unchanged + report.duplicates == 2


def test_faults_refusals_and_pages_without_an_article() -> None:
    report = CrawlReport(fetched=3, not_modified=2)
    report.fault("http://x/1: busy")
    report.fault("http://x/2: busy")
    report.refuse("http://x/3", "robots.txt")
    report.without_article("http://x/4", "a list")
    assert (report.failed, report.refused, report.no_article) == (2, 1, 1)
    assert report.first_fault == "http://x/1: busy"
    assert report.asked == 3 + 2 + 2
    assert report.reasons == ["http://x/1: busy", "http://x/2: busy", "http://x/3: robots.txt", "http://x/4: a list"]


def test_an_address_is_named_once() -> None:
    report = CrawlReport()
    report.remark("http://x/1", "http://x/1: leads to a private address")
    assert report.reasons == ["http://x/1: leads to a private address"]


def test_only_the_first_reasons_are_kept() -> None:
    report = CrawlReport()
    for n in range(MAX_REASONS + 3):
        report.fault(f"fault {n}")
    assert report.reasons == [f"fault {n}" for n in range(5)]
    assert report.failed == MAX_REASONS + 3


def test_the_line_names_a_reason_only_where_something_failed() -> None:
    report = CrawlReport(fetched=1, not_modified=2, added=3, updated=4, unchanged=5, duplicates=6, waiting=7)
    report.without_article("http://x/4", "a list")
    assert report.line() == (
        "1 trang tải về, 2 không đổi từ lần trước; thông báo: 3 thêm mới, 4 cập nhật, 5 không đổi, 6 trùng; 1 trang không có bài, "
        "0 trang bị từ chối, 0 lỗi, 7 còn chờ"
    )
    report.refuse("http://x/5", "robots.txt")
    assert report.line().endswith("7 còn chờ; trước hết: http://x/4: a list")


def test_as_a_row_it_has_every_count() -> None:
    row = CrawlReport(added=3, barren=["x"]).as_row()
    assert row["added"] == 3
    assert row["barren"] == ["x"]
    assert {"fetched", "waiting", "seconds", "all_barren", "first_fault"} <= set(row)
