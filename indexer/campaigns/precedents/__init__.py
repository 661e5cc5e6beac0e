"""Campaigns beside each other: precedents, comparison, ties."""
