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
from factcheck.groups.clause import CALENDAR
from factcheck.groups.equal import as_unit, specific
from factcheck.groups.features import Features, bag, features_of
from factcheck.groups.parts import root
from factcheck.model import Claim

CROWDED = 1500
SHARES = {"percent": "share", "ratio": "share"}
OVER = re.compile(
    r"\b(?:for|full|fiscal|financial)\s+(?:the\s+)?(?:full\s+|whole\s+|fiscal\s+|financial\s+)?(?:year\s+)?\S+$", re.IGNORECASE
)
AS_OF = re.compile(r"\bas\s+of\s+$", re.IGNORECASE)
ALONE = frozenset(["identifier"])


def things(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The claims of one story → groups of two or more that speak of one thing, each in the order of the claims."""
    for members in _blocks(claims):
        if len(members) > 1:
            yield from _components([claims[i] for i in members])


def _blocks(claims: Sequence[Claim]) -> Iterable[list[int]]:
    blocks: dict[tuple[str | None, str | None], list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.mention.kind not in ALONE and not dateline(claim) and not _period(claim):
            blocks.setdefault(block(claim), []).append(index)
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
    return mention.interval.granularity in ("quarter", "half") or bool(OVER.search(f"{before}{mention.text}"))


def block(claim: Claim) -> tuple[str | None, str | None]:
    """What two claims must share to meet at all."""
    dimension = SHARES.get(claim.key.dimension or "", claim.key.dimension)
    if claim.mention.kind != "count":
        return dimension, None
    unit = as_unit(claim)
    if unit is not None:
        return measures.dimension(unit), None
    return dimension, root(claim.key.entity) if claim.key.entity else "person"


def _components(claims: list[Claim]) -> Iterator[tuple[Claim, ...]]:
    seen = features_of(claims)
    alike: dict[tuple[object, ...], list[int]] = {}
    for index, (claim, of) in enumerate(zip(claims, seen, strict=True)):
        alike.setdefault((of.skeleton, of.neighbours, claim.mention.text, claim.key), []).append(index)
    first = [members[0] for members in alike.values()]
    parent = list(range(len(claims)))
    for members in alike.values():
        for index in members[1:]:
            parent[index] = members[0]
    for i, j in _linked(first, claims, seen, parent):
        _join(parent, i, j)
    parts: dict[int, list[int]] = {}
    for index in range(len(claims)):
        parts.setdefault(_find(parent, index), []).append(index)
    for members in parts.values():
        if len(members) > 1:
            yield tuple(claims[i] for i in members)


def _linked(first: list[int], claims: Sequence[Claim], seen: Sequence[Features], parent: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of distinct claims that speak of one thing; what is joined already is not asked again."""
    if len(first) > CROWDED:
        keys: dict[object, int] = {}
        for index in first:
            home = keys.setdefault((claims[index].key.entity, claims[index].key.property, seen[index].verb), index)
            if home != index:
                yield home, index
        return
    around = {index: _around(claims[index], seen[index]) for index in first}
    for at, i in enumerate(first):
        for j in first[at + 1:]:
            if around[i].isdisjoint(around[j]) or _find(parent, i) == _find(parent, j):
                continue
            if matched(claims[i], claims[j]).level != "apart":
                yield i, j


def _around(claim: Claim, of: Features) -> frozenset[str]:
    words = bag(filter(None, (of.verb, claim.key.property))).wide
    figure = (claim.mention.timex or "") + (str(claim.mention.number.low) if claim.mention.number else "") if specific(claim) > 1 else ""
    return of.near.wide | words | {f"#{' '.join(of.neighbours)}", f"={figure}" if figure else ""} - {""}


def _find(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], one: int, other: int) -> None:
    roots = sorted((_find(parent, one), _find(parent, other)))
    parent[roots[1]] = roots[0]
