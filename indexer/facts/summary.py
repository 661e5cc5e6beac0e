"""The archive's figures, counted once at the end of a run."""

from typing import Any

from indexer.facts.store import Facts


def summary_of(facts: Facts) -> dict[str, Any]:
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
        **statuses,
        "campaigns": row[1],
        "sites": row[2],
        "places": row[3],
        "first_on": row[4],
        "last_on": row[5],
    }
