"""Why a site led to nothing: no notice, and no page beyond the first. In words, for the person who named it."""

import json
import sqlite3
from urllib.parse import urlsplit


def why_barren(db: sqlite3.Connection, origin: str) -> str | None:
    """One line on a site whose crawl came to its end with nothing to show; None for any other. Reads the frontier and the captures."""
    states = dict(
        db.execute("SELECT state, count(*) FROM frontier WHERE host = ? GROUP BY state", (origin,)).fetchall()
    )
    if states.get("waiting") or states.get("done", 0) > 1 or not states or _has_notice(db, origin):
        return None
    refused = db.execute(
        "SELECT url, note FROM frontier WHERE host = ? AND state IN ('refused', 'failed') ORDER BY depth, rowid LIMIT 1",
        (origin,),
    ).fetchone()
    if not states.get("done"):
        return f"{origin}: no page could be had; the first: {refused[0]} ({refused[1]})"
    page, note, links = db.execute(
        "SELECT f.url, f.note, c.links FROM frontier f LEFT JOIN captures c ON c.url = f.url WHERE f.host = ? AND f.state = 'done'",
        (origin,),
    ).fetchone()
    if refused:
        more = states.get("refused", 0) + states.get("failed", 0)
        cause = f"none of the {more} addresses that it leads to could be had; the first: {refused[0]} ({refused[1]})"
    elif json.loads(links or "[]"):
        cause = "it leads on, but no further than --max-depth allows"
    else:
        cause = "it leads nowhere on its own site: its links may be made by scripts, or the site may have moved; name a list of its notices, or a sitemap"
    return f"{page}: {note or 'no notice in it'}; {cause}"


def _has_notice(db: sqlite3.Connection, origin: str) -> bool:
    query = (
        "SELECT 1 FROM frontier f JOIN captures c ON c.url = f.url WHERE f.host = ? AND c.notice_id IS NOT NULL LIMIT 1"
    )
    return db.execute(query, (origin,)).fetchone() is not None


def leads_to(links: list[str], others: list[str]) -> str:
    """How many addresses a page leads to: of its own site, and of others, of which the first is named."""
    sites = list(dict.fromkeys(urlsplit(url).netloc for url in others))
    named = f", and to {len(sites)} other sites (the first: {sites[0]})" if sites else ""
    return f"it leads to {len(links)} addresses of its site{named}"
