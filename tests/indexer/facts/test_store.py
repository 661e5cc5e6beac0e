"""The facts' bookkeeping: what waits to be written, a notice's campaign, a copy with what stands in the log only."""

from pathlib import Path

from corpus.store import make_notice
from indexer.facts.file import copy_facts
from indexer.facts.store import Facts

NOTICE = make_notice(id="n", site="s", title="T", text="Một thông báo.")


def test_a_campaign_is_marked_only_when_it_is_another(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path)
    facts.replace_notice(NOTICE, [], [])
    assert not facts.save_campaign("n", None)
    for payload, other in (({"id": "pt-n"}, True), ({"id": "pt-n"}, False), ({"id": "pt-m"}, True), (None, True)):
        assert facts.save_campaign("n", payload) is other
        assert facts.campaign("n") == payload
        assert (facts.dirty("campaign"), facts.dirty("notice")) == ((["n"], ["n"]) if other else ([], []))
        facts.unmark_all()
    assert not facts.save_campaign("unknown", {"id": "x"})
    facts.close()


def test_all_that_the_engine_has_can_be_marked(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path)
    for id_ in "ba":
        facts.replace_notice(make_notice(id=id_, site="s", title="T", text=f"Bài {id_}."), [], [])
    facts.save_campaign("a", {"id": "pt-a"})
    facts.unmark_all()
    facts.mark_all()
    assert (facts.dirty("notice"), facts.dirty("campaign"), facts.dirty("instrument")) == (["a", "b"], ["a"], [])
    assert (facts.count_notices(), facts.notice_ids()) == (2, ["a", "b"])
    facts.close()


def test_a_copy_has_what_stands_in_the_log_only(tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    facts = Facts.open(tmp_path)
    facts.replace_notice(NOTICE, [], [])
    assert (tmp_path / "facts.sqlite-wal").stat().st_size
    copy_facts(tmp_path, tmp_path / "copy")
    facts.close()
    copy = Facts.open(tmp_path / "copy")
    assert copy.has_notice("n")
    copy.close()
