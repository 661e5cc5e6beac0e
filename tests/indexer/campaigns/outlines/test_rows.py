"""An outline is of its type, from every campaign of the demonstration."""

from datetime import date

from indexer.archive import Archive
from indexer.campaigns.outlines.rows import OutlineRow
from tests.typed import fits


def test_outlines_are_of_their_type(demo_archive: Archive) -> None:
    ids = [row["id"] for row in demo_archive.campaigns()]
    outlines = [demo_archive.outline([id_], on=date(2026, 11, 30)) for id_ in ids]
    outlines.append(demo_archive.outline(ids[:4], on=date(2026, 11, 30), place="Sơn La"))
    fits(outlines, list[OutlineRow])
    for part in ("bases", "models", "periods", "proposal", "tasks", "occasion"):
        assert any(row[part] for row in outlines), part  # type: ignore[literal-required]
