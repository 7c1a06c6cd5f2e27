"""`factcheck check`: articles → where they agree, where both can be true, and where they cannot."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import click

from factcheck.cli import configured, gating, options, output, target, ticking
from factcheck.gate.fails import FAIL_ON
from factcheck.model import Document, Report, Rule, Skipped, Verdict
from factcheck.report.formats import names
from factcheck.report.shapes import Reading
from factcheck.standing import Outdated


@click.command("check", short_help="Say where articles agree and where they cannot both be right.")
@options.inputs
@options.rules
@click.option("--against", metavar="STORE", help="A store that `ingest` made: compare with the articles it holds, too.")
@click.option("--format", "format", type=click.Choice(names("verdicts")), default="text", show_default=True, help="How to print them.")
@click.option("--also", type=target.AlsoType(), multiple=True, metavar="FORMAT:FILE", help="Write it to a file, too; may be repeated.")
@click.option("--tick", is_flag=True, help="Mark every number of the draft, which is the first PATH: backed, contradicted, or not found.")
@click.option("--fail-on", type=click.Choice(tuple(FAIL_ON)), default="conflict", show_default=True,
              help="What makes the exit status 1.")
@options.gate
@options.skipping
@configured.settings
@click.option("--show-settings", is_flag=True, help="Print every setting and where it comes from, and stop.")
@click.option("--statistics", is_flag=True, help="Say which rule speaks how often, too.")
@options.looks
def command(format: str, also: tuple[target.Target, ...], rules: tuple[str, ...], no_default_rules: bool, against: str | None, fail_on: str,
            on_skipped: str, color: str, verbose: bool, since: tuple[str, ...], on_notices: str, show_settings: bool, statistics: bool,
            tick: bool, **others: Any) -> int:
    """Say where articles agree, where both can be true, and where they cannot, with the words that say so.

    PATH is a file, a folder, or - for standard input. Articles of one story are compared with each other, and each with itself; the
    story is the article's own `story`, else its folder below PATH, else all articles of the call are one.
    """
    from factcheck.groups import ALIGNMENT
    from factcheck.report.formats import verdicts

    if show_settings:
        output.data(configured.shown(others["paths"]))
        return 0
    target.refuse(also, others["paths"])
    asked = gating.Asked(**{name: others.pop(name) for name in gating.NAMES})
    gating.refuse(asked)
    inputs = options.Inputs(**others)
    if tick:
        ticking.refuse(format, inputs, against is None and not since)
    chosen, broken = usable(rules, not no_default_rules)
    found = _found(inputs, chosen, against, since, tick)
    if found is None:
        return 2
    report, read = found
    report, ignored = configured.applied(report, chosen)
    report, unusable = gating.gated(report, asked, chosen, fail_on, read)
    output.name(report.skipped)
    output.notices(report.notices)
    result = output.status(report, fail_on, on_skipped, broken or unusable, on_notices)
    paper = output.paper(color, verbose, (*chosen, ALIGNMENT))
    if not target.written(also, report, paper):
        result = 2
    try:
        ticking.show(format, report, paper) if tick else verdicts(format, report, paper)
        if format == "text" and report.outdated:
            output.data("\n".join(("Held articles that are now out of date:", *map(_outdated, report.outdated))))
        if statistics:
            _statistics(report, ignored, format)
    except BrokenPipeError:
        output.silence()
    return result


def _statistics(report: Report, ignored: Sequence[Verdict], format: str) -> None:
    """Which rule spoke how often: below a text, else on standard error, because a format for machines has no room for it."""
    from factcheck.report.statistics import table
    rows = table(report, ignored)
    if format == "text":
        output.data("\n" + "\n".join(rows))
    else:
        for row in rows:
            output.say(row)


def _found(inputs: options.Inputs, rules: Sequence[Rule], against: str | None,
           since: tuple[str, ...], tick: bool) -> tuple[Report, frozenset[str] | None] | None:
    """What the call asks for, and the ids of all that was read where the report is on a part of it; None when it cannot be done."""
    if tick and not since and against is None:
        from factcheck.archive import check_among
        items, drafts = ticking.apart(inputs)
        return check_among(items, drafts, rules, default=False), _ids(items)
    if not since:
        report = checked(inputs.readings(), rules) if against is None else held(inputs.readings(), rules, against)
        return None if report is None else (report, None)
    from factcheck.archive import check_among
    from factcheck.cli.since import apart
    from factcheck.gate.since import SinceError
    try:
        every = apart(inputs, since)
    except SinceError as error:
        output.say(f"--since: {error}")
        return None
    if not every.new:
        output.say(f"no article changed since {', '.join(since)}")
    if against is not None:
        report = held(every.only_new(), rules, against)
        return None if report is None else (report, None)
    return check_among(every.items, every.new, rules, default=False), _ids(every.items)


def _ids(items: Iterable[Document | Reading | Skipped]) -> frozenset[str]:
    from factcheck.cli.since import document
    return frozenset(document(item).id for item in items if not isinstance(item, Skipped))


def checked(documents: Iterable[Document | Reading | Skipped], rules: Sequence[Rule]) -> Report:
    """Documents → the report on them alone."""
    from factcheck.pipeline import check
    return check(documents, rules, default=False)


def held(documents: Iterable[Document | Reading | Skipped], rules: Sequence[Rule], path: str) -> Report | None:
    """Documents and the path of a store → the report on them with what is held; None, and a sentence, when the store cannot be used."""
    from factcheck.archive import check
    from factcheck.store import StoreError, opened
    try:
        with opened(path) as store:
            return check(documents, store, rules, default=False)
    except StoreError as error:
        output.say(str(error))
        return None


def _outdated(item: Outdated) -> str:
    from factcheck.report.words import clean
    return "  " + clean(f"{item.document}:{item.line} \"{item.text}\", now \"{item.by_text}\" in {item.by}:{item.by_line}")


def usable(paths: Sequence[str], default: bool) -> tuple[tuple[Rule, ...], bool]:
    """Rule files as named → the rules that can be used, and whether any could not; their faults go to standard error."""
    from factcheck.rulebook.errors import RuleError
    from factcheck.rulebook.load import load
    try:
        return load(paths, default), False
    except RuleError as error:
        for problem in error.problems:
            output.say(str(problem))
    rules = {rule.id: rule for rule in load((), default)} | {rule.id: rule for rule in _sound(paths)}
    return tuple(rules[id] for id in sorted(rules)), True


def _sound(paths: Sequence[str]) -> Iterator[Rule]:
    """The rules among these paths that can be read, each file on its own."""
    from factcheck.rulebook.errors import RuleError
    from factcheck.rulebook.files import named
    from factcheck.rulebook.load import read
    for path in paths:
        with suppress(RuleError):
            for item in named([path]):
                with suppress(RuleError):
                    yield from (content.rule(item.id, item.name) for item, content in read([item]))
