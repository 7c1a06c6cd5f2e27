"""Shares: "two-thirds", "one in five", "9 out of 10", "3-to-1", and a part with its whole, "445 of 1,204 people"."""
from __future__ import annotations

from fractions import Fraction

from factcheck.extract.draft import Draft
from factcheck.extract.here import DASHES, Candidate, Here
from factcheck.extract.numerals import Numeral

LARGEST_TOP = 20            # "twenty-one hundredths" is as far as news go
LARGEST_BASE = 10_000       # "one in 10,000"
OWNERS = frozenset(["the", "its", "their", "his", "her", "all", "these", "those", "our"])


def fraction(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"two-thirds of the houses", "one quarter", "three tenths"."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or not number.spelled or number.low > LARGEST_TOP:
        return None
    at += here.word(at) in DASHES
    word = here.word(at)
    part = here.known.fractions.get(word)
    if part is None or (word in ("quarter", "quarters") and here.word(at + 1) != "of"):
        return None
    if word in here.known.ordinals and number.low != 1:                             # "two third parties"
        return None
    return [_share(number, at + 1, Fraction(number.low) * part, "ratios/fraction-words")]


def ratio(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"one in five", "one in every three", "9 out of 10", "3-to-1"."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or candidate.symbol is not None:
        return None
    joint = here.word(at)
    if joint in DASHES and here.word(at + 1) == "to" and here.word(at + 2) in DASHES:
        second = here.number(at + 3)
        base = second.low if second is not None else None
        return [_share(number, second.end, Fraction(number.low) / Fraction(base), "ratios/n-to-n")] if second is not None and base else None
    if joint == "out" and here.word(at + 1) == "of":
        second = here.number(at + 2)
    elif joint == "in":
        every = here.word(at + 1) == "every"
        second = here.number(at + 1 + every)
        if second is None or not (every or (number.spelled and (second.spelled or number.low == 1))):
            return None                                                             # "three in 2012", "5 in 10 cities"
    else:
        return None
    if second is None or second.low is None or not number.low < second.low <= LARGEST_BASE or second.low != int(second.low):
        return None
    return [_share(number, second.end, Fraction(number.low) / Fraction(second.low), "ratios/one-in-n")]


def part_of_whole(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"445 of 1,204 people", "three of the 12 pupils": the part, and the whole that it is taken of."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or candidate.symbol is not None or here.word(at) != "of":
        return None
    following = at + 1 + (here.word(at + 1) in OWNERS)
    second = here.number(following)
    if second is None or second.low is None or second.low <= number.low or here.unit(second.end, second.spelled) is not None:
        return None
    part = Draft("count", number.first, number.end, number.first, number.end, number.low, number.high, number.precision,
                 "counts/part-of-whole", spelled=number.spelled, role="part", whole=second.low)
    whole = Draft("count", following, second.end, following, second.end, second.low, second.high, second.precision,
                  "counts/number-noun", spelled=second.spelled)
    return [part, whole]


def _share(number: Numeral, end: int, value: Fraction, by: str) -> Draft:
    return Draft("ratio", number.first, end, number.first, end, value, value, None, by, spelled=True)
