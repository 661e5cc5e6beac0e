"""What happened to a document, from collected texts and from sentences of notices, and what it was on a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from corpus.store import Store, make_notice
from crawler.head import find_head
from indexer.archive import Archive
from indexer.documents.validity import validity_on
from tests.archives import index_archive, open_archive


def paper(kind: str, number: str, day: str, text: str, body: str = "LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA") -> str:
    on = date.fromisoformat(day)
    return f"{body}\nSố: {number}\nSơn La, ngày {on.day:02d} tháng {on.month:02d} năm {on.year}\n\n{kind}\nvề xét thưởng\n\n{text}"


NOTICES = {
    "rules": (
        "2022-03-02",
        paper(
            "QUYẾT ĐỊNH",
            "33/QĐ-LMHTX",
            "2022-03-02",
            "Điều 1. Sửa đổi Quyết định số 21/QĐ-LMHTX ngày 04/4/2019 của Liên minh Hợp tác xã tỉnh.\n"
            "Điều 2. Bãi bỏ khoản 2 Điều 4 của Quyết định số 18/QĐ-LMHTX ngày 11/9/2018 của Liên minh Hợp tác xã tỉnh.\n"
            "(Kèm theo Quyết định số 33/QĐ-LMHTX ngày 05/3/2022 của Liên minh Hợp tác xã tỉnh.)\n"
            "Điều 3. Quyết định này có hiệu lực từ ngày 01/5/2022 và thay thế Quyết định số 12/QĐ-LMHTX ngày 05/6/2017 của Liên minh Hợp tác xã tỉnh.",
        ),
    ),
    "signed": (
        "2021-06-01",
        paper(
            "QUYẾT ĐỊNH",
            "40/QĐ-LMHTX",
            "2021-06-01",
            "Quyết định này có hiệu lực kể từ ngày ký đến hết ngày 31/12/2023, bãi bỏ Quyết định số 9/QĐ-LMHTX ngày 02/02/2015.",
        ),
    ),
    "undated": (
        "2021-07-05",
        paper("QUYẾT ĐỊNH", "50/QĐ-LMHTX", "2021-07-05", "Thay thế Quyết định số 41/QĐ-LMHTX ngày 07/7/2016."),
    ),
    "news": (
        "2024-09-20",
        "Nghị định số 45/2021/NĐ-CP ngày 31/3/2021 hết hiệu lực từ ngày 01/11/2024. Quyết định số 70/QĐ-UBND ngày 03/3/2020 của UBND tỉnh Sơn La được thay thế"
        " bởi Quyết định số 71/QĐ-UBND ngày 05/8/2024 của UBND tỉnh Sơn La.",
    ),
    "plans": (
        "2023-01-05",
        "Sở đang lấy ý kiến dự thảo Nghị quyết thay thế Nghị quyết số 128/2020/NQ-HĐND ngày 28/02/2020 của HĐND tỉnh Sơn La. Đề nghị bãi bỏ Quyết định số"
        " 18/2019/QĐ-UBND ngày 04/5/2019 của UBND tỉnh Sơn La. Kế hoạch số 5/KH-LMHTX ngày 01/02/2022 sửa đổi Quyết định số 61/QĐ-UBND ngày 05/5/2021 của UBND tỉnh Sơn La. Nghị quyết số 20-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương sửa đổi Nghị định số 57/2018/NĐ-CP ngày 17/4/2018.",
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("events")
    with Store.open(folder, create=True) as store:
        for id_, (on, text) in NOTICES.items():
            made: dict[str, Any] = {"site": "s", "title": f"Tin {id_}", "text": text, "place": "Sơn La"}
            store.save(make_notice(id=id_, published_on=on, head=find_head(text), **made))
    index_archive(folder)
    opened = open_archive(folder)
    yield opened
    opened.close()


ENACTED = "quyet-dinh.33-qd-lmhtx.son-la.2022"


@pytest.mark.parametrize(
    ("id_", "on", "code", "since", "since_from", "by", "source"),
    [
        # the acting document's own clause dates what it does
        ("quyet-dinh.12-qd-lmhtx.son-la.2017", "2022-04-30", "unknown", None, None, None, None),
        ("quyet-dinh.12-qd-lmhtx.son-la.2017", "2022-05-01", "replaced", "2022-05-01", "effect", ENACTED, "notice"),
        (
            "quyet-dinh.18-qd-lmhtx.son-la.2018",
            "2022-05-01",
            "partly-repealed",
            "2022-05-01",
            "effect",
            ENACTED,
            "notice",
        ),
        ("quyet-dinh.21-qd-lmhtx.son-la.2019", "2022-05-01", "amended", "2022-05-01", "effect", ENACTED, "notice"),
        (ENACTED, "2022-04-30", "not-yet", "2022-05-01", "effect", None, "text"),
        (ENACTED, "2022-05-01", "in-force", "2022-05-01", "effect", None, "text"),
        # from the day of signing until a last day
        ("quyet-dinh.40-qd-lmhtx.son-la.2021", "2023-12-31", "in-force", "2021-06-01", "effect", None, "text"),
        ("quyet-dinh.40-qd-lmhtx.son-la.2021", "2024-01-01", "expired", "2024-01-01", "effect", None, "text"),
        # no clause: the day of issue, said so
        (
            "quyet-dinh.41-qd-lmhtx.son-la.2016",
            "2021-07-05",
            "replaced",
            "2021-07-05",
            "issue",
            "quyet-dinh.50-qd-lmhtx.son-la.2021",
            "notice",
        ),
        ("quyet-dinh.50-qd-lmhtx.son-la.2021", "2022-01-01", "unknown", None, None, None, None),
        # news
        ("nghi-dinh.45-2021-nd-cp", "2024-10-31", "unknown", None, None, None, None),
        ("nghi-dinh.45-2021-nd-cp", "2024-11-01", "repealed", "2024-11-01", "effect", None, "notice"),
        (
            "quyet-dinh.70-qd-ubnd.son-la.2020",
            "2024-08-05",
            "replaced",
            "2024-08-05",
            "issue",
            "quyet-dinh.71-qd-ubnd.son-la.2024",
            "notice",
        ),
        # drafts, wishes, and what a document of lower rank or of the Party cannot do
        ("nghi-quyet.128-2020-nq-hdnd.son-la", "2026-01-01", "unknown", None, None, None, None),
        ("quyet-dinh.18-2019-qd-ubnd.son-la", "2026-01-01", "unknown", None, None, None, None),
        ("quyet-dinh.61-qd-ubnd.son-la.2021", "2026-01-01", "unknown", None, None, None, None),
        ("nghi-dinh.57-2018-nd-cp", "2026-01-01", "unknown", None, None, None, None),
        # the registry
        ("luat.23-2012-qh13", "2024-06-30", "in-force", "2013-07-01", "effect", None, "registry"),
        ("luat.23-2012-qh13", "2024-07-01", "replaced", "2024-07-01", "effect", "luat.17-2023-qh15", "registry"),
        ("luat.23-2012-qh13", "2013-06-30", "not-yet", "2013-07-01", "effect", None, "registry"),
    ],
)
def test_what_a_document_was_on_a_day(
    archive: Archive,
    id_: str,
    on: str,
    code: str,
    since: str | None,
    since_from: str | None,
    by: str | None,
    source: str | None,
) -> None:
    events = archive.instrument(archive.canonical_id(id_))["events"]
    found = validity_on(events, date.fromisoformat(on))
    told = (
        found["code"],
        found["since"],
        found["since_from"],
        found["by"] and found["by"]["id"],
        found["proof"] and found["proof"]["source"],
    )
    assert told == (code, since, since_from, by, source), events


def test_a_proof_is_a_sentence_of_the_text(archive: Archive) -> None:
    for id_ in ("quyet-dinh.12-qd-lmhtx.son-la.2017", ENACTED):
        for event in archive.instrument(id_)["events"]:
            proof = event["proof"]
            text = archive.notice(str(proof["notice"]))["text"]
            shown = " ".join(text[proof["start"] : proof["end"]].split())
            assert shown and shown in str(proof["quote"])


def test_citations_are_told_as_of_their_notice(archive: Archive) -> None:
    rows = archive.with_validity(archive.notice("rules"))["citations"]
    assert {row["validity"]["code"] for row in rows if row.get("validity")} == {"unknown", "not-yet"}
    later = archive.with_validity(archive.notice("rules"), date(2023, 1, 1))["citations"]
    told = [row["validity"]["code"] for row in later if row.get("validity")]
    assert told == ["amended", "partly-repealed", "in-force", "replaced"]


def test_a_document_is_no_citer_of_itself(archive: Archive) -> None:
    enacted = archive.instrument(ENACTED)
    assert (enacted["cited_by_total"], enacted["cited_by"], enacted["conflicts"]) == (0, [], [])
    assert archive.instrument("quyet-dinh.12-qd-lmhtx.son-la.2017")["cited_by_total"] == 1
