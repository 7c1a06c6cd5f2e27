"""Numbers that no number word says: "no one was hurt" is 0, "an elderly resident died" at least 1, "both pilots" 2, "the only survivor" 1.

Only for properties that are counted (killed, died, injured, arrested, damaged …), so that ordinary articles and negations stay silent.
"""
from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from functools import cache

from factcheck.data import filled, load
from factcheck.extract.draft import Draft
from factcheck.extract.entities.aspects import property_after
from factcheck.extract.entities.nouns import Phrase, head_lemma, noun_phrase, with_of
from factcheck.extract.grammar import singular
from factcheck.extract.here import Here
from factcheck.extract.numerals import words
from factcheck.extract.tokens import IMPLIED, Block
from factcheck.frozen import frozen

ADJECTIVES = 5              # tokens between an article and its person


@frozen
class Implied:
    """The words of one language that imply a count."""

    triggers: frozenset[str]
    counted: frozenset[str]
    passive: frozenset[str]
    active: frozenset[str]
    events: frozenset[str]
    survivors: frozenset[str]
    persons: frozenset[str]


@cache
def implied(lang: str = "en") -> Implied:
    """A language → its words that imply a count."""
    table = load(f"lang.{lang}.implicit")
    return filled(Implied, table, {"triggers": frozenset((*table["triggers"], *table["persons"]))})


def implicit(block: Block, lang: str = "en") -> list[Draft]:
    """A block whose numbers and dates are taken → its implicit counts."""
    known, found, bounds, taken = implied(lang), [], block.sentences, block.taken
    for index in block.of(IMPLIED):
        if taken[index]:
            continue
        sentence = bisect_right(bounds, index) - 1
        here = Here.of(block, bounds[sentence], bounds[sentence + 1], words(lang), lang)
        draft = _read(here, index, known)
        if draft is not None and not any(taken[draft.first:draft.end]):
            draft.sentence = sentence
            found.append(draft)
    return found


def _read(here: Here, index: int, known: Implied) -> Draft | None:
    word, after = here.words[index], here.said[index + 1]
    if word in ("nobody", "none", "neither"):
        return _nobody(here, index, index + 1, known)
    if word == "no":
        return _nobody(here, index, index + 2, known) if after == "one" else _no_noun(here, index, known)
    if word in ("only", "sole"):
        return _survivor(here, index, known)
    if word == "both":
        return _both(here, index, known)
    if word == "single" or after == "single":
        return _single(here, index, known) if word == "single" else None
    return _a_person(here, index, known)


def _draft(first: int, end: int, value: int, by: str, phrase: Phrase | None, head: str, prop: str | None, modifier: str = "exact") -> Draft:
    number = Decimal(value)
    return Draft("count", first, end, first, end, number, number, Decimal(1), f"implicit/{by}", spelled=True, modifier=modifier,
                 entity=None if phrase is None else (phrase.first, phrase.end), head=head, property=prop)


def _nobody(here: Here, index: int, end: int, known: Implied) -> Draft | None:
    """"no one was hurt", "nobody died", "neither of the two pilots was hurt", "none of the 40 tests was …", "the storm killed nobody"."""
    at, phrase = end, None
    if here.said[at] == "of":
        at += 1
        while here.said[at] in here.rules.determiners or here.said[at] in here.known.small or here.said[at][:1].isdecimal():
            at += 1
        phrase = noun_phrase(here, at) if at < here.limit else None
        at = phrase.end if phrase else at
    before = here.rules.properties.get(here.said[index - 1])
    prop = before if before in known.active else property_after(here, at)
    if prop not in known.counted:
        return None
    return _draft(index, end, 0, "nobody", phrase, head_lemma(here.block, phrase) if phrase else "person", prop)


def _no_noun(here: Here, index: int, known: Implied) -> Draft | None:
    """"no injuries were reported", "there were no casualties", "no houses were damaged"; not "no one", "no longer"."""
    phrase = noun_phrase(here, index + 1) if index + 1 < here.limit else None
    if phrase is None:
        return None
    word = here.words[phrase.head]
    prop = phrase.property or property_after(here, phrase.end)
    if singular(word) in known.events:
        return _draft(index, index + 1, 0, "no-noun", phrase, singular(word), None)
    if prop not in known.counted or not here.rules.is_plural(word):
        return None
    return _draft(index, index + 1, 0, "no-noun", phrase, singular(word), prop)


def _survivor(here: Here, index: int, known: Implied) -> Draft | None:
    """"the only survivor", "the sole victim"."""
    if here.said[index + 1] not in known.survivors:
        return None
    first = index - (here.said[index - 1] in here.rules.determiners)
    return _draft(first, index + 1, 1, "only", Phrase(index + 1, index + 2, index + 1, None), here.words[index + 1], None)


def _single(here: Here, index: int, known: Implied) -> Draft | None:
    """"a single shot was fired", "not a single house was damaged" (then 0 is not said: silent)."""
    article = here.said[index - 1] in ("a", "one")
    phrase = noun_phrase(here, index + 1) if index + 1 < here.limit else None
    if not article or phrase is None or here.said[index - 2] == "not" or here.rules.is_plural(here.words[phrase.head]):
        return None
    prop = property_after(here, phrase.end)
    return _draft(index - 1, index + 1, 1, "single", phrase, head_lemma(here.block, phrase), prop) if prop else None


def _both(here: Here, index: int, known: Implied) -> Draft | None:
    """"both pilots survived", "both of the drivers died"; not "both Corvale and Eastmere"."""
    at = index + 1 + (here.said[index + 1] == "of")
    at += here.said[at] in here.rules.determiners
    phrase = noun_phrase(here, at) if at < here.limit else None
    if phrase is None or not here.rules.is_plural(here.words[phrase.head]) or here.said[phrase.end] == "and":
        return None
    prop = property_after(here, phrase.end)
    return _draft(index, index + 1, 2, "both", phrase, head_lemma(here.block, phrase), prop) if prop in known.counted else None


def _a_person(here: Here, index: int, known: Implied) -> Draft | None:
    """"an elderly member of the sect died", "a soldier was killed", "killing a guard": at least one. `index` is the person."""
    at = next((at for at in range(index - 1, max(here.begin - 1, index - 1 - ADJECTIVES), -1) if here.words[at] in ("a", "an")), None)
    phrase = noun_phrase(here, at + 1) if at is not None else None
    if at is None or phrase is None or phrase.head != index:
        return None
    before = here.rules.properties.get(here.said[at - 1])
    end = with_of(here, phrase)
    prop = before if before in known.active else property_after(here, end)
    suffers = before == prop or any(here.said[after] in here.rules.passives for after in range(end, end + 4))
    if prop not in known.counted or (prop in known.passive and not suffers):
        return None
    return _draft(at, at + 1, 1, "a-person", phrase, here.words[index], prop, "at_least")
