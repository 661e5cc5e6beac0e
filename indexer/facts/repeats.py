"""Sentences that a site repeats on its pages: what they cite, no single notice cites.

A slogan or a footer stands at the head or the foot of most of a site's pages, word for word, beside the same neighbour on its outer side, while what stands on
its inner side is each page's own. Legal bases (``Căn cứ``) are repeated in good faith, and are never taken for that.
"""

from collections.abc import Iterable
from typing import Final

from indexer.facts.store import Facts

_LEAST_NOTICES: Final = 5
_SHARE: Final = 2
"""One in so many of a site's notices, at least, has it."""
_LOOKED_AT: Final = 40
_LEAST_INNER: Final = 3


def settle_repeats(facts: Facts, sites: Iterable[str]) -> None:
    """Mark the mentions of a site in sentences that it repeats, and no others, and whatever shows them."""
    for site in sites:
        total = facts._db.execute("SELECT count(*) FROM notices WHERE site = ?", (site,)).fetchone()[0]
        known = {row[0] for row in facts._db.execute("SELECT line FROM lines WHERE site = ? AND repeated", (site,))}
        rows = facts._db.execute(
            "SELECT line FROM lines WHERE site = ? AND notices >= ?", (site, max(_LEAST_NOTICES, -(-total // _SHARE)))
        ).fetchall()
        repeated = {line for (line,) in rows if _is_each_pages(facts, line)}
        for line in known ^ repeated:
            facts._db.execute(
                "UPDATE lines SET repeated = ? WHERE site = ? AND line = ?", (line in repeated, site, line)
            )
        for line in known | repeated:
            _mark(facts, line, line in repeated)


def _is_each_pages(facts: Facts, line: str) -> bool:
    """Whether what stands on the inner side of a sentence is each page's own."""
    rows = facts._db.execute(
        "SELECT inner_line FROM mentions WHERE line = ? ORDER BY notice, seq LIMIT ?", (line, _LOOKED_AT)
    ).fetchall()
    return len(set(rows)) >= max(_LEAST_INNER, len(rows) // 2)


def _mark(facts: Facts, line: str, is_repeated: bool) -> None:
    """Mark the mentions of a sentence that are not marked so yet, and what shows them."""
    rows = facts._db.execute(
        "SELECT notice, seq, start, target FROM mentions WHERE line = ? AND repeated = ?", (line, not is_repeated)
    ).fetchall()
    facts._db.execute(
        "UPDATE mentions SET repeated = ? WHERE line = ? AND repeated = ?", (is_repeated, line, not is_repeated)
    )
    facts.mark("notice", (notice for notice, _, _, _ in rows))
    facts.mark("instrument", (target for _, _, _, target in rows if target))
    for notice, seq, start, _ in rows:
        facts._db.execute(
            "UPDATE relations SET repeated = ? WHERE notice = ? AND start = ?", (is_repeated, notice, start)
        )
        doubted = facts._db.execute("SELECT instrument FROM candidates WHERE notice = ? AND seq = ?", (notice, seq))
        facts.mark("instrument", [row[0] for row in doubted])
        ends = facts._db.execute("SELECT holder FROM relations WHERE notice = ? AND start = ?", (notice, start))
        facts.mark("instrument", [row[0] for row in ends if row[0]])


def repeated_in(facts: Facts, notice_id: str) -> frozenset[int]:
    """Which mentions of a notice stand in a sentence that its site repeats."""
    rows = facts._db.execute("SELECT seq FROM mentions WHERE notice = ? AND repeated", (notice_id,))
    return frozenset(row[0] for row in rows)
