"""Two claims in, what separates them out, in words: what forbids to compare them, and what forbids only a conflict."""
from __future__ import annotations

import datetime
from difflib import SequenceMatcher

from factcheck import measures
from factcheck.claims.same import aspects
from factcheck.data import listed, load
from factcheck.groups.clause import CALENDAR
from factcheck.groups.days import days_apart, still_to_come
from factcheck.groups.equal import as_unit
from factcheck.groups.features import NEIGHBOURS, Features, alike, bag, common
from factcheck.groups.narrow import told_apart
from factcheck.groups.parts import aspects_differ, one_role, part_of
from factcheck.groups.times import times_apart
from factcheck.groups.weigh import one_event, one_scene
from factcheck.model import Claim, Number

SHARES = ("percent", "ratio")
SUBSTANCES = ("mass", "volume")
TERMS = ("duration", "date", "time", "ordinal", "age")      # a ninety-day term is one, served or to be served
PARTS = listed("qualifiers", "parts")
LONG_NAME, ONE_LETTER = 6, 0.9
FURTHER = ("another", "additional", "further", "extra")


def separated(left: Claim, right: Claim, one: Features, other: Features, equal: bool = False) -> str | None:
    """What forbids to lay two claims beside each other at all, in words; None when nothing does. `equal`: their figures are."""
    return (_kinds_apart(left, right, one, other, equal) or _roles_apart(left, right, one, other) or _things_apart(left, right, equal)
            or _owners_apart(left, right, one, other) or days_apart(left, right, one, other) or _qualifiers_apart(one, other)
            or times_apart(left.key.time, right.key.time))


def unsure(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What forbids a conflict, though two equal figures may agree."""
    return qualified(left, right, one, other) or _not_plain(left, right, one, other)


def qualified(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What forbids a conflict even where a rule says that both speak of one thing: another measure, event or certainty."""
    mine, theirs = left.mention, right.mention
    if measures.doubtful(mine.unit, theirs.unit):
        return f"{mine.unit} may or may not be {theirs.unit}"
    if lone := ((one.marks - other.marks - other.words) | (other.marks - one.marks - one.words)) - _counted(left, right):
        return f"only one of them says {', '.join(sorted(lone))}"
    if mine.kind == "count" and one.skeleton != other.skeleton and (_bare(left, one) or _bare(right, other)):
        return "it is not said what is counted"
    if narrower := (one.kind - other.kind - other.words) | (other.kind - one.kind - one.words):
        return f"only one of them counts {' '.join(sorted(narrower))} ones"
    if mine.kind == "count" and (mine.whole is None) != (theirs.whole is None) and not mine.role == theirs.role == "part":
        return "one of them is told as a part of a number"
    if one.able != other.able:
        return "one of them says what can be, the other what is"
    if one.tags and other.tags and one.tags.isdisjoint(other.tags):
        return "the names in the sentences have other numbers"
    if (mine.role == "addition") != (theirs.role == "addition"):
        return "one of them adds to another number"
    if (one.other_event - other.other_event - other.words) | (other.other_event - one.other_event - one.words):
        return "one of them speaks of another event"
    until = mine.date_relation == theirs.date_relation == "until"
    ahead = still_to_come(left, right) or still_to_come(right, left)
    if mine.modality != theirs.modality and not ahead and not one.denied and not other.denied and not until:
        return f"one is {mine.modality}, the other {theirs.modality}"
    return None


def _counted(left: Claim, right: Claim) -> set[str]:
    """What both count, by name: "civilians" and "people" are compared as a part and its whole."""
    return {left.key.entity, right.key.entity} if left.key.entity and right.key.entity else set()


def _not_plain(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What leaves open, by the words alone, whether both speak of one thing."""
    mine = left.mention
    if one.skeleton != other.skeleton and (strangers := _strangers(one, other)):
        return f"only one of them names {strangers[0]}, only the other {strangers[1]}"
    if mine.kind == "score" and (doubt := _not_final(one, other)):
        return doubt
    if mine.kind == "ordinal":
        return "a rank is compared with itself only"
    if beside := (_other_day if mine.kind in CALENDAR else _other_figures)(left, right, one, other):
        return beside
    if one.skeleton != other.skeleton and (doubt := told_apart(left, right, one, other)):
        return doubt
    if one.skeleton != other.skeleton and left.key.property not in aspects() and _doers_apart(one, other):
        return f"{one.subject[-1]} is not {other.subject[-1]}"
    if (
        mine.kind not in ("count", *CALENDAR)
        and one.neighbours != other.neighbours
        and (aspect := _measures_apart(left, right, one, other))
    ):
        return aspect
    if mine.kind == "count" and aspects_differ(left, right, one, other):
        return f"{left.key.property or 'a number'} is not plainly {right.key.property or 'a number'}"
    if left.key.place and right.key.place and not _one_place(left, right, one, other):
        return f"{left.key.place} is not {right.key.place}"
    if mine.kind == "age" and one.skeleton != other.skeleton and not _one_year(left, right):
        return "ages move with the years"
    if _year_alone(left, right) or _year_alone(right, left):
        return "only one of them names the year"
    return None


def _other_day(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What leaves open whether two dates are of one thing."""
    mine = left.mention
    if mine.text.lower() == right.mention.text.lower() and not any(c.isdecimal() for c in mine.text):
        return f"each says “{mine.text}” of its own day"
    if "part" in (_grain(left), _grain(right)):
        return "a part of the day has no sharp ends"
    if one.neighbours != other.neighbours and not one_event(one, other) and not one_scene(one, other):
        return "it is not plain that the same happened"
    return "the figures beside the dates differ" if one.beside and other.beside and one.beside.isdisjoint(other.beside) else None


def _other_figures(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What leaves open whether two numbers are of one thing: all that stands beside them differs, or who did it."""
    few = 1 if left.key.property in aspects() else 0
    if min(len(one.figures), len(other.figures)) > few and one.figures.isdisjoint(other.figures) and one.neighbours != other.neighbours:
        return "no other figure of the two sentences agrees"
    if one.actor and other.actor and one.actor.isdisjoint(other.actor) and not (one.actor <= other.maybe or other.actor <= one.maybe):
        return f"{' '.join(sorted(one.actor))} is not {' '.join(sorted(other.actor))}"
    return None


def _year_alone(claim: Claim, other: Claim) -> bool:
    """Whether one is told of a whole year, "in 2004", and the other of no time or of a day without a year."""
    mine, theirs = claim.key.time or "", other.key.time or ""
    return len(mine) == 4 and (not theirs or "XXXX" in theirs)


def _not_final(one: Features, other: Features) -> str | None:
    """"Led 2-1 at half-time", "won 3-1": only what both tell of the end of a match can be two scores of it."""
    interim, final = listed("qualifiers", "interim"), listed("qualifiers", "final")
    if not interim.isdisjoint(one.words | other.words):
        return "one of them may be no final score"
    return None if not final.isdisjoint(one.words) and not final.isdisjoint(other.words) else "neither says that the score is final"


def _doers_apart(one: Features, other: Features) -> bool:
    """"The striker scored 20 points", "the keeper scored 4"; but "the storm cut the power" and "the power was cut by the storm" are one."""
    turned = one.subject and other.subject and one.subject[-1] in other.content.words and other.subject[-1] in one.content.words
    return bool(one.subject and other.subject and one.verb and other.verb and alike(one.verb, other.verb)
                and not turned and not common(bag(one.subject), bag(other.subject)))


def _measures_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """"A capacity of 50 megawatts", "produces 210 megawatt-hours a day": neither what is measured nor the verb is one."""
    signs = {word for words in load("lang.en.qualifiers")["signs"].values() for word in words}
    mine = [word for word in (left.key.entity, left.key.property, one.verb) if word]
    theirs = [word for word in (right.key.entity, right.key.property, other.verb) if word]
    things = left.key.entity, right.key.entity
    if all(things) and not alike(*things) and things[0] not in other.words and things[1] not in one.words and not signs & set(things):
        return f"{things[0]} is not plainly {things[1]}"
    if not mine or not theirs or common(bag(mine), bag(theirs)) or (signs & set(mine) and signs & set(theirs)):
        return None
    return f"{mine[0]} is not plainly {theirs[0]}"


def _bare(claim: Claim, of: Features) -> bool:
    """Whether nothing says what is counted: no noun, or a proper name where a noun should be."""
    return (claim.key.entity is None and claim.key.property is None) or (claim.key.entity or "") in of.names


def _grain(claim: Claim) -> str | None:
    return claim.mention.interval.granularity if claim.mention.interval else None


def _strangers(one: Features, other: Features) -> tuple[str, str] | None:
    """A name on each side that the other sentence does not know."""
    mine = next((name for name in one.phrases if name.isdisjoint(other.maybe) and name.isdisjoint(other.content.words)), None)
    theirs = next((name for name in other.phrases if name.isdisjoint(one.maybe) and name.isdisjoint(one.content.words)), None)
    return (" ".join(sorted(mine)), " ".join(sorted(theirs))) if mine and theirs else None


def _one_year(left: Claim, right: Claim) -> bool:
    return left.published is not None and right.published is not None and abs((_day(left) - _day(right)).days) < 200


def _day(claim: Claim) -> datetime.date:
    moment = claim.published
    assert moment is not None
    return moment.date() if isinstance(moment, datetime.datetime) else moment


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
        return None if equal else f"a {one.kind} is no {other.kind}"
    if one.kind != other.kind and not {one.kind, other.kind} <= {*SHARES} and {one.kind, other.kind} != {*CALENDAR}:
        return f"a {one.kind} is no {other.kind}"
    if one.unit != other.unit and one.kind not in SHARES and not measures.comparable(one.unit, other.unit) \
            and not measures.doubtful(one.unit, other.unit):
        return f"{one.unit or one.kind} cannot be laid beside {other.unit or other.kind}"
    if (one.unit == "percentage point") != (other.unit == "percentage point") and one.kind == "percent" == other.kind \
            and not measures.comparable(one.unit, other.unit):
        return "percent are no percentage points"
    lasting = one.date_relation == other.date_relation == "until"                    # what is closed until May will be so until May
    ahead = still_to_come(left, right) or still_to_come(right, left)
    if (one.modality == "planned") != (other.modality == "planned") and not (equal and one.kind in TERMS) and not lasting and not ahead:
        return "one is planned, the other is told as a fact"
    if left.key.dimension == "length" and _pointing(of_one, of_other):
        return "they are distances from different places"
    if (one.trend is None) != (other.trend is None) and one.move is None and other.move is None and one.kind != "count":
        return "one is a change, the other a level"
    if one.trend and other.trend and {of_one.neighbours[NEIGHBOURS - 1], of_other.neighbours[NEIGHBOURS - 1]} == {"by", "to"}:
        return "one is a change, the other what it led to"
    return None


def _owners_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """"Hale scored 14 points", "Tarn scored 14 points": what two names own is two things, equal or not."""
    mine, theirs = left.key.entity, right.key.entity
    if left.mention.kind in ("count", *CALENDAR) or not mine or not theirs or mine not in one.names or theirs not in other.names:
        return None
    return None if mine in other.maybe or theirs in one.maybe else f"{mine} is not {theirs}"


def _roles_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    mine, theirs = left.mention, right.mention
    if _further(left) or _further(right):
        return "one of them is an addition to another number"
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
    return mention.role == "part" and (mention.entity_start is None or mention.entity_start < mention.start)


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


def _one_place(left: Claim, right: Claim, one: Features, other: Features) -> bool:
    here, there = set((left.key.place or "").lower().split()), set((right.key.place or "").lower().split())
    if (here ^ there) & PARTS:
        return False
    return bool(here & there) or here <= other.maybe or there <= one.maybe
