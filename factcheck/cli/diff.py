"""`factcheck diff`: two versions of an article → what changed in its facts."""
from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options, output

if TYPE_CHECKING:
    from factcheck.checks.versions import Change
    from factcheck.model import Claim

SIGNS = {"new": "+", "gone": "-", "changed": "~", "hardened": "^", "softened": "v"}


@click.command("diff", short_help="Show what changed in the facts of an article.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@options.reading
@options.limits
@click.option("--format", "format", type=click.Choice(("text", "json", "jsonl")), default="text", show_default=True,
              help="How to print it.")
def command(old: str, new: str, format: str, **inputs: Any) -> int:
    """Show what changed in the facts between two versions of an article: figures new (+), gone (-) or changed (~), hedges that hardened
    (^) or softened (v). A change is no fault: the exit status is 0."""
    from factcheck.checks.versions import changes, counts
    inputs.pop("file_list", None)
    versions = [_claims(path, inputs) for path in (old, new)]
    if versions[0] is None or versions[1] is None:
        return 2
    found = changes(versions[0], versions[1])
    if format == "text":
        numbers = counts(found)
        said = ", ".join(f"{numbers[what]} {what}" for what in SIGNS if what in numbers)
        output.data("\n".join((*map(_line, found), said or "the same facts")))
    elif format == "jsonl":
        for change in found:
            output.data(json.dumps(_record(change), ensure_ascii=False))
    else:
        whole = {"version": "1", "changes": list(map(_record, found)), "summary": counts(found)}
        output.data(json.dumps(whole, ensure_ascii=False, indent=1))
    return 0


def _claims(path: str, inputs: dict[str, Any]) -> list[Claim] | None:
    """The claims of the one article that a path names; None, and a sentence, when there is not one."""
    from factcheck.model import Skipped
    from factcheck.report.words import of_skipped
    items = list(options.Inputs((path,), **inputs).readings())
    skipped = [item for item in items if isinstance(item, Skipped)]
    for item in skipped:
        output.say(of_skipped(item))
    usable = [list(item.claims or ()) for item in items if not isinstance(item, Skipped)]
    if len(usable) != 1 and not skipped:
        output.say(f"{path}: {len(usable)} articles, expected one")
    return usable[0] if len(usable) == 1 and not skipped else None


def _line(change: Change) -> str:
    from factcheck.report.words import clean
    old, new = (None if claim is None else f"line {claim.line}: {_said(claim)}" for claim in (change.old, change.new))
    return f"{SIGNS[change.what]} " + clean(f"{change.what} " + " → ".join(filter(None, (old, new))))


def _said(claim: Claim) -> str:
    """The number in its sentence, in brackets."""
    start, end = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start
    quote = f"{claim.quote[:start]}[{claim.quote[start:end]}]{claim.quote[end:]}"
    return " ".join(quote.split())


def _record(change: Change) -> dict[str, Any]:
    from factcheck.report.records import claim
    return {"change": change.what, "old": change.old and claim(change.old), "new": change.new and claim(change.new)}
