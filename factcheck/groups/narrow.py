"""Two claims in, what in their sentences narrows the one thing otherwise than the other out: a doubt, in words, that forbids a conflict.

"The presidential election", "the local election"; "the first boat", "the two boats"; "in its first week", and no time at all. Read from
words that stand side by side, without a parser; gets wrong: two adjectives that are true of one thing ("the deadly fire", "the huge fire"),
where it is silent though it need not be.
"""
from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from factcheck.claims.same import aspects
from factcheck.claims.sentence import Sentence, sentence
from factcheck.claims.turns import acts
from factcheck.claims.words import calendar, empty, numerals
from factcheck.data import listed, load
from factcheck.groups.bags import bag, common
from factcheck.groups.clause import CALENDAR
from factcheck.groups.features import Features
from factcheck.groups.times import nested
from factcheck.model import Claim

PERIOD = 4          # tokens from "over" to "weekend" in "over the long weekend"
SEASON = 90         # days between two articles, after which "the election" may be another
DATES = frozenset(["quarter", "half"])
SPOT = 3            # tokens behind a measure in which "at the bridge" begins
OWNS = 3            # tokens from "had" to its number
DETERMINERS = listed("qualifiers", "determiners")


class Narrow(NamedTuple):
    """What narrows the things of a sentence."""

    nouns: dict[str, frozenset[str]]        # election → {presidential}; "" where a noun stands alone once
    opening: str                            # the noun of the phrase that opens the sentence
    absent: frozenset[str]                  # "have no car": car
    owned: tuple[tuple[str, str], ...]      # "the airline's rival": airline, rival
    ranked: dict[str, frozenset[str]]       # boat → {first}
    periods: frozenset[str]                 # "in its first week", "over the weekend": week, weekend
    somewhere: frozenset[str]               # "in the capital": capital
    persons: frozenset[str]                 # he, she
    everywhere: frozenset[str]              # worldwide
    among: frozenset[str]                   # "among young people": young, people
    named: frozenset[str]                   # "the election of May 2024", "the flood of 2004": 2024, 2004


def told_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """Two claims with their features → what narrows one of them and not the other, in words; None when nothing does."""
    mine, theirs = narrow(left.quote), narrow(right.quote)
    return (_nouns_apart(mine, theirs, one, other) or _another(mine, theirs, other) or _another(theirs, mine, one)
            or _spot_apart(left, other) or _spot_apart(right, one) or _ranks_apart(mine, theirs) or _ranks_apart(theirs, mine)
            or (not nested(left, right) and (_periods_apart(mine, left, other) or _periods_apart(theirs, right, one)))
            or _somewhere_apart(mine, left, right, other) or _somewhere_apart(theirs, right, left, one)
            or _among_apart(mine, other) or _among_apart(theirs, one)
            or (left.mention.kind not in CALENDAR and left.key.property not in aspects()
                and (_one_narrowed(mine, theirs, one, other) or _one_narrowed(theirs, mine, other, one)))
            or _denied_apart(mine, theirs, other) or _denied_apart(theirs, mine, one)
            or (left.key.property not in aspects() and (_owned_apart(mine, theirs, other) or _owned_apart(theirs, mine, one)))
            or _persons_apart(mine, theirs) or _then_and_now(left, right)
            or _event_apart(mine, left, right, other) or _event_apart(theirs, right, left, one))


@lru_cache(maxsize=2_000)
def narrow(quote: str) -> Narrow:
    """A sentence → what narrows the things it speaks of."""
    said, words = sentence(quote), _words()
    persons = frozenset(person for person in ("he", "she") if not words[person].isdisjoint(said.lemmas))
    absent = frozenset(noun for no, noun in pairwise(said.lemmas) if no == "no")
    return Narrow(
        _nouns(said), _opening(said), absent, _owned(said), _ranked(said, words["ranks"]), _periods(said, words), _somewhere(said, words),
        persons, words["everywhere"].intersection(said.lemmas), _among(said, words["among"]), _named(said))


@cache
def _words(lang: str = "en") -> dict[str, frozenset[str]]:
    return {topic: frozenset(words) for topic, words in load(f"lang.{lang}.qualifiers")["narrowing"].items()}


def _plain(said: Sentence) -> list[bool]:
    """Which words are neither small, nor numbers, names or verbs."""
    skip = empty() | numerals() | calendar()
    return [lemma[0].isalpha() and lemma.partition("-")[0] not in skip and not name and not acts(word.lower())
            for lemma, name, word in zip(said.lemmas, said.names, said.surface, strict=True)]


def _opening(said: Sentence) -> str:
    plain = _plain(said)
    begin = 0 if plain[:1] == [True] else 1
    end = next((index for index in range(begin, len(plain)) if not plain[index]), len(plain))
    return said.lemmas[end - 1] if end > begin else ""


def _nouns(said: Sentence) -> dict[str, frozenset[str]]:
    found, plain = dict[str, set[str]](), _plain(said)
    for index in range(1, len(plain)):
        if plain[index]:
            unit = index > 1 and said.surface[index - 2][0].isdecimal()                 # "1,100 metres long", "1.2 kilometres long"
            narrowed = plain[index - 1] or said.names[index - 1]                              # "old crude", "Orsan crude"
            found.setdefault(said.lemmas[index], set()).add(said.lemmas[index - 1] if narrowed and not unit else "")
    return {noun: frozenset(words) for noun, words in found.items()}


def _owned(said: Sentence) -> tuple[tuple[str, str], ...]:
    lemmas = said.lemmas
    return tuple((lemmas[index - 1], lemmas[index + 2]) for index in range(1, len(lemmas) - 2)
                 if lemmas[index] in "'’" and lemmas[index + 1] == "s" and not said.names[index - 1])


def _ranked(said: Sentence, ranks: frozenset[str]) -> dict[str, frozenset[str]]:
    pairs = [(noun, rank) for rank, noun in zip(said.lemmas, said.lemmas[1:], strict=False) if rank in ranks]
    return {noun: frozenset(rank for other, rank in pairs if other == noun) for noun, _ in pairs}


def _periods(said: Sentence, words: dict[str, frozenset[str]]) -> frozenset[str]:
    """The time units behind "over the", "during the", or behind a rank: "over the weekend", "in its first week", "this season"."""
    lemmas = said.lemmas
    return frozenset(lemma for index, lemma in enumerate(lemmas) if lemma in words["spans"] and index and not _counted(said, index)
                     and (lemmas[index - 1] in words["ranks"] or lemmas[index - 1:index + 1] == ("this", "season")
                          or not words["over"].isdisjoint(lemmas[max(0, index - PERIOD):index])))


def _counted(said: Sentence, index: int) -> bool:
    """"Over five seasons" counts the seasons, "over the weekend" does not."""
    return said.surface[index - 1][0].isdecimal() or said.lemmas[index - 1] in numerals()


def _somewhere(said: Sentence, words: dict[str, frozenset[str]]) -> frozenset[str]:
    """"In the capital": a place that has no name here."""
    lemmas = said.lemmas
    return frozenset(lemma for index, lemma in enumerate(lemmas) if lemma in words["somewhere"] and index > 1 and lemmas[index - 1] == "the"
                     and lemmas[index - 2] in words["where"] and lemmas[index + 1:index + 2] != ("of",))


def _among(said: Sentence, among: frozenset[str]) -> frozenset[str]:
    """The content words of "among young people", up to the next small word."""
    found = set[str]()
    for index, word in enumerate(said.lemmas):
        if word in among:
            rest = said.lemmas[index + 1:index + 1 + PERIOD]
            found.update(takewhile(lambda lemma: lemma[0].isalpha() and lemma not in empty() - DETERMINERS, rest))
    return frozenset(found - empty())


def _named(said: Sentence) -> frozenset[str]:
    """The years of what is named by its date: a noun, "of", and perhaps a month stand before them."""
    lemmas = said.lemmas
    return frozenset(word for index, word in enumerate(lemmas) if len(word) == 4 and word.isdecimal() and index > 1
                     and lemmas[index - 1 - (lemmas[index - 1] in calendar())] == "of")


def _nouns_apart(mine: Narrow, theirs: Narrow, one: Features, other: Features) -> str | None:
    for noun in sorted(mine.nouns.keys() & theirs.nouns.keys()):
        here, there = mine.nouns[noun], theirs.nouns[noun]
        if "" not in here | there and here.isdisjoint(other.words) and there.isdisjoint(one.words) and not common(bag(here), bag(there)):
            return f"{min(here)} {noun} is not plainly {min(there)} {noun}"
    return None


def _another(mine: Narrow, theirs: Narrow, other: Features) -> str | None:
    """"The old bridge", and only a bridge: that may be the new one."""
    for noun in sorted(mine.nouns.keys() & theirs.nouns.keys()):
        lone = (mine.nouns[noun] & _words()["another"]) - other.words
        if lone and theirs.nouns[noun] == {""}:
            return f"only one of them speaks of the {min(lone)} {noun}"
    return None


def _spot_apart(claim: Claim, other: Features) -> str | None:
    """"12 metres wide at the bridge", "cut 31 posts at its Delm mill": where it is, and no word of that in the other."""
    if claim.mention.kind not in ("measure", "count"):
        return None
    said, words, behind = sentence(claim.quote), _words(), ("the", "its") if claim.mention.kind == "measure" else ("its", "their")
    begin = said.index(claim.mention.end - claim.quote_start)
    for index in range(begin, min(begin + SPOT, len(said.lemmas) - 2)):
        if said.lemmas[index] in words["at"] and said.lemmas[index + 1] in behind and said.lemmas[index + 2] not in other.words:
            return f"only one of them is told of {said.lemmas[index]} {said.lemmas[index + 1]} {said.lemmas[index + 2]}"
    return None


def _one_narrowed(mine: Narrow, theirs: Narrow, one: Features, other: Features) -> str | None:
    """"The visiting goalkeeper", "the goalkeeper": the first may be another one, unless the word tells no more than what he is like."""
    mains = {mine.opening, *one.subject[-1:]} & {theirs.opening, *other.subject[-1:]}
    noun = min(mains, default="")
    here, there = mine.nouns.get(noun, frozenset()), theirs.nouns.get(noun, frozenset())
    if "" in here or there != {""} or not here.isdisjoint(other.words | _words()["plain"]) or common(bag(here), other.content):
        return None
    return f"{min(here)} {noun} is not plainly {noun}" if here else None


def _ranks_apart(mine: Narrow, theirs: Narrow) -> str | None:
    """"The first boat", and boats of which no first one is told."""
    for noun, ranks in mine.ranked.items():
        if noun in theirs.nouns and theirs.ranked.get(noun, frozenset()).isdisjoint(ranks):
            return f"only one of them speaks of the {min(ranks)} {noun}"
    return None


def _periods_apart(mine: Narrow, claim: Claim, other: Features) -> str | None:
    """"In its first week", and no time at all; a date that is itself "the first quarter" counts over nothing."""
    lone = mine.periods - other.words - (DATES if claim.mention.kind in CALENDAR else frozenset())
    return f"only one of them counts over a {min(lone)}" if lone else None


def _somewhere_apart(mine: Narrow, left: Claim, right: Claim, other: Features) -> str | None:
    """"In the capital", "in Delm": the one may be the other, or not."""
    if not right.key.place or left.key.place:
        return None
    if lone := mine.somewhere - other.words:
        return f"it is not said that {right.key.place} is the {min(lone)}"
    return f"{min(wide)} is not {right.key.place}" if (wide := mine.everywhere - other.words) else None


def _among_apart(mine: Narrow, other: Features) -> str | None:
    """"Unemployment among young people": a share or a count of some, where the other says nothing of them."""
    lone = mine.among - other.words
    return f"only one of them is told of {min(lone)} ones" if lone and not common(bag(lone), other.content) else None


def _denied_apart(mine: Narrow, theirs: Narrow, other: Features) -> str | None:
    """"40 percent have no car", "58 percent have a car"."""
    lone = (mine.absent & other.words) - theirs.absent - empty()
    return f"one tells of no {min(lone)}" if lone else None


def _owned_apart(mine: Narrow, theirs: Narrow, other: Features) -> str | None:
    """"It cost the airline", "it cost the airline's rival"."""
    return next((f"the {owner}'s {thing} is not the {owner}" for owner, thing in mine.owned
                 if owner in other.words and thing not in other.words and not common(bag((thing,)), other.content)
                 and owner not in dict(theirs.owned)), None)


def _persons_apart(mine: Narrow, theirs: Narrow) -> str | None:
    return "he is not she" if mine.persons and theirs.persons and mine.persons.isdisjoint(theirs.persons) else None


def _then_and_now(left: Claim, right: Claim) -> str | None:
    """"The group has 14 members", "it had 9 when it was founded"; what somebody says is told in the past though it holds now."""
    tenses = {_tense(claim) for claim in (left, right)}
    return "one tells of now, the other of then" if tenses == {"has", "had"} else None


def _tense(claim: Claim) -> str | None:
    if claim.mention.attribution is not None:
        return None
    said = sentence(claim.quote)
    first = said.index(claim.mention.start - claim.quote_start)
    near = [word.lower() for word in said.surface[max(0, first - OWNS):first]]
    return "had" if "had" in near else "has" if "has" in near or "have" in near else None


def _event_apart(mine: Narrow, left: Claim, right: Claim, other: Features) -> str | None:
    """"In the election of May 2024", and months later, in an article of its own, an election without a date."""
    lone = mine.named - other.words
    if not lone or left.published is None or right.published is None or left.mention.kind in CALENDAR:
        return None
    apart = abs(left.published.toordinal() - right.published.toordinal())
    return f"only one of them names what was in {min(lone)}" if apart > SEASON else None
