"""Claims and references in, what their words allow out, all in one unit: the numbers that a drawing and the common interval stand on.

The steps are those of the verdict (`checks/algebra.py`), so that a picture never shows other bounds than the trail tells.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from factcheck import measures
from factcheck.checks import algebra
from factcheck.checks.sides import CALENDAR, side, way
from factcheck.model import Claim, Rule, Verdict

Json = dict[str, Any]
SOFT = ("about", "nearly", "just_over", "vague")
"""Hedges whose ends nobody would swear to: drawn as a fringe."""


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of exact numbers; None is no end."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def ends(self) -> list[Fraction]:
        return [end for end in (self.low, self.high) if end is not None]

    def json(self) -> Json:
        """The same as steps of a trail have it."""
        return algebra.interval(self.low, self.high, self.low_open, self.high_open)

    def negative(self) -> Span:
        """The same below zero."""
        return Span(None if self.high is None else -self.high, None if self.low is None else -self.low, self.high_open, self.low_open)


@dataclass(frozen=True, slots=True)
class Amount:
    """What a claim says: the numbers as written, what the words allow, and that with what rounding hides."""

    written: tuple[Fraction, ...]
    allowed: Span
    rounded: Span
    soft: bool

    def negative(self) -> Amount:
        """The same below zero."""
        return Amount(tuple(sorted(-number for number in self.written)), self.allowed.negative(), self.rounded.negative(), self.soft)


@dataclass(frozen=True, slots=True)
class Reference:
    """The value that a rule holds articles against, with its citation."""

    span: Span
    citation: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """What lays the claims of one thing on one line: their unit, the widths that a rule gives to hedges, and whether losses lie below
    zero, because gains stand beside them."""

    unit: str | None
    widths: Mapping[str, Any] | None = None
    signed: bool = False

    def amount(self, claim: Claim) -> Amount | None:
        """A claim → its amount; None for a date, and for a unit that cannot be converted."""
        given = side(claim, self.widths).given
        if given["kind"] in CALENDAR:
            return None
        bounds = algebra.bounds(given)
        rounded = algebra.rounding({**{key: given[key] for key in ("kind", "precision", "modifier")}, "bounds": bounds})
        written = {given["number"][end] for end in ("low", "high")} - {None} if given["number"] else set()
        source = claim.mention.unit
        try:
            found = Amount(tuple(sorted(_converted(Fraction(text), source, self.unit) for text in written)),
                           _span(bounds, source, self.unit), _span(rounded, source, self.unit), given["modifier"] in SOFT)
        except measures.Incomparable:
            return None
        return found.negative() if self.signed and way(claim) == "down" else found


def ruler(claims: Sequence[Claim], verdicts: Iterable[Verdict] = (), rules: Mapping[str, Rule] | None = None) -> Ruler:
    """The claims of one thing and the verdicts on them → its ruler: the unit that most of them use, the widths of rules or trails."""
    units = Counter(claim.mention.unit for claim in claims)
    unit = min(units, key=lambda unit: (-units[unit], unit or ""), default=None)
    known = [(verdict, (rules or {}).get(verdict.rule)) for verdict in verdicts]
    widths = next((rule.widths if rule else step.input["widths"] for verdict, rule in known for step in verdict.trail
                   if (rule and rule.widths) or (step.step == "bounds" and step.input.get("widths"))), None)
    return Ruler(unit, widths, {"up", "down"} <= {way(claim) for claim in claims})


def references(verdicts: Iterable[Verdict], unit: str | None, rules: Mapping[str, Rule]) -> list[Reference]:
    """Verdicts → the amounts of those rules that compare with a record, each once."""
    found: dict[str, Reference] = {}
    for verdict in verdicts:
        step = next((step for step in verdict.trail if step.step == "bounds" and step.input.get("citation")), None)
        rule = rules.get(verdict.rule)
        if step is None or rule is None:
            continue
        try:
            span = _span(step.output["right_bounds"], rule.options.get("unit") or unit, unit)
        except measures.Incomparable:
            continue
        found.setdefault(verdict.rule, Reference(span, str(step.input["citation"])))
    return list(found.values())


def _span(ends: Json, source: str | None, target: str | None) -> Span:
    both = (algebra.parse(ends["low"]), algebra.parse(ends["high"]))
    low, high = (None if end is None else _converted(end, source, target) for end in both)
    return Span(low, high, bool(ends["low_open"]), bool(ends["high_open"]))


def _converted(number: Fraction, source: str | None, target: str | None) -> Fraction:
    if source == target or source is None or target is None:
        return number
    return measures.convert(number, source, target)


def shared(spans: Sequence[Span]) -> list[tuple[Span, tuple[int, ...]]]:
    """Intervals → the interval that as many of them as possible allow, and which those are; each way to do so."""
    ways = {tuple(at for at, other in enumerate(spans) if _holds(other, (span.low, span.low_open))) for span in spans}
    most = max(map(len, ways))
    return [(_common([spans[at] for at in way]), way) for way in sorted(ways) if len(way) == most]


def meet(one: Span, other: Span) -> bool:
    """Whether two intervals allow a number both."""
    return len(shared((one, other))[0][1]) == 2


def _holds(span: Span, low: tuple[Fraction | None, bool]) -> bool:
    """Whether an interval holds the numbers just at (or, for an open end, just above) this lower end."""
    number, is_open = low
    if number is None:
        return span.low is None
    above = span.low is None or span.low < number or (span.low == number and (is_open or not span.low_open))
    below = span.high is None or span.high > number or (span.high == number and not span.high_open and not is_open)
    return above and below


def _common(spans: Sequence[Span]) -> Span:
    lows = [(span.low, span.low_open) for span in spans if span.low is not None]
    highs = [(span.high, not span.high_open) for span in spans if span.high is not None]
    low, low_open = max(lows) if lows else (None, False)
    high, high_closed = min(highs) if highs else (None, True)
    return Span(low, high, low_open, not high_closed)
