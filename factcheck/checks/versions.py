"""The claims of an article's old and new version in, what changed in its facts out: new, gone, changed, hardened, softened.

A fact that both versions state is passed over, wherever it moved. Of the rest, two claims are one fact with another figure when they
count or measure the same sort of thing and their sentences read alike. Gets wrong: a sentence that was rewritten and given another figure
at once is one fact gone and one new.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from factcheck.checks.facts import value_of
from factcheck.groups.features import Features, features_of
from factcheck.groups.things import block
from factcheck.model import Bounds, Claim

What = Literal["new", "gone", "changed", "hardened", "softened"]
ALIKE = 0.5             # the share of common words from which two sentences may be one, rewritten
COPY = 3.0              # the same sentence but for its numbers
NEXT_TO = 0.5           # the same words beside the number
SURENESS = ("denied", "possible", "planned", "asserted")
CROWD = 1_000_000       # pairs in one block, beyond which only sentences that are copies but for the number are paired


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one fact; `old` is None for a new one, `new` for one that is gone."""

    what: What
    old: Claim | None
    new: Claim | None


def changes(old: Sequence[Claim], new: Sequence[Claim]) -> list[Change]:
    """The claims of two versions → the changes, in the order of the new text, with what is gone where it stood before."""
    left, right = list(old), list(new)
    _drop_equal(left, right)
    pairs = list(_paired(left, right))
    found = [Change(what, one, other) for one, other in pairs if (what := _what(one, other))]
    paired = {id(claim) for pair in pairs for claim in pair}
    found += [Change("gone", claim, None) for claim in left if id(claim) not in paired]
    found += [Change("new", None, claim) for claim in right if id(claim) not in paired]
    return sorted(found, key=_place)


def _drop_equal(left: list[Claim], right: list[Claim]) -> None:
    """Takes out what both versions state: first in the very same sentence, then about the same thing."""
    for key in (lambda claim: (value_of(claim), *_sureness(claim), " ".join(claim.quote.split())),
                lambda claim: (value_of(claim), *_sureness(claim), block(claim), claim.key.property)):
        there: dict[object, list[Claim]] = {}
        for claim in right:
            there.setdefault(key(claim), []).append(claim)
        kept = [claim for claim in left if not ((same := there.get(key(claim))) and same.pop(0))]
        remaining = {id(claim) for same in there.values() for claim in same}
        left[:], right[:] = kept, [claim for claim in right if id(claim) in remaining]


def _paired(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of the two versions that are one fact, the clearest pairs first."""
    seen = {id(claim): features for claim, features in zip((*left, *right), features_of((*left, *right)), strict=True)}
    scores = sorted((-score, one, other) for one, other in _candidates(left, right)
                    if (score := _alike(left[one], right[other], seen)) >= ALIKE)
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, one, other in scores:
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            yield left[one], right[other]


def _candidates(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    blocks: dict[object, tuple[list[int], list[int]]] = {}
    for side, claims in enumerate((left, right)):
        for index, claim in enumerate(claims):
            blocks.setdefault(claim.mention.kind if claim.mention.kind != "count" else block(claim), ([], []))[side].append(index)
    for mine, theirs in blocks.values():
        if len(mine) * len(theirs) <= CROWD:
            yield from product(mine, theirs)
        else:
            yield from zip(mine, theirs, strict=False)


def _alike(old: Claim, new: Claim, seen: dict[int, Features]) -> float:
    """How much the sentences of two claims have in common around their numbers."""
    one, other = seen[id(old)], seen[id(new)]
    shorter = min(len(old.context), len(new.context))
    share = len(old.context & new.context) / shorter if shorter else 0.0
    near = len(set(one.near) & set(other.near)) / (min(len(one.near), len(other.near)) or 1)
    score = share / 2 + near / 2 + (NEXT_TO if one.neighbours == other.neighbours else 0.0)
    if old.key.property and new.key.property and old.key.property != new.key.property:
        return 0.0
    return score + (COPY if one.skeleton == other.skeleton and one.neighbours == other.neighbours else 0.0)


def _what(old: Claim, new: Claim) -> What | None:
    """Another figure, or the same one said with more or with less certainty; None where both say the same in other words."""
    one, other = old.mention, new.mention
    if one.number != other.number or one.unit != other.unit or (one.number is None and one.timex != other.timex):
        return "changed"
    mine, theirs = SURENESS.index(one.modality), SURENESS.index(other.modality)
    if mine != theirs:
        return "hardened" if theirs > mine else "softened"
    if one.bounds != other.bounds and one.bounds and other.bounds:
        inside, outside = _within(other.bounds, one.bounds), _within(one.bounds, other.bounds)
        if inside != outside:
            return "hardened" if inside else "softened"
    if (one.modifier == "exact") != (other.modifier == "exact"):
        return "hardened" if other.modifier == "exact" else "softened"
    if bool(one.attribution) != bool(other.attribution):
        return "softened" if other.attribution else "hardened"
    return None


def _within(inner: Bounds, outer: Bounds) -> bool:
    """Whether all that one allows is allowed by the other."""
    low = outer.low is None or (inner.low is not None and (inner.low > outer.low or (
        inner.low == outer.low and (inner.low_open or not outer.low_open))))
    high = outer.high is None or (inner.high is not None and (inner.high < outer.high or (
        inner.high == outer.high and (inner.high_open or not outer.high_open))))
    return low and high


def _sureness(claim: Claim) -> tuple[str, str, bool]:
    mention = claim.mention
    return mention.modality, mention.modifier, mention.attribution is not None


def _place(change: Change) -> tuple[int, int]:
    claim = change.new or change.old
    return (claim.mention.start if claim else 0), change.new is None


def counts(found: Iterable[Change]) -> dict[str, int]:
    """Changes → how many of each sort."""
    numbers: dict[str, int] = {}
    for change in found:
        numbers[change.what] = numbers.get(change.what, 0) + 1
    return numbers
