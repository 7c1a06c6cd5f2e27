"""A rule and claims in, the claims that the rule is about out.

Any item of a key will do, every key that is given must hold. `not:` excludes: one matching item of any of its keys is enough.

    kinds           the kind of the mention
    entities        what was counted or measured: one word is the head ("member"), several stand in it side by side ("computer unit")
    properties      the aspect, said as a participle ("injured") or as the counted noun itself ("injury")
    words           a cue word anywhere in the sentence; several words in one item must all be there
    all_words       the same, but each item must hold
    near            a cue word within six words of the number or date
    units           the unit by its singular name
    dimensions      the dimension of the unit
    date_relations  since, until, by …
    places, times   the key's place; the key's time, where "2023" holds for "2023-06"
    patterns        a regular expression on the sentence

Cue words are compared by lemma, so "seize" finds "seized". Gets wrong: "near" counts words, not clauses, so a neighbour clause of six words
reaches in.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from factcheck.claims.words import lemma
from factcheck.model import Claim, Rule, Selector
from factcheck.rulebook.errors import Problem, SlowPattern

Test = Callable[[Claim], bool]

NEAR = 6
WORD = re.compile(r"[^\W_]+")


def select(rule: Rule, claims: Iterable[Claim]) -> list[Claim]:
    """A rule and the claims of a story → those it is about, in their order; raises SlowPattern."""
    chosen = list(claims)
    for test in tests(rule.about, rule):
        chosen = [claim for claim in chosen if test(claim)]
    if rule.exclude is not None and chosen:
        for test in tests(rule.exclude, rule):
            chosen = [claim for claim in chosen if not test(claim)]
    return chosen


def tests(selector: Selector, rule: Rule) -> list[Test]:
    """One test for each key that the selector gives, the cheapest first; they hold no state."""
    return [make(items) for name, make in KEYS if (items := getattr(selector, name))] + (
        [_patterns(selector.patterns, rule)] if selector.patterns else [])


def _kinds(items: frozenset[str]) -> Test:
    return lambda claim: claim.mention.kind in items


def _date_relations(items: frozenset[str]) -> Test:
    return lambda claim: claim.mention.date_relation in items


def _units(items: frozenset[str]) -> Test:
    return lambda claim: claim.mention.unit in items


def _dimensions(items: frozenset[str]) -> Test:
    return lambda claim: claim.key.dimension in items


def _places(items: frozenset[str]) -> Test:
    return lambda claim: (claim.key.place or "").lower() in items


def _times(items: frozenset[str]) -> Test:
    """"2023" holds for "2023" and "2023-06", not for "20231"."""
    return lambda claim: any(claim.key.time == item or (claim.key.time or "").startswith(f"{item}-") for item in items)


def _properties(items: frozenset[str]) -> Test:
    return lambda claim: claim.mention.property in items or claim.key.property in items or claim.mention.entity_head in items


def _entities(items: frozenset[str]) -> Test:
    single = frozenset(item for item in items if " " not in item)
    phrases = [_lemmas(item) for item in items - single]

    def test(claim: Claim) -> bool:
        if claim.mention.entity_head in single or claim.key.entity in single:
            return True
        return bool(phrases) and claim.mention.entity is not None and any(phrase in _lemmas(claim.mention.entity) for phrase in phrases)

    return test


def _words(items: frozenset[str]) -> Test:
    single = frozenset(word for item in items if " " not in item for word in (item, lemma(item)))
    phrases = [_lemma_set(item) for item in items if " " in item]

    def test(claim: Claim) -> bool:
        if not single.isdisjoint(claim.context) or any(words <= claim.context for words in phrases):
            return True
        if not claim.names:
            return False
        said = _said(claim)
        return not single.isdisjoint(said) or any(words <= said for words in phrases)

    return test


def _all_words(items: frozenset[str]) -> Test:
    words = frozenset().union(*map(_lemma_set, items))
    return lambda claim: words <= claim.context or (bool(claim.names) and words <= _said(claim))


def _near(items: frozenset[str]) -> Test:
    words = frozenset(map(lemma, items))
    return lambda claim: not words.isdisjoint(_around(claim))


def unwrapped(text: str) -> str:
    """"home\\r\\nto 2,961 exiles" → "home to 2,961 exiles", whatever the line ends."""
    return text.replace("\r\n", " ").replace("\n", " ")


def _patterns(items: tuple[str, ...], rule: Rule) -> Test:
    from factcheck.rulebook.patterns import LIMIT, found

    def test(claim: Claim) -> bool:
        start, end = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start
        pieces = [unwrapped(piece) for piece in (claim.quote[:start], claim.quote[start:end], claim.quote[end:])]
        sentence, start, end = "".join(pieces), len(pieces[0]), len(pieces[0]) + len(pieces[1])
        for item in items:
            try:
                if found(item, sentence, start, end):
                    return True
            except TimeoutError:
                place = f"{claim.mention.document}:{claim.line}"
                message = f"{item!r} took longer than {LIMIT} seconds on {place}; the rule was not used"
                raise SlowPattern([Problem(rule.path or rule.id, None, None, "patterns", message)]) from None
        return False

    return test


KEYS: tuple[tuple[str, Callable[[frozenset[str]], Test]], ...] = (
    ("kinds", _kinds), ("date_relations", _date_relations), ("units", _units), ("dimensions", _dimensions), ("properties", _properties),
    ("entities", _entities), ("places", _places), ("times", _times), ("words", _words), ("all_words", _all_words), ("near", _near))


def _said(claim: Claim) -> frozenset[str]:
    """Every word that a cue may name: the lemmas of the sentence and the words of the names in it."""
    return claim.context.union(*[_lemma_set(name) for name in claim.names])


@lru_cache(maxsize=10_000)
def _lemma_set(phrase: str) -> frozenset[str]:
    return frozenset(map(lemma, phrase.split()))


def _around(claim: Claim) -> Iterable[str]:
    """The lemmas of the words within six of the mention, in the sentence."""
    start, end = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start
    before = WORD.findall(claim.quote[:start].lower())[-NEAR:]
    after = WORD.findall(claim.quote[end:].lower())[:NEAR]
    return map(lemma, before + after)


def _lemmas(phrase: str) -> str:
    """"Computer units of the camp" → " computer unit of the camp ", for phrases of several words."""
    return f" {' '.join(map(lemma, WORD.findall(phrase.lower())))} "
