"""One amount in several units: "6 ft 2 in", "two hours and 15 minutes", "15 dollars 50", "20 ringgit and 43 sen"."""
from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from factcheck import measures
from factcheck.extract.draft import Draft
from factcheck.extract.here import HYPHENS, Here
from factcheck.extract.units import UnitMatch

MOST = 3                    # units of one amount
FOOT_MARKS = frozenset("'’′")
SMALL_CHANGE = 100          # "15 dollars 50"
INCHES = 12
NEAR = 8                    # tokens between "costs" and its price


def add_smaller(here: Here, draft: Draft) -> None:
    """Adds what follows in smaller units of the same dimension, where the data say that the two go together."""
    unit = draft.unit
    for _ in range(MOST - 1):
        if unit is None or draft.low is None:
            return
        at = draft.end
        if unit.dimension == "time" and here.said[at] == "and" and here.said[at + 1] in here.known.articles and here.said[at + 2] == "half":
            _add(draft, Fraction(1, 2), at + 3, Fraction(1, 10))                                     # "an hour and a half"
            return
        if unit.name == "foot" and here.said[at] in HYPHENS and here.block.adjacent(at) and here.said[at + 1].isdecimal() \
                and int(here.words[at + 1]) < INCHES and here.tight(at):
            _add(draft, Fraction(int(here.words[at + 1])) / INCHES, at + 2, Fraction(1, INCHES))         # "a 6-foot-2 guard"
            return
        joined = here.said[at] in ("and", ",")
        bare = here.said[at][:1].isdecimal()
        second = here.number(at + joined) if joined or bare else None
        if second is None or second.low is None:
            return
        smaller = here.unit(second.end, second.spelled)
        if smaller is None and bare and here.said[at - 1] in FOOT_MARKS and here.block.adjacent(at) and second.low < INCHES:
            _add(draft, Fraction(second.low) / INCHES, second.end, Fraction(1, INCHES))                  # "5'11"
            return
        if smaller is None or smaller.dimension != unit.dimension or smaller.factor >= unit.factor:
            return
        if joined and not _go_together(unit, smaller):
            return
        rest = Fraction(second.low) * smaller.factor / unit.factor
        if rest >= 1:
            return
        assert draft.unit is not None
        size = Fraction(smaller.factor) / draft.unit.factor
        _add(draft, Fraction(second.low) * size, smaller.end, size)
        unit = smaller


def _go_together(unit: UnitMatch, smaller: UnitMatch) -> bool:
    return unit.dimension == "time" or measures.continues(unit.name, smaller.name)


def _add(draft: Draft, rest: Fraction, end: int, step: Fraction) -> None:
    """Adds `rest` units that end at `end`, told to `step` units: the next decimal place below says how fine that is."""
    assert draft.low is not None
    total = Fraction(draft.low) + rest
    exact = Decimal(total.numerator) / Decimal(total.denominator)
    draft.low = draft.high = exact if Fraction(exact) == total else total
    draft.precision, draft.end = min(Decimal(1), Decimal(1).scaleb(math.floor(math.log10(step)))), end


def _cost(here: Here, draft: Draft) -> bool:
    """Whether one price is spoken of: "it costs 15 dollars and 50"."""
    return any(word in here.rules.prices for word in here.words[max(here.begin, draft.first - NEAR):draft.first])


def add_cents(here: Here, draft: Draft) -> None:
    """"thirteen dollars and forty-five cents", "15 dollars 50": the small change of an amount."""
    at = draft.end + (here.said[draft.end] == "and")
    second = here.number(at)
    if second is None or not isinstance(second.low, Decimal) or not isinstance(draft.low, Decimal) or second.low >= SMALL_CHANGE \
            or draft.low != int(draft.low) or draft.unit is None:
        return
    unit, after = here.unit(second.end, second.spelled), here.said[second.end]
    bare = unit is None and second.low > 9 and (len(here.words[at]) == 2 or second.spelled) and not after[:1].isalnum()
    if bare and at > draft.end and (after in HYPHENS or not _cost(here, draft)):
        bare = False                                                                # not "fines of 15 dollars and 50"
    small = unit is not None and unit.dimension.startswith(measures.MONEY) and unit.factor * SMALL_CHANGE == draft.unit.factor
    if bare or small:
        draft.low = draft.high = draft.low + second.low / SMALL_CHANGE
        draft.precision, draft.end = Decimal("0.01"), second.end if unit is None else unit.end
