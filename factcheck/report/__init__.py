"""A report in, text, records, files and pages out: how it looks; nothing is decided here."""
