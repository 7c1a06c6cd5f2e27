"""`--also FORMAT:FILE`: the same report in more formats at once, each file written whole or not at all."""
from __future__ import annotations

import io
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple, TextIO

import click

from factcheck.cli import output
from factcheck.documents.formats import SUFFIXES
from factcheck.model import Report
from factcheck.report.formats import names
from factcheck.report.shapes import Paper

WIDTH = 100
"""Columns of a text that is written to a file."""


class Target(NamedTuple):
    """A format and the file it goes to."""

    format: str
    path: str


class AlsoType(click.ParamType):     # type: ignore[type-arg,unused-ignore]
    """`sarif:out.sarif`: a format that `check` has and a file in a folder that is there."""

    name = "format:file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        if isinstance(value, Target):
            return value
        format, colon, path = value.partition(":")
        if not colon or format not in names("verdicts"):
            self.fail(f"{value!r}: {format!r} is no format, expected FORMAT:FILE with one of {', '.join(names('verdicts'))}", param, ctx)
        if not path or path == "-":
            self.fail(f"{value!r}: no file named, expected {format}:FILE; --format is for standard output", param, ctx)
        if reason := refusal(path):
            self.fail(f"{value!r}: {path}: {reason}", param, ctx)
        return Target(format, path)


def refusal(path: str) -> str | None:
    """Why a file cannot be written, as far as can be told beforehand."""
    if "\0" in path:
        return "a zero character in its name, expected the name of a file"
    if os.path.isdir(path):
        return "a folder, expected a file"
    folder = os.path.dirname(path) or "."
    return None if os.path.isdir(folder) else f"no folder {folder}, expected one that is there"


def refuse(targets: Sequence[Target], articles: Sequence[str]) -> None:
    """Raises UsageError when two formats would go to one file, or a file is or would be one of the articles that these paths name."""
    seen: set[str] = set()
    for target in targets:
        if (real := os.path.realpath(target.path)) in seen:
            raise click.UsageError(f"--also: {target.path} is named twice, expected each file once")
        seen.add(real)
        if path := next((path for path in articles if _among(real, os.path.realpath(path))), None):
            raise click.UsageError(f"--also: {target.path} is read as an article of {path}, expected a file elsewhere or a hidden folder")


def _among(file: str, articles: str) -> bool:
    """Whether a file is an article, or would be read as one when its folder is."""
    if file == articles:
        return True
    below = os.path.relpath(file, articles)
    hidden = any(part.startswith(".") for part in below.split(os.sep))
    return not hidden and os.path.isdir(articles) and file.lower().endswith(SUFFIXES)


def written(targets: Sequence[Target], report: Report, like: Paper) -> bool:
    """Writes a report to files, without colour; False, and a sentence for each, when some cannot be written."""
    from factcheck.report.formats import verdicts

    def fill(format: str, out: TextIO) -> None:
        verdicts(format, report, replace(like, out=out, width=WIDTH, color=False))
    done = [write(target.path, partial(fill, target.format)) for target in targets]
    return all(done)


def write(path: str, fill: Callable[[TextIO], object]) -> bool:
    """Fills a file, or says on standard error why it cannot be written.

    What was there is replaced when all is written, so that a killed run leaves it as it was; a pipe or a terminal is written to as it is.
    """
    text = io.StringIO()
    fill(text)
    special = os.path.exists(path) and not os.path.isfile(path)
    real = path if special else os.path.realpath(path)
    beside = real if special else f"{real}.{os.getpid()}.tmp"
    try:
        with open(beside, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text.getvalue())
        if not special:
            os.replace(beside, real)
    except OSError as error:
        if not special:
            with suppress(OSError):
                os.unlink(beside)
        output.say(f"{path}: cannot be written ({(error.strerror or str(error)).lower()})")
        return False
    return True
