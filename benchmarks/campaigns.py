"""What a page about campaigns costs, in this process's CPU time, beside the way that reads all of them for each question.

    python -m benchmarks.campaigns --campaigns 5000 [--folder ARCHIVE]

Each address is asked `--rounds` times with other campaigns and filters, through the web application as it stands; the highest counts. A worker reads the
cards before it serves. The peer decodes every campaign, sorts, and makes an index of precedents, as each page once did.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.synthetic import synthetic_launches
from corpus.store import Store
from crawler.importing import notice_of_row
from indexer.archive import Archive
from indexer.building.generations import generation_folder
from indexer.campaigns import PrecedentIndex
from indexer.engine.protocol import SearchEngine
from webapp.app import create_app, warmed
from webapp.composition import engine_opener, index, open_archive
from webapp.settings import Settings


def cost(run: Callable[[], Any]) -> float:
    """Milliseconds of CPU."""
    began = time.process_time()
    run()
    return (time.process_time() - began) * 1000


def addresses(ids: list[str], places: list[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    """One of each kind of page: its name, and its address."""
    place = rng.choice(places)
    yield "list", f"/phong-trao?page={rng.randrange(1, 100)}"
    yield "words", f"/phong-trao?q={rng.choice(('kho lạnh', 'vùng nguyên liệu', 'hợp tác xã', 'quỹ tín dụng'))}"
    yield "occasion", f"/phong-trao?occasion={rng.choice(('quoc-khanh', 'thanh-lap-lmhtx-viet-nam', '30 năm'))}"
    yield "year", f"/phong-trao?year={rng.randrange(1996, 2026)}"
    yield "place", f"/phong-trao?place={place}"
    yield "campaign", f"/phong-trao/{rng.choice(ids)}"
    yield "calendar", "/phong-trao/lich"
    yield "API list", f"/api/v1/campaigns?page={rng.randrange(1, 100)}"
    yield "API filter", f"/api/v1/campaigns?place={place}&year={rng.randrange(1996, 2026)}"
    yield "API campaign", f"/api/v1/campaigns/{rng.choice(ids)}"


def former(archive: Archive, engine: SearchEngine, id_: str) -> Any:
    """One question as it was answered before: every campaign decoded, sorted and indexed."""
    rows = sorted(engine.scan("campaign"), key=lambda row: str(row["id"]))
    return PrecedentIndex(rows).find(archive.campaign(id_))


def report(folder: Path, rounds: int) -> None:
    """Print the figures of an archive."""
    chosen = Settings(archive=folder)
    archive = open_archive(chosen)
    rows = archive.campaigns(with_precedents=False)
    ids, places = [str(row["id"]) for row in rows], sorted({str(row["place"]) for row in rows})
    rng = random.Random(5)
    del rows
    app = create_app(chosen)
    print(f"{len(ids)} campaigns; a worker is ready after {cost(lambda: warmed(app)):.0f} ms of CPU", end="; ")
    client = app.test_client()
    print(f"first request {cost(lambda: client.get('/phong-trao')):.0f} ms of CPU")
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, address in addresses(ids, places, rng):
            found.setdefault(name, []).append(cost(lambda address=address: client.get(address)))
    for name, times in found.items():
        times.sort()
        print(
            f"ours   {name:<13} p50 {times[len(times) // 2]:6.1f} ms   highest {times[-1]:6.1f} ms   {rounds} requests"
        )
    generation = generation_folder(folder)
    assert generation is not None
    engine = engine_opener(chosen)(generation / "engine")
    before = sorted(cost(lambda: former(archive, engine, rng.choice(ids))) for _ in range(5))
    print(f"former one question p50 {before[2]:6.1f} ms   highest {before[-1]:6.1f} ms   5 questions")
    archive.close()


def main() -> None:
    """Build (or take) an archive and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--campaigns", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        if not (folder / "index" / "current").exists():
            with Store.open(folder, create=True) as store, store.batches() as save:
                for row in synthetic_launches(options.campaigns):
                    save(notice_of_row(row))
            index(Settings(archive=folder))
        report(folder, options.rounds)


if __name__ == "__main__":
    main()
