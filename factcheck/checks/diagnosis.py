"""Two amounts or dates that cannot both be true in, what may have happened out: digits swapped, a zero lost, a unit mistaken.

A diagnosis is a hint about how such a difference comes about, never a word about who is right; where none fits there is none. Dates are
given as ISO days, amounts with their numbers and units as written.
"""
from __future__ import annotations

import datetime
from fractions import Fraction

from factcheck import measures
from factcheck.model import Mention

POWERS = {10: "a zero more or less", 100: "two zeros more or less", 1000: "a thousand times: a scale word may be another",
          1_000_000: "a million times: a scale word may be missing"}


def diagnosis(one: Mention, other: Mention) -> str | None:
    """Two mentions that conflict → what may have happened, in a few words, or None."""
    if one.interval is not None and other.interval is not None:
        return _of_dates(one.interval.start, other.interval.start)
    if one.number is None or other.number is None or one.number.low != one.number.high or other.number.low != other.number.high:
        return None
    left, right = Fraction(one.number.low or 0), Fraction(other.number.low or 0)
    if left == right:
        return "the same number in two units" if one.unit != other.unit else None
    if one.unit != other.unit and one.unit and other.unit and measures.comparable(one.unit, other.unit):
        right = measures.convert(right, other.unit, one.unit)
    return _of_numbers(left, right, one.unit == other.unit)


def _of_numbers(left: Fraction, right: Fraction, one_unit: bool) -> str | None:
    small, large = sorted((abs(left), abs(right)))
    if small and (factor := large / small) in POWERS:
        return POWERS[int(factor)]
    if one_unit and _swapped(str(small), str(large)):
        return "two digits are swapped"
    return None


def _swapped(small: str, large: str) -> bool:
    """Whether two numbers differ by one exchange of neighbouring digits: 412 and 421."""
    if len(small) != len(large) or "/" in small + large and small.partition("/")[2] != large.partition("/")[2]:
        return False
    places = [index for index, (a, b) in enumerate(zip(small, large, strict=True)) if a != b]
    return len(places) == 2 and places[1] == places[0] + 1 and small[places[0]] == large[places[1]] and small[places[1]] == large[places[0]]


def _of_dates(one: str | None, other: str | None) -> str | None:
    if not one or not other:
        return None
    try:
        left, right = datetime.date.fromisoformat(one[:10]), datetime.date.fromisoformat(other[:10])
    except ValueError:
        return None
    if abs((left - right).days) == 1:
        return "one day apart"
    if left.year == right.year and (left.month, left.day) == (right.day, right.month):
        return "day and month are exchanged"
    if (left.month, left.day) == (right.month, right.day) and _swapped(str(left.year), str(right.year)):
        return "two digits of the year are swapped"
    return None
