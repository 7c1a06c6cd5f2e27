"""A claim in, what is compared of it out: the words around its number, its verb, the names, and the qualifiers in its clause.

Everything comes from the quote, so it can be computed again from a stored claim. Computed only for claims that something may be compared
with.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.claims.keys import BREAKS, TURNS
from factcheck.claims.same import rows
from factcheck.claims.sentence import Sentence, sentence
from factcheck.claims.words import empty
from factcheck.data import load
from factcheck.extract.grammar import grammar
from factcheck.model import Claim

REACH = 5           # content words to either side that count as "around the number"
NEIGHBOURS = 2      # tokens to either side that tell one place in a sentence


@dataclass(frozen=True, slots=True)
class Features:
    """What a claim is compared by, beside its key."""

    left: tuple[str, ...]                   # content lemmas before the number in its clause, the nearest first
    right: tuple[str, ...]                  # … and after it
    verb: str | None                        # the verb nearest to the number, to its left if there is one
    content: frozenset[str]                 # all content lemmas of the sentence
    names: frozenset[str]                   # words of its proper names
    actor: frozenset[str]                   # the name nearest before the number in its clause
    of: str | None                          # what a share is a share of ("percent of pupils")
    neighbours: tuple[str, ...]             # the tokens directly around the number, numbers as "#"
    skeleton: tuple[str, ...]               # the sentence with its numbers as "#"
    opposed: tuple[tuple[int, int], ...]    # (row, group) of the qualifiers nearest to the number
    marks: frozenset[str]                   # qualifiers that make another measure
    other_event: bool                       # "a second quake", "an aftershock"


def features_of(claims: Iterable[Claim]) -> list[Features]:
    """Claims → the features of each; a sentence is taken apart once, however many claims it makes."""
    said: dict[str, Sentence] = {}
    found = []
    for claim in claims:
        if claim.quote not in said:
            said[claim.quote] = sentence(claim.quote)
        found.append(features(claim, said[claim.quote]))
    return found


def features(claim: Claim, said: Sentence | None = None) -> Features:
    """A claim (and its sentence, taken apart) → its features."""
    said = said or sentence(claim.quote)
    mention = claim.mention
    first, end = said.index(mention.start - claim.quote_start), max(said.index(mention.end - claim.quote_start), 1)
    stop = end
    if mention.entity_end is not None and mention.kind == "count" and mention.entity_end >= mention.end:
        stop = said.index(mention.entity_end - claim.quote_start)
    begin, limit = _clause(said, first, end)
    left = tuple(_content(said, range(first - 1, begin - 1, -1)))[:REACH]
    right = tuple(_content(said, range(end if mention.kind != "count" else stop, limit)))[:REACH]
    window = range(max(begin, first - 6), min(limit, max(end, stop) + 6))
    lemmas = [said.lemmas[index] for index in window]
    names = frozenset(word.lower() for word, mark in zip(said.surface, said.names, strict=True) if mark)
    return Features(
        left, right, _verb(said, first, end, begin, limit), claim.context, names, _actor(said, first, begin), _of(said, end, limit),
        _neighbours(said, first, end), _skeleton(said), _opposed(said, first, end, window),
        frozenset(lemmas) & _marked(), not _other_events().isdisjoint(lemmas))


def _clause(said: Sentence, first: int, end: int) -> tuple[int, int]:
    """The stretch around the number that no strong mark and no turn of the sentence cuts."""
    begin, limit = first, end
    while begin > 0 and said.surface[begin - 1] not in BREAKS and said.lemmas[begin - 1] not in TURNS:
        begin -= 1
    while limit < len(said.surface) and said.surface[limit] not in BREAKS and said.lemmas[limit] not in TURNS:
        limit += 1
    return begin, limit


def _content(said: Sentence, places: Iterable[int]) -> Iterable[str]:
    skip = empty()
    return (said.lemmas[index] for index in places if said.lemmas[index][0].isalpha() and said.lemmas[index] not in skip)


def _verb(said: Sentence, first: int, end: int, begin: int, limit: int) -> str | None:
    known, skip = grammar(), empty()
    for index in (*range(first - 1, begin - 1, -1), *range(end, limit)):
        word = said.surface[index].lower()
        if word[0].isalpha() and known.is_verb(word) and word not in known.auxiliaries and said.lemmas[index] not in skip:
            return said.lemmas[index]
    return None


def _actor(said: Sentence, first: int, begin: int) -> frozenset[str]:
    index = first - 1
    while index >= begin and not said.names[index]:
        index -= 1
    words = set()
    while index >= begin and said.names[index]:
        words.add(said.surface[index].lower())
        index -= 1
    return frozenset(words)


def _of(said: Sentence, end: int, limit: int) -> str | None:
    """The head of "of …" directly after the number: "percent of pupils"."""
    if end >= limit or said.lemmas[end] != "of":
        return None
    head: str | None = None
    for index in range(end + 1, min(limit, end + 6)):
        word = said.lemmas[index]
        if not word[0].isalpha() or (head and word in empty()):
            break
        if word not in empty():
            head = word
    return head


def _neighbours(said: Sentence, first: int, end: int) -> tuple[str, ...]:
    before = [_plain(said, index) for index in range(max(0, first - NEIGHBOURS), first)]
    after = [_plain(said, index) for index in range(end, min(len(said.surface), end + NEIGHBOURS))]
    return ("",) * (NEIGHBOURS - len(before)) + (*before, *after) + ("",) * (NEIGHBOURS - len(after))


def _plain(said: Sentence, index: int) -> str:
    return "#" if said.surface[index][0].isdecimal() else said.lemmas[index]


def _skeleton(said: Sentence) -> tuple[str, ...]:
    return tuple(_plain(said, index) for index in range(len(said.surface)))


def _opposed(said: Sentence, first: int, end: int, window: range) -> tuple[tuple[int, int], ...]:
    """For each row of opposed qualifiers the group that stands nearest to the number."""
    table = _opposed_words()
    nearest: dict[int, tuple[int, int]] = {}
    for index in window:
        if first <= index < end:
            continue
        distance = first - index if index < first else index - end + 1
        for row, group in table.get(said.lemmas[index], ()) or table.get(said.surface[index].lower(), ()):
            if row not in nearest or distance < nearest[row][0]:
                nearest[row] = (distance, group)
    return tuple(sorted((row, group) for row, (_, group) in nearest.items()))


@cache
def _opposed_words(lang: str = "en") -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for row, groups in enumerate(load(f"lang.{lang}.qualifiers")["opposed"]):
        for group, words in enumerate(groups):
            for word in words:
                found.setdefault(word, []).append((row, group))
    return {word: tuple(places) for word, places in found.items()}


@cache
def _marked(lang: str = "en") -> frozenset[str]:
    return frozenset(load(f"lang.{lang}.qualifiers")["marked"])


@cache
def _other_events(lang: str = "en") -> frozenset[str]:
    return frozenset(load(f"lang.{lang}.qualifiers")["other_event"])


@lru_cache(maxsize=20_000)
def widened(lemmas: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    """Lemmas → with every row of synonyms that they stand in."""
    return frozenset().union(*(rows(word) for word in lemmas)) if lemmas else frozenset()


def shared(one: Iterable[str], other: frozenset[str] | tuple[str, ...]) -> list[str]:
    """The lemmas of one side that the other side has too, or a synonym of."""
    there = widened(other)
    return [word for word in one if not rows(word).isdisjoint(there)]
