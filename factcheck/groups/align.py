"""Two claims in, whether they speak of the same thing out, with the reasons: the question an editor asks before comparing anything.

Some things separate whatever else agrees (`apart.py`); what is left is weighed (`weigh.py`). Only a clear case may become a conflict
("same"); where two figures agree, less is asked ("likely"), because equal figures are evidence themselves. Gets wrong: two events of one
sort in one story that no name, place or day tells apart.
"""
from __future__ import annotations

from dataclasses import dataclass

from factcheck.groups.apart import separated, unsure
from factcheck.groups.features import Features
from factcheck.groups.parts import part_of
from factcheck.groups.weigh import weighed
from factcheck.model import Claim

SAME, LIKELY = 6.0, 4.0
"""Points from which two figures that differ, and two that agree, are taken for statements about one thing."""


@dataclass(frozen=True, slots=True)
class Match:
    """How two claims stand to each other.

    `level`: same (may conflict), likely (may agree), part (the left is a part of the right), whole (the other way), apart.
    `because`: what speaks for it or what separates them, in words.
    """

    level: str
    because: tuple[str, ...]
    points: float = 0.0


def compare(left: Claim, right: Claim, one: Features, other: Features) -> Match:
    """Two claims with their features → how they stand to each other."""
    reason = separated(left, right, one, other)
    if reason:
        return Match("apart", (reason,))
    points, because = weighed(left, right, one, other)
    held = unsure(left, right, one, other)
    part = part_of(left, right)
    if part and left.mention.bounds == right.mention.bounds:
        return Match("likely" if points >= LIKELY else "apart", because, points)                      # 31 passengers, 31 people
    if part and points >= SAME:
        return Match(part, because, points)
    if part or points < LIKELY:
        return Match("apart", ("too little says that they speak of one thing", *because), points)
    if points < SAME or held:
        return Match("likely", (*because, *([held] if held else [])), points)
    return Match("same", because, points)
