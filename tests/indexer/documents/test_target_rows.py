"""TARGET of the contract and the documents that a mention may be are of their types."""

from indexer.archive import Archive
from indexer.documents.target_rows import CandidateRow, Description, TargetRow
from tests.typed import fits


def test_targets_and_candidates_are_of_their_types(demo_archive: Archive) -> None:
    rows = [row for notice in demo_archive._engine.scan("notice") for row in notice["citations"]]
    targets = [row["target"] for row in rows if row["target"]]
    candidates = [one for row in rows for one in row["candidates"]]
    assert targets and candidates
    fits(targets, list[TargetRow])
    fits(candidates, list[CandidateRow])
    fits([{name: row[name] for name in Description.__annotations__} for row in targets], list[Description])
