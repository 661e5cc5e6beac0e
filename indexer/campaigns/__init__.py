"""Emulation campaigns as records: recognised, extracted, compared, with their precedents."""

from indexer.campaigns.compare import compare
from indexer.campaigns.extract import campaign_payload, extract_campaign
from indexer.campaigns.outline import outline
from indexer.campaigns.precedents import Precedent, find_precedents

__all__ = ["Precedent", "campaign_payload", "compare", "extract_campaign", "find_precedents", "outline"]
