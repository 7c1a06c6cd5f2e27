"""Seasons: "summer 2007", "the spring of 1957", "last winter", "in autumn"; not "prices fall", "spring water", "Winter Olympics"."""
from __future__ import annotations

from factcheck.extract.dates.days import year_number
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.months import pointer
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import FUNCTION, SEASON_ATTRIBUTES, SEASON_NAMES, SEASON_THINGS, SEASONS, STEPS, listed

CERTAIN = listed("season_cues")      # before "spring" or "fall" without "the"
CERTAIN_THE = listed("season_cues_the")      # before "the spring", "the fall"
GLUED = frozenset("-–(“\"‘")


def season(scan: Scan, index: int) -> Reading | None:
    """A season at `index` → that season, its year from the words around it where they tell."""
    words = scan.words
    word, before, after = words[index], words[index - 1], words[index + 1]
    code, first = SEASONS[word], scan.article(index)
    doubtful = word in ("spring", "fall")
    if after in SEASON_NAMES or doubtful and after in SEASON_THINGS or scan.joined(index) and before not in GLUED:
        return None
    found = _with_year(scan, index, first, code)
    if found is not None:
        return found
    if before in STEPS and before not in ("full", "whole") and scan.free(index - 1):
        begins, lean = pointer(scan, index)
        return Reading(begins, index + 1, f"XXXX-{code}", "dates/season", lean=lean)
    if after in ("and", "-", "or") and words[index + 2] in SEASONS:
        other = scan.read(index + 2, 3)
        if other is not None and "X" not in other.timex:        # "the spring and summer of 1979"
            return Reading(first, index + 1, other.timex[:-2] + code, "dates/season")
    if doubtful and not _wanted(scan, index):
        return None
    if before.isalpha() and before not in FUNCTION and after in FUNCTION and scan.lower(index - 1):
        return None                                             # "the birds winter on the lake"
    if scan.name(index) and scan.name(index - 1) and not scan.capital(index + 1):
        return None                                             # a surname
    if first < index and after.isalpha() and after not in FUNCTION:
        first = index                                           # "the summer offensive"
    return Reading(first, index + 1, f"XXXX-{code}", "dates/season")


def _with_year(scan: Scan, index: int, first: int, code: str) -> Reading | None:
    """"summer 2007", "summer of 2007", "spring of last year", "autumn of 481 BC"."""
    words, start = scan.words, index + 1 + (scan.words[index + 1] in ("of", ",", "in"))
    number = year_number(words[start])
    if number is not None and words[start + 1] not in ("bc", "b.c.", "bce"):
        return Reading(first, start + 1, f"{number:04d}-{code}", "dates/season")
    word = words[start]
    if word.isdecimal() or word in STEPS and words[start + 1] == "year" or word == "the" and words[start - 1] == "of":
        whole = scan.read(start)
        if whole is not None and whole.by in ("dates/year", "dates/unit") and len(whole.timex) in (4, 6):
            return Reading(first, whole.last, f"{whole.timex}-{code}", "dates/season", lean="unsettled" if "X" in whole.timex else "")
    return None


def _wanted(scan: Scan, index: int) -> bool:
    """Whether "spring" or "fall" is the season: "in spring", "this fall", "the spring offensive"; not "the fall of the city"."""
    words = scan.words
    word, before, after = words[index], words[index - 1], words[index + 1]
    ends = not after.isalpha() or after in FUNCTION
    if word == "spring" and after in SEASON_ATTRIBUTES:
        return True
    if before == "the":
        return words[index - 2] in CERTAIN_THE and ends and after not in ("of", "in", "and")
    return before in CERTAIN and after not in ("of", "in") and not after.isdecimal() and (word == "spring" or before != "of")
