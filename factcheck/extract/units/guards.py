"""A word that may be a unit and its neighbours in, yes or no out: the conditions that `data/units.yaml` names as guards.

A guard is a list of alternatives, each a list of conditions that must all hold. They look at a few tokens around the number and never
at more than ten on either side, so that their cost is bounded and only ambiguous words pay it.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.data import load
from factcheck.extract.tokens import Block
from factcheck.frozen import frozen

REACH = 10                                       # tokens that `near` looks at on either side
LEAD = 4                                         # tokens before the number that `lead` looks at
MARK, DIGIT = "<mark>", "<digit>"
MONEY_SIGNS = frozenset("$£€¥₩₹₽₪₦₱₫₴₺฿")
SCALES = frozenset(load("lang.en.numerals")["unit_scales"])
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")          # "CAD 2022" is no money
LARGE = 4                                        # digits of a large number


@frozen
class Place:
    """A candidate: tokens `first` to `end - 1` of the block, beside a number whose nearest token is `number`.

    `left` is the first token of the number and `spelled` says that it is written in words.
    """

    block: Block
    first: int
    end: int
    left: int
    number: int
    hyphen: bool
    spelled: bool


Condition = tuple[Callable[[Place, frozenset[str]], bool], frozenset[str], bool]
Guard = tuple[tuple[Condition, ...], ...]


def passes(guard: Guard, place: Place) -> bool:
    """Whether one alternative of the guard holds at this place."""
    return any(all(test(place, words) is wanted for test, words, wanted in alternative) for alternative in guard)


def number_start(block: Block, last: int, scales: frozenset[str]) -> int:
    """The token index at which the number that ends at `last` starts: "4.5 million" → that of "4.5"."""
    words, first = block.words, last
    while first > 0 and last - first < LEAD and words[first] in scales and (words[first - 1][0].isdigit() or words[first - 1] in scales):
        first -= 1
    return first


def _attached(place: Place, _: frozenset[str]) -> bool:
    if place.first > place.number:
        return place.block.adjacent(place.first)
    return place.block.adjacent(place.number)


def _hyphen(place: Place, _: frozenset[str]) -> bool:
    return place.hyphen


def _lower(place: Place, _: frozenset[str]) -> bool:
    return place.block.surface[place.first].islower()


def _plural(place: Place, _: frozenset[str]) -> bool:
    return place.block.words[place.end - 1].endswith("s") or place.hyphen


def _exactly(place: Place, words: frozenset[str]) -> bool:
    return place.block.surface[place.first] in words


def _next(place: Place, words: frozenset[str]) -> bool:
    tokens, at = place.block.words, place.end
    if at >= len(tokens):
        return MARK in words
    token = tokens[at]
    if token in "-‐‑" and at + 1 < len(tokens) and place.block.adjacent(at) and place.block.adjacent(at + 1):      # "5 second-half goals"
        return tokens[at + 1] in words or "-" in words
    if token in words:
        return True
    if token == "." and at + 1 < len(tokens) and place.block.adjacent(at) and tokens[at + 1] in words:      # "5 in. tall"
        return True
    if token[0].isdigit():
        return DIGIT in words
    return MARK in words and not token[0].isalpha()


def _previous(place: Place, words: frozenset[str]) -> bool:
    return place.left > 0 and place.block.words[place.left - 1] in words


def _near(place: Place, words: frozenset[str]) -> bool:
    tokens = place.block.words
    low, high = min(place.first, place.left), max(place.end, place.number + 1)
    return not words.isdisjoint(tokens[max(0, low - REACH):low]) or not words.isdisjoint(tokens[high:high + REACH])


def _lead(place: Place, words: frozenset[str]) -> bool:
    return not words.isdisjoint(place.block.words[max(0, place.left - LEAD):place.left])


def _money(place: Place, _: frozenset[str]) -> bool:
    return place.left > 0 and place.block.words[place.left - 1] in MONEY_SIGNS


def _caps(place: Place, _: frozenset[str]) -> bool:
    surface = place.block.surface
    around = [surface[i] for i in (min(place.first, place.left) - 1, max(place.end - 1, place.number) + 1) if 0 <= i < len(surface)]
    return any(len(word) > 1 and word.isupper() and word.isalpha() for word in around)


def _quoted(place: Place, _: frozenset[str]) -> bool:
    """Whether an opening quotation mark of the same shape is still open: "it is 5" ends a quotation, not a length."""
    mark = place.block.words[place.first]
    return place.block.words[max(0, place.first - 60):place.first].count(mark) % 2 == 1


def _number(place: Place, kinds: frozenset[str]) -> bool:
    token = place.block.words[place.number if place.first < place.number else place.left]
    scaled = place.left < place.number or _scaled_after(place)
    digits = token.replace(",", "").replace(".", "")
    checks = {"digits": not place.spelled and digits.isdecimal(), "decimal": "." in token, "scaled": scaled,
              "large": scaled or (digits.isdecimal() and "." not in token and len(digits) >= LARGE and not YEAR.fullmatch(token)),
              "short": digits.isdecimal() and len(token.partition(".")[0]) <= 2}
    return all(checks[kind] for kind in kinds)


def _scaled_after(place: Place) -> bool:
    """For a sign before the number: "R2.5 billion"."""
    words, at = place.block.words, place.number + 1
    return place.first < place.number and at < len(words) and words[at] in SCALES


def _value(place: Place, words: frozenset[str]) -> bool:
    return place.block.words[place.number] in words


TESTS: dict[str, Callable[[Place, frozenset[str]], bool]] = {
    "attached": _attached, "hyphen": _hyphen, "lower": _lower, "plural": _plural, "exactly": _exactly, "next": _next,
    "previous": _previous, "near": _near, "lead": _lead, "money": _money, "caps": _caps, "quoted": _quoted, "number": _number,
    "value": _value,
}


def compile_guard(record: list[dict[str, str | list[str]]], lists: dict[str, list[str]]) -> Guard:
    """A guard as data write it → its alternatives as tests; "$NAME" stands for a list."""
    return tuple(tuple(_condition(key, value, lists) for key, value in alternative.items()) for alternative in record)


def _condition(key: str, value: str | list[str], lists: dict[str, list[str]]) -> Condition:
    if value in ("yes", "no"):
        return TESTS[key], frozenset(), value == "yes"
    return TESTS[key.removeprefix("not-")], frozenset(_words(value, lists)), not key.startswith("not-")


def _words(value: str | list[str], lists: dict[str, list[str]]) -> Iterator[str]:
    for word in [value] if isinstance(value, str) else value:
        if word.startswith("$") and len(word) > 1:
            yield from _words(lists[word[1:]], lists)
        else:
            yield word
