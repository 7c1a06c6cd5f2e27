"""Two claims of one sort in, what leaves open whether they speak of one thing out: it forbids a conflict, not that equal figures agree."""
from __future__ import annotations

import datetime
from fractions import Fraction

from factcheck import measures
from factcheck.claims.same import aspects, rows
from factcheck.claims.words import calendar, lemma, weekdays
from factcheck.data import listed, load
from factcheck.groups.apart import one_time
from factcheck.groups.bags import alike, bag, common
from factcheck.groups.clause import CALENDAR
from factcheck.groups.days import each_day, one_day_of_some_year
from factcheck.groups.features import Features, strangers
from factcheck.groups.narrow import told_apart
from factcheck.groups.parts import aspects_differ
from factcheck.groups.times import day_and_year
from factcheck.groups.weigh import one_event, one_scene
from factcheck.groups.wholes import MANY
from factcheck.model import Claim

PARTS = listed("qualifiers", "parts")
SIZES = frozenset(["area", "volume", "size", "distance", "length", "height", "width", "depth", "weight"])      # measured, no thing
ENDS = tuple(".!?”\"")     # of a sentence that is no headline
OWN_NEWS = 14           # days between two articles


def unsure(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What forbids a conflict, though two equal figures may agree."""
    return qualified(left, right, one, other) or _not_plain(left, right, one, other)


def qualified(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What forbids a conflict even where a rule says that both speak of one thing: another measure, event or certainty."""
    mine, theirs = left.mention, right.mention
    if measures.doubtful(mine.unit, theirs.unit):
        return f"{mine.unit} may or may not be {theirs.unit}"
    if lone := (_lone(one, other, right) | _lone(other, one, left)) - _counted(left, right):
        return f"only one of them says {', '.join(sorted(lone))}"
    if mine.kind == "count" and one.skeleton != other.skeleton and (_bare(left, one) or _bare(right, other)):
        return "it is not said what is counted"
    narrower = (one.kind - other.kind - other.words) | (other.kind - one.kind - one.words)
    if narrower and (mine.kind == "count" or left.quote[-1:] in ENDS and right.quote[-1:] in ENDS):         # headlines are short
        return f"only one of them counts {' '.join(sorted(narrower))} ones"
    if mine.kind == "count" and (mine.whole is None) != (theirs.whole is None) and not mine.role == theirs.role == "part":
        return "one of them is told as a part of a number"
    if mine.trend and theirs.trend and day_and_year(left.key.time, right.key.time):
        return "one is the change of a day, the other of a year"
    if one.able != other.able:
        return "one of them says what can be, the other what is"
    if one.tags and other.tags and one.tags.isdisjoint(other.tags):
        return "the names in the sentences have other numbers"
    if (mine.role == "addition") != (theirs.role == "addition"):
        return "one of them adds to another number"
    if (one.other_event - other.other_event - other.words) | (other.other_event - one.other_event - one.words):
        return "one of them speaks of another event"
    if mine.modality != theirs.modality and not one.denied and not other.denied and not one_time(left, right, one, other):
        return f"one is {mine.modality}, the other {theirs.modality}"
    return None


def _lone(one: Features, other: Features, claim: Claim) -> set[str]:
    """The qualifiers of one that the other does not have, nor a synonym of; several countries are only not the one that it names."""
    return {mark for mark in one.marks - other.marks - other.words if rows(mark).isdisjoint(other.content.wide)
            and (claim.key.place is not None or not mark.startswith(MANY))}


def _counted(left: Claim, right: Claim) -> set[str]:
    """What both count, by name: "civilians" and "people" are compared as a part and its whole."""
    return {left.key.entity, right.key.entity} if left.key.entity and right.key.entity else set()


def _not_plain(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What leaves open, by the words alone, whether both speak of one thing."""
    mine = left.mention
    if one.skeleton != other.skeleton and (names := strangers(one, other)):
        return f"only one of them names {names[0]}, only the other {names[1]}"
    if mine.kind == "score" and (doubt := _not_final(one, other)):
        return doubt
    if mine.kind == "ordinal":
        return "a rank is compared with itself only"
    if mine.kind not in CALENDAR and each_day(left, right, one, other):
        return "each day has its own"
    if beside := (_other_day if mine.kind in CALENDAR else _other_figures)(left, right, one, other):
        return beside
    if one.skeleton != other.skeleton and (doubt := _told_otherwise(left, right, one, other)):
        return doubt
    if (
        mine.kind not in ("count", *CALENDAR)
        and (one.neighbours != other.neighbours or _one_size(left, right))
        and (aspect := _measures_apart(left, right, one, other))
    ):
        return aspect
    if mine.kind == "count" and aspects_differ(left, right, one, other):
        return f"{left.key.property or 'a number'} is not plainly {right.key.property or 'a number'}"
    if left.key.place and right.key.place and not _one_place(left, right, one, other):
        return f"{left.key.place} is not {right.key.place}"
    if mine.kind == "age" and one.skeleton != other.skeleton and not _one_year(left, right):
        return "ages move with the years"
    happened = alike(one.verb, other.verb) and not alike(one.verb, "have")                   # "signed for 60 million in 2006"
    if not (happened and bool(one.bare) != bool(other.bare)) and (_year_alone(left, right) or _year_alone(right, left)):
        return "only one of them names the year"
    return None


def _told_otherwise(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What in sentences that do not read alike leaves open whether one thing was done by one."""
    if doubt := _leads_apart(one, other) or _done(left, right, one, other) or told_apart(left, right, one, other):
        return doubt
    if left.key.property not in aspects() and _doers_apart(one, other):
        return f"{one.subject[-1]} is not {other.subject[-1]}"
    return None


def _other_day(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What leaves open whether two dates are of one thing."""
    mine, since = left.mention, "since" in (left.mention.date_relation, right.mention.date_relation)
    if mine.text.lower() == right.mention.text.lower() and not any(c.isdecimal() for c in mine.text):
        return f"each says “{mine.text}” of its own day"
    if "part" in (_grain(left), _grain(right)):
        return "a part of the day has no sharp ends"
    if one.neighbours != other.neighbours and not one_event(one, other) and not one_scene(one, other):
        return "it is not plain that the same happened"
    if since and mine.date_relation != right.mention.date_relation and not alike(one.verb, other.verb):
        return "it is not plain that the same began"
    if _own_days(left, right):
        return "each says when its own news was"
    if one_day_of_some_year(left, right):
        return "only one of them says the year"
    return "the figures beside the dates differ" if one.beside and other.beside and one.beside.isdisjoint(other.beside) else None


def _other_figures(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """What leaves open whether two numbers are of one thing: all that stands beside them differs, or who did it."""
    few = 1 if left.key.property in aspects() else 0
    if min(len(one.figures), len(other.figures)) > few and one.figures.isdisjoint(other.figures):
        return "no other figure of the two sentences agrees"
    here, there = one.after - one.voice, other.after - other.voice
    told = (here <= other.names and other.figures) or (there <= one.names and one.figures)      # beside a figure of its own
    if here and there and here.isdisjoint(there) and told:
        return f"{' '.join(sorted(here))} and {' '.join(sorted(there))} have their own figures"
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
    if one.lead & other.names or other.lead & one.names:
        return False
    turned = one.subject and other.subject and (one.subject[-1] in other.content.words or other.subject[-1] in one.content.words)
    return bool(one.subject and other.subject and one.verb and other.verb and alike(one.verb, other.verb)
                and not turned and not common(bag(one.subject), bag(other.subject)))


def _measures_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """"A capacity of 50 megawatts", "produces 210 megawatt-hours a day": neither what is measured nor the verb is one."""
    signs = {word for words in load("lang.en.qualifiers")["signs"].values() for word in words}
    mine = [word for word in (left.key.entity, left.key.property, one.verb) if word]
    theirs = [word for word in (right.key.entity, right.key.property, other.verb) if word]
    things = left.key.entity, right.key.entity
    known = things[0] in other.words and things[1] in one.words if _one_size(left, right) else (
        things[0] in other.words or things[1] in one.words)
    if all(things) and not alike(*things) and not known and not signs & set(things):
        return f"{things[0]} is not plainly {things[1]}"
    if left.mention.kind == "money" and (_named_alone(left, right, other) or _named_alone(right, left, one)):
        return "only one of them says what the money is"
    if not mine or not theirs or common(bag(mine), bag(theirs)) or (signs & set(mine) and signs & set(theirs)):
        return None
    return f"{mine[0]} is not plainly {theirs[0]}"


def _named_alone(claim: Claim, other: Claim, there: Features) -> bool:
    """"A fine of 3 million": a name for the sum, which the other sentence does not give to its own nor mention."""
    thing = claim.key.entity
    return (thing is not None and thing == claim.key.property and thing not in there.words and rows(thing).isdisjoint(there.content.wide)
            and (other.key.entity is None or other.key.entity in there.names))


def _one_size(left: Claim, right: Claim) -> bool:
    """Whether both name one size of something: "the tower is 120 metres high", "its antenna is 20 metres high"."""
    sizes = load("lang.en.same")["measured"]
    return left.key.property in sizes and left.key.property == right.key.property and not {left.key.entity, right.key.entity} & SIZES


def _leads_apart(one: Features, other: Features) -> str | None:
    """"Orlen Steel has …", "Lindmar Steel has …": two names that share a word and have one of their own each."""
    mine, theirs = one.lead - other.lead - other.words, other.lead - one.lead - one.words
    if one.lead & other.lead and mine and theirs and listed("qualifiers", "titled").isdisjoint(mine | theirs):
        return f"{min(mine)} is not plainly {min(theirs)}"
    return None


def _done(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """"Had 12,000 men", "lost 3,000 men"; "carries 640 passengers", "carried 210"."""
    if left.mention.kind != "count" or one.verb is None or other.verb is None or None in (one.between, other.between):
        return None
    having = listed("qualifiers", "having")
    if "have" in (one.verb, other.verb) and not {one.verb, other.verb} <= having and not alike(one.verb, other.verb):
        return f"{one.verb} is not {other.verb}"
    usual = {one.usual, other.usual} == {True, False} and one.verb == other.verb and one.verb in having
    return "one tells of what is usual, the other of what was" if usual else None


def _bare(claim: Claim, of: Features) -> bool:
    """Whether nothing says what is counted: no noun, or a proper name where a noun should be."""
    return (claim.key.entity is None and claim.key.property is None) or (claim.key.entity or "") in of.names


def _grain(claim: Claim) -> str | None:
    return claim.mention.interval.granularity if claim.mention.interval else None


def _one_year(left: Claim, right: Claim) -> bool:
    if left.published is None and right.published is None:                  # two reports of one event, and ages years apart
        ages = [claim.mention.number.low for claim in (left, right) if claim.mention.number is not None]
        return None not in ages and len(ages) == 2 and abs(Fraction(ages[0]) - Fraction(ages[1])) > 1  # type: ignore[arg-type]
    return left.published is not None and right.published is not None and abs((_day(left) - _day(right)).days) < 200


def _day(claim: Claim) -> datetime.date:
    moment = claim.published
    assert moment is not None
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _own_days(left: Claim, right: Claim) -> bool:
    """"On Thursday", "today", in two articles weeks apart: each tells of the day before it was published."""
    if left.published is None or right.published is None or abs((_day(left) - _day(right)).days) < OWN_NEWS:
        return False
    months = calendar() - weekdays()
    return all(not any(c.isdecimal() for c in claim.mention.text) and months.isdisjoint(claim.mention.text.lower().split())
               for claim in (left, right))


def _one_place(left: Claim, right: Claim, one: Features, other: Features) -> bool:
    here, there = set((left.key.place or "").lower().split()), set((right.key.place or "").lower().split())
    if (here ^ there) & PARTS:
        return False
    return bool(here & there) or here <= _near(other) or there <= _near(one)


def _near(of: Features) -> frozenset[str]:
    """The names of a sentence but for those that stand in another part of it."""
    return frozenset(name for name in of.maybe if lemma(name) in of.near.words or lemma(name) in of.core.words)
