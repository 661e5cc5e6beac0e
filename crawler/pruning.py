"""Takes out of a page what is never its article: scripts, menus, boxes; hidden forms, but not the hidden rest of the article.

A name says what a tag may be, its text what it is: a ``<header>`` with a document's number stays, so does a ``<footer>`` of the article with a
sentence; a tag that holds the title, or much of the page, is the page.
"""

from collections import Counter
from typing import Final

from bs4 import BeautifulSoup, Comment, Tag

from crawler.evidence import has_head, names_document, names_owner
from crawler.names import is_appendix, is_column, is_furniture, is_hidden, marks_paragraph, may_be_furniture
from crawler.weights import Weights

_NEVER: Final = tuple(
    "script style noscript iframe svg button select template object textarea map canvas video audio del s strike".split()
)
_LANDMARKS: Final = ("nav", "menu", "dialog", "form")
_PARTS: Final = ("header", "footer", "aside")
_PARAGRAPHS: Final = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote tr td th tbody table span b strong em i font u a".split()
)
_TOO_MUCH: Final = 0.4
_NEARLY_ALL: Final = 0.8
_SENTENCE: Final = 40
_CONTINUATION: Final = 120
_SCOPE_CHARS: Final = 180


def prune(root: Tag, title: Tag | None) -> None:
    """Take out what is never part of an article. title: the tag that shows the title."""
    for tag in root.find_all(_NEVER):
        tag.decompose()
    for comment in root.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    page = _Page(root, title if title is not None and not is_gone(title) else None)
    for tag in root.find_all(True):
        if not is_gone(tag) and tag.name not in ("html", "body") and page.is_furniture(tag):
            tag.decompose()


def is_gone(tag: Tag) -> bool:
    """Whether a tag was taken out, by itself or with what it stood in: it has no place any more, which every tag of a page has.

    Its own fields are asked: a tag answers for a name that it lacks by a search below it (so does `Tag.decomposed`).
    """
    return vars(tag).get("parent") is None


def _has_alike(tag: Tag) -> bool:
    """Whether a page builder has cut a text into pieces of one class, of which a tag is the first."""
    names = set(tag.get("class") or ())
    following = tag.find_next_sibling(tag.name)
    return following is not None and not is_column(tag) and bool(names & set(following.get("class") or ()))


class _Page:
    def __init__(self, root: Tag, title: Tag | None) -> None:
        self.weights = Weights(root)
        self.much = self.weights.text(root) * _TOO_MUCH
        self.above_title = {id(title), *(id(tag) for tag in title.parents)} if title is not None else set()
        scope = self._scope(title)
        self.scope_value = self.weights.value(scope) if scope is not None else 0
        self.in_scope: set[int] = set()
        self.inside: set[int] = set()
        for tag in root.find_all(True):
            above = id(tag.parent)
            if tag.parent is scope or above in self.in_scope:
                self.in_scope.add(id(tag))
            if (
                id(tag) in self.in_scope
                or above in self.inside
                or (tag.parent is not None and tag.parent.name == "article")
            ):
                self.inside.add(id(tag))
        self.twice = Counter(
            text for string in root.find_all(string=True) if len(text := " ".join(string.split())) >= _SENTENCE
        )

    def _scope(self, title: Tag | None) -> Tag | None:
        """The nearest tag around the title that holds running text: what stands in it is likely the article's."""
        for tag in title.parents if title is not None else ():
            if isinstance(tag, BeautifulSoup) or self.weights.value(tag) >= _SCOPE_CHARS:
                return tag.parent if tag.parent is not None and _has_alike(tag) else tag
        return None

    def is_furniture(self, tag: Tag) -> bool:
        if id(tag) in self.above_title:
            return False
        if "line-through" in str(tag.get("style") or ""):
            return True
        if is_hidden(tag) and not self._continues(tag):
            return True
        if tag.name in ("article", "main"):
            return False
        if tag.name in _PARAGRAPHS and not (tag.name in ("ul", "ol", "table") and is_furniture(tag)):
            return marks_paragraph(tag) and not self._is_prose(tag)
        if is_appendix(tag) and self._leaves_article(tag):
            return not self._lists_documents(tag)
        if self.weights.text(tag) > self.much or self._is_whole_scope(tag):
            return False
        if tag.name in _LANDMARKS:
            return True
        if tag.name in _PARTS:
            return not self._is_part_of_article(tag)
        if is_furniture(tag):
            return not (self._is_inside(tag) and self._lists_documents(tag))
        return may_be_furniture(tag) and not self._is_part_of_article(tag)

    def _leaves_article(self, tag: Tag) -> bool:
        """Whether enough running text stands around the title without a tag."""
        return id(tag) in self.in_scope and self.scope_value - self.weights.value(tag) >= _SCOPE_CHARS

    def _is_whole_scope(self, tag: Tag) -> bool:
        """Whether a tag holds nearly all running text around the title: it is the article, however it is named."""
        return id(tag) in self.in_scope and self.weights.value(tag) >= max(_SCOPE_CHARS, _NEARLY_ALL * self.scope_value)

    def _is_inside(self, tag: Tag) -> bool:
        return id(tag) in self.inside

    def _is_part_of_article(self, tag: Tag) -> bool:
        """Whether what may be furniture is a part of the article: a document's head, or running text inside the article."""
        text = tag.get_text(" ", strip=True)[:3000]
        if names_owner(text) or is_furniture(tag):
            return False
        if has_head(text):
            return tag.name != "footer" or self._is_inside(tag)
        return self._is_inside(tag) and (self._is_prose(tag) or self._lists_documents(tag))

    def _is_prose(self, tag: Tag) -> bool:
        """Whether most of it is running text, and as long as a sentence."""
        value = self.weights.value(tag)
        running = value >= _SENTENCE and value * 10 >= self.weights.text(tag) * 6
        return running and any(len(" ".join(string.split())) >= _SENTENCE for string in tag.strings)

    def _lists_documents(self, tag: Tag) -> bool:
        links = [link.get_text(" ") for link in tag.find_all("a", href=True, limit=60)]
        return sum(map(names_document, links)) * 3 >= len(links) * 2 > 0

    def _continues(self, tag: Tag) -> bool:
        """Whether a hidden tag is text of the article: running text that stands nowhere else on the page, no form, no box."""
        if tag.name in _LANDMARKS or is_furniture(tag) or tag.find(["form", "input"]) is not None:
            return False
        value = self.weights.value(tag)
        if value < _CONTINUATION or value * 10 < self.weights.text(tag) * 6:
            return False
        strings = [text for string in tag.strings if len(text := " ".join(string.split())) >= _SENTENCE]
        return bool(strings) and sum(self.twice[text] > 1 for text in strings) * 2 < len(strings)
