"""A duration's draft in, its TIMEX3 value out: three-day → P3D, 90 minutes → PT90M, several years → PXY."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract.draft import Draft

LETTERS = {
    "second": ("T", "S"),
    "minute": ("T", "M"),
    "hour": ("T", "H"),
    "day": ("", "D"),
    "night": ("", "D"),
    "weekday": ("", "D"),
    "week": ("", "W"),
    "fortnight": ("", "W"),
    "weekend": ("", "WE"),
    "month": ("", "M"),
    "quarter": ("", "Q"),
    "season": ("", "S"),
    "year": ("", "Y"),
    "decade": ("", "DE"),
    "century": ("", "CE"),
    "millennium": ("", "ML"),
}
SMALLER = {"minute": (60, "", "S"), "hour": (60, "", "M"), "day": (24, "T", "H"), "week": (7, "", "D"), "year": (12, "", "M")}


def timex_of(draft: Draft) -> str | None:
    """A draft of kind duration → its value, X where the words give no number; None for a unit that TIMEX3 has no letter for."""
    letters = LETTERS.get(draft.unit_name or "")
    if letters is None:
        return None
    if draft.low is None or (draft.low != draft.high and draft.move is None):
        return f"P{letters[0]}X{letters[1]}"
    value = draft.move.end if draft.move else draft.low
    number = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else value
    if number != value and (told := _in_two_units(Fraction(value), draft.unit_name or "", letters)):
        return told
    if draft.unit_name == "fortnight":
        number = number * 2
    return f"P{letters[0]}{number.normalize():f}{letters[1]}"


def _in_two_units(value: Fraction, unit: str, letters: tuple[str, str]) -> str | None:
    """An amount that no decimal tells → its value in the unit and the next smaller one: two hours and 31 minutes → PT2H31M."""
    parts, before, letter = SMALLER.get(unit, (0, "", ""))
    rest = value % 1 * parts
    return f"P{letters[0]}{int(value)}{letters[1]}{before}{rest}{letter}" if value > 1 and rest and rest.denominator == 1 else None
