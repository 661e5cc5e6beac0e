"""The sample sites on loopback: each under its own name, on a port of its own."""

from http.client import HTTPConnection

from corpus.sample.catalogue import SITES
from corpus.sample.server import ServedSite, serve_sites


def get(served: ServedSite, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(*served.address, timeout=20)
    connection.request("GET", path, headers={"Host": served.site.host, **headers})
    answer = connection.getresponse()
    found = answer.status, dict(answer.headers), answer.read()
    connection.close()
    return found


def test_every_site_answers_and_keeps_count() -> None:
    with serve_sites() as sites:
        assert set(sites) == {site.key for site in SITES}
        assert len({served.address for served in sites.values()}) == len(SITES)
        for served in sites.values():
            assert served.address[0] == "127.0.0.1"
            assert served.url == f"http://{served.site.host}/"
            status, headers, body = get(served, "/")
            assert (status, int(headers["Content-Length"])) == (200, len(body))
            assert get(served, "/", **{"If-None-Match": headers["ETag"]})[0] == 304
            assert get(served, "/khong-co")[0] == 404
            assert (served.requests, served.not_modified) == (["/", "/", "/khong-co"], 1)


def test_nothing_is_served_any_more_when_it_is_over() -> None:
    with serve_sites() as sites:
        served = sites["son-la"]
        assert get(served, "/")[0] == 200
    try:
        get(served, "/")
    except OSError:
        return
    raise AssertionError("the port still answers")
