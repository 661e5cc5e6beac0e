"""The blocks of a page that hold its article.

The block with most running text outside of links wins (the idea of Arc90's Readability), found by going down from the body as long as one
child holds nearly all of it. Columns side by side are chosen between: by the title that one of them bears, by tag and class, by text. What stands
between the title and that block (the lead), and behind it in the same ``<article>``, belongs to it.
"""

from typing import Final

from bs4 import BeautifulSoup, Tag

from crawler.evidence import has_head, names_document
from crawler.names import is_column, is_main, is_side, width
from crawler.pruning import is_gone, prune
from crawler.weights import Weights

MIN_TEXT: Final = 180
"""Characters of running text below which there is no article."""

_CONTAINERS: Final = frozenset(
    "body form article main div td section center table tbody tr fieldset font span blockquote pre details header aside footer".split()
)
_NEARLY_ALL: Final = 0.9
_MOST_ROWS: Final = 0.6
_LEAD: Final = 40
_OWN_TEXT: Final = 300


def find_article(soup: BeautifulSoup, title_tag: Tag | None = None) -> list[Tag]:
    """The blocks that hold the article, in order; none when there is too little text. Takes out of the page what is never part of one."""
    root = soup.body or soup
    prune(root, title_tag)
    weights = Weights(root)
    if weights.value(root) < MIN_TEXT:
        return []
    title = title_tag if title_tag is not None and not is_gone(title_tag) else None
    block: Tag = root
    while (inner := _inner(block, weights, title)) is not None:
        block = inner
    if title is None or block is root:
        return [block]
    return _with_lead_and_rest(block, weights, title)


def _inner(block: Tag, weights: Weights, title: Tag | None) -> Tag | None:
    """The child to go down to; None when the block itself is the article."""
    children = [child for child in block.children if isinstance(child, Tag) and weights.value(child) > 0]
    if not children:
        return None
    top = max(children, key=weights.value)
    enough = _NEARLY_ALL if top.name != "tr" else _MOST_ROWS
    large = [child for child in children if child.name in _CONTAINERS and weights.value(child) >= MIN_TEXT]
    titled = [child for child in large if title is not None and (child is title or child in title.parents)]
    if (
        top.name in _CONTAINERS
        and weights.value(top) >= enough * weights.value(block)
        and not (titled and titled[0] is not top)
        and not _bears_head(children, top)
    ):
        return top
    articles = [child for child in large if child.name == "article"]
    if len(articles) == 1:
        return articles[0]
    if titled and _is_article(titled[0], large, weights):
        return titled[0]
    columns = [child for child in large if is_column(child)]
    together = sum(weights.value(child) for child in columns)
    if len(columns) > 1 and together >= _NEARLY_ALL * weights.value(block):
        if (
            title is not None
            and not titled
            and any(tag is title for tag in columns[0].find_all_previous(title.name, limit=50))
        ):
            # Columns below one title: the widest is its text, else the first.
            return max(columns, key=lambda child: _favour(child) * width(child))
        return max(columns, key=lambda child: weights.value(child) ** 2 / weights.text(child) * _favour(child))
    return None


def _is_article(titled: Tag, large: list[Tag], weights: Weights) -> bool:
    """Whether the child that bears the title holds the text, too, and not only the lead or the properties of what its neighbours hold."""
    neighbours = [child for child in large if child is not titled and not is_side(child)]
    if any(child is not titled and _are_alike(titled, child) for child in large):
        return False
    if weights.value(titled) * 2 >= sum(map(weights.value, neighbours)):
        return True
    sentences = sum(
        weights.value(tag) > 2 * _LEAD and tag.get_text().rstrip().endswith((".", ";", ":"))
        for tag in titled.find_all("p", limit=60)
    )
    return weights.value(titled) >= _OWN_TEXT and sentences > 1 and not any(map(is_main, neighbours))


def _are_alike(tag: Tag, other: Tag) -> bool:
    """Whether two tags are pieces of one text, as page builders cut it: of one class, which is no column's."""
    shared = set(tag.get("class") or ()) & set(other.get("class") or ())
    return bool(shared) and not is_column(tag) and not is_column(other)


def _bears_head(children: list[Tag], top: Tag) -> bool:
    """Whether the head of an official document stands beside its text and would be left behind."""
    return any(has_head(child.get_text(" ")) for child in children if child is not top)


def _favour(tag: Tag) -> float:
    return (1.5 if tag.name in ("article", "main") or is_main(tag) else 1.0) * (0.5 if is_side(tag) else 1.0)


def _with_lead_and_rest(block: Tag, weights: Weights, title: Tag) -> list[Tag]:
    """The block with what belongs to it: between title and block, and behind the block inside the nearest ``<article>``."""
    if block is title or block in title.parents:
        shared: Tag | None = block
    else:
        above = {id(tag) for tag in title.parents}
        shared = next((tag for tag in block.parents if id(tag) in above), None)
    within = block.find_parent("article")
    if within is None and shared is not None and shared is not block and shared.name not in ("body", "form"):
        within = shared
    lead: list[Tag] = []
    rest: list[Tag] = []
    step: Tag = block
    for parent in block.parents:
        if step is shared or not isinstance(parent, Tag):
            break
        before = [tag for tag in step.previous_siblings if isinstance(tag, Tag)]
        lead[:0] = [tag for tag in reversed(_as_far_as(before, title)) if _belongs(tag, weights)]
        step = parent
    step = block
    for parent in block.parents if within is not None else ():
        if step is within:
            break
        rest += [
            tag
            for tag in step.next_siblings
            if isinstance(tag, Tag) and weights.value(tag) * 3 < weights.value(block) and _belongs(tag, weights)
        ]
        step = parent
    return [*lead, block, *rest]


def _as_far_as(before: list[Tag], title: Tag) -> list[Tag]:
    """Siblings before a block, nearest first, down to the one with the title; of that one, what stands below the title."""
    found: list[Tag] = []
    for tag in before:
        if tag is title:
            break
        if tag in title.parents:
            found += reversed([below for below in title.next_siblings if isinstance(below, Tag)])
            break
        found.append(tag)
    return found


def _belongs(tag: Tag, weights: Weights) -> bool:
    """Whether a tag beside the text is the article's: a sentence, a document's head, or names of documents."""
    value, text = weights.value(tag), weights.text(tag)
    words = tag.get_text(" ")[:1500]
    return not is_side(tag) and (
        (value >= _LEAD and value * 10 >= text * 6) or has_head(words) or names_document(words)
    )
