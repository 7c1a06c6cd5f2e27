"""`factcheck suppress`: a finding and why it is accepted, or which side of it stands → a block in the file of suppressions."""
from __future__ import annotations

import datetime
from typing import Any

import click

from factcheck.cli import configured, options, output, target
from factcheck.cli.clock import today
from factcheck.gate.fails import NAME
from factcheck.gate.seen import name
from factcheck.model import Verdict


@click.command("suppress", short_help="Accept a finding for a reason, or decide which side stands.")
@click.argument("fingerprint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--reason", metavar="TEXT", help="Why; nothing is suppressed without.")
@click.option("--until", type=options.Day(), metavar="DATE", help="The last day it counts.")
@click.option("--by", metavar="NAME", help="Whose word it is.")
@click.option("--stands", metavar="DOCUMENT", help="Decide instead: this article's side stands. Needs --by.")
@click.option("--suppressions", "file", default=NAME, show_default=True, metavar="FILE", help="Where to write it.")
@click.option("--against", metavar="STORE", help="A store that `ingest` made: look among what it holds, too.")
@click.option("--today", "now", type=options.Day(), metavar="DATE", help="The day it is. [default: SOURCE_DATE_EPOCH, else today]")
@options.reading
@options.limits
@options.rules
@configured.settings
def command(fingerprint: str, reason: str | None, until: datetime.date | None, by: str | None, stands: str | None, file: str,
            against: str | None, now: datetime.date | None, rules: tuple[str, ...], no_default_rules: bool, **inputs: Any) -> int:
    """Accept a finding: it is shown no more and does not fail a run, until its facts change or its day has passed.

    FINGERPRINT stands below each finding as its id. With PATH..., the articles that it is about, the finding is looked up: the block gets
    both sentences as a comment, and the names of the articles. --stands writes a decision, which every later report shows.
    """
    from factcheck.gate.words import Said, added
    from factcheck.rulebook.errors import FileError
    if not (reason or "").strip():
        raise click.UsageError("no reason given, expected --reason TEXT: why this finding is accepted")
    if until is not None and today(until) < today(now):
        raise click.UsageError(f"--until: {today(until)} has passed, expected a day from {today(now)} on")
    found = None
    if inputs["paths"] or inputs["file_list"]:
        found = _finding(fingerprint, inputs, against, rules, not no_default_rules)
        if found is None or not _has_part(stands, found):
            return 2
        fingerprint = found.fingerprint
    values = {"fingerprint": fingerprint, "reason": " ".join((reason or "").split()), "until": str(today(until)) if until else None,
              "by": by, "stands": stands, **_about(stands, found)}
    try:
        text = added(file, _said(Said, values), _message(found))
    except FileError as error:
        output.refused(error)
        return 2
    if not target.write(file, lambda out: out.write(text)):
        return 2
    output.say(f"{file}: {fingerprint} {'decided' if stands else 'suppressed'}")
    return 0


def _said(model: Any, values: dict[str, Any]) -> Any:
    """The values as a block; raises UsageError with the first fault."""
    from pydantic import ValidationError
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise click.UsageError(": ".join((*map(str, first["loc"]), str(first.get("ctx", {}).get("error", first["msg"]))))) from None


def _finding(fingerprint: str, inputs: dict[str, Any], against: str | None, rules: tuple[str, ...], default: bool) -> Verdict | None:
    """The finding of this fingerprint, or of one that begins like it; None, and a sentence, when there is not one."""
    from factcheck.cli.check import checked, held, usable
    chosen, broken = usable(rules, default)
    documents = options.Inputs(**inputs).readings()
    report = checked(documents, chosen) if against is None else held(documents, chosen, against)
    if report is None:
        return None
    output.name(report.skipped)
    if broken or report.skipped:
        return None
    alike = {verdict.fingerprint: verdict for verdict in report.verdicts if verdict.fingerprint.startswith(fingerprint)}
    alike = {fingerprint: alike[fingerprint]} if fingerprint in alike else alike
    found = [verdict for verdict in alike.values() if verdict.outcome in ("conflict", "superseded")]
    if len(found) == 1:
        return found[0]
    if alike and not found:
        now = next(iter(alike.values())).outcome
        output.say(f"{fingerprint}: its sides are {now}; expected a finding")
    else:
        what = f"{len(found)} findings begin so" if found else "no finding with this fingerprint"
        output.say(f"{fingerprint}: {what}, expected one that `check` prints for the same articles and --rules")
    return None


def _has_part(stands: str | None, found: Verdict) -> bool:
    """Whether the document that stands is one of the finding; says so when not."""
    if stands is None or name(stands) in _documents(found):
        return True
    output.say(f"--stands: {stands} has no part in {found.fingerprint}, expected one of {', '.join(_documents(found))}")
    return False


def _documents(found: Verdict | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name(claim.mention.document) for claim in found.claims)) if found else ()


def _about(stands: str | None, found: Verdict | None) -> dict[str, Any]:
    """The rule and the sides of a finding, that of the document that stands by its own sentence."""
    from factcheck.gate.mark import sides_of
    if found is None:
        return {}
    sides = [side.model_dump() for side in sides_of(found)]
    own = next((claim for claim in found.claims if stands is not None and name(claim.mention.document) == name(stands)), None)
    for at, side in enumerate(found.sides):
        if own is not None and any(found.claims[index] == own for index in side):
            sides[at] = {"document": name(own.mention.document), "quote": " ".join(own.quote.split())}
    return {"rule": found.rule, "sides": sides}


def _message(found: Verdict | None) -> str:
    from factcheck.report.words import clean
    return clean(found.message) if found else ""
