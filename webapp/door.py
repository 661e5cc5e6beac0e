"""The archive as requests find it."""

from flask import current_app

from indexer.archive import Archive


def archive() -> Archive:
    """The archive that this process keeps open."""
    found: Archive = current_app.config["SHELF"].archive()
    return found
