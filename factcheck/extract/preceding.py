"""A token in, the noun phrase that ends there out, read backwards with the "of", "in" and "near" phrases that hang on its head.

"prices of bread in Halvorn | rose": the head is "prices". Statistics give way to what they are of: "the number of claims | reached".
Gets wrong: two nouns joined by "and" (the last one is taken), and a place before the subject without a comma ("In Halvorn prices | rose").
"""
from __future__ import annotations

from factcheck.extract.here import Here
from factcheck.extract.nouns import Phrase
from factcheck.extract.verbs import acts, certain, is_adverb, is_closed

LONGEST = 14                # tokens in a phrase
WITHIN = 16                 # tokens between the two commas of an aside
INSIDE = frozenset(["’s", "'s", "-", "‑", "&", "’", "'", "/"])


def phrase_ending(here: Here, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, not reaching before token `floor`; None for a pronoun, a verb or a number."""
    words, rules = here.words, here.rules
    if last < floor or here.block.taken[last] or not words[last][0].isalnum() or is_closed(here, last) or words[last] in rules.no_heads:
        return None
    if not _names(here, last) and (acts(here, last) or _is_predicate(here, last)):
        return None
    at, head, start, closed = last, last, last + 1, False
    while at >= floor and last - at < LONGEST and not here.block.taken[at]:
        word = words[at]
        if word in rules.links and start <= last and _is_noun(here, at - 1, floor):
            head, at, closed = at - 1, at - 1, False
            continue
        if word in rules.determiners and word != "that":
            closed = True
        elif closed or not _belongs(here, at, start <= last):
            break
        elif word[0].isalnum():
            start = at
        at -= 1
    if start > last or not words[head][0].isalnum():
        return None
    return _of_statistic(here, Phrase(start, last + 1, head if head >= start else last, None))


def _belongs(here: Here, at: int, inside: bool) -> bool:
    """Whether a token is part of the phrase that is being read backwards."""
    word = here.words[at]
    if word[0].isalpha():
        return not is_closed(here, at) and (not acts(here, at) or here.block.surface[at][0].isupper() or word in here.rules.properties
                                                 or (inside and word in here.rules.either and not _object(here, at)))
    if word[0].isdecimal():                                                         # "the TA-125", "Boeing 737"
        return here.word(at - 1) in INSIDE or here.block.surface[at - 1][0].isupper() and at > here.begin
    return inside and word in INSIDE


def _is_predicate(here: Here, at: int) -> bool:
    """An adjective or participle at the end of a phrase: "the | reported 5 %", "long", but "net | worth of"."""
    word, rules = here.words[at], here.rules
    return ((word in rules.complements or word in rules.comparatives) and here.word(at + 1) != "of") \
        or (word[-2:] == "ed" and len(word) > 4 and word not in rules.not_verbs)


def _object(here: Here, at: int) -> bool:
    """Whether a determiner follows, so that a doubtful form is a verb: "the firm | offers the tickets"."""
    return here.word(at + 1) in here.rules.determiners


def _names(here: Here, at: int) -> bool:
    """"Rose said", "trading | rose": a capital letter inside a sentence, or a form in -ing that opens a phrase."""
    if here.block.surface[at][0].isupper() and at > here.begin:
        return True
    before = here.word(at - 1)
    opens = not before[:1].isalpha() or before in here.rules.determiners or before in here.rules.conjunctions
    return opens and here.words[at][-3:] == "ing"


def _is_noun(here: Here, at: int, floor: int) -> bool:
    """Whether a noun stands before a preposition, so that the phrase goes on: "houses | near the river", not "fell | in May"."""
    if at < floor or not here.words[at][0].isalpha() or here.words[at] in here.rules.stops or here.block.taken[at]:
        return False
    if here.words[at][-3:] == "ing" and here.word(at - 1) in here.rules.auxiliaries:
        return False                                                                # "are sitting on"
    return not (certain(here, at) and here.words[at] not in here.rules.either and here.block.surface[at][0].islower())


def _of_statistic(here: Here, phrase: Phrase) -> Phrase:
    """"the number | of claims": the head is "claims"."""
    if here.words[phrase.head] not in here.rules.statistics or here.word(phrase.head + 1) != "of":
        return phrase
    inner = phrase_ending(here, phrase.end - 1, phrase.head + 2)
    return phrase if inner is None else Phrase(inner.first, phrase.end, inner.head, None)


def before_date(here: Here, at: int) -> int:
    """The token before a date or an adverb and what ties it on: "the economy | in 2022 grew", "profit | in the three months to May"."""
    rules, words, taken, begin = here.rules, here.words, here.block.taken, here.begin
    while at > begin and (taken[at] or is_adverb(here, at) or (words[at] == "," and at + 1 < here.limit and taken[at + 1])):
        while at >= begin and (taken[at] or (at > begin and is_adverb(here, at)) or words[at] == ","):
            at -= 1
        while at >= begin and (words[at] in rules.date_links or (words[at] in rules.determiners and taken[at + 1])):
            at -= 1
    return at


def before_aside(here: Here, at: int) -> int:
    """The token before an aside that ends at `at`: "the tunnel |, 5 km long,", "Apple | (AAPL)"; before a lone comma too."""
    pair = {")": "(", ",": ","}.get(here.word(at))
    if pair is None:
        return at
    opening = next((index for index in range(at - 1, max(here.begin, at - WITHIN), -1) if here.words[index] == pair), None)
    return opening - 1 if opening is not None else at - 1 if pair == "," else at
