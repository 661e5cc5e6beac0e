"""What a crawl did, counted."""

from dataclasses import asdict, dataclass

from corpus.store import Saved


@dataclass(slots=True, kw_only=True)
class CrawlReport:
    """Pages fetched (200), not_modified (304), refused (robots.txt, 404, no page), failed; notices added, updated, unchanged, duplicates.

    waiting: addresses left for the next run. bytes: of bodies, decompressed. first_fault: one line, of the first page that failed.
    """

    fetched: int = 0
    not_modified: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    refused: int = 0
    failed: int = 0
    waiting: int = 0
    bytes: int = 0
    seconds: float = 0.0
    first_fault: str | None = None

    @property
    def asked(self) -> int:
        """Pages that were asked for, whatever came of it."""
        return self.fetched + self.not_modified + self.failed

    def fault(self, text: str) -> None:
        """Count a page, or a site, that failed."""
        self.failed += 1
        self.first_fault = self.first_fault or text

    def count(self, saved: Saved) -> None:
        """Count a notice that was handed to the store."""
        name = "duplicates" if saved == "duplicate" else saved
        setattr(self, name, getattr(self, name) + 1)

    def as_row(self) -> dict[str, object]:
        """The report as JSON."""
        return asdict(self)

    def line(self) -> str:
        """The report as one line for people."""
        return (
            f"{self.fetched} trang tải về, {self.not_modified} không đổi từ lần trước; thông báo: {self.added} thêm mới, {self.updated} cập nhật, "
            f"{self.unchanged} không đổi, {self.duplicates} trùng; {self.refused} trang bị từ chối, {self.failed} lỗi, {self.waiting} còn chờ"
        )
