"""What `explain` prints: a verdict with its whole trail, two places with what was or was not said about them, or a rule in words."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from factcheck.checks.consensus import Consensus, Way
from factcheck.checks.reconcile import reconciled
from factcheck.model import Rule, Verdict
from factcheck.report import finding, steps
from factcheck.report.ink import Line, line
from factcheck.report.shapes import Paper
from factcheck.report.terminal import hanging, put
from factcheck.report.why import Pair
from factcheck.report.words import clean, with_unit

FOLDED = 8


def verdict(found: Verdict, paper: Paper) -> None:
    """A verdict in full, every claim of it, and each step from the words to the outcome."""
    for row in finding.shown(found, replace(paper, verbose=True)):
        put(paper, row)
    put(paper)
    _trail(found, paper)
    if found.outcome == "conflict" and len(found.sides) == 2 and found.kind in ("agreement", "alignment"):
        one, other = (found.claims[side[0]] for side in found.sides)
        if way_out := reconciled(one, other):
            put(paper, Line(f"  {clean(way_out)}"))


def agreed(found: Consensus, paper: Paper) -> None:
    """What all statements about the thing of a verdict allow, or the fewest to leave out for that, and how many origins they have."""
    count = f"{found.statements} statements in {found.origins} different text{'s' if found.origins != 1 else ''}"
    put(paper, line("what the statements can agree on", indent=2))
    if found.fitting == found.statements:
        put(paper, Line(f"    all {count} allow {_allowed(found, found.ways[0])}"))
    elif found.fitting == 1:
        put(paper, Line(f"    no two of the {count} fit together"))
    else:
        put(paper, Line(f"    nothing is allowed by all {count}; at most {found.fitting} fit together:"))
        for way in found.ways[:FOLDED]:
            left = ", ".join(f"{clean(claim.mention.document)}:{claim.line} “{clean(claim.mention.text)}”"
                             for claim in way.left_out[:FOLDED])
            put(paper, Line(f"    {_allowed(found, way)} without {left}"))


def _allowed(found: Consensus, way: Way) -> str:
    return with_unit(steps.value(way.allows.json()), found.unit)


def choice(left: int, right: int, pairs: int, paper: Paper) -> None:
    """That two places hold several numbers, and how to pick one pair."""
    put(paper, line((f"{left} and {right} numbers or dates there, {pairs} pairs: those with a verdict first; FILE:LINE:COLUMN picks one",
                     "faint")))


def places(found: Sequence[Pair], paper: Paper) -> None:
    """Every pair of claims of two places: the verdict between them, or why there is none."""
    alike = [pair for pair in found if pair.verdicts or pair.left.mention.kind == pair.right.mention.kind]
    shown = found if paper.verbose else (alike or found)[:FOLDED]
    for pair in shown:
        for each in pair.verdicts:
            for row in finding.shown(each, paper):
                put(paper, row)
            put(paper)
            _trail(each, paper)
        if not pair.verdicts:
            _silence(pair, paper)
        put(paper)
    if len(found) > len(shown):
        more = len(found) - len(shown)
        what = "of different kinds, which are never compared" if len(shown) == len(alike) else "more"
        put(paper, line((f"… and {more} {'pair' if more == 1 else 'pairs'} {what}, with --verbose", "faint")))


def rule(found: Rule, paper: Paper) -> None:
    """A rule in words: why, how it compares, what it is about, and its file."""
    put(paper, line((found.id, "head"), (f"  {found.kind}, severity {found.severity}, within one {found.scope}", "faint")))
    parts = list(_parts(found))
    longest = max(len(name) for name, _ in parts)
    for name, text in parts:
        for row in hanging(name.ljust(longest), clean(text), paper.width):
            put(paper, row)


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


def _trail(found: Verdict, paper: Paper) -> None:
    put(paper, line("from the words to the verdict", indent=2))
    for row in steps.shown(found.trail, paper.width):
        put(paper, row)


def _silence(pair: Pair, paper: Paper) -> None:
    for claim in (pair.left, pair.right):
        for row in finding.claim(claim, paper.width):
            put(paper, row)
    for text in pair.because:
        put(paper, _indented(f"    {text}"), 8)


def _indented(text: str) -> Line:
    """A line that may hold words of an article, with the spaces it begins with."""
    return Line(" " * (len(text) - len(text.lstrip(" "))) + clean(text))
