"""`corpus.model.Notice` in, answers out: citations, resolution, campaigns, search."""
