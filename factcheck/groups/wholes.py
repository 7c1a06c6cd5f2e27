"""A sentence and the place of a number in it in, what says that the number is not the whole of today out.

"90 in the province and dozens more in the valleys", "96 computers and laptops", "an earlier version of this report said 19".
"""
from __future__ import annotations

from functools import cache

from factcheck.claims.sentence import Sentence
from factcheck.claims.words import numerals
from factcheck.data import listed, load
from factcheck.extract.grammar import grammar
from factcheck.model import Mention

MANY = "in more than one"
REACH = 6           # tokens from "and" to "more" in "and tens of thousands more in"


def is_old(said: Sentence, first: int) -> bool:
    """Whether a number is the one that is corrected: "lowered the toll to 16 from 19"; "an earlier version of this report said 19"."""
    before = said.lemmas[:first]
    if before and before[-1] in ("from", "than") and not listed("qualifiers", "corrections").isdisjoint(said.lemmas):
        return True
    return any(pair in _old_versions() for pair in zip(before, before[1:], strict=False))


@cache
def _old_versions(lang: str = "en") -> frozenset[tuple[str, str]]:
    table = load(f"lang.{lang}.qualifiers")
    return frozenset((old, text) for old in table["old"] for text in table["printed"])


def more_elsewhere(said: Sentence, begin: int, limit: int) -> frozenset[str]:
    """"Killed 90 people in the province and dozens more in the valleys": what is counted is not all."""
    where = listed("qualifiers", "where")
    for index in range(begin, limit - 1):
        if said.lemmas[index] == "more" and said.lemmas[index + 1] in where and "and" in said.lemmas[max(begin, index - REACH):index]:
            return frozenset((f"more {said.lemmas[index + 1]}",))
    return frozenset()


def many_places(said: Sentence, begin: int, limit: int) -> frozenset[str]:
    """"Killed 230,000 people in 14 countries": told of more places than one."""
    places = listed("qualifiers", "places")
    for index in range(begin, limit - 2):
        counted = said.surface[index + 1][0].isdecimal() or said.lemmas[index + 1] in numerals()
        if counted and said.lemmas[index] in ("in", "across") and said.lemmas[index + 2] in places:
            return frozenset((f"{MANY} {said.lemmas[index + 2]}",))
    return frozenset()


def second_thing(mention: Mention, said: Sentence, at: int) -> frozenset[str]:
    """"96 computers and laptops" counts two things together: laptops."""
    if mention.kind != "count" or mention.entity_end is None or said.surface[at:at + 1] != ("and",) or at + 1 >= len(said.surface):
        return frozenset()
    word = said.surface[at + 1]
    noun = word.islower() and grammar().is_plural(word) and not grammar().is_verb(word)
    return frozenset((said.lemmas[at + 1],)) if noun else frozenset()
