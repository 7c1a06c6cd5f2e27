"""Two claims in, what forbids to compare them out, in words; what forbids only a conflict stands in `doubts.py`."""
from __future__ import annotations

from difflib import SequenceMatcher

from factcheck import measures
from factcheck.claims.same import aspects
from factcheck.data import listed, load
from factcheck.groups.bags import alike
from factcheck.groups.clause import CALENDAR
from factcheck.groups.days import days_apart, still_to_come
from factcheck.groups.equal import as_unit, points_for_percent
from factcheck.groups.features import NEIGHBOURS, Features, strangers
from factcheck.groups.parts import one_role, part_of, part_only
from factcheck.groups.times import times_apart
from factcheck.model import Claim, Number

SHARES = ("percent", "ratio")
SUBSTANCES = ("mass", "volume")
TERMS = ("duration", "date", "time", "ordinal", "age")      # a ninety-day term is one, served or to be served
LONG_NAME, ONE_LETTER = 6, 0.9
FURTHER = ("another", "additional", "further", "extra")


def separated(left: Claim, right: Claim, one: Features, other: Features, equal: bool = False) -> str | None:
    """What forbids to lay two claims beside each other at all, in words; None when nothing does. `equal`: their figures are."""
    return (_kinds_apart(left, right, one, other, equal) or _roles_apart(left, right, one, other) or _things_apart(left, right, equal)
            or _owners_apart(left, right, one, other) or (None if equal else _teams_apart(left, one, other))
            or days_apart(left, right, one, other) or _qualifiers_apart(one, other) or times_apart(left.key.time, right.key.time))


def _pointing(one: Features, other: Features) -> bool:
    """Whether one is a distance from a place and the other is not, or from another."""
    (way, here), (way_other, there) = one.bearing, other.bearing
    if bool(way or here) != bool(way_other or there):
        return True
    return bool(here and there and here.isdisjoint(there) and not any(_spelled_alike(name, place) for name in here for place in there))


def _spelled_alike(one: str, other: str) -> bool:
    """Whether two long names differ in one letter: "Bireun" and "Bireuen" are one place, written from another script."""
    return min(len(one), len(other)) >= LONG_NAME and SequenceMatcher(None, one, other).ratio() >= ONE_LETTER


def _kinds_apart(left: Claim, right: Claim, of_one: Features, of_other: Features, equal: bool) -> str | None:
    one, other = left.mention, right.mention
    if one.kind != other.kind and as_unit(left) is not None and as_unit(left) == as_unit(right):
        return None if equal else _is_no(one.kind, other.kind)
    if one.kind != other.kind and not {one.kind, other.kind} <= {*SHARES} and {one.kind, other.kind} != {*CALENDAR}:
        return _is_no(one.kind, other.kind)
    if one.unit != other.unit and one.kind not in SHARES and not measures.comparable(one.unit, other.unit) \
            and not measures.doubtful(one.unit, other.unit):
        return f"{one.unit or one.kind} cannot be laid beside {other.unit or other.kind}"
    if (one.unit == "percentage point") != (other.unit == "percentage point") and one.kind == "percent" == other.kind \
            and not measures.comparable(one.unit, other.unit) and not points_for_percent(one, other):
        return "percent are no percentage points"
    if (one.modality == "planned") != (other.modality == "planned") and not (equal and one.kind in TERMS) \
            and not one_time(left, right, of_one, of_other):
        return "one is planned, the other is told as a fact"
    if left.key.dimension == "length" and _pointing(of_one, of_other):
        return "they are distances from different places"
    changed = (one.trend is None) != (other.trend is None) and one.move is None and other.move is None and one.kind != "count"
    if changed and not {"sea", "level"} <= left.context | right.context:                # a mountain that rises above sea level stays
        return "one is a change, the other a level"
    if one.trend and other.trend and {of_one.neighbours[NEIGHBOURS - 1], of_other.neighbours[NEIGHBOURS - 1]} == {"by", "to"}:
        return "one is a change, the other what it led to"
    return None


def one_time(left: Claim, right: Claim, one: Features, other: Features) -> bool:
    """Whether a plan and a fact may be laid beside each other: what is closed until May will be so until May."""
    lasting = left.mention.date_relation == right.mention.date_relation == "until"
    return lasting or still_to_come(left, right) or still_to_come(right, left) or _fixed(one, other)


def _fixed(one: Features, other: Features) -> bool:
    """"Will cost 3 million", "is put at 3 million"; "will pay a fine of 3 million", "was fined 3 million"."""
    fixed, estimates = listed("qualifiers", "fixed"), listed("qualifiers", "estimates")
    return not fixed.isdisjoint(one.words & other.words) or one.verb in estimates or other.verb in estimates


def _is_no(one: str, other: str) -> str:
    """Two kinds → "an age is no rank": as a reader calls them."""
    names = load("lang.en.qualifiers")["kinds"]
    left, right = names.get(one, one), names.get(other, other)
    return f"{'an' if left[0] in 'aeiou' else 'a'} {left} is no {right}"


def _owners_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """"Hale scored 14 points", "Tarn scored 14 points": what two names own is two things, equal or not."""
    mine, theirs = left.key.entity, right.key.entity
    if left.mention.kind in ("count", *CALENDAR) or not mine or not theirs or mine not in one.names or theirs not in other.names:
        return None
    return None if mine in other.maybe or theirs in one.maybe else f"{mine} is not {theirs}"


def _teams_apart(left: Claim, one: Features, other: Features) -> str | None:
    """"The Harriers beat the Owls 91-73", "the Harriers beat the Gulls 88-70"."""
    if left.mention.kind != "score" or not (found := strangers(one, other)):
        return None
    return f"{found[0]} is not {found[1]}"


def _roles_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    mine, theirs = left.mention, right.mention
    if _further(left) or _further(right):
        return "one of them is an addition to another number"
    if part_only(left, right) or part_only(right, left):
        return "one of them counts a part only"
    if _nameless_part(left) != _nameless_part(right):
        return "one of them is a part of a number said before"
    if _denied_count(left) or _denied_count(right):
        return "one of them is denied"
    if one.old_figure or other.old_figure:
        return "one of them is the old figure that is corrected"
    if (mine.whole is not None and _number(right) == mine.whole) or (theirs.whole is not None and _number(left) == theirs.whole):
        return "one is the whole of the other"
    return None


def _further(claim: Claim) -> bool:
    """"Another five": the words say that it adds to a number of the same; "one dead and ten others hurt" does not."""
    before = claim.quote[:claim.mention.end - claim.quote_start].lower()
    return claim.mention.role == "addition" and any(word in before[-len(claim.mention.text) - 14:] for word in FURTHER)


def _denied_count(claim: Claim) -> bool:
    """"Not 12 people"; "nobody" and "neither" are a count of none."""
    mention = claim.mention
    return mention.negated and mention.kind == "count" and not (mention.number is not None and mention.number.high == 0)


def _nameless_part(claim: Claim) -> bool:
    """"Two of them": a part whose noun stands before it."""
    mention = claim.mention
    return mention.role == "part" and mention.kind not in SHARES and (mention.entity_start is None or mention.entity_start < mention.start)


def _number(claim: Claim) -> Number | None:
    return claim.mention.number.low if claim.mention.number else None


def _things_apart(left: Claim, right: Claim, equal: bool) -> str | None:
    """Another counted thing or another aspect of it; percent of pupils are not percent of teachers, kilograms of rye not of wheat."""
    one, other = left.key, right.key
    if left.mention.kind == "ordinal" and one.entity and other.entity and one.entity != other.entity:
        return f"{one.entity} is not {other.entity}"
    if left.mention.kind == "count":
        if one.property != other.property and {one.property, other.property} <= aspects():
            return f"{one.property} is not {other.property}"
        if one.entity and other.entity and one.entity != other.entity and not part_of(left, right) \
                and not (equal and one_role(one.entity, other.entity)):
            return f"{one.entity} is not {other.entity}"
    if (left.mention.kind in SHARES or one.dimension in SUBSTANCES) and one.entity and other.entity and one.entity != other.entity \
            and not alike(one.entity, other.entity):
        return f"of {one.entity} is not of {other.entity}"
    return None


def _qualifiers_apart(one: Features, other: Features) -> str | None:
    there = dict(other.opposed)
    for row, group in one.opposed:
        if row in there and there[row] != group:
            groups = load("lang.en.qualifiers")["opposed"][row]
            return f"{groups[group][0]} is not {groups[there[row]][0]}"
    return None
