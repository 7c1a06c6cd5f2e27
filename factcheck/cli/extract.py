"""`factcheck extract`: articles → the numbers and dates they state."""
from __future__ import annotations

from typing import Any

import click

from factcheck.cli import options, output
from factcheck.report.formats import names


@click.command("extract", short_help="Show the numbers and dates that articles state.")
@options.inputs
@click.option("--format", "format", type=click.Choice(names("mentions")), default="text", show_default=True, help="How to print them.")
@options.skipping
@options.looks
def command(format: str, on_skipped: str, color: str, verbose: bool, **inputs: Any) -> int:
    """Show the numbers and dates that articles state, each with its modifier, unit, counted thing and what its words allow.

    PATH is a file, a folder, or - for standard input.
    """
    from factcheck.model import Skipped
    from factcheck.report.formats import mentions

    skipped: list[Skipped] = []
    try:
        mentions(format, output.naming(options.Inputs(**inputs).readings(claims=False), skipped), output.paper(color, verbose))
    except BrokenPipeError:
        output.silence()
    return 2 if skipped and on_skipped == "fail" else 0
