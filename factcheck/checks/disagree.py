"""Verdicts in, the same out; where two rules say of the same two places that they cannot and that they can both be true, each says so.

Both rules speak, because neither is known to be wrong: who wrote them has to decide.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from factcheck.model import Verdict

APART = ("conflict",)
TOGETHER = ("agree", "compatible")
Place = tuple[tuple[str, int, int], ...]


def told(verdicts: Sequence[Verdict], places: Callable[[Verdict], Iterable[Place]]) -> list[Verdict]:
    """Verdicts and what tells the places of one → the same, with the other rule named in the message where two disagree."""
    at: dict[Place, list[Verdict]] = {}
    for verdict in verdicts:
        for place in places(verdict):
            at.setdefault(place, []).append(verdict)
    return [_told(verdict, {other.rule: other.outcome for place in places(verdict) for other in at[place] if _differ(verdict, other)})
            for verdict in verdicts]


def _differ(one: Verdict, other: Verdict) -> bool:
    apart = (one.outcome in APART and other.outcome in TOGETHER) or (one.outcome in TOGETHER and other.outcome in APART)
    return apart and one.rule != other.rule


def _told(verdict: Verdict, others: dict[str, str]) -> Verdict:
    if not others:
        return verdict
    said = ", ".join(f"{rule} says {outcome}" for rule, outcome in sorted(others.items()))
    return replace(verdict, message=f"{verdict.message} Two rules disagree here: {said}.")
