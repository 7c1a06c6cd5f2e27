"""Scores: "beat Eastmere 3-2", "a 91-73 win", "2-0 down": two plain numbers with a dash and a word of the game beside them."""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.draft import Draft
from factcheck.extract.here import DASHES, Candidate, Here

BEFORE, AFTER = 12, 6       # tokens in which a word of the game must stand


def score(here: Here, candidate: Candidate) -> list[Draft] | None:
    number, words = candidate.number, here.words
    at, first = number.end, number.first
    if candidate.symbol is not None or number.spelled or here.word(at) not in DASHES or not _tight(here, at):
        return None
    left, right = words[first], here.word(at + 1)
    if not (left.isdecimal() and right.isdecimal() and len(left) <= 3 and len(right) <= 3) or number.low != Decimal(left):
        return None
    near = words[max(here.begin, first - BEFORE):first] + words[at + 2:min(here.limit, at + 2 + AFTER)]
    if not any(word in here.rules.score_cues for word in near):
        return None
    after = here.word(at + 2)
    if here.unit(at + 2, False) is not None or after in here.known.scales or _counts(here, after):
        return None                                                                 # "lost 10-20 men"
    low, high = sorted((Decimal(left), Decimal(right)))
    return [Draft("score", first, at + 2, first, at + 2, low, high, Decimal(1), "scores/dash")]


def _tight(here: Here, dash: int) -> bool:
    return dash + 1 < here.limit and here.block.adjacent(dash) and here.block.adjacent(dash + 1)


def _counts(here: Here, word: str) -> bool:
    rules = here.rules
    return bool(word) and word[0].isalpha() and rules.is_plural(word) and word not in rules.score_cues and word not in rules.present
