"""The claims of one story in, those that plainly speak of one thing together out: alignment without rules.

Claims meet only in blocks (the same dimension, the same kind of counted thing), claims that read alike meet as one, and of those only
pairs that share a word around the number. A block beyond `CROWDED` distinct claims is parted by its keys alone, so that the work does
not grow with the square.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck import measures
from factcheck.claims.words import stamps
from factcheck.groups.align import matched
from factcheck.groups.bags import bag
from factcheck.groups.clause import CALENDAR
from factcheck.groups.equal import as_unit, specific
from factcheck.groups.features import Features, features_of
from factcheck.groups.parts import root
from factcheck.model import Claim

CROWDED = 1500
SHARES = {"percent": "share", "ratio": "share"}
OVER = re.compile(
    r"\bfigures?\s+for\s+(?:\S+\s+)?\S+$|"
    r"\b(?:for|full|fiscal|financial)\s+(?:the\s+)?(?:full\s+|whole\s+|fiscal\s+|financial\s+)?(?:year\s+)?\S+$", re.IGNORECASE
)
AS_OF = re.compile(r"\bas\s+of\s+$", re.IGNORECASE)
ALONE = frozenset(["identifier"])


def things(claims: Sequence[Claim], about: frozenset[str] = frozenset()) -> Iterator[tuple[Claim, ...]]:
    """The claims of one story → groups of two or more that speak of one thing, each in the order of the claims; only those with a claim
    of the documents `about`, if any are named: what has no link to those is not compared."""
    for members in _blocks(claims):
        if len(members) > 1 and of_interest(members, about):
            yield from _components(members, about)


def of_interest(claims: Iterable[Claim], about: frozenset[str]) -> bool:
    """Whether one of the claims is of the documents `about`; all are where none is named."""
    return not about or any(claim.mention.document in about for claim in claims)


def _blocks(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    blocks: dict[tuple[str | None, str | None], list[Claim]] = {}
    for claim in claims:
        if claim.mention.kind not in ALONE and not dateline(claim) and not _period(claim):
            blocks.setdefault(block(claim), []).append(claim)
    return blocks.values()


def dateline(claim: Claim) -> bool:
    """"Updated 4:08 p.m.": when the text was put out, not what it tells."""
    return claim.mention.kind in CALENDAR and claim.context <= stamps()


def _period(claim: Claim) -> bool:
    """"In the second quarter", "for the full year 2024", "as of 31 March": the time of a figure, which states nothing of its own."""
    mention = claim.mention
    if mention.kind in CALENDAR and AS_OF.search(claim.quote[:mention.start - claim.quote_start]):
        return True
    if mention.kind != "date" or mention.interval is None or mention.date_relation is not None:
        return False
    before = claim.quote[:mention.start - claim.quote_start]
    if OVER.search(f"{before}{mention.text}"):
        return True
    return mention.interval.granularity in ("quarter", "half") and bool(features_of((claim,))[0].figures)


def block(claim: Claim) -> tuple[str | None, str | None]:
    """What two claims must share to meet at all."""
    dimension = SHARES.get(claim.key.dimension or "", claim.key.dimension)
    if claim.mention.kind != "count":
        return dimension, None
    unit = as_unit(claim)
    if unit is not None:
        return measures.dimension(unit), None
    return dimension, root(claim.key.entity) if claim.key.entity else "person"


def _components(claims: list[Claim], about: frozenset[str]) -> Iterator[tuple[Claim, ...]]:
    """The claims of one block → those that a chain of links joins; claims that read alike are joined unasked."""
    seen = features_of(claims)
    alike: dict[tuple[object, ...], list[int]] = {}
    for index, (claim, of) in enumerate(zip(claims, seen, strict=True)):
        alike.setdefault((of.skeleton, of.neighbours, claim.mention.text, claim.key), []).append(index)
    old = [index for index, of in enumerate(seen) if of.old_figure]
    every = {members[0]: members for members in alike.values()}
    starts = [first for first, members in every.items() if of_interest((claims[index] for index in members), about)]
    for found in _crowds(every, claims, seen) if len(every) > CROWDED else _linked(starts, list(every), claims, seen):
        part = sorted(index for first in found for index in every[first])
        if len(part) > 1 and of_interest((claims[index] for index in part), about):
            yield tuple(claims[index] for index in sorted({*part, *_quoted(old, part, claims)}))


def _quoted(old: Sequence[int], members: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    """The old figures that an article of these claims quotes to correct them: they tell which side gave way."""
    here = {claims[i].mention.document for i in members} if old else set()
    return [i for i in old if claims[i].mention.document in here]


def _crowds(firsts: Iterable[int], claims: Sequence[Claim], seen: Sequence[Features]) -> Iterable[list[int]]:
    """Very many distinct claims → those of one key, without comparing any."""
    keys: dict[object, list[int]] = {}
    for index in firsts:
        keys.setdefault((claims[index].key.entity, claims[index].key.property, seen[index].verb), []).append(index)
    return keys.values()


def _linked(starts: Iterable[int], firsts: list[int], claims: Sequence[Claim], seen: Sequence[Features]) -> Iterator[list[int]]:
    """Distinct claims → those that each start reaches from link to link; who is reached is not asked again."""
    around = {index: _around(claims[index], seen[index]) for index in firsts}
    left = firsts
    reached: set[int] = set()
    for start in starts:
        if start in reached:
            continue
        found = [start]
        left = [index for index in left if index != start]
        for i in found:                                                         # grows while it is walked
            new = [j for j in left if not around[i].isdisjoint(around[j]) and _one_thing(claims[min(i, j)], claims[max(i, j)])]
            if new:
                found += new
                known = set(new)
                left = [index for index in left if index not in known]
        reached.update(found)
        yield found


def _one_thing(one: Claim, other: Claim) -> bool:
    return matched(one, other).level != "apart"


def _around(claim: Claim, of: Features) -> frozenset[str]:
    words = bag(filter(None, (of.verb, claim.key.property))).wide
    figure = (claim.mention.timex or "") + (str(claim.mention.number.low) if claim.mention.number else "") if specific(claim) > 1 else ""
    return of.near.wide | words | {f"#{' '.join(of.neighbours)}", f"={figure}" if figure else ""} - {""}
