"""`conversion`: an amount and the same in another unit beside it, by exact factors.

    fails     The plane fell 5,000 feet (152 metres).          1,524 metres
    passes    The beach is about 60 miles (100 km) away.       96.6, rounded
    passes    The wreck holds 1,000 tons (907 tonnes).         short tons
    silent    She ran 100 metres (wind 1.8 m/s).               not a length
    silent    The fine is $4,000 (3,700 euros).                exchange rates change

One of the two was computed from the other: it is enough that one lies within what rounding of the other hides. A ton may be short, long
or metric, a gallon American or imperial, degrees a temperature or a change of it; any reading that fits is taken.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.checks.kinds.finding import by_templates, conflict, said, shown
from factcheck.checks.kinds.said import Said, written
from factcheck.checks.kinds.templates import Hit, finder, phrases, table
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Verdict

ENDS = (" to", "-", "–", " or", " and")


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each amount that does not come to what stands beside it."""
    return by_templates(group, _two_measures, _verdicts)


def _two_measures(sentence: Said) -> bool:
    return sum(claim.mention.kind == "measure" for claim in sentence.claims) > 1


def _verdicts(group: Group, hit: Hit) -> Iterator[Verdict]:
    left, right = hit.claim("left"), hit.claim("right")
    one, other = left.mention, right.mention
    if not one.unit or not other.unit or one.unit == other.unit or not _numbered(left) or not _numbered(right):
        return
    if _range(right) and not _range(left) and hit.before.rstrip().endswith(ENDS):
        return                                                              # "5 ft 2 in | to 6 ft 2 in (1.58 to 1.88 m)"
    from factcheck import measures
    if measures.dimension(one.unit) != measures.dimension(other.unit):
        return
    readings = [[a, b] for a, b in product(_readings(one.unit), _readings(other.unit)) if measures.dimension(a) == measures.dimension(b)]
    trail = Trail()
    changes = [False, True] if _offset(one.unit, other.unit) and _change(hit, left) else [False]
    trail.take("conversion", {"left": written(left), "right": written(right), "left_unit": one.unit, "right_unit": other.unit,
                              "readings": readings, "differences": changes})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    come = shown(trail.state["left_span"])
    unit = other.unit if come == "1" else _plural(other.unit)
    yield from conflict(group, trail, f"{said(left)} comes to {come} {unit}, the text says {said(right)}.", [left], [right])


def _numbered(claim: Claim) -> bool:
    number = claim.mention.number
    return number is not None and number.low is not None and number.high is not None and claim.mention.move is None


def _range(claim: Claim) -> bool:
    number = claim.mention.number
    return number is not None and number.low != number.high


def _readings(unit: str) -> Sequence[str]:
    """The units that a word may stand for; looser than when two articles meet, because the pair itself says that it converts."""
    from factcheck import measures
    return (*measures.readings(unit), *table("conversion").get("also", {}).get(unit, ()))


def _offset(left: str, right: str) -> bool:
    """Whether the units have different zeros, as Celsius and Fahrenheit: then a change converts otherwise than a level."""
    from factcheck import measures
    found = measures.unit(left), measures.unit(right)
    return any(unit is not None and unit.offset for unit in found)


def _change(hit: Hit, left: Claim) -> bool:
    """Whether degrees may be a change of temperature: "rose 3 degrees", "by 3 degrees", "3 degrees warmer"; not "fell to 3 degrees"."""
    before = "".join(hit.before.split()[-1:])
    if before in phrases("by", "conversion") or finder("warmer", "conversion").match(hit.after):
        return True
    return left.mention.trend is not None and before not in phrases("level", "conversion")


def _plural(unit: str) -> str:
    special = {"foot": "feet", "inch": "inches"}
    if unit in special:
        return special[unit]
    first, per, rest = unit.partition(" per ")
    return special.get(first, first + ("" if first.endswith("s") or first in ("celsius", "fahrenheit", "kelvin") else "s")) + per + rest
