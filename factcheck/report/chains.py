"""Superseded pairs in, growing figures out: 4 → 7 and 7 → 11 and 4 → 11 are one story of a toll, 4 → 7 → 11."""
from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from factcheck.model import Claim, Verdict
from factcheck.report.words import value

Fact = tuple[Claim, ...]
Place = tuple[str, int]


def chains(verdicts: Iterable[Verdict]) -> list[list[Fact]]:
    """Verdicts of outcome `superseded` → rows of facts, the oldest first; those of one rule that share facts are one row."""
    rows: list[tuple[str, dict[Place, Fact]]] = []
    for verdict in verdicts:
        sides = {_place(fact[0]): fact for fact in sides_of(verdict)}
        home = next((facts for rule, facts in rows if rule == verdict.rule and facts.keys() & sides.keys()), None)
        if home is None:
            rows.append((verdict.rule, sides))
        else:
            home.update({place: max(fact, home.get(place, ()), key=len) for place, fact in sides.items()})
    return [sorted(facts.values(), key=printed) for _, facts in rows]


def sides_of(verdict: Verdict) -> list[Fact]:
    """The claims of each fact of a verdict."""
    return [tuple(verdict.claims[index] for index in side) for side in verdict.sides]


def by_value(verdict: Verdict) -> list[Fact]:
    """The claims of a verdict by their value, so that "18 centimetres" and "180 millimetres" are both seen, and equal words once."""
    values: dict[str, list[Claim]] = {}
    for claim in verdict.claims:
        values.setdefault(value(claim.mention), []).append(claim)
    return [tuple(claims) for claims in values.values()]


def sources(verdict: Verdict) -> set[str]:
    """The documents that a verdict cites."""
    return {claim.mention.document for claim in verdict.claims}


def printed(fact: Sequence[Claim]) -> str:
    """When a fact was first printed; facts without a date come first."""
    return min((claim.published.isoformat() for claim in fact if claim.published is not None), default="")


def first_day(fact: Sequence[Claim]) -> datetime.date | None:
    """The day of that."""
    moments = [claim.published for claim in fact if claim.published is not None]
    return min((moment.date() if isinstance(moment, datetime.datetime) else moment for moment in moments), default=None)


def _place(claim: Claim) -> Place:
    return claim.mention.document, claim.mention.start
