"""`factcheck demo`: the report of the bundled stories, and what to try next."""
from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

import click

from factcheck.cli import options, output
from factcheck.model import Report

Part = TypeVar("Part")


@click.command("demo", short_help="Show the report of the bundled sample stories.")
@click.argument("story", required=False)
@click.option("-o", "--output", "target", metavar="FILE", help="Write it there as a page, as `report` does.")
@options.looks
def command(story: str | None, target: str | None, color: str, verbose: bool) -> int:
    """Show the report of the bundled sample stories, or of the one named, and what to try next."""
    from factcheck.cli.report import written
    from factcheck.data import bundled
    from factcheck.groups import ALIGNMENT
    from factcheck.pipeline import loaded
    from factcheck.report.formats import verdicts

    seeds = bundled("seeds")
    names = sorted(path.name for path in seeds.iterdir() if path.is_dir())
    if story is not None and story not in names:
        raise click.UsageError(f"no story {story!r}, expected one of {', '.join(names)}")
    rules = loaded([path for name in names if (path := bundled("rules") / "stories" / name).is_dir()])
    report = _together([_checked(seeds, name) for name in ([story] if story else names)])
    output.name(report.skipped)
    if target is not None:
        return 0 if written(report, (*rules, ALIGNMENT), target) and not report.skipped else 2
    try:
        verdicts("text", report, output.paper(color, verbose, (*rules, ALIGNMENT)))
    except BrokenPipeError:
        output.silence()
    output.data(NEXT.format(path=os.path.relpath(seeds) if seeds.is_relative_to(Path.cwd()) else seeds))
    return 2 if report.skipped else 0


def _checked(seeds: Path, story: str) -> Report:
    """One story with its own rules; the articles are called by their path below `seeds`."""
    from factcheck.data import bundled
    from factcheck.documents import read
    from factcheck.pipeline import check
    found = read([str(seeds / story)], story=story)
    documents = [replace(item, id=item.id.removeprefix(f"{seeds}{os.sep}")) for item in found.documents]
    rules = bundled("rules") / "stories" / story
    return check([*documents, *found.skipped], [rules] if rules.is_dir() else None)


def _together(reports: Sequence[Report]) -> Report:
    """The reports of several stories → one."""
    def all_of(parts: Iterable[tuple[Part, ...]]) -> tuple[Part, ...]:
        return tuple(chain.from_iterable(parts))
    return Report(all_of(report.verdicts for report in reports), all_of(report.documents for report in reports),
                  all_of(report.claims for report in reports), all_of(report.skipped for report in reports))


NEXT = """
The stories, and what each should give, lie in {path}. Try next:
  factcheck demo -o demo.html        the same as a page, to open in a browser
  factcheck demo --verbose           every source of every fact
  factcheck extract ARTICLE          one text with its numbers and dates marked
  factcheck check ARTICLE ARTICLE    two of your own; a folder holds a story
  factcheck check - < DRAFT          a draft against itself
  factcheck report FOLDER -o r.html  the page of your own
  factcheck explain A.txt:3 B.txt:7  why two lines were, or were not, compared
  factcheck rules list               what is looked for"""
