"""A topic whose figures grew in, a chart out: what each speaker said, by the day it was published."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from factcheck.checks.amounts import Ruler, ruler
from factcheck.model import Claim
from factcheck.report.page import calendar
from factcheck.report.page.axis import Axis, Tick, axis, ticks
from factcheck.report.page.sources import Source
from factcheck.report.page.topics import Topic
from factcheck.report.words import clean, day, plural, value

SHAPES = 6
"""Shapes and dashes that tell series apart; the seventh speaker has the first again."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: its day and what the words allow, in percent from the left and from the top; the ends it does not have; how far it
    is moved to the right, because another stands there."""

    x: float
    y: float
    top: float
    bottom: float
    open_top: bool
    open_bottom: bool
    says: str
    date: str
    source: Source
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one speaker, the earliest first."""

    name: str
    shape: int
    points: tuple[Point, ...]

    def steps(self) -> list[tuple[Point, Point]]:
        return list(zip(self.points, self.points[1:], strict=False))


@dataclass(frozen=True, slots=True)
class Chart:
    """All series of a topic on one scale."""

    series: tuple[Series, ...]
    days: tuple[Tick, ...]
    amounts: tuple[Tick, ...]
    unit: str


def chart(topic: Topic, sources: Mapping[str, Source]) -> Chart | None:
    """A topic with superseded figures → its chart; None where fewer than two days of publication are known."""
    if all(finding.verdict.outcome != "superseded" for finding in topic.findings):
        return None
    laid = ruler(topic.claims)
    voices: dict[str, list[Claim]] = {}
    for claim in sorted(topic.claims, key=_when):
        if claim.published is not None and laid.amount(claim) is not None:
            voices.setdefault(speaker(claim), []).append(claim)
    said = [claim for claims in voices.values() for claim in claims]
    if len({_when(claim) for claim in said}) < 2:
        return None
    allowed = [found.allowed for claim in said if (found := laid.amount(claim)) is not None]
    ends = [float(end) for span in allowed for end in span.ends()]
    if not ends:
        return None
    upward = axis(ends, open_high=any(span.high is None for span in allowed))
    along = axis([_when(claim) for claim in said], log=False)
    seen: Counter[tuple[float, float]] = Counter()
    series = tuple(Series(name, at % SHAPES, tuple(_apart(_point(claim, laid, along, upward, sources), seen) for claim in claims))
                   for at, (name, claims) in enumerate(voices.items()))
    return Chart(series, tuple(calendar.ticks(along)), tuple(ticks(upward)), plural(laid.unit) if laid.unit else "")


def speaker(claim: Claim) -> str:
    """Who says it: the speaker that the article names, else the publisher in its own words."""
    if claim.mention.attribution and claim.mention.attribution.speaker:
        name = clean(claim.mention.attribution.speaker)
        return name.removeprefix("The ").removeprefix("the ")
    return clean(claim.publisher or claim.mention.document)


def _when(claim: Claim) -> float:
    return calendar.instant(claim.published) if claim.published is not None else 0.0


def _apart(point: Point, seen: Counter[tuple[float, float]]) -> Point:
    """A point, a little to the right of those that stand in its place."""
    seen[point.x, point.y] += 1
    return replace(point, shift=16 * (seen[point.x, point.y] - 1))


def _point(claim: Claim, laid: Ruler, along: Axis, upward: Axis, sources: Mapping[str, Source]) -> Point:
    said = laid.amount(claim)
    assert said is not None
    low, high = said.allowed.low, said.allowed.high
    top = 0.0 if high is None else 100 - upward.at(float(high))
    bottom = 100.0 if low is None else 100 - upward.at(float(low))
    written = said.written[-1] if said.written else high if low is None else low
    middle = 100 - upward.at(float(written)) if written is not None else (top + bottom) / 2
    return Point(along.at(_when(claim)), round(middle, 2), round(top, 2), round(bottom, 2), high is None, low is None,
                 value(claim.mention), day(claim.published), sources[claim.mention.document])
