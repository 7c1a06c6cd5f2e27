"""Two claims in, whether they speak of the same thing out, with the reasons: the question an editor asks before comparing anything.

Some things separate whatever else agrees (another unit, a plan and a fact, median and average, another day, another place). What is
left is weighed: the counted thing and its aspect, the words around the number, the verb, names, and the rest of the sentence. Only a
clear case may become a conflict ("same"); where two figures agree, less is asked ("likely"), because equal figures are evidence
themselves. Gets wrong: two events of one sort in one story that no name, place or day tells apart.
"""
from __future__ import annotations

from dataclasses import dataclass

from factcheck import measures
from factcheck.claims.keys import DATED
from factcheck.groups.features import Features, shared
from factcheck.groups.parts import part_of
from factcheck.groups.times import times_apart
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


def compare(left: Claim, right: Claim, of_left: Features, of_right: Features) -> Match:
    """Two claims with their features → how they stand to each other."""
    reason = separated(left, right, of_left, of_right)
    if reason:
        return Match("apart", (reason,))
    points, because = _weighed(left, right, of_left, of_right)
    held = unsure(left, right, of_left, of_right)
    part = part_of(left, right)
    if part and left.mention.bounds == right.mention.bounds:
        return Match("likely" if points >= LIKELY else "apart", tuple(because), points)      # 31 passengers, 31 people
    if part and points >= SAME:
        return Match(part, tuple(because), points)
    if part or points < LIKELY:
        return Match("apart", ("too little says that they speak of one thing", *because), points)
    if points < SAME or held:
        return Match("likely", (*because, *([held] if held else [])), points)
    return Match("same", tuple(because), points)


def separated(left: Claim, right: Claim, of_left: Features, of_right: Features) -> str | None:
    """What forbids to lay two claims beside each other at all, in words; None when nothing does."""
    one, other = left.mention, right.mention
    if one.unit != other.unit and one.kind != "count" and not _one_line(left, right):
        return f"{one.unit or one.kind} cannot be laid beside {other.unit or other.kind}"
    if one.kind != other.kind and not _shares(left, right) and {one.kind, other.kind} != {"date", "time"}:
        return f"a {one.kind} is no {other.kind}"
    if (one.modality == "planned") != (other.modality == "planned"):
        return "one is planned, the other is told as a fact"
    if one.role == "addition" or other.role == "addition":
        return "one of them is an addition to another number"
    if (one.trend is None) != (other.trend is None) and one.move is None and other.move is None and one.kind != "count":
        return "one is a change, the other a level"
    if one.trend and other.trend and one.trend != other.trend:
        return "one goes up, the other down"
    if one.kind == "count" and other.kind == "count":
        apart = _things_apart(left, right)
        if apart:
            return apart
    return (_qualifiers_apart(of_left, of_right) or times_apart(left.key.time, right.key.time)
            or _shares_of_another(of_left, of_right))


def _shares(left: Claim, right: Claim) -> bool:
    return {left.key.dimension, right.key.dimension} <= {"percent", "ratio"}


def _one_line(left: Claim, right: Claim) -> bool:
    one, other = left.mention.unit, right.mention.unit
    return _shares(left, right) or measures.comparable(one, other) or measures.doubtful(one, other)


def _things_apart(left: Claim, right: Claim) -> str | None:
    one, other = left.key, right.key
    if one.property and other.property and one.property != other.property:
        return f"{one.property} is not {other.property}"
    if one.entity and other.entity and one.entity != other.entity and not part_of(left, right):
        return f"{one.entity} is not {other.entity}"
    return None


def _qualifiers_apart(one: Features, other: Features) -> str | None:
    there = dict(other.opposed)
    for row, group in one.opposed:
        if row in there and there[row] != group:
            return "opposed words stand beside the numbers"
    return None


def _shares_of_another(one: Features, other: Features) -> str | None:
    if one.of and other.of and one.of != other.of and not shared((one.of,), (other.of,)):
        return f"of {one.of} is not of {other.of}"
    return None


def unsure(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What forbids a conflict, though two equal figures may agree."""
    if measures.doubtful(left.mention.unit, right.mention.unit):
        return f"{left.mention.unit} may or may not be {right.mention.unit}"
    lone = one.marks ^ other.marks
    if lone:
        return f"only one of them says {', '.join(sorted(lone))}"
    if one.other_event != other.other_event:
        return "one of them speaks of another event"
    if left.mention.modality != right.mention.modality:
        return f"one is {left.mention.modality}, the other {right.mention.modality}"
    if left.key.place and right.key.place and not _one_place(left, right, one, other):
        return f"{left.key.place} is not {right.key.place}"
    if one.actor and other.actor and one.actor.isdisjoint(other.actor) and not (one.actor & other.names and other.actor & one.names):
        return f"{' '.join(sorted(one.actor))} is not {' '.join(sorted(other.actor))}"
    if (left.key.time is None) != (right.key.time is None) and len(left.key.time or right.key.time or "") <= 4:
        return "only one of them names the year"
    return None


def _one_place(left: Claim, right: Claim, one: Features, other: Features) -> bool:
    here, there = (left.key.place or "").lower().split(), (right.key.place or "").lower().split()
    return bool(set(here) & set(there)) or set(here) <= other.names or set(there) <= one.names


def _weighed(left: Claim, right: Claim, one: Features, other: Features) -> tuple[float, list[str]]:
    """The points of everything that speaks for one thing, with the reasons."""
    points, because = _thing_points(left, right)
    if one.neighbours == other.neighbours or one.skeleton == other.skeleton:
        because.append("the same words stand around both numbers")
        points += 3
    verbs = bool(one.verb and other.verb and shared((one.verb,), (other.verb,)))
    if verbs:
        because.append(f"both with {one.verb}")
        points += 1
    elif one.verb and other.verb and left.mention.kind in (*DATED, "time"):
        points -= 2
    near = _near(one, other)
    if near:
        because.append(f"both near {', '.join(near[:3])}")
        points += min(3.0, 1.0 * len(near))
    common = shared(one.content, other.content)
    share = len(common) / max(1, min(len(one.content), len(other.content)))
    points += 3 * share if len(common) > 1 else 0
    if share >= 0.5 and len(common) > 2:
        because.append("most words of the sentences agree")
    names = one.names & other.names
    if names:
        because.append(f"both name {', '.join(sorted(names)[:3])}")
        points += 1
    elif one.names and other.names:
        points -= 1
    return points, because


def _near(one: Features, other: Features) -> list[str]:
    """Words that stand around both numbers."""
    return list(dict.fromkeys(shared((*one.left, *one.right), frozenset((*other.left, *other.right)))))


def _thing_points(left: Claim, right: Claim) -> tuple[float, list[str]]:
    """Points for the counted thing and its aspect."""
    one, other = left.key, right.key
    if left.mention.kind != "count":
        return (1.0, [f"both of {one.entity}"]) if one.entity and one.entity == other.entity else (0.0, [])
    if one.entity is None or other.entity is None:
        return (1.0, [f"both {one.property}"]) if one.property and one.property == other.property else (-1.0, [])
    name = f"{one.property} {one.entity}" if one.property else str(one.entity)
    if one.property and one.property == other.property:
        return 3.0, [f"both count {name}"]
    if one.property or other.property:
        return 0.5, [f"both count {one.entity}"]
    return (0.5, ["both count people"]) if one.entity == "person" else (2.0, [f"both count {name}"])
