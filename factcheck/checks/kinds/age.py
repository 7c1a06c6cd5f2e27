"""`age`: a birth, a later day and the age on it; with years only the age may be one of two.

    fails     She was born on 9 May 1990 and won the title on 2 May 2008 at the age of 19.       17
    passes    The sculptor, born in 1927, died in 1999 at the age of 71.                         71 or 72
    silent    Born in 1961, he won his first race at the age of 19.                              no day to count to
    silent    He was born in 1961 to a 19-year-old mother.                                       another person's age

The later day is the one beside the age, or, for an age that is true now ("Anna Bell, 62, …"), the day of publication. One birth and
one age a sentence. Gets wrong: two persons of one sentence where only one's birth and the other's age are given.
"""
from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from factcheck.checks import arithmetic
from factcheck.checks.kinds.finding import amount, conflict, once, said, shown
from factcheck.checks.kinds.said import Said, continued, skeleton
from factcheck.checks.kinds.templates import Hit, cued, finder, hits, phrases
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Verdict

Json = dict[str, Any]
OLDEST = 125
FINE = ("day", "month", "year", "week", "weekend", "quarter", "season", "half")


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each age that nobody of that birth had on that day."""
    every = continued(group.claims, phrases("pronouns", "age"))
    return once(verdict for sentence in every if _birth_and_age(sentence) for verdict in _sentence(group, sentence))


def _birth_and_age(sentence: Said) -> bool:
    return not sentence.kinds().isdisjoint(("date", "age")) and cued(sentence, "age")


def _sentence(group: Group, sentence: Said) -> Iterator[Verdict]:
    found = list(hits(sentence, "age"))
    births = {hit.words["birth"]: hit for hit in found if "birth" in hit.words}
    if len(births) != 1 or finder("kin", "age").search(skeleton(sentence)):
        return
    (born,) = births.values()
    birth = born.claims["birth"]
    start = _interval(birth) if birth is not None else _year(born.words["birth"])
    ages = [claim for claim in sentence.claims if claim.mention.kind == "age"]
    for hit in found:
        age = hit.claims.get("age")
        if age is None or len(ages) > 1 or start is None or not _an_age(age):
            continue
        if "made" in born.words and ("turns" in hit.words or "turn" in hit.words.get("now", "")):    # its anniversary says so
            continue
        event = hit.claims.get("event")
        if "gap" in hit.words and finder("breaks", "age").search(hit.words["gap"] + " "):
            continue
        turning = "turns" in hit.words
        if "now" in hit.words and event is None:
            day = _published(age)
            if day is not None and not hit.words["now"].startswith("is") and _true_then(sentence, birth, age, start):
                continue
        else:
            day = _interval(event) if event is not None and event is not birth and _known(event) else None
        if day is None:
            continue
        yield from _verdict(group, hit, born, start, age, event, day, turning)


def _verdict(group: Group, hit: Hit, born: Hit, start: Json, age: Claim, event: Claim | None, day: Json,
             turning: bool) -> Iterator[Verdict]:
    if day["end"] < start["start"]:
        return
    birth = born.claims["birth"]
    trail = Trail()
    trail.take("age", {"start": start, "end": day, "turning": turning})
    trail.take("written", {"side": "right", **amount(hit, "age"), "kind": "age"})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    when = f"on {said(event)}" if event is not None else f"on the day of publication, {day['start']}"
    message = f"Born {said(birth, born.words['birth'])}, the age is {shown(trail.state['left_span'])} {when}; the text says {said(age)}."
    days = [claim for claim in (birth, event) if claim is not None]
    yield from conflict(group, trail, message, *([days] if days else []), [age])


def _year(word: str) -> Json | None:
    """"#1810" → that year, when it is one."""
    digits = word.lstrip("#")
    return {"start": f"{digits}-01-01", "end": f"{digits}-12-31"} if len(digits) == 4 and digits.isdecimal() and digits[0] in "12" else None


def _an_age(claim: Claim) -> bool:
    """Whether a number may be an age: read as one, or bare ("The judge, 80, …")."""
    mention = claim.mention
    number = mention.number.low if mention.number is not None else None
    bare = mention.entity_start is None or mention.entity_start < mention.start
    return mention.kind == "age" or (number is not None and 0 < number < OLDEST and mention.unit is None and bare)


def _true_then(sentence: Said, birth: Claim | None, age: Claim, start: Json) -> bool:
    """Whether the age may be true of another day that the sentence names than that of publication."""
    number = age.mention.number
    days = [_interval(claim) for claim in sentence.claims if claim is not birth and claim.mention.kind == "date"]
    spans = [arithmetic.years(start, day) for day in days if day is not None and day["end"] >= start["start"]]
    return number is None or number.low is None or any(Fraction(span["low"]) <= number.low <= Fraction(span["high"]) for span in spans)


def _known(claim: Claim) -> bool:
    return _interval(claim) is not None


def _interval(claim: Claim) -> Json | None:
    """The days that a date names, when its year is said or sure."""
    interval = claim.mention.interval
    if interval is None or not interval.start or not interval.end or interval.granularity not in FINE or claim.mention.timex_mod:
        return None
    return {"start": interval.start[:10], "end": interval.end[:10]}


def _published(claim: Claim) -> Json | None:
    if claim.published is None:
        return None
    day = claim.published.isoformat()[:10]
    return {"start": day, "end": day}
