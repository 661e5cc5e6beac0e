"""What people decided, in its place: the store's log replayed on the mentions that were found, kept with the facts for those who judge and for those who read."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from corpus.decisions import Decision, standing
from corpus.model import Instrument, Notice
from indexer.facts.records import dump
from indexer.resolution.decided import Decided, Identity, Ruling, find_mention, is_document
from indexer.resolution.evidence import day_of, placed_keys
from indexer.resolution.joining import bucket_of_id
from indexer.resolution.keys import home_of
from indexer.resolution.wording import read_wording

if TYPE_CHECKING:
    from indexer.facts.store import Facts

_BUCKETS_OF: Final = "SELECT bucket FROM instruments WHERE id = ?"
Kept = tuple[int, str | None, str]
"""A decision as it is kept: its number, the bucket of the mention that it is about, and all of it as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """buckets: in which mentions are judged again. homeless: numbers of decisions whose mention, or document, is not there any more."""

    buckets: frozenset[str]
    homeless: tuple[int, ...]


def replay(facts: "Facts", log: Iterable[Decision], notice_of: Callable[[str], Notice]) -> Replayed:
    """Put the decisions that count in their places, and see which buckets they bear on that they did not before, or no longer."""
    after: set[Kept] = set()
    homeless: list[int] = []
    for decision in standing(log):
        kept = _kept(facts, decision, notice_of)
        after.add(kept) if kept else homeless.append(decision.seq)
    before: set[Kept] = set(facts._db.execute("SELECT seq, bucket, row FROM decided"))
    buckets: set[str] = set()
    for _, bucket, row in before ^ after:
        if bucket:
            buckets.add(bucket)
            continue
        identity = json.loads(row)
        both = (identity["document"], identity["other"])
        buckets |= _buckets_of(facts, both)
        facts.mark("instrument", both)
    if buckets or before != after:
        facts._db.execute("DELETE FROM decided")
        facts._db.executemany("INSERT INTO decided VALUES (?, ?, ?)", after)
        facts.forget_decided()
    return Replayed(buckets=frozenset(buckets), homeless=tuple(homeless))


def _kept(facts: "Facts", decision: Decision, notice_of: Callable[[str], Notice]) -> Kept | None:
    if decision.mention is None:
        identity = _identity(decision)
        return (decision.seq, None, dump(asdict(identity))) if identity else None
    id_ = decision.mention.notice_id
    if not facts.has_notice(id_):
        return None
    notice, citations = notice_of(id_), facts.citations(id_)
    index = find_mention(decision, notice.text, citations)
    if index is None:
        return None
    home, on = home_of(notice), day_of(notice)
    keys = placed_keys(citations[index], read_wording(notice.text, citations[index], on), home, on)
    ruling = Ruling(
        seq=decision.seq,
        verdict=_verdict(decision),
        notice_id=id_,
        index=index,
        bucket=keys.bucket,
        number=keys.number,
        home=home,
        on=on,
        document=decision.document,
        who=decision.who,
        at=decision.at[:10],
        why=decision.why,
    )
    return (decision.seq, keys.bucket, dump(asdict(ruling)))


def _verdict(decision: Decision) -> Any:
    return decision.verdict  # one that counts is never an undoing


def _identity(decision: Decision) -> Identity | None:
    if not (decision.document and decision.other and decision.described):
        return None
    return Identity(
        seq=decision.seq,
        verdict=_verdict(decision),
        document=decision.document,
        other=decision.other,
        instrument=decision.described,
        who=decision.who,
        at=decision.at[:10],
        why=decision.why,
    )


def _buckets_of(facts: "Facts", ids: Iterable[str]) -> set[str]:
    """The buckets in which documents are, or would be by their number."""
    found: set[str] = set()
    for id_ in ids:
        found.update(bucket for (bucket,) in facts._db.execute(_BUCKETS_OF, (id_,)))
        if bucket := bucket_of_id(id_):
            found.add(bucket)
    return found


def load_decided(facts: "Facts") -> Decided:
    """What counts, as `replay` left it."""
    rulings: list[Ruling] = []
    identities: list[Identity] = []
    for bucket, text in facts._db.execute("SELECT bucket, row FROM decided ORDER BY seq"):
        row = json.loads(text)
        if bucket is not None:
            rulings.append(Ruling(**row))
        else:
            identities.append(Identity(**{**row, "instrument": Instrument(**row["instrument"])}))
    return Decided.of(rulings, identities, present=lambda id_: present_id(facts, id_))


def present_id(facts: "Facts", id_: str) -> str | None:
    """The id by which a document goes now: the same, or the only one that says more, or less; None when there is none, or several."""
    if facts._db.execute("SELECT 1 FROM instruments WHERE id = ? LIMIT 1", (id_,)).fetchone():
        return id_
    bucket = bucket_of_id(id_)
    rows = facts._db.execute("SELECT DISTINCT id FROM instruments WHERE bucket = ? ORDER BY id", (bucket,))
    found = [row[0] for row in rows if is_document(id_, row[0])]
    return found[0] if len(found) == 1 else None


def tied_buckets(facts: "Facts", touched: set[str]) -> set[str]:
    """Buckets whose documents are, as people hold, documents of buckets that changed."""
    found: set[str] = set()
    for alias in facts.decided.aliases.values():
        both = _buckets_of(facts, (alias.other, alias.document))
        if both & touched:
            found |= both
    return found


def citing_in(facts: "Facts", buckets: Iterable[str]) -> set[str]:
    """Notices with mentions that are filed in some buckets."""
    found: set[str] = set()
    for bucket in buckets:
        found.update(row[0] for row in facts._db.execute("SELECT DISTINCT notice FROM mentions WHERE bucket = ?", (bucket,)))  # fmt: skip
    return found
