"""What a crawl did, counted."""

from dataclasses import asdict, dataclass, field
from typing import Final

from corpus.store import Saved

MAX_REASONS: Final = 5
_TALLIED: Final = (
    "fetched", "not_modified", "added", "updated", "unchanged", "duplicates", "withdrawn", "refused", "failed", "no_article"
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class CrawlReport:
    """Pages fetched (200), not_modified (304), refused (robots.txt, 404, no page), failed; notices added, updated, unchanged, duplicates,
    and withdrawn (for good, before: not kept).

    no_article: pages among those fetched that carry no notice, or ask not to be kept. waiting: addresses left for the next run. bytes: of
    bodies, decompressed. first_fault: one line, of the first page that failed. reasons: a line for each of the first few pages that failed,
    were refused or carry no notice. barren: a line for each site that led to nothing, with the likely cause; all_barren: whether every site did.
    """

    fetched: int = 0
    not_modified: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    withdrawn: int = 0
    refused: int = 0
    failed: int = 0
    no_article: int = 0
    waiting: int = 0
    bytes: int = 0
    seconds: float = 0.0
    first_fault: str | None = None
    reasons: list[str] = field(default_factory=list)
    barren: list[str] = field(default_factory=list)
    all_barren: bool = False
    sites: dict[str, dict[str, int]] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)
    idle: str | None = None

    @property
    def asked(self) -> int:
        """Pages that were asked for, whatever came of it."""
        return self.fetched + self.not_modified + self.failed

    def tally(self) -> dict[str, int]:
        """The counts of pages and notices, by name."""
        return {name: getattr(self, name) for name in _TALLIED}

    def add_to(self, origin: str, before: dict[str, int]) -> None:
        """Count for a site what was counted since."""
        counts = self.sites.setdefault(origin, dict.fromkeys(_TALLIED, 0))
        for name, value in self.tally().items():
            counts[name] += value - before[name]

    def fault(self, text: str) -> None:
        """Count a page, or a site, that failed."""
        self.failed += 1
        self.first_fault = self.first_fault or text
        self._keep(text)

    def refuse(self, url: str, why: str) -> None:
        """Count a page that was not to be had."""
        self.refused += 1
        self.remark(url, why)

    def without_article(self, url: str, why: str) -> None:
        """Count a page that carries no notice."""
        self.no_article += 1
        self.remark(url, why)

    def remark(self, url: str, why: str) -> None:
        """Keep what was noted of a page, if it is among the first."""
        self._keep(why if url in why else f"{url}: {why}")

    def _keep(self, text: str) -> None:
        if len(self.reasons) < MAX_REASONS:
            self.reasons.append(text)

    def count(self, saved: Saved) -> None:
        """Count a notice that was handed to the store."""
        name = "duplicates" if saved == "duplicate" else saved
        setattr(self, name, getattr(self, name) + 1)

    def as_row(self) -> dict[str, object]:
        """The report as JSON."""
        return asdict(self)

    def line(self) -> str:
        """The report as one line for people."""
        return self.idle or (
            f"{self.fetched} trang tải về, {self.not_modified} không đổi từ lần trước; thông báo: {self.added} thêm mới, {self.updated} cập nhật, "
            f"{self.unchanged} không đổi, {self.duplicates} trùng"
            + (f", {self.withdrawn} đã rút" if self.withdrawn else "")
            + f"; {self.no_article} trang không có bài, {self.refused} trang bị từ chối, {self.failed} lỗi, "
            f"{self.waiting} còn chờ" + (f"; trước hết: {self.reasons[0]}" if self.failed or self.refused else "")
        )
