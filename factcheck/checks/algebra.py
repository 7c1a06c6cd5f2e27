"""Amounts as plain JSON values in, intervals and their relation out: the arithmetic of every verdict, each step a pure function.

An amount goes through `bounds` (what the words allow), `rounding` (what its last digit hides) and `convert` (base units); two of them
meet in `relation`. All arithmetic is exact: numbers are decimal strings or fractions outside, `Fraction` inside.
"""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from factcheck import bounds as hedges
from factcheck.data import load
from factcheck.model import Bounds, Number

Json = dict[str, Any]
FAR = 2
"""An amount more than so many times beyond the finite end of an open interval is "far apart"."""


@lru_cache(maxsize=10_000)       # every step of a trail reads its numbers again
def parse(text: str | None) -> Fraction | None:
    """A decimal string or a fraction ("2/3") → the exact number; None stays None."""
    return None if text is None else Fraction(text)


def show(number: Number | None) -> str | None:
    """A number → its shortest exact writing: a decimal string where one exists, else "2/3"."""
    if number is None:
        return None
    if isinstance(number, Decimal):
        return format(number, "f")
    bottom, twos, fives = number.denominator, 0, 0
    while bottom % 2 == 0:
        bottom, twos = bottom // 2, twos + 1
    while bottom % 5 == 0:
        bottom, fives = bottom // 5, fives + 1
    if bottom != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10 ** places // number.denominator).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def interval(low: Number | None, high: Number | None, low_open: bool = False, high_open: bool = False) -> Json:
    """Two ends → the interval as JSON."""
    return {"low": show(low), "high": show(high), "low_open": low_open, "high_open": high_open}


def bounds(given: Json) -> Json:
    """An amount as written → what its words allow. `given` overrides: the reader's own bounds for what has no number of its own."""
    if given.get("number") is None:
        return dict(given["given"])
    number, place = given["number"], given.get("precision")
    modifier, widths = given.get("modifier") or "exact", given.get("widths")
    if widths is None:
        return dict(_allowed(number["low"], number["high"], place, modifier))
    return _by_words(number["low"], number["high"], place, modifier, widths)


@lru_cache(maxsize=10_000)          # articles repeat each other's figures
def _allowed(low: str | None, high: str | None, place: str | None, modifier: str) -> Json:
    return _by_words(low, high, place, modifier, None)


def _by_words(low: str | None, high: str | None, place: str | None, modifier: str, widths: Any) -> Json:
    return as_json(hedges.bounds_of(_number(low), _number(high), None if place is None else Decimal(place), modifier, widths=widths))


def as_json(found: Bounds) -> Json:
    """Bounds as the reader gives them → JSON."""
    return interval(found.low, found.high, found.low_open, found.high_open)


def _number(text: str | None) -> Number | None:
    if text is None:
        return None
    return Fraction(text) if "/" in text else Decimal(text)


def rounding(given: Json) -> Json:
    """Bounds, the kind, the last place as written → the bounds with what rounding hides; vague words get soft ends.

    The upper end that rounding adds is open: 8 years and 7 years do not meet at 7.5.
    """
    ends = given["bounds"]
    return dict(_rounded(ends["low"], ends["high"], ends.get("low_open", False), ends.get("high_open", False), given["kind"],
                         given.get("precision"), given.get("modifier") == "vague"))


@lru_cache(maxsize=10_000)
def _rounded(bottom: str | None, top: str | None, low_open: bool, high_open: bool, kind: str, place: str | None, vague: bool) -> Json:
    low, high = parse(bottom), parse(top)
    if vague:
        soft = Fraction(hedges.soft_share())
        return interval(low and low * (1 - soft), high and high * (1 + soft), low_open, high_open)
    hidden = slack(kind, low, parse(place)) if low is not None and low == high else None     # a hedge is wider than any rounding
    if low is None or high is None or not hidden:
        return {"low": bottom, "high": top, "low_open": low_open, "high_open": high_open}
    return interval(low - hidden, high + hidden, False, True)


def slack(kind: str, number: Fraction, place: Fraction | None) -> Fraction:
    """How much the writing of a number hides on either side, by the table of roundness."""
    size = abs(number)
    if place is None:
        return size * Fraction(load("roundness")["fraction"]) if size.denominator != 1 else Fraction(0)
    for row in _rows():
        if row.fits(kind, size, place):
            hidden = row.half * (place if row.unit is None else min(place, row.unit))
            return hidden if row.cap is None else min(hidden, row.cap * size)
    return Fraction(0)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of roundness."""

    kinds: tuple[str, ...]
    half: Fraction
    below: Fraction | None
    digits: int | None
    place: Fraction | None
    cap: Fraction | None
    unit: Fraction | None

    def fits(self, kind: str, size: Fraction, place: Fraction) -> bool:
        return (kind in self.kinds and (self.below is None or size < self.below) and (self.place is None or place >= self.place)
                and (self.digits is None or len(str(size // place)) == self.digits))


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(Row(tuple(r["kinds"]), Fraction(r["half"]), parse(r.get("below")), int(r["digits"]) if "digits" in r else None,
                     parse(r.get("place")), parse(r.get("cap")), parse(r.get("unit"))) for r in load("roundness")["rows"])


def negative(ends: Json) -> Json:
    """An interval → its mirror below zero."""
    low, high = parse(ends["low"]), parse(ends["high"])
    return interval(None if high is None else -high, None if low is None else -low, ends["high_open"], ends["low_open"])


def less_one(ends: Json, soft: bool = False) -> Json:
    """An interval of factors → the interval of what they add; `soft` widens it as the table does a fraction in words."""
    low, high = parse(ends["low"]), parse(ends["high"])
    share = Fraction(load("roundness")["fraction"]) if soft else Fraction(0)
    return interval(low and low * (1 - share) - 1, high and high * (1 + share) - 1, ends["low_open"], ends["high_open"])


def tolerance(given: Json) -> Json:
    """Bounds and a rule's tolerance → the bounds widened by it on both sides."""
    ends, absolute, relative = given["bounds"], parse(given.get("absolute")), parse(given.get("relative"))
    low, high = parse(ends["low"]), parse(ends["high"])
    return interval(_widened(low, -1, absolute, relative), _widened(high, 1, absolute, relative), ends["low_open"], ends["high_open"])


def _widened(end: Fraction | None, sign: int, absolute: Fraction | None, relative: Fraction | None) -> Fraction | None:
    return None if end is None else end + sign * ((absolute or 0) + abs(end) * (relative or 0))


def relation(given: Json) -> Json:
    """Two intervals (`left`, `right`) and the amounts as said (`left_said`, `right_said`) → their one relation.

    Equal amounts as said are equal whatever rounding hides. `far`: only an open end lets both be true, and they are far apart.
    """
    left, right = _ends(given["left"]), _ends(given["right"])
    if _ends(given.get("left_said") or given["left"]) == _ends(given.get("right_said") or given["right"]):
        return {"relation": "equal", "far": False}
    name = between(left, right)
    return {"relation": name, "far": name in ("within", "contains", "overlaps") and (_far(left, right) or _far(right, left))}


def relation_of_copies(given: Json) -> Json:
    """Two intervals that one sentence gives in two prints → equal, or disjoint: one of the prints was altered."""
    return {"relation": "equal" if _ends(given["left"]) == _ends(given["right"]) else "disjoint", "far": False}


End = tuple[Any, bool]
Ends = tuple[End, End]


def _ends(ends: Json) -> Ends:
    low, high = parse(ends["low"]), parse(ends["high"])
    return (low, low is not None and bool(ends.get("low_open"))), (high, high is not None and bool(ends.get("high_open")))


def between(left: Ends, right: Ends) -> str:
    """Two intervals of anything that can be ordered (None is no end) → equal, within, contains, overlaps or disjoint."""
    if left == right:
        return "equal"
    if _before(left, right) or _before(right, left):
        return "disjoint"
    if _covers(right, left):
        return "within"
    return "contains" if _covers(left, right) else "overlaps"


def _before(first: Ends, second: Ends) -> bool:
    """Whether the first interval ends before the second begins."""
    (high, high_open), (low, low_open) = first[1], second[0]
    if high is None or low is None:
        return False
    return bool(high < low or (high == low and (high_open or low_open)))


def _covers(outer: Ends, inner: Ends) -> bool:
    return _reaches(outer[0], inner[0], below=True) and _reaches(outer[1], inner[1], below=False)


def _reaches(outer: End, inner: End, below: bool) -> bool:
    if outer[0] is None or inner[0] is None:
        return outer[0] is None
    if outer[0] == inner[0]:
        return inner[1] or not outer[1]
    return bool(outer[0] < inner[0]) == below


def _far(openly: Ends, other: Ends) -> bool:
    """Whether `openly` has no end on one side and `other` lies far beyond its finite end."""
    (low, _), (high, _) = openly
    (other_low, _), (other_high, _) = other
    if high is None and low and other_low is not None:
        return bool(other_low > FAR * low > 0)
    return low is None and bool(high and other_high is not None and 0 < FAR * other_high < high)


def part(given: Json) -> Json:
    """Two spans and which side counts the part (`small`) → whether the part can be contained: its least against the whole's most."""
    small, whole = (given["left_span"], given["right_span"]) if given["small"] == "left" else (given["right_span"], given["left_span"])
    least, most = _ends(small)[0], _ends(whole)[1]
    above = least[0] is not None and most[0] is not None and (least[0] > most[0] or (least[0] == most[0] and (least[1] or most[1])))
    return {"part": "part above whole" if above else "part in whole"}
