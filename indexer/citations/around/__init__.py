"""What stands around a mention: dates, issuers, titles, relations."""
