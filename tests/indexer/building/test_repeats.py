"""A sentence that a site repeats on its pages is no citation of each: seen as notices come and go, and as a rebuild sees it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.model import Notice
from corpus.store import Store, make_notice
from indexer.archive import Archive
from tests.archives import index_archive, open_archive
from tests.indexer.building.test_histories import change, everything, rebuilt

DIRECTIVE = "chi-thi.12-ct-ttg.2018"
SLOGAN = "Cùng làm theo Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ."
BODIES = (
    "Hội nghị bàn về chợ phiên ở huyện Mộc Châu.",
    "Đoàn cán bộ thăm kho lạnh của xã Chiềng Sơn.",
    "Lớp tập huấn kế toán mở trong ba ngày.",
    "Hợp tác xã Hoa Ban bầu lại hội đồng quản trị.",
    "Danh sách đơn vị nộp báo cáo đúng hạn.",
    "Mời dự lễ trao giải cuộc thi ảnh.",
    "Thông tin giá giống lúa mùa này.",
    "Kết quả bốc thăm gian hàng hội chợ.",
    "Tin buồn của gia đình một thành viên.",
    "Lịch tiếp dân trong quý tới.",
    "Quỹ hỗ trợ cho vay thêm vốn.",
    "Đổi giờ làm việc của văn phòng.",
)


def page(at: int, before: str = "", behind: str = "", site: str = "s.example") -> Notice:
    body = "\n".join(BODIES[(at + more) % len(BODIES)] for more in (0, 1, 5))
    text = "\n".join(filter(None, (before, body, behind)))
    return make_notice(
        id=f"n{at}", site=site, title=f"Tin {at}", text=text, place="Sơn La", published_on="2019-03-05", issuer=None
    )


def indexed(folder: Path, changes: Sequence[Notice | str]) -> Archive:
    if not folder.exists():
        with Store.open(folder, create=True):
            pass
    change(folder, changes)
    index_archive(folder)
    return open_archive(folder)


def counted(archive: Archive) -> tuple[int, int]:
    """Notices that count as citers of the directive, and mentions in repeated sentences."""
    rows = [row for one in archive.export("documents") for row in archive.notice(str(one["id"]))["citations"]]  # type: ignore[typeddict-item]
    return archive.instrument(DIRECTIVE)["cited_by_total"], sum(row["repeated"] for row in rows)


def test_it_is_seen_once_enough_pages_have_it_and_no_longer_when_they_go(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    steps: list[tuple[Sequence[Notice | str], tuple[int, int]]] = [
        ([page(at, behind=SLOGAN) for at in range(4)], (4, 0)),
        ([page(4, behind=SLOGAN)], (0, 5)),
        ([page(at) for at in range(5, 10)], (0, 5)),
        ([page(10)], (5, 0)),
        ([page(11, behind=SLOGAN)], (0, 6)),
        (["n0", "n1"], (4, 0)),
        ([page(2, behind=SLOGAN, site="t.example")], (4, 0)),
    ]
    for number, (changes, wanted) in enumerate(steps):
        archive = indexed(folder, changes)
        assert counted(archive) == wanted, number
        archive.close()
        assert everything(folder) == rebuilt(folder, tmp_path / f"fresh{number}")


def test_a_notice_that_says_more_than_its_page_is_a_citer(tmp_path: Path) -> None:
    pages = [page(at, behind=SLOGAN) for at in range(6)]
    own = page(6, before="Thực hiện Chỉ thị số 12/CT-TTg ngày 22/5/2018 về đẩy mạnh kinh tế tập thể.", behind=SLOGAN)
    archive = indexed(tmp_path / "archive", [*pages, own])
    document = archive.instrument(DIRECTIVE)
    assert [row["notice"] for row in document["cited_by"]] == ["n6"]
    assert [row["id"] for row in archive.most_cited(5)] == [DIRECTIVE]
    assert archive.search("dẫn:12/CT-TTg")["total"] == 1
    assert [row["repeated"] for row in archive.notice("n6")["citations"]] == [False, True]
    assert len(archive.notice("n6")["relations"]) == 1
    archive.close()


@pytest.mark.parametrize(
    ("before", "behind", "repeated"),
    [
        ("", f"Chuyên mục pháp luật.\n{SLOGAN}\nLượt xem: 5", 6),
        (f"Cổng thông tin.\n{SLOGAN}", "", 6),
        # bases are shared in good faith, at the head of a text or in a row
        (f"Căn cứ {SLOGAN}", "", 0),
        (f"Căn cứ Luật Hợp tác xã năm 2012;\n{SLOGAN}", "", 0),
    ],
)
def test_where_it_stands(tmp_path: Path, before: str, behind: str, repeated: int) -> None:
    archive = indexed(tmp_path / "archive", [page(at, before, behind) for at in range(6)])
    assert counted(archive) == (6 - repeated, repeated)
    archive.close()


def test_what_every_page_goes_on_with_in_the_same_way_is_the_pages_own(tmp_path: Path) -> None:
    pages = [page(0, behind=SLOGAN) for _ in range(6)]
    again = [
        make_notice(id=f"m{at}", site="s.example", title="Kế hoạch", text=one.text) for at, one in enumerate(pages)
    ]
    archive = indexed(tmp_path / "archive", again)
    assert counted(archive) == (6, 0)
    archive.close()
