"""What `explain` prints: a verdict with its whole trail, two places with what was or was not said about them, or a rule in words."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console
from rich.text import Text

from factcheck.checks.explain import explain_rule
from factcheck.model import Rule, Verdict
from factcheck.report import finding, steps
from factcheck.report.shapes import Paper
from factcheck.report.terminal import console, line, put
from factcheck.report.why import Pair
from factcheck.report.words import clean

FOLDED = 8


def verdict(found: Verdict, paper: Paper) -> None:
    """A verdict in full, every claim of it, and each step from the words to the outcome."""
    out = console(paper)
    for row in finding.shown(found, replace(paper, verbose=True)):
        out.print(row)
    out.print()
    _trail(found, out)


def places(found: Sequence[Pair], paper: Paper) -> None:
    """Every pair of claims of two places: the verdict between them, or why there is none."""
    out = console(paper)
    shown = found if paper.verbose else found[:FOLDED]
    for pair in shown:
        for each in pair.verdicts:
            for row in finding.shown(each, paper):
                out.print(row)
            out.print()
            _trail(each, out)
        if not pair.verdicts:
            _silence(pair, out)
        out.print()
    if len(found) > len(shown):
        out.print(line((f"… and {len(found) - len(shown)} more pairs, with --verbose", "faint")))


def rule(found: Rule, paper: Paper) -> None:
    """A rule in words: why, how it compares, what it is about, and its file."""
    out = console(paper)
    for text in [*explain_rule(found), *([f"  file: {found.path}"] if found.path else [])]:
        put(out, _indented(text), 4)


def _trail(found: Verdict, out: Console) -> None:
    out.print(line("from the words to the verdict", indent=2))
    for row in steps.shown(found.trail, out.width):
        out.print(row)


def _silence(pair: Pair, out: Console) -> None:
    for claim in (pair.left, pair.right):
        for row in finding.claim(claim, out.width):
            out.print(row)
    for text in pair.because:
        put(out, _indented(f"    {text}"), 8)


def _indented(text: str) -> Text:
    """A line that may hold words of an article, with the spaces it begins with."""
    return Text(" " * (len(text) - len(text.lstrip(" "))) + clean(text))
