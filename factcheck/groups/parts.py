"""Two claims in, whether one counts a part of what the other counts, and whether their aspects differ: civilians are people."""
from __future__ import annotations

from functools import cache, lru_cache

from factcheck.claims.same import aspect, aspects
from factcheck.data import load
from factcheck.groups.features import Features
from factcheck.groups.times import within
from factcheck.model import Claim


@cache
def _wholes(lang: str = "en") -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for whole, parts in load(f"lang.{lang}.part_of")["things"].items():
        for part in parts:
            found.setdefault(part, set()).add(whole)
    return {part: frozenset(wholes) for part, wholes in found.items()}


@lru_cache(maxsize=10_000)
def wholes(thing: str) -> frozenset[str]:
    """A thing → everything that it is a part of: boy → child, person."""
    seen: set[str] = set()
    todo = [thing]
    while todo:
        for whole in _wholes().get(todo.pop(), ()):
            if whole not in seen:
                seen.add(whole)
                todo.append(whole)
    return frozenset(seen)


@lru_cache(maxsize=10_000)
def root(thing: str) -> str:
    """The widest whole of a thing, under which it is looked up: civilian → person."""
    found = wholes(thing)
    return min((whole for whole in found if not wholes(whole)), default=thing)


def one_role(one: str, other: str) -> bool:
    """Whether one of two words for people may be said of the other: two followers may be two girls; soldiers are no nurses."""
    roles = load("lang.en.part_of")["roles"]
    return (one in roles or other in roles) and root(one) == root(other) == "person"


def part_of(left: Claim, right: Claim) -> str | None:
    """"part" when the left counts a part of what the right counts, "whole" the other way round, else None."""
    one, other = left.key.entity, right.key.entity
    if one and other and one != other:
        if other in wholes(one):
            return "part"
        if one in wholes(other):
            return "whole"
    if one == other and left.key.time and right.key.time and left.key.time != right.key.time:
        if within(left.key.time, right.key.time):
            return "part"
        if within(right.key.time, left.key.time):
            return "whole"
    return None


def part_only(part: Claim, other: Claim) -> bool:
    """"20 people, among them nine children": the nine are not the nine people of another text."""
    thing, kind = part.key.entity, other.key.entity
    return part.mention.role == "part" and other.mention.role != "part" and thing is not None and kind is not None and kind in wholes(thing)


def aspects_differ(left: Claim, right: Claim, one: Features, other: Features) -> bool:
    """Whether the aspects differ; a part has that of its whole: "19 arrests, including three women", "killed 80, including 30 women"."""
    mine, theirs = left.key.property, right.key.property
    if mine == theirs or aspects().isdisjoint((mine, theirs)):
        return False
    if None not in (mine, theirs):
        return True
    if left.mention.role == right.mention.role == "part" and one.figures & other.figures:
        return False
    part, of, told = (left, one, theirs) if mine is None else (right, other, mine)
    return part.mention.role != "part" or told not in map(aspect, of.near.words)
