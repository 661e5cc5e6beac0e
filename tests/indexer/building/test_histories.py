"""Additions, edits and removals of notices in any order leave the index as a rebuild makes it.

Notices are put together from sentences that lean on one another: one number in several provinces, years and spellings, dates with slips, short forms that
only another notice explains, documents that are collected later, campaigns whose bases are these documents.
"""

import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from corpus.database import DATABASE
from corpus.decisions import VERDICTS, Verdict
from corpus.errors import InputError, NotFound
from corpus.model import Head, Notice
from corpus.store import Store, make_notice
from indexer.building.generations import SUMMARY, generation_folder
from indexer.engine.protocol import DocumentType, Query
from indexer.reading.exports import EXPORTS
from tests.archives import index_archive, open_archive
from webapp.deciding import decide_mention, document_of

IDS = "abcdef"
PLACES = ("Sơn La", "Nghệ An", None)
DAYS = ("2018-03-05", "2022-06-01", "2023-10-20")
SENTENCES = (
    # one number of the Party's committees, in provinces and years
    "Thực hiện Chỉ thị số 7-CT/TU ngày 05/4/2022 của Ban Thường vụ Tỉnh ủy về giống lúa chịu mặn",
    "Thực hiện Chỉ thị số 7-CT/TU ngày 09/8/2017 của Ban Thường vụ Tỉnh ủy Nghệ An về đường nội đồng",
    "Chỉ thị số 7-CT/TU ngày 05/4/2021 của Tỉnh ủy Sơn La",
    "theo Chỉ thị 7-CT/TU ở các xã",
    "Chỉ thị 7 năm 2017 về đường nội đồng",
    # a central number: a slip of the day, of the year, a vague form, another body
    "Kế hoạch số 158/KH-LMHTXVN ngày 10/3/2023 của Liên minh Hợp tác xã Việt Nam về chợ phiên",
    "Kế hoạch số 158/KH-LMHTXVN ngày 13/3/2023 của Liên minh Hợp tác xã Việt Nam",
    "Kế hoạch số 158/KH-LMHTXVN ngày 10/3/2022",
    "Kế hoạch 158 về chợ phiên",
    "Quyết định số 2601/QĐ-UBND ngày 04/5/2022 của Ủy ban nhân dân huyện Yên Châu",
    "Quyết định số 2601/QĐ-UBND ngày 04/5/2022 của UBND tỉnh Sơn La thay thế Kế hoạch số 31/KH-LMHTX ngày 02/5/2022",
    "Quyết định số 2601/QĐ-UBND",
    "Kế hoạch 31/KH-LMHTX",
    "Kế hoạch số 31/KH-LMHTX năm 2018 của Liên minh Hợp tác xã tỉnh Nghệ An triển khai Chỉ thị số 7-CT/TU ngày 09/8/2017",
    # known by the registry, and by name
    "theo Chỉ thị số 12/CT-TTg",
    "Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ",
    "theo Luật Hợp tác xã",
    "theo khoản 2 Điều 5 Luật Hợp tác xã năm 2012",
    "Điều 3 đến Điều 5 Kế hoạch số 158/KH-LMHTXVN",
    "Nghị quyết Đại hội đại biểu Liên minh Hợp tác xã lần thứ V",
)
LAUNCH = (
    "Liên minh Hợp tác xã tỉnh phát động phong trào thi đua chào mừng 30 năm thành lập, từ ngày 01/6/2023 đến ngày 30/9/2023:\n"
    "1. Mở rộng kho lạnh.\n2. Sửa đường nội đồng."
)
HEADS = (
    None,
    None,
    Head(kind="ke-hoach", number="31/KH-LMHTX", issued_on="2022-05-02"),
    Head(kind="ke-hoach", number="31/KH-LMHTX"),
    Head(kind="chi-thi", number="7-CT/TU", issued_on="2022-04-05"),
)
TYPES: tuple[DocumentType, ...] = ("notice", "instrument", "campaign")


def made(id_: str, sentences: Sequence[str], place: str | None, on: str, head: Head | None, launches: bool) -> Notice:
    text = ".\n".join([*sentences, *([LAUNCH] if launches else [])]) + "."
    issuer = None if place is None else f"Liên minh Hợp tác xã tỉnh {place}"
    return make_notice(
        id=id_, site="s", title=f"Tin {id_}", text=text, place=place, published_on=on, issuer=issuer, head=head
    )


notices = st.builds(
    made,
    st.sampled_from(IDS),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3),
    st.sampled_from(PLACES),
    st.sampled_from(DAYS),
    st.sampled_from(HEADS),
    st.booleans(),
)


class Choice(NamedTuple):
    """A person decides something about what is in the index: a mention (or, where of_mention is False, a document) and a document, each by its place
    in a row that begins again at its end.
    """

    of_mention: bool
    subject: int
    document: int
    verdict: Verdict


choices = st.builds(Choice, st.booleans(), st.integers(0, 40), st.integers(0, 40), st.sampled_from(VERDICTS))
undoings = st.integers(1, 6)
histories = st.lists(
    st.lists(notices | st.sampled_from(IDS) | choices | undoings, min_size=1, max_size=4), min_size=2, max_size=5
)
"""Runs of the index, each after some changes: a notice is saved (anew, or over the one of its id), an id alone is removed, somebody decides, a
decision (its number) is undone.
"""


def decide(folder: Path, store: Store, choice: Choice) -> None:
    if not (folder / "index" / "current").exists():
        return
    archive = open_archive(folder)
    try:
        documents = sorted(str(row["id"]) for row in archive._engine.scan("instrument"))
        mentions = sorted((row["notice"], row["start"]) for row in archive.export("citations"))
        document = documents[choice.document % len(documents)] if documents else None
        said = {"who": "Lan", "why": "đã hỏi"}
        if document is None:
            return
        if not choice.of_mention:
            kept, other = (
                document_of(archive, document),
                document_of(archive, documents[choice.subject % len(documents)]),
            )
            if kept.id != other.id:
                store.decide_identity(kept, other, choice.verdict, **said)
        elif mentions:
            notice, start = mentions[choice.subject % len(mentions)]
            if (
                store.connection.execute("SELECT 1 FROM notices WHERE id = ?", (notice,)).fetchone()
                and store.notice(notice).text == archive.notice(notice)["text"]
            ):
                decide_mention(archive, store, notice, start, choice.verdict, document, **said)
    finally:
        archive.close()


def change(folder: Path, changes: Sequence[Notice | str | Choice | int]) -> None:
    with Store.open(folder) as store:
        for one in changes:
            if isinstance(one, Choice):
                decide(folder, store, one)
            elif isinstance(one, int):
                with suppress(NotFound, InputError):
                    store.undo_decision(one, who="Lan", why="nhầm")
            elif isinstance(one, Notice):
                store.save(one, keep_twin=True)
            elif store.connection.execute("SELECT 1 FROM notices WHERE id = ?", (one,)).fetchone():
                store.withdraw(one, "bỏ")


def everything(folder: Path) -> dict[str, Any]:
    """All that an index answers, whichever way it was made."""
    archive = open_archive(folder)
    engine = archive._engine
    try:
        found: dict[str, Any] = {what: sorted(map(repr, archive.export(what))) for what in EXPORTS}
        for type_ in TYPES:
            found[type_] = {str(row["id"]): row for row in engine.scan(type_)}
            results = engine.search(Query(type=type_, limit=500))
            found[f"{type_} facets"] = (results.total, results.facets)
        lines = {prefix: engine.suggest(prefix, 200) for prefix in ("chi thi", "ke hoach", "7-ct", "tin")}
        found["suggested"] = {prefix: sorted(map(repr, rows)) for prefix, rows in lines.items()}
        found["summary"] = json.loads((generation_folder(folder) or folder).joinpath(SUMMARY).read_text("utf-8"))
        return found
    finally:
        archive.close()


def rebuilt(folder: Path, beside: Path) -> dict[str, Any]:
    """The same of a copy that was never indexed."""
    beside.mkdir()
    with Store.open(folder) as store:
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(folder / DATABASE, beside / DATABASE)
    index_archive(beside)
    return everything(beside)


@settings(max_examples=15, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(history=histories)
def test_every_step_equals_a_rebuild(history: list[list[Notice | str | Choice | int]]) -> None:
    with TemporaryDirectory() as made_here:
        folder = Path(made_here) / "steps"
        with Store.open(folder, create=True):
            pass
        for at, changes in enumerate(history):
            change(folder, changes)
            index_archive(folder)
            assert everything(folder) == rebuilt(folder, Path(made_here) / f"fresh{at}")
