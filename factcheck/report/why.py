"""Two places and the verdicts of a run → what was found between their claims, or why nothing was said."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.checks.explain import why_not
from factcheck.model import Claim, Rule, Verdict


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, the verdicts that name both, and, where there is none, the way to that silence, a line each."""

    left: Claim
    right: Claim
    verdicts: tuple[Verdict, ...]
    because: tuple[str, ...]


def pairs(left: Sequence[Claim], right: Sequence[Claim], verdicts: Iterable[Verdict], rules: Sequence[Rule]) -> list[Pair]:
    """The claims of two places → every pair of them: those with a verdict first, then those of one kind."""
    known, found, seen = list(verdicts), [], set()
    for one in left:
        for other in right:
            if one is not other and frozenset((id(one), id(other))) not in seen:
                seen.add(frozenset((id(one), id(other))))
                found.append(_pair(one, other, known, rules))
    return sorted(found, key=lambda pair: (not pair.verdicts, pair.left.key.dimension != pair.right.key.dimension))


def _pair(left: Claim, right: Claim, verdicts: Iterable[Verdict], rules: Sequence[Rule]) -> Pair:
    both = tuple(verdict for verdict in verdicts if left in verdict.claims and right in verdict.claims)
    lines = [] if both else why_not(left, right, rules)
    return Pair(left, right, both, tuple(lines[lines.index("") + 1:] if "" in lines else lines))      # the quotes are shown by us
