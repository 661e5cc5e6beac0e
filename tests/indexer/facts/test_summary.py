"""The archive's figures, of notices as they are taken in."""

from pathlib import Path

from corpus.model import Citation, Outcome, Span
from corpus.store import make_notice
from indexer.facts.store import Facts
from indexer.facts.summary import summary_of

NOTHING = {
    "notices": 0,
    "instruments": 0,
    "collected": 0,
    "citations": 0,
    "resolved": 0,
    "ambiguous": 0,
    "unresolved": 0,
    "campaigns": 0,
    "sites": 0,
    "places": 0,
    "first_on": None,
    "last_on": None,
}


def test_an_empty_archive_has_figures_of_nothing(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path)
    assert summary_of(facts) == NOTHING
    facts.close()


def test_figures_count_each_thing_once(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path)
    text = "Luật Luật Luật Luật"
    said = [Citation(span=Span(start=at, end=at + 4), text="Luật", kind="luat", form="names") for at in (0, 5, 10, 15)]
    rows = (("a", "s", "Sơn La", "2018-05-02"), ("b", "s", None, "2019"), ("c", "r", "Sơn La", None))
    for id_, site, place, day in rows:
        notice = make_notice(id=id_, site=site, title="T", text=text, place=place, published_on=day)
        facts.replace_notice(notice, said if id_ == "a" else (), [])
        own = {"a": "x", "b": "x"}.get(id_)
        outcomes = [
            Outcome(citation=said[0], status="resolved", target="x"),
            Outcome(citation=said[1], status="resolved", target="y"),
            Outcome(citation=said[2], status="resolved", target="y"),
            Outcome(citation=said[3], status="ambiguous", target=None),
        ]
        facts.save_outcomes(notice, own, outcomes if id_ == "a" else [], [])
    facts.save_campaign("b", {"id": "pt-b"})
    assert summary_of(facts) == {
        "notices": 3,
        "instruments": 2,
        "collected": 1,
        "citations": 4,
        "resolved": 3,
        "ambiguous": 1,
        "unresolved": 0,
        "campaigns": 1,
        "sites": 2,
        "places": 1,
        "first_on": "2018-05-02",
        "last_on": "2019",
    }
    facts.forget_notice("a")
    after = summary_of(facts)
    assert (after["notices"], after["citations"], after["instruments"], after["first_on"]) == (2, 0, 1, "2019")
    facts.close()
