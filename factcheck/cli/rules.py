"""`factcheck rules`: list the rules, run their examples, print the schema of a rule file, propose new ones."""
from __future__ import annotations

from functools import partial
from typing import Any

import click

from factcheck.cli import options, output

PATHS = click.argument("paths", nargs=-1, metavar="[FILE_OR_FOLDER]...")
NO_DEFAULT = click.option("--no-default-rules", is_flag=True, help="Leave the general packs out.")


@click.group("rules", short_help="List rules, test their examples, print their schema, propose new ones.")
def command() -> None:
    """List rules, test their examples, print their schema, propose new ones. Without paths, the general packs."""


@command.command("list")
@PATHS
@NO_DEFAULT
def listing(paths: tuple[str, ...], no_default_rules: bool) -> int:
    """The general packs and the rules named: id, kind, severity and why, a line each."""
    from factcheck.rulebook.commands import list_rules
    from factcheck.rulebook.errors import RuleError
    try:
        output.data(list_rules(paths, not no_default_rules))
    except RuleError as error:
        return _refused(error)
    return 0


@command.command("test")
@PATHS
@NO_DEFAULT
def test(paths: tuple[str, ...], no_default_rules: bool) -> int:
    """Run every example of the rules named, else of the general packs: status 1 when one fails."""
    from factcheck.groups.select import select
    from factcheck.pipeline import check
    from factcheck.rulebook.commands import test_rules
    from factcheck.rulebook.errors import RuleError
    try:
        outcome = test_rules(partial(check, default=False), select, paths, not no_default_rules)
    except RuleError as error:
        return _refused(error)
    output.data(outcome.text)
    return outcome.status


@command.command("schema")
def schema() -> int:
    """The JSON Schema of a rule file, for editors that complete and check while one writes."""
    from factcheck.rulebook.commands import schema as text
    output.data(text())
    return 0


@command.command("new")
@options.inputs
def new(**inputs: Any) -> int:
    """Propose rules from what a set of articles already agrees on, with their examples filled in; a person names and saves them."""
    from factcheck.groups.select import select
    from factcheck.pipeline import check
    from factcheck.rulebook.propose import as_text, propose
    report = check(options.Inputs(**inputs).readings())
    output.name(report.skipped)
    proposals = propose(report, partial(check, default=False), select)
    if not proposals:
        output.say("no rule to propose: no two of these articles agree on a number that a few words tell from the others")
    else:
        output.data(as_text(proposals))
    return 2 if report.skipped else 0


def _refused(error: Exception) -> int:
    """Rule files that cannot be used → a line for each fault, and status 2."""
    for line in str(error).splitlines():
        output.say(line)
    return 2
