"""A number token in, whether it is part of a name out: Ashraf 3, Boeing 737, Article 5, G20, COVID-19, #5, list numbering, links.

Works on the tokens beside the number only. Gets wrong: a capitalised word that ends a clause without a comma ("In Kessary 15 fled").
"""
from __future__ import annotations

from factcheck.extract.grammar import Grammar
from factcheck.extract.tokens import Block

HYPHENS = frozenset("-‐‑–")
GLUE = frozenset("/\\_@#№=&:^*")
JOINED_OK = frozenset(["minus", "sub", "plus", "mid", "to", "of", "non", "pre", "post", "at", "a", "an"])


def is_name(block: Block, first: int, end: int, begin: int, limit: int, grammar: Grammar) -> bool:
    """Whether the digits at tokens `first` to `end` (exclusive) belong to a name, in the sentence from `begin` to `limit`."""
    words = block.words
    if first > 0 and block.adjacent(first) and _glued_before(block, first):
        return True
    if end < len(words) and block.adjacent(end) and _glued_after(block, end, grammar):
        return True
    if first > begin and _labelled(block, first, end, begin, limit, grammar):
        return True
    if first == begin and end < limit and words[end] in ".)" and block.adjacent(end) and _line_start(block, first) and end + 1 < len(words):
        return True                                                                 # "1. Open the box"
    return first > begin and words[first - 1] == "(" and end < limit and words[end] == ")" and not _measured_before(block, first)


def _line_start(block: Block, first: int) -> bool:
    return first == 0 or "\n" in block.text[block.ends[first - 1]:block.starts[first]]


def _measured_before(block: Block, first: int) -> bool:
    """"$(12) million": an accountant's bracket, not a shirt number."""
    return first >= 2 and not block.words[first - 2][0].isalnum()


def _glued_before(block: Block, first: int) -> bool:
    """"G20", "COVID-19", "MEK_3", "/5", "#5"."""
    word = block.words[first - 1]
    if word[0].isalpha():
        return word[-1] != "."
    if word in GLUE:
        return True
    if word in HYPHENS and first >= 2 and block.adjacent(first - 1):
        joined = block.words[first - 2]
        if joined[0].isdecimal():
            return first >= 4 and block.words[first - 3] in HYPHENS and block.adjacent(first - 2) and block.adjacent(first - 3)   # "555-12-34"
        return joined[0].isalpha() and joined not in JOINED_OK
    return word == "." and first >= 2 and block.adjacent(first - 1)


def _glued_after(block: Block, end: int, grammar: Grammar) -> bool:
    """"3D", "5G", "737-800", "4x4", "24/7"."""
    word = block.words[end]
    if word[0].isalpha():
        return True                                                                 # units, scales and ordinals were read before
    if word in GLUE:
        return end + 1 < len(block.words) and block.adjacent(end + 1)
    return False


def _labelled(block: Block, first: int, end: int, begin: int, limit: int, grammar: Grammar) -> bool:
    """"Camp Ashraf 3", "Route 66", "page 12": a name or label before the number and no counted noun after it."""
    word, surface = block.words[first - 1], block.surface[first - 1]
    if word == "." and first >= 2 and block.words[first - 2] in ("no", "nos", "fig", "art", "vol", "p", "pp"):
        return True                                                                 # "No. 5"
    if not word[0].isalpha():
        return False
    counted = end < limit and _counts(block, end, limit, grammar)
    if word in grammar.labels and not counted:
        return True
    if word in grammar.stops or word in grammar.trends or grammar.is_verb(word):
        return False
    proper = surface[0].isupper() and (first - 1 > begin or first - 2 >= begin and block.surface[first - 2][0].isupper())
    camel = not surface.islower() and surface[0].islower()                          # "iPhone 11"
    return (proper or camel) and not counted


def _counts(block: Block, end: int, limit: int, grammar: Grammar) -> bool:
    """Whether a counted noun follows in lower case: "Tirana 15 people" counts, "Boeing 737 crashed" does not."""
    at = end
    while at < limit and at < end + 3:
        word = block.words[at]
        if not word[0].isalpha() or word in grammar.stops or not block.surface[at].islower():
            return False
        if grammar.is_plural(word):
            return not (word in grammar.present and word not in grammar.plurals)
        at += 1
    return False
