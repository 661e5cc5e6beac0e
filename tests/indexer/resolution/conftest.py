"""Small archives in memory: notices in, one outcome for each citation out."""

from collections.abc import Callable, Mapping

import pytest

from corpus.model import Instrument, Notice, Outcome
from corpus.store import make_notice
from crawler.head import find_head
from indexer.citations import find_citations
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.evidence import Evidence, evidence_of, known_evidence
from indexer.resolution.session import resolve_notice

Resolve = Callable[..., dict[str, list[Outcome]]]


class Library:
    """What a few notices and the registry prove together."""

    def __init__(self, *notices: Notice) -> None:
        self._evidence: dict[str, list[Evidence]] = {bucket: list(rows) for bucket, rows in known_evidence().items()}
        self._kept: dict[str, list[Cluster]] = {}
        citations = {notice.id: find_citations(notice.text) for notice in notices}
        for notice in notices:
            for row in evidence_of(notice, citations[notice.id]):
                self._evidence.setdefault(row.bucket, []).append(row)
        self.outcomes = {notice.id: resolve_notice(notice, citations[notice.id], self.clusters) for notice in notices}

    def clusters(self, bucket: str) -> list[Cluster]:
        """The instruments of a bucket."""
        return self._kept.setdefault(bucket, cluster(self._evidence.get(bucket, ())))

    def targets(self, id_: str) -> list[str | None]:
        """Of each citation of a notice, in order, the document's id, or what else became of it."""
        return [row.target if row.status == "resolved" else row.status for row in self.outcomes[id_]]

    def instruments(self) -> Mapping[str, Instrument]:
        """The documents met so far, by id."""
        return {c.instrument.id: c.instrument for rows in self._kept.values() for c in rows}


def write(
    id_: str, text: str, *, place: str | None = None, on: str | None = "2024-10-01", issuer: str | None = None
) -> Notice:
    """A notice, its head read as on import."""
    return make_notice(
        id=id_, site="s", title=id_, text=text, place=place, published_on=on, head=find_head(text), issuer=issuer
    )


@pytest.fixture
def notice() -> Callable[..., Notice]:
    return write


@pytest.fixture
def library() -> type[Library]:
    return Library
