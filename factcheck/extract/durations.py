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


def timex_of(draft: Draft) -> str | None:
    """A draft of kind duration → its value, X where the words give no number; None for a unit that TIMEX3 has no letter for."""
    letters = LETTERS.get(draft.unit_name or "")
    if letters is None:
        return None
    if draft.low is None or (draft.low != draft.high and draft.move is None):
        return f"P{letters[0]}X{letters[1]}"
    value = draft.move.end if draft.move else draft.low
    number = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else value
    if draft.unit_name == "fortnight":
        number = number * 2
    return f"P{letters[0]}{number.normalize():f}{letters[1]}"
