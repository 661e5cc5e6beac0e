"""Forms run by stage; each sees what ran before it, and which numbers are left."""

from collections.abc import Iterator

from indexer.citations.base.form import Form, Reading, Stage, run_forms
from indexer.citations.base.mention import Mention, by_name
from indexer.citations.base.view import view_of

TEXT = "34-CT/TW và 12/CT-TTg"


def test_forms_run_by_stage_and_then_as_listed() -> None:
    ran: list[tuple[str, list[str], list[int]]] = []

    def form(name: str, stage: Stage, takes: int | None) -> Form:
        def find(reading: Reading) -> Iterator[Mention]:
            ran.append((name, [one.form for one in reading.found], sorted(reading.free)))
            if takes is not None:
                yield by_name(reading.view, takes, takes + 2, "chi-thi", name)

        return Form(name=name, stage=stage, examples=None, find=find)

    found = run_forms(
        view_of(TEXT),
        [
            form("number", Stage.NUMBER, 12),
            form("serial", Stage.SERIAL, None),
            form("name b", Stage.NAME, 0),
            form("name a", Stage.NAME, 5),
        ],
    )
    assert [one.form for one in found] == ["name b", "name a", "number"]
    assert ran == [
        ("name b", [], [0, 12]),
        ("name a", ["name b"], [12]),
        ("serial", ["name b", "name a"], [12]),
        ("number", ["name b", "name a"], [12]),
    ]


def test_a_form_sees_its_own_finds_only_when_it_is_done() -> None:
    seen: list[int] = []

    def find(reading: Reading) -> Iterator[Mention]:
        for at in (0, 12):
            seen.append(len(reading.free))
            yield by_name(reading.view, at, at + 2, "chi-thi", "twice")

    assert len(run_forms(view_of(TEXT), [Form(name="twice", stage=Stage.NAME, examples=None, find=find)])) == 2
    assert seen == [2, 2]


def test_no_forms_find_nothing() -> None:
    assert run_forms(view_of(TEXT), []) == []
    assert Stage.NAME < Stage.SERIAL < Stage.NUMBER
