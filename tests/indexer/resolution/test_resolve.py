"""Which document a mention means: small archives with planted collisions."""

import pytest

from corpus.model import Head, Notice, Outcome
from corpus.store import make_notice
from indexer.citations import find_citations
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.evidence import Evidence, evidence_of, known_evidence
from indexer.resolution.relations import relations_of
from indexer.resolution.session import resolve_notice


def notice(
    id_: str,
    text: str,
    *,
    place: str | None = None,
    on: str = "2020-01-01",
    head: Head | None = None,
    issuer: str | None = None,
) -> Notice:
    return make_notice(id=id_, site="s", title=id_, text=text, place=place, published_on=on, head=head, issuer=issuer)


def resolved(*notices: Notice) -> dict[str, list[Outcome]]:
    evidence: dict[str, list[Evidence]] = {bucket: list(rows) for bucket, rows in known_evidence().items()}
    citations = {row.id: find_citations(row.text) for row in notices}
    for row in notices:
        for said in evidence_of(row, citations[row.id]):
            evidence.setdefault(said.bucket, []).append(said)
    kept: dict[str, list[Cluster]] = {}

    def clusters_of(bucket: str) -> list[Cluster]:
        return kept.setdefault(bucket, cluster(evidence.get(bucket, ())))

    return {row.id: resolve_notice(row, citations[row.id], clusters_of) for row in notices}


def targets(outcomes: list[Outcome]) -> list[str | None]:
    return [row.target if row.status == "resolved" else row.status for row in outcomes]


def test_a_number_shared_by_provinces_is_the_notices_own() -> None:
    one = notice("a", "Chỉ thị số 15-CT/TU ngày 01/3/2017 của Ban Thường vụ Tỉnh ủy", place="Sơn La")
    other = notice("b", "Chỉ thị số 15-CT/TU ngày 05/6/2017 của Ban Thường vụ Tỉnh ủy", place="Nghệ An")
    vague = notice("c", "triển khai Chỉ thị 15-CT/TU ở xã", place="Nghệ An")
    nobody = notice("d", "theo Chỉ thị 15-CT/TU của một tỉnh", place=None)
    found = resolved(one, other, vague, nobody)
    assert targets(found["a"]) == ["chi-thi.15-ct-tu.son-la.2017"]
    assert targets(found["b"]) == targets(found["c"]) == ["chi-thi.15-ct-tu.nghe-an.2017"]
    assert targets(found["d"]) == ["ambiguous"]
    assert len(found["d"][0].candidates) >= 2


def test_a_later_document_is_not_meant_by_an_earlier_notice() -> None:
    found = resolved(notice("a", "thực hiện Chỉ thị số 34-CT/TW", on="2015-01-01"))
    assert targets(found["a"]) == ["chi-thi.34-ct-tw.2014"]


@pytest.mark.parametrize(
    ("text", "on", "wanted"),
    [
        ("theo Chỉ thị 12/CT-TTg trong năm", "2020-01-01", "ambiguous"),
        ("theo Chỉ thị số 12/CT-TTg ngày 25/4/2019", "2020-01-01", "chi-thi.12-ct-ttg.2019"),
        ("Chỉ thị 12/CT-TTg năm 2018", "2020-01-01", "chi-thi.12-ct-ttg.2018"),
        ("Chỉ thị 34 của Bộ Chính trị về thi đua, khen thưởng", "2025-01-01", "chi-thi.34-ct-tw.2014"),
        ("nhắc Nghị quyết 09 mà không nhớ của cấp nào", "2019-01-01", "unresolved"),
        ("theo Luật Hợp tác xã", "2023-06-30", "luat.23-2012-qh13"),
        ("theo Luật Hợp tác xã", "2024-07-01", "luat.17-2023-qh15"),
        ("theo Luật Hợp tác xã năm 2003", "2010-01-01", "luat.18-2003-qh11"),
        ("Nghị quyết Trung ương 5 khóa IX về kinh tế tập thể", "2010-01-01", "nghi-quyet.13-nq-tw.2002"),
        ("Nghị quyết số 13 của Trung ương khóa IX", "2010-01-01", "nghi-quyet.13-nq-tw.2002"),
    ],
)
def test_evidence_decides_or_abstains(text: str, on: str, wanted: str) -> None:
    assert targets(resolved(notice("a", text, on=on))["a"]) == [wanted]


def test_a_full_form_settles_a_later_short_one() -> None:
    text = "Thực hiện Kế hoạch số 99/KH-LMHTX ngày 02/5/2019. Sau đó, theo Kế hoạch 99 đã lập mười đơn vị."
    assert targets(resolved(notice("a", text, place="Sơn La"))["a"]) == ["ke-hoach.99-kh-lmhtx.son-la.2019"] * 2


def test_a_wrong_date_still_resolves_and_the_conflict_is_kept() -> None:
    rows = [
        notice(name, "Kế hoạch số 158/KH-LMHTXVN ngày 10/3/2023 của Liên minh Hợp tác xã Việt Nam", on="2023-05-01")
        for name in "abc"
    ]
    wrong = notice("w", "Kế hoạch số 158/KH-LMHTXVN ngày 13/3/2023 của Liên minh Hợp tác xã Việt Nam", on="2023-05-01")
    (outcome,) = resolved(*rows, wrong)["w"]
    assert outcome.target == "ke-hoach.158-kh-lmhtxvn.2023"
    assert outcome.conflicts == ("issued_on",)
    assert "number-agrees-date-differs" in [reason.code for reason in outcome.reasons]


def test_a_collected_plan_is_the_document_that_others_cite() -> None:
    plan = notice(
        "p",
        "Kế hoạch.",
        place="Sơn La",
        on="2018-08-14",
        head=Head(kind="ke-hoach", number="97/KH-LMHTX", issued_on="2018-08-14"),
    )
    citer = notice("c", "tổng kết Kế hoạch số 97/KH-LMHTX ngày 14/8/2018", place="Sơn La")
    assert targets(resolved(plan, citer)["c"]) == ["ke-hoach.97-kh-lmhtx.son-la.2018"]


def test_relations_run_from_the_document_that_bears_the_title() -> None:
    text = "Triển khai Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ về thực hiện Kết luận số 56-KL/TW ngày 21/02/2013 của Bộ Chính trị"
    outcomes = resolved(notice("a", text))["a"]
    ties = {(row.source, row.kind, row.target) for row in relations_of("a", outcomes)}
    assert (None, "implements", "chi-thi.12-ct-ttg.2018") in ties
    assert ("chi-thi.12-ct-ttg.2018", "implements", "ket-luan.56-kl-tw.2013") in ties


def test_the_order_of_evidence_does_not_matter() -> None:
    rows = [
        notice("a", "Chỉ thị số 7-CT/TU ngày 1/2/2016", place="Sơn La"),
        notice("b", "Chỉ thị 7-CT/TU năm 2019", place="Sơn La"),
        notice("c", "Chỉ thị 7-CT/TU", place="Sơn La"),
    ]
    assert targets(resolved(*rows)["c"]) == targets(resolved(*reversed(rows))["c"]) == ["ambiguous"]
