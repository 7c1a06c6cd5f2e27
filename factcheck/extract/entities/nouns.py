"""A token in, the noun phrase that starts there out, by closed word classes and agreement alone: no model, no tagger.

A phrase goes on until a stop word, a verb, a mark or, after a plural noun, a word that is no plural noun itself ("20 students | study",
"two sales managers"). After a number above one a noun in -s is the head ("two ticket offers"); after "a 5-inch" it is the verb ("a 5-inch
crack | runs"). Gets wrong: a singular noun followed by a verb that looks like a noun ("one man | objects").
"""
from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.entities.verbs import POSSESSIVES, acts, certain, is_closed, object_follows
from factcheck.extract.grammar import singular
from factcheck.extract.here import HYPHENS, Here
from factcheck.extract.tokens import Block

LONGEST = 8                 # tokens in a phrase
SOON = 4                    # tokens in which a plural noun makes "abandoned", "old" or "burning" part of the phrase


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `end` (exclusive) and its head token; `property` is the aspect said inside ("injured officers"),
    `quality` any other participle that opens it ("abandoned dogs").
    """

    first: int
    end: int
    head: int
    property: str | None
    quality: str | None = None


def noun_phrase(here: Here, start: int, many: bool = True) -> Phrase | None:
    """The noun phrase that starts at a token, or None: "computer units | were", "recently | arrested squads". `many`: a plural may come."""
    words, rules, surface, small = here.words, here.rules, here.block.surface, here.known.small
    first = _opening(here, start, many)
    if first is None:
        return None
    head, at, stop = first, first + 1, min(here.limit, first + LONGEST)
    while at < stop and not here.block.taken[at]:
        word = words[at]
        if word[0].isalpha():
            if words[at - 1] in HYPHENS:                                            # "court-mandated", "gas-only"
                head = at
            elif word == "and" and _pair_goes_on(here, at, stop):
                at += 1
                continue
            elif word in rules.stops and is_closed(here, at) or (word in small and surface[at].islower()) or _ends(here, at, head, many):
                break
            else:
                head = at
        elif word in HYPHENS and _tight(here, at):
            pass
        elif word in POSSESSIVES or (word in "’'" and words[at - 1][-1] == "s" and here.block.adjacent(at)):
            if here.said[at + 1] in rules.stops or not here.said[at + 1][:1].isalnum():
                break
        elif word[0].isdecimal() and (words[at - 1] in HYPHENS or _is_model(here, at, head)):
            head = at if words[at - 1] in HYPHENS else head                         # "a 270-hp V-6"
        elif not (word == "," and _adjectives(here, at, stop)):
            break
        at += 1
    opening = words[first]
    made = surface[first].islower() and (opening[-2:] == "ed" and len(opening) > 4 or opening in rules.participles)
    return Phrase(first, head + 1, head, rules.properties.get(opening), opening if made and head > first else None)


def _opening(here: Here, at: int, many: bool) -> int | None:
    """Where a phrase that is to start at a token starts, an adverb passed over, or None: a verb or a predicate is no opening unless a
    plural noun follows ("two | drowned", but "two | drowned sailors").
    """
    words, rules, surface = here.words, here.rules, here.block.surface
    if at >= here.limit:
        return None
    word = words[at]
    if word in HYPHENS and _tight(here, at):                                        # "11th-|ranked side"
        at += 1
        word = here.said[at]
    if word[-2:] == "ly" and word not in rules.ly_nouns:
        at += 1                                                                     # "three recently | arrested squads"
        word = here.said[at]
        if not word or not (word in rules.properties or word in rules.past or word[-2:] in ("ed", "nt", "ng", "al", "le")):
            return None
    if not word[:1].isalpha() or here.block.taken[at] or (word in here.known.small and surface[at].islower()):
        return None
    if word in rules.stops and is_closed(here, at):
        compound = here.said[at + 1] in HYPHENS and _tight(here, at + 1) and here.said[at + 2][:1].isalpha()
        return at if compound else None                                             # "two | off-duty officers"
    if word in rules.properties:
        return at
    predicate = word in rules.complements or word in rules.comparatives
    verb = word not in rules.either and certain(here, at) and here.said[at + 1] != "of"
    doubtful = word in rules.past or (surface[at].islower() and (predicate or verb))
    if doubtful and (not _plural_soon(here, at + 1) and (many or not _noun_next(here, at + 1))
                     or (word in rules.past and word[-2:] != "ed" and word not in rules.participles)):
        return None
    return at


def _plural_soon(here: Here, at: int) -> bool:
    """Whether a plural noun follows at once: "12 old stone | bridges", not "12 dead in"."""
    for index in range(at, min(here.limit, at + SOON)):
        word = here.words[index]
        if not word[0].isalpha() and word not in HYPHENS or word in here.rules.stops:
            return False
        if here.rules.is_plural(word) and word not in here.rules.verbs:
            return True
    return False


def _noun_next(here: Here, at: int) -> bool:
    """Whether a noun follows a participle: "a 40-hectare walled | garden"; not "40 hectares burned"."""
    word = here.said[at]
    return (word[:1].isalpha() and word not in here.rules.stops and word not in here.rules.no_heads and word[-2:] != "ly"
            and not here.block.taken[at] and not certain(here, at))


def _ends(here: Here, at: int, head: int, many: bool) -> bool:
    """Whether a word is no longer part of a phrase with that head so far."""
    rules, surface, word, last = here.rules, here.block.surface, here.words[at], here.words[head]
    if not many and surface[at][0].isupper() and surface[head][0].isupper() and not certain(here, at):
        return False                                                                # "the 5th Guards | Division"
    if rules.is_plural(last) and here.words[at - 1] == last and (many or last[-1] == "s"):     # "one crew | member"
        if not rules.is_plural(word) or word in rules.properties or word in rules.present or word in rules.verbs:
            return True
        return word in rules.either and object_follows(here, at + 1)                # "women | work 50 hours"
    if word[-2:] == "ly" and word not in rules.ly_nouns:
        return True
    if word in rules.complements or word in rules.comparatives:                     # "the Big | East", "last-|minute" go on
        return here.said[at + 1] not in HYPHENS and not _plural_soon(here, at + 1) and surface[at].islower()
    if word in rules.either:
        return not many and acts(here, at)
    if word in rules.properties:
        return not _plural_soon(here, at + 1) if many else True
    if word in rules.past or word in rules.present or word in rules.verbs:
        return True
    if word[-2:] == "ed" and len(word) > 4 and word not in rules.not_verbs:
        return True
    if many or word[-1] != "s" or not surface[at].islower():
        return False
    name = at + 1 < here.limit and surface[at + 1][0].isupper() and surface[head].islower()
    return name or object_follows(here, at + 1)                                     # "fence | surrounds the yard", "quake | shakes Orne"


def _tight(here: Here, hyphen: int) -> bool:
    """Whether a hyphen joins two words: "court-mandated", not "150 miles - 240 km"."""
    after, block = hyphen + 1, here.block
    return after < here.limit and block.adjacent(hyphen) and block.adjacent(after) and here.words[after][0].isalnum()


def _is_model(here: Here, at: int, head: int) -> bool:
    """"63,000 Model 3 sedans", "two new 737 Max jets": digits beside a name, a noun going on."""
    surface, after = here.block.surface, here.said[at + 1]
    return (after[:1].isalpha() and after not in here.rules.stops and not here.rules.is_plural(here.words[head])
            and (surface[head][0].isupper() or surface[at + 1][0].isupper()))


def _pair_goes_on(here: Here, at: int, stop: int) -> bool:
    """"460 Kia and Hyundai vehicles": names before one plural noun, not "five men and women"."""
    rules, surface = here.rules, here.block.surface
    if rules.is_plural(here.words[at - 1]) and surface[at - 1].islower():
        return False
    for index in range(at + 1, min(stop, at + 5)):
        word = here.words[index]
        if not word[0].isalpha() or word in rules.stops or word in here.known.small:
            return False
        if rules.is_plural(word) and index > at + 1:
            return word not in rules.present and (index == at + 2 or surface[at - 1][0].isupper())
        if surface[at - 1][0].isupper() != surface[index][0].isupper():
            return False
    return False


def _adjectives(here: Here, at: int, stop: int) -> bool:
    """"two young, unarmed men": a comma inside a row of adjectives, the plural noun at most two words on."""
    rules, following = here.rules, here.words[at + 1:min(at + 3, stop)]
    return (len(following) == 2 and all(word[0].isalpha() and word not in rules.stops for word in following)
            and not rules.is_plural(here.words[at - 1]) and not rules.is_plural(following[0]) and rules.is_plural(following[1])
            and following[1] not in rules.present and here.block.surface[at + 1].islower())


def with_of(here: Here, phrase: Phrase) -> int:
    """The token after a phrase with its "of" phrase: "injured members of the MEK |"."""
    if here.said[phrase.end] != "of":
        return phrase.end
    inner = noun_phrase(here, after_determiners(here, phrase.end + 1))
    return inner.end if inner else phrase.end


def after_determiners(here: Here, at: int) -> int:
    """The first token from `at` on that is no determiner: "of the | 12 sheds"."""
    while here.said[at] in here.rules.determiners:
        at += 1
    return at


def head_lemma(block: Block, phrase: Phrase) -> str:
    """The head of a phrase in the singular and lower case: "computer units" → "unit", "the TA-125" → "ta-125"."""
    first = phrase.head
    if not block.words[first].isdecimal():
        return singular(block.words[first])
    while first > phrase.first and (block.adjacent(first) or block.surface[first - 1][0].isupper()):
        first -= 1
    return block.span(first, phrase.head + 1).lower()
