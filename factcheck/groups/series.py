"""Verdicts between documents that no story joins in, those of two issues of a series out: a bank's daily report, a weekly statistic.

Two reports that differ in several figures and agree in fewer are two issues of one series, each true of its day; so are two sentences
that differ in several figures at once. What moves while an event goes on (a toll, an area that burns) is left alone. Gets wrong: an event
whose second report gives most of its sums and shares anew, where it is silent though something was replaced.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from factcheck.claims.same import aspects
from factcheck.model import Verdict

SEVERAL = 2             # figures that differ
EVENTFUL = ("length", "area", "speed", "temperature")
Pair = frozenset[str]


def without_series(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Verdicts → the same without conflicts and moves between two issues of a series."""
    differ, agree = Counter[Pair](), Counter[Pair]()
    for verdict in verdicts:
        if _differs(verdict):
            differ.update(_pairs(verdict))
        elif verdict.outcome == "agree":
            agree.update(_pairs(verdict))
    series = {pair for pair, number in differ.items() if number >= SEVERAL and agree[pair] < number}
    sentences = Counter(_sentences(verdict) for verdict in verdicts if _differs(verdict))
    return [verdict for verdict in verdicts if not (
        _differs(verdict) and _anew(verdict) and (_leads(verdict) in series or sentences[_sentences(verdict)] >= SEVERAL))]


def _differs(verdict: Verdict) -> bool:
    return verdict.outcome in ("conflict", "superseded")


def _pairs(verdict: Verdict) -> set[Pair]:
    """The pairs of documents that a verdict compares."""
    sides = [{verdict.claims[i].mention.document for i in side} for side in verdict.sides]
    return {frozenset((a, b)) for one, other in combinations(sides, 2) for a in one for b in other if a != b}


def _leads(verdict: Verdict) -> Pair:
    return frozenset(verdict.claims[side[0]].mention.document for side in verdict.sides)


def _sentences(verdict: Verdict) -> frozenset[tuple[str, int]]:
    """The sentences of the leading claims."""
    return frozenset((verdict.claims[side[0]].mention.document, verdict.claims[side[0]].quote_start) for side in verdict.sides)


def _anew(verdict: Verdict) -> bool:
    """Whether a figure is of what a series gives anew: no toll and nothing that spreads or moves."""
    claim = verdict.claims[verdict.sides[0][0]]
    return claim.key.property not in aspects() and claim.key.dimension not in EVENTFUL
