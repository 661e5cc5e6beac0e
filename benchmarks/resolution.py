"""Right and wrong links, and cost, over synthetic archives with planted collisions.

    python -m benchmarks.resolution --notices 5000 20000

Measures finding, gathering evidence and resolving in memory (no search engine), one core.
"""

import argparse
import time
from collections import defaultdict

from benchmarks.synthetic import synthetic_notices
from corpus.dates import agree
from corpus.store import make_notice
from indexer.citations import find_citations
from indexer.resolution.cluster import Cluster, cluster
from indexer.resolution.evidence import Evidence, evidence_of, known_evidence
from indexer.resolution.session import resolve_notice


def measure(count: int) -> None:
    """Print one line for an archive of so many notices."""
    rows = list(synthetic_notices(count, sentences=12))
    notices = [
        make_notice(
            id=r["id"],
            site="s",
            title=r["title"],
            text=r["text"],
            place=r["place"],
            published_on=r["published_on"],
            issuer=r["issuer"],
        )
        for r in rows
    ]
    began = time.perf_counter()
    citations = [find_citations(notice.text) for notice in notices]
    found_at = time.perf_counter()
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for bucket, known in known_evidence().items():
        evidence[bucket].extend(known)
    for notice, found in zip(notices, citations, strict=True):
        for row in evidence_of(notice, found):
            evidence[row.bucket].append(row)
    kept: dict[str, list[Cluster]] = {}

    def clusters_of(bucket: str) -> list[Cluster]:
        if bucket not in kept:
            kept[bucket] = cluster(evidence.get(bucket, ()))
        return kept[bucket]

    outcomes = [resolve_notice(notice, found, clusters_of) for notice, found in zip(notices, citations, strict=True)]
    done = time.perf_counter()
    instruments = {c.document.id: c.document for clusters in kept.values() for c in clusters}
    right = wrong = silent = abstained = linked_unknown = 0
    for row, found in zip(rows, outcomes, strict=True):
        for truth, outcome in zip(row["truth"], found, strict=True):
            target = truth["target"]
            if outcome.status != "resolved":
                silent += target is not None
                abstained += target is None
                continue
            instrument = instruments[outcome.target or ""]
            same = target is not None and (instrument.number, instrument.place) == (target["number"], target["place"])
            same = same and agree(instrument.issued_on, target["issued_on"]) is not False
            right += same
            wrong += not same
            linked_unknown += target is None
    total = right + wrong
    print(
        f"{count:>6} notices  {total + silent + abstained} citations  links {total}: right {right}, wrong {wrong} ({wrong / max(total, 1) * 1000:.2f} in 1,000;"
        f" {linked_unknown} of them where nobody can say)  not linked though knowable {silent}  find {found_at - began:.2f} s  resolve {done - found_at:.2f} s"
        f"  ({(done - found_at) / count * 1000:.3f} ms a notice)"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notices", type=int, nargs="+", default=[5000, 20000])
    for count in parser.parse_args().notices:
        measure(count)


if __name__ == "__main__":
    main()
