"""A single text resolved: against the registry, or against given documents."""

from collections.abc import Sequence

import pytest

from indexer.citations import find_citations
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.evidence import Evidence, known_evidence
from indexer.resolution.text import registry_ids, resolve_text

DIRECTIVE = "chi-thi.34-ct-tw.2014"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("", []),
        ("Không có gì ở đây.", []),
        ("theo Chỉ thị số 34-CT/TW ngày 07/4/2014", [DIRECTIVE]),
        ("Chỉ thị số 34-CT/TW ngày 07/4/2014; nay Chỉ thị 34 còn đó", [DIRECTIVE, DIRECTIVE]),
        ("Quyết định số 9876/QĐ-TTg", ["quyet-dinh.9876-qd-ttg"]),
    ],
)
def test_against_the_registry(text: str, targets: list[str]) -> None:
    outcomes, instruments = resolve_text(text)
    assert [outcome.target for outcome in outcomes] == targets
    assert set(targets) <= set(instruments)
    assert all(id_ == instrument.id for id_, instrument in instruments.items())


def test_offsets_are_those_of_the_text_as_it_is() -> None:
    text = "  \r\n theo  Chỉ thị số 34-CT/TW"
    (outcome,), _ = resolve_text(text)
    span = outcome.citation.span
    assert text[span.start : span.end] == "Chỉ thị số 34-CT/TW"


def test_only_the_citations_given_are_looked_up() -> None:
    text = "Chỉ thị số 34-CT/TW ngày 07/4/2014 và Nghị quyết số 20-NQ/TW ngày 16/6/2022"
    rows = find_citations(text)
    outcomes, _ = resolve_text(text, citations=rows[1:])
    assert [outcome.citation for outcome in outcomes] == rows[1:]
    assert resolve_text(text, citations=[]) == ([], {})


@pytest.mark.parametrize(("place", "of"), [("Sơn La", "Sơn La"), ("son la", "Sơn La"), (None, None)])
def test_the_place_of_the_text_is_that_of_its_local_numbers(place: str | None, of: str | None) -> None:
    (outcome,), instruments = resolve_text("Chỉ thị số 15-CT/TU ngày 02/3/2021", place=place)
    assert outcome.target
    assert instruments[outcome.target].place == of


@pytest.mark.parametrize(
    ("on", "subject", "target"),
    [
        ("2002-06-01", "kinh tế tập thể", "nghi-quyet.13-nq-tw.2002"),
        ("2017-06-30", "kinh tế tư nhân", "nghi-quyet.10-nq-tw.2017"),
        ("2017-06-30", "chợ phiên vùng cao", None),
    ],
)
def test_the_day_of_the_text_tells_the_term(on: str, subject: str, target: str | None) -> None:
    (outcome,), _ = resolve_text(f"Nghị quyết Hội nghị Trung ương 5 về {subject}", on=on)
    assert outcome.target == target


def test_each_bucket_is_asked_for_once_with_all_that_the_text_says_of_it() -> None:
    asked: list[tuple[str, int]] = []

    def clusters_of(bucket: str, said: Sequence[Evidence]) -> list[Cluster]:
        asked.append((bucket, len(said)))
        return cluster(said)

    text = "Chỉ thị số 34-CT/TW ngày 07/4/2014. Chỉ thị số 34-CT/TW. Chỉ thị 34. Nghị quyết 20."
    outcomes, instruments = resolve_text(text, clusters_of=clusters_of)
    assert sorted(asked) == [("chi-thi 34", 2), ("nghi-quyet 20", 0)]
    assert [outcome.status for outcome in outcomes] == ["resolved"] * 3 + ["unresolved"]
    assert list(instruments) == [DIRECTIVE]


def test_ids_of_the_registry() -> None:
    ids = registry_ids()
    assert DIRECTIVE in ids
    assert "quyet-dinh.9876-qd-ttg" not in ids
    assert ids == {found.instrument.id for rows in known_evidence().values() for found in cluster(rows)}
