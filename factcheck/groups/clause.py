"""A number's place in a sentence in, its clause, what happened there, and where it points out: by closed word classes, without a tagger."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.claims.keys import WHEN
from factcheck.claims.sentence import Sentence
from factcheck.claims.turns import BREAKS, TURNS, acts, joins
from factcheck.claims.words import empty
from factcheck.data import listed
from factcheck.extract.grammar import grammar

CALENDAR = ("date", "time")
OPENING, CLOSING = frozenset(["(", "-LRB-", "["]), frozenset([")", "-RRB-", "]"])
BRACKETS, CUTS = OPENING | CLOSING, OPENING | {","}
DASHES = frozenset("-–—")
NOT = frozenset(["not", "never", "n't", "t", "'", "’"])
CONVERSION = 6          # tokens of "(21 kilometres)"
AFTER = 8               # tokens after the number in which a verb may say what happened
BEFORE_ING = listed("qualifiers", "before_ing")
MODALS = listed("qualifiers", "modals")
POINTS = listed("qualifiers", "points")
LEADING = frozenset(["after", "before", "since"])        # turns of a sentence, unless the date follows at once
POINTING = POINTS | DASHES
TO = frozenset(["of", "from", "off", "outside"])


class Place(NamedTuple):
    """Where a number stands: its tokens `first` to `end`, in the clause `begin` to `limit`."""

    first: int
    end: int
    begin: int
    limit: int


def clause(said: Sentence, first: int, end: int) -> tuple[int, int]:
    """The stretch around the number that no strong mark and no turn of the sentence cuts; a bracket is a clause of its own."""
    inside = _bracket(said, first, end)
    if inside:
        return inside[0] + 1, inside[1]
    begin, limit = first - (first > 0 and said.lemmas[first - 1] in LEADING), end       # "began shortly | after 2:09 a.m."
    while begin > 0 and said.surface[begin - 1] not in BREAKS and said.lemmas[begin - 1] not in TURNS and not joins(said, begin - 1):
        begin -= 1
    while limit < len(said.surface) and said.surface[limit] not in BREAKS and said.lemmas[limit] not in TURNS and not joins(said, limit):
        limit += 1
    return begin, limit


def subject_of(said: Sentence, begin: int) -> range:
    """The clause that begins behind an "and" → the tokens of the subject that it shares with the one before."""
    if begin == 0 or not joins(said, begin - 1):
        return range(0)
    start = begin - 1
    while start > 0 and said.surface[start - 1] not in BREAKS and said.lemmas[start - 1] not in TURNS and not joins(said, start - 1):
        start -= 1
    verbs = (index for index in range(start, begin) if acts(said.surface[index].lower()) and not said.names[index])
    return range(start, next(verbs, start))


def content(said: Sentence, places: Iterable[int]) -> Iterable[str]:
    """The lemmas of the content words at these tokens."""
    skip = empty()
    return (said.lemmas[index] for index in places if said.lemmas[index][0].isalpha() and said.lemmas[index] not in skip)


def core(said: Sentence, place: Place, verb: str | None, opening: Iterable[str]) -> frozenset[str]:
    """The content words of the sentence's subject, its verb, and what stands beside the number between two commas."""
    begin, limit = place.first, place.end
    while begin > place.begin and said.surface[begin - 1] != ",":
        begin -= 1
    while limit < place.limit and said.surface[limit] != ",":
        limit += 1
    around = *range(begin, place.first), *range(place.end, limit)
    words = frozenset(content(said, around)).union(opening, (verb,) if verb and verb not in empty() else ())
    return words - frozenset(said.lemmas[place.first:place.end])


def opening(said: Sentence) -> tuple[str, ...]:
    """The content words before the first verb, at most those before the first comma: mostly the subject."""
    return tuple(content(said, range(next((index for index, word in enumerate(said.surface)
                                           if word in CUTS or (not said.names[index] and acts(word.lower()))), 0))))


def predicate(kind: str, said: Sentence, place: Place) -> tuple[str | None, bool, int | None]:
    """What happened: the verb nearest to the number, to its left if there is one; whether it is a noun instead; its token.

    The two dates of a life in brackets are a birth and a death: "Ada Rell (3 May 1901 – 9 June 1980)". "The 2004 flood" and "the flood of
    2004" belong to the flood.
    """
    if kind == "date":
        life = _life(said, place)
        if life:
            return life, False, None
        if _year_of_work(said, place):
            return "release", False, None
        noun = _noun_of_date(said, place)
        if noun in listed("same", "works"):
            return "release", False, None
        if noun:
            return noun, True, None
    at = _verb(said, place)
    return (None if at is None else said.lemmas[at]), False, at


def bearing(said: Sentence, place: Place) -> tuple[str | None, frozenset[str]]:
    """"13 miles (21 km) north-east of Dorn" → north-east, {dorn}; (None, {}) for what is no distance from a place."""
    limit, way = place.limit, None
    inside = _bracket(said, place.first, place.end)
    if inside:
        limit = clause(said, inside[1] + 1, inside[1] + 1)[1] if inside[1] + 1 < len(said.surface) else 0
    index = inside[1] + 1 if inside else past_conversion(said, place.end)
    while index < limit and said.lemmas[index] in POINTING:
        way = way or said.lemmas[index]
        index += 1
    if index >= limit or said.lemmas[index] not in TO:
        return way, frozenset()
    words = set()
    for further in range(index + 1, min(limit, index + 8)):
        if said.names[further]:
            words.add(said.surface[further].lower())
        elif words:
            break
    return way, frozenset(words)


def name_after(said: Sentence, end: int, limit: int) -> frozenset[str]:
    """The words of the first name between a number that ends at `end` and the end of its clause, unless another number comes before it."""
    first, last = next(((first, last) for first, last in said.phrases if end <= first < limit), (end, end))
    between = any(word[0].isdecimal() for word in said.surface[end:first])
    return frozenset() if between else frozenset(word.lower() for word in said.surface[first:last])


def past_conversion(said: Sentence, end: int) -> int:
    """The token behind the conversion that follows a number which ends at `end`, or `end`: "13 miles (21 km) | east"."""
    if end + 1 >= len(said.surface) or said.surface[end] not in OPENING or not said.surface[end + 1][:1].isdecimal():
        return end
    return next((index + 1 for index in range(end, min(len(said.surface), end + CONVERSION)) if said.surface[index] in CLOSING), end)


def _bracket(said: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """The brackets around the number, as their two tokens."""
    if OPENING.isdisjoint(said.surface):
        return None
    opening = next((index for index in range(first - 1, -1, -1) if said.surface[index] in BRACKETS), None)
    if opening is None or said.surface[opening] not in OPENING:
        return None
    closing = next((index for index in range(end, len(said.surface)) if said.surface[index] in CLOSING), None)
    return None if closing is None else (opening, closing)


def _life(said: Sentence, place: Place) -> str | None:
    if place.begin == 0 or said.surface[place.begin - 1] not in OPENING:
        return None
    inside = said.lemmas[place.begin:place.limit]
    if place.first > place.begin and said.surface[place.first - 1] in DASHES and "bear" not in inside:
        return "die"
    if place.end < place.limit and said.surface[place.end] in DASHES:
        return "bear"
    return "bear" if "bear" in inside else "die" if "die" in inside else None


def _year_of_work(said: Sentence, place: Place) -> bool:
    """"Her novel The Salt Road (1994)": a year alone in brackets behind the name of a work."""
    alone = place.begin > 1 and place.first == place.begin and place.end == place.limit and said.surface[place.begin - 1] in OPENING
    return alone and said.names[place.begin - 2] and not listed("same", "works").isdisjoint(said.lemmas)


def _noun_of_date(said: Sentence, place: Place) -> str | None:
    """The noun that a year stands beside as its name: the 2004 flood, the flood of 2004."""
    owned = place.end + 1 < place.limit and said.surface[place.end] in "’'" and said.lemmas[place.end + 1] == "s"
    if owned:                                                                        # "Friday's semi-final"
        return next(iter(content(said, range(place.end + 2, min(place.limit, place.end + 5)))), None)
    if not said.surface[place.first][0].isdecimal() or place.first == 0:
        return None
    before = said.lemmas[place.first - 1]
    if before == "of" and place.first > 1 and said.lemmas[place.first - 2] not in empty():
        return said.lemmas[place.first - 2]
    if before in WHEN - {"the"} or place.end - place.first > 1 or place.end >= place.limit:
        return None
    noun = None
    for index in range(place.end, min(place.limit, place.end + 5)):
        if (
            not said.lemmas[index][0].isalpha()
            or said.lemmas[index] in empty()
            or (noun and (said.names[index] or said.surface[index].endswith("ing") or grammar().is_verb(said.surface[index].lower())))
        ):
            break
        noun = said.lemmas[index]
    return noun


def _verb(said: Sentence, place: Place) -> int | None:
    """A form that looks like a verb, or what follows an auxiliary."""
    known, skip = grammar(), empty()
    for index in (*range(place.first - 1, place.begin - 1, -1), *range(place.end, min(place.limit, place.end + AFTER))):
        word = said.surface[index].lower()
        if said.lemmas[index] == "have" and index < place.first and _owns(said, index, place.first):
            return int(index)
        if not word[0].isalpha() or word in known.auxiliaries or said.lemmas[index] in skip or said.names[index] or "-" in word:
            continue
        if acts(word) or _participle(said, index, word) or _after_auxiliary(said, index, place.begin) or _left(said, index):
            return int(index)
    return None


def _owns(said: Sentence, index: int, first: int) -> bool:
    """"Has two sons", "has about 300 branches", but not "has risen to 12"."""
    known = grammar()
    between = [word.lower() for word in said.surface[index + 1:first]]
    return not any(word == "to" or word in known.auxiliaries or known.is_verb(word) for word in between)


def _left(said: Sentence, index: int) -> bool:
    """"He retired in 2002", where "retired officers" do nothing."""
    word = said.surface[index]
    return word[-2:] == "ed" and word != said.lemmas[index] and said.surface[index + 1:index + 2] != () and said.lemmas[index + 1] in WHEN


def _participle(said: Sentence, index: int, word: str) -> bool:
    """"was charged with murdering him", "…, killing nine"; a "recording contract" is a thing."""
    return word.endswith("ing") and word not in grammar().not_verbs and index > 0 and said.lemmas[index - 1] in BEFORE_ING


def _after_auxiliary(said: Sentence, index: int, begin: int) -> bool:
    """"did not sign", "will open"."""
    before = index - 1
    while before >= begin and said.lemmas[before] in NOT:
        before -= 1
    return before >= begin and said.surface[before].lower() in MODALS
