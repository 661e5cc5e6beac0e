"""What a weighing found against a document, as a reason: one for each weighing that takes points away or rules a document out."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from corpus.dates import first_day, last_day
from corpus.model import Citation, Reason
from indexer.resolution.cluster import Cluster

if TYPE_CHECKING:
    from indexer.resolution.judge import Setting

    _Counter = Callable[[Citation, Cluster, Setting], Reason]


def counter_reason(weighing: str, citation: Citation, cluster: Cluster, setting: "Setting") -> Reason:
    """Why a document lost by a weighing of `indexer.resolution.judge`, told by its name; a general reason for one that says nothing more."""
    counter = _COUNTERS.get(weighing.lstrip("_"))
    return counter(citation, cluster, setting) if counter else Reason("does-not-fit")


def _place(citation: Citation, cluster: Cluster, setting: "Setting") -> Reason:
    place = cluster.instrument.place
    return Reason.of("place-differs", place=place) if place else Reason("place-not-known")


def _time(citation: Citation, cluster: Cluster, setting: "Setting") -> Reason:
    """Too young for the notice, or for the title in which it stands; else too old to change what it changes."""
    issued = cluster.instrument.issued_on or ""
    if setting.on and first_day(issued) > last_day(setting.on):
        return Reason.of("issued-later", issued_on=issued, cited_on=setting.on)
    if setting.until and first_day(issued) > last_day(setting.until):
        return Reason.of("issued-after-holder", issued_on=issued, holder_on=setting.until)
    return Reason.of("issued-before-changed", issued_on=issued, changed_on=setting.since)


def _known(code: str) -> "_Counter":
    """A reason that gives the document's own date."""
    return lambda citation, cluster, setting: Reason.of(code, known_on=cluster.instrument.issued_on)


_COUNTERS: Final[Mapping[str, "_Counter"]] = {
    "time": _time,
    "place": _place,
    "unit": lambda citation, cluster, setting: Reason("unit-differs"),
    "whose": lambda citation, cluster, setting: Reason("of-another"),
    "date": lambda citation, cluster, setting: Reason.of(
        "date-differs", said_on=citation.issued_on, known_on=cluster.instrument.issued_on
    ),
    "lent": lambda citation, cluster, setting: Reason.of(
        "same-text-date-differs", said_on=setting.lent, known_on=cluster.instrument.issued_on
    ),
    "told": _known("told-date-differs"),
    "term": _known("party-term-differs"),
    "title": lambda citation, cluster, setting: Reason("subject-differs"),
    "passing": lambda citation, cluster, setting: Reason("passing-differs"),
    "force": lambda citation, cluster, setting: Reason.of("not-in-force-on", on=setting.on),
}
