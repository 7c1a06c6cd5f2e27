"""A block and a token in, the noun phrase or property that stands there out, by closed word classes alone: no model, no tagger.

A phrase goes on until a stop word, a verb, a mark or, after a plural noun, a word that is no plural noun itself ("20 students | study",
"two sales managers"). Gets wrong: a singular noun followed by a verb that looks like a noun ("one man | objects").
"""
from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.grammar import Grammar, singular
from factcheck.extract.numerals import words
from factcheck.extract.tokens import Block

LONGEST = 8
NUMBER_WORDS = frozenset(words().small)
HYPHENS = frozenset("-‐‑")
POSSESSIVES = frozenset(["’s", "'s"])
PLACED = frozenset("early late north south east west old strong free high long tall deep wide thick".split())
LINKS = frozenset(
    "who that which were was have has had been be being are is will also already reportedly now still feared believed reported "
    "confirmed presumed known people left thought to later remain remained being may have".split())
HARM = frozenset(["injury", "injuries", "wound", "wounds", "burns", "fractures", "bruises"])
PASSIVES = frozenset(["were", "was", "been", "are", "is", "be", "being", "get", "got", "left", "remain", "remained", "remains"])
INTO = frozenset(["to", "at", "of", "by", "some", "about", "the", "a", "total", "another", "with", "reach", "reached"])


class Phrase(NamedTuple):
    """A noun phrase: tokens `first` to `end` (exclusive), its head token, and the property word found inside, if any."""

    first: int
    end: int
    head: int
    property: str | None


def noun_phrase(block: Block, start: int, limit: int, grammar: Grammar) -> Phrase | None:
    """The noun phrase that starts at token `start`, or None."""
    words, surface = block.words, block.surface
    head, prop, plural, at = -1, None, False, start
    stop = min(limit, start + LONGEST)
    while at < stop:
        word = words[at]
        if word[0].isalpha():
            if word in grammar.stops:
                if not (word == "and" and head >= 0 and not plural and _pair_goes_on(block, at, stop, grammar)):
                    break
                at += 1
                continue
            if word in NUMBER_WORDS and surface[at].islower():
                break                                                               # "five of the | three-ton satellites"
            if head >= 0 and _ends_phrase(word, words[head], plural, grammar):
                break
            if head < 0 and (
                word in grammar.complements
                and word not in grammar.properties
                and word not in PLACED
            ):
                break
            if (
                head < 0
                and word[-2:] == "ly"
                and at + 1 < stop
                and (words[at + 1][-2:] in ("ed", "nt", "ng", "al", "le") or words[at + 1] in grammar.properties)
            ):
                at = start = at + 1                                                 # "three recently | arrested squads"
                continue
            if prop is None and word in grammar.properties and head < 0:
                prop = grammar.properties[word]
            head, plural = at, grammar.is_plural(word)
        elif (
            word in HYPHENS
            and at + 1 < stop
            and block.adjacent(at + 1)
            and words[at + 1][0].isalpha()
            and (at == start or block.adjacent(at))
        ):
            plural = False
        elif word in POSSESSIVES or (word in "’'" and head >= 0 and words[head][-1] == "s" and block.adjacent(at)):
            if head < 0 or at + 1 >= stop or words[at + 1] in grammar.stops:
                break
            plural = False
        elif word == "," and head >= 0 and not plural and at + 2 < stop and _adjectives(block, at, stop, grammar):
            pass
        elif (
            word[0].isdecimal()
            and head >= 0
            and (surface[head][0].isupper() or surface[min(at + 1, stop - 1)][0].isupper())
            and at + 1 < stop
            and words[at + 1][0].isalpha()
            and words[at + 1] not in grammar.stops
            and not plural
        ):
            pass                                                                    # "63,000 Model 3 sedans", "two new 737 Max jets"
        else:
            break
        at += 1
    if head < 0:
        return None
    return Phrase(start, head + 1, head, prop)


def _ends_phrase(word: str, head: str, plural: bool, grammar: Grammar) -> bool:
    if plural:
        return not grammar.is_plural(word) or word in grammar.present
    if word in grammar.complements and word not in ("high", "long", "late", "early", "old", "north", "south", "east", "west", "total"):
        return True
    if word in grammar.past or (word in grammar.present and not grammar.is_plural(word)):
        return True
    return word[-2:] == "ed" and len(word) > 4 and word not in grammar.not_verbs and word not in grammar.properties


def _pair_goes_on(block: Block, at: int, stop: int, grammar: Grammar) -> bool:
    """"460 Kia and Hyundai vehicles", "five men and women"? Only two names or adjectives before one plural noun."""
    if at + 2 >= stop:
        return False
    one, two = block.words[at + 1], block.words[at + 2]
    return (one[0].isalpha() and two[0].isalpha() and one not in grammar.stops and not grammar.is_plural(one) and grammar.is_plural(two)
            and block.surface[at - 1][0].isupper() == block.surface[at + 1][0].isupper() and two not in grammar.present)


def _adjectives(block: Block, at: int, stop: int, grammar: Grammar) -> bool:
    """"two young, unarmed men": a comma inside a row of adjectives, the plural noun at most two words on."""
    following = block.words[at + 1:min(at + 3, stop)]
    return (all(word[0].isalpha() and word not in grammar.stops for word in following) and not grammar.is_plural(following[0])
            and len(following) == 2 and grammar.is_plural(following[1]) and following[1] not in grammar.present
            and block.surface[at + 1].islower())


def with_of(block: Block, phrase: Phrase, limit: int, grammar: Grammar) -> int:
    """The token after a phrase with its "of" phrase: "injured members | of the MEK"."""
    words, at = block.words, phrase.end
    if at + 1 >= limit or words[at] != "of":
        return phrase.end
    at += 1
    while at < limit and (words[at] in grammar.determiners):
        at += 1
    if at >= limit or not words[at][0].isalpha():
        return phrase.end
    inner = noun_phrase(block, at, limit, grammar)
    return inner.end if inner else phrase.end


def head_lemma(block: Block, phrase: Phrase) -> str:
    """The head of a phrase in the singular and lower case."""
    return singular(block.words[phrase.head])


def property_after(block: Block, at: int, limit: int, grammar: Grammar) -> str | None:
    """The aspect said after a noun or number: "(people) were injured", "dead", "who had been arrested", "died"."""
    words, linked, steps = block.words, False, 0
    while at < limit and steps < 6:
        word = words[at]
        if word in grammar.properties:
            return grammar.properties[word]
        if word in LINKS or word[-2:] == "ly":
            linked = linked or word in PASSIVES
            at, steps = at + 1, steps + 1
            continue
        if word in ("suffered", "sustained") and at + 1 < limit and any(word in HARM for word in words[at + 1:min(limit, at + 5)]):
            return "injured"                                                        # "several officers suffered minor injuries"
        if word in grammar.speech:
            return None
        if word in grammar.past or (word[-2:] == "ed" and len(word) > 4 and word not in grammar.not_verbs):
            return word
        if linked and word in grammar.complements:
            return word
        return None
    return None


def property_before(block: Block, first: int, begin: int, grammar: Grammar) -> str | None:
    """The aspect said before a number: "killed 19", "injuring at least 12", "the deaths of 5" (then the noun)."""
    words, at, steps = block.words, first - 1, 0
    while at >= begin and steps < 4:
        word = words[at]
        if word in grammar.properties:
            return grammar.properties[word]
        if word in INTO or word in grammar.determiners or word in grammar.adverbs:
            at, steps = at - 1, steps + 1
            continue
        if word in grammar.speech or word in grammar.prepositions:
            return None
        if steps and word not in grammar.past and not (word[-2:] == "ed" and len(word) > 4):
            return None
        if (
            word in grammar.past or (word[-3:] == "ing" and len(word) > 5) or (word[-2:] == "ed" and len(word) > 4)
        ) and word not in grammar.not_verbs:
            return word
        return None
    return None
