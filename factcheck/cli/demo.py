"""`factcheck demo`: the report of the bundled stories, and what to try next."""
from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from factcheck.cli import options, output


@click.command("demo", short_help="Show the report of the bundled sample stories.")
@click.argument("story", required=False)
@options.looks
def command(story: str | None, color: str, verbose: bool) -> int:
    """Show the report of the bundled sample stories, or of the one named, and what to try next."""
    from factcheck.data import bundled
    from factcheck.documents import read
    from factcheck.groups import ALIGNMENT
    from factcheck.pipeline import check, loaded
    from factcheck.report.formats import verdicts

    seeds = bundled("seeds")
    names = sorted(path.name for path in seeds.iterdir() if path.is_dir())
    if story is not None and story not in names:
        raise click.UsageError(f"no story {story!r}, expected one of {', '.join(names)}")
    rules = loaded([path for name in names if (path := bundled("rules") / "stories" / name).is_dir()])
    documents = [replace(item, id=item.id.removeprefix(f"{seeds}{os.sep}")) for item in read([str(seeds)]).documents]
    report = check([item for item in documents if story in (None, item.story)], rules, default=False)
    try:
        verdicts("text", report, output.paper(color, verbose, (*rules, ALIGNMENT)))
        click.echo(NEXT.format(path=os.path.relpath(seeds) if seeds.is_relative_to(Path.cwd()) else seeds))
    except BrokenPipeError:
        output.silence()
    return 0


NEXT = """
The stories, and what each should give, lie in {path}. Try next:
  factcheck demo --verbose                     every source of every fact
  factcheck extract ARTICLE                    the numbers and dates of one text
  factcheck check ARTICLE ARTICLE              two of your own; a folder holds a story
  factcheck check - < DRAFT                    a draft against itself
  factcheck explain ARTICLE:3 ARTICLE:7        why two lines were, or were not, compared
  factcheck rules list                         what is looked for"""
