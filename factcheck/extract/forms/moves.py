"""Where a number came from and where it went: "from 21 to 36", "from 20 mpg in 2008 to 29 mpg", "fell to $4.1 million from $5.6 million".
"""
from __future__ import annotations

from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.entities.nouns import Phrase, noun_phrase
from factcheck.extract.grammar import singular
from factcheck.extract.here import Candidate, Here
from factcheck.extract.units import unit_before
from factcheck.model import Move

REACH = 9                   # tokens in which the "to" of a "from" must stand
BACK = 13                   # and the word of change before it


def back_from(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"slipped to $4.1 million from $5.6 million": the end first, then the start."""
    number, symbol, unit = candidate.number, candidate.symbol, candidate.unit
    first = symbol.first if symbol is not None else number.first
    if number.low is None or here.said[first - 1] != "to":
        return None
    at = unit.end if unit is not None else number.end
    noun = _noun_between(here, at) if unit is None and symbol is None and here.said[at] != "from" else None
    at = at if noun is None else noun.end                                           # "fell to 18 | new cases from 21"
    at += here.said[at] == ","
    if here.said[at] != "from" or not changes(here, first):
        return None
    start = at + 1 + (not here.said[at + 1][:1].isdecimal() and here.said[at + 1] not in here.known.starts)
    sign = unit_before(here.block, start) if start > at + 1 else None
    second = here.number(start, money=sign is not None) if start < here.limit and not here.block.taken[start] else None
    if second is None or second.low is None or second.end > here.limit or (sign is None) != (start == at + 1):
        return None
    other = here.unit(second.end, second.spelled)
    left, right = symbol or unit, sign or other
    if (left is None) != (right is None) or (left is not None and right is not None and left.name != right.name):
        return None
    low, high = sorted((number.low, second.low))
    draft = Draft("count", first, second.end, number.first, number.end, low, high, number.precision, spelled=number.spelled,
                  move=Move(second.low, number.low))
    draft.trend = "up" if number.low > second.low else "down" if number.low < second.low else None
    attach(here.block, draft, symbol or sign, other or unit, here.limit)
    draft.by = "ranges/to-from"
    if noun is not None:
        draft.entity, draft.head, draft.property = (noun.first, noun.end), singular(here.words[noun.head]), noun.property
    return [draft]


def _noun_between(here: Here, at: int) -> Phrase | None:
    """The plural noun at token `at` before "from" and a number that ends there: "18 | new cases | from 21 in May"."""
    if here.said[at + 1] != "from" and here.said[at + 2] != "from":
        return None
    phrase = noun_phrase(here, at)
    if phrase is None or here.said[phrase.end] != "from" or not here.said[phrase.end + 1][:1].isdecimal():
        return None
    after = here.said[phrase.end + 2]
    return phrase if here.rules.is_plural(here.words[phrase.head]) and (not after[:1].isalnum() or after in here.rules.stops) else None


def later_to(here: Here, at: int) -> int | None:
    """The "to" that closes a "from" a few words on, with a number right after it; None past a verb or a mark."""
    for index in range(at, min(here.limit - 1, at + REACH)):
        word = here.words[index]
        if word == "to":
            following = index + 1
            while following < index + 3 and here.said[following] and not here.words[following][0].isalnum():
                following += 1
            return index if here.said[following][:1].isdecimal() else None
        if word in (",", ";", "(", "”") or (here.rules.is_verb(word) and index > at):
            return None
    return None


def changes(here: Here, first: int) -> bool:
    """Whether a word of change stands before "from": "rose from", "an increase from"; not "ranging from"."""
    rules, left = here.rules, here.previous
    if left is not None and here.said[left.first - 1] == "by" and here.words[left.end:first - 1] in ([], [","]):
        return True                                                                 # "revenue by 8 percent, | from 382 million to"
    if left is not None and left.move is not None and first - left.end < REACH and not any(map(rules.is_verb, here.words[left.end:first])):
        return True                                                                 # "from 5 to 7 here, and there | from 2 to 3"
    for at in range(first - 1, max(here.begin, first - BACK) - 1, -1):
        word = here.words[at]
        if word in (";", ":", "(", "”"):
            return False
        if word in rules.range_cues:
            return False
        if word in rules.trends or word in rules.change_nouns or word in rules.moves:
            return True
    return False
