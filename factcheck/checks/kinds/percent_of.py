"""`percent-of`: a part, its whole and the share that the sentence gives for it.

    fails     Three of the 12 pupils, or 30 percent, failed.             25 percent
    fails     Half of the 34 flats, 19, are empty.                       17
    passes    Of 19,500 voters, 12,480, or 64 percent, took part.
    silent    Three of the 12 councillors, 30 percent of whose budget is fixed, voted against.

Shares may be rounded or cut off, a fraction in words is loose. Gets wrong: a share of a whole that another sentence names, where this
sentence happens to hold another whole in the same place.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.kinds.finding import amount, by_templates, conflict, said, shown
from factcheck.checks.kinds.said import Said
from factcheck.checks.kinds.templates import Hit
from factcheck.checks.trail import Trail
from factcheck.model import Group, Verdict

Json = dict[str, object]
OF = re.compile(r"\s+of\b")


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each share that is not the part's."""
    return by_templates(group, _shares, _verdicts)


def _shares(sentence: Said) -> bool:
    return len(sentence.claims) > 1 and not sentence.kinds().isdisjoint(("percent", "ratio"))


def _verdicts(group: Group, hit: Hit) -> Iterator[Verdict]:
    part, whole, share = hit.claims.get("part"), hit.claims.get("whole"), hit.claim("share")
    mention = share.mention
    lost = mention.trend and not OF.match(share.quote[mention.end - share.quote_start:])          # "lost 40 percent of its 500 inhabitants"
    if mention.number is None or lost or mention.move or mention.unit not in (None, "percent") or mention.by.endswith("multiple"):
        return
    trail = Trail()
    if "nth" in hit.claims:                                                     # every fourth is one in four
        trail.take("written", {"side": "part", **ONE})
        trail.take("written", {"side": "whole", **amount(hit, "nth"), "kind": "count"})
    elif "ratio" in hit.claims:
        trail.take("written", {"side": "part", **amount(hit, "ratio")})
        trail.take("written", {"side": "whole", **ONE})
    else:
        if not _one_kind(hit):
            return
        trail.take("written", {"side": "part", **amount(hit, "part")})
        trail.take("written", {"side": "whole", **amount(hit, "whole")})
    trail.take("share", reads=("part_span", "whole_span"))
    trail.take("written", {"side": "right", **in_percent(amount(hit, "share"))})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    named = next((name for name in ("ratio", "nth") if name in hit.claims), None)
    come = shown(trail.state["left_span"] if named else _plainly(hit))
    if named:
        ratio = hit.claim(named)
        yield from conflict(group, trail, f"{said(ratio)} is {come} percent, the text says {said(share)}.", [ratio], [share])
        return
    sides = [claim for claim in (part, whole) if claim is not None]
    message = f"{said(part, hit.words['part'])} of {said(whole, hit.words['whole'])} is {come} percent, the text says {said(share)}."
    yield from conflict(group, trail, message, sides, [share])


def _plainly(hit: Hit) -> Json:
    """The share that the numbers as written come to, for reading."""
    from factcheck.checks.arithmetic import share
    numbers = [amount(hit, name)["number"]["low"] for name in ("part", "whole")]
    spans = [{"low": number, "high": number, "low_open": False, "high_open": False} for number in numbers]
    found: Json = share({"part_span": spans[0], "whole_span": spans[1]})["left_span"]
    return found


ONE: Json = {"words": "1", "kind": "count", "number": {"low": "1", "high": "1"}, "precision": "1", "modifier": "exact"}


def in_percent(given: Json) -> Json:
    """A ratio ("half", "one in five") → the same in percent."""
    if given["kind"] != "ratio" or given["number"] is None:
        return given
    from fractions import Fraction

    from factcheck.checks.algebra import show
    number = given["number"]
    assert isinstance(number, dict)
    ends = {name: Fraction(text) * 100 for name, text in number.items()}
    low = ends["low"]
    return {**given, "kind": "percent", "number": {name: f"{end.numerator}/{end.denominator}" for name, end in ends.items()},
            "words": f"{given['words']} ({show(low)} percent)"}


def _one_kind(hit: Hit) -> bool:
    """Whether part and whole are amounts of one kind and unit, the whole no year."""
    part, whole = hit.claims["part"], hit.claims["whole"]
    for claim in (part, whole):
        if claim is not None and (claim.mention.number is None or claim.mention.number.low is None or claim.mention.number.low <= 0
                                  or claim.mention.number.low != claim.mention.number.high or claim.mention.move):
            return False
    if part is None or whole is None:
        return True
    if part.mention.kind != whole.mention.kind:                             # "2 million of its 8 million euros"
        return part.mention.kind == "count" and part.mention.entity is None and (part.mention.precision or 0) >= 1000
    return part.mention.kind == "count" or part.mention.unit == whole.mention.unit
