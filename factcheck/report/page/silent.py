"""The claims of a story that no verdict cites in, and why none does out, claims with one reason together.

The reason is the one that `factcheck explain` gives for the claim and the nearest claim of another source. It is worked out for the
first claims of a story only; of the others the page tells the number.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.groups.align import compare
from factcheck.groups.features import features
from factcheck.model import Claim
from factcheck.report.page.sources import Source
from factcheck.report.words import clean, phrase

MOST = 150
RIVALS = 8
"""Claims of other sources that one claim is laid beside."""
ALONE = "the only source of the story"
NAME = "a name or a number of something, not an amount"
NOTHING = "no other source states anything of this kind about it"
SAID = "comparable, and nothing certain follows"


@dataclass(frozen=True, slots=True)
class Left:
    """One claim that was not compared."""

    words: str
    source: str
    place: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why some claims were not compared."""

    why: str
    claims: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """All that a story leaves uncompared, and how many claims are counted only."""

    total: int
    reasons: tuple[Reason, ...]
    counted: int


def silent(claims: Sequence[Claim], cited: Iterable[tuple[str, int]], sources: Mapping[str, Source], most: int = MOST) -> Silent | None:
    """The claims of a story and the places that verdicts cite → what is left."""
    known = set(cited)
    left = [claim for claim in claims if (claim.mention.document, claim.mention.start) not in known]
    if not left:
        return None
    alike: dict[tuple[str | None, str | None], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.key.dimension, claim.key.entity), []).append(claim)
    alone = len({claim.mention.document for claim in claims}) == 1
    reasons: dict[str, list[Left]] = {}
    for claim in left[:most]:
        why = ALONE if alone else _why(claim, alike[claim.key.dimension, claim.key.entity])
        where = f"{clean(claim.mention.document)}:{claim.line}"
        name = sources[claim.mention.document].name
        reasons.setdefault(why, []).append(Left(phrase(claim), "" if name in where else name, where))
    ordered = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
    return Silent(len(left), tuple(Reason(why, tuple(found)) for why, found in ordered), max(0, len(left) - most))


def _why(claim: Claim, alike: Sequence[Claim]) -> str:
    """Why a claim has no verdict with the likeliest claim of another source."""
    if claim.mention.kind == "identifier":
        return NAME
    rivals = [other for other in alike if other.mention.document != claim.mention.document]
    nearest = sorted(rivals, key=lambda other: (-len(other.context & claim.context), other.mention.document, other.mention.start))[:RIVALS]
    if not nearest or not nearest[0].context & claim.context:
        return NOTHING
    own = features(claim)
    found = [compare(claim, other, own, features(other)) for other in nearest]
    if any(match.level != "apart" for match in found):
        return SAID
    return clean(found[0].because[0]) if found[0].because else NOTHING
