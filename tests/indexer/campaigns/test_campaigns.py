"""Campaigns from launch notices: what is one, when it runs, what it asks for."""

import pytest

from corpus.model import Campaign, Head, Notice
from corpus.store import make_notice
from indexer.campaigns import extract_campaign
from indexer.campaigns.period import find_period, find_phases
from indexer.campaigns.precedents import likeness
from indexer.campaigns.recognise import is_launch
from indexer.campaigns.tasks import find_tasks


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Thời gian từ ngày 01 tháng 8 năm 2018 đến ngày 11 tháng 4 năm 2019.", ("2018-08-01", "2019-04-11")),
        ("Thời gian: từ 15/7 đến 29/10/2018", ("2018-07-15", "2018-10-29")),
        ("Đợt thi đua diễn ra từ tháng 4/2013 đến tháng 10/2013.", ("2013-04", "2013-10")),
        ("Đợt thi đua bắt đầu từ ngày 15/7/2018 và kết thúc ngày 11/4/2019", ("2018-07-15", "2019-04-11")),
        ("Đợt thi đua tính kể từ ngày ký kế hoạch này đến hết ngày 29/10/2018.", ("2018-01-02", "2018-10-29")),
        ("Thời gian: trong quý III/2023.", ("2023-07", "2023-09")),
        ("Thời gian thi đua từ nay đến 19/5/2025.", ("2018-01-02", "2025-05-19")),
        ("Thời gian thi đua đến hết năm 2020.", (None, "2020")),
        ("Phong trào diễn ra trong 6 tháng cuối năm 2020.", ("2020-07", "2020-12")),
        ("Thời gian thi đua trong tháng 5/2019.", ("2019-05", "2019-05")),
        (
            "Chia làm 02 đợt: đợt 1 từ ngày 01/3/2020 đến ngày 30/6/2020, đợt 2 từ ngày 01/7/2020 đến ngày 31/12/2020.",
            ("2020-03-01", "2020-12-31"),
        ),
    ],
)
def test_periods(text: str, period: tuple[str | None, str | None]) -> None:
    found = find_period(text, "2018-01-02")
    assert found is not None
    assert (found.starts_on, found.ends_on) == period
    assert text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị họp từ ngày 01/8/2018 đến ngày 03/8/2018 tại Hà Nội.",
        "Báo cáo kết quả gửi về trước ngày 05/11/2013.",
        "ngày thành lập Liên minh (29/10/1993 – 29/10/2018)",
        "nhiệm kỳ từ năm 2016 đến năm 2021",
        "Nghị định có hiệu lực từ ngày 01/7/2024 đến ngày 31/12/2026.",
        "Tính từ năm 1993 đến năm 2018, tỉnh có 97 hợp tác xã.",
        "Hồ sơ nộp từ ngày 01/9/2019 đến ngày 15/9/2019.",
    ],
)
def test_other_dates_are_no_period(text: str) -> None:
    assert find_period(text, "2018-01-02") is None


def test_phases() -> None:
    text = "02 đợt: đợt 1 từ 01/3/2020 đến 30/6/2020; đợt 2 từ 01/7/2020 đến 31/12/2020"
    assert [(row.starts_on, row.ends_on) for row in find_phases(text)] == [
        ("2020-03-01", "2020-06-30"),
        ("2020-07-01", "2020-12-31"),
    ]
    assert find_phases("đợt thi đua từ 01/3/2020 đến 30/6/2020") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("gồm:\n1. Một.\n2. Hai:\na) nhỏ;\nb) nhỏ.\n3. Ba.\nThời gian: …", 3),
        ("gồm:\na) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nđ) Năm.\nThời gian", 5),
        ("Một là, việc.\nHai là, việc.\nBa là, việc.\n", 3),
        ("Không có việc nào. Điện thoại 1. 2", 0),
        ("1. Chỉ một việc.", 0),
    ],
)
def test_tasks(text: str, count: int) -> None:
    spans = find_tasks(text)
    assert len(spans) == count
    assert all(text[span.start : span.end].strip() for span in spans)


def launch(title: str, text: str, head: Head | None = None) -> Notice:
    return make_notice(id="a", site="s", title=title, text=text, place="Sơn La", published_on="2018-08-01", head=head)


TASKS = "Liên minh Hợp tác xã tỉnh phát động đợt thi đua gồm:\n1. Việc một.\n2. Việc hai.\nThời gian từ 01/8/2018 đến 29/10/2018."


@pytest.mark.parametrize(
    ("title", "head", "wanted"),
    [
        ("Phát động thi đua kỷ niệm 25 năm thành lập Liên minh Hợp tác xã Việt Nam", None, True),
        ("Kế hoạch phát động đợt thi đua", Head(kind="ke-hoach", number="1/KH-LMHTX"), True),
        ("Báo cáo tổng kết đợt thi đua kỷ niệm 25 năm", Head(kind="bao-cao", number="1/BC-LMHTX"), False),
        ("Kế hoạch tuyên truyền 30 năm ngày thành lập", None, False),
        ("Hướng dẫn bình xét thi đua", None, False),
        ("Khai mạc hội chợ sản phẩm hợp tác xã", None, False),
    ],
)
def test_launches(title: str, head: Head | None, wanted: bool) -> None:
    assert is_launch(launch(title, TASKS, head)) is wanted


def test_a_record_with_its_evidence() -> None:
    notice = launch("Phát động thi đua kỷ niệm 25 năm ngày thành lập Liên minh Hợp tác xã Việt Nam", TASKS)
    found = extract_campaign(notice, [])
    assert isinstance(found, Campaign)
    assert (found.starts_on, found.ends_on, found.occasion_years, len(found.tasks)) == (
        "2018-08-01",
        "2018-10-29",
        25,
        2,
    )
    assert found.organiser == "Liên minh Hợp tác xã tỉnh Sơn La"
    evidence = dict(found.evidence)
    (span,) = evidence["period"]
    assert notice.text[span.start : span.end] == "từ 01/8/2018 đến 29/10/2018"
    assert [notice.text[s.start : s.end] for s in evidence["tasks"]] == ["Việc một.", "Việc hai."]


def test_likeness() -> None:
    assert likeness("Lập mới mười hợp tác xã", "Lập mới hai mươi hợp tác xã") > 0.4
    assert likeness("Trồng cây", "Thi giám đốc giỏi") == 0.0
