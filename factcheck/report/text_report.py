"""The consistency report in the terminal.

Each story has a headline; what cannot both be true is shown in full, with the quotes and carets under their words; what was replaced by
later figures or can both be true is one row a verdict, folded past a few, and what agrees is a count, unless `--verbose`. The report never
says who is right.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model import Claim, Report, Verdict
from factcheck.report import finding, text_known
from factcheck.report.chains import Fact, by_value, chains, first_day, sides_of, sources
from factcheck.report.finding import SIGNS
from factcheck.report.ink import Line, line
from factcheck.report.shapes import Paper
from factcheck.report.summary import Story, counts, stories
from factcheck.report.terminal import put
from factcheck.report.text_known import tally
from factcheck.report.words import clean, count, day, of_skipped, phrase

FOLDED = 6
"""Rows of each kind that are shown without --verbose; the rest is a count."""

REST = (("known", "known"), ("superseded", "superseded"), ("compatible", "compatible"), ("agree", "agreed"))


@dataclass(frozen=True, slots=True)
class Row:
    """Facts that stand on one line, what stands between them, and whether their days and the rule that spoke are of interest."""

    facts: Sequence[Fact]
    joint: str
    dated: bool = False
    rule: str = ""


def verdicts(report: Report, paper: Paper) -> None:
    """A report → lines on the paper, ending with the summary and with what was skipped; nothing when no document could be read."""
    if not report.documents:
        return
    for story in stories(report):
        if story.findings or story.name:
            _story(story, report, paper)
    for row in text_known.fixed(report, paper):
        put(paper, row, 2)
    _skipped(report, paper)
    _summary(report, paper)


def _story(story: Story, report: Report, paper: Paper) -> None:
    known = [found for found in story.with_outcome("conflict") if text_known.is_known(found, report)]
    _headline(story, report, paper)
    for conflict in sorted(story.with_outcome("conflict"), key=lambda found: found.verdict.disputed):
        if conflict not in known or paper.verbose:
            for row in finding.shown(conflict.verdict, paper, conflict.others, text_known.said(report.standing(conflict.verdict))):
                put(paper, row, 4)
            put(paper)
    for row in text_known.folded(known, report, paper):
        put(paper, row, 4)
    for outcome, title, rows in SECTIONS:
        found = [each.verdict for each in story.with_outcome(outcome)]
        if found and (outcome != "agree" or paper.verbose):
            _section(f"{SIGNS[outcome]} {title}", outcome, rows(found), paper)
        elif found:
            put(paper, line((f"{SIGNS[outcome]} {len(found):,} agreed", outcome), (", shown with --verbose", "faint"), indent=2))
            put(paper)


def _headline(story: Story, report: Report, paper: Paper) -> None:
    """The name of the story, and its numbers."""
    name = clean(story.name) or "The articles given"
    put(paper, line((f"━━ {name} ", "head"), ("━" * max(0, paper.width - len(name) - 4), "faint")))
    numbers = tally(story.findings, report)
    put(paper, line(f"   {count(len(story.documents), 'source')}, {count(story.facts, 'fact')}"))
    parts: list[str | tuple[str, str]] = []
    for text, style in ((count(numbers["conflict"], "conflict"), "conflict"), (count(numbers["dispute"], "dispute"), "disputed"),
                        (f"{numbers['known']} known", "faint"), (f"{numbers['superseded']} superseded", "superseded"),
                        (f"{numbers['compatible']} compatible", "compatible"), (f"{numbers['agree']} agreed", "agree")):
        if not text.startswith("0 "):
            parts += [" · " if parts else "   ", (text, style)]
    put(paper, line(*parts or ["   nothing to compare"]), 3)
    put(paper)


def _replaced(found: Sequence[Verdict]) -> list[Row]:
    """Figures that later ones replaced: a row each, as they grew."""
    return [Row(facts, "→", dated=True) for facts in chains(found)]


def _compatible(found: Sequence[Verdict]) -> list[Row]:
    """Facts that can both be true: a row each pair."""
    return [Row(sides_of(verdict), "·") for verdict in found]


def _agreed(found: Sequence[Verdict]) -> list[Row]:
    """Facts that several sources state, or that a reference confirms: those with most sources first."""
    return [Row(by_value(verdict), "=", rule="" if len(sources(verdict)) > 1 else verdict.rule)
            for verdict in sorted(found, key=lambda verdict: -len(sources(verdict)))]


SECTIONS = (("superseded", "Later figures replaced earlier ones", _replaced), ("compatible", "Both can be true", _compatible),
            ("agree", "Agreed", _agreed))


def _section(title: str, style: str, rows: Sequence[Row], paper: Paper) -> None:
    """A title and its rows: the first few, or all of them with every source's quote."""
    put(paper, line((title, style), indent=2))
    for row in rows if paper.verbose else rows[:FOLDED]:
        for at, each in enumerate(_words(row).wrapped(paper.width - 6)):
            put(paper, line(each, indent=6 if at else 4))
        if paper.verbose:
            for each in finding.evidence(row.facts, replace(paper, width=paper.width - 4)):
                put(paper, line(each, indent=4 if each.text else 0), 8)
    if len(rows) > FOLDED and not paper.verbose:
        put(paper, line((f"… and {len(rows) - FOLDED} more, with --verbose", "faint"), indent=4))
    if not paper.verbose:
        put(paper)


def _words(row: Row) -> Line:
    """"four people (Morning Post, 3 May 2024) → 11 people (Northern Wire, 6 May 2024)"."""
    text: list[str | tuple[str, str]] = []
    for number, claims in enumerate(row.facts):
        if number:
            text.append((f" {row.joint} ", "faint"))
        details = filter(None, (_sources(claims), day(first_day(claims)) if row.dated else "", row.rule))
        text += [phrase(claims[0]), (f" ({', '.join(details)})", "faint")]
    return line(*text)


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
    found = tally([each for story in stories(report) for each in story.findings], report)
    parts: list[str | tuple[str, str]] = [(count(found["conflict"], "conflict"), "conflict" if found["conflict"] else "agree")]
    if found["dispute"]:
        parts += [", ", (count(found["dispute"], "dispute"), "disputed")]
    parts += [f", {found[outcome]} {word}" for outcome, word in REST if found[outcome]]
    parts.append(f" in {count(numbers['documents'], 'document')} of {count(numbers['stories'], 'story')}")
    if report.skipped:
        parts += [", ", (f"{len(report.skipped)} skipped", "skipped")]
    put(paper, line(*parts))
    if report.verdicts:
        put(paper, line(("factcheck explain ID PATH... shows the way to a verdict", "faint")))
