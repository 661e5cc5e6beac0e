"""The search engine's protocol, Vietnamese analysis, excerpts and spelling."""
