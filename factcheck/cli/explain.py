"""`factcheck explain`: the way to a verdict, why two places have none, or what a rule says."""
from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Any

import click

from factcheck.cli import configured, options, output
from factcheck.cli.check import usable
from factcheck.model import Claim, Report, Rule

FINGERPRINT = re.compile(r"f\d+:")
PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")


@click.command("explain", short_help="Show the way to a verdict, why two places have none, or what a rule says.")
@click.argument("what", nargs=-1, required=True, metavar="FINGERPRINT PATH... | FILE:LINE FILE:LINE [PATH...] | RULE")
@options.reading
@options.limits
@options.rules
@configured.settings
@options.looks
def command(what: tuple[str, ...], rules: tuple[str, ...], no_default_rules: bool, color: str, verbose: bool, **inputs: Any) -> int:
    """Show the way from the words to a verdict, each step with its text; for two places why they were, or were not, compared; for a
    rule what it looks for.

    A place is FILE:LINE or FILE:LINE:COLUMN, as reports print it; PATH... names the articles when FILE is the id of a document. A line
    of a JSON lines file is the article on it. Where a line has several numbers every pair is shown, those with a verdict first.
    """
    from factcheck.groups import ALIGNMENT
    chosen, broken = usable(rules, not no_default_rules)
    paper = output.paper(color, verbose, (*chosen, ALIGNMENT))
    first, second = (*map(PLACE.fullmatch, what[:2]), None, None)[:2]
    try:
        if FINGERPRINT.match(what[0]):
            done = _verdict(what[0], _report(what[1:], chosen, inputs), paper)
        elif first and second:
            paths = what[2:] or dict.fromkeys((first["file"], second["file"]))
            done = _places((first, second), _report(tuple(paths), chosen, inputs), chosen, paper)
        elif len(what) == 1:
            done = _rule(what[0], chosen, paper)
        else:
            raise click.UsageError("expected FINGERPRINT PATH..., FILE:LINE FILE:LINE, or one RULE")
    except BrokenPipeError:
        output.silence()
        done = True
    return 2 if broken or not done else 0


def _report(paths: tuple[str, ...], rules: Sequence[Rule], inputs: dict[str, Any]) -> Report:
    from factcheck.pipeline import check
    report = check(options.Inputs(paths, **inputs).readings(), rules, default=False)
    output.name(report.skipped)
    return report


def _verdict(fingerprint: str, report: Report, paper: Any) -> bool:
    from factcheck.checks.consensus import every
    from factcheck.report import text_why
    found = [verdict for verdict in report.verdicts if verdict.fingerprint.startswith(fingerprint)]
    for verdict in found:
        text_why.verdict(verdict, paper)
        for thing in every(each for each in report.verdicts if each.story == verdict.story):
            if verdict in thing.about:
                text_why.agreed(thing, paper)
    if not found:
        output.say(f"{fingerprint}: no verdict with this fingerprint, expected one that `check` prints for the same articles and --rules")
    return bool(found)


def _places(places: tuple[re.Match[str], re.Match[str]], report: Report, rules: Sequence[Rule], paper: Any) -> bool:
    from factcheck.report import text_why, why
    left, right = (_claims(place, report) for place in places)
    if not left or not right:
        return False
    found = why.pairs(left, right, report.verdicts, rules)
    if len(found) > 1:
        text_why.choice(len(left), len(right), len(found), paper)
    text_why.places(found, paper)
    return True


def _claims(place: re.Match[str], report: Report) -> list[Claim]:
    """The claims on a line (at a column, when it is given); says on standard error when there is none."""
    documents = {document.id for document in report.documents}
    same = [id for id in documents if id == place["file"] or os.path.normpath(id) == os.path.normpath(place["file"])]
    if not same and (record := _record(place["file"], int(place["line"]))) in documents:
        return [claim for claim in report.claims if claim.mention.document == record]
    if not same:
        output.say(f"{place[0]}: no such document, expected one of {', '.join(sorted(documents)[:9]) or 'those that can be read'}")
        return []
    here = [claim for claim in report.claims if claim.mention.document in same]
    found = [claim for claim in here if claim.line == int(place["line"])
             and (place["column"] is None or claim.column <= int(place["column"]) < claim.column + len(claim.mention.text))]
    if not found:
        output.say(f"{place[0]}: no number or date there, expected one of the {_places_of(here, int(place['line']))}")
    return found


def _places_of(claims: Sequence[Claim], line: int) -> str:
    """The columns of a line that hold a claim; where it holds none, the lines of the text that do."""
    columns = sorted({claim.column for claim in claims if claim.line == line})
    lines = sorted({claim.line for claim in claims})
    return f"columns {', '.join(map(str, columns))}" if columns else f"lines {', '.join(map(str, lines)) or '(this text has none)'}"


def _record(path: str, line: int) -> str | None:
    """The id of the document on a line of a JSON lines file, which is what a line of such a file is; None where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            text = next(islice(file, line - 1, None), "")
        record = json.loads(text) if path.endswith((".jsonl", ".ndjson")) else None
    except (OSError, ValueError):
        return None
    return str(record["id"]) if isinstance(record, dict) and "id" in record else None


def _rule(name: str, rules: Sequence[Rule], paper: Any) -> bool:
    from factcheck.groups import ALIGNMENT
    from factcheck.report import text_why
    by_id = {rule.id: rule for rule in (*rules, ALIGNMENT)}
    if name not in by_id:
        near = get_close_matches(name, by_id, 1, 0.4)
        output.say(f"{name}: no such rule, " + (f"did you mean {near[0]}?" if near else "expected one that `factcheck rules list` names"))
        return False
    text_why.rule(by_id[name], paper)
    return True
