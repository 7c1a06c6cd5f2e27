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
WINDOW = 6          # tokens to either side in which a qualifier belongs to the number
CALENDAR = ("date", "time")
OPENING, CLOSING = frozenset(["(", "-LRB-", "["]), frozenset([")", "-RRB-", "]"])
DASHES = frozenset("-–—")
NOT = frozenset(["not", "never", "n't", "nor"])


@dataclass(frozen=True, slots=True)
class Features:
    """What a claim is compared by, beside its key."""

    left: tuple[str, ...]                   # content lemmas before the number in its clause, the nearest first
    right: tuple[str, ...]                  # … and after it
    verb: str | None                        # the verb nearest to the number, to its left if there is one
    content: frozenset[str]                 # all content lemmas of the sentence
    names: frozenset[str]                   # words of its proper names
    maybe: frozenset[str]                   # … and its first word, which may be one
    actor: frozenset[str]                   # the name nearest before the number in its clause
    neighbours: tuple[str, ...]             # the tokens directly around the number, numbers as "#"
    skeleton: tuple[str, ...]               # the sentence with its numbers as "#"
    opposed: tuple[tuple[int, int], ...]    # (row, group) of the qualifiers nearest to the number
    marks: frozenset[str]                   # qualifiers that make another measure
    other_event: bool                       # "a second quake", "an aftershock"
    figures: frozenset[str]                 # the other numbers of its clause
    old_figure: bool                        # "lowered the toll to 16 from 19": 19
    denied: bool                            # "did not open in 2014"

    @property
    def near(self) -> tuple[str, ...]:
        """The content words to both sides."""
        return (*self.left, *self.right)


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
    window = range(max(begin, first - WINDOW), min(limit, max(end, stop) + WINDOW))
    lemmas = [said.lemmas[index] for index in window]
    names = frozenset(word.lower() for word, mark in zip(said.surface, said.names, strict=True) if mark)
    return Features(
        tuple(_content(said, range(first - 1, begin - 1, -1)))[:REACH],
        tuple(_content(said, range(end if mention.kind != "count" else stop, limit)))[:REACH],
        _life(said, first, end) if mention.kind == "date" else _verb(said, first, end, begin, limit),
        claim.context, names, names | _first_word(said), _actor(said, first, begin),
        _neighbours(said, first, end), tuple(_plain(said, index) for index in range(len(said.surface))),
        _opposed(said, first, end, window), frozenset(lemmas) & _words("marked"), not _words("other_event").isdisjoint(lemmas),
        frozenset(said.surface[index] for index in range(begin, limit) if not first <= index < end and said.surface[index][0].isdecimal()),
        first > 0 and said.lemmas[first - 1] in ("from", "than") and not _words("corrections").isdisjoint(said.lemmas),
        mention.modality == "denied" or (mention.kind in CALENDAR and not NOT.isdisjoint(said.lemmas[begin:limit])))


def _clause(said: Sentence, first: int, end: int) -> tuple[int, int]:
    """The stretch around the number that no strong mark and no turn of the sentence cuts; a bracket is a clause of its own."""
    bracket = _bracket(said, first, end)
    if bracket:
        return bracket[0] + 1, bracket[1]
    begin, limit = first, end
    while begin > 0 and said.surface[begin - 1] not in BREAKS and said.lemmas[begin - 1] not in TURNS:
        begin -= 1
    while limit < len(said.surface) and said.surface[limit] not in BREAKS and said.lemmas[limit] not in TURNS:
        limit += 1
    return begin, limit


def _bracket(said: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """The brackets around the number, as their two tokens."""
    opening = next((index for index in range(first - 1, -1, -1) if said.surface[index] in OPENING | CLOSING), None)
    if opening is None or said.surface[opening] not in OPENING:
        return None
    closing = next((index for index in range(end, len(said.surface)) if said.surface[index] in CLOSING), None)
    return None if closing is None else (opening, closing)


def _life(said: Sentence, first: int, end: int) -> str | None:
    """The verb of a date; the two dates of a life in brackets after a name are a birth and a death: "Ada Rell (3 May 1901 – 9 June 1980)"."""
    bracket = _bracket(said, first, end)
    begin, limit = _clause(said, first, end)
    if bracket is None:
        return _verb(said, first, end, begin, limit)
    inside = {said.lemmas[index] for index in range(begin, limit)}
    if first > begin and said.surface[first - 1] in DASHES and "bear" not in inside:
        return "die"
    if end < limit and said.surface[end] in DASHES:
        return "bear"
    verb = _verb(said, first, end, begin, limit)
    return verb or ("bear" if "bear" in inside else None)


def _content(said: Sentence, places: Iterable[int]) -> Iterable[str]:
    skip = empty()
    return (said.lemmas[index] for index in places if said.lemmas[index][0].isalpha() and said.lemmas[index] not in skip)


def _verb(said: Sentence, first: int, end: int, begin: int, limit: int) -> str | None:
    """The verb nearest to the number, to its left if there is one: a form that looks like one, or what follows an auxiliary."""
    known, skip = grammar(), empty()
    for index in (*range(first - 1, begin - 1, -1), *range(end, limit)):
        word, lemma = said.surface[index].lower(), said.lemmas[index]
        if not word[0].isalpha() or word in known.auxiliaries or lemma in skip or said.names[index]:
            continue
        if known.is_verb(word) or _after_auxiliary(said, index, begin):
            return lemma
    return None


def _after_auxiliary(said: Sentence, index: int, begin: int) -> bool:
    """"did not sign", "will open"."""
    before = index - 1
    while before >= begin and said.lemmas[before] in NOT:
        before -= 1
    return before >= begin and said.surface[before].lower() in ("did", "does", "do", "will", "would", "shall", "should", "could", "may", "might", "must")


def _first_word(said: Sentence) -> frozenset[str]:
    for word, lemma in zip(said.surface, said.lemmas, strict=True):
        if word[0].isalpha():
            return frozenset((word.lower(),)) if word[0].isupper() and lemma not in empty() else frozenset()
    return frozenset()


def _actor(said: Sentence, first: int, begin: int) -> frozenset[str]:
    index = first - 1
    while index >= begin and not said.names[index]:
        index -= 1
    words = set()
    while index >= begin and said.names[index]:
        words.add(said.surface[index].lower())
        index -= 1
    return frozenset(words)


def _neighbours(said: Sentence, first: int, end: int) -> tuple[str, ...]:
    before = [_plain(said, index) for index in range(max(0, first - NEIGHBOURS), first)]
    after = [_plain(said, index) for index in range(end, min(len(said.surface), end + NEIGHBOURS))]
    return ("",) * (NEIGHBOURS - len(before)) + (*before, *after) + ("",) * (NEIGHBOURS - len(after))


def _plain(said: Sentence, index: int) -> str:
    return "#" if said.surface[index][0].isdecimal() else said.lemmas[index]


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
def _words(topic: str, lang: str = "en") -> frozenset[str]:
    return frozenset(load(f"lang.{lang}.qualifiers")[topic])


@lru_cache(maxsize=20_000)
def widened(lemmas: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    """Lemmas → with every row of synonyms that they stand in."""
    return frozenset().union(*(rows(word) for word in lemmas)) if lemmas else frozenset()


def shared(one: Iterable[str], other: frozenset[str] | tuple[str, ...]) -> list[str]:
    """The lemmas of one side that the other side has too, or a synonym of."""
    there = widened(other)
    return [word for word in one if not rows(word).isdisjoint(there)]
