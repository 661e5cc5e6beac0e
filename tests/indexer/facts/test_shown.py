"""What the facts tell of a document: its citers, what they say otherwise, its candidates, names and ties."""

from collections.abc import Iterator

import pytest

from corpus.model import Instrument
from corpus.store import Store, make_notice
from indexer.building.build import generation_folder
from indexer.facts.shown import (
    articles_known,
    citing,
    count_by_article,
    count_citing,
    differing,
    names_of,
    others_in,
    said_of,
    stated_in,
    ties_of,
)
from indexer.facts.store import Facts
from indexer.resolution.keys import name_in, number_bucket
from tests.archives import index_archive

DATED = "Kế hoạch số 158/KH-LMHTXVN ngày {day} của Liên minh Hợp tác xã Việt Nam"
TEXTS = {
    "a": ("2023-05-01", DATED.format(day="10/3/2023")),
    "b": ("2023-06-01", DATED.format(day="10/3/2023")),
    "c": ("2023-07-01", DATED.format(day="13/3/2023")),
    "d": ("2023-08-01", "Chỉ thị số 7-CT/TU ngày 05/4/2022 của Tỉnh ủy"),
    "e": ("2023-08-02", "Chỉ thị số 7-CT/TU ngày 09/8/2017 của Tỉnh ủy"),
    "f": ("2023-08-03", "Các xã làm theo Chỉ thị 7-CT/TU."),
    "g": ("2023-08-04", "Thực hiện Luật Hợp tác xã năm 2012 ở các xã."),
    "h": ("2023-08-05", "Theo Điều 5, Điều 6 Luật Giá năm 2023; khoản 1 Điều 5 Luật Giá năm 2023."),
    "i": ("2023-08-06", "Theo Luật Giá năm 2023 (Điều 4 đến Điều 6)."),
}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    folder = tmp_path_factory.mktemp("archive")
    with Store.open(folder, create=True) as store:
        for id_, (day, text) in TEXTS.items():
            store.save(make_notice(id=id_, site="s", title=f"Bài {id_}", text=text, place="Sơn La", published_on=day))
    index_archive(folder)
    generation = generation_folder(folder)
    assert generation is not None
    with Facts.reading(generation) as opened:
        yield opened


def target_of(facts: Facts, notice_id: str) -> str:
    (outcome,) = facts.outcomes(notice_id)
    assert outcome.target is not None
    return outcome.target


def instrument(facts: Facts, id_: str) -> Instrument:
    found = facts.instrument(id_)
    assert found is not None
    return found


def test_citers_come_latest_first_and_are_counted(facts: Facts) -> None:
    plan = target_of(facts, "a")
    assert {target_of(facts, id_) for id_ in "abc"} == {plan}
    assert [one.notice for one in citing(facts, plan, 9)] == ["c", "b", "a"]
    assert [one.notice for one in citing(facts, plan, 1)] == ["c"]
    assert count_citing(facts, plan) == 3
    assert [one.issued_on for one in said_of(facts, plan)] == ["2023-03-13", "2023-03-10", "2023-03-10"]


def test_what_is_said_otherwise_is_found_by_its_document(facts: Facts) -> None:
    plan = target_of(facts, "a")
    (other,) = differing(facts, plan)
    assert (other.field, other.value, other.notice, other.title) == ("issued_on", "2023-03-13", "c", "Bài c")
    assert other.quote == TEXTS["c"][1]
    assert differing(facts, target_of(facts, "d")) == []


def test_candidates_of_an_open_mention_are_its_citers(facts: Facts) -> None:
    (open_one,) = facts.outcomes("f")
    assert open_one.target is None
    named = {one.instrument_id for one in open_one.candidates}
    assert named == {target_of(facts, "d"), target_of(facts, "e")}
    for id_, own in ((target_of(facts, "d"), "d"), (target_of(facts, "e"), "e")):
        assert sorted(facts.citers(id_)) == [own, "f"]


def test_namesakes_and_names(facts: Facts) -> None:
    one, two = target_of(facts, "d"), target_of(facts, "e")
    bucket = number_bucket("chi-thi", "7-CT/TU")
    others = {other.id for other in others_in(facts, bucket, one)}
    assert two in others and one not in others
    assert {other.id for other in others_in(facts, bucket, two)} == others - {two} | {one}
    assert instrument(facts, one).issued_on == "2022-04-05"
    assert names_of(facts, one) == []
    assert "hop tac xa" in names_of(facts, target_of(facts, "g"))
    assert (name_in("luat @hop tac xa"), name_in(bucket)) == ("hop tac xa", None)


def test_relations_are_told_in_the_order_of_the_text(facts: Facts) -> None:
    law = target_of(facts, "g")
    assert [(one.source, one.kind, one.target) for one in stated_in(facts, "g")] == [(None, "implements", law)]
    assert ties_of(facts, law, "target", 9) == [], "the notice is no document"


def test_citers_are_counted_by_article_once_a_notice(facts: Facts) -> None:
    law = {one.target for id_ in "hi" for one in facts.outcomes(id_)}
    assert len(law) == 1
    (id_,) = law
    assert id_ is not None
    assert count_by_article(facts, id_, 9) == [("5", 2), ("6", 2), ("4", 1)]
    assert count_by_article(facts, id_, 1) == [("5", 2)]
    assert [one.pinpoint for one in citing(facts, id_, 9)] == [
        "Điều 4 đến Điều 6",
        "Điều 5, Điều 6",
        "khoản 1 Điều 5",
    ]
    assert count_by_article(facts, target_of(facts, "g"), 9) == []


def test_a_notice_that_is_no_whole_document_has_no_count(facts: Facts) -> None:
    assert articles_known(facts, "h") is None
    assert articles_known(facts, "none") is None
