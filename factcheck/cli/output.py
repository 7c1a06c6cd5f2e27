"""Where things go: data to standard output, words about it to standard error, and the exit status."""
from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

from factcheck.gate.fails import any_fails
from factcheck.model import Report, Rule, Skipped
from factcheck.report.shapes import Paper
from factcheck.rulebook.errors import FileError
from factcheck.standing import Notice

ALIKE = 3
"""Lines of one file with one and the same fault that are named; the others are counted."""

Item = TypeVar("Item")


def say(message: str) -> None:
    """One line on standard error, without the control characters that a file's name or text may hold."""
    from factcheck.report.words import clean
    click.echo(clean(message), err=True)


def data(text: str) -> None:
    """A text to standard output, and not a word if nobody reads it."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        silence()


def paper(color: str = "auto", verbose: bool = False, rules: Iterable[Rule] = ()) -> Paper:
    """Standard output as a sheet of paper: as wide as the terminal, coloured when it is one."""
    return Paper(sys.stdout, width(), colored(color), verbose, {rule.id: rule for rule in rules}, os.getcwd())


def width() -> int:
    """COLUMNS, else the terminal's width, else 100. (shutil knows too, and loads three compressors.)"""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 100
    except (OSError, ValueError, AttributeError):
        return 100


def colored(color: str) -> bool:
    """--color and the environment → whether to colour."""
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def name(skipped: Iterable[Skipped]) -> None:
    """What was skipped, a line each on standard error; past a few of one file with one fault, their number."""
    for _ in naming(skipped, []):
        pass


def notices(found: Iterable[Notice]) -> None:
    """What is to be said of suppressions that have ended or bind to nothing, a line each on standard error."""
    for notice in found:
        say(f"{notice.path}:{notice.line}: {notice.message}" if notice.line else f"{notice.path}: {notice.message}")


def refused(error: FileError) -> None:
    """Files that cannot be used: a line for each fault on standard error."""
    for problem in error.problems:
        say(str(problem))


def naming(items: Iterable[Item | Skipped], skipped: list[Skipped]) -> Iterator[Item | Skipped]:
    """Items as they come, with every skipped one named at once and counted."""
    from factcheck.report.words import of_skipped
    times: Counter[tuple[str, str]] = Counter()
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
            times[item.path, item.reason] += 1
            if times[item.path, item.reason] <= ALIKE:
                say(of_skipped(item))
        yield item
    for (path, reason), number in times.items():
        if number > ALIKE:
            say(f"{path}: {number - ALIKE} more lines: {reason}")


def status(report: Report, fail_on: str, on_skipped: str, broken: bool = False, on_notices: str = "warn") -> int:
    """What was found and what could not be used → 0, 1 or 2."""
    if broken or (report.skipped and on_skipped == "fail"):
        return 2
    return int(any_fails(report, fail_on) or (on_notices == "fail" and bool(report.notices)))


def silence() -> None:
    """Nobody reads on (`| head`): what is left to be written goes nowhere, without a word."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        pass
