"""What absolute links begin with: never what a client made up."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.errors import InputError
from webapp.addresses import SiteAddress, public_address
from webapp.app import create_app
from webapp.settings import Settings

LINKED = (
    "/",
    "/tim?q=thi+dua",
    "/tim.atom?q=thi+dua",
    "/opensearch.xml",
    "/van-ban/chi-thi.34-ct-tw.2014",
    "/khong-co",
)


@pytest.mark.parametrize(
    ("bound", "host", "root"),
    [
        (("127.0.0.1", 8000), "127.0.0.1:8000", "http://127.0.0.1:8000"),
        (("127.0.0.1", 8000), "localhost:8080", "http://localhost:8080"),
        (("127.0.0.1", 8000), "evil.example", "http://127.0.0.1:8000"),
        (("127.0.0.1", 8000), "localhost.evil.example", "http://127.0.0.1:8000"),
        (("127.0.0.1", 8000), "localhost:80/x", "http://127.0.0.1:8000"),
        (("127.0.0.1", 8000), "localhost:８０", "http://127.0.0.1:8000"),
        (("127.0.0.1", 80), "", "http://127.0.0.1"),
        (("::1", 8000), "[::1]:8000", "http://[::1]:8000"),
        (("::1", 8000), "evil.example", "http://[::1]:8000"),
        (("192.0.2.7", 8000), "192.0.2.7:8000", "http://192.0.2.7:8000"),
        (("192.0.2.7", 8000), "LOCALHOST", "http://localhost"),
        (("192.0.2.7", 8000), '"><script>', "http://192.0.2.7:8000"),
    ],
)
def test_a_request_is_believed_where_it_names_this_machine(bound: tuple[str, int], host: str, root: str) -> None:
    assert SiteAddress(bound=bound).root(host) == root
    assert SiteAddress(public_url="https://danchieu.example", bound=bound).root(host) == "https://danchieu.example"


def test_where_all_addresses_are_listened_on_the_machine_goes_by_its_name() -> None:
    root = SiteAddress(bound=("0.0.0.0", 8000)).root("evil.example")
    assert "evil" not in root and "0.0.0.0" not in root and root.endswith(":8000")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost@evil.example"])
@pytest.mark.parametrize("path", LINKED)
def test_no_answer_repeats_a_made_up_host(client: FlaskClient, path: str, host: str) -> None:
    response = client.get(path, headers={"Host": host, "X-Forwarded-Host": host})
    assert "evil" not in response.text and "evil" not in str(response.headers)


def test_a_redirect_stays_on_the_site(client: FlaskClient) -> None:
    response = client.get("/van-ban//chi-thi.34-ct-tw.2014", headers={"Host": "evil.example"})
    assert response.status_code in (301, 302, 308)
    assert response.headers["Location"] == "/van-ban/chi-thi.34-ct-tw.2014"


@pytest.mark.parametrize("path", LINKED[:5])
def test_links_lead_to_the_public_address(folder: Path, path: str) -> None:
    client = create_app(Settings(archive=folder, public_url="https://danchieu.example")).test_client()
    text = client.get(path, headers={"Host": "127.0.0.1:8000"}).text
    assert "https://danchieu.example/" in text and "127.0.0.1" not in text


@pytest.mark.parametrize(
    ("typed", "address"),
    [("https://danchieu.example", "https://danchieu.example"), ("HTTP://Kho.Example:8080/", "http://kho.example:8080")],
)
def test_a_public_address_is_scheme_and_host(typed: str, address: str) -> None:
    assert public_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "danchieu.example",
        "ftp://danchieu.example",
        "https://",
        "https://a.example/kho",
        "https://a.example?x",
        "https://u@a.example",
        "javascript:x",
        "https://a.example:x",
    ],
)
def test_another_public_address_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="write it like"):
        public_address(typed)


def test_pages_vary_with_the_cookie_that_keeps_their_language(client: FlaskClient) -> None:
    for path in ("/", "/tim?q=thi+dua", "/khong-co"):
        assert "Cookie" in client.get(path).headers["Vary"], path
    for path in ("/tim.csv?q=thi+dua", "/tim.atom?q=thi+dua", "/api/v1/summary"):
        assert "Cookie" not in client.get(path).headers.get("Vary", ""), path
