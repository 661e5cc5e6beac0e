"""Ties between documents, from the outcomes of one notice: who asserts what about whom."""

from collections.abc import Sequence

from corpus.model import Outcome, Relation, RelationKind


def relations_of(notice_id: str, outcomes: Sequence[Outcome]) -> list[Relation]:
    """The relations that a notice asserts. A document named in another's title is tied to that one, not to the notice.

    source None: the notice itself is the source.
    """
    found: list[Relation] = []
    for outcome in outcomes:
        if outcome.target is None:
            continue
        citation = outcome.citation
        holders = [outcomes[at].target for at in citation.inside if at < len(outcomes)]
        sources = [source for source in holders if source and source != outcome.target]
        for source in sources:
            found.append(_relation(notice_id, source, citation.relation, outcome))
        if not sources:
            kind: RelationKind = citation.relation if not citation.inside else "mentions"
            found.append(_relation(notice_id, None, kind, outcome))
        if citation.acts_on is not None and citation.acts_as is not None and citation.acts_on < len(outcomes):
            object_ = outcomes[citation.acts_on].target
            if object_ and object_ != outcome.target:
                found.append(
                    Relation(
                        source=outcome.target,
                        kind=citation.acts_as,
                        target=object_,
                        notice_id=notice_id,
                        evidence=citation.span,
                    )
                )
    return found


def _relation(notice_id: str, source: str | None, kind: RelationKind, outcome: Outcome) -> Relation:
    return Relation(
        source=source,
        kind=kind,
        target=outcome.target or "",
        notice_id=notice_id,
        evidence=outcome.citation.span,
    )
