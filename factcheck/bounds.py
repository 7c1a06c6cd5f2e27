"""A number, how precisely it was written and its hedge → the interval that the words allow.

The widths and their reasons are data (`data/lang/en/bounds.yaml`). The interval of a plain number is the number itself: what rounding
hides is a question of the comparison (`checks/algebra.py`), not of reading. Gets wrong: a hedge used out of politeness ("some 96
computers" in a police list) widens all the same.
"""
from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck.data import load
from factcheck.frozen import frozen
from factcheck.model import Bounds, Number

PLAIN = frozenset(("exact", "between"))


@frozen
class Width:
    """How far a modifier reaches from its number: shares below and above, None for no end."""

    below: Decimal | None
    above: Decimal | None
    digit: Decimal
    low_open: bool
    high_open: bool


def bounds_of(low: Number | None, high: Number | None, precision: Decimal | None, modifier: str, vague: str | None = None,
              widths: Mapping[str, Any] | None = None, lang: str = "en") -> Bounds:
    """The ends of a number as written, its last place, its modifier, or a vague word ("dozens") → what the words allow."""
    if modifier in PLAIN and vague is None:
        return Bounds(low, high)
    if vague is not None:
        low, high = vague_range(vague.lower(), lang)
        if modifier in PLAIN or modifier == "vague":
            return Bounds(low, high)
        precision = None
    width = _overridden(modifier, widths, lang) if widths and modifier in widths else _widths(lang).get(modifier)
    if width is None or (low is None and high is None):
        return Bounds(low, high)
    return Bounds(None if low is None or width.below is None else _moved(low, width.below, width.digit, precision, -1),
                  None if high is None or width.above is None else _moved(high, width.above, width.digit, precision, 1),
                  width.low_open, width.high_open)


def vague_range(word: str, lang: str = "en") -> tuple[Decimal | None, Decimal | None]:
    """A vague word ("several", "tens of thousands", "a few hundred") → its ends; an unknown word has none."""
    return _vague(word, lang)


def soft_share(lang: str = "en") -> Decimal:
    """How much a comparison widens the ends of a vague word, as a share of their value."""
    return Decimal(load(f"lang.{lang}.bounds")["soft"])


def _moved(number: Number, share: Decimal, digit: Decimal, precision: Decimal | None, sign: int) -> Number:
    """The end of a bound: the number moved down or up by its share, or by one unit of its last digit where that is more."""
    if not share:
        return number
    if not isinstance(number, Decimal):
        return number + sign * abs(number) * Fraction(share)
    size = abs(number)
    step = size * share
    if precision is not None and digit:
        step = max(step, min(precision, size * digit))
    return _plain(number + sign * step)


def _plain(number: Decimal) -> Decimal:
    """2700.0 → 2700; digits that arithmetic added say nothing."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


@cache
def _widths(lang: str) -> dict[str, Width]:
    return {name: _width(record) for name, record in load(f"lang.{lang}.bounds")["modifiers"].items()}


def _overridden(modifier: str, widths: Mapping[str, Any], lang: str) -> Width:
    return _width({**load(f"lang.{lang}.bounds")["modifiers"].get(modifier, {}), "digit": "0", **widths[modifier]})


def _width(record: Mapping[str, Any]) -> Width:
    ends = record.get("open", ())
    return Width(_share(record["below"]), _share(record["above"]), Decimal(record.get("digit", "0")), "low" in ends, "high" in ends)


def _share(text: str) -> Decimal | None:
    return None if text == "none" else Decimal(text)


@cache
def _vague_table(lang: str) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    return {word: (_share(record["low"]), _share(record["high"])) for word, record in load(f"lang.{lang}.bounds")["vague"].items()}


def _vague(word: str, lang: str) -> tuple[Decimal | None, Decimal | None]:
    table = _vague_table(lang)
    found = table.get(word)
    if found:
        return found
    words = [part for part in word.replace("-", " ").split() if part not in ("a", "of", "the", "very", "good")]
    scale = load(f"lang.{lang}.bounds")["scales"].get(words[-1]) if words else None
    found = table.get(" ".join(words[:-1])) if scale else table.get(" of ".join(words)) or table.get(words[-1] if words else "")
    if not found:
        return None, None
    factor = Decimal(scale or 1)
    return (found[0] and found[0] * factor), (found[1] and found[1] * factor)
