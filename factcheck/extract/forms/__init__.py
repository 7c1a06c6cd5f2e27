"""Quantities that take more than one number or word: each form answers a candidate with its drafts, or None when it is not that form.

A form is asked only where the word beside the number is one of its own: most numbers stand alone, and reading must not pay for the others.
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.forms.ages import age
from factcheck.extract.forms.moves import back_from
from factcheck.extract.forms.multiples import times
from factcheck.extract.forms.ordinals import ranked
from factcheck.extract.forms.plain import accounted
from factcheck.extract.forms.ranges import two_ends
from factcheck.extract.forms.ratios import part_of_whole, per_number, ratio
from factcheck.extract.forms.scores import score
from factcheck.extract.forms.shares import fraction
from factcheck.extract.here import DASHES, Candidate, Here

PAIRS = DASHES | {"in", "out", "to", ":", "/"}          # "one in five", "3-to-1", "5-4", "3:1", "odds of 2 / 1"
PARTED = DASHES | {"of"}                                # "two-thirds", "1/4 of"
RANGES = DASHES | {"to", "or", "through", "and"}        # "10-20", "three or four", "between 10 and 20"


def proven(here: Here, candidate: Candidate) -> list[Draft] | None:
    """The forms that their own words prove; they are asked before a number is taken for a name."""
    number = candidate.number
    joint = here.said[number.end]
    if joint in PAIRS:
        drafts = ratio(here, candidate)
        return score(here, candidate) if drafts is None else drafts
    if number.ordinal or joint in here.known.endings:
        return ranked(here, candidate)
    return accounted(here, candidate) if joint == ")" else None


def special(here: Here, candidate: Candidate) -> list[Draft] | None:
    """All other forms, the more special ones first."""
    number, symbol, unit = candidate.number, candidate.symbol, candidate.unit
    joint, before = here.said[number.end], here.said[number.first - 1]
    drafts = age(here, candidate) if before in here.known.age_cues else None
    if drafts is None and (joint in PARTED or joint in here.known.fractions):
        drafts = fraction(here, candidate)
    if drafts is None and joint == "of":
        return part_of_whole(here, candidate)
    if drafts is None and joint == "per":
        return per_number(here, candidate)
    if drafts is None and joint == "times":
        return times(here, candidate)
    if symbol is not None:
        before = here.said[symbol.first - 1]
    if drafts is None and before == "to":
        drafts = back_from(here, candidate)
    if drafts is None and (before == "from" or (joint if unit is None else here.said[unit.end]) in RANGES):
        drafts = two_ends(here, candidate)
    return drafts
