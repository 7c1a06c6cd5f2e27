"""Two claims in, the points that speak for one thing out, each with its reason.

Dates are weighed by what happened at them, counts by the counted thing and its aspect, measures by the words around the number. Every
weight is one line here; the thresholds stand in `align.py`.
"""
from __future__ import annotations

from functools import cache

from factcheck.claims.same import aspects, rows
from factcheck.data import load
from factcheck.groups.bags import alike, common
from factcheck.groups.clause import CALENDAR
from factcheck.groups.features import Features
from factcheck.model import Claim

HAPPEN = ("take", "occur", "happen")      # "the search took place on Monday": the search is what happened
Points = tuple[float, str | None]


def weighed(left: Claim, right: Claim, one: Features, other: Features, words: int, equal: bool = False) -> tuple[float, tuple[str, ...]]:
    """Two claims with their features and the number of words their sentences share → their points and the reasons. Other names speak
    against one thing, unless the figures are equal: the second sentence of an article names nobody again."""
    parts = [_place(one, other), _around(one, other), _sentences(one, other, words), _names(one, other, equal), _verbs(left, one, other)]
    if left.mention.kind == "count":
        parts += [_things(left, right), _parts(left, right, one, other)]
    elif left.mention.kind not in CALENDAR:
        parts.append(_measured(left, right))
    return sum(points for points, _ in parts), tuple(reason for _, reason in parts if reason)


def _place(one: Features, other: Features) -> Points:
    """Copies but for the number; the very same words to both sides."""
    if one.neighbours == other.neighbours:
        return 3.0, "the same words stand around both numbers"
    return 0.0, None


def _around(one: Features, other: Features) -> Points:
    near = common(one.near, other.near)
    return min(3.0, float(len(near))), f"both near {', '.join(near[:3])}" if near else None


def _sentences(one: Features, other: Features, words: int) -> Points:
    """The share of the shorter sentence's content words that the other has too."""
    small = min(len(one.content.words), len(other.content.words))
    share = words / small if words > 1 or small == 1 else 0.0
    return 3 * share, "most words of the sentences agree" if share >= 0.5 else None


def shared_words(one: Features, other: Features) -> int:
    """How many content words of the shorter sentence the other has too, or a synonym of."""
    here, there = one.content, other.content
    return len(common(here, there) if len(here.words) <= len(there.words) else common(there, here))


def _names(one: Features, other: Features, equal: bool) -> Points:
    names = (one.names & other.maybe) | (other.names & one.maybe)
    if names:
        return 1.0, f"both name {', '.join(sorted(names)[:3])}"
    return (-1.0 if one.names and other.names and not equal else 0.0), None


def _verbs(left: Claim, one: Features, other: Features) -> Points:
    """The verb says what happened: it decides for dates, and helps elsewhere."""
    dated = left.mention.kind in CALENDAR
    if dated and one_scene(one, other):
        return 2.0, "the same words around both dates"
    if not one.verb or not other.verb:
        return (2.0, f"{one.verb or other.verb} on both sides") if dated and one_event(one, other) else (0.0, None)
    if alike(one.verb, other.verb):
        return (3.0 if dated else 1.0), f"both with {one.verb}"
    if not dated:
        return 0.0, None
    return (2.0, f"{one.verb} as {other.verb}") if one_event(one, other) else (-2.0, f"{one.verb} is not {other.verb}")


def one_event(one: Features, other: Features) -> bool:
    """Whether the same happened: one verb, or a noun beside one date that says what the verb of the other says."""
    if _turns(one, other) or _turns(other, one):
        return True
    if not one.verb or not other.verb:                              # "the search took place": the noun says it
        verb, near = one.verb or other.verb, other.near if one.verb else one.near
        return verb is not None and not rows(verb).isdisjoint(near.wide)
    return alike(one.verb, other.verb) or _named(one, other) or _named(other, one)


def one_scene(one: Features, other: Features) -> bool:
    """Dates without a verb of their own, with the same words around: "takes effect on 1 January", "takes effect early in 2025"."""
    few, many = sorted((one.near, other.near), key=lambda near: len(near.words))
    return one.verb is other.verb is None and len(few.words) > 1 and len(common(few, many)) == len(few.words)


def _turns(one: Features, other: Features) -> bool:
    """"Aired from 1999 to 2004", "ended in 2004"; "served until 1985", "was president until 1985"."""
    if one.turn is None or one.turn == other.turn and one.verb and other.verb:
        return False
    return one.turn == other.turn or one.turn == told_turn(other)


def told_turn(of: Features) -> str | None:
    """Which end of what lasts a date without "from" or "until" tells: "ended in 2004", "became president in 1977", "first aired"."""
    if of.turn is not None or of.verb is None:
        return None
    told = next((turn for turn, verbs in turns().items() if of.verb in verbs), None)
    return told or ("begin" if "first" in of.near.words else None)


@cache
def turns(lang: str = "en") -> dict[str, frozenset[str]]:
    """"begin" and "end" → the verbs that say it of what lasts."""
    return {turn: frozenset(words) for turn, words in load(f"lang.{lang}.same")["turns"].items()}


def _named(one: Features, other: Features) -> bool:
    """Whether a noun beside the other date says what the verb of the first says: "ended in 2013", "the finale of 2013"; the same verb would
    govern something else there."""
    free = one.nominal or one.verb not in other.near.words or other.verb in HAPPEN
    return one.verb is not None and free and not rows(one.verb).isdisjoint(other.near.wide)


def _measured(left: Claim, right: Claim) -> Points:
    """What is measured, when the reader found it."""
    one, other = left.key, right.key
    if one.entity and one.entity == other.entity:
        return 2.0, f"both of {one.entity}"
    if one.property and one.property == other.property:
        return 2.0, f"both {one.property}"
    if said := {one.entity, one.property} & {other.entity, other.property} - {None}:
        return 2.0, f"both of {min(filter(None, said))}"                          # "will cost 3 million", "the cost is put at 3 million"
    signed = _signed()
    if one.entity in signed and other.entity in signed:
        return 2.0, f"a {one.entity} is a {other.entity} with the other sign"
    return 0.0, None


def _parts(left: Claim, right: Claim, one: Features, other: Features) -> Points:
    """"19 arrests, including three women", "nineteen people, six of them women": parts of one number."""
    shared = one.figures & other.figures
    if left.mention.role == right.mention.role == "part" and shared and left.key.entity == right.key.entity:
        return 2.0, f"both a part of {min(shared)}"
    return 0.0, None


@cache
def _signed(lang: str = "en") -> frozenset[str | None]:
    return frozenset(word for words in load(f"lang.{lang}.qualifiers")["signs"].values() for word in words)


def _things(left: Claim, right: Claim) -> Points:
    """The counted thing and its aspect."""
    one, other = left.key, right.key
    known = one.property in aspects() or other.property in aspects()
    same = bool(one.property) and one.property == other.property
    if one.entity is None or other.entity is None:
        return (1.0, f"both {one.property}") if same else (-1.0, None)
    if same:
        return 3.0, f"both count {one.entity}, {one.property}"
    if known:
        return 0.5, f"both count {one.entity}"
    return (0.5, "both count people") if one.entity == "person" else (2.0, f"both count {one.entity}")
