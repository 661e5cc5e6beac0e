"""Requests find the archive that the process keeps open."""

from pathlib import Path

import pytest

from corpus.errors import ArchiveMissing
from webapp.app import create_app
from webapp.door import archive
from webapp.settings import Settings


def test_it_is_opened_once_for_all_requests(folder: Path) -> None:
    app = create_app(Settings(archive=folder))
    with app.test_request_context("/"):
        first = archive()
        assert first.notice_count() > 0
    with app.test_request_context("/tim"):
        assert archive() is first


def test_one_that_is_not_there_is_said(tmp_path: Path) -> None:
    with create_app(Settings(archive=tmp_path / "none")).test_request_context("/"), pytest.raises(ArchiveMissing):
        archive()
