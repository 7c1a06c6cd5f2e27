"""Quantities that number words alone make, without a numeral: "half of the", "a third of", "doubled", "the third round", "75th"."""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.entities import set_entity
from factcheck.extract.here import Here
from factcheck.extract.nouns import noun_phrase
from factcheck.extract.numerals import Numeral

PERCENT_WORDS = frozenset(["percent", "percentage", "point"])
POSSESSIVES = frozenset(["’s", "'s"])
UNREAD_ORDINALS = frozenset(["first", "second"])        # "first of all", "a second": rarely a count of anything
NOT_RANKED = frozenset(["of", "party", "parties"])       # "a third of", "third parties"


def without_number(here: Here, index: int) -> Draft | None:
    """The candidate word at token `index` that is no numeral → a multiple, a share or an ordinal."""
    word = here.words[index]
    if word in here.known.multiples:
        value, trend = here.known.multiples[word]
        number = Decimal(value.numerator) if value.denominator == 1 else value
        return Draft("ratio", index, index + 1, index, index + 1, number, number, None, "ratios/multiple", spelled=True, trend=trend)
    share = _share(here, index, word) if word in ("half", "quarter", "third") else None
    if share is not None or word not in here.known.ordinals or word in UNREAD_ORDINALS:
        return share
    before, after = here.word(index - 1), here.word(index + 1)
    if (before in here.rules.determiners or before in POSSESSIVES) and after[:1].isalpha() and here.block.surface[index + 1].islower() \
            and after not in NOT_RANKED:
        value_ = Decimal(here.known.ordinals[word])
        return ordinal(here, Numeral(value_, value_, Decimal(1), index, index + 1, None, True))
    return None


def _share(here: Here, index: int, word: str) -> Draft | None:
    """"half of the", "half the", "a quarter of", "a quarter point"; not "the second half of the game"."""
    before, after = here.word(index - 1), here.word(index + 1)
    article = index - 1 >= here.floor and before in here.known.articles
    if before in here.known.ordinals:
        return None
    bare_half = word == "half" and not article and (after == "of" or after in here.rules.determiners)
    if not (bare_half or (article and (after == "of" or (word != "half" and after in PERCENT_WORDS)))):
        return None
    value = here.known.fractions[word]
    draft = Draft("ratio", index - article, index + 1, index, index + 1, value, value, None, "ratios/fraction-word", spelled=True)
    attach(here.block, draft, None, here.unit(index + 1, True) if after in PERCENT_WORDS else None, here.limit)
    return draft


def ordinal(here: Here, number: Numeral) -> Draft | None:
    """"75th anniversary", "the third round": an ordinal with the noun it counts; "22nd Amendment" is a name."""
    at = number.end if number.spelled else number.end + 1
    if here.word(at) in here.rules.labels and here.block.surface[at][0].isupper():
        return None
    draft = Draft("ordinal", number.first, at, number.first, number.end, number.low, number.high, number.precision, "ordinals/number-ending",
                  spelled=number.spelled)
    if here.word(at) == "and" and here.word(at + 2) in here.known.endings:
        at += 3                                                                     # "75th and 15th anniversary"
    phrase = noun_phrase(here.block, at, here.limit, here.rules) if at < here.limit else None
    if phrase:
        set_entity(here.block, draft, phrase, here.limit, here.rules)
        draft.property = None
    return draft
