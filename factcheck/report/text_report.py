"""The consistency report in the terminal.

Each story has a headline; what cannot both be true is shown in full, with the quotes and carets under their words; what was replaced by
later figures, can both be true or agrees is one row a verdict, folded past a few unless `--verbose`. The report never says who is right.
"""
from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Claim, Report, Verdict
from factcheck.report import finding
from factcheck.report.finding import SIGNS
from factcheck.report.ink import Line, line
from factcheck.report.shapes import Paper
from factcheck.report.summary import Finding, Story, counts, stories
from factcheck.report.terminal import put
from factcheck.report.words import clean, count, day, of_skipped, phrase

FOLDED = 6
"""Rows of each kind that are shown without --verbose; the rest is a count."""

SECTIONS = (
    ("superseded", "Later figures replaced earlier ones", "→"),
    ("compatible", "Both can be true", "·"),
    ("agree", "Agreed", "="),
)
REST = (("superseded", "superseded"), ("compatible", "compatible"), ("agree", "agreed"))


def verdicts(report: Report, paper: Paper) -> None:
    """A report → lines on the paper, ending with the summary and with what was skipped; nothing when no document could be read."""
    if not report.documents:
        return
    for story in stories(report):
        if story.findings or story.name:
            _story(story, paper)
    _skipped(report, paper)
    _summary(report, paper)


def _story(story: Story, paper: Paper) -> None:
    _headline(story, paper)
    for conflict in sorted(story.with_outcome("conflict"), key=lambda found: found.verdict.disputed):
        for row in finding.shown(conflict.verdict, paper, conflict.others):
            put(paper, row, 4)
        put(paper)
    for outcome, title, joint in SECTIONS:
        if found := story.with_outcome(outcome):
            _section(found, title, joint, paper)


def _headline(story: Story, paper: Paper) -> None:
    """The name of the story, and its numbers."""
    name = clean(story.name) or "The articles given"
    put(paper, line((f"━━ {name} ", "head"), ("━" * max(0, paper.width - len(name) - 4), "faint")))
    disputes = sum(found.verdict.disputed for found in story.findings)
    numbers = {outcome: len(story.with_outcome(outcome)) for outcome in SIGNS}
    parts: list[str | tuple[str, str]] = [f"   {count(len(story.documents), 'source')}, {count(story.facts, 'fact')}"]
    for text, style in ((count(numbers["conflict"] - disputes, "conflict"), "conflict"), (count(disputes, "dispute"), "disputed"),
                        (f"{numbers['superseded']} superseded", "superseded"), (f"{numbers['compatible']} compatible", "compatible"),
                        (f"{numbers['agree']} agreed", "agree")):
        if not text.startswith("0 "):
            parts += [" · ", (text, style)]
    put(paper, line(*parts) if story.findings else line(*parts, " · nothing to compare"), 3)
    put(paper)


def _section(found: Sequence[Finding], title: str, joint: str, paper: Paper) -> None:
    """The findings of one outcome, a row each."""
    outcome = found[0].verdict.outcome
    shown = found if paper.verbose else found[:FOLDED]
    put(paper, line((f"{SIGNS[outcome]} {title}", outcome), indent=2))
    for each in shown:
        for row in _row(each.verdict, joint, paper.width):
            put(paper, row)
        if paper.verbose:
            for row in finding.evidence(each.verdict, replace(paper, width=paper.width - 2), spaced=False):
                put(paper, line("  ", row), 6)
    if len(found) > len(shown):
        put(paper, line((f"… and {len(found) - len(shown)} more, with --verbose", "faint"), indent=4))
    put(paper)


def _row(verdict: Verdict, joint: str, width: int) -> list[Line]:
    """"four people (Morning Post, 3 May 2024) → 11 people (Northern Wire, 6 May 2024)"."""
    text: list[str | tuple[str, str]] = []
    sides = [[verdict.claims[index] for index in side] for side in verdict.sides]
    later = verdict.outcome == "superseded"
    for number, claims in enumerate(sorted(sides, key=_published) if later else sides):
        if number:
            text.append((f" {joint} ", "faint"))
        dated = f", {day(min(known))}" if later and (known := _days(claims)) else ""
        text += [phrase(claims[0]), (f" ({_sources(claims)}{dated})", "faint")]
    return [line(" " * (4 if at == 0 else 6), row) for at, row in enumerate(line(*text).wrapped(width - 6))]


def _published(claims: Sequence[Claim]) -> str:
    """When a fact was first printed, for putting the older one first."""
    return min((each.isoformat() for each in _days(claims)), default="")


def _days(claims: Sequence[Claim]) -> list[datetime.date]:
    """The days on which a fact was printed; a time of day is left out."""
    moments = [claim.published for claim in claims if claim.published is not None]
    return [moment.date() if isinstance(moment, datetime.datetime) else moment for moment in moments]


def _sources(claims: Sequence[Claim]) -> str:
    """Who states a fact: up to three names, then a number."""
    names = list(dict.fromkeys(clean(claim.publisher or claim.mention.document) for claim in claims))
    return ", ".join(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"


def _skipped(report: Report, paper: Paper) -> None:
    if report.skipped:
        put(paper, line((f"Not used: {count(len(report.skipped), 'input')}", "skipped")))
        for item in report.skipped:
            put(paper, line(of_skipped(item), indent=2), 4)
        put(paper)


def _summary(report: Report, paper: Paper) -> None:
    """The last line: the whole run in numbers."""
    numbers = counts(report)
    found = [each.verdict for story in stories(report) for each in story.findings]
    disputes = sum(verdict.disputed for verdict in found)
    conflicts = sum(verdict.outcome == "conflict" for verdict in found) - disputes
    parts: list[str | tuple[str, str]] = [(count(conflicts, "conflict"), "conflict" if conflicts else "agree")]
    if disputes:
        parts += [", ", (count(disputes, "dispute"), "disputed")]
    parts += [f", {number} {word}" for outcome, word in REST if (number := sum(verdict.outcome == outcome for verdict in found))]
    parts.append(f" in {count(numbers['documents'], 'document')} of {count(numbers['stories'], 'story')}")
    if report.skipped:
        parts += [", ", (f"{len(report.skipped)} skipped", "skipped")]
    put(paper, line(*parts))
    if report.verdicts:
        put(paper, line(("factcheck explain ID PATH... shows the way to a verdict", "faint")))
