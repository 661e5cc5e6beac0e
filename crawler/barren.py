"""Why a site led to nothing: no notice, and no page beyond the first. In words, for the person who named it."""

import json
from urllib.parse import urlsplit

from corpus.frontier import FrontierRows


def why_barren(frontier: FrontierRows, origin: str) -> str | None:
    """One line on a site whose crawl came to its end with nothing to show; None for any other."""
    states = frontier.counts(origin)
    if states.get("waiting") or states.get("done", 0) > 1 or not states or frontier.has_notice(origin):
        return None
    refused, page = frontier.first_refused(origin), frontier.first_page(origin)
    first = f"the first: {refused[0]} ({refused[1]})" if refused else ""
    if page is None:
        return f"{origin}: no page could be had; {first}"
    if refused:
        more = states.get("refused", 0) + states.get("failed", 0)
        cause = f"none of the {more} addresses that it leads to could be had; {first}"
    elif json.loads(page.links):
        cause = "it leads on, but no further than --max-depth allows"
    else:
        cause = "it leads nowhere on its own site: its links may be made by scripts, or the site may have moved; name a list of its notices, or a sitemap"
    return f"{page.url}: {page.note or 'no notice in it'}; {cause}"


def leads_to(links: list[str], others: list[str]) -> str:
    """How many addresses a page leads to: of its own site, and of others, of which the first is named."""
    sites = list(dict.fromkeys(urlsplit(url).netloc for url in others))
    named = f", and to {len(sites)} other sites (the first: {sites[0]})" if sites else ""
    return f"it leads to {len(links)} addresses of its site{named}"
