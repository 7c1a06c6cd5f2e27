"""`check --tick`: the draft told apart from the articles it is held against, and its sheet printed."""
from __future__ import annotations

import os
from dataclasses import replace

import click

from factcheck.cli.options import Inputs
from factcheck.model import Report, Skipped
from factcheck.report.formats import names
from factcheck.report.shapes import Paper, Reading


def refuse(format: str, inputs: Inputs, alone: bool) -> None:
    """Raises UsageError for a format that has no ticks, and for a draft `alone`, without anything to hold it against."""
    if format not in names("ticks"):
        raise click.UsageError(f"--tick has no --format {format}, expected one of {', '.join(names('ticks'))}")
    if alone and len(inputs.paths) + (inputs.file_list is not None) < 2:
        raise click.UsageError("--tick has nothing to hold the draft against, expected DRAFT PATH... or DRAFT --against STORE")


def apart(inputs: Inputs) -> tuple[list[Reading | Skipped], frozenset[str]]:
    """The articles of a call → all of them, read, and the ids of those of the first path, which are the drafts.

    A draft may lie in a folder that is named behind it; it is read once.
    """
    first = list(replace(inputs, paths=inputs.paths[:1], file_list=None).readings())
    files = {os.path.realpath(path) for path in map(_path, first) if path}
    others = replace(inputs, paths=inputs.paths[1:]).readings()
    drafts = frozenset(item.document.id for item in first if isinstance(item, Reading))
    return [*first, *(item for item in others if not (path := _path(item)) or os.path.realpath(path) not in files)], drafts


def _path(item: Reading | Skipped) -> str | None:
    return item.path if isinstance(item, Skipped) else item.document.path


def show(format: str, report: Report, paper: Paper) -> None:
    """A report on drafts → their tick sheet."""
    from factcheck.checks.ticks import sheet
    from factcheck.report.formats import ticks
    ticks(format, sheet(report), paper)
