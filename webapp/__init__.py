"""The read facade as pages, JSON and feeds, and the command line that joins the rooms."""
