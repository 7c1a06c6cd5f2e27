"""JSON lines: one mention, or one verdict, a line; written as they come, so that memory stays small on a large archive."""
from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Report, Skipped
from factcheck.report.as_json import encode
from factcheck.report.records import mention, verdict
from factcheck.report.shapes import Paper, Reading


def mentions(items: Iterable[Reading | Skipped], paper: Paper) -> None:
    """One mention a line, in the order of the documents and of their texts."""
    for item in items:
        if isinstance(item, Reading) and item.mentions:
            paper.out.write("\n".join([encode(mention(m)) for m in item.mentions]) + "\n")


def verdicts(report: Report, paper: Paper) -> None:
    """One verdict a line, with its claims and its trail."""
    for found in report.verdicts:
        paper.out.write(encode(verdict(found, report.standing(found))) + "\n")
