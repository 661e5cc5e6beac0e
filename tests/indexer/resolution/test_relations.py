"""Who is tied to whom: the notice, the document in whose title another stands, and the one that acts upon another."""

from typing import Any

import pytest

from corpus.model import Citation, Outcome, Relation, Span
from indexer.resolution.relations import relations_of


def outcome(target: str | None, relation: str = "mentions", **said: Any) -> Outcome:
    at = 10 * (ord(target[-1]) if target else 1)
    citation = Citation(
        span=Span(start=at, end=at + 5),
        text="x",
        kind="chi-thi",
        form="numbered",
        relation=relation,
        **said,  # type: ignore[arg-type]
    )
    return Outcome(citation=citation, status="resolved" if target else "unresolved", target=target)


@pytest.mark.parametrize(
    ("outcomes", "ties"),
    [
        ([], []),
        ([outcome("a", "implements")], ["- implements a"]),
        ([outcome(None, "implements")], []),
        ([outcome("a", "implements"), outcome("b", "guides")], ["- implements a", "- guides b"]),
        # in another's title
        ([outcome("a", "implements"), outcome("b", "amends", inside=(0,))], ["- implements a", "a amends b"]),
        (
            [outcome("a"), outcome("b"), outcome("c", "amends", inside=(0, 1))],
            ["- mentions a", "- mentions b", "a amends c", "b amends c"],
        ),
        ([outcome(None), outcome("b", "amends", inside=(0,))], ["- mentions b"]),
        ([outcome("b", "guides"), outcome("b", "amends", inside=(0,))], ["- guides b", "- mentions b"]),
        ([outcome("a"), outcome("b", "amends", inside=(2,))], ["- mentions a", "- mentions b"]),
        ([outcome(None), outcome("a"), outcome("c", "amends", inside=(0, 1))], ["- mentions a", "a amends c"]),
        # acting upon another
        (
            [outcome("a"), outcome("b", "implements", acts_on=0, acts_as="replaces")],
            ["- mentions a", "- implements b", "b replaces a"],
        ),
        ([outcome("a"), outcome("b", acts_on=0)], ["- mentions a", "- mentions b"]),
        ([outcome("a"), outcome("b", acts_as="replaces")], ["- mentions a", "- mentions b"]),
        ([outcome("a"), outcome("b", acts_on=2, acts_as="replaces")], ["- mentions a", "- mentions b"]),
        ([outcome(None), outcome("b", acts_on=0, acts_as="replaces")], ["- mentions b"]),
        ([outcome("b"), outcome("b", acts_on=0, acts_as="replaces")], ["- mentions b", "- mentions b"]),
        ([outcome(None, acts_on=1, acts_as="replaces"), outcome("b")], ["- mentions b"]),
    ],
)
def test_ties(outcomes: list[Outcome], ties: list[str]) -> None:
    found = relations_of("n", outcomes)
    assert [f"{row.source or '-'} {row.kind} {row.target}" for row in found] == ties


def test_a_tie_says_who_asserts_it_and_where() -> None:
    first, second = outcome("a"), outcome("b", "guides", acts_on=0, acts_as="repeals", inside=(0,))
    assert relations_of("n", [first, second]) == [
        Relation(source=None, kind="mentions", target="a", notice_id="n", evidence=first.citation.span),
        Relation(source="a", kind="guides", target="b", notice_id="n", evidence=second.citation.span),
        Relation(source="b", kind="repeals", target="a", notice_id="n", evidence=second.citation.span),
    ]
