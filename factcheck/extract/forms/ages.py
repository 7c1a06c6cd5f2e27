"""A number that is an age by the words before it: "aged 62", "at the age of 78", "Anna Moss, 34, said", "children under five".

"a 55-year-old" and "10 months old" are ages by their unit and need no form.
"""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract import modifiers as hedges
from factcheck.extract.draft import Draft
from factcheck.extract.here import Candidate, Here

AGED = frozenset(["aged", "age"])
LIMITS = frozenset(["under", "over", "above", "below"])
OLDEST = 150


def age(here: Here, candidate: Candidate) -> list[Draft] | None:
    number, low = candidate.number, candidate.number.low
    if candidate.symbol is not None or low is None or low > OLDEST or low != int(low) or number.first <= here.begin:
        return None
    before = here.words[number.first - 1]
    of_age = before == "of" and here.word(number.first - 2) in ("age", "ages")
    if not (
        before in AGED or of_age or (before == "," and _apposition(here, candidate)) or (before in LIMITS and _generation(here, candidate))
    ):
        return None
    high = low
    if here.word(number.end) in ("to", "-", "–", "and"):
        second = here.number(number.end + 1)                                        # "aged 18 to 34"
        if second is not None and second.low is not None and low < second.low < OLDEST:
            number, high = number._replace(end=second.end), second.low
    unit = here.unit(number.end, number.spelled)
    if unit is not None and unit.dimension not in ("time", "age"):
        return None
    name = f"{unit.name.removesuffix(' of age')} of age" if unit is not None else "year of age"
    draft = Draft("age", number.first, unit.end if unit is not None else number.end, number.first, number.end, low, high, Decimal(1),
                  "ages/aged", spelled=number.spelled, unit_name=name)
    if of_age:                                                                      # "children under the age of 5"
        outer = number.first - 2 - (here.word(number.first - 3) == "the")
        draft.modifiers, _ = hedges.before(here.block, outer, here.begin, here.lang)
        draft.modifier = hedges.decisive(draft.modifiers)
    return [draft]


def _apposition(here: Here, candidate: Candidate) -> bool:
    """"Anna Moss, 34, said": two capital words, a comma, digits, a comma or full stop."""
    number, surface = candidate.number, here.block.surface
    first = number.first
    return (not number.spelled and number.end == first + 1 and number.low is not None and 3 < number.low < 120
            and here.word(number.end) in (",", ".") and first - 3 >= here.begin
            and all(surface[at][0].isupper() and here.words[at].isalpha() for at in (first - 2, first - 3)) and len(surface[first - 2]) > 2)


def _generation(here: Here, candidate: Candidate) -> bool:
    """"children under five": a word for people before, and nothing that is counted after."""
    if here.word(candidate.number.first - 2) not in here.rules.generations:
        return False
    after = here.word(candidate.number.end)
    return not after or not after[0].isalpha() or after in here.rules.stops or after in ("years", "months")
