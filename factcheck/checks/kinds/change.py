"""`change`: what was, what is, and the change that the sentence gives for it.

    fails     The rate was raised from 4 percent to 5 percent, an increase of 1 percent.      one point, or 25 percent
    fails     There are 36 packs, up from 21 last year, an increase of 17.                    15
    passes    Sales fell 20 percent to 96 units, from 120.
    passes    The number of passengers nearly doubled, from 52 to 98.
    silent    Sales rose to 96 units, from 80; costs were up 12 percent.

Percentage points are not percent. Gets wrong: a percentage reckoned from figures that the sentence rounds more than their digits say.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from factcheck.checks import arithmetic
from factcheck.checks.algebra import show
from factcheck.checks.kinds.finding import amount, by_templates, conflict, said, shown, two_ends
from factcheck.checks.kinds.said import Said, ends
from factcheck.checks.kinds.templates import Hit, cued, phrases, table
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Verdict

Json = dict[str, Any]
KINDS = ("count", "measure", "money", "percent", "ratio")
MIRRORED = {"nearly": "just_over", "just_over": "nearly", "more_than": "less_than", "less_than": "more_than"}
ODDS = (["to", "one"], ["to", "1"])
RANGED = re.compile(r"[<#]\S+ (?:[^\s<#]+ )?, $")       # "from 2.3 to 2.6, down from 2.4 to 2.7" moves two ends
AND = re.compile(r"(?:in |on )?(?:<d\d+> )?and [<#]")


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each change that is not the difference of its ends."""
    return by_templates(group, _changes, _verdicts)


def _changes(sentence: Said) -> bool:
    amounts = sum(claim.mention.kind in KINDS for claim in sentence.claims)
    return (amounts > 1 or any(ends(claim) for claim in sentence.claims)) and cued(sentence, "change")


def _verdicts(group: Group, hit: Hit) -> Iterator[Verdict]:
    found = _ends(hit)
    if found is None:
        return
    old, new, kind, unit, claims = found
    if any(claim.mention.text.split()[-2:] in ODDS for claim in claims):
        return                                                              # "improved to 1.8 to one from 2.1 to one"
    if "delta" not in hit.words:
        yield from () if RANGED.search(hit.before) else _direction(group, hit, old, new, claims)
        return
    if _of_another(hit):
        return
    delta = hit.claims["delta"]
    way = _way(hit, delta)
    how = _how(delta, kind, unit) if delta is not None else "percent" if hit.words["delta"] == "half" else "difference"
    if how is None:
        return
    said_ = _in_unit(_delta(amount(hit, "delta"), how), delta, unit)
    if how == "difference" and kind == "percent":
        old, new, said_ = ({**given, "kind": "count"} for given in (old, new, said_))     # points are counted
    way = 1 if how == "factor" else way
    trail = Trail()
    trail.take("written", {"side": "from", **old})
    trail.take("written", {"side": "to", **new})
    trail.take("change", {"as": how, "sign": way}, ("from_span", "to_span"))
    trail.take("written", {"side": "right", **said_})
    points = how == "percent" and kind == "percent" and _exactly(old, new, amount(hit, "delta"))
    if points:
        trail.take("change", {"as": "percent", "sign": way, "from_span": _point(old), "to_span": _point(new)})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    come = shown(arithmetic.change({"as": how, "sign": way, "from_span": _point(old), "to_span": _point(new)})["left_span"])
    ways = {"percent": f"{come} percent", "difference": come, "factor": f"{come} times"}
    tail = " (percentage points are not percent)" if points else ""
    both = said(claims[0]) if "move" in hit.words else f"{old['words']} to {new['words']}"
    message = f"{both} is a change of {ways[how]}, the text says {said(delta, hit.words['delta'])}{tail}."
    yield from conflict(group, trail, message, claims, *([[delta]] if delta is not None else []))


def _of_another(hit: Hit) -> bool:
    """Whether the change is told of something else than what the ends count: "losing a third of its fish"."""
    if any(claim is not None and name != "delta" and claim.mention.start > _start(hit) for name, claim in hit.claims.items()):
        return False                                                        # "up 60 percent on the 60 million of last year"
    after = hit.after.split()
    known = {*phrases("whole", "change"), *hit.before.split(), *hit.words.get("move", "").split()}
    return after[:1] == ["of"] and after[1:2] != ["them"] and not known & set(after[1:4]) - {"of", "its", "the", "their"}


def _start(hit: Hit) -> int:
    delta = hit.claims["delta"]
    return delta.mention.start if delta is not None else -1


def _direction(group: Group, hit: Hit, old: Json, new: Json, claims: list[Claim]) -> Iterator[Verdict]:
    """"fell from 90 to 120": the verb goes one way, the numbers the other; not bare numbers, which may be ranks, nor a range."""
    mention = claims[0].mention
    if mention.modifier == "between" or (mention.kind == "count" and mention.entity_head is None):
        return
    trail = Trail()
    trail.take("written", {"side": "from", **old})
    trail.take("written", {"side": "to", **new})
    trail.take("direction", {"said": "down" if "down" in hit.words else "up"}, ("from_span", "to_span"))
    trail.take("outcome", reads=("relation",))
    word = hit.words.get("down") or hit.words.get("up")
    yield from conflict(group, trail, f"The text says “{word}”, {said(claims[0])} goes the other way.", claims)


def _ends(hit: Hit) -> tuple[Json, Json, str, str | None, list[Claim]] | None:
    """What was and what is, with their kind and unit and the claims that state them."""
    move = hit.claims.get("move")
    if move is not None:
        both = two_ends(hit, "move")
        return None if both is None else (*both, move.mention.kind, move.mention.unit, [move])
    old, new = hit.claims["from"], hit.claims["to"]
    known = [claim for claim in (new, old) if claim is not None]
    if AND.match(hit.after) or (old is not None and not set(old.mention.text.lower().split()).isdisjoint(phrases("peaks", "change"))):
        return None                                                             # "from a record 5,200", "from 24 in March and 25 in April"
    if not known or any(not _usable(claim) for claim in known):
        return None
    if len({(claim.mention.kind, claim.mention.unit) for claim in known}) > 1 and not _elided(old, new):
        return None
    return amount(hit, "from"), amount(hit, "to"), known[0].mention.kind, known[0].mention.unit, known


def _usable(claim: Claim) -> bool:
    number = claim.mention.number
    return number is not None and number.low is not None and number.low > 0 and number.low == number.high and claim.mention.move is None


def _elided(old: Claim | None, new: Claim | None) -> bool:
    """"to 96 million crowns from 80 million": the second number has left its unit out."""
    if old is None or new is None:
        return True
    kinds = {old.mention.kind, new.mention.kind}
    return kinds in ({"count", "money"}, {"count", "measure"}) and any(c.mention.kind == "count" and not c.mention.unit for c in (old, new))


def _way(hit: Hit, delta: Claim | None) -> int:
    """1 for a rise, -1 for a fall, by the words of the template or the trend that was read."""
    for name in ("down", "up"):
        if name in hit.words:
            return -1 if name == "down" else 1
    if delta is not None and delta.mention.trend:
        return -1 if delta.mention.trend == "down" else 1
    move = hit.claims.get("move")
    moved = ends(move) if move is not None else None
    return -1 if moved is not None and moved.end < moved.start else 1


def _how(delta: Claim, kind: str, unit: str | None) -> str | None:
    """How a change is given: in percent, as a factor ("doubled"), or as a difference in the unit of its ends."""
    mention = delta.mention
    if mention.number is None or mention.number.low is None or mention.number.low != mention.number.high or mention.move:
        return None
    if mention.kind == "percent":
        if mention.unit == "percent":
            return "percent"
        return "difference" if kind == "percent" else None
    if mention.kind == "ratio":
        if mention.by.endswith("multiple") or mention.number.low >= 1:
            return "factor"
        return "percent"
    if mention.kind == "measure" and mention.unit in table("change")["points"] and kind == "percent":
        return "difference"
    same = mention.kind == kind and (mention.unit == unit or kind == "count" or _convertible(_own(delta, unit), unit))
    elided = mention.kind == "count" and kind in ("money", "measure") or kind == "count" and mention.kind == "count"
    return "difference" if same or elided else None


def _delta(given: Json, how: str) -> Json:
    """A ratio ("by a third") → the same in percent; "almost halved" is more than half of what was."""
    if how == "factor" and given["modifier"] in MIRRORED and given["number"] and Fraction(given["number"]["low"]) < 1:
        return {**given, "modifier": MIRRORED[given["modifier"]]}
    if given["kind"] != "ratio" or how != "percent":
        return given
    from factcheck.checks.kinds.percent_of import in_percent
    return in_percent(given)


def _own(delta: Claim | None, unit: str | None) -> str | None:
    """The unit of a change; beside euros "cents" are euro cents."""
    own = delta.mention.unit if delta is not None else None
    return str(table("change")["cents"].get(unit, own)) if own == "cent" else own


def _convertible(unit: str | None, other: str | None) -> bool:
    from factcheck import measures
    return unit is not None and other is not None and measures.comparable(unit, other)


def _in_unit(given: Json, delta: Claim | None, unit: str | None) -> Json:
    """A change in another unit than its ends ("up 40 cents, from $2.00") → the same in theirs."""
    own = _own(delta, unit)
    if own == unit or given["number"] is None or not _convertible(own, unit) or not own or not unit:
        return given
    from factcheck import measures
    place = measures.convert(given["precision"], own, unit, difference=True) if given["precision"] else None
    ends = {name: show(measures.convert(text, own, unit, difference=True)) for name, text in given["number"].items()}
    return {**given, "number": ends, "precision": show(place)}


def _exactly(old: Json, new: Json, delta: Json) -> bool:
    """Whether the percentage said is just the difference of two percentages: then nobody rounded, somebody confused."""
    if any(given["number"] is None for given in (old, new, delta)):
        return False
    was, now, said_ = (Fraction(given["number"]["low"]) for given in (old, new, delta))
    return abs(now - was) == said_


def _point(given: Json) -> Json:
    low = given["number"]["low"] if given["number"] is not None else None
    return {"low": low, "high": low, "low_open": False, "high_open": False}
