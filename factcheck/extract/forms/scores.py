"""Scores and votes: "beat Eastmere 3-2", "a 91-73 win", "2-0 down", "voted 7-2", "passed by nine to three": two plain numbers and a word
of the game or of the vote beside them; and standings by their marks: "Eastmere (14-1, 3-0 at home)", "by Eastmere, 85-78, on Sunday".
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.here import DASHES, Candidate, Here
from factcheck.extract.numerals import Numeral

BEFORE, AFTER = 12, 6       # tokens in which a word of the game must stand
LARGEST = 1000
LARGEST_STANDING = 200      # "a 777-300" is an aeroplane
HOURS = 25


def score(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"won 3-1", "beat them 21 to 14", "voted 7-2": two numbers → the score, or None where nothing says that it is one."""
    number, at = candidate.number, candidate.number.end
    joint = here.said[at]
    dashed = (joint in DASHES or joint == ":") and here.tight(at)
    if candidate.symbol is not None or not (dashed or joint == "to") or not _plain(here, number):
        return None
    second = here.number(at + 1)
    if second is None or not _plain(here, second) or number.low is None or second.low is None or (dashed and number.spelled):
        return None
    words, rules, end = here.words, here.rules, second.end
    near = words[max(here.begin, number.first - BEFORE):number.first] + words[end:min(here.limit, end + AFTER)]
    standing = dashed and _standing(here, number, second)
    played = standing or not rules.score_cues.isdisjoint(near)
    voted = not here.known.votes.isdisjoint(near)
    if not (played or voted) or (joint == ":" and number.low < HOURS and len(words[number.end + 1]) > 1):
        return None                                                                 # "a match at 3:30"
    before = here.said[number.first - 1]
    if here.unit(end, False) is not None or here.said[end] in here.known.scales or _counts(here, end):
        return None                                                                 # "lost 10-20 men"
    if joint == "to" and (before == "from" or not (before in rules.score_cues or before in here.known.votes or before == "by" or
                                                   (voted and number.low > second.low))):
        return None                                                                 # "rose 7 to 12"
    low, high = sorted((number.low, second.low))
    if standing and here.said[end] in DASHES and here.tight(end) and here.words[end + 1].isdecimal():
        end += 2                                                                    # "(45-7-2)" with its draws
    return [
        Draft(
            "score",
            number.first,
            end,
            number.first,
            end,
            low,
            high,
            number.precision,
            "scores/vote" if voted and not played else "scores/dash",
        )
    ]


def _standing(here: Here, number: Numeral, second: Numeral) -> bool:
    """Whether marks alone make two numbers a standing or a result: after a name in brackets, or falling between commas."""
    first, after, left = number.first, here.said[second.end], here.previous
    if here.said[first - 1] == "(" and here.capital(first - 2):
        return after in (")", ",") or after in DASHES
    before, low = here.said[first - 1], number.low or 0
    if before in here.known.standing and low > (second.low or 0) and low < LARGEST_STANDING:
        return not (low == 9 and second.low == 5)                                          # "is now 10-0", "a 20-2 run"; "a 9-5 job"
    if before != ",":
        return False
    if left is not None and left.kind == "score" and left.end == first - 1:
        return True                                                                 # "(14-1, | 3-0 at home)"
    return (number.low or 0) > (second.low or 0) and (after in (",", ".", ")", ";", "") or after in here.rules.prepositions)


def _plain(here: Here, number: Numeral) -> bool:
    """Whether a numeral is a small whole number without a scale: three digits at most, or words."""
    word = here.words[number.first]
    return number.low is not None and number.low < LARGEST and (number.spelled or (word.isdecimal() and number.end == number.first + 1))


def _counts(here: Here, at: int) -> bool:
    """Whether something counted follows: "won 20 to 25 seats", not "won 3-1 goals say"."""
    rules, word = here.rules, here.said[at]
    if not word[:1].isalpha() or not rules.is_plural(word) or word in rules.score_cues:
        return False
    return word not in rules.present or not (here.said[at + 1] in rules.determiners or here.said[at + 1][:1].isdecimal())
