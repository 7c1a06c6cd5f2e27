"""`factcheck report`: articles → the consistency report as one HTML page."""
from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import Any, TextIO

import click

from factcheck.cli import options, output
from factcheck.cli.check import usable


@click.command("report", short_help="Write the consistency report of articles as one HTML page.")
@options.inputs
@options.rules
@options.skipping
@click.option("-o", "--output", "target", default="report.html", show_default=True, metavar="FILE",
              help="Where to write it; - is standard output.")
def command(target: str, rules: tuple[str, ...], no_default_rules: bool, on_skipped: str, **inputs: Any) -> int:
    """Write the consistency report of articles as one HTML page: what each source says, where they cannot both be right, and the words.

    PATH is a file, a folder, or - for standard input. The page is one file that loads nothing, and works offline and with scripts off.
    The exit status is 0 when it was written, whatever stands in it, and 2 when something could not be used; `check` is what gates.
    """
    from factcheck.groups import ALIGNMENT
    from factcheck.pipeline import check
    from factcheck.report.formats import verdicts
    from factcheck.report.shapes import Paper

    chosen, broken = usable(rules, not no_default_rules)
    report = check(options.Inputs(**inputs).documents(), chosen, default=False)
    output.name(report.skipped)
    try:
        with ExitStack() as stack:
            verdicts("html", report, Paper(_opened(target, stack), rules={rule.id: rule for rule in (*chosen, ALIGNMENT)}))
    except BrokenPipeError:
        output.silence()
    except OSError as error:
        output.say(f"{target}: cannot be written ({error.strerror or error})")
        return 2
    if target != "-":
        output.say(f"{target}: {os.path.getsize(target) / 1000:,.0f} kB, {len(report.documents)} documents")
    return 2 if broken or (report.skipped and on_skipped == "fail") else 0


def _opened(target: str, stack: ExitStack) -> TextIO:
    if target == "-":
        return sys.stdout
    return stack.enter_context(open(target, "w", encoding="utf-8", newline="\n"))
