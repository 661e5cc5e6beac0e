"""From what a person types to an answer: query language, documents named, search."""
