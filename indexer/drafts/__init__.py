"""Citations of a text in hand: found, judged, put in proper form."""
