"""Mentions of documents that their names identify."""

import pytest

from indexer.citations.base.mention import by_name
from indexer.citations.base.view import view_of


@pytest.mark.parametrize(
    ("text", "start", "end", "term", "name"),
    [
        ("theo Điều lệ Đảng.", 5, 17, None, "Điều lệ Đảng"),
        ("Đại hội\n  XII", 0, 13, "XII", "Đại hội XII"),
    ],
)
def test_by_name(text: str, start: int, end: int, term: str | None, name: str) -> None:
    mention = by_name(view_of(text), start, end, "kind", "form", term=term)
    assert (mention.start, mention.body_start, mention.end, mention.reach) == (start, start, end, end)
    assert (mention.kind, mention.form, mention.name, mention.term) == ("kind", "form", name, term)
    assert mention.number is mention.issued_on is mention.issuer is mention.title is mention.list_head is None
    assert not (mention.headless or mention.plural or mention.colon or mention.issuer_before)
    assert (mention.lead_start, mention.title_start, mention.title_end, mention.sign) == (0, 0, 0, "")
    assert (mention.relation, mention.inside, mention.acts_on, mention.acts_as) == ("mentions", (), None, None)
