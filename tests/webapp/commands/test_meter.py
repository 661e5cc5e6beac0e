"""What a line of progress says: how far, how fast, what is left, what failed."""

import io

import pytest

from webapp.commands.meter import Meter


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with room for all of it."""
    monkeypatch.setenv("COLUMNS", "200")


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def lines(steps: list[tuple[float, str, int, int]]) -> list[str]:
    """What stands on the line after each telling that draws it. steps: (seconds since the last, step, done, total)."""
    out, clock = io.StringIO(), Clock()
    meter = Meter(out, clock)
    for seconds, step, done, total in steps:
        clock.at += seconds
        meter(step, done, total)
    meter.close()
    return [part.replace("\x1b[K", "").strip() for part in out.getvalue().replace("\n", "").split("\r")[1:]]


def test_rate_queue_and_time_left_are_told_once_they_are_known() -> None:
    first, second = lines([(0, "Thu thập", 100, 400), (50, "Thu thập", 200, 400)])
    assert first == "Thu thập  [#####---------------] 25 % · 100/400", "nothing is known of a rate yet"
    assert second == "Thu thập  [##########----------] 50 % · 200/400 · 2/giây · còn 200 · khoảng 2 phút nữa"


def test_errors_stand_on_the_line_of_their_step_alone() -> None:
    shown = lines([(0, "Thu thập", 0, 4), (0, "errors", 3, 0), (5, "Thu thập", 2, 4), (0, "read", 0, 9)])
    assert "· 3 lỗi ·" in shown[1] and "lỗi" not in shown[0] + shown[2]
    assert shown[2].startswith("Đọc và tìm dẫn chiếu")


def test_it_is_drawn_a_few_times_a_second_and_at_the_end() -> None:
    shown = lines([(0, "read", 0, 1000), *((0.01, "read", n, 1000) for n in range(1, 100)), (0, "read", 1000, 1000)])
    assert 5 < len(shown) < 15
    assert "1,000/1,000" in shown[-1]


@pytest.mark.parametrize(
    ("left", "said"), [(10, "khoảng 11 giây nữa"), (600, "khoảng 10 phút nữa"), (20_000, "khoảng 5 giờ 33 phút nữa")]
)
def test_time_left_is_in_words(left: int, said: str) -> None:
    assert lines([(0, "read", 0, 10 + left), (10, "read", 10, 10 + left)])[1].endswith(said)


def test_bytes_are_told_in_megabytes() -> None:
    assert (
        "5.0 MB/10.0 MB · 2.5 MB/giây" in lines([(0, "backup", 0, 10_000_000), (2, "backup", 5_000_000, 10_000_000)])[1]
    )


def test_a_step_of_nothing_is_done() -> None:
    assert lines([(0, "read", 0, 0)]) == ["Đọc và tìm dẫn chiếu  [####################] 100 % · 0/0"]


def test_a_narrow_terminal_keeps_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown = lines([(0, "Thu thập", 100, 400), (50, "Thu thập", 200, 400)])
    assert shown[1] == "Thu thập 50 % · 200/400 · 2/giây · còn 200 · khoảng 2 phút"
