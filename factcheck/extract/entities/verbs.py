"""A token of a sentence in, whether it is a verb there out: closed lists, endings and the words beside it, no tagger.

A form that is a verb or a noun ("rests", "range", "cost") is a verb where it agrees with the noun before it ("the wreck rests", "rents
range") and an object or a preposition follows. Gets wrong: a noun in -s behind a singular noun and before a preposition in a clause that
has no other verb ("Ticket sales at the door" as a title).
"""
from __future__ import annotations

from factcheck.extract.here import Here

CLAUSE = 12                 # tokens back in which another verb makes a doubtful form a noun
NEAR = 5                    # adverbs or hedges that are passed over
SIGNS = frozenset("$€£¥₹₩")
POSSESSIVES = frozenset(["’s", "'s"])
HEDGES = (("at", "least"), ("at", "most"), ("up", "to"))
WHO = frozenset(["who", "which"])
MARKS = frozenset(["as", ";", ":", "“", "”", "(", "—", "–"])


def acts(here: Here, at: int) -> bool:
    """Whether the word at a token is a verb there: "profit | rose", "the wreck | rests at"; not "its | cut", "two | rests"."""
    rules, word = here.rules, here.words[at]
    before = here.words[at - 1] if at > here.begin else ""
    if word not in rules.verbal and word[-2:] not in ("ed", "ng") and before not in rules.modals and before not in WHO:
        return False
    if before in POSSESSIVES and here.said[at - 2] not in rules.pronouns:
        return False
    if before in rules.determiners and before not in rules.subject_words and before not in rules.floating:
        return False
    if before in WHO:
        return word[0].isalpha() and word not in rules.stops or word in rules.auxiliaries
    if before in rules.modals and word[0].isalpha() and word not in rules.stops:
        return before != "to" or _plain_verb(here, at)
    if word in rules.either:
        return agrees(here, at)
    return certain(here, at)


def certain(here: Here, at: int) -> bool:
    """Whether a word is a verb whatever stands beside it, a participle in -ing included: "rose", "seized", "employs", "carrying"."""
    rules, word = here.rules, here.words[at]
    if word[-3:] == "ing":
        return len(word) > 4 and word not in rules.not_verbs
    return word in rules.trends or word in rules.verbs or rules.is_verb(word)


def agrees(here: Here, at: int) -> bool:
    """Whether a form that is a verb or a noun is a verb: "the truck | burns 32 litres", "rents | range from"; not "house | prices"."""
    rules, back = here.rules, at - 1
    while back > at - NEAR and (is_adverb(here, back) or here.said[back] in rules.floating):
        back -= 1
    before = here.said[back]
    if before in rules.subject_words:
        return True
    if before in rules.passives or before in rules.auxiliaries:                      # "was | set to rise"
        return here.words[at] in rules.past or (before in ("been", "being") and here.words[at][-1] != "s")
    if before in (",", ")") or before in rules.conjunctions:                        # "Corvale Foods, based in Halle, | employs 300"
        return object_follows(here, at + 1)
    if not _fits(here, at, back):
        return False
    after = here.said[at + 1]
    if here.words[at] in rules.past and here.capital(at + 1) and here.block.surface[at].islower():
        return True                                                                 # "a quake | hit Orne"
    return object_follows(here, at + 1) or (after in rules.prepositions and after != "of" and not verb_before(here, back))


def _fits(here: Here, at: int, back: int) -> bool:
    """Whether a form agrees with the noun at `back`: "rents | range", "the wreck | rests", any past form, any form after an amount."""
    rules, word, before = here.rules, here.words[at], here.said[back]
    if not before[:1].isalnum() or is_closed(here, back):
        return False
    if word in rules.past or here.block.surface[back][0].isupper():
        return True
    if before[0].isdecimal() or before in here.known.scales:                         # "homes from $1 million | stay", not "52 | catches"
        return word[-1] != "s"
    several = word[-1] == "s" and word[-2:] != "ss"
    return rules.is_plural(before) != several


def is_closed(here: Here, at: int) -> bool:
    """Whether a word is of a closed class and so no noun: "of", "it", "then"; but "the | well" and "five | US soldiers" are."""
    word, rules = here.said[at], here.rules
    if word not in rules.stops:
        return False
    if word in rules.adverbial_nouns:
        return here.said[at - 1] not in rules.determiners
    surface = here.block.surface
    return word not in rules.acronyms or not surface[at].isupper() or surface[at - 1].isupper()


def is_adverb(here: Here, at: int) -> bool:
    """Whether a word is an adverb: "also", "sharply", not "family"."""
    word, rules = here.said[at], here.rules
    return (word in rules.adverbs and is_closed(here, at)) or (word[-2:] == "ly" and word not in rules.ly_nouns)


def object_follows(here: Here, at: int) -> bool:
    """Whether an object starts at a token, past a hedge: "the", "its", "32", "$5", "nearly 40", "at least two"."""
    rules = here.rules
    end = at + NEAR
    while at < end and (here.said[at] in rules.hedges or (here.said[at], here.said[at + 1]) in HEDGES):
        at += 1 if here.said[at] in rules.hedges else 2
    word = here.said[at]
    return bool(word) and (word in rules.determiners or word[0].isdecimal() or word in here.known.starts or word in SIGNS)


def _plain_verb(here: Here, at: int) -> bool:
    """Whether "to" makes a word a verb: "to | cost", "to | renovate the hall"; not "to | people"."""
    rules, word = here.rules, here.words[at]
    return word in rules.verbs or word in rules.either or word in rules.present or word in rules.trends \
        or (not rules.is_plural(word) and object_follows(here, at + 1))


def verb_before(here: Here, at: int) -> bool:
    """Whether the clause already has a verb at or before a token."""
    rules, words = here.rules, here.words
    for index in range(at, max(here.begin, at - CLAUSE) - 1, -1):
        word = words[index]
        if word in MARKS or word in rules.subject_words or word in rules.conjunctions:
            return False
        if here.block.surface[index][0].isupper():
            continue
        if word in rules.either:
            if _fits(here, index, index - 1) and (words[index + 1] in rules.prepositions or object_follows(here, index + 1)):
                return True
        elif word in rules.auxiliaries or certain(here, index):
            return True
    return False
