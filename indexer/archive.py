"""The read facade: all that pages, JSON and the command line ask of an archive.

What only some questions need is imported by those: a search pays neither for campaigns nor for drafts.
"""

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from corpus.database import DATABASE
from corpus.errors import (
    ArchiveMissing,
    EngineError,
    IdentityError,
    IndexDamaged,
    IndexMissing,
    InputError,
    NotFound,
    Withdrawn,
)
from corpus.identity import InstrumentId
from corpus.model import Citation, Instrument, Outcome, Reason
from corpus.occasions import round_anniversaries
from corpus.store import make_notice
from corpus.text import normalise
from corpus.withdrawals import withdrawal_in
from indexer.asking.search import hit_row, most_cited, search
from indexer.building.generations import SUMMARY, Opened, generation_folder, open_generation
from indexer.documents.payloads import campaign_briefs, fetch_campaign, fetch_campaigns, fetch_instrument, fetch_notice
from indexer.engine.integrity import damaged
from indexer.engine.lookup_keys import serial_key
from indexer.engine.protocol import EngineOpener, Query, SearchEngine
from indexer.engine.whoosh.guard import damage_told

if TYPE_CHECKING:
    from indexer.asking.results import HitRow, NamedRow, SearchResults, SuggestionRow
    from indexer.campaigns import Catalogue
    from indexer.campaigns.outlines.rows import OutlineRow
    from indexer.campaigns.precedents.find import Precedent
    from indexer.campaigns.precedents.rows import CompareRow, PrecedentRow, TiesRow
    from indexer.documents.campaign_rows import AnniversaryRow, BriefRow, CampaignCard, CampaignRow, ListedCampaignRow
    from indexer.documents.instrument_rows import InstrumentRow
    from indexer.documents.notice_rows import NoticeRow
    from indexer.facts.summary import SummaryRow
    from indexer.reading.chain import ChainRow
    from indexer.reading.exports import ExportRow
    from indexer.reading.graph import GraphRow

_Row = TypeVar("_Row")


class Archive:
    """An indexed archive, for reading. Safe to share between threads; `refresh` sees the newest index."""

    def __init__(self, folder: Path, opened: Opened, open_engine: EngineOpener) -> None:
        self.folder = folder
        self._opened = opened
        self._open_engine = open_engine
        self._lock = threading.Lock()
        self._catalogue_of: tuple[Sequence[BriefRow], Catalogue] | None = None

    @property
    def _generation(self) -> Path:
        return self._opened.folder

    @property
    def _engine(self) -> SearchEngine:
        return self._opened.engine

    @classmethod
    def open(cls, folder: Path, open_engine: EngineOpener) -> Self:
        """Open an archive's index. open_engine: what opens its engine, now and after a rebuild. Raises ArchiveMissing, IndexMissing when it was never indexed, EngineError when it cannot be read."""
        if not (folder / DATABASE).exists():
            raise ArchiveMissing(f"archive {folder}: there is none; 'danchieu crawl' or 'danchieu import' makes one")
        opened = open_generation(folder, open_engine)
        if opened is None:
            raise IndexMissing(f"archive {folder}: not indexed yet; run 'danchieu index' first")
        return cls(folder, opened, open_engine)

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
            opened = open_generation(self.folder, self._open_engine)
            if opened is not None:
                # Who still reads the old generation keeps it: it goes with its engine, and that with its last search.
                self._opened = opened

    # Single documents

    def notice(self, id_: str) -> "NoticeRow":
        """A notice. Raises NotFound; Withdrawn where it was withdrawn for good: why is its keeper's own note, and not told."""
        found = fetch_notice(self._engine, id_)
        if found is None and (gone := withdrawal_in(self.folder, id_)):
            day = gone.at[:10]
            raise Withdrawn(
                f"notice {id_!r}: withdrawn on {day}; the reason is kept by who runs the archive",
                Reason.of("notice-withdrawn", id=id_, on=day),
            )
        return _there(found, "notice", id_)

    def instrument(self, id_: str) -> "InstrumentRow":
        """An instrument. Raises NotFound."""
        return _there(fetch_instrument(self._engine, id_), "instrument", id_)

    def campaign(self, id_: str) -> "CampaignRow":
        """A campaign, by its id or its notice's. Raises NotFound."""
        found = fetch_campaign(self._engine, id_) or fetch_campaign(self._engine, f"pt-{id_}")
        return _there(found, "campaign", id_)

    def has_instrument(self, id_: str) -> bool:
        """Whether an instrument of that id is known."""
        return self._engine.fetch("instrument", id_) is not None

    def canonical_id(self, id_: str) -> str:
        """The present id for one that says no more, after the year became known, say, or that people hold to be another's. Raises NotFound."""
        if self._engine.fetch("instrument", id_) is not None:
            return id_
        try:
            asked = InstrumentId.parse(id_)
        except IdentityError as error:
            raise NotFound(str(error), Reason.of("no-identity", id=id_)) from error
        held = self._engine.search(Query(type="instrument", keys=(f"same:{id_}",), limit=1)).hits
        if held:
            return held[0].id
        serial = asked.body.split("-")[0]
        results = self._engine.search(Query(type="instrument", keys=(serial_key(f"{asked.kind} {serial}"),), limit=400))
        fits = [hit.id for hit in results.hits if asked.widens(InstrumentId.parse(hit.id))]
        if len(fits) != 1:
            some = ", ".join(fits[:5])
            raise NotFound(
                f"instrument {id_!r}: not in this archive" + (f"; did you mean {some}?" if fits else ""),
                Reason.of("one-of-several", id=id_, some=some) if fits else Reason.of("no-instrument", id=id_),
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
    ) -> "SearchResults":
        """Results of the contract's ``search --json``, with notes (`query_language.Note`), pages, and excerpts as pairs (text, is a match).

        browse: a query that asks for nothing gives every notice, in place of none. Raises InputError on page, limit or sort.
        """
        return search(self._engine, text, filters=filters, sort=sort, page=page, limit=limit, browse=browse)

    def suggest(self, prefix: str, limit: int = 8) -> "list[SuggestionRow]":
        """Lines to offer while typing."""
        return [
            {"label": row.label, "detail": row.detail, "type": row.type, "id": row.id}
            for row in self._engine.suggest(prefix[:60], limit)
        ]

    def similar(self, notice_id: str, limit: int = 5) -> "list[HitRow]":
        """Notices most like one."""
        return [hit_row(hit) for hit in self._engine.similar(notice_id, limit)]

    def recent(self, limit: int = 8) -> "list[HitRow]":
        """The latest notices by date."""
        return [hit_row(hit) for hit in self._engine.search(Query(sort="newest", limit=limit)).hits]

    def most_cited(self, limit: int, *, missing: bool = False) -> "list[NamedRow]":
        """Documents that most notices cite, the most cited first; missing: only those whose text nobody collected."""
        return most_cited(self._engine, limit, missing=missing)

    # The graph

    def graph(self, id_: str, *, depth: int = 1, limit: int = 60) -> "GraphRow":
        """The neighbourhood of a notice or instrument; see `indexer.reading.graph`. Raises NotFound, InputError."""
        from indexer.reading.graph import Documents, neighbourhood

        # The root is asked for twice in a row, and a long one takes long to read.
        last = lru_cache(maxsize=1)
        documents = Documents(notice=last(partial(fetch_notice, self._engine)), instrument=last(self._instrument))
        if documents.notice(id_) is not None:
            return neighbourhood(documents, "notice", id_, depth=depth, limit=limit)
        return neighbourhood(documents, "instrument", self.canonical_id(id_), depth=depth, limit=limit)

    def chain(self, id_: str) -> "ChainRow":
        """Who carried a document out, level by level, and where nothing was found; see `indexer.reading.chain`. Raises NotFound."""
        from indexer.reading.chain import implementation_chain

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
        offset: int = 0,
        limit: int | None = None,
    ) -> "list[ListedCampaignRow]":
        """Campaigns, latest first, narrowed by words, occasion (words or slug), year, place; each with its precedents' notice ids.

        offset, limit: those of one page; `campaign_cards` says how many there are. A page that does not show precedents asks for none.
        """
        catalogue = self._catalogue()
        found = catalogue.select(query, occasion=occasion, year=year, place=place)
        page = self._whole(found[offset : None if limit is None else offset + limit])
        if not with_precedents:
            return [{**row, "precedents": []} for row in page]
        return [{**row, "precedents": [one["notice"] for one in catalogue.precedents.choose(row)]} for row in page]

    def campaign_cards(
        self,
        query: str | None = None,
        *,
        occasion: str | None = None,
        year: str | None = None,
        place: str | None = None,
    ) -> "list[CampaignCard]":
        """The cards of all that `campaigns` gives; none is read whole."""
        return self._catalogue().select(query, occasion=occasion, year=year, place=place)

    def campaign_occasions(self) -> set[str]:
        """Slugs of the occasions for which there is a campaign."""
        return self._catalogue().used

    def _catalogue(self) -> "Catalogue":
        """The catalogue of the commit that is read."""
        from indexer.campaigns import Catalogue

        cards = campaign_briefs(self._engine)
        known = self._catalogue_of
        if known is None or known[0] is not cards:
            known = self._catalogue_of = cards, Catalogue(cards, self._whole)
        return known[1]

    def _whole(self, cards: "Sequence[BriefRow]") -> "list[CampaignRow]":
        return fetch_campaigns(self._engine, [card["id"] for card in cards])

    def precedents(self, id_: str, *, limit: int = 8, later: bool = False) -> "list[PrecedentRow]":
        """Earlier campaigns like one, with reasons. Raises NotFound."""
        return _precedent_rows(self._catalogue().precedents.find(self.campaign(id_), later=later, limit=limit))

    def precedents_of_draft(
        self, text: str, *, title: str = "", place: str | None = None, on: str | None = None, limit: int = 8
    ) -> "list[PrecedentRow]":
        """Campaigns worth looking at for a draft that launches one, best first. Raises InputError when the draft launches none."""
        from indexer.campaigns import campaign_payload, extract_campaign

        text = normalise(text)
        title = title or next((line for line in text.split("\n") if len(line) > 20), text[:200])
        outcomes, _ = self.resolve_draft(text, place=place, on=on)
        draft = make_notice(id="du-thao", site="du-thao", title=title, text=text, place=place, published_on=on)
        campaign = extract_campaign(draft, outcomes)
        if campaign is None:
            raise InputError(
                "the draft launches no campaign: a title that says so and at least two numbered tasks are wanted"
            )
        return _precedent_rows(self._catalogue().precedents.find(campaign_payload(campaign), limit=limit))

    def ties(self, id_: str) -> "TiesRow":
        """The notices of one campaign tied together: what it carries out, who carries it out, what reports on it. Raises NotFound."""
        from indexer.campaigns import campaign_ties

        campaign = self.campaign(id_)
        notice = self.notice(campaign["notice"])
        return campaign_ties(campaign, self._catalogue(), notice, self._instrument, self._whole)

    def compare(self, ids: Sequence[str]) -> "CompareRow":
        """Two to four campaigns side by side. Raises InputError, NotFound."""
        from indexer.campaigns import compare

        return compare([self.campaign(id_) for id_ in dict.fromkeys(ids)], self._instrument)

    def outline(self, ids: Sequence[str], *, on: date, place: str | None = None) -> "OutlineRow":
        """A draft's outline from one to four precedents, for a day; see `indexer.campaigns.outlines.outline`. Raises InputError, NotFound."""
        from indexer.campaigns import outline

        return outline([self.campaign(id_) for id_ in dict.fromkeys(ids)], self._instrument, on=on, place=place)

    def _instrument(self, id_: str) -> "InstrumentRow | None":
        return fetch_instrument(self._engine, id_)

    def calendar(self, start: date, months: int = 24) -> "list[AnniversaryRow]":
        """Round anniversaries of the coming months, each with the campaigns of earlier rounds."""
        cards = self._catalogue().cards
        return [
            {
                "occasion": item.occasion.name,
                "slug": item.occasion.slug,
                "years": item.years,
                "on": item.on.isoformat(),
                "earlier": [card for card in cards if card["occasion_slug"] == item.occasion.slug],
            }
            for item in round_anniversaries(start, months)
        ]

    # Whole archive

    def summary(self) -> "SummaryRow":
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

    def export(self, what: str) -> "Iterator[ExportRow]":
        """Open data, row by row: documents, citations, relations, graph, campaigns, wanted. Raises InputError."""
        from indexer.documents.campaign_rows import campaign_export
        from indexer.reading.exports import CAMPAIGNS, EXPORTS, NAMES

        if what == CAMPAIGNS:
            return map(campaign_export, self.campaigns())
        if what not in EXPORTS:
            raise InputError(f"export {what!r}: use {', '.join(NAMES)}")
        return EXPORTS[what](self._engine)

    # Drafts

    def resolve_draft(
        self, text: str, *, place: str | None, on: str | None, citations: Sequence[Citation] | None = None
    ) -> tuple[list[Outcome], dict[str, Instrument]]:
        """See `indexer.resolution.text.resolve_text`: a draft's citations against all that this archive knows."""
        from indexer.facts.store import Facts
        from indexer.resolution.cluster import cluster
        from indexer.resolution.text import resolve_text

        opened = self._opened  # the folder stays as long as this engine does
        with Facts.reading(opened.folder) as facts, damage_told(opened.folder):
            return resolve_text(
                text,
                place=place,
                on=on,
                citations=citations,
                clusters_of=lambda bucket, said: facts.clusters(bucket) or cluster(said),
                decided=facts.decided,
            )


def _there(found: _Row | None, type_: str, id_: str) -> _Row:
    if found is None:
        raise NotFound(f"{type_} {id_!r}: not in this archive", Reason.of(f"no-{type_}", id=id_))
    return found


def _precedent_rows(found: "Sequence[Precedent]") -> "list[PrecedentRow]":
    return [
        {"campaign": one.campaign, "score": one.score, "reasons": [reason.as_row() for reason in one.reasons]}
        for one in found
    ]
