"""What a person reads in the terminal: the findings of `check` story by story, and what `extract` read, article by article."""
from __future__ import annotations

from factcheck.report.text_reading import mentions
from factcheck.report.text_report import verdicts

__all__ = ["mentions", "verdicts"]
