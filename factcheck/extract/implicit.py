"""Numbers that no number word says: "no one was hurt" is 0, "an elderly resident died" is at least 1, "the only survivor" is 1.

Only for properties that people count (killed, died, injured, arrested …), so that ordinary articles and negations stay silent.
"""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.draft import Draft
from factcheck.extract.grammar import Grammar, singular
from factcheck.extract.nouns import head_lemma, noun_phrase, property_after
from factcheck.extract.tokens import Block

NOBODY = frozenset(["nobody", "none", "neither"])
TRIGGERS = frozenset(["a", "an", "no", "nobody", "none", "neither", "only", "sole"])
PERSONAL = frozenset("""man woman child boy girl person resident member officer policeman policewoman soldier civilian passenger driver pilot worker employee guard
 protester demonstrator student pupil teacher tourist villager farmer fisherman firefighter rescuer journalist patient prisoner inmate suspect gunman attacker
 baby infant toddler teenager pensioner pedestrian cyclist motorist bystander neighbour neighbor player spectator sailor crewman hostage refugee migrant victim
 youth doctor nurse paramedic militant fighter rebel commander activist spokesman politician lawmaker candidate nun priest monk couple brother sister son daughter
 mother father husband wife""".split())
COUNTED = frozenset(["killed", "died", "dead", "injured", "wounded", "hurt", "arrested", "detained", "missing", "drowned", "hospitalised", "abducted", "infected", "executed", "displaced", "evacuated"])
ACTIVE = frozenset(["killed", "injured", "wounded", "hurt", "arrested", "detained"])


def implicit(block: Block, rules: Grammar) -> list[Draft]:
    """A block whose numbers and dates are taken → its implicit counts."""
    words, taken = block.words, block.taken
    found: list[Draft] = []
    hits = [index for index in block.hits if words[index] in TRIGGERS]
    here = [at for at in block.hits if rules.properties.get(words[at]) in COUNTED]
    if not hits or not here:
        return found
    bounds, sentence = block.sentences, 0
    for index in hits:
        while bounds[sentence + 1] <= index:
            sentence += 1
        begin, limit = bounds[sentence], bounds[sentence + 1]
        if taken[index] or not any(begin <= at < limit for at in here):
            continue
        draft = _read(block, index, begin, limit, rules)
        if draft is not None and not any(taken[draft.first:draft.end]):
            draft.sentence = sentence
            found.append(draft)
    return found


def _read(block: Block, index: int, begin: int, limit: int, rules: Grammar) -> Draft | None:
    word = block.words[index]
    if word == "neither" or word in NOBODY:
        return _zero(block, index, index + 1, limit, rules)
    if word == "no":
        if index + 1 < limit and block.words[index + 1] == "one":
            return _zero(block, index, index + 2, limit, rules)
        return _no_noun(block, index, begin, limit, rules)
    if word in ("only", "sole"):
        return _survivor(block, index, limit, rules)
    return _a_person(block, index, begin, limit, rules)


def _zero(block: Block, index: int, end: int, limit: int, rules: Grammar) -> Draft | None:
    """"no one was hurt", "nobody died", "neither of the two pilots was hurt"."""
    words, at, entity, head = block.words, end, None, "person"
    if at < limit and words[at] == "of":
        at += 1
        while at < limit and (words[at] in rules.determiners or words[at] == "two" or words[at][0].isdecimal() or words[at] in ("three", "four", "five", "them")):
            at += 1
        phrase = noun_phrase(block, at, limit, rules) if at < limit else None
        if phrase:
            entity, head, at = (phrase.first, phrase.end), head_lemma(block, phrase), phrase.end
    prop = property_after(block, at, limit, rules)
    if prop not in COUNTED:
        return None
    zero = Decimal(0)
    return Draft("count", index, end, index, end, zero, zero, Decimal(1), "implicit/nobody", spelled=True, entity=entity, head=head, property=prop)


def _no_noun(block: Block, index: int, begin: int, limit: int, rules: Grammar) -> Draft | None:
    """"no injuries were reported", "no deaths", "no residents were hurt"."""
    phrase = noun_phrase(block, index + 1, limit, rules)
    if phrase is None:
        return None
    head = singular(block.words[phrase.head])
    prop = phrase.property or property_after(block, phrase.end, limit, rules)
    if head not in ("injury", "death", "casualty", "fatality", "arrest") and (prop not in COUNTED or head not in PERSONAL):
        return None
    zero = Decimal(0)
    return Draft("count", index, index + 1, index, index + 1, zero, zero, Decimal(1), "implicit/no-noun", spelled=True,
                 entity=(phrase.first, phrase.end), head=head, property=prop if prop in COUNTED else None)


def _survivor(block: Block, index: int, limit: int, rules: Grammar) -> Draft | None:
    """"the only survivor", "the sole victim"."""
    if index + 1 >= limit or block.words[index + 1] not in ("survivor", "victim", "casualty", "fatality"):
        return None
    one = Decimal(1)
    return Draft("count", index, index + 1, index, index + 1, one, one, Decimal(1), "implicit/only", spelled=True,
                 entity=(index + 1, index + 2), head=block.words[index + 1])


def _a_person(block: Block, index: int, begin: int, limit: int, rules: Grammar) -> Draft | None:
    """"an elderly member died", "a soldier was killed", "killing a guard": at least one."""
    phrase = noun_phrase(block, index + 1, limit, rules)
    if phrase is None:
        return None
    head = block.words[phrase.head]
    if head not in PERSONAL and head not in ("death", "fatality"):
        return None
    if head in ("death", "fatality"):
        return None
    before = rules.properties.get(block.words[index - 1]) if index > begin else None
    prop = before if before in ACTIVE else property_after(block, phrase.end, limit, rules)
    if prop not in COUNTED or (prop in ("injured", "wounded", "hurt", "arrested", "killed") and before is None and not _passive(block, phrase.end, limit)):
        return None
    one = Decimal(1)
    return Draft("count", index, index + 1, index, index + 1, one, one, Decimal(1), "implicit/a-person", spelled=True, modifier="at_least",
                 entity=(phrase.first, phrase.end), head=head, property=prop)


def _passive(block: Block, at: int, limit: int) -> bool:
    """Whether the person suffers what the verb says: "a guard was killed", not "a guard killed two men"."""
    return any(word in ("was", "been", "being", "is", "be", "got") for word in block.words[at:min(limit, at + 4)])
