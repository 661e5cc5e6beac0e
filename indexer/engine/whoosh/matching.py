"""Which documents of a snapshot match, how many of each facet, and in which order: masks and counts over whole arrays."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np

from corpus.text import fold, has_marks
from indexer.engine.analysis import folded, pairs, syllables
from indexer.engine.lookup_keys import own_key
from indexer.engine.protocol import FACETS, Query, pinned, shown_part
from indexer.engine.whoosh.blocks import Ints
from indexer.engine.whoosh.postings import Floats, Mask, Segment
from indexer.engine.whoosh.schema import date_number, unpack
from indexer.engine.whoosh.scoring import Scores

CITED_BONUS: Final = 30.0
_ROOM: Final = 1000
_PHRASES_READ: Final = 400
_PAIR: Final = 2
_NO_DATE: Final = 99_999_999


def narrow(segment: Segment, mask: Mask, query: Query) -> Mask:
    """A mask after exact keys, citations, words that must or must not occur, and dates; phrases as far as pairs of syllables tell."""
    if query.keys:
        mask = mask & any_of(segment, "lookup", query.keys)
    if query.articles:
        keys = (*query.cites, *query.cited) or ("",)
        mask = mask & any_of(segment, "pinned", [pinned(key, one) for key in keys for one in query.articles])
    elif query.cites or query.cited:
        mask = mask & (any_of(segment, "cites", query.cites) | any_of(segment, "cited", query.cited))
    for word in query.without:
        mask = mask & ~_holds(segment, word)
    for group in query.any_of:
        accepted = np.zeros(segment.size, dtype=bool)
        for word in group:
            accepted |= _holds(segment, word)
        mask = mask & accepted
    for phrase in query.phrases:
        mask = mask & _holds(segment, phrase)
    low, high = date_number(query.date_from), date_number(query.date_to)
    if low:
        mask = mask & (segment.columns.dates >= low)
    if high:
        mask = mask & (segment.columns.dates > 0) & (segment.columns.dates <= _day_end(high))
    return mask


def any_of(segment: Segment, field: str, keys: Sequence[str]) -> Mask:
    """Documents that have one of the keys."""
    mask = np.zeros(segment.size, dtype=bool)
    for key in keys:
        segment.postings(field, key).mark(mask)
    return mask


def _holds(segment: Segment, text: str) -> Mask:
    """Documents that hold all syllables of a text, each beside its neighbour; with marks typed, with just these marks."""
    words = syllables(text)
    single, paired = ("marked", "marked_pairs") if has_marks(text) else ("plain", "plain_pairs")
    words = words if has_marks(text) else folded(words)
    terms = [(single, words[0])] if len(words) == 1 else [(paired, pair) for pair in dict.fromkeys(pairs(words))]
    mask = np.ones(segment.size, dtype=bool)
    for field, term in terms:
        mask &= segment.having(field, term)
    return mask


def with_phrases(
    segments: Sequence[Segment], masks: Sequence[Mask], scores: Sequence[Scores], phrases: Sequence[str]
) -> list[Mask]:
    """Without the documents whose pairs of syllables only seem to make a phrase of three syllables or more.

    The texts of the best 400 are read to make sure; beyond them the pairs, which are seldom wrong, are trusted.
    """
    long = [phrase for phrase in phrases if len(syllables(phrase)) > _PAIR]
    kept = [mask.copy() for mask in masks]
    if long:
        _, best = page_of(segments, masks, scores, Query(limit=_PHRASES_READ))
        for at, number in best:
            shown = shown_part(unpack(segments[at].text_column("c_payload", number)))
            text = f"{shown.get('title') or ''}\n{shown.get('text') or ''}"
            kept[at][number] = all(_stands_in(phrase, text) for phrase in long)
    return kept


def _stands_in(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text, with just its marks where it has some. Most do, which a literal search shows at once."""
    marked = has_marks(phrase)
    if _beside(tuple(syllables(phrase)) if marked else tuple(fold(phrase).split())).search(
        text.lower() if marked else _unmarked(text)
    ):
        return True
    view = _with_marks if marked else fold
    return f" {view(phrase)} " in f" {view(text)} "


@lru_cache(maxsize=64)
def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words one after the other with nothing but blanks and punctuation between; the first stands first, to be found by its letters."""
    first, *others = map(re.escape, words)
    return re.compile(rf"{first}(?<![^\W_]{first})" + "".join(rf"[\W_]+{word}" for word in others) + r"(?![^\W_])")


def _unmarked(text: str) -> str:
    """A text in small letters without marks, quicker than `fold`: what is no letter of ours may be lost with its marks."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    for sign in "–—“”‘’«»…•\u00a0":
        plain = plain.replace(sign, " ")
    return plain.encode("ascii", "ignore").decode()


def _with_marks(text: str) -> str:
    return " ".join(syllables(text))


def _day_end(number: int) -> int:
    """The last date number that an upper bound of any precision covers."""
    if number % 10000 == 0:
        return number + 1231
    return number + 31 if number % 100 == 0 else number


def filtered(segments: Sequence[Segment], masks: Sequence[Mask], filters: Mapping[str, tuple[str, ...]]) -> list[Mask]:
    """Masks after the chosen facet values: any of one facet's, for every facet."""
    kept = []
    for segment, mask in zip(segments, masks, strict=True):
        for name, values in filters.items():
            if values and name in segment.columns.facets:
                codes, names = segment.columns.facets[name]
                wanted = [code for code, value in enumerate(names) if value and value in values]
                mask = mask & np.isin(codes, wanted)
        kept.append(mask)
    return kept


def count_facets(
    segments: Sequence[Segment], masks: Sequence[Mask], filters: Mapping[str, tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    """Counts over all that match; a facet's own choice does not narrow its own counts, so that a second value can be chosen."""
    whole: list[Any] | None = None
    facets: dict[str, dict[str, int]] = {}
    for name in FACETS:
        if filters.get(name) or whole is None:
            others = {key: values for key, values in filters.items() if key != name}
            numbers = [np.flatnonzero(mask) for mask in filtered(segments, masks, others)]
            whole = numbers if not filters.get(name) else whole
        else:
            numbers = whole
        counts: Counter[str] = Counter()
        for segment, chosen in zip(segments, numbers, strict=True):
            codes, names = segment.columns.facets[name]
            found = np.bincount(codes[chosen], minlength=len(names))
            for code in np.flatnonzero(found):
                if names[code]:
                    counts[names[code]] += int(found[code])
        facets[name] = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return facets


def page_of(
    segments: Sequence[Segment],
    masks: Sequence[Mask],
    scores: Sequence[Scores],
    query: Query,
    citers: Sequence[Ints] | None = None,
) -> tuple[int, list[tuple[int, int]]]:
    """How many match, and (segment, document) of the page asked for; ties newest first. citers: see `Snapshot.citers`; else the columns'."""
    chosen = [np.flatnonzero(mask) for mask in masks]
    total = sum(len(numbers) for numbers in chosen)
    if not total:
        return 0, []
    numbers = np.concatenate(chosen)
    owners = np.repeat(np.arange(len(segments)), [len(part) for part in chosen])
    value = np.concatenate([_value(segments[at], scores[at], query)[part] for at, part in enumerate(chosen)])
    dates = np.concatenate([segments[at].columns.dates[part] for at, part in enumerate(chosen)])
    if query.sort == "newest":
        keys = [-dates, -value]
    elif query.sort == "oldest":
        keys = [np.where(dates == 0, _NO_DATE, dates), -value]
    elif query.sort == "cited":
        counts = citers or [segment.columns.cited_counts for segment in segments]
        cited = np.concatenate([counts[at][part] for at, part in enumerate(chosen)])
        keys = [-cited, -value, -dates]
    else:
        keys = [-value, -dates]
    order = first_of([*keys, owners, numbers], query.offset + query.limit)[query.offset :]
    return total, [(int(owners[i]), int(numbers[i])) for i in order]


def first_of(keys: Sequence[Any], count: int) -> Any:
    """Places of the first `count` rows in the order of several keys, without sorting all of them.

    keys: arrays of one length, the first weighs most, small values first.
    """
    places = np.arange(len(keys[0]))
    sure = places[:0]
    for key in keys:
        wanted = count - len(sure)
        if len(places) <= wanted + _ROOM:
            break
        values = key[places]
        border = np.partition(values, wanted - 1)[wanted - 1] if wanted > 0 else values.min()
        sure = np.concatenate([sure, places[values < border]])
        places = places[values == border]
    left = np.concatenate([sure, places])
    return left[np.lexsort([key[left] for key in reversed(keys)])][:count]


def _value(segment: Segment, scores: Scores, query: Query) -> Floats:
    """Scores with what citing (or being) an instrument that was asked for adds."""
    if not (query.cites or query.own):
        return scores
    value = scores.copy()
    value[any_of(segment, "cites", query.cites)] += CITED_BONUS
    value[any_of(segment, "lookup", [own_key(id_) for id_ in query.own])] += 2 * CITED_BONUS
    return value
