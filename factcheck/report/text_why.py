"""What `explain` prints: a verdict with its whole trail, two places with what was or was not said about them, or a rule in words."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from rich.text import Text

from factcheck.model import Rule, Verdict
from factcheck.report import finding, steps
from factcheck.report.shapes import Paper
from factcheck.report.terminal import console, hanging, line
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
    out.print(line((found.id, "head"), (f"  {found.kind}, severity {found.severity}, within one {found.scope}", "faint")))
    parts = list(_parts(found))
    longest = max(len(name) for name, _ in parts)
    for name, text in parts:
        for row in hanging(name.ljust(longest), clean(text), out.width):
            out.print(row)


def _parts(found: Rule) -> Iterator[tuple[str, str]]:
    """The parts of a rule that say something."""
    yield "why", found.why or "(the file does not say)"
    for name, selector in (("about", found.about), ("not", found.exclude)):
        for each in fields(selector) if selector is not None else ():
            if words := getattr(selector, each.name):
                yield f"{name} {each.name.replace('_', ' ')}", ", ".join(sorted(words))
    if found.tolerance is not None:
        yield "tolerance", str(found.tolerance)
    if found.tolerance_relative is not None:
        yield "tolerance", f"{found.tolerance_relative} of the value"
    if found.per:
        yield "per", found.per
    yield from ((name.replace("_", " "), steps.value(content)) for name, content in sorted(found.options.items()) if content is not None)
    yield from ((name, text) for name, text in (("link", found.link), ("file", found.path)) if text)


def _indented(text: str) -> Text:
    """A line that may hold words of an article, with the spaces it begins with."""
    return Text(" " * (len(text) - len(text.lstrip(" "))) + clean(text))
