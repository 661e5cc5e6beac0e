"""Emulation campaigns as records: recognised, extracted, tied together, compared, with their precedents."""

from indexer.campaigns.catalogue import Catalogue, campaign_card
from indexer.campaigns.extract import campaign_payload, extract_campaign
from indexer.campaigns.outlines.outline import outline
from indexer.campaigns.precedents.compare import LEAST, MOST, compare
from indexer.campaigns.precedents.find import Precedent, PrecedentIndex, find_precedents
from indexer.campaigns.precedents.ties import campaign_ties

__all__ = [
    "LEAST",
    "MOST",
    "Catalogue",
    "Precedent",
    "PrecedentIndex",
    "campaign_card",
    "campaign_payload",
    "campaign_ties",
    "compare",
    "extract_campaign",
    "find_precedents",
    "outline",
]
