"""Finding citations in Vietnamese text: `find_citations` is the whole public face."""

from indexer.citations.find import find_citations

__all__ = ["find_citations"]
