"""`factcheck rules`: list the rules, run their examples, print the schema of a rule file."""
from __future__ import annotations

from functools import partial

import click

from factcheck.cli import output

PATHS = click.argument("paths", nargs=-1, metavar="[FILE_OR_FOLDER]...")
NO_DEFAULT = click.option("--no-default-rules", is_flag=True, help="Leave the general packs out.")


@click.group("rules", short_help="List rules, test their examples, print their schema.")
def command() -> None:
    """List rules, test their examples, print their schema. Without paths, the general packs."""


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


def _refused(error: Exception) -> int:
    """Rule files that cannot be used → a line for each fault, and status 2."""
    for line in str(error).splitlines():
        output.say(line)
    return 2
