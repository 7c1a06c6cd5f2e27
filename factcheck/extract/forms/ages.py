"""A number that is an age by the words beside it: "at the age of 78", "Anna Moss, 34, said", "children under five", "left school at 14".

"a 55-year-old", "10 months old" and "aged 62" are ages by their unit and need no form.
"""
from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.extract import modifiers as hedges
from factcheck.extract.draft import Draft
from factcheck.extract.here import Candidate, Here
from factcheck.extract.implicit import implied
from factcheck.extract.numerals import Numeral

OLDEST = 150
ADJECTIVES = 4              # tokens in which the article of a person stands


def age(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"aged 62", "children under five", "Anna Moss, 34, said": a number → its age, or None where it is none."""
    number, low = candidate.number, candidate.number.low
    if candidate.symbol is not None or low is None or low > OLDEST or low != int(low) or number.first <= here.begin:
        return None
    before = here.words[number.first - 1]
    of_age = before == "of" and here.said[number.first - 2] in ("age", "ages")
    between = before == "between" and here.said[number.first - 2] in here.known.aged           # "aged between 18 and 34"
    cued = before in here.known.aged or of_age or between or (before in here.known.age_limits and _generation(here, number))
    if not (cued or before == "," and _apposition(here, number) or before in here.known.age_verbs and _of_life(here, number)):
        return None
    high = low
    if here.said[number.end] in ("to", "-", "–") or between and here.said[number.end] == "and":
        second = here.number(number.end + 1)                                        # "ages 18 to 34"
        if second is not None and second.low is not None and low < second.low < OLDEST:
            number, high = replace(number, end=second.end), second.low
    unit = here.unit(number.end, number.spelled)
    if unit is not None and unit.dimension not in ("time", "age"):
        return None
    name = f"{unit.name.removesuffix(' of age')} of age" if unit is not None else "year of age"
    end = unit.end if unit is not None else number.end
    draft = Draft("age", number.first - between, end, number.first, number.end, low, high, Decimal(1), "ages/aged", spelled=number.spelled,
                  unit_name=name)
    if of_age:                                                                      # "children under the age of 5"
        outer = number.first - 2 - (here.said[number.first - 3] == "the")
        draft.modifiers, _ = hedges.before(here.block, outer, here.begin, here.lang, hedges.phrases(here.lang).unless)
        draft.modifier = hedges.decisive(draft.modifiers)
    return [draft]


def _apposition(here: Here, number: Numeral) -> bool:
    """"Anna Moss, 34, said", "the suspect, 34, was": two capital words, one near a word of kin or a person, a comma, digits, a comma or
    full stop.
    """
    first, after = number.first, here.said[number.end]
    if number.spelled or number.end != first + 1 or number.low is None or not 0 < number.low < 120 or here.words[first][0] == "0" \
            or after not in (",", ".", ";", "", "and"):
        return False
    if here.block.taken[first - 2]:
        return False                                                                # "In May, 12, …"
    if here.words[first - 2] in here.known.kin and here.rules.is_plural(here.words[first - 2]) and after == "and":
        return here.said[number.end + 1].isdecimal() and not here.said[number.end + 2][:1].isalnum()       # "two sons, 11 and 14."
    if after == "and" and not here.capital(number.end + 1):
        return False
    name = here.capital(first - 2) and here.words[first - 2].isalpha()
    second = here.capital(first - 3) and here.words[first - 3].isalpha() and here.words[first - 3] not in here.rules.stops
    if name and second and len(here.words[first - 2]) > 2 and number.low > 3:
        return True
    if name:
        kin = not here.known.kin.isdisjoint(here.words[here.begin:first])
        return kin or after == "," and number.low > 9 and _one_name(here, first - 2)
    return number.low > 9 and here.words[first - 2] in implied(here.lang).persons and after != "and" and _one_person(here, first - 2)


def _one_name(here: Here, at: int) -> bool:
    """Whether a name alone is a person's: "Moss, 48, was", "Moss, 48, a former guard", "named Moss, 48, as its head"; not "in Halvorn, 48".
    """
    before, following = here.said[at - 1], here.said[at + 4]
    return before not in here.rules.prepositions and not before.isdecimal() and (
        following in here.rules.auxiliaries or here.rules.is_verb(before) and following == "as"
        or following in here.known.after_age or here.rules.is_verb(following))


def _one_person(here: Here, at: int) -> bool:
    """Whether one person is spoken of: "a | man, 45", "the second | suspect, 34"; not "by bus, car, 45"."""
    return any(here.said[before] in here.rules.determiners for before in range(max(here.begin, at - ADJECTIVES), at))


def _generation(here: Here, number: Numeral) -> bool:
    """"children under five", "children under 12 travel free": a word for people before, and nothing that is counted after."""
    if here.said[number.first - 2] not in here.rules.generations:
        return False
    after = here.said[number.end]
    return not after[:1].isalpha() or after in ("years", "months") or not here.rules.is_plural(after)


def _of_life(here: Here, number: Numeral) -> bool:
    """"left school at 14", "died at 84", "he was 12 when", "turned 30": a step of a life before, and nothing that is counted after."""
    first, after, low = number.first, here.said[number.end], number.low
    goes_on = after[:1].isalpha() and after not in here.known.age_ends or after in (":", "%")
    if low is None or not 2 < low < 115 or goes_on or here.block.taken[first] \
            or after[:1] in "-‐‑/.:" and here.block.adjacent(number.end) and here.said[number.end + 1][:1].isalnum():
        return False
    before, subject = here.words[first - 1], here.said[first - 2]
    if before == "at":
        return subject in here.known.stages or here.said[first - 3] in ("left", "leaving", "quit") and subject in ("school", "home")
    if before in ("was", "is"):
        return subject in here.known.age_subjects or (after == "when" and here.capital(first - 2) and first - 2 > here.begin)
    return low > 10 and (subject in here.known.age_subjects or here.capital(first - 2) or subject in ("has", "had", "just", "having"))
