"""Two identities that people hold to be one document: mentions of either find it, under its one id and with all that is known of both."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.identity import InstrumentId
from indexer.resolution.cluster import Cluster
from indexer.resolution.decided import Decided, is_document

FindCluster = Callable[[str], Cluster | None]
"""An id: its cluster as the evidence alone makes it, in whatever bucket that is."""


def joined(clusters: Sequence[Cluster], decided: Decided, find: FindCluster) -> list[Cluster]:
    """A bucket's clusters as people hold them together. One that is held to be another's stays in its bucket, for its own number and date, and goes by that one."""
    if not decided.aliases:
        return list(clusters)
    found = []
    for one in clusters:
        said = decided.known_as(one.instrument.id)
        head = one if said is None else (find(said.id) or replace(one, instrument=said))
        others = [other for other in decided.aliases if is_document(decided.canonical(other), head.instrument.id)]
        members = [member for id_ in others if (member := find(id_))]
        found.append(_told_as(one, head, members) if members or said else one)
    return found


def _told_as(cluster: Cluster, head: Cluster, members: Sequence[Cluster]) -> Cluster:
    """A cluster that goes by the document that it is held to be, with what is known of all that are."""
    kept = [one.instrument.notice_id for one in (head, *members) if one.instrument.notice_id]
    return replace(
        cluster,
        held=replace(head.instrument, notice_id=kept[0] if kept else None),
        words=head.words.union(*(one.words for one in (cluster, *members))),
        effective_on=head.effective_on or cluster.effective_on,
        expires_on=head.expires_on or cluster.expires_on,
    )


def bucket_of_id(id_: str) -> str | None:
    """The bucket of a numbered document's id; None for one that is known by name."""
    parsed = InstrumentId.parse(id_)
    serial = parsed.body.partition("-")[0]
    return f"{parsed.kind} {serial}" if serial[:1].isdigit() else None
