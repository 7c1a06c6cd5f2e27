"""One number with its unit, and what may follow inside one amount: "6 ft 2 in", "15 dollars 50", "minus 40 °C", "$(12) million"."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.here import Candidate, Here

MINUS = frozenset("-−–")
SUMMED = frozenset(["length", "mass", "time"])
SUBUNITS = frozenset(["cent", "penny", "GBP penny", "pence"])


def plain(here: Here, candidate: Candidate) -> Draft:
    """A candidate → its draft, with the unit before or after it."""
    number, symbol, unit = candidate
    draft = Draft("count", number.first, number.end, number.first, number.end, number.low, number.high, number.precision,
                  "counts/number-noun", number.vague, number.spelled)
    if number.spelled | bool(number.vague) and unit is None and here.word(number.end) == "of" and number.low != 1:
        unit = here.unit(number.end + 1, True)                                      # "tens of millions of dollars", "a couple of months"
    attach(here.block, draft, symbol, unit, here.limit)
    if draft.unit is not None and draft.low is not None:
        if draft.unit.dimension in SUMMED:
            _second_unit(here, draft)
        elif draft.kind == "money" and symbol is None:
            _cents(here, draft)
    minus = leading_minus(here, draft.first)
    if minus is not None and draft.low is not None and draft.high is not None:
        draft.low, draft.high, draft.first = -draft.low, -draft.high, minus
    return draft


def leading_minus(here: Here, first: int) -> int | None:
    """The token of a minus sign that is one: "-40", "−5", "minus 40", "minus-1.4"; not the dash of a range."""
    word = here.word(first - 1)
    if word == "minus":
        return first - 1
    if word in MINUS and here.block.adjacent(first):
        if here.word(first - 2) == "minus":
            return first - 2
        if first == 1 or not here.block.adjacent(first - 1) or here.word(first - 2) == "(":
            return first - 1
    return None


def _second_unit(here: Here, draft: Draft) -> None:
    """"6 ft 2 in", "two hours and 15 minutes", "5lb 3oz": one amount in two units of one dimension, the second smaller."""
    unit, at = draft.unit, draft.end
    if unit is None or draft.low is None:
        return
    joined = here.word(at) == "and" and unit.dimension == "time"
    second = here.number(at + joined) if joined or here.word(at)[:1].isdecimal() else None
    smaller = here.unit(second.end, second.spelled) if second is not None else None
    if second is None or second.low is None or smaller is None or smaller.dimension != unit.dimension:
        return
    rest = Fraction(second.low) * smaller.factor / unit.factor
    if smaller.factor >= unit.factor or rest >= 1:
        return
    total = Fraction(draft.low) + rest
    exact = Decimal(total.numerator) / Decimal(total.denominator)
    draft.low = draft.high = exact if Fraction(exact) == total else total
    draft.precision, draft.end = None, smaller.end


def _cents(here: Here, draft: Draft) -> None:
    """"thirteen dollars and forty-five cents", "15 dollars 50": the small change of an amount."""
    at = draft.end + (here.word(draft.end) == "and")
    second = here.number(at)
    if second is None or not isinstance(second.low, Decimal) or not isinstance(draft.low, Decimal) or second.low >= 100 \
            or draft.low != int(draft.low):
        return
    unit, after = here.unit(second.end, second.spelled), here.word(second.end)
    bare = unit is None and at == draft.end and len(here.words[at]) == 2 and not (after and after[0].isalpha())
    if bare or (unit is not None and unit.name in SUBUNITS):
        draft.low = draft.high = draft.low + second.low / 100
        draft.precision, draft.end = Decimal("0.01"), second.end if unit is None else unit.end
