"""The draft of a measure, an amount or a share in, the thing that it is a measure of and the aspect filled in.

It takes the noun after it ("40 hectares of land", "a $300 million contract"), else the noun that it is said of ("a capacity of 50
megawatts"), else the subject of its clause ("the dress cost $200"). Gets wrong: a price for the thing that it buys ("$60 million Tuesday").
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.entities.aspects import property_after, property_before
from factcheck.extract.entities.nouns import Phrase, after_determiners, head_lemma, noun_phrase, with_of
from factcheck.extract.entities.preceding import bare_phrase
from factcheck.extract.entities.subjects import subject
from factcheck.extract.entities.verbs import POSSESSIVES, acts, certain
from factcheck.extract.grammar import singular
from factcheck.extract.here import HYPHENS, Here

BRACKET = 8                 # tokens in a conversion in brackets


def set_entity(here: Here, draft: Draft, phrase: Phrase) -> None:
    """Puts a noun phrase on a draft, its "of" phrase included: "members of the MEK" with the head "member"."""
    draft.entity = (phrase.first, with_of(here, phrase))
    draft.head = head_lemma(here.block, _owned(here, phrase))
    if phrase.property and draft.property is None:
        draft.property = phrase.property


def _owned(here: Here, phrase: Phrase) -> Phrase:
    """"The University of Orsa's | students": what belongs to the "of" phrase, where one thing alone stands before it."""
    if here.said[phrase.end] != "of" or here.rules.is_plural(here.words[phrase.head]):
        return phrase
    inner = noun_phrase(here, after_determiners(here, phrase.end + 1))
    if inner is None or POSSESSIVES.isdisjoint(here.words[inner.first:inner.head]):
        return phrase
    return inner if here.rules.is_plural(here.words[inner.head]) else phrase


def measured(here: Here, draft: Draft) -> None:
    """A measure, amount, percentage or share → what it is a measure of, and the aspect: "40 hectares of | land", "a 5-inch | crack"."""
    rules, at, word = here.rules, draft.end, here.said[draft.end]
    if word in rules.dimensions:
        draft.property = word
        subject(here, draft)
        return
    if draft.kind == "duration" and (here.said[draft.first - 1] in rules.time_links or here.said[draft.first - 1] in rules.edges):
        return                                                                      # "for fifty years" measures nothing but time
    if word in rules.levels:
        subject(here, draft)
        return
    at = _past_joint(here, draft, at)
    phrase = _of_what(here, draft, at)
    if phrase is None and here.said[draft.stop] not in HYPHENS and noun_before(here, draft):
        return
    phrase = phrase or _next_noun(here, draft, at)
    if phrase is not None:
        set_entity(here, draft, phrase)
        _change(here, draft, phrase)
        if draft.kind == "ratio" and draft.property is None and draft.entity is not None:
            draft.property = property_after(here, draft.entity[1])                  # "one in four wells | is dry"
        return
    if draft.kind == "duration" and here.said[draft.first - 1] in rules.determiners and here.said[draft.first - 2] in rules.time_links:
        return                                                                      # "in the three months to May"
    if draft.kind == "percent" and word in rules.comparatives:
        draft.property = word                                                       # "94 percent effective"
    subject(here, draft)
    if draft.property is None and word in rules.finite_passives:
        draft.property = property_after(here, at)                                   # "aid worth $5 million | was frozen"


def _past_joint(here: Here, draft: Draft, at: int) -> int:
    """The token after a hyphen or a conversion: "5.25%-|bond", "a 30-mile (48 km) | race"."""
    if here.said[at] in HYPHENS and here.block.adjacent(at):
        return at + 1
    if here.said[at] == "(" and here.said[draft.stop] in HYPHENS:
        return next((index + 1 for index in range(at, min(here.limit, at + BRACKET)) if here.words[index] == ")"), at)
    return at


def _of_what(here: Here, draft: Draft, at: int) -> Phrase | None:
    """"40 hectares of | scrub", "half of the 300 | sheds", "nearly half the | stalls", "$20 worth of | fuel", "$5 million in | wages"."""
    rules, word = here.rules, here.said[at]
    if word == "worth" and here.said[at + 1] == "of":
        at, word = at + 1, "of"
    if word == "of" or (draft.kind == "ratio" and word in rules.determiners):
        at = after_determiners(here, at + (word == "of"))
        number = here.number(at) if here.said[at][:1].isdecimal() or here.said[at] in here.known.starts else None
        if number is not None and number.low is not None and draft.low is not None and number.low > max(1, draft.low):
            draft.whole, at = number.low, number.end
        phrase = noun_phrase(here, at)
        if phrase is not None:
            end = with_of(here, phrase)
            draft.property = phrase.property or property_after(here, end) or property_before(here, draft.first)
        return phrase
    if word == "in" and draft.kind == "money" and draft.trend is None and here.said[at + 1] and here.block.surface[at + 1].islower():
        phrase = noun_phrase(here, at + 1)
        if phrase is not None and here.words[phrase.head] not in rules.no_heads:
            draft.property = property_before(here, draft.first)
            return phrase
    return None


def _next_noun(here: Here, draft: Draft, at: int) -> Phrase | None:
    """"a 5-inch | crack", "a $300 million | contract"; not "rose 5 % | last year", "5 % | lower"."""
    rules, word = here.rules, here.said[at]
    if not word[:1].isalpha() or word in rules.no_heads or (draft.kind == "age" and draft.end == draft.stop):
        return None                                                                 # "children under 12 | travel free"
    attributive = here.said[draft.first - 1] in rules.determiners or here.words[at - 1] in HYPHENS
    if not attributive and (word in rules.comparatives or (word in rules.trends and word not in rules.change_nouns)
                            or (acts(here, at) if word in rules.either else certain(here, at) and word not in rules.change_nouns)
                            or (draft.kind in ("percent", "money") and here.block.surface[at][0].isupper())):
        return None                                                                 # "5 % | lower", "Dow +0.2% | S&P 500 +0.3%"
    phrase = noun_phrase(here, at, many=False)
    if phrase is None or here.words[phrase.head] in rules.no_heads:
        return None
    verb = draft.kind == "age" and phrase.end == phrase.first + 1 and word[-1] == "s" and here.said[phrase.end] == "that"
    return None if verb else phrase                                                 # "the 65-year-old | worries that"


def _change(here: Here, draft: Draft, phrase: Phrase) -> None:
    """"a 40 % drop | in orders", "an increase of 5 % | for the index": the change is the property, its owner the thing."""
    word, rules = here.words[phrase.head], here.rules
    if word not in rules.change_nouns:
        return
    draft.property = word
    if here.said[phrase.end] in ("in", "of", "for"):
        owner = noun_phrase(here, after_determiners(here, phrase.end + 1))
        if owner is not None and here.words[owner.head] not in rules.no_heads:
            draft.entity, draft.head = (owner.first, owner.end), head_lemma(here.block, owner)


def noun_before(here: Here, draft: Draft) -> bool:
    """"a capacity of | 50 MW", "revenue of | $4 billion", "depth: | 12 km" → the noun before "of" is thing and property; a passive that
    follows beats it ("a loan of $5m | was approved").
    """
    at = draft.first - 1
    if at <= here.begin or not (here.words[at] == "of" or (here.words[at] == ":" and _heads_list(here, draft, at - 1))):
        return False
    phrase = bare_phrase(here, at - 1, draft.previous.end if draft.previous else here.begin)
    if phrase is None or here.words[phrase.head] in here.rules.statistics:
        return False
    draft.entity, draft.head = (phrase.first, phrase.end), head_lemma(here.block, phrase)
    suffered = property_after(here, draft.end) if here.said[draft.end] in here.rules.passives else None
    draft.property = suffered or singular(here.words[at - 1])
    return True


def _heads_list(here: Here, draft: Draft, at: int) -> bool:
    """Whether the word before a colon names what follows: "Depth: 12 km", "Deaths: 14"; not "Survey: six in ten"."""
    return draft.kind != "count" or here.rules.is_plural(here.words[at])
