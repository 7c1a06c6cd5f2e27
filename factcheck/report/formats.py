"""The output formats in one ordered table: a format is one module with `mentions`, `verdicts` or `ticks`, or several of them."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.frozen import frozen
from factcheck.model import Report, Skipped
from factcheck.report.shapes import Paper, Reading

if TYPE_CHECKING:
    from factcheck.checks.ticks import Sheet


@frozen
class Format:
    """A format: its name on the command line, its module, and what it can show ("mentions" for extract, "verdicts" for check,
    "ticks" for check --tick)."""

    name: str
    module: str
    shows: tuple[str, ...] = ("mentions", "verdicts")


FORMATS = (
    Format("text", "text", ("mentions", "verdicts", "ticks")),
    Format("json", "as_json", ("mentions", "verdicts", "ticks")),
    Format("jsonl", "as_jsonl"),
    Format("csv", "as_csv"),
    Format("html", "page", ("verdicts", "ticks")),
    Format("markdown", "as_markdown", ("verdicts",)),
    Format("sarif", "as_sarif", ("verdicts",)),
    Format("junit", "as_junit", ("verdicts",)),
    Format("github", "as_github", ("verdicts",)),
    Format("gitlab", "as_gitlab", ("verdicts",)),
    Format("rdjson", "as_rdjson", ("verdicts",)),
    Format("annotation", "as_annotation", ("verdicts",)),
)


def names(what: str) -> tuple[str, ...]:
    """"mentions", "verdicts" or "ticks" → the formats that can show them."""
    return tuple(format.name for format in FORMATS if what in format.shows)


def mentions(format: str, items: Iterable[Reading | Skipped], paper: Paper) -> None:
    """Writes what was read, document by document as it comes."""
    _function(format, "mentions")(items, paper)


def verdicts(format: str, report: Report, paper: Paper) -> None:
    """Writes what was found."""
    _function(format, "verdicts")(report, paper)


def ticks(format: str, sheet: Sheet, paper: Paper) -> None:
    """Writes the numbers of a draft with their marks."""
    _function(format, "ticks")(sheet, paper)


def _function(format: str, what: str) -> Callable[[Any, Paper], None]:
    module = next(row.module for row in FORMATS if row.name == format)
    function: Callable[[Any, Paper], None] = getattr(import_module(f"factcheck.report.{module}"), what)
    return function
