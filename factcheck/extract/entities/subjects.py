"""A draft in, the thing that its number is said of filled in, where no noun follows the number.

What stands right before it ("cut the rate | to 4 %", "shares worth | $5"), the noun before a comma ("the tunnel, | 5 km long,"), the
subject of the closest verb before it ("the truck burns | 32 litres"), or, where that reaches back into another number, what that one is
said of. Gets wrong: an object for the subject ("He finished the game with | 20 points"), and what a pronoun stands for.
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.entities.nouns import Phrase, head_lemma
from factcheck.extract.entities.preceding import bare_phrase, before_aside, before_date, counted_before, is_adverbial, phrase_ending
from factcheck.extract.entities.verbs import acts, is_adverb, is_closed, verb_before
from factcheck.extract.grammar import singular
from factcheck.extract.here import Here
from factcheck.extract.implicit import implied

PAYER = 5                   # tokens of who pays: "cost the city's taxpayers $50"
PAST = 8                    # tokens of the clause before "and"
FARTHEST = 30               # tokens between a number and its verb
MEMBERS = 5                 # bare numbers of a list that are passed over
CLOSE = 8                   # tokens between a number and the verb that governs it
BREAKS = frozenset([";", "”", "“", ":"])
CLOSING = frozenset([",", "and", ".", ";", ")", ""])


def subject(here: Here, draft: Draft) -> None:
    """A draft → the same draft with entity and property: "Attendance, which stood at | 4,000", "the dress cost | $200"."""
    left, first = _past_bare_numbers(draft)
    floor = max(here.begin, left.end if left else here.begin)
    if left is not None and left.entity is not None and first - floor <= 2 \
            and here.rules.between_numbers.issuperset(here.words[floor:first]):
        draft.entity, draft.head = left.entity, left.head
        return
    phrase = _in_apposition(here, draft, first, floor) or _right_before(here, draft, first, floor) or _of_verb(here, draft, first, floor)
    if phrase is not None:
        draft.entity, draft.head = (phrase.first, phrase.end), head_lemma(here.block, phrase)
        if draft.head in here.rules.people_alone:                                   # "the dead | numbered 220"
            draft.head, draft.property = "person", here.rules.properties.get(draft.head, draft.property)
    elif left is not None and left.entity is not None and draft.kind != "age":
        draft.entity, draft.head = left.entity, left.head


def _past_bare_numbers(draft: Draft) -> tuple[Draft | None, int]:
    """The quantity before a draft that has a thing of its own, and where the search starts: "weighed 5 and | 6 kg" starts before 5."""
    left, first = draft.previous, draft.first
    if left is not None and is_adverbial(left):
        left = left.previous
    for _ in range(MEMBERS):
        if left is None or left.entity is not None or left.kind != "count" or left.unit is not None or first - left.end > 1:
            break
        first, left = left.first, left.previous
    return left, first


def _in_apposition(here: Here, draft: Draft, first: int, floor: int) -> Phrase | None:
    """"The tunnel, | 5.4 kilometres long,", "the actress, | 26,": the noun phrase before the comma."""
    if here.said[first - 1] != ",":
        return None
    if here.said[draft.end] not in CLOSING and here.said[draft.end] not in here.rules.dimensions:
        return None
    counted = counted_before(here, first - 2)
    if counted is not None:
        return counted
    ending = bare_phrase if draft.kind in ("age", "count") else phrase_ending
    phrase = ending(here, before_date(here, first - 2), floor)
    before = here.said[phrase.first - 1] if phrase is not None else ""
    if before in here.rules.prepositions or before in here.rules.auxiliaries:
        return None
    return phrase


def _right_before(here: Here, draft: Draft, first: int, floor: int) -> Phrase | None:
    """The noun phrase right before a number, or the subject of a word that can only be a verb there ("households | used 3,200 kWh")."""
    at = _before_number(here, first)
    if at < floor:
        return None
    if draft.kind == "money" and (verb := _costs(here, at)) is not None:
        draft.property = here.words[verb]
        return _subject_before(here, verb, floor)
    costs = draft.kind == "money" and here.words[at] in here.rules.costing and _is_word(here, at - 1)
    if at == first - 1 and (costs or not draft.modifiers and _must_be_verb(here, at)):
        draft.property = draft.property or here.words[at]
        return _subject_before(here, at, floor)
    if acts(here, at) and not (here.block.surface[at][0].isupper() and at > here.begin) \
            and not (draft.property in here.rules.dimensions and here.words[at] in here.rules.either):
        return None                                                                 # but "and waves | nine metres high"
    phrase = phrase_ending(here, at, floor)
    if phrase is not None and draft.property is None:
        draft.property = _governing(here, first)
    return phrase


def _is_word(here: Here, at: int) -> bool:
    """Whether a token may end a noun phrase."""
    return here.said[at][:1].isalpha() and not is_closed(here, at)


def _costs(here: Here, last: int) -> int | None:
    """The verb before the payer that ends at `last`: "will | cost buyers $50", "the flood | cost farmers $3m"; not "cost overruns"."""
    payer = singular(here.words[last])
    if payer not in implied(here.lang).persons and not payer.endswith(here.rules.person_endings):
        return None
    verb = next((at for at in range(last - 1, max(here.begin, last - PAYER), -1) if here.words[at] in here.rules.costing), None)
    return None if verb is None or here.said[verb - 1] in here.rules.determiners else verb


def _must_be_verb(here: Here, at: int) -> bool:
    """A word between a noun and a number with nothing else between them: "households | used 3,200", "the reactor | delivers 1,300"."""
    rules, word, before = here.rules, here.words[at], here.said[at - 1]
    if not word[0].isalpha() or not here.block.surface[at].islower() or word in rules.stops or word in rules.complements \
            or word in rules.comparatives or not before[:1].isalpha() or is_closed(here, at - 1) or here.block.taken[at - 1]:
        return False
    if word[-2:] == "ed" or word in rules.past:
        return True
    if word in rules.either and word[-1] != "s" and _several(here, at - 1):
        return True
    if word in rules.statistics or (word[-1] == "s") == rules.is_plural(before):
        return False
    return (word[-1] == "s" or word in rules.either) and not verb_before(here, at - 1)


def _several(here: Here, last: int) -> bool:
    """Whether the phrase that ends at a token has a head of several: "rents in the old town | average 14 euros"."""
    phrase = phrase_ending(here, last, here.begin)
    return phrase is not None and here.rules.is_plural(here.words[phrase.head])


def _before_number(here: Here, first: int) -> int:
    """The token where a noun phrase right before a number would end: prepositions and a bracket passed over."""
    words, rules, at = here.words, here.rules, first - 1
    if words[at] == "worth":                                                        # "shares, worth | $5"
        at -= 2 if here.said[at - 1] == "," else 1
    if at > here.begin and words[at] == "of" and words[at - 1] in rules.statistics:
        at -= 2                                                                     # "stay | an average of 70 days"
    while at >= here.begin and (words[at] in rules.before_number or words[at] in rules.determiners
                                or (words[at] == "," and at == first - 1 and here.block.surface[at - 1][0].isupper())):
        at -= 1
    return before_date(here, at)


def _of_verb(here: Here, draft: Draft, first: int, floor: int) -> Phrase | None:
    """The subject of the closest verb before a number that has one: "profit is expected to rise | 5 %"."""
    rules, words = here.rules, here.words
    for at in range(first - 1, max(floor, first - FARTHEST) - 1, -1):
        word = words[at]
        if word in BREAKS:
            return None
        if not word[0].isalpha() or word in rules.prepositions and word not in rules.trends or here.block.taken[at] or not acts(here, at):
            continue
        if draft.property is None and word not in rules.auxiliaries:
            draft.property = word if here.words[at + 1] in rules.particles else _as_property(here, word)
        phrase = _subject_before(here, at, floor)
        if phrase is not None or _is_pronoun(here, at):
            return phrase
    return None


def _is_pronoun(here: Here, verb: int) -> bool:
    """Whether a pronoun is the subject that nothing else in the sentence stands for: "since it | lost", but "the firm said it | lost"."""
    rules, at = here.rules, verb - 1
    while here.said[at] in rules.auxiliaries or is_adverb(here, at):
        at -= 1
    if here.said[at] not in rules.pronouns or here.said[at] in rules.conjunctions:
        return False
    at -= 1
    at -= here.said[at] == "that"
    return at < here.begin or not acts(here, at)


def _subject_before(here: Here, verb: int, floor: int) -> Phrase | None:
    """The noun phrase that is the subject of a verb; an aside with a number is passed over: "Corvale, which has 40 shops, | lost"."""
    joined = here.said[verb - 1] == "and" and here.words[verb] in here.rules.auxiliaries
    if joined and (earlier := _verb_of_clause(here, verb - 2)) is not None:
        return _subject_before(here, earlier, here.begin)                           # "the bridge has 16 arches and | is 516 m long"
    last = _before_verb(here, verb)
    aside = here.said[verb - 1] == "," == here.said[last + 1] and last + 1 < verb - 1
    return phrase_ending(here, last, here.begin if aside else floor)


def _verb_of_clause(here: Here, last: int) -> int | None:
    """The auxiliary of the clause that ends at a token, with nothing but words and numbers behind it."""
    for at in range(last, max(here.begin, last - PAST) - 1, -1):
        word = here.words[at]
        if word in here.rules.auxiliaries:
            return at
        if not word[0].isalnum() or word in here.rules.conjunctions:
            return None
    return None


def _before_verb(here: Here, verb: int) -> int:
    """The token where the subject of a verb would end: auxiliaries, adverbs, dates, asides and a relative pronoun passed over."""
    words, rules, at = here.words, here.rules, verb - 1
    if at > here.begin and words[at] == "," and (words[verb] in rules.trends or words[verb][-3:] == "ing"):
        at -= 1                                                                     # "Unite Group, down 68 pence"
    while at >= here.begin and (words[at] in rules.auxiliaries or words[at] in ("to", "up", "down") or is_adverb(here, at)
                                or words[at] in rules.floating):
        at -= 1
        if words[at] == "," and words[at + 1] in rules.floating:                     # "six satellites, each | weighing"
            at -= 1
    at = before_date(here, at)
    if at > here.begin and words[at] in rules.subject_words and words[at] in rules.conjunctions:
        return before_date(here, at - 1 - (words[at - 1] == ","))                   # "attendance, which | stood at"
    return before_date(here, before_aside(here, at))


def _governing(here: Here, first: int) -> str | None:
    """The verb closest before a number: "covers", "cost"; auxiliaries say nothing."""
    for at in range(first - 1, max(here.begin, first - CLOSE) - 1, -1):
        word = here.words[at]
        if word not in here.rules.auxiliaries and word[0].isalpha() and acts(here, at):
            return word if here.words[at + 1] in here.rules.particles else _as_property(here, word)
    return None


def _as_property(here: Here, word: str) -> str | None:
    """What a verb says of the measured thing; "up" and "lower" say it by the trend, "compared" says nothing."""
    return None if word in here.rules.directions else here.rules.properties.get(word, word)
