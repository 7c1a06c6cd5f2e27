"""The consistency report as one HTML page: self-contained, without a word that is not escaped, whole with scripts off.

`build.py` makes plain view objects of a report, `render.py` writes them through the templates; each part of the page has its module.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Report
from factcheck.report.shapes import Paper

if TYPE_CHECKING:
    from factcheck.checks.ticks import Sheet


def verdicts(report: Report, paper: Paper) -> None:
    """A report → the page, written to the paper piece by piece."""
    from factcheck.report.page.build import page
    from factcheck.report.page.render import written
    for piece in written(page(report, paper.rules)):
        paper.out.write(piece)


def ticks(sheet: Sheet, paper: Paper) -> None:
    """The tick sheet of a draft → a page of its own."""
    from factcheck.report.page.render import sheet_written
    from factcheck.report.page.sheet import view
    paper.out.write(sheet_written(view(sheet)))
