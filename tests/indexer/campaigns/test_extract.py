"""A campaign's record, field by field, each with the words that prove it."""

from typing import Any

import pytest

from indexer.campaigns.extract import campaign_payload, extract_campaign
from tests.indexer.campaigns.launch import HEAD, TEXT, TITLE, launch, outcomes_of

RECORD = {
    "id": "pt-a",
    "notice": "a",
    "name": "Kế hoạch phát động đợt thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
    "starts_on": "2018-08-01",
    "ends_on": "2018-10-29",
    "occasion": "kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
    "occasion_slug": "thanh-lap-lmhtx-viet-nam",
    "occasion_years": 25,
    "occasion_term": None,
    "organiser": "Liên minh Hợp tác xã tỉnh Sơn La",
    "place": "Sơn La",
    "level": "province",
    "bases": ("34-CT/TW", "23/2012/QH13"),
    "base_ids": ("chi-thi.34-ct-tw.2014", "luat.23-2012-qh13"),
    "unnumbered_bases": ("Nghị quyết Đại hội đại biểu Liên minh Hợp tác xã Việt Nam lần thứ V",),
    "tasks": (
        "Tuyên truyền Luật Hợp tác xã tới thành viên.",
        "Phấn đấu thành lập mới 12 hợp tác xã trong năm.",
        "Khen thưởng: tặng Bằng khen của Chủ tịch Liên minh cho tập thể xuất sắc.",
    ),
    "targets": ("thành lập mới 12 hợp tác xã trong năm",),
    "addressees": ("Các phòng, đơn vị", "Các hợp tác xã", "toàn thể cán bộ, thành viên"),
    "rewards": ("Bằng khen của Chủ tịch Liên minh",),
    "slogan": "Đoàn kết, sáng tạo, hiệu quả",
    "phases": (("2018-08-01", "2018-09-15"), ("2018-09-16", "2018-10-29")),
    "published_on": "2018-08-03",
    "label": "Kế hoạch phát động đợt thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam",
    "detail": "Liên minh Hợp tác xã tỉnh Sơn La · 2018-08-01",
}
PROOFS = {
    "name": ["Phát động đợt thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam"],
    "occasion": ["kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam"],
    "period": ["từ ngày 01/8/2018 đến ngày 29/10/2018"],
    "organiser": ["LIÊN MINH HTX TỈNH SƠN LA"],
    "place": ["SƠN LA"],
    "bases": ["Chỉ thị số 34-CT/TW", "Luật Hợp tác xã năm 2012"],
    "unnumbered_bases": ["Nghị quyết Đại hội đại biểu Liên minh Hợp tác xã Việt Nam lần thứ V"],
    "tasks": [
        "Tuyên truyền Luật Hợp tác xã tới thành viên.",
        "Phấn đấu thành lập mới 12 hợp tác xã trong năm.",
        "Khen thưởng: tặng Bằng khen của Chủ tịch Liên minh cho tập thể xuất sắc.",
    ],
    "targets": ["thành lập mới 12 hợp tác xã trong năm"],
    "addressees": ["Các phòng, đơn vị", "Các hợp tác xã", "toàn thể cán bộ, thành viên"],
    "rewards": ["Bằng khen của Chủ tịch Liên minh"],
    "slogan": ["Đoàn kết, sáng tạo, hiệu quả"],
}


def record(**change: Any) -> Any:
    notice = launch(**change)
    found = extract_campaign(notice, outcomes_of(notice))
    assert found is not None
    return campaign_payload(found)


def test_every_field() -> None:
    found = record()
    assert {name: value for name, value in found.items() if name != "evidence"} == RECORD


def test_every_field_has_its_proof() -> None:
    assert {name: [TEXT.strip()[a:b] for a, b in spans] for name, spans in record()["evidence"].items()} == PROOFS


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"text": TEXT.replace("25 năm", "nhiều năm")}, {"occasion_years": 25}),
        ({"text": TEXT.replace("25 năm", "nhiều năm"), "title": "Kế hoạch thi đua"}, {"occasion_years": None}),
        ({"text": TEXT.replace("Thời gian: từ", "Ghi:").replace("Đợt 1: từ", "").replace("Đợt 2: từ", "")}, {"phases": ()}),
        ({"head": None}, {"published_on": "2018-08-03"}),
        ({"title": "Thi đua"}, {"name": "Thi đua", "label": "Thi đua", "occasion_slug": "thanh-lap-lmhtx-viet-nam"}),
    ],
)  # fmt: skip
def test_what_a_change_changes(change: dict[str, Any], fields: dict[str, Any]) -> None:
    found = record(**change)
    assert {name: found[name] for name in fields} == fields


def test_the_title_proves_the_name_where_the_text_has_it() -> None:
    at = record(text=f"{TITLE}\n{TEXT}")["evidence"]["name"][0]
    assert tuple(at) == (0, len(TITLE))


def test_a_report_launches_nothing() -> None:
    notice = launch(
        TEXT.replace("KẾ HOẠCH\nPhát động", "BÁO CÁO\nTổng kết"), title="Báo cáo tổng kết đợt thi đua", head=None
    )
    assert extract_campaign(notice, outcomes_of(notice)) is None
    assert HEAD.kind == "ke-hoach"
