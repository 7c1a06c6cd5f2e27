"""The table of outcomes: what an editor concludes from each relation. One row a relation; nothing else decides.

Who spoke when may then turn a conflict into `superseded` (`checks/voices.py`), never the other way round.
"""
from __future__ import annotations

from typing import Any

from factcheck.model import Outcome

RELATIONS: dict[str, tuple[Outcome, str]] = {
    "equal":        ("agree",        "both say the same amount or the same time"),                     # 96 and 96; 34 miles and 55 km
    "within":       ("compatible",   "all that the first allows lies in what the second allows"),      # 38 in "nearly 40"
    "contains":     ("compatible",   "the first allows all that the second allows"),                   # "2014" and "June 2014"
    "overlaps":     ("compatible",   "some amounts or times are allowed by both"),                     # "about 60" and "more than 60"
    "disjoint":     ("conflict",     "nothing is allowed by both"),                                    # "more than 84" and 84
    "incomparable": ("incomparable", "they cannot be laid on one line: another unit, zone or kind"),   # megawatts and megawatt-hours
}

PART_OF_WHOLE: dict[str, tuple[Outcome, str]] = {
    "part above whole": ("conflict",     "a part cannot be more than its whole"),                    # 412 in half a month, 391 in the month
    "part in whole":    ("incomparable", "a part says nothing about its whole"),                       # 45 civilians, 120 people
}

DENIED: dict[str, tuple[Outcome, str]] = {
    "equal":  ("conflict",     "one side denies what the other says"),                            # "did not open in 2018", "opened in 2018"
    "within": ("conflict",     "one side denies what the other says"),                               # "did not open in 2018", "in May 2018"
    "other":  ("compatible",   "what one side denies is not what the other says"),                # "did not open in 2018", "opened in 2014"
}


def outcome(given: dict[str, Any]) -> dict[str, Any]:
    """A relation → the outcome by the table, and its reason."""
    found, reason = RELATIONS[given["relation"]]
    return {"outcome": found, "because": reason}


def part_outcome(given: dict[str, Any]) -> dict[str, Any]:
    """How a part stands to its whole → the outcome and its reason."""
    found, reason = PART_OF_WHOLE[given["part"]]
    return {"outcome": found, "because": reason}


def denied_outcome(given: dict[str, Any]) -> dict[str, Any]:
    """The relation of an asserted amount to a denied one → the outcome and its reason."""
    found, reason = DENIED.get(given["relation"], DENIED["other"])
    return {"outcome": found, "because": reason}
