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
PLURAL = {"foot": "feet", "inch": "inches", "pound-mass": "pounds"}
YEARS = {1: "one year apart", 10: "ten years apart", 100: "a century apart"}
TAKEN_FOR = (("mile", "kilometre"), ("pound-mass", "kilogram"), ("foot", "metre"), ("acre", "hectare"), ("gallon", "litre"),
             ("inch", "centimetre"))
NEAR = Fraction(1, 50)          # how near a converted number lies to what was written, after rounding


def diagnosis(one: Mention, other: Mention) -> str | None:
    """Two mentions that conflict → what may have happened, in a few words, or None."""
    if one.interval is not None and other.interval is not None:
        return _of_dates(one.interval.start, other.interval.start)
    if one.number is None or other.number is None or one.number.low != one.number.high or other.number.low != other.number.high:
        return None
    left, right = Fraction(one.number.low or 0), Fraction(other.number.low or 0)
    if left == right:
        if "percentage point" in (one.unit, other.unit):
            return "percent may have been taken for percentage points"
        return "the same number in two units" if one.unit != other.unit else None
    if one.unit != other.unit and one.unit and other.unit and measures.comparable(one.unit, other.unit):
        right = measures.convert(right, other.unit, one.unit)
    return _of_numbers(left, right, one.unit == other.unit) or (_mistaken(left, right, one.unit) if one.unit == other.unit else None)


def _of_numbers(left: Fraction, right: Fraction, one_unit: bool) -> str | None:
    small, large = sorted((abs(left), abs(right)))
    if small and (factor := large / small) in POWERS:
        return POWERS[int(factor)]
    if one_unit and _swapped(str(small), str(large)):
        return "two digits are swapped"
    return "a digit is missing" if one_unit and _dropped(str(small), str(large)) else None


def _dropped(small: str, large: str) -> bool:
    """Whether one number is the other without one of its digits: 412 and 42; below a hundred that says nothing."""
    return len(small) > 1 and len(large) == len(small) + 1 and large.isdecimal() and any(
        large[:at] + large[at + 1:] == small for at in range(len(large)))


def _mistaken(left: Fraction, right: Fraction, unit: str | None) -> str | None:
    """Whether one number is the other in a unit that it is often taken for: 34 miles and 55 miles, which are 34 miles in kilometres."""
    for pair in TAKEN_FOR:
        if unit not in pair:
            continue
        for here, there in (pair, pair[::-1]):
            for number, other in ((left, right), (right, left)):
                if other and abs(measures.convert(number, here, there) / other - 1) < NEAR:
                    return f"{PLURAL.get(pair[0], pair[0] + 's')} may have been taken for {pair[1]}s"
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
    if "T" in one and "T" in other:
        return _of_times(one, other)
    try:
        left, right = datetime.date.fromisoformat(one[:10]), datetime.date.fromisoformat(other[:10])
    except ValueError:
        return None
    if abs((left - right).days) == 1:
        return "one day apart"
    if abs((left - right).days) == 7:
        return "one week apart"
    if left.year == right.year and (left.month, left.day) == (right.day, right.month):
        return "day and month are exchanged"
    if (left.month, left.day) == (right.month, right.day) and _swapped(str(left.year), str(right.year)):
        return "two digits of the year are swapped"
    if (left.month, left.day) == (right.month, right.day) and abs(left.year - right.year) in YEARS:
        return YEARS[abs(left.year - right.year)]
    months = abs(12 * (left.year - right.year) + left.month - right.month)
    return "one month apart" if left.day == right.day and months == 1 else None


def _of_times(one: str, other: str) -> str | None:
    """Two times of day → whether noon or a time zone lies between them."""
    try:
        left, right = (datetime.datetime.fromisoformat(text) for text in (one, other))
        minutes = abs(left - right) // datetime.timedelta(minutes=1)
    except (ValueError, TypeError):
        return None
    if minutes == 1440:
        return "one day apart"
    if minutes == 720:
        return "twelve hours apart: a.m. and p.m. may be exchanged"
    return "whole hours apart: another time zone may be meant" if minutes and minutes % 60 == 0 and minutes < 720 else None
