"""All mentions of one notice judged together: earlier full forms settle later short ones."""

from collections.abc import Callable, Sequence

from corpus.model import Citation, Notice, Outcome
from indexer.resolution.cluster import Cluster, title_words
from indexer.resolution.keys import keys_of
from indexer.resolution.resolve import Setting, resolve_mention

_BEFORE, _AFTER = 160, 160


def resolve_notice(
    notice: Notice, citations: Sequence[Citation], clusters_of: Callable[[str], Sequence[Cluster]]
) -> list[Outcome]:
    """One outcome for each citation, in order. `clusters_of` gives a bucket's instruments."""
    outcomes: list[Outcome] = []
    latest: dict[str, Outcome] = {}
    on = notice.head.issued_on if notice.head and notice.head.issued_on else notice.published_on
    for citation in citations:
        keys = keys_of(citation, notice.place)
        setting = Setting(place=notice.place, on=on, context=_context(notice.text, citation))
        outcome = resolve_mention(citation, keys, clusters_of(keys.bucket), setting, latest)
        outcomes.append(outcome)
        if outcome.status == "resolved":
            latest[keys.bucket] = outcome
    return outcomes


def _context(text: str, citation: Citation) -> frozenset[str]:
    """Pairs of syllables around a mention, within its paragraph."""
    start, end = citation.span.start, citation.span.end
    low = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    stop = text.find("\n", end)
    high = min(stop if stop >= 0 else len(text), end + _AFTER)
    return title_words(text[low:start]) | title_words(text[end:high])
