"""The archive's figures, counted once at the end of a run."""

from typing import TypedDict

from corpus.values import KnownOn
from indexer.facts.store import Facts


class SummaryRow(TypedDict):
    """What is in the archive, in figures."""

    notices: int
    instruments: int
    collected: int
    citations: int
    resolved: int
    ambiguous: int
    unresolved: int
    campaigns: int
    sites: int
    places: int
    first_on: KnownOn
    last_on: KnownOn


def summary_of(facts: Facts) -> SummaryRow:
    """The archive's figures: notices, citations by status, documents cited or collected, campaigns, sites, places, first and last day."""
    statuses = {"resolved": 0, "ambiguous": 0, "unresolved": 0}
    statuses.update(facts._db.execute("SELECT status, count(*) FROM mentions GROUP BY status"))
    row = facts._db.execute(
        "SELECT count(*), count(campaign), count(DISTINCT site), count(DISTINCT place), min(published_on), max(published_on),"
        " count(DISTINCT instrument) FROM notices"
    ).fetchone()
    documents = facts._db.execute(
        "SELECT count(*) FROM (SELECT target FROM mentions WHERE target IS NOT NULL UNION SELECT instrument FROM notices WHERE instrument IS NOT NULL)"
    ).fetchone()[0]
    return {
        "notices": row[0],
        "instruments": documents,
        "collected": row[6],
        "citations": sum(statuses.values()),
        "resolved": statuses["resolved"],
        "ambiguous": statuses["ambiguous"],
        "unresolved": statuses["unresolved"],
        "campaigns": row[1],
        "sites": row[2],
        "places": row[3],
        "first_on": row[4],
        "last_on": row[5],
    }
