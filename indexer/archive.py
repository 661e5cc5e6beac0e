"""The read facade: all that pages, JSON and the command line ask of an archive."""

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Self, TypeVar

from corpus.database import DATABASE
from corpus.errors import ArchiveMissing, EngineError, IdentityError, IndexDamaged, IndexMissing, InputError, NotFound
from corpus.identity import InstrumentId
from corpus.model import Citation, Instrument, Outcome
from corpus.occasions import round_anniversaries
from corpus.store import make_notice
from corpus.text import fold, normalise
from indexer.asking.results import HitRow, NamedRow, SearchResults, SuggestionRow
from indexer.asking.search import hit_row, most_cited, search
from indexer.building.generations import SUMMARY, Opened, generation_folder, open_generation
from indexer.campaigns import (
    PrecedentIndex,
    campaign_payload,
    campaign_ties,
    compare,
    extract_campaign,
    find_precedents,
    outline,
)
from indexer.campaigns.outlines.rows import OutlineRow
from indexer.campaigns.precedents.rows import CompareRow, PrecedentRow, TiesRow
from indexer.documents.campaign_rows import AnniversaryRow, CampaignRow, ListedCampaignRow, campaign_export
from indexer.documents.instrument_rows import InstrumentRow
from indexer.documents.notice_rows import NoticeRow
from indexer.documents.payloads import fetch_campaign, fetch_instrument, fetch_notice, scan_campaigns
from indexer.engine.integrity import damaged
from indexer.engine.protocol import Query, SearchEngine
from indexer.engine.whoosh.guard import damage_told
from indexer.facts.store import Facts
from indexer.facts.summary import SummaryRow
from indexer.reading.chain import ChainRow, implementation_chain
from indexer.reading.exports import EXPORTS, ExportRow
from indexer.reading.graph import Documents, GraphRow, neighbourhood
from indexer.resolution.cluster import cluster
from indexer.resolution.text import resolve_text

_Row = TypeVar("_Row")


class Archive:
    """An indexed archive, for reading. Safe to share between threads; `refresh` sees the newest index."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        self.folder = folder
        self._opened = opened
        self._lock = threading.Lock()

    @property
    def _generation(self) -> Path:
        return self._opened.folder

    @property
    def _engine(self) -> SearchEngine:
        return self._opened.engine

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an archive's index. Raises ArchiveMissing, IndexMissing when it was never indexed, EngineError when it cannot be read."""
        if not (folder / DATABASE).exists():
            raise ArchiveMissing(f"archive {folder}: there is none; 'danchieu crawl' or 'danchieu import' makes one")
        opened = open_generation(folder)
        if opened is None:
            raise IndexMissing(f"archive {folder}: not indexed yet; run 'danchieu index' first")
        return cls(folder, opened)

    def close(self) -> None:
        """Let go of the index."""
        self._engine.close()

    def refresh(self) -> None:
        """See the newest commit, or the newest generation. While the pointer to that is damaged, the one that is open goes on answering."""
        with self._lock:
            try:
                generation = generation_folder(self.folder)
            except IndexDamaged:
                generation = None
            generation = generation or self._generation
            if self._opened.is_at(generation):
                self._engine.refresh()
                return
            if not generation.is_dir():
                raise EngineError(f"archive {self.folder}: its index is gone; run 'danchieu index'")
            opened = open_generation(self.folder)
            if opened is not None:
                # Who still reads the old generation keeps it: it goes with its engine, and that with its last search.
                self._opened = opened

    # Single documents

    def notice(self, id_: str) -> NoticeRow:
        """A notice. Raises NotFound."""
        return _there(fetch_notice(self._engine, id_), f"notice {id_!r}")

    def instrument(self, id_: str) -> InstrumentRow:
        """An instrument. Raises NotFound."""
        return _there(fetch_instrument(self._engine, id_), f"instrument {id_!r}")

    def campaign(self, id_: str) -> CampaignRow:
        """A campaign, by its id or its notice's. Raises NotFound."""
        found = fetch_campaign(self._engine, id_) or fetch_campaign(self._engine, f"pt-{id_}")
        return _there(found, f"campaign {id_!r}")

    def has_instrument(self, id_: str) -> bool:
        """Whether an instrument of that id is known."""
        return self._engine.fetch("instrument", id_) is not None

    def canonical_id(self, id_: str) -> str:
        """The present id for one that says no more: an id without a year, say, after the year became known. Raises NotFound."""
        if self._engine.fetch("instrument", id_) is not None:
            return id_
        try:
            asked = InstrumentId.parse(id_)
        except IdentityError as error:
            raise NotFound(str(error)) from error
        serial = asked.body.split("-")[0]
        results = self._engine.search(Query(type="instrument", keys=(f"serial:{asked.kind} {serial}",), limit=400))
        fits = [hit.id for hit in results.hits if asked.widens(InstrumentId.parse(hit.id))]
        if len(fits) != 1:
            raise NotFound(
                f"instrument {id_!r}: not in this archive" + (f"; did you mean {', '.join(fits[:5])}?" if fits else "")
            )
        return fits[0]

    # Search

    def search(
        self,
        text: str,
        *,
        filters: Mapping[str, Sequence[str]] | None = None,
        sort: str = "relevance",
        page: int = 1,
        limit: int = 10,
        browse: bool = False,
    ) -> SearchResults:
        """Results of the contract's ``search --json``, with notes (`query_language.Note`), pages, and excerpts as pairs (text, is a match).

        browse: a query that asks for nothing gives every notice, in place of none. Raises InputError on page, limit or sort.
        """
        return search(self._engine, text, filters=filters, sort=sort, page=page, limit=limit, browse=browse)

    def suggest(self, prefix: str, limit: int = 8) -> list[SuggestionRow]:
        """Lines to offer while typing."""
        return [
            {"label": row.label, "detail": row.detail, "type": row.type, "id": row.id}
            for row in self._engine.suggest(prefix[:60], limit)
        ]

    def similar(self, notice_id: str, limit: int = 5) -> list[HitRow]:
        """Notices most like one."""
        return [hit_row(hit) for hit in self._engine.similar(notice_id, limit)]

    def recent(self, limit: int = 8) -> list[HitRow]:
        """The latest notices by date."""
        return [hit_row(hit) for hit in self._engine.search(Query(sort="newest", limit=limit)).hits]

    def most_cited(self, limit: int, *, missing: bool = False) -> list[NamedRow]:
        """Documents that most notices cite, the most cited first; missing: only those whose text nobody collected."""
        return most_cited(self._engine, limit, missing=missing)

    # The graph

    def graph(self, id_: str, *, depth: int = 1, limit: int = 60) -> GraphRow:
        """The neighbourhood of a notice or instrument; see `indexer.reading.graph`. Raises NotFound, InputError."""
        # The root is asked for twice in a row, and a long one takes long to read.
        last = lru_cache(maxsize=1)
        documents = Documents(notice=last(partial(fetch_notice, self._engine)), instrument=last(self._instrument))
        if documents.notice(id_) is not None:
            return neighbourhood(documents, "notice", id_, depth=depth, limit=limit)
        return neighbourhood(documents, "instrument", self.canonical_id(id_), depth=depth, limit=limit)

    def chain(self, id_: str) -> ChainRow:
        """Who carried a document out, level by level, and where nothing was found; see `indexer.reading.chain`. Raises NotFound."""
        places = self._engine.search(Query(limit=1)).facets["place"]
        return implementation_chain(self.canonical_id(id_), self._instrument, places)

    # Campaigns

    def campaigns(
        self,
        query: str | None = None,
        *,
        occasion: str | None = None,
        year: str | None = None,
        place: str | None = None,
        with_precedents: bool = True,
    ) -> list[ListedCampaignRow]:
        """Campaigns, latest first, narrowed by words, occasion (words or slug), year, place; each with its precedents' notice ids.

        A page that does not show precedents asks for none.
        """
        everything = self._campaigns()
        found = [row for row in everything if _campaign_fits(row, query, occasion, year, place)]
        if not with_precedents:
            return [{**row, "precedents": []} for row in found]
        index = PrecedentIndex(everything)
        return [{**row, "precedents": [p.campaign["notice"] for p in index.find(row)]} for row in found]

    def _campaigns(self) -> list[CampaignRow]:
        rows = scan_campaigns(self._engine)
        return sorted(
            rows,
            key=lambda row: (str(row.get("starts_on") or row.get("published_on") or ""), str(row["id"])),
            reverse=True,
        )

    def precedents(self, id_: str, *, limit: int = 8, later: bool = False) -> list[PrecedentRow]:
        """Earlier campaigns like one. Raises NotFound."""
        found = find_precedents(self.campaign(id_), self._campaigns(), later=later, limit=limit)
        return [{"campaign": p.campaign, "score": p.score, "reasons": list(p.reasons)} for p in found]

    def precedents_of_draft(
        self, text: str, *, title: str = "", place: str | None = None, on: str | None = None, limit: int = 8
    ) -> list[PrecedentRow]:
        """Campaigns worth looking at for a draft that launches one, best first. Raises InputError when the draft launches none."""
        text = normalise(text)
        title = title or next((line for line in text.split("\n") if len(line) > 20), text[:200])
        outcomes, _ = self.resolve_draft(text, place=place, on=on)
        draft = make_notice(id="du-thao", site="du-thao", title=title, text=text, place=place, published_on=on)
        campaign = extract_campaign(draft, outcomes)
        if campaign is None:
            raise InputError(
                "the draft launches no campaign: a title that says so and at least two numbered tasks are wanted"
            )
        found = find_precedents(campaign_payload(campaign), self._campaigns(), limit=limit)
        return [{"campaign": p.campaign, "score": p.score, "reasons": list(p.reasons)} for p in found]

    def ties(self, id_: str) -> TiesRow:
        """The notices of one campaign tied together: what it carries out, who carries it out, what reports on it. Raises NotFound."""
        campaign = self.campaign(id_)
        notice = self.notice(campaign["notice"])
        return campaign_ties(campaign, self._campaigns(), notice, self._instrument)

    def compare(self, ids: Sequence[str]) -> CompareRow:
        """Two to four campaigns side by side. Raises InputError, NotFound."""
        return compare([self.campaign(id_) for id_ in dict.fromkeys(ids)], self._instrument)

    def outline(self, ids: Sequence[str], *, on: date, place: str | None = None) -> OutlineRow:
        """A draft's outline from one to four precedents, for a day; see `indexer.campaigns.outlines.outline`. Raises InputError, NotFound."""
        return outline([self.campaign(id_) for id_ in dict.fromkeys(ids)], self._instrument, on=on, place=place)

    def _instrument(self, id_: str) -> InstrumentRow | None:
        return fetch_instrument(self._engine, id_)

    def calendar(self, start: date, months: int = 24) -> list[AnniversaryRow]:
        """Round anniversaries of the coming months, each with the campaigns of earlier rounds."""
        rows = self._campaigns()
        return [
            {
                "occasion": item.occasion.name,
                "slug": item.occasion.slug,
                "years": item.years,
                "on": item.on.isoformat(),
                "earlier": [row for row in rows if row.get("occasion_slug") == item.occasion.slug],
            }
            for item in round_anniversaries(start, months)
        ]

    # Whole archive

    def summary(self) -> SummaryRow:
        """What is in the archive, in figures, as of the newest index."""
        generation = self._generation
        try:
            loaded: SummaryRow = json.loads((generation / SUMMARY).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise damaged(generation, f"{SUMMARY}: {error}") from error
        return loaded

    def notice_count(self) -> int:
        """How many notices the engine holds now."""
        return self._engine.count("notice")

    def export(self, what: str) -> Iterator[ExportRow]:
        """Open data, row by row: documents, citations, relations, graph, campaigns, wanted. Raises InputError."""
        if what == "campaigns":
            return map(campaign_export, self.campaigns())
        if what not in EXPORTS:
            raise InputError(f"export {what!r}: use {', '.join((*EXPORTS, 'campaigns'))}")
        return EXPORTS[what](self._engine)

    # Drafts

    def resolve_draft(
        self, text: str, *, place: str | None, on: str | None, citations: Sequence[Citation] | None = None
    ) -> tuple[list[Outcome], dict[str, Instrument]]:
        """See `indexer.resolution.text.resolve_text`: a draft's citations against all that this archive knows."""
        opened = self._opened  # the folder stays as long as this engine does
        with Facts.reading(opened.folder) as facts, damage_told(opened.folder):
            return resolve_text(
                text,
                place=place,
                on=on,
                citations=citations,
                clusters_of=lambda bucket, said: facts.clusters(bucket) or cluster(said),
            )


def _there(found: _Row | None, name: str) -> _Row:
    if found is None:
        raise NotFound(f"{name}: not in this archive")
    return found


def _campaign_fits(
    row: CampaignRow, query: str | None, occasion: str | None, year: str | None, place: str | None
) -> bool:
    if query and not set(fold(query).split()) <= set(
        fold(" ".join((row["name"], row["occasion"] or "", *row["tasks"]))).split()
    ):
        return False
    if (
        occasion
        and row.get("occasion_slug") != occasion
        and fold(occasion) not in fold(f"{row.get('occasion')} {row['name']}")
    ):
        return False
    if year and not any(
        (day or "").startswith(year) for day in (row["starts_on"], row["ends_on"], row["published_on"])
    ):
        return False
    return not place or fold(place) == fold(str(row.get("place") or ""))
