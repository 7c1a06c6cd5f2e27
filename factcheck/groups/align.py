"""Two claims in, whether they speak of the same thing out, with the reasons: the question an editor asks before comparing anything.

Some things separate whatever else agrees (`apart.py`); what is left is weighed (`weigh.py`). Only a clear case may become a conflict
("same"); where two figures agree, less is asked ("likely"), because equal figures are evidence themselves. Gets wrong: two events of one
sort in one story that no name, place or day tells apart.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.claims.same import aspects
from factcheck.groups.apart import separated
from factcheck.groups.bags import alike, common
from factcheck.groups.clause import CALENDAR
from factcheck.groups.contrast import contrast
from factcheck.groups.doubts import unsure
from factcheck.groups.equal import close, equal, specific
from factcheck.groups.features import Features, One, features_of, without
from factcheck.groups.parts import part_of
from factcheck.groups.weigh import one_event, shared_words, weighed
from factcheck.model import Claim

SURE, SAME, AMOUNTS, LIKELY = 8.0, 6.0, 5.0, 4.5
"""Points from which a part may be laid beside its whole, two figures that differ may conflict, and both may be true of one thing: sums of
money, measures and durations, of which an article says many, and anything else."""
ENOUGH = {1: 2.5, 2: 0.5, 3: 0.05}
"""Points from which two equal figures are taken to speak of one thing, by how telling the figure is: 2, 45, 412.6."""
HEDGED = 0.5            # … and how much more when the number is the same but its hedge is not
ALIKE = 0.4             # share of all words of two sentences that they have in common
CORE = 0.5              # share of all words of the two parts that hold the figures
MOST = 0.75            # share of the shorter sentence's words that the longer one has too
TWO_EVENTS = 2.5
TOO_LITTLE = "too little says that they speak of one thing"


@dataclass(frozen=True, slots=True)
class Match:
    """How two claims stand to each other.

    `level`: same (may conflict), likely (may agree), part (the left is a part of the right), whole (the other way), apart.
    `because`: what speaks for it or what separates them, in words.
    """

    level: str
    because: tuple[str, ...]
    points: float = 0.0


def _enough(left: Claim, one: Features, other: Features, same: bool) -> float:
    """How much must speak for one thing where two figures are equal; more when two things happened at one date, or the hedges differ."""
    apart = left.mention.kind in CALENDAR and one.verb and other.verb and not one_event(one, other)
    return max(ENOUGH[specific(left)] + (0 if same else HEDGED), TWO_EVENTS if apart else -9)


def _scant(left: Claim, right: Claim, one: Features, other: Features, common: int, least: int) -> str | None:
    """Two figures that differ need sentences that say the same: more where it is not victims of one event, or what happened once."""
    here, there = len(one.content.words), len(other.content.words)
    if one.voice and other.voice and one.voice.isdisjoint(other.voice):                 # two speakers: who they are says nothing of what
        here, there = (len(set(of.content.words) - of.voice) for of in (one, other))
    share, both = common / max(1, min(here, there)), common / max(1, here + there - common)
    named = bool((one.names - one.voice) & (other.maybe - other.voice) or (other.names - other.voice) & (one.maybe - one.voice))
    if left.mention.kind == "count" and left.key.entity and left.key.property in aspects() and left.key.property == right.key.property:
        enough = share >= 0.25 and (named or both >= ALIKE)
    elif left.mention.kind in CALENDAR and one_event(one, other) and not one.nominal and not other.nominal:
        enough = share >= 0.5 and (least > 0 or _one_object(one, other))
    else:
        whole = share == 1 and min(here, there) > least and (one.neighbours[:2] == other.neighbours[:2] or alike(one.verb, other.verb))
        told = left.mention.kind == "count" and named and share >= MOST and bool(left.key.entity) and alike(one.verb, other.verb)
        enough = whole or told or (share >= 0.5 and both >= ALIKE) or _core_agrees(left, right, one, other, least)
    return None if enough else "too few words of the sentences agree"


def _core_agrees(left: Claim, right: Claim, one: Features, other: Features, few: int) -> bool:
    """Whether the parts of two sentences that hold the figures say the same of one subject: "it has 24 branches", among much else."""
    here, there = one.core, other.core
    shared = len(common(here, there) if len(here.words) <= len(there.words) else common(there, here))
    least, all_ = min(len(here.words), len(there.words)), len(here.words) + len(there.words) - shared
    told = alike(one.verb, other.verb) or (_stands(one) and _stands(other)) or (
        left.mention.kind != "count" and left.key.property is not None and left.key.property == right.key.property)
    return told and shared > few and shared >= MOST * least and shared >= CORE * all_


def _one_object(one: Features, other: Features) -> bool:
    """"Married Jon Hale in 1998", "married the actor Jon Hale in 1989"; but not "opened in 2004", "opened a new wing in 2015"."""
    if one.between is None or other.between is None:
        return True
    here, there = (of.between.union(of.subject) for of in (one, other) if of.between is not None)
    return bool(here) == bool(there) and (here <= there or there <= here)


def _stands(of: Features) -> bool:
    """"Has 300 branches", "the number of branches is 300": no verb says what happened."""
    return of.verb is None or of.verb in ("have", "be")


def matched(left: Claim, right: Claim) -> Match:
    """Two claims → how they stand to each other; asked once a pair, whichever groups both stand in."""
    return _matched(One(left), One(right))


@lru_cache(maxsize=20_000)
def _matched(one: One, other: One) -> Match:
    return compare(one.claim, other.claim, *features_of((one.claim, other.claim)))


def compare(left: Claim, right: Claim, one: Features, other: Features) -> Match:
    """Two claims with their features → how they stand to each other."""
    same, bare = equal(left, right), False
    if bool(one.bare) != bool(other.bare) and (one.lead or other.lead):         # "It grossed …", "The Salt Road grossed …"
        bare, one, other = True, without(one, one.bare or one.lead), without(other, other.bare or other.lead)
    reason = separated(left, right, one, other, same)
    if reason:
        return Match("apart", (reason,))
    words = shared_words(one, other)
    near = same or close(left, right)
    points, because = weighed(left, right, one, other, words, near)
    part = part_of(left, right)
    if part and not same:
        vague = "vague" in (left.mention.modifier, right.mention.modifier)
        sure = points >= SURE and not vague and not unsure(left, right, one, other)
        return Match(part, because, points) if sure else Match("apart", (TOO_LITTLE, *because), points)
    likely = AMOUNTS if left.mention.kind in ("money", "measure", "duration") else LIKELY
    if points < (_enough(left, one, other, same) if near else likely):
        return Match("apart", (TOO_LITTLE, *because), points)
    held = unsure(left, right, one, other) or _scant(left, right, one, other, words, 0 if bare else 1)
    if not (held or same):
        held = contrast(left, right, one, other)
    if points < SAME or held:
        return Match("likely", (*because, *([held] if held else [])), points)
    return Match("same", because, points)
