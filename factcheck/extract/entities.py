"""A draft in, the thing that it counts or measures and the property filled in: the closest noun phrase that the grammar points to.

A count takes the noun after it ("96 computer units"), or after "of the" ("one of the residents"); its property is the participle or
adjective inside, after or before. A measure takes the noun after it ("40 hectares of land", "a $300 million contract"), else the noun
that it is said of ("a capacity of 50 megawatts"), else the subject of its clause ("the dress cost $200").
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.grammar import Grammar, singular
from factcheck.extract.nouns import Phrase, head_lemma, noun_phrase, property_after, property_before, with_of
from factcheck.extract.tokens import Block

DASHES = frozenset("-‐‑–")
DIMENSIONS = frozenset(["long", "wide", "high", "tall", "deep", "thick", "old", "away", "heavy", "apart", "square", "across", "north", "south", "east", "west", "below", "above", "ago", "later", "earlier"])
OPENERS = frozenset(["in", "on", "at", "by", "for", "from", "with", "after", "before", "since", "during", "as", "while", "when", "although", "though", "if", "because", "despite", "under", "between", "among", "of", "to", "within", "following", "according", "compared", "based", "last", "per"])
BREAKS = frozenset([";", ":", "“", "”", "(", "–", "—"])
CLAUSES = frozenset(["and", "but", "while", "which", "who", "that", "as", "with", "because", "although", "whereas", "where", "when", "or"])


def set_entity(block: Block, draft: Draft, phrase: Phrase, limit: int, rules: Grammar) -> None:
    """Puts a noun phrase on a draft, its "of" phrase included."""
    draft.entity = (phrase.first, with_of(block, phrase, limit, rules))
    draft.head = head_lemma(block, phrase)
    if phrase.property and draft.property is None:
        draft.property = phrase.property


def counted(block: Block, draft: Draft, begin: int, limit: int, rules: Grammar) -> None:
    """A count without unit → its counted noun and property."""
    words, at = block.words, draft.end
    if at < limit and words[at] in DASHES and block.adjacent(at) and at + 1 < limit and block.adjacent(at + 1):
        phrase = noun_phrase(block, at + 1, min(limit, at + 2), rules)              # "30-seat council"
        if phrase:
            draft.entity, draft.head = (phrase.first, phrase.end), head_lemma(block, phrase)
            draft.by = "counts/number-hyphen-noun"
        return
    if at < limit and words[at] in ("more", "other", "further", "additional", "extra", "such", "different", "separate"):
        at += 1
    partitive = False
    if at < limit and words[at] == "of":
        at, partitive = at + 1, True
        while at < limit and (words[at] in rules.determiners or words[at] in ("all", "them", "those", "whom", "which")):
            if words[at] in ("them", "those", "whom", "which") and (at + 1 >= limit or words[at + 1] not in ("people",)):
                draft.role = draft.role or "part"
                draft.property = draft.property or property_after(block, at + 1, limit, rules)
                return
            at += 1
    elif at < limit and words[at] in ("the", "its", "their", "his", "her") and draft.vague is None:
        return
    phrase = noun_phrase(block, at, limit, rules) if at < limit else None
    if phrase is None:
        draft.property = property_after(block, at, limit, rules) or property_before(block, draft.first, begin, rules)
        return
    set_entity(block, draft, phrase, limit, rules)
    if partitive:
        draft.by = "counts/number-of-noun"
    if draft.property is None:
        end = draft.entity[1] if draft.entity else phrase.end
        after = property_after(block, end, limit, rules)
        before = property_before(block, draft.first, begin, rules)
        if after in rules.properties.values() or before is None:
            draft.property = after or _passive_later(block, end, limit, rules)
        else:
            draft.property = before
        if draft.property is None:
            draft.property = before


def _passive_later(block: Block, at: int, limit: int, rules: Grammar) -> str | None:
    """The passive at the end of a list: "96 computers, 49 laptops and two tablets were seized"."""
    words = block.words
    if at >= limit or words[at] not in (",", "and"):
        return None
    for index in range(at, limit - 1):
        if words[index] in (";", "”"):
            return None
        if words[index] in ("were", "was") and words[index + 1] in rules.properties:
            return rules.properties[words[index + 1]]
    return None


def measured(block: Block, draft: Draft, begin: int, limit: int, rules: Grammar) -> None:
    """A measure, amount, percentage or share → what it is a measure of, and the aspect."""
    words, at = block.words, draft.end
    if at < limit and words[at] in DIMENSIONS:
        draft.property = words[at]
        subject(block, draft, begin, rules)
        return
    if at < limit and words[at] in DASHES and block.adjacent(at):
        at += 1
    if at < limit and words[at] == "of":
        at += 1
        while at < limit and (words[at] in rules.determiners or words[at] == "all"):
            at += 1
        phrase = noun_phrase(block, at, limit, rules) if at < limit else None
        if phrase:
            set_entity(block, draft, phrase, limit, rules)
            draft.property = draft.property or property_after(block, phrase.end, limit, rules) or property_before(block, draft.first, begin, rules)
            return
    elif at < limit and words[at] not in rules.stops and words[at][0].isalpha() and not rules.is_verb(words[at]) and words[at] not in rules.trends:
        phrase = noun_phrase(block, at, limit, rules)
        if phrase:
            set_entity(block, draft, phrase, limit, rules)
            if words[phrase.head] in rules.change_nouns:
                draft.property = words[phrase.head]
                owner = _of_after(block, phrase.end, limit, rules)
                if owner:
                    draft.entity, draft.head = (owner.first, owner.end), head_lemma(block, owner)
            return
    if not noun_before(block, draft, begin, rules):
        subject(block, draft, begin, rules)


def _of_after(block: Block, at: int, limit: int, rules: Grammar) -> Phrase | None:
    """"a 40 % drop | in sales", "an increase of 5 % | for the index"."""
    words = block.words
    if at + 1 < limit and words[at] in ("in", "of", "for"):
        at += 1
        while at < limit and words[at] in rules.determiners:
            at += 1
        return noun_phrase(block, at, limit, rules) if at < limit else None
    return None


def noun_before(block: Block, draft: Draft, begin: int, rules: Grammar) -> bool:
    """"a capacity of 50 MW", "revenue of $4 billion", "a length of 412 metres", "depth: 12 km" → the noun before "of" is the property."""
    words, at = block.words, draft.first - 1
    if at <= begin or words[at] not in ("of", "at", ":"):
        return False
    noun = at - 1
    word = words[noun]
    if not word[0].isalpha() or word in rules.stops or rules.is_verb(word) or words[at] == "at":
        return False
    draft.property = singular(word)
    first = noun
    while first - 1 >= begin and words[first - 1][0].isalpha() and words[first - 1] not in rules.stops and not rules.is_verb(words[first - 1]) and noun - first < 4:
        first -= 1
    draft.entity, draft.head = (first, noun + 1), singular(word)
    return True


def subject(block: Block, draft: Draft, begin: int, rules: Grammar) -> None:
    """The subject of the clause that holds the number, with its first verb as the property when none is known."""
    words = block.words
    start = clause_start(block, draft.first, begin, rules)
    verb = next((at for at in range(start, draft.first) if rules.is_verb(words[at]) or words[at] in rules.trends), None)
    at = start
    while at < draft.first and (words[at] in rules.determiners or words[at] in rules.conjunctions or not words[at][0].isalnum()):
        at += 1
    stop = verb if verb is not None and verb > at else draft.first
    if at < stop and words[at] not in rules.pronouns:
        phrase = noun_phrase(block, at, stop, rules)
        if phrase:
            end = with_of(block, phrase, stop, rules)
            draft.entity, draft.head = (phrase.first, end), head_lemma(block, phrase)
    if draft.property is None:
        draft.property = _governing(block, draft.first, begin, rules)


def _governing(block: Block, first: int, begin: int, rules: Grammar) -> str | None:
    """The verb closest before the number: "covers", "cost"; auxiliaries say nothing."""
    words = block.words
    for at in range(first - 1, max(begin, first - 8) - 1, -1):
        word = words[at]
        if word in rules.auxiliaries:
            continue
        if rules.is_verb(word) or word in rules.trends:
            return rules.properties.get(word, word)
    return None


def clause_start(block: Block, first: int, begin: int, rules: Grammar) -> int:
    """The token where the clause of token `first` begins, an opening phrase ("In 2003, …") left out."""
    words, start = block.words, begin
    for at in range(first - 1, max(begin, first - 60) - 1, -1):
        word = words[at]
        if word in BREAKS:
            start = at + 1
            break
        if word == "," and at + 1 < first and words[at + 1] in CLAUSES:
            start = at + 1
            break
        if word in ("while", "because", "although", "whereas") or (word in ("and", "but", "that") and at + 2 < first and _clause_follows(block, at, first, rules)):
            start = at + 1
            break
    if words[start] in OPENERS:
        comma = next((at for at in range(start, first) if words[at] == ","), None)
        if comma is not None and comma + 1 < first:
            return comma + 1
    return start


def _clause_follows(block: Block, at: int, first: int, rules: Grammar) -> bool:
    """Whether a subject and a verb stand between "and" and the number: a clause of its own."""
    words = block.words
    following = words[at + 1]
    if rules.is_verb(following):
        return False
    return any(rules.is_verb(words[index]) or words[index] in rules.trends for index in range(at + 2, first))
