"""An outcome, the days of publication and the speakers in, the final outcome out: what time and voices excuse.

A conflict between an earlier and a later text is `superseded` when the property may move that way; which way a property may move is
data (`data/lang/en/moves.yaml`). Two named speakers who differ are a dispute, nobody's fault. Gets wrong: a late reprint of an old
figure looks like a new one.
"""
from __future__ import annotations

import datetime
from typing import Any

from factcheck.checks.algebra import parse

Json = dict[str, Any]


def movement(given: Json) -> Json:
    """An outcome, both spans and when they were published → the outcome after time has spoken.

    `may` is up, down, both or none. `corrects` names the side that says it corrects the other ("lowered the toll to 16 from 19").
    """
    if given["outcome"] != "conflict":
        return {"outcome": given["outcome"]}
    if given.get("corrects"):
        return {"outcome": "superseded", "because": "one text says that it corrects the other's figure"}
    first = earlier(given.get("left_published"), given.get("right_published"))
    if first is None:
        return {"outcome": "conflict"}
    way = _way(given, first)
    if way and given["may"] in (way, "both"):
        return {"outcome": "superseded", "because": f"published later, and it may go {way}"}
    return {"outcome": "conflict"}


def earlier(left: str | None, right: str | None) -> str | None:
    """Which side was published first; None where one does not know: no date, or one day and no time of day."""
    if not left or not right or left == right:
        return None
    one, other = _moment(left), _moment(right)
    if one is not None and other is not None:
        return None if one == other else "left" if one < other else "right"
    if left[:10] == right[:10]:
        return None
    return "left" if left[:10] < right[:10] else "right"


def _moment(text: str) -> datetime.datetime | None:
    """A time with a zone as a moment; a bare day or a time of an unknown zone is none."""
    if len(text) <= 10:
        return None
    moment = datetime.datetime.fromisoformat(text)
    return moment.astimezone(datetime.UTC) if moment.tzinfo else None


def _way(given: Json, earlier: str) -> str | None:
    """Whether the later side lies above or below the earlier one."""
    later = "right" if earlier == "left" else "left"
    old, new = given[f"{earlier}_span"], given[f"{later}_span"]
    old_low, old_high, new_low, new_high = parse(old["low"]), parse(old["high"]), parse(new["low"]), parse(new["high"])
    if old_high is not None and new_low is not None and new_low >= old_high:
        return "up"
    return "down" if old_low is not None and new_high is not None and new_high <= old_low else None


def voices(given: Json) -> Json:
    """An outcome and the words that name the speaker of each side → whether it is a dispute between two named speakers."""
    left, right = set(given.get("left_speakers") or ()), set(given.get("right_speakers") or ())
    disputed = given["outcome"] == "conflict" and bool(left) and bool(right) and not left & right
    return {"outcome": given["outcome"], "disputed": disputed}


def hardened(given: Json) -> Json:
    """What was said with a hedge and then plainly, and whether the later text cites the earlier → a note, which changes no outcome."""
    return {"note": "hardened" if given["hedge"] != "exact" and given["by"] in ("citation", "day") else None}
