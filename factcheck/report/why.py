"""Two claims and the verdicts of a run → what was found between them, or why nothing was said."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.checks.judge import judged
from factcheck.groups import ALIGNMENT
from factcheck.groups.align import compare
from factcheck.groups.features import features_of
from factcheck.model import Claim, Verdict


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, the verdicts that name both, and, where there is none, the reason in words."""

    left: Claim
    right: Claim
    verdicts: tuple[Verdict, ...]
    because: str


def pairs(left: Sequence[Claim], right: Sequence[Claim], verdicts: Iterable[Verdict]) -> list[Pair]:
    """The claims of two places → every pair of them: those with a verdict first, then those of one kind."""
    known, found, seen = list(verdicts), [], set()
    for one in left:
        for other in right:
            if one is not other and frozenset((id(one), id(other))) not in seen:
                seen.add(frozenset((id(one), id(other))))
                found.append(pair(one, other, known))
    return sorted(found, key=lambda pair: (not pair.verdicts, pair.left.key.dimension != pair.right.key.dimension))


def pair(left: Claim, right: Claim, verdicts: Iterable[Verdict]) -> Pair:
    """Two claims → what is to be said about them."""
    both = tuple(verdict for verdict in verdicts if left in verdict.claims and right in verdict.claims)
    return Pair(left, right, both, "" if both else reason(left, right))


def reason(left: Claim, right: Claim) -> str:
    """Why two claims have no verdict, in words."""
    if left.story != right.story:
        return f"their stories differ: {left.story or 'none'} and {right.story or 'none'}"
    match = compare(left, right, *features_of([left, right]))
    grounds = "; ".join(match.because) or "nothing in their words says that they speak of one thing"
    if match.level == "apart":
        return grounds
    trail = judged(left, right, match.level, ALIGNMENT, [left], [right])
    if trail is None:
        return grounds
    if trail.state["outcome"] == "incomparable":
        return str(trail.state.get("because") or grounds)
    if match.level == "likely":
        return f"they would be {trail.state['outcome']}, but it is not sure that they speak of one thing: {grounds}"
    return f"they would be {trail.state['outcome']}, but other claims of these facts were compared, or one article says both"
