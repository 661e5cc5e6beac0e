"""A weighing that takes points away says why; one that nobody gave words says at least that something does not fit."""

import pytest

from corpus.model import Citation, Instrument, Reason, Span
from indexer.resolution.cluster import Cluster
from indexer.resolution.counter import counter_reason
from indexer.resolution.judge import Setting

CITED = Citation(
    span=Span(start=0, end=1), text="x", kind="chi-thi", number="7-CT/TU", issued_on="2017", form="numbered"
)


def cluster(place: str | None) -> Cluster:
    it = Instrument(id="it", kind="chi-thi", number="7-CT/TU", issued_on="2018-05-22", place=place)
    return Cluster(
        instrument=it,
        number_key=None,
        unit=None,
        issuer=None,
        words=frozenset(),
        years=frozenset(),
        effective_on=None,
        expires_on=None,
    )


@pytest.mark.parametrize(
    ("near", "reason"),
    [
        ({"until": "2017"}, Reason.of("issued-after-holder", issued_on="2018-05-22", holder_on="2017")),
        ({"since": "2019-01-02"}, Reason.of("issued-before-changed", issued_on="2018-05-22", changed_on="2019-01-02")),
        (
            {"until": "2018", "since": "2020"},
            Reason.of("issued-before-changed", issued_on="2018-05-22", changed_on="2020"),
        ),
    ],
)
def test_a_day_that_neighbours_rule_out(near: dict[str, str], reason: Reason) -> None:
    assert counter_reason("_time", CITED, cluster(None), Setting(on="2021-01-01", **near)) == reason  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("weighing", "place", "reason"),
    [
        ("_time", None, Reason.of("issued-later", issued_on="2018-05-22", cited_on="2018-01-01")),
        ("_place", "Sơn La", Reason.of("place-differs", place="Sơn La")),
        ("_place", None, Reason("place-not-known")),
        ("_date", None, Reason.of("date-differs", said_on="2017", known_on="2018-05-22")),
        ("_lent", None, Reason.of("same-text-date-differs", said_on="2016", known_on="2018-05-22")),
        ("_told", None, Reason.of("told-date-differs", known_on="2018-05-22")),
        ("_force", None, Reason.of("not-in-force-on", on="2018-01-01")),
        ("_nobody", None, Reason("does-not-fit")),
    ],
)
def test_a_loss_has_its_reason(weighing: str, place: str | None, reason: Reason) -> None:
    assert counter_reason(weighing, CITED, cluster(place), Setting(on="2018-01-01", lent="2016")) == reason
