"""Shared parts of the tests: real archives on disk, one flag for golden files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from indexer.archive import Archive
from tests.archives import open_archive
from webapp.demo import prepare_demo
from webapp.settings import Settings

# Machines differ and may be busy: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update", action="store_true", help="write the golden files anew from what the code does now"
    )


@pytest.fixture(scope="session")
def golden_update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--golden-update"))


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample sites, crawled over loopback and indexed."""
    folder = tmp_path_factory.mktemp("demo") / "archive"
    prepare_demo(Settings(archive=folder), lambda step, done, total: None)
    return folder


@pytest.fixture(scope="session")
def demo_archive(demo_folder: Path) -> Iterator[Archive]:
    archive = open_archive(demo_folder)
    yield archive
    archive.close()
