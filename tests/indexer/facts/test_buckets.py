"""What a change of a bucket's instruments bears on."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.model import Instrument
from corpus.store import make_notice
from indexer.citations import find_citations
from indexer.facts.buckets import save_clusters
from indexer.facts.store import Facts
from indexer.resolution.cluster import Cluster
from indexer.resolution.evidence import evidence_of
from indexer.resolution.relations import relations_of
from indexer.resolution.session import resolve_notice

BUCKET = "chi-thi 77"
TEXTS = {
    "dated": ("Sơn La", "Chỉ thị số 77-CT/TU ngày 05/4/2022 của Tỉnh ủy Sơn La"),
    "vague": ("Sơn La", "làm theo Chỉ thị 77-CT/TU"),
    "bare": ("Sơn La", "làm theo Chỉ thị 77"),
    "elsewhere": ("Nghệ An", "làm theo Chỉ thị 77-CT/TU"),
    "other": ("Sơn La", "làm theo Chỉ thị 78-CT/TU"),
}


def one(
    year: str, *, place: str | None = "Sơn La", title: str = "giống lúa chịu mặn", number: str = "77-CT/TU"
) -> Cluster:
    instrument = Instrument(
        id=f"chi-thi.77.{year}", kind="chi-thi", number=number, issued_on=f"{year}-04-05", place=place, title=title
    )
    return Cluster(
        instrument=instrument, number_key=number.lower().replace("-", " ").replace("/", " "), unit=None, issuer=None,
        words=frozenset(title.split()), years=frozenset([year]), effective_on=None, expires_on=None,
    )  # fmt: skip


@pytest.fixture
def facts(tmp_path: Path) -> Iterator[Facts]:
    opened = Facts.open(tmp_path)
    with opened.transaction():
        for id_, (place, text) in TEXTS.items():
            notice = make_notice(id=id_, site="s", title=id_, text=text, place=place, published_on="2023-05-01")
            citations = find_citations(text)
            opened.replace_notice(notice, citations, evidence_of(notice, citations))
    yield opened
    opened.close()


def again(facts: Facts, *clusters: Cluster) -> set[str]:
    with facts.transaction():
        return save_clusters(facts, BUCKET, clusters)


def judged(facts: Facts, clusters: Sequence[Cluster]) -> None:
    """Judge the mentions of the bucket and keep what became of them."""
    with facts.transaction():
        for id_, (place, text) in TEXTS.items():
            notice = make_notice(id=id_, site="s", title=id_, text=text, place=place, published_on="2023-05-01")
            outcomes = resolve_notice(notice, facts.citations(id_), lambda bucket: clusters if bucket == BUCKET else [])
            facts.save_outcomes(notice, None, outcomes, relations_of(id_, outcomes))
        facts.unmark_all()


def test_what_did_not_change_bears_on_nothing(facts: Facts) -> None:
    assert again(facts, one("2022"))
    assert again(facts, one("2022")) == set()


def test_a_first_document_bears_on_all_mentions_of_its_number(facts: Facts) -> None:
    assert again(facts, one("2022")) == {"dated", "vague", "bare", "elsewhere"}


def test_a_dated_mention_is_left_alone_by_another_year(facts: Facts) -> None:
    clusters = [one("2022")]
    again(facts, *clusters)
    judged(facts, clusters)
    assert "dated" not in again(facts, one("2022"), one("2017"))
    assert "dated" in again(facts, one("2022", title="đường nội đồng"), one("2017"))


def test_a_document_of_a_province_does_not_bear_on_another_that_is_settled(facts: Facts) -> None:
    clusters = [one("2022"), one("2021", place="Nghệ An")]
    again(facts, *clusters)
    judged(facts, clusters)
    assert "elsewhere" not in again(facts, *clusters, one("2017"))
    assert "elsewhere" in again(facts, *clusters, one("2017"), one("2016", place="Nghệ An"))


@pytest.mark.parametrize(("number", "bears"), [("77-CT/TU", True), ("77/CT-TTg", False)])
def test_a_full_number_is_borne_on_by_its_own_alone(facts: Facts, number: str, bears: bool) -> None:
    clusters = [one("2022")]
    again(facts, *clusters)
    judged(facts, clusters)
    found = again(facts, *clusters, one("2019", number=number))
    assert ("vague" in found) is bears and "bare" in found


def test_pages_that_show_what_went_are_written_again(facts: Facts) -> None:
    clusters = [one("2022"), one("2017")]
    again(facts, *clusters)
    judged(facts, clusters)
    again(facts, one("2022", title="giống lúa mới"), one("2017"))
    assert set(facts.dirty("instrument")) == {"chi-thi.77.2022", "chi-thi.77.2017"}  # the namesake lists it
    assert "dated" in facts.dirty("notice")


def test_two_numbers_of_one_document_are_one_row(facts: Facts) -> None:
    from dataclasses import replace

    head = one("2022")
    other = replace(one("2017"), held=head.instrument)
    again(facts, head, other)
    found = facts.instrument("chi-thi.77.2022")
    assert found == head.instrument and facts.instrument("chi-thi.77.2017") is None
    assert again(facts, head, replace(other, words=frozenset(["khác"])))
