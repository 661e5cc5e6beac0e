"""What a page's own style sheet says of lines and ordinals, written into the tags that it means: ``.vb { white-space: pre-line }``.

Only rules for a class, an id or a tag's name are read; of the declarations, `white-space` and `list-style`.
"""

import re
from typing import Final

from bs4 import BeautifulSoup

_MAX_CHARS: Final = 200_000
_DECLARED = re.compile(r"(?:white-space|list-style(?:-type)?)\s*:\s*[a-z\- ]{2,60}")
_SELECTOR = re.compile(
    r"(?:^|[\s>])(?P<tag>[a-z][a-z0-9]{0,12})?(?:(?P<mark>[.#])(?P<name>[\w-]{1,60}))?$", re.IGNORECASE
)


def apply_style_sheet(soup: BeautifulSoup) -> None:
    """Add to each tag's ``style`` what the rules say of it; the tag's own style goes last, and counts."""
    marked: dict[tuple[str, str], str] = {}
    for sheet in soup.find_all("style", limit=20):
        for rule in sheet.get_text()[:_MAX_CHARS].split("}"):
            selectors, _, declarations = rule.rpartition("{")
            if said := ";".join(_DECLARED.findall(declarations.lower())):
                for selector in selectors.split(",")[:20]:
                    if match := _SELECTOR.search(selector.strip()[-120:]):
                        kind, name = match["mark"] or "", match["name"] or (match["tag"] or "").lower()
                        marked[kind, name] = f"{marked.get((kind, name), '')}{said};"
    for tag in soup.find_all(True) if marked else ():
        names = [
            ("", tag.name),
            *((".", str(name)) for name in tag.get("class") or ()),
            ("#", str(tag.get("id") or "")),
        ]
        if said := "".join(marked.get(name, "") for name in names):
            tag["style"] = f"{said}{tag.get('style') or ''}"
