"""The consistency report in the terminal.

Each story has a headline; what cannot both be true is shown in full, with the quotes and carets under their words; what was replaced by
later figures, can both be true or agrees is one row a verdict, folded past a few unless `--verbose`. The report never says who is right.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console
from rich.text import Text

from factcheck.model import Claim, Report, Verdict
from factcheck.report import finding
from factcheck.report.shapes import Paper
from factcheck.report.summary import Story, counts, stories
from factcheck.report.terminal import console, line, put, wrapped
from factcheck.report.words import clean, count, of_skipped, span_of_words

FOLDED = 6
"""Rows of each kind that are shown without --verbose; the rest is a count."""

SECTIONS = (
    ("superseded", "Later figures replaced earlier ones", "→"),
    ("compatible", "Both can be true", "·"),
    ("agree", "Agreed", "="),
)
REST = (("superseded", "superseded"), ("compatible", "compatible"), ("agree", "agreed"))
SIGNS = {"conflict": "✗", "superseded": "↻", "compatible": "≈", "agree": "✓"}


def verdicts(report: Report, paper: Paper) -> None:
    """A report → lines on the paper, ending with the summary and with what was skipped; nothing when no document could be read."""
    if not report.documents:
        return
    out = console(paper)
    for story in stories(report):
        if story.verdicts or story.name:
            _story(story, out, paper)
    _skipped(report, out)
    _summary(report, out)


def _story(story: Story, out: Console, paper: Paper) -> None:
    _headline(story, out)
    conflicts = story.with_outcome("conflict")
    for verdict in sorted(conflicts, key=lambda v: v.disputed):
        for row in finding.shown(verdict, paper):
            put(out, row, 4)
        out.print()
    for outcome, title, joint in SECTIONS:
        if found := story.with_outcome(outcome):
            _section(found, title, joint, out, paper)


def _headline(story: Story, out: Console) -> None:
    """The name of the story, and its numbers."""
    name = clean(story.name) or "The articles given"
    out.print(line((f"━━ {name} ", "head"), ("━" * max(0, out.width - len(name) - 4), "faint")))
    disputes = sum(verdict.disputed for verdict in story.verdicts)
    numbers = {outcome: len(story.with_outcome(outcome)) for outcome in SIGNS}
    parts: list[str | tuple[str, str]] = [f"   {count(len(story.documents), 'source')}, {count(story.facts, 'fact')}"]
    for text, style in ((count(numbers["conflict"] - disputes, "conflict"), "conflict"), (count(disputes, "dispute"), "disputed"),
                        (f"{numbers['superseded']} superseded", "superseded"), (f"{numbers['compatible']} compatible", "compatible"),
                        (f"{numbers['agree']} agreed", "agree")):
        if not text.startswith("0 "):
            parts += [" · ", (text, style)]
    put(out, line(*parts) if story.verdicts else line(*parts, " · nothing to compare"), 3)
    out.print()


def _section(found: Sequence[Verdict], title: str, joint: str, out: Console, paper: Paper) -> None:
    """The verdicts of one outcome, a row each."""
    outcome = found[0].outcome
    shown = found if paper.verbose else found[:FOLDED]
    out.print(line((f"{SIGNS[outcome]} {title}", outcome), indent=2))
    for verdict in shown:
        for row in _row(verdict, joint, out.width):
            put(out, row)
        if paper.verbose:
            for row in finding.evidence(verdict, replace(paper, width=paper.width - 2), spaced=False):
                put(out, Text.assemble("  ", row), 6)
    if len(found) > len(shown):
        out.print(line((f"… and {len(found) - len(shown)} more, with --verbose", "faint"), indent=4))
    out.print()


def _row(verdict: Verdict, joint: str, width: int) -> list[Text]:
    """"four people (Morning Post) → 11 people (Northern Wire, Courier)"."""
    text = Text()
    for number, side in enumerate(verdict.sides):
        claims = [verdict.claims[index] for index in side]
        if number:
            text.append(f" {joint} ", "faint")
        text.append(span_of_words(claims[0]))
        text.append(f" ({_sources(claims)})", "faint")
    return [Text.assemble(" " * (4 if at == 0 else 6), row) for at, row in enumerate(wrapped(text, width - 6))]


def _sources(claims: Sequence[Claim]) -> str:
    """Who states a fact: up to three names, then a number."""
    names = list(dict.fromkeys(clean(claim.publisher or claim.mention.document) for claim in claims))
    return ", ".join(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"


def _skipped(report: Report, out: Console) -> None:
    if report.skipped:
        out.print(line((f"Not used: {count(len(report.skipped), 'input')}", "skipped")))
        for item in report.skipped:
            put(out, line(of_skipped(item), indent=2), 4)
        out.print()


def _summary(report: Report, out: Console) -> None:
    """The last line: the whole run in numbers."""
    numbers = counts(report)
    disputes = numbers["disputed"]
    conflicts = numbers["conflict"] - disputes
    parts: list[str | tuple[str, str]] = [(count(conflicts, "conflict"), "conflict" if conflicts else "agree")]
    if disputes:
        parts += [", ", (count(disputes, "dispute"), "disputed")]
    parts += [f", {numbers[outcome]} {word}" for outcome, word in REST if numbers[outcome]]
    parts.append(f" in {count(numbers['documents'], 'document')} of {count(numbers['stories'], 'story')}")
    if report.skipped:
        parts += [", ", (f"{len(report.skipped)} skipped", "skipped")]
    put(out, line(*parts))
    if report.verdicts:
        put(out, line(("factcheck explain ID PATH... shows the way to a verdict", "faint")))
