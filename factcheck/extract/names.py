"""A number token in, whether it is part of a name out: Ashraf 3, Boeing 737, Article 5, G20, COVID-19, #5, telephone numbers, links.

Works on the tokens beside the number only. Gets wrong: a capitalised word that ends a clause without a comma ("In Kessary 15 fled").
"""
from __future__ import annotations

from factcheck.extract.grammar import singular
from factcheck.extract.here import Here
from factcheck.extract.tokens import Block

HYPHENS = frozenset("-‐‑–")
GLUE = frozenset("/\\_@#№=&:^*")
GLUE_BEFORE = GLUE | {"%"}
LONGEST_NUMBER = 6          # groups of digits in a telephone number
OWNERS = frozenset(["’s", "'s"])
LISTED = frozenset([":", ";", ",", "and", "or"])
JOINTS = frozenset(["and", "or", ",", "to", "&", *HYPHENS])


def is_name(here: Here, first: int, end: int) -> bool:
    """Whether the digits at tokens `first` to `end` (exclusive) belong to a name."""
    block, words = here.block, here.words
    if first > 0 and block.adjacent(first) and _glued_before(here, first):
        return True
    if end < len(words) and block.adjacent(end) and _glued_after(block, end):
        return True
    if _is_telephone(here, first):
        return True
    if first > here.begin and _labelled(here, first, end):
        return True
    if first == here.begin and here.said[end] in (".", ")") and block.adjacent(end) and _line_start(block, first) and end + 1 < len(words):
        return True                                                                 # "1. Open the box"
    if here.said[first - 1] in LISTED and here.said[end] == "." and block.adjacent(end) and here.said[end + 1].isalpha():
        return True                                                                 # "in two ways: 1. on the farm and 2. in the mill"
    if here.said[first - 1] == ")" and here.said[first - 3] == "(" and here.said[first - 2].isdecimal() and here.said[end] in HYPHENS:
        return True                                                                 # "(555) 123-4567"
    before = here.said[first - 2]                                               # "Prescott (4) runs", "(3) The board", not "$(12) million"
    return here.said[first - 1] == "(" and here.said[end] == ")" and end == first + 1 and (not before or before[0].isalnum())


def joins(here: Here, named: int, first: int) -> bool:
    """Whether a number goes on with a row of names that ended at token `named`: "junctions 8 and 9", "Articles 5, 6"."""
    between = here.words[named:first]
    return 0 < len(between) <= 2 and all(word in JOINTS for word in between)


def _line_start(block: Block, first: int) -> bool:
    return first == 0 or "\n" in block.text[block.ends[first - 1]:block.starts[first]]


def _glued_before(here: Here, first: int) -> bool:
    """"G20", "COVID-19", "MEK_3", "/5", "#5"."""
    block, word = here.block, here.words[first - 1]
    if word[0].isalpha():
        return word[-1] != "."
    if word in GLUE_BEFORE:
        return True
    if word in HYPHENS and first >= 2 and block.adjacent(first - 1):
        joined = block.words[first - 2]
        if joined[0].isdecimal():                                                   # "555-12-34", "010-4477", "2021-4471"
            longer = first >= 4 and block.words[first - 3] in HYPHENS and block.adjacent(first - 2) and block.adjacent(first - 3)
            return longer or (joined[0] == "0" and len(joined) > 1) or bool(block.taken[first - 2]) or block.words[first - 3] == "+"
        return joined[0].isalpha() and joined not in here.rules.before_dash
    return word == "." and first >= 2 and block.adjacent(first - 1)


def _glued_after(block: Block, end: int) -> bool:
    """"3D", "5G", "4x4", "24/7"; units, scales and ordinals were read before."""
    word = block.words[end]
    return word[0].isalpha() or (word in GLUE and end + 1 < len(block.words) and block.adjacent(end + 1))


def _is_telephone(here: Here, first: int) -> bool:
    """"020 7946 0018", "+44 20 7946 0123": groups of digits in a row of which one begins with a zero, or with a plus before it."""
    words = here.words
    word = words[first]
    left = right = first
    while first - left < LONGEST_NUMBER and here.said[left - 1][:1].isdecimal():
        left -= 1
    while right - first < LONGEST_NUMBER and here.said[right + 1][:1].isdecimal():
        right += 1
    if left == right:
        return word[0] == "0" and len(word) > 1 and word.isdecimal()
    groups = words[left:right + 1]
    return here.said[left - 1] == "+" or any(group[0] == "0" and len(group) > 1 for group in groups) and not _grouped(groups)


def _grouped(groups: list[str]) -> bool:
    """"1 024 000": groups of three after a first that has no leading zero are one number."""
    return groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])


def _labelled(here: Here, first: int, end: int) -> bool:
    """"Camp Ashraf 3", "Route 66", "page 12": a name or label before the number and no counted noun after it."""
    word, surface, rules = here.words[first - 1], here.block.surface[first - 1], here.rules
    if word == "." and here.said[first - 2] in rules.number_signs:
        return True                                                                 # "No. 5"
    if surface == "US" and here.words[first].isdecimal() and not _counts(here, end):
        return True                                                                 # "along US 1"
    if surface.isupper() and here.said[first - 2] in rules.labels:
        return True                                                                 # "Flight OR 212"
    if word in OWNERS and here.capital(first - 2):
        return here.words[first].isdecimal() and (rules.is_verb(here.said[end]) or here.said[end] in rules.trends)      # "Poor's 500 fell"
    if not word[0].isalpha() or "," in here.words[first] or "." in here.words[first] and word not in rules.labels and word in rules.stops:
        return False
    capital = surface[0].isupper()
    if not surface.islower() and not capital:
        return True                                                                 # "iPhone 11"
    if capital and word in rules.labels:
        return True                                                                 # "Section 230 shields"
    if word not in rules.labels and singular(word) in rules.labels:                 # "junctions 8 and 9", not "the hall seats 500"
        return here.said[end] in JOINTS and here.said[end + 1][:1].isdecimal() and not _counts(here, end)
    if word in rules.labels:
        return not _counts(here, end)
    if word in rules.stops or word in rules.trends or rules.is_verb(word) or here.block.taken[first - 1]:
        return False
    return capital and not _counts(here, end) and (first - 1 > here.begin or _alone(here, end))


def _alone(here: Here, end: int) -> bool:
    """Whether a capital word that opens a sentence and its number stand before a verb: "Formula 1 returns", not "Deaths 20, injured 5"."""
    after = here.said[end]
    return here.rules.is_verb(after) or (after[-1:] == "s" and after[:1].isalpha())


def _counts(here: Here, end: int) -> bool:
    """Whether a counted noun follows in lower case: "Tirana 15 people", not "Boeing 737 crashed" or "Section 230 shields the"."""
    rules = here.rules
    for at in range(end, end + 3):
        word = here.said[at]
        if not word[:1].isalpha() or word in rules.stops or not here.block.surface[at].islower():
            return False
        if rules.is_plural(word):
            return word in rules.plurals or not (word in rules.present or (word[-1] == "s" and here.said[at + 1] in rules.object_openers))
    return False


