"""Two claims that cannot both be true in, the reading under which they could be out: what to ask before one calls either wrong.

    21 injured members of the crew, 36 injured          if “21” counts members of the crew only
    500 tons, 454 tonnes                                if the tons are short tons
    12 on Monday, 15 on Wednesday                       if they are of different days

The first that fits; nothing where none does. It is a question, not a finding: the outcome stays.
"""
from __future__ import annotations

import re
from fractions import Fraction
from itertools import product

from factcheck import measures
from factcheck.checks.sides import CALENDAR
from factcheck.model import Claim

NEAR = Fraction(1, 100)
WORD = re.compile(r"[^\W_]+")


def reconciled(left: Claim, right: Claim) -> str | None:
    """Two claims in conflict → "both can be true if …", or None."""
    found = _narrower(left, right) or _narrower(right, left) or _units(left, right) or _days(left, right)
    return f"both can be true if {found}" if found else None


def certain(left: Claim, right: Claim) -> str | None:
    """The same, but only where the words of the two claims themselves say it."""
    found = _narrower(left, right) or _narrower(right, left) or _units(left, right)
    return f"both can be true if {found}" if found else None


def _narrower(one: Claim, other: Claim) -> str | None:
    """Whether the lower of two counts names its thing more narrowly: "21 members of the crew" and "36 members"."""
    mine, theirs = one.mention, other.mention
    if mine.kind != "count" or theirs.kind != "count" or not mine.entity or mine.number is None or theirs.number is None:
        return None
    if mine.number.high is None or theirs.number.low is None or mine.number.high >= theirs.number.low:
        return None
    words, fewer = (WORD.findall((mention.entity or "").lower()) for mention in (mine, theirs))
    wider = set(words) > set(fewer) and (not fewer or mine.entity_head == theirs.entity_head)
    return f"“{_text(one)}” counts {' '.join(mine.entity.split())} only" if wider and len(words) > 1 else None


def _units(one: Claim, other: Claim) -> str | None:
    """Whether a unit that is used for several fits in another reading: tons that are short tons."""
    mine, theirs = one.mention, other.mention
    if not mine.unit or not theirs.unit or mine.kind != "measure" or mine.number is None or theirs.number is None:
        return None
    if mine.number.low is None or theirs.number.low is None:
        return None
    for here, there in product(measures.readings(mine.unit), measures.readings(theirs.unit)):
        if (here, there) != (mine.unit, theirs.unit) and theirs.number.low and measures.comparable(here, there):
            if abs(measures.convert(Fraction(mine.number.low), here, there) / Fraction(theirs.number.low) - 1) < NEAR:
                return f"“{_text(one)}” means {here}s and “{_text(other)}” {there}s"
    return None


def _days(one: Claim, other: Claim) -> str | None:
    """Whether the two may be of different days: they are no dates, and were published or counted on different ones."""
    if one.mention.kind in CALENDAR:
        return None
    if one.key.time and other.key.time and one.key.time == other.key.time:
        return None
    days = {claim.published.isoformat()[:10] for claim in (one, other) if claim.published is not None}
    return "they are of different days" if len(days) == 2 or one.key.time != other.key.time else None


def _text(claim: Claim) -> str:
    return " ".join(claim.mention.text.split())
