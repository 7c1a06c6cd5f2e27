"""`headline`: a number of the headline and the same thing in the body.

    fails     Nine dead in hostel fire / A fire in a hostel killed seven people on Monday.
    passes    Dozens hurt in crash / A crash injured 34 people.
    silent    Nine dead in hostel fire / The fire injured 31 people.

Whether both speak of one thing is asked as it is between two articles. A headline that some sentence of the body bears out is right,
whatever other figures the body gives.
"""
from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.judge import judged
from factcheck.checks.kinds.finding import conflict, said
from factcheck.checks.trail import Trail
from factcheck.groups.align import compare
from factcheck.groups.features import Features, features_of
from factcheck.model import Claim, Group, Verdict

KINDS = ("count", "money", "percent", "measure", "duration", "score")
FIRST = 60              # claims of the body that a headline is about: it tells the beginning


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each number of the headline that the body contradicts and nowhere bears out."""
    heads = [claim for claim in group.claims if claim.headline and claim.mention.kind in KINDS and not _version(claim)]
    if not heads:
        return []
    body = [claim for claim in group.claims if not claim.headline and claim.mention.kind in KINDS][:FIRST]
    seen, there = features_of(heads), features_of(body)
    return [verdict for head, of_head in zip(heads, seen, strict=True) for verdict in _verdicts(group, head, of_head, body, there)]


def _version(claim: Claim) -> bool:
    """Whether a count is no whole number, as "2.7 release": nothing is counted so."""
    number = claim.mention.number
    if claim.mention.kind != "count" or number is None or number.low is None:
        return False
    return number.low != int(number.low) and number.low < 1000


def _verdicts(group: Group, head: Claim, of_head: Features, body: list[Claim], there: list[Features]) -> Iterator[Verdict]:
    worst: tuple[Trail, Claim] | None = None
    for claim, of_claim in zip(body, there, strict=True):
        if claim.mention.kind != head.mention.kind:
            continue
        if claim.mention.number is not None and claim.mention.number == (head.mention.number or None):
            return
        match = compare(head, claim, of_head, of_claim)
        if match.level not in ("same", "likely"):
            continue
        trail = judged(head, claim, match.level, group.rule, [head], [claim])
        if trail is None:
            continue
        if trail.state["outcome"] in ("agree", "compatible"):
            return
        if match.level == "same" and trail.state["outcome"] == "conflict" and not trail.state.get("disputed") and worst is None:
            worst = trail, claim
    if worst is not None:
        trail, claim = worst
        yield from conflict(group, trail, f"The headline says {said(head)}, the body {said(claim)}.", [head], [claim])
