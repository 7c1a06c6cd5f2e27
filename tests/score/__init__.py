"""Our own labelled sentences and their scorer; README.md says how a label is written."""
