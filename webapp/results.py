"""Results of a search as they leave the archive: passages, notes and matches as plain words."""

from collections.abc import Iterable
from typing import Annotated

from indexer.asking.results import Counts, FoundRow, HitRow, SearchResults
from webapp.words import Language, matches, reason_words


class FlatHit(FoundRow):
    """A notice among the results."""

    excerpt: Annotated[str, "The best passage."]


class FlatResults(Counts):
    """Results in the contract's shape."""

    hits: list[FlatHit]
    notes: Annotated[list[str], "What was not understood, in the language of the request."]


class SimilarAnswer(HitRow):
    """A notice like another, with its best passage in pieces."""

    codes: Annotated[list[str], "What matched, as codes: those that `why` says in the language of the request."]


def similar_with_words(rows: Iterable[HitRow], language: Language = "vi") -> list[SimilarAnswer]:
    """Notices like one, what matched in words, the codes beside it."""
    return [{**row, "why": matches(row["why"], language), "codes": list(row["why"])} for row in rows]


def flat(result: SearchResults, language: Language = "vi") -> FlatResults:
    """Search results with their excerpts, notes and matches as plain words: the contract's shape."""
    hits: list[FlatHit] = [
        {**hit, "excerpt": "".join(part for part, _ in hit["excerpt"]), "why": matches(hit["why"], language)}
        for hit in result["hits"]
    ]
    return {**result, "hits": hits, "notes": [reason_words(note.as_row(), language) for note in result["notes"]]}
