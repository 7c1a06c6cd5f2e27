"""A token in, the noun phrase that ends there out, read backwards with the "of", "in" and "near" phrases that hang on its head.

"prices of bread in Halvorn | rose": the head is "prices". Statistics give way to what they are of: "the number of claims | reached".
Gets wrong: two nouns joined by "and" (the last one is taken), and a place before the subject without a comma ("In Halvorn prices | rose").
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.entities.nouns import Phrase, after_determiners
from factcheck.extract.entities.verbs import acts, certain, is_adverb, is_closed
from factcheck.extract.grammar import singular
from factcheck.extract.here import HYPHENS, Here

LONGEST = 14                # tokens in a phrase
WITHIN = 16                 # tokens between the two commas of an aside
LOOSE = frozenset(["to", "with", "by"])    # prepositions that hang on verbs as often: "launches | with a motor"
INSIDE = frozenset(["’s", "'s", "-", "‑", "&", "’", "'", "/"])


def phrase_ending(here: Here, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, with what it hangs on; None for a pronoun, a verb or a number."""
    phrase = counted_before(here, last)
    if phrase is not None:
        return phrase
    phrase = bare_phrase(here, last, floor)
    if phrase is None:
        return None
    floor = _reach(here, floor)
    first, head, at = phrase.first, phrase.head, _before_determiners(here, phrase.first - 1)
    while at > floor and here.words[at] in here.rules.links and last - at < LONGEST and _is_noun(here, at - 1, floor) \
            and not (here.words[at] in LOOSE and acts(here, at - 1)):
        outer = _words_ending(here, at - 1, floor)
        if outer is None:
            break
        first, head, at = outer, at - 1, _before_determiners(here, outer - 1)
    return _of_statistic(here, Phrase(first, last + 1, head, None))


def counted_before(here: Here, last: int) -> Phrase | None:
    """What the number before counts, where a worth or an age is said of it: "300 | bicycles | worth $5", "two | men |, aged 19"."""
    left = here.previous
    if left is None or left.kind != "count" or left.entity is None or left.entity[1] != last + 1 or left.entity[0] < left.stop:
        return None
    if here.said[last + 1] != "worth" and (here.said[last + 1], here.said[last + 2]) != (",", "aged"):
        return None
    head = next((at for at in range(*left.entity) if singular(here.words[at]) == left.head), last)
    return Phrase(left.entity[0], last + 1, head, None)


def bare_phrase(here: Here, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, not reaching before token `floor`, alone: "a depth |" of "off Halvorn at a depth of"."""
    words, rules = here.words, here.rules
    if last < floor or here.block.taken[last] or not words[last][0].isalnum() or is_closed(here, last) or words[last] in rules.no_heads:
        return None
    if not _names(here, last) and (acts(here, last) or _is_predicate(here, last) or words[last] in here.known.starts):
        return None
    first = _words_ending(here, last, floor)
    if first is None or (first == last and here.said[last - 1] in rules.passives and words[last] not in rules.plurals):
        return None                                                                 # "the hearing was brief, | two minutes"
    return Phrase(first, last + 1, last, None)


def _reach(here: Here, floor: int) -> int:
    """How far back a phrase may go: past a quantity inside it, "the yield on the | 10-year bond"."""
    span = here.previous
    if span is None or span.end != floor or not _is_attributive(here, span):
        return floor
    return span.previous.end if span.previous is not None else here.begin


def _words_ending(here: Here, last: int, floor: int) -> int | None:
    """The first token of the row of nouns and adjectives that ends at `last`: "the | share price", not "he | said prices"."""
    words, at, first, floor = here.words, last, None, _reach(here, floor)
    while at >= floor and last - at < LONGEST and not here.block.taken[at] and words[at] not in here.rules.determiners \
            and _belongs(here, at, last):
        if words[at][0].isalnum() and not _attributive_at(here, at):
            first = at
        at -= 1
    if first is not None and first < last and here.said[first - 1] in HYPHENS and here.said[first - 2][:1].isdecimal():
        return first + 1                                                            # "the 400-seat | stadium"
    return first


def _before_determiners(here: Here, at: int) -> int:
    """The token before an article: "of | the", but not before "that", which opens a clause."""
    span = here.previous
    if span is not None and at == span.end - 1 and _is_attributive(here, span):
        at = span.first - 1                                                         # "a plan with | 60 GB data cap"
    while here.said[at] in here.rules.determiners and here.words[at] != "that":
        at -= 1
    return at


def _belongs(here: Here, at: int, last: int) -> bool:
    """Whether a token is part of the row of words that ends at `last`."""
    word, rules, name = here.words[at], here.rules, here.block.surface[at][0].isupper()
    if word[0].isalpha():
        if is_closed(here, at):
            return False
        if word in here.known.starts and not name:
            return _attributive_at(here, at)
        if name or at == last:
            return True
        if rules.is_plural(word) and word not in rules.plural_modifiers and here.words[at + 1] not in INSIDE:
            return False                                                            # "the fund manages | assets"
        if word in rules.either:
            before = here.said[at - 1]
            return not _object(here, at) and not (rules.is_plural(before or "-") and before not in rules.plural_modifiers)
        return not acts(here, at) or word in rules.properties
    if word[0].isdecimal():                                                         # "the TA-125", "Boeing 737", "the 10-year bond"
        return here.said[at - 1] in INSIDE or (at > here.begin and here.block.surface[at - 1][0].isupper()) or _attributive_at(here, at)
    return at < last and word in INSIDE


def _is_predicate(here: Here, at: int) -> bool:
    """An adjective or participle at the end of a phrase: "the | reported 5 %", "long", but "net | worth of"."""
    word, rules = here.words[at], here.rules
    placed = (word in rules.complements or word in rules.comparatives) and here.said[at + 1] != "of"
    return (placed and here.said[at - 1] not in rules.determiners and not (word in rules.people_alone and here.said[at - 1] == "of")) \
        or (word[-2:] == "ed" and len(word) > 4 and word not in rules.not_verbs)


def _object(here: Here, at: int) -> bool:
    """Whether a determiner follows, so that a doubtful form is a verb: "the firm | offers the tickets"."""
    return here.said[at + 1] in here.rules.determiners


def _names(here: Here, at: int) -> bool:
    """"Rose said", "trading | rose": a capital letter inside a sentence, or a form in -ing that opens a phrase."""
    if here.block.surface[at][0].isupper() and at > here.begin:
        return True
    if here.words[at][-3:] != "ing" or here.said[at + 1] in here.rules.directions:
        return False
    before = here.said[at - 1]
    return not before[:1].isalpha() or before in here.rules.determiners or before in here.rules.conjunctions


def _is_noun(here: Here, at: int, floor: int) -> bool:
    """Whether a noun stands before a preposition, so that the phrase goes on: "houses | near the river", not "fell | in May"."""
    if at < floor or not here.words[at][0].isalpha() or here.words[at] in here.rules.stops or here.block.taken[at]:
        return False
    if here.words[at][-3:] == "ing" and here.said[at - 1] in here.rules.auxiliaries:
        return False                                                                # "are sitting on"
    if here.block.surface[at][0].isupper():
        return True
    return not (_is_predicate(here, at) or (certain(here, at) and here.words[at] not in here.rules.either))


def _of_statistic(here: Here, phrase: Phrase) -> Phrase:
    """"the number | of claims": the head is "claims"."""
    if here.words[phrase.head] not in here.rules.statistics or here.said[phrase.head + 1] != "of":
        return phrase
    inner = phrase_ending(here, phrase.end - 1, phrase.head + 2)
    return phrase if inner is None else Phrase(inner.first, phrase.end, inner.head, None)


def before_date(here: Here, at: int) -> int:
    """The token before a time or an adverb and what ties it on: "the economy | in 2022 grew", "profit | in the three months to May"."""
    begin, words = here.begin, here.words
    while at > begin:
        if _is_time(here, at) or is_adverb(here, at):
            at -= 1
        elif words[at] == "," and at + 1 < here.limit and (here.block.taken[at + 1] or is_adverb(here, at + 1)):
            at -= 1
        elif words[at] in here.rules.date_links and _is_time(here, after_determiners(here, at + 1)):
            at -= 1
        elif words[at] in here.rules.determiners and _is_time(here, at + 1):
            at -= 1
        else:
            break
    return at


def _is_time(here: Here, at: int) -> bool:
    """Whether a token belongs to a date, or to a span of time that measures nothing: "in the | three months"."""
    if at >= here.limit:
        return False
    span = here.previous
    return bool(here.block.taken[at]) or (span is not None and span.first <= at < span.end and is_adverbial(span))


def _is_attributive(here: Here, draft: Draft) -> bool:
    """Whether a quantity stands before its noun, inside a phrase: "the | 10-year bond", "of | 12 companies"."""
    if draft.entity is None:
        return False
    return draft.entity[0] == draft.end or (draft.entity[0] == draft.end + 1 and here.words[draft.end] in HYPHENS)


def _attributive_at(here: Here, at: int) -> bool:
    span = here.previous
    return span is not None and span.first <= at < span.end and _is_attributive(here, span)


def is_adverbial(draft: Draft) -> bool:
    """Whether a quantity only says when: "in the | three months to May"."""
    return draft.kind == "duration" and draft.head is None and draft.property is None


def before_aside(here: Here, at: int) -> int:
    """The token before an aside that ends at `at`: "the tunnel |, 5 km long,", "Apple | (AAPL)"; before a lone comma too."""
    pair = {")": "(", ",": ","}.get(here.said[at])
    if pair is None:
        return at
    opening = next((index for index in range(at - 1, max(here.begin, at - WITHIN), -1) if here.words[index] == pair), None)
    return opening - 1 if opening is not None else at - 1 if pair == "," else at
