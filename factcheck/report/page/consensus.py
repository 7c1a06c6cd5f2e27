"""A topic with many statements in, what they can agree on out: the interval that all allow, or the fewest that must be left out.

It counts and never says who is right. Left out of it are figures that later ones replaced: there time decides, not a majority.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.checks.facts import texts
from factcheck.model import Claim, Rule
from factcheck.report.page.amounts import Span, meet, ruler, shared
from factcheck.report.page.sources import Source
from factcheck.report.page.topics import JOINED, Topic, place
from factcheck.report.words import clean, value, with_unit

MANY = 3


@dataclass(frozen=True, slots=True)
class Way:
    """One way to leave out the fewest: what the others allow, and which are left out."""

    allows: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consensus:
    """How many statements there are, how many fit together at most, and in which ways; how many different texts they stand in."""

    statements: int
    fitting: int
    ways: tuple[Way, ...]
    origins: int


def consensus(topic: Topic, sources: Mapping[str, Source], rules: Mapping[str, Rule]) -> Consensus | None:
    """A topic → its consensus where at least three statements of amounts can be laid on one line."""
    if topic.findings[0].verdict.kind not in JOINED or any(each.verdict.outcome == "superseded" for each in topic.findings):
        return None
    laid = ruler(topic.claims, topic.verdicts(), rules)
    statements = {(claim.mention.document, value(claim.mention)): claim for claim in topic.claims if not claim.mention.negated}
    found = [(claim, said.rounded) for claim in statements.values() if (said := laid.amount(claim)) is not None]
    if len(found) < MANY or not _judged(topic, found):
        return None
    ways = shared([span for _, span in found])
    return Consensus(
        len(found), len(ways[0][1]), tuple(Way(with_unit(common.notation(), laid.unit), tuple(
            _named(claim, sources) for at, (claim, _) in enumerate(found) if at not in fitting)) for common, fitting in ways),
        texts(claim for claim, _ in found))


def _judged(topic: Topic, found: Sequence[tuple[Claim, Span]]) -> bool:
    """Whether all statements that do not fit together were found to be in conflict: where two of them were not compared, the one is
    perhaps of another day, and no interval can be told for all."""
    facing = {frozenset((place(verdict.claims[i]), place(verdict.claims[j])))
              for verdict in topic.verdicts() if verdict.outcome == "conflict"
              for one, other in combinations(verdict.sides, 2) for i in one for j in other}
    return all(frozenset((place(claim), place(other))) in facing for (claim, span), (other, its) in combinations(found, 2)
               if not meet(span, its))


def _named(claim: Claim, sources: Mapping[str, Source]) -> str:
    return f"{sources[claim.mention.document].label} (“{clean(claim.mention.text)}”)"
