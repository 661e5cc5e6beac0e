"""What the index derived from the store, kept in one SQLite file a generation."""
