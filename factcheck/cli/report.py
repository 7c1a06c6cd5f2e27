"""`factcheck report`: articles, or all that a store holds → the consistency report as one HTML page."""
from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from typing import Any, TextIO

import click

from factcheck.cli import configured, gating, options, output
from factcheck.cli.check import checked, held, usable
from factcheck.cli.target import write
from factcheck.model import Report, Rule, Skipped


@click.command("report", short_help="Write the consistency report of articles as one HTML page.")
@options.inputs
@options.rules
@configured.settings
@click.option("--against", metavar="STORE", help="A store that `ingest` made: compare with the articles it holds, too.")
@click.option("--store", metavar="FILE", help="Report on all that this store holds, instead of PATH...")
@options.known
@options.skipping
@click.option("-o", "--output", "target", default="report.html", show_default=True, metavar="FILE",
              help="Where to write it; - is standard output.")
def command(target: str, rules: tuple[str, ...], no_default_rules: bool, against: str | None, store: str | None, on_skipped: str,
            baseline: str | None, suppressions: str | None, today: datetime.date | None, **inputs: Any) -> int:
    """Write the consistency report of articles as one HTML page: what each source says, where they cannot both be right, and the words.

    PATH is a file, a folder, or - for standard input. The page is one file that loads nothing, and works offline and with scripts off.
    The exit status is 0 when it was written, whatever stands in it, and 2 when something could not be used; `check` is what gates.
    """
    from factcheck.groups import ALIGNMENT

    if store is not None and (against is not None or inputs["paths"] or inputs["file_list"]):
        raise click.UsageError("--store is reported on alone, expected no PATH, --file-list or --against beside it")
    chosen, broken = usable(rules, not no_default_rules)
    report = _report(chosen, against, store, inputs)
    if report is None:
        return 2
    report, _ = configured.applied(report, chosen)
    asked = gating.Asked(baseline=baseline, suppressions=suppressions, today=today)
    report, unusable = gating.gated(report, asked, chosen, "conflict")
    output.name(report.skipped)
    output.notices(report.notices)
    if report.skipped and not report.documents:
        output.say(f"{target}: not written, no article could be read")
        return 2
    if not written(report, (*chosen, ALIGNMENT), target):
        return 2
    return 2 if broken or unusable or (report.skipped and on_skipped == "fail") else 0


def _report(rules: Sequence[Rule], against: str | None, store: str | None, inputs: dict[str, Any]) -> Report | None:
    """What the call asks for; None, and a sentence, when a store cannot be used."""
    if store is not None:
        return _everything(store, rules)
    documents = options.Inputs(**inputs).readings()
    return checked(documents, rules) if against is None else held(documents, rules, against)


def _everything(path: str, rules: Sequence[Rule]) -> Report | None:
    from factcheck.pipeline import judged
    from factcheck.store import StoreError, opened
    from factcheck.store.everything import claims, documents
    skipped: list[Skipped] = []
    try:
        with opened(path) as store:
            known, found = tuple(documents(store)), tuple(claims(store))
    except StoreError as error:
        output.say(str(error))
        return None
    return Report(tuple(judged(rules, found, skipped)), known, found, tuple(skipped))


def written(report: Report, rules: Sequence[Rule], target: str) -> bool:
    """Writes the page; says where and how large it is, or why it could not be written."""
    from factcheck.report.formats import verdicts
    from factcheck.report.shapes import Paper

    def fill(out: TextIO) -> None:
        verdicts("html", report, Paper(out, rules={rule.id: rule for rule in rules}))
    if target != "-":
        if done := write(target, fill):
            output.say(f"{target}: {_summed(report)}")
        return done
    try:
        fill(sys.stdout)
    except BrokenPipeError:
        output.silence()
    return True


def _summed(report: Report) -> str:
    """How many documents and findings that need a look there are, in words."""
    from factcheck.report.summary import stories
    from factcheck.report.text_known import tally
    from factcheck.report.words import count
    numbers = tally((finding for story in stories(report) for finding in story.findings), report)
    said = [count(len(report.documents), "document"), count(numbers["conflict"], "conflict")]
    said += [count(numbers["dispute"], "dispute")] if numbers["dispute"] else []
    return ", ".join([*said, f"{numbers['known']} known"] if numbers["known"] else said)
