"""The consistency report in the terminal.

Each story has a headline; what cannot both be true is shown in full, with the quotes and carets under their words; what was replaced by
later figures, can both be true or agrees is one row a verdict, folded past a few unless `--verbose`. The report never says who is right.
"""
from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from factcheck.model import Claim, Report, Verdict
from factcheck.report import finding
from factcheck.report.shapes import Paper
from factcheck.report.summary import Story, counts, stories
from factcheck.report.terminal import console, line
from factcheck.report.words import clean, count, of_skipped, span_of_words

FOLDED = 6
"""Rows of each kind that are shown without --verbose; the rest is a count."""

SECTIONS = (
    ("superseded", "Later figures replaced earlier ones", "→"),
    ("compatible", "Both can be true", "·"),
    ("agree", "Agreed", "="),
)
SIGNS = {"conflict": "✗", "superseded": "↻", "compatible": "≈", "agree": "✓"}


def verdicts(report: Report, paper: Paper) -> None:
    """A report → lines on the paper, ending with the summary and with what was skipped."""
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
            out.print(row)
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
    out.print(line(*parts) if story.verdicts else line(*parts, " · nothing to compare"))
    out.print()


def _section(found: Sequence[Verdict], title: str, joint: str, out: Console, paper: Paper) -> None:
    """The verdicts of one outcome, a row each."""
    outcome = found[0].outcome
    shown = found if paper.verbose else found[:FOLDED]
    out.print(line((f"{SIGNS[outcome]} {title}", outcome), indent=2))
    for verdict in shown:
        for row in _row(verdict, joint, out.width):
            out.print(row)
        if paper.verbose:
            for row in finding.evidence(verdict, paper):
                out.print(row)
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
    rows = text.wrap(Console(width=80), max(20, width - 6))
    return [Text.assemble(" " * (4 if at == 0 else 6), row) for at, row in enumerate(rows)]


def _sources(claims: Sequence[Claim]) -> str:
    """Who states a fact: up to three names, then a number."""
    names = list(dict.fromkeys(clean(claim.publisher or claim.mention.document) for claim in claims))
    return ", ".join(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"


def _skipped(report: Report, out: Console) -> None:
    if report.skipped:
        out.print(line((f"Not used: {count(len(report.skipped), 'input')}", "skipped")))
        for item in report.skipped:
            out.print(line(of_skipped(item), indent=2), soft_wrap=True)
        out.print()


def _summary(report: Report, out: Console) -> None:
    """The last line: the whole run in numbers."""
    numbers = counts(report)
    disputes = numbers["disputed"]
    conflicts = numbers["conflict"] - disputes
    parts: list[str | tuple[str, str]] = [(count(conflicts, "conflict"), "conflict" if conflicts else "agree")]
    if disputes:
        parts += [", ", (count(disputes, "dispute"), "disputed")]
    parts.append(f", {numbers['superseded']} superseded, {numbers['compatible']} compatible, {numbers['agree']} agreed"
                 f" in {count(numbers['documents'], 'document')} of {count(numbers['stories'], 'story')}")
    if report.skipped:
        parts += [", ", (f"{len(report.skipped)} skipped", "skipped")]
    out.print(line(*parts))
