"""Citations of a single text found and resolved, with no archive, or against one's documents."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from corpus.model import Citation, Instrument, Notice, Outcome
from corpus.store import now
from indexer.citations import find_citations
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.decided import NOTHING_DECIDED, Decided
from indexer.resolution.evidence import Evidence, known_evidence, said_evidence
from indexer.resolution.session import resolve_notice

ClustersOf = Callable[[str, Sequence[Evidence]], Sequence[Cluster]]


@cache
def _registry() -> Mapping[str, tuple[Evidence, ...]]:
    return known_evidence()


@cache
def registry_ids() -> frozenset[str]:
    """Ids of the documents that the registry knows."""
    return frozenset(known.instrument.id for rows in _registry().values() for known in cluster(rows))


def _beside_registry(bucket: str, said: Sequence[Evidence]) -> list[Cluster]:
    return cluster([*_registry().get(bucket, ()), *said])


def resolve_text(
    text: str,
    *,
    place: str | None = None,
    on: str | None = None,
    citations: Sequence[Citation] | None = None,
    clusters_of: ClustersOf = _beside_registry,
    decided: Decided = NOTHING_DECIDED,
) -> tuple[list[Outcome], dict[str, Instrument]]:
    """Outcomes of a text's citations, with the instruments that they name by id. The text is taken as it is: offsets are its own.

    citations: those to look up, all of the text when not given. clusters_of: the instruments of a bucket, given what the text itself says of them;
    the registry's when there is no archive. decided: what people said of mentions like these.
    """
    if citations is None:
        citations = find_citations(text)
    said: dict[str, list[Evidence]] = {}
    for citation in citations:
        row = said_evidence(text, citation, place, on)
        if row:
            said.setdefault(row.bucket, []).append(row)
    kept: dict[str, Sequence[Cluster]] = {}

    def known(bucket: str) -> Sequence[Cluster]:
        if bucket not in kept:
            kept[bucket] = clusters_of(bucket, said.get(bucket, ()))
        return kept[bucket]

    notice = Notice(
        id="text", site="text", title="", text=text, place=place, published_on=on, fetched_at=now(), digest=""
    )
    outcomes = resolve_notice(notice, citations, known, decided)
    instruments = {c.document.id: c.document for clusters in kept.values() for c in clusters}
    return outcomes, instruments
