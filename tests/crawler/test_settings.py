"""How a crawl behaves unless it is told otherwise: patient, bounded, and nowhere private."""

from dataclasses import FrozenInstanceError

import pytest

from crawler.settings import DEFAULT_USER_AGENT, CrawlSettings


def test_defaults_are_polite_and_bounded() -> None:
    settings = CrawlSettings()
    assert settings.delay >= 1.0
    assert settings.delay < settings.max_delay
    assert settings.connect_timeout <= settings.read_timeout <= settings.total_timeout
    assert settings.allow_private is False
    assert not settings.resolve
    assert 0 < settings.max_redirects < 20 and 0 < settings.retries < 10
    assert settings.max_bytes == 8 * 1024 * 1024


def test_settings_are_a_value() -> None:
    with pytest.raises(FrozenInstanceError):
        CrawlSettings().delay = 0.0  # type: ignore[misc]
    assert CrawlSettings() == CrawlSettings()
    assert CrawlSettings(delay=1.0) != CrawlSettings()


def test_the_crawler_names_itself() -> None:
    assert DEFAULT_USER_AGENT.startswith("DanChieu/")
    assert "--user-agent" in DEFAULT_USER_AGENT, "an operator who reads it learns how to be named"
