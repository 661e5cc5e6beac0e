"""When a campaign runs: every wording, and every date that is no period."""

import time

import pytest

from indexer.campaigns.period import days_in, find_period, find_phases

SIGNED = "2018-01-02"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Thời gian từ ngày 01 tháng 8 năm 2018 đến ngày 11 tháng 4 năm 2019.", "2018-08-01 2019-04-11"),
        ("Thời gian: từ 15/7 đến 29/10/2018", "2018-07-15 2018-10-29"),
        ("Thời gian: từ 19/5 đến 29/10.", "2018-05-19 2018-10-29"),
        ("Thời gian thi đua từ 01/11 đến 28/02/2019.", "2018-11-01 2019-02-28"),
        ("Thời gian thi đua từ ngày 01/11/2018 đến 28/02.", "2018-11-01 2019-02-28"),
        ("Đợt thi đua diễn ra từ tháng 4/2018 đến tháng 10/2018.", "2018-04 2018-10"),
        ("Đợt thi đua diễn ra từ 4/2018 đến 10/2018.", "2018-04 2018-10"),
        ("Đợt thi đua bắt đầu từ ngày 15/7/2018 và kết thúc ngày 11/4/2019", "2018-07-15 2019-04-11"),
        ("Đợt thi đua bắt đầu từ tháng 8/2018 và kết thúc vào 11/4/2019.", "2018-08 2019-04-11"),
        ("Đợt thi đua bắt đầu ngay sau khi ký kế hoạch, kết thúc ngày 29/10/2018.", "2018-01-02 2018-10-29"),
        ("Đợt thi đua tính kể từ ngày ký kế hoạch này đến hết ngày 29/10/2018.", "2018-01-02 2018-10-29"),
        ("Thời gian: kể từ ngày Thư kêu gọi này được ban hành đến 31/12/2018", "2018-01-02 2018-12-31"),
        ("Thời gian: Từ khi phát động đến ngày 30/9/2019", "2018-01-02 2019-09-30"),
        ("Thời gian thi đua từ nay đến 19/5/2025.", "2018-01-02 2025-05-19"),
        ("Thời gian thi đua từ nay đến hết quý III.", "2018-01-02 2018-09"),
        ("Thời gian: trong quý III/2023.", "2023-07 2023-09"),
        ("Thời gian thực hiện: quý III và quý IV năm 2020.", "2020-07 2020-12"),
        ("Thời gian: từ quý II đến hết quý IV/2019.", "2019-04 2019-12"),
        ("Thời gian thi đua đến hết năm 2020.", "- 2020"),
        ("Phong trào thi đua kéo dài đến hết ngày 31/12/2019.", "- 2019-12-31"),
        ("Phong trào kéo dài đến hết năm 2020, mỗi năm sơ kết một lần.", "- 2020"),
        ("Phong trào diễn ra trong 6 tháng cuối năm 2020.", "2020-07 2020-12"),
        ("Thời gian thi đua: 9 tháng cuối năm 2018", "2018-04 2018-12"),
        ("Thời gian thi đua: sáu tháng đầu năm 2019", "2019-01 2019-06"),
        ("Thời gian thi đua: cả năm 2019.", "2019 2019"),
        ("Thời gian thi đua trong tháng 5/2019.", "2019-05 2019-05"),
        ("Thời gian: tháng 9 và tháng 10/2018.", "2018-09 2018-10"),
        ("Thời gian: từ đầu tháng 3 đến hết tháng 9 năm 2020.", "2020-03 2020-09"),
        ("Thời gian: từ đầu tháng Tám đến cuối tháng Mười năm 2018.", "2018-08 2018-10"),
        ("Thời gian: từ 01/3 - 30/10/2023.", "2023-03-01 2023-10-30"),
        ("Thời gian thi đua: 01/3/2023 – 30/10/2023", "2023-03-01 2023-10-30"),
        ("Thời gian thi đua: từ 01-3-2023 đến 30-10-2023", "2023-03-01 2023-10-30"),
        ("Thời gian thi đua: từ 01.3.2023 đến 30.10.2023", "2023-03-01 2023-10-30"),
        ("Thời gian thi đua: từ mùng 1/8 tới 29/10/2018", "2018-08-01 2018-10-29"),
        ("Tháng hành động diễn ra từ ngày 01 đến ngày 31/5/2023.", "2023-05-01 2023-05-31"),
        ("Tuần lễ được tổ chức từ 05 - 11/4/2023.", "2023-04-05 2023-04-11"),
        ("Đợt thi đua kéo dài 60 ngày kể từ ngày 01/8/2018.", "2018-08-01 2018-09-29"),
        ("Thời gian thi đua: 100 ngày, từ 20/7/2018 đến 29/10/2018", "2018-07-20 2018-10-29"),
        ("Thời gian thi đua từ Ngày Hợp tác xã Việt Nam 11/4/2023 đến ngày 29/10/2023.", "2023-04-11 2023-10-29"),
        ("THỜI GIAN THỰC HIỆN\nTừ ngày 01/8/2018 đến ngày 30/11/2018.", "2018-08-01 2018-11-30"),
        ("III. Thời gian\n- Bắt đầu: ngày 01/8/2018;\n- Kết thúc: ngày 29/10/2018.", "2018-08-01 2018-10-29"),
        (
            "Liên minh phát động đợt thi đua từ ngày 15 tháng 7 (ngày truyền thống) đến ngày 29 tháng 10 năm 2018 với các nội dung:",
            "2018-07-15 2018-10-29",
        ),
        (
            "Chia làm 02 đợt: đợt 1 từ ngày 01/3/2020 đến ngày 30/6/2020, đợt 2 từ ngày 01/7/2020 đến ngày 31/12/2020.",
            "2020-03-01 2020-12-31",
        ),
        ("Thời gian: đợt 1 từ 01/3 đến 30/6; đợt 2 từ 01/7 đến 31/12/2020", "2020-03-01 2020-12-31"),
        (
            "Thời gian: từ ngày 01/3/2020 đến ngày 30/10/2020, chia hai đợt: đợt 1 đến hết 30/6/2020; đợt 2 từ 01/7/2020 đến 30/10/2020",
            "2020-03-01 2020-10-30",
        ),
        (
            "Hội nghị tổng kết từ 01/11 đến 02/11/2018.\nThời gian thi đua: từ 01/8 đến 29/10/2018",
            "2018-08-01 2018-10-29",
        ),
    ],
)
def test_periods(text: str, period: str) -> None:
    found = find_period(text, SIGNED)
    assert found is not None
    assert f"{found.starts_on or '-'} {found.ends_on}" == period
    again = find_period("Thời gian: " + text[found.span.start : found.span.end], SIGNED)
    assert again is not None and (again.starts_on, again.ends_on) == (found.starts_on, found.ends_on)


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị họp từ ngày 01/8/2018 đến ngày 03/8/2018 tại Hà Nội.",
        "Hội đồng thi đua họp từ ngày 01/10 đến 03/10/2018.",
        "Lễ tổng kết đợt thi đua diễn ra ngày 30/10/2018.",
        "Báo cáo kết quả gửi về trước ngày 05/11/2019.",
        "Đến hết ngày 30/6/2018, các đơn vị báo cáo sơ kết đợt thi đua.",
        "Hồ sơ nộp từ ngày 01/9/2019 đến ngày 15/9/2019.",
        "Thời gian nộp hồ sơ khen thưởng: đến hết ngày 15/11/2018",
        "Các đơn vị đăng ký thi đua từ ngày 01/3/2018 đến ngày 15/3/2018.",
        "Thời gian đăng ký tham gia đợt thi đua: từ 01/4 đến 15/4/2018.",
        "Nghị định có hiệu lực từ ngày 01/7/2024 đến ngày 31/12/2026.",
        "Luật có hiệu lực từ 01/7/2024",
        "ngày thành lập Liên minh (29/10/1993 – 29/10/2018)",
        "Tính từ năm 1993 đến năm 2018, tỉnh có 97 hợp tác xã.",
        "Phong trào thi đua từ năm 2013 đến năm 2017 đã để lại nhiều bài học.",
        "nhiệm kỳ từ năm 2016 đến năm 2021",
        "Nghị quyết Đại hội nhiệm kỳ 2015 - 2020",
        "Phong trào thi đua giai đoạn 2021-2025",
        "phong trào thi đua giai đoạn từ năm 2021 đến năm 2025",
        "Đợt cao điểm từ 19/5 đến 02/9/2018.",
        "Thời gian thi đua từ ngày 31/02/2018 đến ngày 30/13/2018",
    ],
)
def test_other_dates_are_no_period(text: str) -> None:
    assert find_period(text, SIGNED) is None


def test_phases() -> None:
    text = "02 đợt: đợt 1 từ 01/3/2020 đến 30/6/2020; đợt 2 từ 01/7/2020 đến 31/12/2020"
    assert [(row.starts_on, row.ends_on) for row in find_phases(text)] == [
        ("2020-03-01", "2020-06-30"),
        ("2020-07-01", "2020-12-31"),
    ]
    assert find_phases("đợt thi đua từ 01/3/2020 đến 30/6/2020") == []


def test_days_of_a_period() -> None:
    assert days_in("2018-08-01", "2018-08-31") == days_in("2018-08", "2018-08") == 31
    assert days_in(None, "2018") is None


@pytest.mark.parametrize(
    "piece", ["từ ngày ", "từ 1/1 đến ", "Thời gian thi đua ", "đến hết ", "tháng 1 và ", "ngày 1-", "(", "từ ngày lễ "]
)
def test_hostile_repetition_costs_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        find_period(piece * (size // len(piece)), SIGNED)
        return time.process_time() - began

    seconds(5_000)
    assert seconds(200_000) < 8 * seconds(50_000) + 0.3, "four times the text may not cost the square of it"
