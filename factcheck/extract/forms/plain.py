"""One number with its unit: "40 hectares", "minus 40 °C", "$(12) million", "30 MUSD"; sums of two units are in sums.py."""
from __future__ import annotations

from factcheck import measures
from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.forms.sums import add_cents, add_smaller
from factcheck.extract.here import HYPHENS, Candidate, Here
from factcheck.extract.numerals import Numeral, multiplied
from factcheck.extract.units import UnitMatch, unit_before

MINUS = frozenset("-−–")
SUMMED = frozenset(["length", "mass", "time"])
CODE = 4                                        # letters of "MUSD"
LETTERS = {"k": 1000, "m": 10**6, "b": 10**9}


def plain(here: Here, candidate: Candidate) -> Draft:
    """A candidate → its draft, with the unit before or after it."""
    number, symbol, unit = candidate.number, candidate.symbol, candidate.unit
    if unit is None and (scaled := _coded(here, number)) is not None:
        return scaled
    draft = Draft("count", number.first, number.end, number.first, number.end, number.low, number.high, number.precision,
                  "counts/number-noun", number.vague, number.spelled)
    if number.spelled | bool(number.vague) and unit is None and here.said[number.end] == "of" and number.low != 1:
        unit = here.unit(number.end + 1, True)                                      # "tens of millions of dollars", "a couple of months"
    attach(here.block, draft, symbol, unit, here.limit)
    if draft.unit is not None and draft.low is not None:
        if draft.unit.dimension in SUMMED:
            add_smaller(here, draft)
        elif draft.kind == "money":
            add_cents(here, draft)
    minus = leading_minus(here, draft.first)
    if minus is None and draft.unit is not None and draft.unit.dimension == "temperature" and here.said[draft.first - 1] in MINUS \
            and here.said[draft.first - 2][:1].isalpha():
        minus = draft.first - 1                                                     # "a low of - 20 °C", as some texts are spaced
    if minus is not None and draft.low is not None and draft.high is not None:
        draft.low, draft.high, draft.first = -draft.low, -draft.high, minus
    return draft


def leading_minus(here: Here, first: int) -> int | None:
    """The token of a minus sign that is one: "-40", "−5", "minus 40", "minus-1.4"; not the dash of a range."""
    word = here.said[first - 1]
    if word in here.known.minus:
        return first - 1
    if word in MINUS and here.block.adjacent(first):
        if here.said[first - 2] == "minus":
            return first - 2
        if first == 1 or not here.block.adjacent(first - 1) or here.said[first - 2] == "(":
            return first - 1
    return None


def accounted(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"$(12) million": an accountant's brackets around a loss."""
    number = candidate.number
    first, at = number.first, number.end + 1
    if here.said[first - 1] != "(" or here.said[number.end] != ")" or number.low is None or not here.block.adjacent(first - 1):
        return None
    symbol = unit_before(here.block, first - 1)
    if symbol is None or symbol.first < here.floor:
        return None
    word = here.said[at]
    factor = here.known.scales.get(word) or here.known.suffixes.get(word, (1, "no"))[0]
    value, precision = -multiplied(number.low, factor), None if number.precision is None else number.precision * factor
    draft = Draft("count", symbol.first, at + (factor > 1), first, number.end, value, value, precision)
    attach(here.block, draft, symbol, None, here.limit)
    return [draft]


def _coded(here: Here, number: Numeral) -> Draft | None:
    """"30 MUSD", "twenty MEUR": a letter for the scale in front of a currency's code."""
    at = number.end
    word = here.said[at]
    if len(word) != CODE or word[0] not in LETTERS or number.low is None or not here.block.surface[at].isupper():
        return None
    unit = measures.unit(here.block.surface[at][1:])
    if unit is None or not unit.dimension.startswith(measures.MONEY):
        return None
    factor = LETTERS[word[0]]
    precision, value = None if number.precision is None else number.precision * factor, multiplied(number.low, factor)
    draft = Draft("count", number.first, at + 1, number.first, at, value, value, precision, spelled=number.spelled)
    attach(here.block, draft, None, UnitMatch(at, at + 1, unit), here.limit)
    return draft


def before_code(here: Here, at: int) -> bool:
    """Whether a code follows a number at token `at`, so that both are one: "24703 L-202", "24703 m212"."""
    if len(here.said[at]) != 1 or not here.words[at].isalpha() or here.block.adjacent(at):
        return False
    after = at + 1 + (here.said[at + 1] in HYPHENS)
    return here.said[after][:1].isdecimal() and here.block.adjacent(after) and here.block.adjacent(at + 1)
