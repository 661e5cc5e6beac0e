"""Statements about a document, made of what a test says of them."""

from typing import Any

from indexer.resolution.evidence import Evidence


def statement(**said: Any) -> Evidence:
    """A citer's word about Chỉ thị 7-CT/TU, but for what is said."""
    fields: dict[str, Any] = {
        "bucket": "chi-thi 7",
        "kind": "chi-thi",
        "number": "7-CT/TU",
        "number_key": "7 ct tu",
        "name": None,
        "place": None,
        "issued_on": None,
        "issuer": None,
        "title": None,
        "source": "cited",
        **said,
    }
    return Evidence(**fields)
