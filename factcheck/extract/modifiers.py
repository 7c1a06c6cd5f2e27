"""The words around a number that say how it is meant: "at least", "nearly", "or more", "up to about".

Phrases are kept by their last word (those before a number) or first word (those after it), longest first, so that one look-up decides
whether anything has to be compared. Several may stand together; all are kept with their places and the one that bounds the number most
decides ("an estimated 20 or more" is at_least).
"""
from __future__ import annotations

from functools import cache

from factcheck.data import optional
from factcheck.extract.tokens import TOKEN, Block
from factcheck.frozen import frozen
from factcheck.model import ModifierSpan

# Which modifier decides where several stand together: the one that closes or opens an end beats a hedge.
RANK = {"at_least": 0, "more_than": 1, "at_most": 2, "less_than": 3, "up_to": 4, "nearly": 5, "just_over": 6, "about": 7, "exact": 8}
BACKWARD = frozenset("-‐‑–")

Entries = list[tuple[tuple[str, ...], str]]
Lengths = list[tuple[int, dict[tuple[str, ...], str]]]


@frozen
class Phrases:
    """Modifier phrases of one language by their outer word and then by their length, longer ones first."""

    before: dict[str, Lengths]
    after: dict[str, Lengths]
    unless: dict[str, frozenset[str]]
    """Modifiers with the words after which they are none."""
    unless_things: dict[str, frozenset[str]]
    """The same before a small number of things, with more words."""
    joined: frozenset[str]


def tokenised(phrase: str) -> tuple[str, ...]:
    """A phrase of a data table → its tokens in lower case."""
    return tuple(token.strip().lower() for token in TOKEN.findall(phrase))


@cache
def phrases(lang: str = "en") -> Phrases:
    """A language → its modifier phrases; none where it has no table."""
    table = optional(f"lang.{lang}.modifiers")
    unless, things = table.get("unless_before", {}), table.get("unless_before_things", {})
    both = {word: frozenset((*unless.get(word, ()), *things.get(word, ()))) for word in {*unless, *things}}
    return Phrases(_by_length(table.get("before", {}), -1), _by_length(table.get("after", {}), 0),
                   {word: frozenset(words) for word, words in unless.items()}, both, frozenset(table.get("joined", ())))


def _by_length(values: dict[str, list[str]], outer: int) -> dict[str, Lengths]:
    """Modifiers with their phrases → the phrases by their outer word (the last, -1, or the first, 0) and their length."""
    found: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for value, phrases_ in values.items():
        for tokens in map(tokenised, phrases_):
            found.setdefault(tokens[outer], {}).setdefault(len(tokens), {}).setdefault(tokens, value)
    return {word: sorted(lengths.items(), reverse=True) for word, lengths in found.items()}


def before(block: Block, first: int, floor: int, lang: str, unless: dict[str, frozenset[str]]) -> tuple[list[ModifierSpan], int]:
    """The modifiers that end right before token `first` → they, and the first token that they take. `unless` is one of the tables of
    `phrases`."""
    table, words = phrases(lang), block.words
    found: list[ModifierSpan] = []
    while first > floor:
        word = words[first - 1]
        value, start = _ending(table.before[word], words, first, floor) if word in table.before else (None, first)
        if value is None:
            if word in BACKWARD and block.adjacent(first) and words[first - 2:first - 1] == ["sub"]:
                found.insert(0, ModifierSpan("less_than", block.starts[first - 2], block.ends[first - 2]))     # "sub-500"
                first -= 2
            return found, first
        if start == first - 1 and word in unless and (found or start > floor and words[start - 1] in unless[word]):
            return found, first                                                     # "spread over | nearly 40 hectares"
        found.insert(0, ModifierSpan(value, block.starts[start], block.ends[first - 1]))
        first = start
    return found, first


def after(block: Block, end: int, limit: int, lang: str = "en") -> tuple[ModifierSpan | None, int]:
    """The modifier that starts right at token `end` ("or more", "-plus", "+") → it, and the token after it."""
    words, known = block.words, phrases(lang)
    if end >= limit:
        return None, end
    at = end + 1 if words[end] in BACKWARD and end + 1 < limit and _hyphen(block, end) else end
    word = words[at]
    for length, among in known.after.get(word, ()):
        value = among.get(tuple(words[at:at + length]))
        if value is None or at + length > limit or words[at + length:at + length + 1] == ["than"]:
            continue                                                                # "2 hours or more than 4 days"
        if word == "+" and not block.adjacent(at) and block.adjacent(at + 1):
            continue                                                                # "P 500 +0.3%"
        if word not in known.joined or at > end or word == "plus" and block.adjacent(at):         # not "5 plus 3", "the odd man"
            return ModifierSpan(value, block.starts[at], block.ends[at + length - 1]), at + length
    return None, end


def _hyphen(block: Block, at: int) -> bool:
    """Whether a hyphen joins a number and a word: "4-plus", and as headlines are set, "4 - Plus Earthquake"."""
    spaced = block.words[at + 1] == "plus" and "".join(block.surface[at + 2:at + 3])[:1].isupper()
    return spaced or (block.adjacent(at) and block.adjacent(at + 1))


def decisive(found: list[ModifierSpan]) -> str:
    """All modifiers of a number → the one that says what it allows."""
    return min(found, key=lambda modifier: RANK[modifier.value]).value if found else "exact"


def _ending(lengths: Lengths, words: list[str], end: int, floor: int) -> tuple[str | None, int]:
    """The modifier whose phrase ends before token `end`, and where that begins; each is known to have the last word."""
    for length, among in lengths:
        if length == 1 or end - length >= floor:
            value = among.get(tuple(words[end - length:end]))
            if value is not None:
                return value, end - length
    return None, end


Roles = dict[str, Entries]


@cache
def role_words(lang: str = "en") -> tuple[Roles, Roles]:
    """A language → the phrases that make a number a part or an addition: those before it by last word, those after it by first word."""
    before: Roles = {}
    after: Roles = {}
    for name, phrases_ in optional(f"lang.{lang}.modifiers").get("roles", {}).items():
        role, side = name.split("_")
        for phrase in map(tokenised, phrases_):
            (before if side == "before" else after).setdefault(phrase[-1 if side == "before" else 0], []).append((phrase, role))
    return before, after
