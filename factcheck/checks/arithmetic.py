"""The arithmetic of self-checks: amounts and dates as plain JSON values in, spans out that `relation` compares; each step a pure function.

Two numbers of one sentence were written by one hand, one often computed from the other. So less is forgiven than between two articles:
an amount below ten thousand is meant to the unit, a larger one to half of its last place, a percentage may be rounded or cut off.
Hedges ("about", "nearly") count as everywhere.
"""
from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from factcheck.checks import algebra

Json = dict[str, Any]

SMALL = 10_000                  # below it an amount is meant to the unit
CAP = Fraction(1, 20)           # half of the last place, but never more than this share of the number
ROUND_PERCENT = Fraction(3, 2)  # "40 percent" may stand for 38.5 to 41.5
FRACTION = Fraction(2, 25)      # "a third" is so wide either way
HEDGED_FRACTION = Fraction(1, 5)
EDGE = Fraction(1, 50)          # the hard end of "more than half" or "nearly half"
HALF = Fraction(3, 100)         # half of the last place, but never more than this share where both of two amounts are rounded
LIMITS = ("up_to", "at_most", "at_least", "more_than", "less_than")
MULTIPLE = Fraction(1, 10)      # "doubled" is about double


def written(given: Json) -> Json:
    """An amount as written → the span it is meant for: what its hedges allow and what its last digit hides."""
    return {f"{given['side']}_span": meant(given)}


def meant(given: Json) -> Json:
    """An amount as written → its span."""
    ends = algebra.bounds(given)
    low, high = algebra.parse(ends["low"]), algebra.parse(ends["high"])
    number = given.get("number")
    if number is None:
        return algebra.rounding({"bounds": ends, "modifier": "vague", "kind": given["kind"], "precision": None})
    if "/" in number["low"]:
        return _fraction(Fraction(number["low"]), ends, given.get("modifier") or "exact")
    if low is None or high is None or low != high:
        return ends
    below, above = _hidden(given["kind"], low, algebra.parse(given.get("precision")))
    return algebra.interval(low - below, high + above, False, above > 0)


def _fraction(number: Fraction, ends: Json, modifier: str) -> Json:
    """"a third" is about a third, "nearly a third" or "about a third" wider on that side, "more than a third" ends at it."""
    low, high = algebra.parse(ends["low"]), algebra.parse(ends["high"])
    below, above = (FRACTION, FRACTION) if modifier == "exact" else (HEDGED_FRACTION * (low != number), HEDGED_FRACTION * (high != number))
    least, most = number * (1 - max(below, EDGE)), number * (1 + max(above, EDGE))
    return algebra.interval(None if low is None else least, None if high is None else most)


def _hidden(kind: str, number: Fraction, place: Fraction | None) -> tuple[Fraction, Fraction]:
    """How much the writing of a number hides below and above it."""
    if kind == "ratio":
        return abs(number) * MULTIPLE, abs(number) * MULTIPLE
    if place is None or kind in ("age", "ordinal", "score"):
        return Fraction(0), Fraction(0)
    if kind == "percent":
        return (ROUND_PERCENT, ROUND_PERCENT) if place >= 10 else (place / 2, place)
    size = abs(number)
    if size < SMALL and place >= 1:
        hidden = Fraction(0) if kind == "count" else Fraction(1, 2)
    else:
        hidden = place / 2
    hidden = min(hidden, CAP * size)
    return hidden, hidden


def total(given: Json) -> Json:
    """The parts as written → the span of their sum."""
    spans = [meant(part) for part in given["parts"]]
    return {"left_span": _sum(spans)}


def _sum(spans: list[Json]) -> Json:
    ends: list[Fraction | None] = []
    for name in ("low", "high"):
        found = [algebra.parse(span[name]) for span in spans]
        ends.append(None if None in found else sum((end for end in found if end is not None), Fraction(0)))
    return algebra.interval(ends[0], ends[1], any(span["low_open"] for span in spans), any(span["high_open"] for span in spans))


def share(given: Json) -> Json:
    """The spans of a part and of its whole → the span of the share, in percent."""
    return {"left_span": _quotients(given["part_span"], given["whole_span"], 100, 0)}


def change(given: Json) -> Json:
    """The spans of what was and of what is now → the span of the change: `as` "percent", "difference" or "factor"; `sign` -1 for a fall."""
    old, new, sign = given["from_span"], given["to_span"], int(given.get("sign", 1))
    if given["as"] == "difference":
        low, high = _minus(_low(new), _high(old)), _minus(_high(new), _low(old))
        span = algebra.interval(low, high, new["low_open"] or old["high_open"], new["high_open"] or old["low_open"])
    elif given["as"] == "factor":
        span = _quotients(new, old, 1, 0)
    else:
        span = _quotients(new, old, 100, -100)
    return {"left_span": span if sign > 0 else _mirrored(span)}


def _mirrored(span: Json) -> Json:
    low, high = _low(span), _high(span)
    return algebra.interval(None if high is None else -high, None if low is None else -low, span["high_open"], span["low_open"])


def _quotients(above: Json, below: Json, scale: int, shift: int) -> Json:
    """Positive spans → scale * above / below + shift; an end that is open or divided by nothing has no end."""
    low, high = _over(_low(above), _high(below)), _over(_high(above), _low(below))
    return algebra.interval(None if low is None else low * scale + shift, None if high is None else high * scale + shift)


def _over(above: Fraction | None, below: Fraction | None) -> Fraction | None:
    return None if above is None or not below or below < 0 else above / below


def _minus(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left - right


def _low(span: Json) -> Fraction | None:
    return algebra.parse(span["low"])


def _high(span: Json) -> Fraction | None:
    return algebra.parse(span["high"])


def conversion(given: Json) -> Json:
    """Two amounts in different units → the first in the unit of the second beside the second, under the reading that fits best.

    One of the two was computed from the other, or both from a third: it is enough that either lies within what rounding of the other hides,
    or that both meet when each gives up half of its last place. `readings`
    lists the pairs of units that the words may mean ("tons" are short, long or metric); `differences` whether degrees may be a change.
    """
    changes = given.get("differences", [False])
    tries = [_converted(given, units[0], units[1], change) for units in given["readings"] for change in changes]
    best = next((spans for spans in tries if spans["meets"]), tries[0])
    return {name: best[name] for name in ("left_span", "right_span")}


def _converted(given: Json, source: str, target: str, difference: bool) -> Json:
    """Both ends of two amounts under one reading: the first end that does not fit, or the first of all, as points."""
    pairs = [_pair(given, name, source, target, difference) for name in ("low", "high")]
    return next((pair for pair in pairs if not pair["meets"]), pairs[0])


def _pair(given: Json, name: str, source: str, target: str, difference: bool) -> Json:
    from factcheck import measures
    left, right = (_one_end(given[side], name) for side in ("left", "right"))
    there = measures.convert(left, source, target, difference=difference)
    back = measures.convert(right, target, source, difference=difference)
    meets = _near(there, right, given["right"]) or _near(back, left, given["left"]) or _both(left, right, given, source, target, difference)
    return {"left_span": _point(there), "right_span": _point(there if meets else right), "meets": meets}


def _one_end(amount: Json, name: str) -> Fraction:
    return Fraction(amount["number"][name])


def _near(exact: Fraction, number: Fraction, amount: Json) -> bool:
    """Whether an exact value lies within what the writing of a number and its hedges allow."""
    text = algebra.show(number)
    said = algebra.bounds({**amount, "number": {"low": text, "high": text}, "modifier": _of_one(amount["modifier"])})
    low, high = algebra.parse(said["low"]), algebra.parse(said["high"])
    hidden = algebra.slack("measure", number, algebra.parse(amount.get("precision"))) + abs(number) / 200
    return (low is None or exact >= low - hidden) and (high is None or exact <= high + hidden)


def _both(left: Fraction, right: Fraction, given: Json, source: str, target: str, difference: bool) -> bool:
    """Whether two amounts meet when each may be off by half of its last place: 1.8 billion miles and 2.8 billion kilometres."""
    from factcheck import measures
    off = _half(left, given["left"])
    low, high = (measures.convert(left + sign * off, source, target, difference=difference) for sign in (-1, 1))
    other = _half(right, given["right"])
    return low <= right + other and high >= right - other


def _half(number: Fraction, amount: Json) -> Fraction:
    place = algebra.parse(amount.get("precision"))
    return Fraction(0) if place is None else min(place / 2, abs(number) * HALF)


def _of_one(modifier: str) -> str:
    """A limit ("up to 75 mph") is converted with its number, so it says how near that is, not how far the speeds reach."""
    return "exact" if modifier == "between" else "about" if modifier in LIMITS else modifier


def weekday(given: Json) -> Json:
    """An ISO day and a weekday as said (1 is Monday) → the day's own weekday beside it."""
    own = datetime.date.fromisoformat(given["date"]).isoweekday()
    return {"left_span": algebra.interval(Fraction(own), Fraction(own)), "right_span": _point(given["said"]), "weekday": own}


def range_of_month(given: Json) -> Json:
    """A day, month and year as written → the day beside the days that the month has; without a year February has 29."""
    year, month = int(given["year"] or 2000), int(given["month"])
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 and 1 <= year <= 9999 else 31
    return {"left_span": _point(given["day"]), "right_span": algebra.interval(Fraction(1), Fraction(last))}


def within(given: Json) -> Json:
    """A span (`span`, or `number`) and the least and most that can be → both as left and right."""
    span = given.get("value_span") or _point(given["number"])
    return {"left_span": span, "right_span": algebra.interval(algebra.parse(given["least"]), algebra.parse(given["most"]))}


def age(given: Json) -> Json:
    """The intervals of birth and of a later day → the completed years between them; `turning`: the difference of the years."""
    return {"left_span": years(given["start"], given["end"], bool(given.get("turning")))}


def years(start: Json, end: Json, calendar_years: bool = False) -> Json:
    """Two intervals of ISO days → the years between them, completed or by the calendar."""
    first, last = _day(start["start"]), _day(start["end"])
    begin, stop = _day(end["start"]), _day(end["end"])
    if calendar_years:
        return algebra.interval(Fraction(begin.year - last.year), Fraction(stop.year - first.year))
    return algebra.interval(Fraction(_completed(last, begin)), Fraction(_completed(first, stop)))


def _completed(start: datetime.date, end: datetime.date) -> int:
    """On the 29th of February's birthday in a common year one may count either way; here it is the 1st of March."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def anniversary(given: Json) -> Json:
    """The first year, the years in which it may be marked, and `counted` from zero or from one → the numbers that fit."""
    found = sorted(int(year) - int(given["first"]) + int(given.get("counted", 0)) for year in given["marked"])
    return {"left_span": algebra.interval(Fraction(found[0]), Fraction(found[-1]))}


def days(given: Json) -> Json:
    """Two ISO days → the days between them, counted with the last one and without."""
    between = Fraction((_day(given["end"]) - _day(given["start"])).days)
    return {"left_span": algebra.interval(between, between + 1)}


def order(given: Json) -> Json:
    """Two intervals, of what must come first and of what must come later → whether the second ends before the first begins."""
    first, second = given["first"]["start"], given["second"]["end"]
    length = min(len(first), len(second))
    return {"relation": "disjoint" if second[:length] < first[:length] else "overlaps"}


def ceiling(given: Json) -> Json:
    """The span of a whole → the span of what a part of it may be."""
    return {"right_span": {**given["whole_span"], "low": None, "low_open": False}}


def direction(given: Json) -> Json:
    """The spans of what was and what is, and the way that the verb says → disjoint when the numbers go the other way."""
    old, new = given["from_span"], given["to_span"]
    if given["said"] == "up":
        old, new = new, old
    low, high = _low(new), _high(old)
    return {"relation": "disjoint" if low is not None and high is not None and low > high else "overlaps"}


def _point(text: Any) -> Json:
    number = Fraction(str(text))
    return algebra.interval(number, number)


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text[:10])


STEPS: dict[str, Callable[[Json], Json]] = {
    "written": written,                     # "12,480"                     → 12,480; "64 percent" → 63.5 to 65
    "sum": total,                           # 96, 49, 2, 3                 → 150
    "share": share,                         # 3 of 12                      → 25 percent
    "change": change,                       # from 10 to 15                → 50 percent
    "conversion": conversion,               # 40 hectares                  → 98.8 acres
    "weekday": weekday,                     # 5 November 2024              → a Tuesday
    "days of the month": range_of_month,    # June                         → 1 to 30
    "limits": within,                       # latitude                     → 0 to 90
    "age": age,                             # born 1927, died 1999         → 71 or 72
    "anniversary": anniversary,             # 1949, marked in 2023         → 74
    "days": days,                           # 4 to 6 June                  → 2 or 3
    "order": order,                         # arrested 14 May, released 12 May
    "direction": direction,                 # fell from 90 to 120
    "ceiling": ceiling,                     # of 12                        → up to 12
}
