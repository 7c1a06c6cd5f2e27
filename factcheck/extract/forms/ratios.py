"""Two numbers that say a share or a proportion: "one in five", "9 out of 10", "3-to-1", "odds of 5-1", "445 of 1,204 people"."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract.draft import Draft
from factcheck.extract.here import DASHES, Candidate, Here
from factcheck.extract.numerals import Numeral
from factcheck.extract.units.denominators import denominator

LARGEST_BASE = 10_000       # "one in 10,000"
SMALLEST_BASE = 100         # "12 per 100"
NEAR = 8                    # tokens before in which a word of odds must stand
LATER = 3                   # and after


def ratio(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"one in five", "one in every three", "9 out of 10", "3-to-1", "a ratio of 3:1", "odds of 5-1", "outnumbered by four to one"."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or candidate.symbol is not None:
        return None
    joint = here.said[at]
    if joint == "out" and here.said[at + 1] == "of":
        return _share(here, number, here.number(at + 2))
    if joint == "in":
        every = here.said[at + 1] == "every"
        second = here.number(at + 1 + every)
        return _share(here, number, second) if second is not None and (every or _in(here, number, second)) else None
    return _proportion(here, number, at, joint)


def _in(here: Here, number: Numeral, second: Numeral) -> bool:
    """Whether "N in M" is a share: not "three in 2012", "killed 5 in 10 cities", "wounded two in three attacks"."""
    before, alone = here.said[number.first - 1], number.low == 1
    if not alone and (before in here.rules.properties or here.rules.is_verb(before) and before not in here.rules.auxiliaries):
        return False
    if number.spelled and (second.spelled or alone):
        return True
    after = here.said[second.end]
    if number.spelled or not alone and before not in here.known.share_openers:
        return False
    return after == "of" or after[:1].isalpha() and here.rules.is_plural(after)


def _share(here: Here, number: Numeral, second: Numeral | None) -> list[Draft] | None:
    if (
        second is None
        or second.low is None
        or number.low is None
        or not number.low < second.low <= LARGEST_BASE
        or second.low != int(second.low)
    ):
        return None
    return [_draft(number, second.end, Fraction(number.low) / Fraction(second.low), "ratios/one-in-n")]


def _proportion(here: Here, number: Numeral, at: int, joint: str) -> list[Draft] | None:
    """"3-to-1", and with a word of odds near "four to one", "5-1", "3:1"."""
    dashed = joint in DASHES and here.said[at + 1] == "to" and here.said[at + 2] in DASHES
    if dashed:
        second = here.number(at + 3)
    elif dashed_for(here, at):
        return _share(here, number, here.number(at + 3))
    elif (joint in ("to", "/") or ((joint == ":" or joint in DASHES) and here.tight(at))) and here.said[number.first - 1] != "from":
        second = here.number(at + 1)
    else:
        return None
    if second is None or not second.low or number.low is None:
        return None
    if not dashed:
        near = here.words[max(here.begin, number.first - NEAR):number.first] + here.words[second.end:min(here.limit, second.end + LATER)]
        if (
            here.known.odds.isdisjoint(near)
            or joint != ":"
            and second.low != 1
            and number.low != 1
            or here.unit(second.end, second.spelled) is not None
        ):
            return None
    value = Fraction(number.low) / Fraction(second.low)
    return [_draft(number, second.end, value, "ratios/n-to-n")]


def dashed_for(here: Here, at: int) -> bool:
    """"1-for-8": hits of attempts."""
    return here.said[at] in DASHES and here.said[at + 1] == "for" and here.said[at + 2] in DASHES


def per_number(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"12 per 100,000", "5 per million": a ratio; "12 per 100,000 people", "40 per day": a rate."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or candidate.symbol is not None or candidate.unit is not None or here.said[at] != "per":
        return None
    under = denominator(here.block, at)
    if under is not None and under.end <= here.limit and not here.rules.is_verb(here.words[under.end - 1]):
        return [Draft("measure", number.first, under.end, number.first, at, number.low, number.high, number.precision, "measures/rate",
                      spelled=number.spelled, unit_name=f"per {under.name}")]
    second = here.number(at + 1)
    if second is None or second.low is None or second.low < SMALLEST_BASE:
        return None
    return [_draft(number, second.end, Fraction(number.low) / Fraction(second.low), "ratios/per-n")]


def part_of_whole(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"445 of 1,204 people", "three of the 12 pupils": the part, and the whole that it is taken of."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or candidate.symbol is not None or here.said[at] != "of":
        return None
    following = at + 1 + (here.said[at + 1] in here.known.whole_owners)
    second = here.number(following)
    if second is None or second.low is None or second.low <= number.low or here.unit(second.end, second.spelled) is not None:
        return None
    part = Draft("count", number.first, number.end, number.first, number.end, number.low, number.high, number.precision,
                 "counts/part-of-whole", spelled=number.spelled, role="part", whole=second.low)
    whole = Draft("count", following, second.end, following, second.end, second.low, second.high, second.precision,
                  "counts/number-noun", spelled=second.spelled)
    return [part, whole]


def _draft(number: Numeral, end: int, value: Fraction, by: str) -> Draft:
    exact = Decimal(value.numerator) if value.denominator == 1 else value
    return Draft("ratio", number.first, end, number.first, end, exact, exact, None, by, spelled=True)
