"""Two claims in, whether their figures are equal out, and how telling a figure is: many articles say "two", few say 412.6."""
from __future__ import annotations

from fractions import Fraction

from factcheck import measures
from factcheck.claims.said import said
from factcheck.groups.clause import CALENDAR
from factcheck.model import Claim, Mention, Number, Range

UNCONVERTED = ("points",)
ROUNDED = Fraction(1, 100)      # 96 acres, 38.8 hectares
FULL = ("day", "minute", "second", "hour", "part", "weekend", "week")


def equal(left: Claim, right: Claim) -> bool:
    """Whether two claims state the very same amount, date or time; 180 millimetres are 18 centimetres."""
    one, other = left.mention, right.mention
    if one.kind in CALENDAR or other.kind in CALENDAR:
        mine, theirs = said(one, left.published), said(other, right.published)
        if one.kind == other.kind == "time" and mine.timex and theirs.timex and one.date_relation == other.date_relation:
            return mine.timex == theirs.timex and not {"local"} & {*one.text.split(), *other.text.split()}
        return one.date_relation == other.date_relation and mine == theirs and mine.timex is not None
    if one.bounds is None or other.bounds is None or one.trend != other.trend:
        return False
    if one.unit == other.unit or one.kind == "count" or as_unit(left) == as_unit(right):
        return one.bounds == other.bounds
    if {one.kind, other.kind} == {"ratio", "percent"} and not one.trend:                    # "three quarters", "75 percent"
        return _share(one) == _share(other) is not None
    if one.bounds.low is None or other.bounds.low is None or not measures.comparable(one.unit, other.unit):
        return one.unit is not None and other.unit is not None and one.bounds == other.bounds and measures.doubtful(one.unit, other.unit)
    return measures.to_base(one.bounds.low, str(one.unit)) == measures.to_base(other.bounds.low, str(other.unit))


def _share(mention: Mention) -> Number | None:
    """A share without a hedge as a number: 75 percent are 3/4."""
    number = mention.number.low if mention.number and mention.number.low == mention.number.high and mention.modifier == "exact" else None
    if number is None or mention.unit is None:
        return number
    return measures.to_base(number, mention.unit)


def as_unit(claim: Claim) -> str | None:
    """A claim → its unit; what it counts where that is the name of a unit that nothing converts: 2,117 career points are 2,117 points."""
    mention = claim.mention
    if mention.kind != "count" or claim.key.entity is None or measures.unit(claim.key.entity) is None:
        return mention.unit
    return claim.key.entity if measures.dimension(claim.key.entity) in UNCONVERTED else mention.unit


def points_for_percent(one: Mention, other: Mention) -> bool:
    """Whether one says that something rose by five percent and the other by five points: no more than one of them can be right."""
    return (one.trend is not None and one.trend == other.trend and one.number is not None and one.number == other.number
            and {one.unit, other.unit} == {"percent", "percentage point"})


def close(left: Claim, right: Claim) -> bool:
    """Whether two claims print the same number or time with another hedge or sign: "about 14,000" and "over 14,000", "at 2:09" and "after
    2:09", a loss of $12 million and an income of $(12) million."""
    one, other = left.mention, right.mention
    if one.kind == other.kind == "time":
        mine, theirs = said(one, left.published), said(other, right.published)
        return mine.timex is not None and mine.timex == theirs.timex
    if one.number is None or other.number is None or one.trend != other.trend:
        return False
    if one.unit == other.unit:
        return _sizes(one.number) == _sizes(other.number)
    return min(specific(left), specific(right)) > 2 and _converted(one, other)


def _converted(one: Mention, other: Mention) -> bool:
    """Whether two figures in other units are one but for rounding: 6 ft 4 in, 1.93 metres."""
    if one.number is None or other.number is None or not one.unit or not other.unit or not measures.comparable(one.unit, other.unit):
        return False
    sizes = [measures.to_base(mention.number.low, mention.unit) for mention in (one, other)
             if mention.number is not None and mention.number.low is not None and mention.unit]
    return len(sizes) == 2 and abs(sizes[0] - sizes[1]) <= abs(sizes[0]) * ROUNDED


def _sizes(number: Range) -> set[Number]:
    return {-end if end < 0 else end for end in (number.low, number.high) if end is not None}


def specific(claim: Claim) -> int:
    """How telling a figure is: 1 (a small count, a bare hour), 2 (45, a year), 3 (412.6, a day, a sum of money)."""
    mention = claim.mention
    if mention.kind in CALENDAR:
        if mention.kind == "time":
            return 3 if ":" in mention.text else 2
        known = mention.interval is not None and mention.interval.start is not None
        return 3 if known and mention.interval is not None and mention.interval.granularity in FULL else 2
    if mention.kind == "score" and mention.number is not None:
        return min(3, len(f"{mention.number.low}{mention.number.high}"))
    return min(3, _digits(mention) + (1 if mention.unit and mention.kind != "count" else 0)) or 1


def _digits(mention: Mention) -> int:
    """The digits of a number without the zeros at its ends: 412.6 has four, 3,000 one."""
    low = mention.number.low if mention.number else None
    return len(str(low).replace(".", "").strip("0")) if low is not None else 1
