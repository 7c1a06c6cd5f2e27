"""Verdicts in, what the statements about one thing can agree on out: the interval that all allow, or the fewest that must be left out.

It counts and never says who is right. Left out of it are figures that later ones replaced: there time decides, not a majority.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from factcheck.checks.amounts import Span, meet, ruler, shared
from factcheck.checks.facts import texts, value_of
from factcheck.model import Claim, Rule, Verdict

MANY, MOST = 3, 300      # statements: of fewer there is nothing to count, of more the work would grow with their square
JOINED = ("agreement", "alignment", "expected")
"""Kinds whose verdicts speak of one thing; what a self-check says is a thing of its own."""

Item = TypeVar("Item")
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to leave out the fewest: what the others allow, and the claims that are left out."""

    allows: Span
    left_out: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Consensus:
    """How many statements there are, how many of them fit together at most and in which ways; in how many independent texts they stand.

    `unit` is that of the spans; `about` the verdicts on this thing.
    """

    story: str
    unit: str | None
    statements: int
    fitting: int
    origins: int
    ways: tuple[Way, ...]
    about: tuple[Verdict, ...]


def every(verdicts: Iterable[Verdict], rules: Mapping[str, Rule] | None = None) -> list[Consensus]:
    """All verdicts of a run → the consensus of each thing of which at least three statements can be laid on one line."""
    found = []
    for group in together([verdict for verdict in verdicts if joins(verdict)], _places):
        claims = {place(claim): claim for verdict in group for claim in verdict.claims}
        found.append(consensus(tuple(claims.values()), group, rules))
    return [each for each in found if each is not None]


def consensus(claims: Sequence[Claim], verdicts: Sequence[Verdict], rules: Mapping[str, Rule] | None = None) -> Consensus | None:
    """The claims of one thing and the verdicts on it → its consensus; None for fewer than three statements, for dates, and where two
    that do not fit were not compared: one of them is perhaps of another day."""
    if not verdicts or verdicts[0].kind not in JOINED or any(verdict.outcome == "superseded" for verdict in verdicts):
        return None
    laid = ruler(claims, verdicts, rules)
    statements = {(claim.mention.document, value_of(claim)): claim for claim in claims if not claim.mention.negated}
    found = [(claim, said.rounded) for claim in statements.values() if (said := laid.amount(claim)) is not None]
    if not MANY <= len(found) <= MOST or not _judged(verdicts, found):
        return None
    ways = tuple(Way(common, tuple(claim for at, (claim, _) in enumerate(found) if at not in fitting))
                 for common, fitting in shared([span for _, span in found]))
    return Consensus(verdicts[0].story, laid.unit, len(found), len(found) - len(ways[0].left_out), texts(claim for claim, _ in found), ways,
                     tuple(verdicts))


def joins(verdict: Verdict) -> bool:
    """Whether a verdict says that its claims speak of one thing; a part and its whole are two."""
    return verdict.kind in JOINED and all(step.step != "part" for step in verdict.trail)


def place(claim: Claim) -> Place:
    """A claim → where it stands, which no other claim does."""
    return claim.mention.document, claim.mention.start


def _places(verdict: Verdict) -> Iterable[Place]:
    return map(place, verdict.claims)


def together(items: Sequence[Item], places: Callable[[Item], Iterable[Place]]) -> list[list[Item]]:
    """Items and the places that each is about → those that hang together by a place, in their order."""
    home = list(range(len(items)))
    owner: dict[Place, int] = {}

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = at = home[home[at]]
        return at

    for at, item in enumerate(items):
        for each in places(item):
            other = root(owner.setdefault(each, at))
            home[max(root(at), other)] = min(root(at), other)
    groups: dict[int, list[Item]] = {}
    for at, item in enumerate(items):
        groups.setdefault(root(at), []).append(item)
    return list(groups.values())


def _judged(verdicts: Iterable[Verdict], found: Sequence[tuple[Claim, Span]]) -> bool:
    """Whether all statements that do not fit together were found to be in conflict."""
    facing = {frozenset((place(verdict.claims[i]), place(verdict.claims[j])))
              for verdict in verdicts if verdict.outcome == "conflict"
              for one, other in combinations(verdict.sides, 2) for i in one for j in other}
    return all(frozenset((place(claim), place(other))) in facing for (claim, span), (other, its) in combinations(found, 2)
               if not meet(span, its))
