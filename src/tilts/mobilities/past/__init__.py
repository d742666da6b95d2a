"""What was done with partners before Tilts: known by its counts, from a page or a report. Never added to records."""
