"""Two sentences in, the words that stand in one place of both and are not one thing out: "for adults" and "for children".

Sentences that are nearly the same are told apart by the little that is not: the two rows of words are laid side by side, and a short
stretch that replaces another with words of its own makes another thing of what is counted. Who says it, the numbers and the days of the
week are no such words. Gets wrong: two words for one thing that no table knows as synonyms, where it is silent though it need not be.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from factcheck.claims.said import thing_in
from factcheck.claims.same import aspect, aspects, rows
from factcheck.claims.sentence import sentence
from factcheck.claims.words import calendar, empty, lemma, numerals
from factcheck.data import listed, load
from factcheck.extract.grammar import grammar
from factcheck.groups.features import NEIGHBOURS, Features, One
from factcheck.model import Claim

EXTENT = re.compile(r"\s(?:tall|high|long)\b")       # "212 metres tall" is what "a 212-metre tower" says
SHORT = 4           # tokens of a stretch that replaces another


def contrast(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """Two claims with their features → the words that stand for each other and are not one thing; None when there are none."""
    if one.neighbours[NEIGHBOURS - 1] in listed("qualifiers", "terms") and one.figures and other.figures \
            and one.figures.isdisjoint(other.figures):
        return "each is the term of another figure"
    (mine, plain), (theirs, other_plain) = _told(One(left)), _told(One(right))
    for way, begin, end, first, last in _laid(mine, theirs):
        if way == "equal":
            if found := _other_terms(plain[begin:end], other_plain[first:last]):
                return found
            continue
        if max(end - begin, last - first) > SHORT:
            continue
        here, there = mine[begin:end], theirs[first:last]
        if way == "replace" and (found := _other_words(here, there, one, other) or _turned(here, there)):
            return found
        if way == "replace" and not _one_measure(left, right) and (found := _had(here, there, one, other)):
            return found
        if (joined := _joined(here, mine[begin - 1:begin], left, other) or _joined(there, theirs[first - 1:first], right, one)):
            return f"only one of them counts {joined}, too"
    return None


@lru_cache(maxsize=10_000)          # articles repeat each other's sentences
def _laid(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Sequence[tuple[str, int, int, int, int]]:
    """Two rows of words laid side by side: what is equal, and what replaces what."""
    return SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()


@lru_cache(maxsize=10_000)
def _told(one: One) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lemmas of a claim's sentence without who says it: with "#" for every number and for the words of the figure itself, and with
    "#" for these alone."""
    claim = one.claim
    said, voice, first, last = sentence(claim.quote), claim.mention.attribution, *_figure(claim)
    begin, end = (voice.start - claim.quote_start, voice.end - claim.quote_start) if voice else (0, 0)
    plain = tuple("#" if first <= start < last else lemma
                  for lemma, start in zip(said.lemmas, said.starts, strict=True) if not begin <= start < end)
    return tuple("#" if lemma[0].isdecimal() or lemma.partition("-")[0] in numerals() else lemma for lemma in plain), plain


def _other_terms(here: tuple[str, ...], there: tuple[str, ...]) -> str | None:
    """"After two doses", "after one dose": a figure that says under what terms the other holds."""
    return next((f"{before} {mine} is not {before} {theirs}" for before, mine, theirs in zip(here, here[1:], there[1:], strict=False)
                 if mine != theirs and before in listed("qualifiers", "terms")), None)


def _figure(claim: Claim) -> tuple[int, int]:
    """Where the figure and the thing it counts stand in the quote: the key compares them."""
    mention = claim.mention
    start, end = mention.start - claim.quote_start, mention.end - claim.quote_start
    if mention.kind == "count" and (thing := thing_in(claim)) is not None:
        start, end = min(start, thing[0]), max(end, thing[1])
    if mention.kind == "measure" and (extent := EXTENT.match(claim.quote, end)):
        end += len(extent[0])
    return start, end


def _other_words(here: Iterable[str], there: Iterable[str], one: Features, other: Features) -> str | None:
    mine, theirs = _own(here, other, one.names | _subject(one, other)), _own(there, one, other.names | _subject(other, one))
    if mine and theirs and all(rows(word).isdisjoint(rows(further)) for word in mine for further in theirs):
        return f"{mine[0]} is not plainly {theirs[0]}"
    return None


def _subject(one: Features, other: Features) -> frozenset[str]:
    """The words that name the subject, where the other text begins without a name: "The novel …", "The Salt Road …"."""
    return one.bare or (one.lead if other.bare else frozenset())


def _one_measure(left: Claim, right: Claim) -> bool:
    """"Has an area of", "covers an area of"."""
    return left.mention.kind == "measure" and left.key.property is not None and left.key.property == right.key.property


def _had(here: Iterable[str], there: Iterable[str], one: Features, other: Features) -> str | None:
    """"Has 40 branches", "closed 40 branches"."""
    having, mine, theirs = listed("qualifiers", "having"), _own(here, other, one.names), _own(there, one, other.names)
    own = theirs if having.issuperset(here) else mine if having.issuperset(there) else []
    return f"what it has is not what one did: {own[0]}" if own and not having.issuperset(own) else None


def _own(stretch: Iterable[str], other: Features, names: frozenset[str] = frozenset()) -> list[str]:
    """The content words of a stretch that the other sentence does not have, nor a synonym of; names are compared apart."""
    skip = names | empty() | calendar() | listed("qualifiers", "speaking") | _moving()
    return [word for word in stretch if word[0].isalpha() and word not in skip and word not in other.words
            and rows(word).isdisjoint(other.content.wide) and aspect(word) not in aspects()]


def _turned(here: Iterable[str], there: Iterable[str]) -> str | None:
    """"Before the storm", "after the storm"."""
    for group in load("lang.en.qualifiers")["turned"]:
        mine, theirs = {*group}.intersection(here), {*group}.intersection(there)
        if mine and theirs and mine.isdisjoint(theirs):
            return f"{min(mine)} is not {min(theirs)}"
    return None


def _joined(stretch: tuple[str, ...], before: tuple[str, ...], claim: Claim, other: Features) -> str | None:
    """"350 firefighters | and soldiers": what is counted beside the thing itself, in one of the sentences only."""
    if claim.mention.kind != "count" or "#" in stretch or stretch[:1] != ("and",) or before not in (("#",), (claim.key.entity,)):
        return None
    return next(iter(_own(stretch[1:], other)), None)


@cache
def _moving() -> frozenset[str]:
    """Words that say which way a figure goes: the figure's own bounds say so, too."""
    return frozenset(lemma(word) for word in grammar().trends)
