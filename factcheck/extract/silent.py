"""Numbers that are no quantities, by the words around them: ranks, model numbers, capital number words, the pronoun "one"."""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.entities.nouns import noun_phrase
from factcheck.extract.here import HYPHENS, Here
from factcheck.extract.numerals import Numeral


def is_silent(here: Here, number: Numeral) -> bool:
    """Whether a numeral is a name, a rank or a pronoun."""
    if number.spelled and _capital_name(here, number):
        return True
    word = here.words[number.first]
    if word == "zero" and here.said[number.end] in HYPHENS and here.said[number.end + 1][:1].isalpha():
        return True                                                                 # "a zero-coupon bond"
    if here.said[number.first - 1] == "at" and _is_hour(here, number):
        return True                                                                 # "tonight at 8"
    if word == "one" and number.end == number.first + 1 and not _one_counts(here, number.first):
        return True
    if here.said[number.end + 1] == "code" and here.said[number.end] in here.rules.codes:
        return True                                                                 # "the 90049 ZIP Code"
    return here.said[number.first - 1] in ("top", "bottom") and not _plural_follows(here, number.end)


def _is_hour(here: Here, number: Numeral) -> bool:
    """Whether a number after a day and "at" is an hour: "tomorrow at 5 the", not "on Friday at 5 schools"."""
    after, before = here.said[number.end], number.first - 2
    if before < here.begin or not here.block.taken[before] or number.low is None or not 1 <= number.low <= HOURS:
        return False
    return not after[:1].isalpha() or after in here.rules.stops


def _capital_name(here: Here, number: Numeral) -> bool:
    """"BBC One said", "the Ford Five Hundred is", "The Three Lanterns theatre": a capital number word inside a sentence in plain case."""
    surface, first = here.block.surface, number.first
    if first <= here.begin or not surface[first][0].isupper() or here.words[first - 1] in QUOTES:
        return False
    if here.words[first - 1] == "of" and here.capital(first - 2):
        return True                                                                 # "the Group of Seven"
    if here.words[first - 1] in HYPHENS and here.block.adjacent(first) and here.said[first - 2][:1].isalnum():
        return True                                                                 # "7-Eleven"
    if number.end < here.limit and not surface[number.end][0].isupper():
        return surface[first - 1][0].isupper()
    return any(len(word) > 3 and word.islower() for word in surface[here.begin:here.limit])


HOURS = 12
SINGULAR = frozenset(["is", "was", "has"])
QUOTES = frozenset("“\"‘':")


def _plural_follows(here: Here, at: int) -> bool:
    """"the top ten schools" counts; "the bottom three", "a top five finish" are ranks."""
    following = (here.said[at], here.said[at + 1])
    return any(word and word[0].isalpha() and word not in here.rules.stops and here.rules.is_plural(word) for word in following)


def _one_counts(here: Here, index: int) -> bool:
    """Whether "one" is a number: "one of the residents", "one man", "one in five"; not "no one", "one day", "this one is"."""
    rules, before, following = here.rules, here.said[index - 1], here.said[index + 1]
    noun = bool(following) and following[0].isalpha() and following not in rules.stops and following not in rules.after_pronoun_one \
        and not rules.is_verb(following)
    if before == "at" and following in rules.at_one:
        return False                                                                # "at one point"
    if following == "to" and here.number(index + 2) is not None:
        return True                                                                 # "may be one to two yards long"
    if before in rules.before_pronoun_one:
        if before not in rules.before_either_one:
            return False
        return following in ("of", "in") or (noun and before not in ("the", "that"))
    if following == "of":
        return here.said[index + 2] in rules.determiners or here.said[index + 2][:1].isalnum()
    if following in ("in", "out"):
        return here.said[index + 2] in ("every", "of") or here.number(index + 2) is not None
    return noun or following == "-" or following in here.known.scales


def is_model(here: Here, draft: Draft) -> bool:
    """"a 787 Dreamliner", "the 717 jet", "100 | 737 aircraft", "an active 2017": digits before a noun that is not counted."""
    word, at, rules = here.words[draft.start], draft.end, here.rules
    if draft.unit is not None or draft.stop - draft.start != 1 or not word.isdecimal() or not 2 <= len(word) <= 4:
        return False
    if here.said[draft.start - 1].isdecimal():
        return True
    after = here.said[at]
    if after in HYPHENS or after in rules.levels:
        return False
    if here.said[draft.start - 1] == "the" and after in SINGULAR:
        return True                                                                 # "the 486 is a chip"
    phrase = noun_phrase(here, at) if after[:1].isalpha() and after not in rules.stops else None
    if phrase is None:
        return _after_group(here, draft.start) or (len(word) == 4 and "1100" <= word < "2100" and after != "of")
    head = here.words[phrase.head]
    return phrase.property is None and not rules.is_plural(head) and head not in rules.complements


def is_year(here: Here, draft: Draft) -> bool:
    """"mehr als | 2019", "en | 1998": four digits of a language whose dates are read on their own."""
    word = here.words[draft.start]
    return draft.unit is None and draft.stop == draft.start + 1 and word.isdecimal() and "1800" <= word <= "2099" and len(word) == 4


def _after_group(here: Here, start: int) -> bool:
    """"the Group of 20", "the Class of 1968": a name with a label and "of"."""
    return here.said[start - 1] == "of" and here.said[start - 2] in here.rules.labels and here.block.surface[start - 2][0].isupper()
