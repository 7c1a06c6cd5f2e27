"""Fractions in words: "two-thirds of the houses", "half of the", "cut by a third", and parts of a unit, "half a percentage point"."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.here import DASHES, HYPHENS, Candidate, Here
from factcheck.model import Number

LARGEST_TOP = 20            # "twenty-one hundredths" is as far as news go
HALVED = frozenset(["length", "mass", "time", "volume", "area"])                 # "a half-mile run"; not "a quarter-final"
PART_NOUNS = frozenset(["half", "quarter"])


def fraction(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"two-thirds of the houses", "one quarter", "three quarters of a mile", "1/4 of the members", "⅔ of"."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or candidate.symbol is not None:
        return None
    if isinstance(number.low, Fraction) and number.low < 1 and candidate.unit is None and here.said[at] == "of":
        return [_part(here, number.first, at, number.low)]
    if not number.spelled or number.low > LARGEST_TOP:
        return None
    at += here.said[at] in DASHES
    word = here.said[at]
    part = here.known.fractions.get(word)
    if part is None or (word in ("quarter", "quarters") and here.said[at + 1] != "of" and number.low == int(number.low) and number.low > 1
                        and here.said[at + 1][:1].isalpha() and here.said[at + 1] not in here.rules.determiners and number.low != 3):
        return None                                                                 # "two quarters later"
    if word in here.known.ordinals and number.low != 1:                             # "two third parties"
        return None
    return [_part(here, number.first, at + 1, Fraction(number.low) * part)]


def share(here: Here, index: int) -> Draft | None:
    """A fraction in one word at token `index` → the share, or the part of a unit, that it says; not "the second half of the game"."""
    word, before, after = here.words[index], here.said[index - 1], here.said[index + 1]
    article = index - 1 >= here.floor and before in here.known.articles
    if before in here.known.ordinals or before in HYPHENS or (before in here.rules.determiners and not article):
        return None
    first = index - article
    value = here.known.fractions[word]
    if word in PART_NOUNS:
        draft = _of_unit(here, index, first, value, article)
        if draft is not None:
            return draft
    if article and word == "half" and after != "of" and not _cued(here, first):
        return None
    subject = _subject(here, first, after)
    bare_half = word == "half" and not article and (after in ("of", "as") or after in here.rules.determiners or subject)
    part = article and (after == "of" or after in here.known.plural_verbs and subject)
    if not (bare_half or part or ((article or word == "half") and _closed(here, index) and _cued(here, first))):
        return None
    return _part(here, first, index + 1, value)


def _of_unit(here: Here, index: int, first: int, value: Fraction, article: bool) -> Draft | None:
    """"half a percentage point", "half a century", "a quarter point", "a half-mile run"."""
    after = here.said[index + 1]
    if not article and here.words[index] == "half" and after in here.known.articles:
        unit = here.unit(index + 2, True)
    elif article and after in here.known.percent_words:
        unit = here.unit(index + 1, True)
    elif article or after in HYPHENS:
        unit = here.unit(index + 1 + (after in HYPHENS), True)
        if unit is not None and (unit.dimension not in HALVED or unit.name in ("year", "century") and after in HYPHENS):
            return None                                                             # "half-year results"
    else:
        return None
    return None if unit is None else _amount(here, index if after in HYPHENS else first, index + 1, value, unit.end)


def _part(here: Here, first: int, end: int, value: Fraction) -> Draft:
    """A share, or where "of a" and a unit follow, a part of that unit: "three quarters of a mile"."""
    if here.said[end] == "of" and here.said[end + 1] in here.known.articles:
        unit = here.unit(end + 2, True)
        if unit is not None:
            return _amount(here, first, end, value, unit.end)
    return Draft("ratio", first, end, first, end, value, value, None, "ratios/fraction-words", spelled=True)


def _amount(here: Here, first: int, end: int, value: Fraction, stop: int) -> Draft:
    exact = Decimal(value.numerator) / value.denominator
    number: Number = exact if Fraction(exact) == value else value
    draft = Draft("measure", first, end, first, end, number, number, None, "", spelled=True)
    at = next(at for at in range(end, stop) if (found := here.unit(at, True)) is not None and found.end == stop)
    attach(here.block, draft, None, here.unit(at, True), here.limit)
    return draft


def _subject(here: Here, first: int, after: str) -> bool:
    """"Half were sold", "and half said no": the subject of a verb."""
    before = here.said[first - 1]
    return (not before[:1].isalnum() or before in here.rules.conjunctions) and (after in here.rules.auxiliaries or after in here.rules.past)


def _closed(here: Here, index: int) -> bool:
    """Whether the word does not go on as a rank with its noun: "by a third." but not "by a third man"."""
    after = here.said[index + 1]
    return (
        not after[:1].isalpha()
        or after in here.rules.stops
        or here.rules.is_verb(after)
        or (here.words[index] not in here.known.ordinals and after not in ("past", "to"))
    )


def _cued(here: Here, first: int) -> bool:
    """Whether the words before ask for a share: "by a third", "fell a quarter", "nearly half", "cut in half"."""
    before, rules = here.said[first - 1], here.rules
    if before == "by" or before in rules.trends or before in here.known.share_hedges:
        return True
    if before == "of" and here.said[first - 2] in rules.trends:                # "a rise of a third"
        return True
    return before in ("in", "to") and any(word in rules.trends for word in here.words[max(here.begin, first - 5):first - 1])
