"""The view of a text, fragments of patterns and numbers that every form of citation stands on."""
