"""What most statements say: the date, the issuer, the title of a document."""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.dates import covers
from corpus.text import fold
from indexer.resolution.evidence import Evidence


def main_date(rows: Iterable[Evidence]) -> str | None:
    """The date with most weight; a full one before a vague one.

    A month or year counts for every day in it. Of equals the earlier counts: a day on which the document had already been cited is never chosen
    over one on which it had not.
    """
    weights: Counter[str] = Counter()
    for row in rows:
        if row.issued_on:
            weights[row.issued_on] += row.date_weight
    if not weights:
        return None
    total = {iso: sum(weight for said, weight in weights.items() if covers(said, iso)) for iso in weights}
    return min(weights, key=lambda iso: (-(len(iso) == 10), -total[iso], -len(iso), iso))


def main_value(values: Iterable[tuple[str | None, int]]) -> str | None:
    """The value with most weight, the longer of equals."""
    weights: Counter[str] = Counter()
    for value, weight in values:
        if value:
            weights[value] += weight
    return min(weights, key=lambda v: (-weights[v], -len(v), v)) if weights else None


def main_issuer(rows: Sequence[Evidence]) -> str | None:
    """The issuer as most say it; of names of one body, the fullest; the registry's over all."""
    trusted = next((row.issuer for row in rows if row.issuer and row.source == "known"), None)
    best = trusted or main_value((row.issuer, row.weight) for row in rows)
    if trusted or best is None:
        return best
    longer = [row.issuer for row in rows if row.issuer and fold(best) in fold(row.issuer) and len(row.issuer) < 120]
    return max(longer, key=lambda text: (len(text), text), default=best)
