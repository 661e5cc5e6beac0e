"""The work of judging a notice grows with its citations, not with their square; one mention weighed alone comes out as it does among all."""

import pytest

from corpus.store import make_notice
from indexer.citations import find_citations
from indexer.resolution import session
from indexer.resolution.cluster import cluster
from indexer.resolution.evidence import known_evidence
from indexer.resolution.resolve import number_fits
from indexer.resolution.session import resolve_notice, weigh_mention

MENTIONS = 400
FORMS = (
    "Quyết định 461/QĐ-TTg; ",
    "Chỉ thị số 34-CT/TW ngày 07/4/2014. ",
    "Luật Hợp tác xã năm 2012, ",
    "theo Nghị quyết 20 thì ",
)


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize("form", FORMS)
def test_a_document_named_again_and_again_is_compared_once_a_mention(
    monkeypatch: pytest.MonkeyPatch, form: str, between: str
) -> None:
    compared = 0

    def counted(*arguments: object) -> bool:
        nonlocal compared
        compared += 1
        return number_fits(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "number_fits", counted)
    text = (form + between) * MENTIONS
    notice = make_notice(id="n", site="s", title="", text=text, place=None, published_on="2018-08-01")
    citations = find_citations(notice.text)
    known = known_evidence()
    outcomes = resolve_notice(notice, citations, lambda bucket: cluster(known.get(bucket, ())))
    assert len(outcomes) >= MENTIONS - 1
    assert compared <= 8 * MENTIONS


BESIDE = (
    "Chỉ thị 34 được nhắc trước. Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014, Luật Hợp tác xã năm 2012. Quyết định số 1804/QĐ-TTg về sửa đổi Quyết định"
    " 461/QĐ-TTg; sau đó là Quyết định 461 và Luật HTX mới.\nKhác với Chỉ thị 34 năm 1998 là Chỉ thị 34 khóa XI."
)


def test_one_mention_alone_is_judged_as_among_all() -> None:
    notice = make_notice(id="n", site="s", title="", text=BESIDE, place=None, published_on="2021-08-01")
    citations, known = find_citations(notice.text), known_evidence()
    whole = resolve_notice(notice, citations, lambda bucket: cluster(known.get(bucket, ())))
    assert len(whole) >= 8
    alone = [
        weigh_mention(notice, citations, at, lambda bucket: cluster(known.get(bucket, ()))) for at in range(len(whole))
    ]
    assert alone == whole
