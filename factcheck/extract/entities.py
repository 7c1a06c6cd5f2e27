"""A draft in, the thing that it counts or measures and the property filled in: the closest noun phrase that the grammar points to.

A count takes the noun after it ("96 computer units"), or after "of the" ("one of the residents"); its property is the participle or
adjective inside, after or before. A measure takes the noun after it ("40 hectares of land", "a $300 million contract"), else the noun
that it is said of ("a capacity of 50 megawatts"), else the subject of its clause ("the dress cost $200").
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.grammar import Grammar, singular
from factcheck.extract.nouns import Phrase, head_lemma, noun_phrase, property_after, property_before, with_of
from factcheck.extract.numerals import numeral
from factcheck.extract.tokens import Block

DASHES = frozenset("-‐‑–")
WHEN = frozenset("year last next month week today yesterday lower higher earlier later ago compared combined pc".split())
DIMENSIONS = frozenset(
    "long wide high tall deep thick old away heavy apart square across north south east west below above ago later earlier".split())


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
            if words[at] in ("them", "whom", "which"):
                draft.role = draft.role or "part"
                partitive = False
                if at + 1 < limit and words[at + 1] in rules.properties:
                    draft.property = draft.property or rules.properties[words[at + 1]]
                    return
            at += 1
    elif at < limit and words[at] in ("the", "its", "their", "his", "her") and draft.vague is None:
        return
    phrase = noun_phrase(block, at, limit, rules) if at < limit else None
    if phrase is None:
        draft.property = property_after(block, at, limit, rules) or property_before(block, draft.first, begin, rules)
        if draft.property is None or draft.trend is not None:
            measured(block, draft, begin, limit, rules)
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
    elif at < limit and words[at] == "(" and block.words[draft.stop:draft.stop + 1] != [] and words[draft.stop] in DASHES:
        closing = next((k for k in range(at, min(limit, at + 8)) if words[k] == ")"), None)
        at = closing + 1 if closing is not None else at  # "a 30-mile (48 km) race"
    if (
        draft.kind == "duration"
        and draft.first > begin
        and words[draft.first - 1] in ("in", "for", "after", "within", "over", "during", "every")
    ):
        return                                                                      # "for fifty years" measures nothing but time
    if at < limit and words[at] == "of":
        at += 1
        while at < limit and (words[at] in rules.determiners or words[at] == "all"):
            at += 1
        number = numeral(block, at) if at < limit else None
        if number is not None and number.low is not None and draft.low is not None and number.low > max(1, draft.low):
            # "half of the 300 sheds"
            draft.whole, at = number.low, number.end
        phrase = noun_phrase(block, at, limit, rules) if at < limit else None
        if phrase:
            set_entity(block, draft, phrase, limit, rules)
            draft.property = (
                draft.property or property_after(block, phrase.end, limit, rules) or property_before(block, draft.first, begin, rules)
            )
            return
    elif (at < limit and not block.taken[at] and words[at] not in rules.stops and words[at] not in WHEN and words[at][0].isalpha()
          and not rules.is_verb(words[at]) and words[at] not in rules.trends):
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
    if draft.property in STATISTICS:
        return False                                                                # "stay an average of 70 days"
    first = noun
    while (first - 1 >= begin and words[first - 1][0].isalpha() and words[first - 1] not in rules.stops
           and not rules.is_verb(words[first - 1]) and noun - first < 4):
        first -= 1
    draft.entity, draft.head = (first, noun + 1), singular(word)
    return True


def subject(block: Block, draft: Draft, begin: int, rules: Grammar) -> None:
    """The thing that a number is said of: what stands right before it ("cut the rate | to 4 %"), the subject of the closest verb
    before it, or, where that reaches back into another number, what that number is said of."""
    words, left = block.words, draft.previous
    floor = max(begin, left.end if left else begin)
    if left is not None and draft.first - floor <= 2 and left.entity is not None and \
            all(words[at] in ("(", ",", "or", "to", "at", "/", "from", "and", "on", ";") for at in range(floor, draft.first)):
        draft.entity, draft.head = left.entity, left.head
        return
    phrase = _ending_at(block, _before_number(block, draft.first, begin, rules), floor, rules)
    if phrase is None:
        phrase = _subject_of_verb(block, draft, begin, floor, rules)
    elif draft.property is None:
        draft.property = _governing(block, draft.first, begin, rules)
    if phrase is not None:
        draft.entity, draft.head = (phrase.first, phrase.end), singular(words[phrase.head])
    elif left is not None and left.entity is not None and draft.kind != "age":
        draft.entity, draft.head = left.entity, left.head


def _subject_of_verb(block: Block, draft: Draft, begin: int, floor: int, rules: Grammar) -> Phrase | None:
    words, at = block.words, draft.first - 1
    while at >= max(floor, draft.first - FARTHEST):
        word = words[at]
        if word in (";", "”", "“", ":"):
            return None
        if _acts(words, at, rules):
            if draft.property is None and word not in rules.auxiliaries:
                draft.property = rules.properties.get(word, word)
            phrase = _ending_at(block, _before_verb(block, at, begin, rules), floor, rules)
            if phrase is not None:
                return phrase
        at -= 1
    return None


def _acts(words: list[str], at: int, rules: Grammar) -> bool:
    """Whether a word is a verb here, a participle in -ing or what follows a modal or "to" included."""
    word = words[at]
    if at > 0 and words[at - 1] in rules.determiners and words[at - 1] not in RELATIVES and words[at - 1] not in ("all", "both"):
        return False                                                                # "the set", "its cut"
    return (word in rules.trends or rules.is_verb(word) or (word[-3:] == "ing" and len(word) > 5 and word not in rules.not_verbs)
            or (at > 0 and words[at - 1] in MODALS and word[0].isalpha() and word not in rules.stops))


MODALS = frozenset(["been", "being", "to", "will", "would", "can", "could", "may", "might", "should", "must", "shall", "not"])
STATISTICS = frozenset(["average", "total", "maximum", "minimum", "median", "record", "estimate", "mean"])
FARTHEST = 30
LINKING = frozenset(["of", "in", "for", "on", "at", "between", "from"])
RELATIVES = frozenset(["who", "which", "that"])


def _before_verb(block: Block, verb: int, begin: int, rules: Grammar) -> int:
    """The token where the subject of a verb would end: auxiliaries, adverbs and a relative pronoun passed over."""
    words, at = block.words, verb - 1
    if at > begin and words[at] == "," and (words[verb] in rules.trends or words[verb][-3:] == "ing"):
        at -= 1  # "Unite Group, down 68 pence"
    while at >= begin and (
        words[at] in rules.auxiliaries or words[at] in rules.adverbs or words[at] in ("to", "up", "down") or words[at][-2:] == "ly"
    ):
        at -= 1
    at = _before_date(block, at, begin, rules)
    if at >= begin and words[at] in RELATIVES:
        at -= 1
        if at >= begin and words[at] == ",":
            at -= 1
    return at


def _before_number(block: Block, first: int, begin: int, rules: Grammar) -> int:
    """The token where a noun phrase right before a number would end: prepositions and a bracket passed over."""
    words, at = block.words, first - 1
    if at > begin and words[at] == "of" and words[at - 1] in STATISTICS:
        at -= 2  # "stay | an average of 70 days"
    while at >= begin and (
        words[at] in ("to", "by", "at", "from", "for", "of", "(", ":", "-", "–", "+", "with")
        or words[at] in rules.determiners
        or (words[at] == "," and at == first - 1 and block.surface[at - 1][0].isupper())
    ):
        at -= 1
    return _before_date(block, at, begin, rules)


def _before_date(block: Block, at: int, begin: int, rules: Grammar) -> int:
    """The token before a date and its preposition: "China’s economy | in 2022 grew"; adverbs are passed over too."""
    words = block.words
    while at >= begin and (
        block.taken[at] or (words[at][-2:] == "ly" and at > begin) or (words[at] == "," and at + 1 < len(words) and block.taken[at + 1])
    ):
        while at >= begin and (block.taken[at] or words[at][-2:] == "ly" or words[at] == ","):
            at -= 1
        while at >= begin and words[at] in ("in", "on", "at", "since", "between", "during", "from", "until", "by", "for"):
            at -= 1
    return at


def _ending_at(block: Block, last: int, begin: int, rules: Grammar) -> Phrase | None:
    """The noun phrase that ends at token `last`, read backwards with its "of" and "in" phrases; None for a pronoun or a number."""
    words, surface = block.words, block.surface
    at, head, start = last, last, last + 1
    if last < begin or _acts(words, last, rules) and (surface[last].islower() or last == begin):
        return None
    while at >= begin and last - at < 12 and not block.taken[at]:
        word = words[at]
        if word[0].isalpha() or (word[0].isdecimal() and at < last + 1 and at > begin and surface[at - 1][0].isupper()):
            if word in LINKING and start <= last and at > begin and words[at - 1][0].isalpha() and words[at - 1] not in rules.stops:
                head, at = at - 1, at - 1
                continue
            if word in rules.determiners:
                at -= 1
                continue
            if word in rules.stops or (_acts(words, at, rules) and surface[at].islower() and word not in rules.properties):
                break
            start = at
        elif not (word in POSSESSIVE_MARKS and start <= last):
            break
        at -= 1
    if start > last or words[last] in rules.stops or not words[head][0].isalnum():
        return None
    return Phrase(start, last + 1, head if head >= start else last, None)


POSSESSIVE_MARKS = frozenset(["’s", "'s", "-", "&", "’", "'", "/"])


def _governing(block: Block, first: int, begin: int, rules: Grammar) -> str | None:
    """The verb closest before the number: "covers", "cost"; auxiliaries say nothing."""
    words = block.words
    for at in range(first - 1, max(begin, first - 8) - 1, -1):
        if words[at] not in rules.auxiliaries and (rules.is_verb(words[at]) or words[at] in rules.trends):
            return rules.properties.get(words[at], words[at])
    return None
