"""The draft of a count in, the thing that it counts and the aspect of it filled in.

A count takes the noun after it ("96 computer units"), or after "of the" ("one of the residents"); its property is the participle or
adjective inside, after or before. "Six dead" counts persons, "eight others" what was counted before; a number that stands alone is said
of the noun before it ("a crew of 22"). Gets wrong: animals and things that are dead or missing without their noun ("three are missing").
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.entities.aspects import KILLED, lives, property_after, property_before, property_later, property_past
from factcheck.extract.entities.measured import measured, noun_before, set_entity
from factcheck.extract.entities.nouns import Phrase, noun_phrase
from factcheck.extract.grammar import singular
from factcheck.extract.here import HYPHENS, Here

JOINTS = frozenset([",", "and", "or"])
SINGULAR = frozenset(["was", "is", "has"])
REACH = 6                   # quantities back in which "others" finds its noun


def counted(here: Here, draft: Draft) -> None:
    """A count without unit → its counted noun and property: "five | old bridges", "three of the | pupils", "six | dead"."""
    rules, at, word = here.rules, draft.end, here.said[draft.end]
    if word in HYPHENS and here.block.adjacent(at) and at + 1 < here.limit and here.block.adjacent(at + 1):
        _hyphenated(here, draft, at + 1)
        return
    if word in rules.levels:
        measured(here, draft)                                                       # "past the 40 mark"
        return
    if word in rules.fillers:
        at += 1
        word = here.said[at]
    several = draft.low != 1 or draft.high != 1
    if word == "of":
        at += 1
        while here.said[at] in rules.determiners or here.said[at] in rules.those:
            at += 1
        if here.said[at - 1] in rules.back_references:
            _part_of_them(here, draft, at)
            return
        at = _past_measure(here, _past_last(here, at))
        draft.by, several = "counts/number-of-noun", True
    phrase = noun_phrase(here, at, several)
    if phrase is None or _is_verb(here, phrase):
        _alone(here, draft, at)
    elif not _people(here, draft, phrase):
        set_entity(here, draft, phrase)
        _aspect(here, draft, phrase)


def _past_last(here: Here, at: int) -> int:
    """The token after "last 14" in "11 of their | last 14 matches"."""
    number = here.number(at + 1) if here.said[at] in here.rules.complements else None
    return at if number is None else number.end


def _past_measure(here: Here, at: int) -> int:
    """The token after "three-ton" in "five of the | three-ton satellites"."""
    number = here.number(at) if here.said[at] in here.known.starts or here.said[at][:1].isdecimal() else None
    if number is None or here.said[number.end] not in HYPHENS:
        return at
    unit = here.unit(number.end, number.spelled)
    return at if unit is None else unit.end


def _is_verb(here: Here, phrase: Phrase) -> bool:
    """Whether a phrase is only what happened: "of whom 80 | survived", "five | destroyed"; but "six | dead" are people."""
    word, rules = here.words[phrase.head], here.rules
    return phrase.property is not None and phrase.first == phrase.head and word not in rules.people_alone and \
        (word[-2:] == "ed" or word in rules.past or word in rules.verbs)


def _hyphenated(here: Here, draft: Draft, at: int) -> None:
    """"a 30-seat council": the word after the hyphen."""
    if here.words[at][0].isalpha() and here.words[at] not in here.rules.stops:
        draft.entity, draft.head, draft.by = (at, at + 1), singular(here.words[at]), "counts/number-hyphen-noun"


def _part_of_them(here: Here, draft: Draft, at: int) -> None:
    """"31 graves, ten of them | empty", "27 people, of whom six | were children": a part of what was counted before."""
    draft.role = draft.role or "part"
    before = draft.previous
    phrase, words = noun_phrase(here, at), here.words
    if phrase is not None and not _is_verb(here, phrase) and here.rules.is_plural(words[phrase.head]) \
            and words[phrase.head] not in here.rules.people_alone:
        set_entity(here, draft, phrase)
        return
    draft.property = draft.property or property_after(here, at) or _adjective(here, at)
    if before is not None and before.kind == "count":
        draft.entity, draft.head = before.entity, before.head


def _adjective(here: Here, at: int) -> str | None:
    """"ten of them | empty": a word that ends the clause."""
    word = here.said[at]
    alone = word[:1].isalpha() and word not in here.rules.stops and word[-2:] != "ly" and not here.said[at + 1][:1].isalnum()
    return word if alone else None


def _alone(here: Here, draft: Draft, at: int) -> None:
    """A number without a noun → the aspect ("15 | were injured") or the thing before it ("a crew of | 22", "sales reached | 5,310")."""
    if here.said[draft.first - 1] in HYPHENS and here.block.adjacent(draft.first):
        return                                                                      # "79-67"
    after, before = property_after(here, at), property_before(here, draft.first)
    if whole := _opening(here, draft):
        draft.role, draft.whole, draft.entity, draft.head = draft.role or "part", whole.low, whole.entity, whole.head
        draft.property = after or _adjective(here, at)
        return
    if here.said[draft.first - 1] == "of" and noun_before(here, draft):
        draft.property = after
        return
    draft.property = after or before
    if here.said[at] in JOINTS and here.number(at + 1) is not None:
        return                                                                      # "12, 15 and 19 nests"
    said = draft.property
    rules, valued = here.rules, here.said[draft.first - 1] == "at"
    if said is None or draft.trend is not None or said in rules.value_verbs or said in rules.moves or valued:
        draft.property = None                                                       # "the index closed at | 7,412"
        measured(here, draft)


def _opening(here: Here, draft: Draft) -> Draft | None:
    """"Of the 80 people on board, | 14 drowned and | six were hurt": the number that opens the sentence, of which this one is a part."""
    whole = draft.previous
    while whole is not None and whole.role == "part" and whole.whole is not None:
        whole = whole.previous
    if whole is None or whole.kind != "count" or whole.head is None:
        return None
    before = whole.first - 1 - (here.said[whole.first - 1] in here.rules.determiners)
    return whole if before == here.begin and here.said[before] in ("of", "among") and here.said[draft.first - 1] in JOINTS else None


def _people(here: Here, draft: Draft, phrase: Phrase) -> bool:
    """Whether a count is of people or of what was counted before: "six | dead", "eight | others were hurt"."""
    rules, word = here.rules, here.words[phrase.head]
    if phrase.end - phrase.first != 1 or not (word in rules.people_alone or word in rules.stand_ins):
        return False
    draft.entity, draft.head = (phrase.first, phrase.end), singular(word)
    draft.property = phrase.property or property_after(here, phrase.end) or property_before(here, draft.first)
    if word in rules.people_alone or draft.property in rules.people_alone:
        draft.head = "person"
    else:
        draft.head = _head_before(draft) or draft.head
    return True


def _head_before(draft: Draft) -> str | None:
    """What the closest count before a draft counts: "sentenced seven officers … and acquitted | two others" → officer."""
    before = draft.previous
    for _ in range(REACH):
        if before is None or (before.kind == "count" and before.head is not None):
            break
        before = before.previous
    return before.head if before is not None and before.kind == "count" else None


def _aspect(here: Here, draft: Draft, phrase: Phrase) -> None:
    """The property of a counted noun: the aspect inside the phrase, a known one after it, the verb before it, the verb after it or after
    the list, the participle inside.
    """
    if draft.property is not None:
        return
    end = draft.entity[1] if draft.entity else phrase.end
    if lives(here, draft.first, end):
        draft.property = KILLED
        draft.head = "person" if draft.head == "life" else draft.head
        return
    after, before = property_after(here, end), property_before(here, draft.first)
    if draft.low != 1 and here.said[end] in SINGULAR and here.said[draft.first - 1] != "of" and here.rules.is_plural(here.words[end - 1]):
        after = None                                                                # "the man with 12 children | was arrested"
    if after is not None and not _own(here, draft, end, after):
        after = None
    if after is None or (before is not None and after not in here.rules.properties):
        after = before or (property_later(here, end) or property_past(here, end) if _opens_clause(here, draft) else None)
    draft.property = after or phrase.quality


def _own(here: Here, draft: Draft, end: int, after: str) -> bool:
    """Whether a verb after a counted noun is about it: not "schools in 14 districts | were closed", "a poll of 900 voters | found", but
    "in nine letters | written by".
    """
    before, rules, word = here.said[draft.first - 1], here.rules, here.said[end]
    if before not in rules.links or before in rules.clause_openers or word in rules.subject_words or word in rules.properties:
        return True
    if here.said[end + 1] in rules.prepositions and (word[-2:] == "ed" or word in rules.participles):
        return True
    if here.said[end + 1] == "," and draft.first - 1 == here.begin and word[-2:] == "ed":
        return True                                                                 # "Of 1,900 samples | tested, 38 were positive"
    return before == "of" and after in rules.properties


def _opens_clause(here: Here, draft: Draft) -> bool:
    """Whether the count is the subject: "96 computers, 49 laptops … were seized", not "he had 96 computers, …"."""
    before = here.said[draft.first - 1]
    return not before[:1].isalnum() or before in here.rules.determiners or before in here.rules.conjunctions or before in here.rules.speech
