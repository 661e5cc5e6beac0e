"""Targets, addressees, rewards and the slogan, in the text's own words."""

import pytest

from indexer.campaigns.particulars import find_addressees, find_rewards, find_slogan, find_targets
from indexer.campaigns.parts import read_parts
from tests.indexer.campaigns.launch import launch


@pytest.mark.parametrize(
    ("text", "targets", "addressees", "rewards", "slogan"),
    [
        (
            "Phấn đấu thành lập mới 12 hợp tác xã, 3 tổ hợp tác. Tôn vinh 100 tập thể tiêu biểu, trong đó 20 HTX.",
            ["thành lập mới 12 hợp tác xã, 3 tổ hợp tác", "Tôn vinh 100 tập thể tiêu biểu"],
            [],
            [],
            None,
        ),
        ("vận động 1.200 hộ tham gia; đạt 80% thành viên", ["vận động 1.200 hộ tham gia"], [], [], None),
        ("năm 2018 có 12 hợp tác xã", [], [], [], None),
        (
            "Kính gửi: Các phòng; \n- Các xã;\n- Hợp tác xã.\nLiên minh phát động thi đua.",
            [],
            ["Các phòng", "Các xã", "Hợp tác xã"],
            [],
            None,
        ),
        (
            "Liên minh kêu gọi toàn thể cán bộ, thành viên hưởng ứng thi đua.",
            [],
            ["toàn thể cán bộ, thành viên"],
            [],
            None,
        ),
        (
            "Liên minh phát động thi đua. Tặng Giấy khen của Chủ tịch Liên minh và tiền thưởng, cờ thi đua cho tập thể.",
            [],
            [],
            ["Giấy khen của Chủ tịch Liên minh", "cờ thi đua"],
            None,
        ),
        ('với khẩu hiệu “Đoàn kết, sáng tạo” và chủ đề: "Hai"', [], [], [], "Đoàn kết, sáng tạo"),
        ("chủ đề “Ngắn”", [], [], [], None),
    ],
)
def test_particulars(
    text: str, targets: list[str], addressees: list[str], rewards: list[str], slogan: str | None
) -> None:
    parts = read_parts(launch(text, title="Tin", head=None))
    for find, values in ((find_targets, targets), (find_addressees, addressees), (find_rewards, rewards)):
        found = find(parts)
        assert [one.value for one in found] == values
        assert [" ".join(parts.said(one.span).split()) for one in found] == values
    said = find_slogan(parts)
    assert (said and said.value) == slogan


def test_eight_at_most_each_once() -> None:
    text = "Phấn đấu " + "; ".join(f"thành lập mới {n} hợp tác xã" for n in (1, 1, 2, 3, 4, 5, 6, 7, 8, 9))
    found = find_targets(read_parts(launch(text, title="Tin", head=None)))
    assert [one.value for one in found] == [f"thành lập mới {n} hợp tác xã" for n in range(1, 9)]
