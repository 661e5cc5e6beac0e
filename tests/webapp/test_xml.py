"""Feeds and graphs of texts that hold what XML forbids."""

from xml.etree.ElementTree import fromstring

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from webapp.cli import main


@pytest.mark.parametrize(
    "path", ["/tim.atom?q=ziczac", "/tim.atom?q=ziczac%01%EF%BF%BF", "/tim.atom", "/opensearch.xml"]
)
def test_feeds_are_well_formed(formula_client: FlaskClient, path: str) -> None:
    body = formula_client.get(path).get_data()
    assert len(fromstring(body)) > 3
    assert not any(char in body.decode() for char in "\x01\x02\ufffe\uffff\ufdd0")


def test_graphs_are_well_formed(formulas: str) -> None:
    result = CliRunner().invoke(main, ["--archive", formulas, "graph", "o-0", "--format", "graphml"])
    assert result.exit_code == 0
    assert len(fromstring(result.stdout)) > 3
    assert not any(char in result.stdout for char in "\x01\x02\ufffe\uffff\ufdd0")
