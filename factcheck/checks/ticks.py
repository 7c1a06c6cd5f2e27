"""The claims of a draft and the verdicts they have a part in → every number of it marked: backed, contradicted, or not found.

A number is backed when another article states it, or states what lies within what the draft allows ("at least 20" by 24), or when a
reference value agrees. It is contradicted when a verdict says that both cannot be true, or that a later figure has replaced it, or when the
draft's own figures do not fit together. Everything else is not found, with what was seen near it: silence is no backing.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from factcheck.frozen import frozen
from factcheck.model import Bounds, Claim, Interval, Report, Verdict

State = Literal["backed", "contradicted", "not found"]
STATES: tuple[State, ...] = ("contradicted", "backed", "not found")
Place = tuple[str, int, int]


@frozen
class Evidence:
    """What speaks for a mark: the verdict, and a claim of another place; None where a reference value or the calendar speaks."""

    mark: State
    verdict: Verdict
    claim: Claim | None


@frozen
class Tick:
    """A number of a draft, its mark, and what speaks for it; of a number that is not found, what was seen near it."""

    claim: Claim
    state: State
    evidence: tuple[Evidence, ...]


@frozen
class Sheet:
    """A report on drafts and the ticks of all their numbers."""

    report: Report
    ticks: tuple[Tick, ...]


def sheet(report: Report) -> Sheet:
    """A report on drafts, which are its documents → its sheet."""
    drafts = {document.id for document in report.documents}
    return Sheet(report, tuple(ticks(report.claims, report.verdicts, drafts)))


def ticks(claims: Iterable[Claim], verdicts: Iterable[Verdict], drafts: Collection[str]) -> list[Tick]:
    """Claims, verdicts and the ids of drafts → a tick for each claim of a draft, in the order of its text."""
    spoken: dict[Place, list[Verdict]] = {}
    for verdict in verdicts:
        for place in dict.fromkeys(map(_place, verdict.claims)):
            spoken.setdefault(place, []).append(verdict)
    own = sorted((claim for claim in claims if claim.mention.document in drafts), key=_place)
    return [_tick(claim, spoken, drafts) for claim in own]


def counts(found: Iterable[Tick]) -> dict[State, int]:
    """How many of each mark there are."""
    numbers = Counter(tick.state for tick in found)
    return {state: numbers[state] for state in STATES}


def _tick(claim: Claim, spoken: Mapping[Place, list[Verdict]], drafts: Collection[str]) -> Tick:
    evidence = [each for verdict in spoken.get(_place(claim), ()) for each in _evidence(claim, verdict, drafts)]
    marks: set[State] = {each.mark for each in evidence}
    state = next((mark for mark in STATES if mark in marks), STATES[-1])
    return Tick(claim, state, tuple(sorted(evidence, key=lambda each: STATES.index(each.mark))))


def _evidence(claim: Claim, verdict: Verdict, drafts: Collection[str]) -> Iterator[Evidence]:
    """What one verdict says of a claim of a draft."""
    place = _place(claim)
    others = [other for other in verdict.claims if other.mention.document not in drafts]
    own_side = {index for side in verdict.sides if any(_place(verdict.claims[i]) == place for i in side) for index in side}
    across = [other for index, other in enumerate(verdict.claims) if index not in own_side and other in others]
    if verdict.outcome == "agree":
        yield from (Evidence("backed", verdict, other) for other in others)
        if not others and verdict.kind == "expected":
            yield Evidence("backed", verdict, None)
    elif verdict.outcome == "conflict" and not others:
        beside = [other for other in verdict.claims if _place(other) != place]
        yield from (Evidence("contradicted", verdict, other) for other in beside)
        if not beside:
            yield Evidence("contradicted", verdict, None)
    elif verdict.outcome == "conflict":
        yield from (Evidence("contradicted", verdict, other) for other in across)
    elif verdict.outcome == "superseded":
        yield from (Evidence("contradicted" if _later(other, claim) else "not found", verdict, other) for other in across)
    elif verdict.outcome == "compatible":
        yield from (Evidence("backed" if implies(other, claim) else "not found", verdict, other) for other in across)


def implies(other: Claim, claim: Claim) -> bool:
    """Whether all that one claim allows lies within what another does: 24 within "at least 20", 12 June within "June"."""
    inner, outer = other.mention, claim.mention
    if inner.interval is not None and outer.interval is not None:
        return _during(inner.interval, outer.interval) and inner.date_relation == outer.date_relation
    if inner.bounds is None or outer.bounds is None or inner.unit != outer.unit:
        return False
    return _inside(inner.bounds, outer.bounds)


def _inside(inner: Bounds, outer: Bounds) -> bool:
    low = outer.low is None or (inner.low is not None and (
        inner.low > outer.low or (inner.low == outer.low and (inner.low_open or not outer.low_open))))
    high = outer.high is None or (inner.high is not None and (
        inner.high < outer.high or (inner.high == outer.high and (inner.high_open or not outer.high_open))))
    return low and high


def _during(inner: Interval, outer: Interval) -> bool:
    if not (inner.start and inner.end and outer.start and outer.end):
        return False
    return outer.start[:10] <= inner.start[:10] and inner.end[:10] <= outer.end[:10]


def _later(one: Claim, other: Claim) -> bool:
    """Whether a claim was published after another."""
    return bool(one.published and other.published and one.published.isoformat() > other.published.isoformat())


def _place(claim: Claim) -> Place:
    return claim.mention.document, claim.mention.start, claim.mention.end
