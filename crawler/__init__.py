"""URL in, `corpus.model.Notice` out: polite HTTP, frontier, raw captures, page readers."""
