"""Two ends in one mention: "10-20", "$10-20m", "between 10 and 20", "10 to 20 people", "three or four", "from 21 to 36".

A "from … to …" after a word of change ("rose", "an increase") is a move: both ends are kept and the second holds now. After a word of
range ("prices from") and everywhere else it is a range.
"""
from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.forms.moves import changes, later_to
from factcheck.extract.here import DASHES, Candidate, Here
from factcheck.extract.numerals import Numeral
from factcheck.extract.units import UnitMatch, unit_before
from factcheck.model import Move, Number

WIDEST = 3                  # "rose 12 to 480 points" says by how much and to where
INCHES = 12
LIKE_YEARS = (1500, 2100)   # numbers after "from" that are no start of what is so many times more
YEARS_APART = 1000
LARGEST_UNSCALED = 1000     # "between 10 and 20 million" shares its million; "between 1,000 and 2 million" does not


@dataclass(slots=True)
class Second:
    """The other end: its numeral, the currency before it, the unit after it."""

    number: Numeral
    symbol: UnitMatch | None
    unit: UnitMatch | None


def two_ends(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"10-20", "between 10 and 20", "from 20 to 29": a number and the one that goes on with it → a range or a move, or None."""
    number, symbol, unit = candidate.number, candidate.symbol, candidate.unit
    if number.low is None:
        return None
    at = unit.end if unit is not None else number.end
    first = symbol.first if symbol is not None else number.first
    before = here.said[first - 1]
    between, moved_from = before == "between", before == "from"
    joint = here.said[at]
    if moved_from and joint != "to" and joint not in DASHES and changes(here, first):
        later = later_to(here, at)                                                 # "from 20 mpg in 2008 to 29 mpg"
        if later is None:
            return None
        at, joint = later, "to"
    even = joint in DASHES and here.block.adjacent(at) == _adjacent(here, at + 1)   # "10-20", "10 - 20"; not "10 -20"
    if not (even or joint in ("to", "or", "through") or joint == "and" and between):
        return None
    second = _second(here, at + 1, symbol, hedged=between or moved_from)
    if second is None or second.number.low is None or not _same_unit(symbol, unit, second):
        return None
    named = second.number.spelled and here.capital(second.number.first)
    if joint in DASHES and (named or _is_code(here, at, second.number) or _lettered(here, second)):
        return []                                                                   # "7-Eleven"
    if joint in DASHES and unit is not None and unit.name == "foot" and second.unit is None and second.number.low < INCHES:
        return None                                                                 # "6-foot-10"
    low, high = _first_scaled(here, number, second.number), second.number.low
    if moved_from and unit is None and symbol is None and LIKE_YEARS[0] <= low <= LIKE_YEARS[1] and high > low * YEARS_APART:
        return None                                                                 # "fell 0.2 percent from 1985 to 119.3 billion"
    if not (between or moved_from) and not _is_range(here, candidate, second, joint, first, low):
        return None
    start, end, precision = number.first, second.number.end, second.number.precision
    outer = first - (between or moved_from)
    draft = Draft("count", outer, end, start, end, min(low, high), max(low, high), precision, spelled=number.spelled)
    attach(here.block, draft, symbol or second.symbol, second.unit or unit, here.limit)
    taken = here.said[first - 2] in here.rules.takers and _noun_follows(here, second.number.end)      # "lost from 30 to 50 men"
    if moved_from and not taken and changes(here, first):
        draft.move, draft.by = Move(low, high), "ranges/from-to"
        draft.trend = "up" if high > low else "down" if high < low else None
    else:
        draft.modifier, draft.by = "between", "ranges/two-ends"
    return [draft]


def _adjacent(here: Here, index: int) -> bool:
    return index < here.limit and here.block.adjacent(index)


def _second(here: Here, at: int, symbol: UnitMatch | None, hedged: bool) -> Second | None:
    """The numeral at or soon after token `at`, past hedges ("from 20 to about 30") and a currency sign."""
    while hedged and here.said[at] in here.rules.hedges:
        at += 1
    sign = None
    for start in (at, at + 1, at + 2):
        if start >= here.limit or here.block.taken[start]:
            return None
        if here.words[start][0].isdecimal() or here.words[start] in here.known.starts:
            sign = unit_before(here.block, start) if start > at else None
            if start > at and sign is None:
                return None
            number = here.number(start, money=symbol is not None or sign is not None)
            return None if number is None or number.end > here.limit else Second(number, sign, here.unit(number.end, number.spelled))
    return None


def _same_unit(symbol: UnitMatch | None, unit: UnitMatch | None, second: Second) -> bool:
    left, right = symbol or unit, second.symbol or second.unit
    if left is None:
        return second.symbol is None
    if right is None or left.name == right.name or (symbol is not None and second.symbol is None):
        return True
    if right.name.startswith(f"{left.name} per "):                                  # "from 1.20 euros to 1.50 euros a share"
        return True
    return left.dimension == right.dimension and left.dimension.startswith("money")


def _is_range(here: Here, candidate: Candidate, second: Second, joint: str, first: int, low: Number) -> bool:
    """A bare "10-20" or "10 to 20": not "fell 3.5 % to 7.2 %" (two facts), "lost 7 to 3" (a score), "20-10"."""
    high = second.number.low
    if joint == "or":
        return _either(candidate, second)
    if joint in DASHES:
        return high is not None and low <= high
    if any(word in here.rules.trends for word in here.words[max(here.begin, first - 3):first]):
        return candidate.unit is None and candidate.symbol is None and high is not None and low < high <= low * WIDEST \
            and (second.unit is not None or _noun_follows(here, second.number.end))  # "make up 20 to 25 percent", "cut 3 to 4 jobs"
    if candidate.unit is not None and second.unit is None and second.symbol is None:
        return False
    return candidate.unit is not None or second.unit is not None or (high is not None and low < high)


def _either(candidate: Candidate, second: Second) -> bool:
    """"three or four kitchens", "30 or 40 metres": two numbers close together, written alike; not "5 km or 3 miles", "one or 20"."""
    left, right = candidate.number, second.number
    if candidate.unit is not None or second.symbol is not None and candidate.symbol is None or left.low is None or right.low is None:
        return False
    return left.spelled == right.spelled and left.low < right.low <= left.low * 2 and left.low > 0


def _noun_follows(here: Here, at: int) -> bool:
    after = here.said[at]
    return after[:1].isalpha() and after not in here.rules.stops and here.rules.is_plural(after)


def _first_scaled(here: Here, number: Numeral, second: Numeral) -> Number:
    """"10-20 million": the scale of the second end belongs to the first, unless the first has its own or is as large."""
    assert number.low is not None and second.low is not None
    last = here.words[second.end - 1]
    suffix = here.known.suffixes.get(last)
    factor = here.known.scales.get(last) or (suffix[0] if suffix else None)
    if factor is None or number.end - number.first > 1 or number.low >= LARGEST_UNSCALED or number.low * factor > second.low * 10:
        return number.low
    return number.low * factor


def _lettered(here: Here, second: Second) -> bool:
    """"777-200LR": letters that are no unit touch the second number."""
    at = second.number.end
    return second.unit is None and at < here.limit and here.block.adjacent(at) and here.words[at][0].isalpha()


def _is_code(here: Here, dash: int, second: Numeral) -> bool:
    """"0800-226", "555-1234-9": dashes between digits that are no range."""
    left, right = here.words[dash - 1], here.words[second.first]
    if here.block.adjacent(dash) and any(word[0] == "0" and len(word) > 1 and word.isdecimal() for word in (left, right)):
        return True
    return here.said[second.end] in DASHES and here.block.adjacent(second.end) and here.said[second.end + 1][:1].isdecimal()
