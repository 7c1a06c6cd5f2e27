"""What a person reads in the terminal: the findings of `check` story by story, and what `extract` read, article by article."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.model import Report, Skipped
from factcheck.report.shapes import Paper, Reading

if TYPE_CHECKING:
    from factcheck.checks.ticks import Sheet


def mentions(items: Iterable[Reading | Skipped], paper: Paper) -> None:
    """What was read, each sentence with its marks and a table of the values."""
    from factcheck.report.text_reading import mentions as write
    write(items, paper)


def verdicts(report: Report, paper: Paper) -> None:
    """What was found, story by story."""
    from factcheck.report.text_report import verdicts as write
    write(report, paper)


def ticks(sheet: Sheet, paper: Paper) -> None:
    """The numbers of a draft, sentence by sentence."""
    from factcheck.report.text_ticks import ticks as write
    write(sheet, paper)
