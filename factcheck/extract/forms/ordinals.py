"""Ranks: "75th anniversary", "the third round", "the twenty-first match", "finished third", "the third, a former guard"."""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.draft import Draft
from factcheck.extract.entities.measured import set_entity
from factcheck.extract.entities.nouns import noun_phrase
from factcheck.extract.here import Candidate, Here
from factcheck.extract.numerals import Numeral

OWNERS = frozenset(["’s", "'s"])


def ranked(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"75th", "twenty-first": a number with an ending, or said as a rank."""
    number = candidate.number
    if not (number.ordinal or (here.said[number.end] in here.known.endings and not number.spelled and here.block.adjacent(number.end))):
        return None
    draft = ordinal(here, number)
    return [] if draft is None else [draft]


def ordinal(here: Here, number: Numeral) -> Draft | None:
    """A number with its ending, or in words → the rank with the noun it counts; "22nd Amendment" is a name, "the 44th President" none."""
    at = number.end if number.spelled else number.end + 1
    if (
        here.said[at][:1].isalpha()
        and here.block.surface[at][0].isupper()
        and here.block.surface[number.first].islower() | (not number.spelled)
        and here.said[at] not in here.rules.offices
    ):
        return None  # "22nd Amendment", "the 101st Airborne"
    draft = Draft(
        "ordinal",
        number.first,
        at,
        number.first,
        number.end,
        number.low,
        number.high,
        number.precision,
        "ordinals/number-ending",
        spelled=number.spelled,
    )
    if here.said[at] == "and" and here.said[at + 2] in here.known.endings:
        at += 3                                                                     # "75th and 15th anniversary"
    phrase = noun_phrase(here, at, many=False)
    if phrase:
        set_entity(here, draft, phrase)
        draft.property = None
    return draft


def rank(here: Here, index: int) -> Draft | None:
    """An ordinal in one word at token `index` → the rank where the words around it make it one: a noun after it, or a verb of ranking."""
    word, before, after = here.words[index], here.said[index - 1], here.said[index + 1]
    if _placed(here, index) or _elliptical(here, index):
        value = Decimal(here.known.ordinals[word])
        return Draft("ordinal", index, index + 1, index, index + 1, value, value, Decimal(1), "ordinals/rank", spelled=True)
    if not (before in here.rules.determiners or before in OWNERS) or not after[:1].isalpha() or here.capital(index + 1) \
            or after in here.known.no_rank_before or (word in ("first", "second") and after in here.known.unranked):
        return None
    value = Decimal(here.known.ordinals[word])
    return ordinal(here, Numeral(value, value, Decimal(1), index, index + 1, None, True))


def _placed(here: Here, index: int) -> bool:
    """"finished third", "came second in the relay", "third in the table": a place in an order, with no noun after it."""
    after = here.said[index + 1]
    if after[:1].isalpha() and after not in here.rules.prepositions and after not in here.rules.conjunctions or after == "of":
        return False
    at = index - 1
    while here.said[at] in here.known.rank_adverbs:
        at -= 1
    if here.said[at] in here.known.ranking:
        return True
    return here.said[index - 1] == "," and after == "in" and here.said[index + 2] in here.known.placed_in


def _elliptical(here: Here, index: int) -> bool:
    """"the third, a former guard", "the second was fined": one of a row that was spoken of before."""
    after = here.said[index + 1]
    return here.said[index - 1] == "the" and here.words[index] != "first" and here.said[index - 2] not in here.rules.prepositions \
        and (after == "," or after in here.known.after_rank)
