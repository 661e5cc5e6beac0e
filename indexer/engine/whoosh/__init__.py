"""The embedded engine: an honest Whoosh index, written in bulk and read through arrays. `engine` holds its `SearchEngine`."""
