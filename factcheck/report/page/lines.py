"""A topic in, its line out: one bar per source with closed, open and missing ends, hedges as fringe, the reference as a mark.

Amounts stand on a number line, dates on a timeline where a diamond shows the day of publication. All places are percents, so that the
drawing is as wide as the page; the same is said in words beside each bar.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.checks.amounts import Amount, Reference, Ruler, Span, references, ruler
from factcheck.checks.consensus import JOINED
from factcheck.model import Claim, Rule
from factcheck.report.page import calendar
from factcheck.report.page.axis import Axis, Tick, axis, ticks
from factcheck.report.page.sources import Source
from factcheck.report.page.topics import Topic
from factcheck.report.steps import value as notation
from factcheck.report.words import clean, plural, value, with_unit

MOST = 40
"""Bars of one line; the page says how many more there are."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One source on the line. Ends are "closed", "open" or "none"; `points` are the numbers as written."""

    source: Source
    says: str
    outcome: str
    low: float
    high: float
    low_end: str
    high_end: str
    soft: bool
    points: tuple[float, ...] = ()
    fringe: tuple[float, float] | None = None
    published: float | None = None

    @property
    def width(self) -> float:
        return round(self.high - self.low, 2)


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference on the line."""

    low: float
    high: float
    says: str
    citation: str

    @property
    def width(self) -> float:
        return round(self.high - self.low, 2)


@dataclass(frozen=True, slots=True)
class Line:
    """A whole drawing: its bars, its references, its axis in words and ticks, and how many bars are left out."""

    caption: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    left_out: int = 0
    published: bool = False


def line(topic: Topic, sources: Mapping[str, Source], rules: Mapping[str, Rule]) -> Line | None:
    """A topic → its line; None where all say the same and where there is nothing to lay on a line."""
    if topic.findings[0].verdict.kind not in JOINED:
        return None
    claims = _distinct(topic.claims)
    if claims[0].mention.kind in ("date", "time"):
        return _timeline(topic, claims, sources)
    laid = ruler(topic.claims, topic.verdicts(), rules)
    found = [(claim, said) for claim in claims if (said := laid.amount(claim)) is not None]
    held = references(topic.verdicts(), laid.unit, rules)
    if len({said.allowed for _, said in found} | {each.span for each in held}) < 2:
        return None
    return _numbers(topic, found, held, laid, sources)


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Claims → those of one document that say the same once."""
    said: dict[tuple[str, str, str], Claim] = {}
    for claim in claims:
        said.setdefault((claim.mention.document, value(claim.mention), claim.mention.text.lower()), claim)
    return list(said.values())


def _numbers(topic: Topic, found: Sequence[tuple[Claim, Amount]], held: Sequence[Reference], laid: Ruler,
             sources: Mapping[str, Source]) -> Line | None:
    ends = [end for _, said in found for end in (*said.allowed.ends(), *said.rounded.ends())]
    ends += [end for each in held for end in each.span.ends()]
    if not ends:
        return None
    scale = axis(map(float, ends), any(said.allowed.low is None for _, said in found), any(said.allowed.high is None for _, said in found))
    ordered = sorted(found, key=lambda pair: (_middle(pair[1].allowed), sources[pair[0].mention.document].number))
    bars = tuple(_bar(topic, claim, said, scale, sources, laid) for claim, said in ordered[:MOST])
    unit = laid.unit
    marks = tuple(_mark(each, scale, unit) for each in held)
    name = "percent" if unit == "percent" else plural(unit) if unit and not unit.isupper() else unit
    caption = ", ".join(filter(None, (name, "log scale" if scale.log else "", "losses below zero" if laid.signed else "")))
    return Line(caption, bars, marks, tuple(ticks(scale)), len(found) - len(bars))


def _middle(span: Span) -> float:
    ends = span.ends()
    return float(sum(ends)) / len(ends) if ends else 0.0


def _bar(topic: Topic, claim: Claim, said: Amount, scale: Axis, sources: Mapping[str, Source],
         laid: Ruler) -> Bar:
    low, high, low_end, high_end = _ends(said.allowed, scale)
    fringe = _ends(said.rounded, scale)[:2] if said.rounded != said.allowed else None
    says = with_unit(notation(said.allowed.json()), laid.unit) if laid.signed or claim.mention.unit == laid.unit else value(claim.mention)
    points = tuple(scale.at(float(number)) for number in said.written if _inside(float(number), said.allowed))
    return Bar(sources[claim.mention.document], says, topic.outcome_of(claim), low, high, low_end, high_end, said.soft,
               points if said.soft or low == high else (), fringe)


def _ends(span: Span, scale: Axis) -> tuple[float, float, str, str]:
    low = 0.0 if span.low is None else scale.at(float(span.low))
    high = 100.0 if span.high is None else scale.at(float(span.high))
    return (low, high, "none" if span.low is None else "open" if span.low_open else "closed",
            "none" if span.high is None else "open" if span.high_open else "closed")


def _inside(number: float, span: Span) -> bool:
    above = span.low is None or number > span.low or (number == span.low and not span.low_open)
    return above and (span.high is None or number < span.high or (number == span.high and not span.high_open))


def _mark(held: Reference, scale: Axis, unit: str | None) -> Mark:
    low, high, _, _ = _ends(held.span, scale)
    return Mark(low, high, with_unit(notation(held.span.json()), unit), clean(held.citation))


def _timeline(topic: Topic, claims: Sequence[Claim], sources: Mapping[str, Source]) -> Line | None:
    """Dates on one scale of days; the days of publication too, unless they would squeeze what is said to a dot."""
    found = [(claim, span) for claim in claims if (span := calendar.span(claim)) is not None]
    held = calendar.references(topic.verdicts())
    if len({(span, claim.mention.date_relation) for claim, span in found} | {(span, None) for span, _ in held}) < 2:
        return None
    ends = [end for _, span in found for end in span if end is not None] + [end for span, _ in held for end in span if end is not None]
    published = {claim.mention.document: calendar.instant(claim.published) for claim, _ in found if claim.published is not None}
    together = [*ends, *published.values()]
    near = bool(published) and max(together) - min(together) <= 4 * max(1.0, max(ends) - min(ends))
    endless = [any(span[at] is None for _, span in found) for at in (0, 1)]
    scale = axis(together if near else ends, *endless, log=False)
    ordered = sorted(found, key=lambda pair: (pair[1][0] or pair[1][1] or 0.0, sources[pair[0].mention.document].number))
    bars = tuple(_date_bar(topic, claim, span, scale, sources, published.get(claim.mention.document) if near else None)
                 for claim, span in ordered[:MOST])
    marks = tuple(Mark(scale.at(span[0] or ends[0]), scale.at(span[1] or ends[0]), says, citation) for span, (says, citation) in held)
    return Line("", bars, marks, tuple(calendar.ticks(scale)), len(found) - len(bars), near)


def _date_bar(topic: Topic, claim: Claim, span: calendar.Days, scale: Axis, sources: Mapping[str, Source], published: float | None) -> Bar:
    low, high = (None if end is None else scale.at(end) for end in span)
    return Bar(sources[claim.mention.document], value(claim.mention), topic.outcome_of(claim), 0.0 if low is None else low,
               100.0 if high is None else high, "none" if low is None else "closed", "none" if high is None else "closed",
               claim.mention.timex_mod == "APPROX", published=None if published is None else scale.at(published))
