"""How much text every tag of a page holds, and how much of it is link."""

from bs4 import Tag
from bs4.element import PreformattedString


class Weights:
    """Weighed once, before anything is taken out: tags that are gone still count in their parents."""

    def __init__(self, root: Tag) -> None:
        self._of: dict[int, tuple[int, int]] = {}
        self._weigh(root)

    def _weigh(self, root: Tag) -> None:
        """Each tag after all that it holds; no recursion, for pages are nested deeply on purpose."""
        tags = [root, *root.find_all(True)]
        for tag in reversed(tags):
            text = linked = 0
            for child in tag.children:
                if isinstance(child, Tag):
                    inner = self._of.get(id(child), (0, 0))
                    text, linked = text + inner[0], linked + inner[1]
                elif not isinstance(child, PreformattedString):
                    text += len(" ".join(str(child).split()))
            is_link = tag.name == "a" and tag.get("href") is not None
            teaser = tag.name == "li" and (linked * 3 >= text or (linked > 0 and _begins_with_link(tag)))
            self._of[id(tag)] = (text, text if is_link or teaser else linked)

    def value(self, tag: Tag) -> int:
        """Characters of running text, those in links and teasers not counted."""
        text, linked = self._of.get(id(tag), (0, 0))
        return text - linked

    def text(self, tag: Tag) -> int:
        """Characters of text, links included."""
        return self._of.get(id(tag), (0, 0))[0]


def _begins_with_link(item: Tag) -> bool:
    """Whether a list's item is a teaser: its link comes first."""
    first = next((child for child in item.children if isinstance(child, Tag) or str(child).strip()), None)
    return isinstance(first, Tag) and (first.name == "a" or first.find("a", recursive=False) is not None)
