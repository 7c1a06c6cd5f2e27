"""`chronology`: what must come first, told with a later date; ranges that run backwards; days that a duration does not fill.

    fails     The suspect was arrested on 14 May 2024 and released on 12 May 2024.
    fails     The author was born in 1874 and published her first novel in 1869.
    fails     The five-day fair runs from 4 to 6 June.
    passes    The hearing will be held on 25 June 2023; it was announced on 12 June.
    silent    The plant opened in 1987, replacing one that had closed in 1979.             two plants

Which verbs have an order is data, and both must have one subject: the second verb follows the first date with nothing but an "and" or a
pronoun between. Gets wrong: two persons who share a pronoun.
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.checks.kinds.finding import amount, conflict, once, said
from factcheck.checks.kinds.said import Said, continued, ends, skeleton
from factcheck.checks.kinds.templates import Hit, cued, hits, phrases, table
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Number, Verdict

Json = dict[str, Any]
YEARS = re.compile(r"#(\d{4}) ?$")
DATE = re.compile(r"<d(\d+)> ")
MARKS = re.compile(r"[<#;:(]|, .*, ")
NAMED = 5               # words of a subject that follows its participle, with the comma
NEAR = 60               # days between two dates without a year
FIRST, LAST = 1000, 2100        # numbers that may be years
LONG_UNITS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Event:
    """A verb and its date: the name of the event, where its verb stands in the row and where its date ends."""

    name: str
    claim: Claim
    verb: int
    end: int


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each order of dates that cannot be."""
    every = continued(group.claims, phrases("pronouns", "chronology"))
    return once(verdict for sentence in every if sentence.kinds() & {"date", "count"}
                for verdict in (*_events(group, sentence), *_ranges(group, sentence)))


def _events(group: Group, sentence: Said) -> Iterator[Verdict]:
    """Two dates of one subject, the second verb told right after the first date."""
    if sum(claim.mention.kind == "date" for claim in sentence.claims) < 2:
        return
    row = skeleton(sentence)
    events = list(_dated(sentence, row))
    for first, second in zip(events, events[1:], strict=False):
        if not _one_subject(row, first, second) or not _comparable(first.claim, second.claim):
            continue
        for before, after in _orders():
            if (first.name, second.name) == (before, after) or (before == "born" and (first.name, second.name) == (after, before)):
                earlier, later = (first, second) if first.name == before else (second, first)
                yield from _order(group, earlier, later)


def _dated(sentence: Said, row: str) -> Iterator[Event]:
    """Each date that has a verb of the table between the date before it and itself."""
    at = 0
    for found in DATE.finditer(row):
        claim = sentence.claims[int(found[1])]
        words = row[at:found.start()]
        verbs = [(match.start(), _verbs()[match[1]]) for match in _verb().finditer(words)]
        if verbs and _whole(claim):
            start, name = verbs[-1]
            yield Event(name, claim, at + start, found.end())
        at = found.end()


def _whole(claim: Claim) -> bool:
    """Whether a date is sure: both ends known, no "early" or "about", told as a fact, no longer than a year."""
    mention, interval = claim.mention, claim.mention.interval
    return bool(interval and interval.start and interval.end and interval.granularity in ("day", "month", "year")
                and not mention.timex_mod and mention.modality != "denied" and not mention.negated)


def _one_subject(row: str, first: Event, second: Event) -> bool:
    """Whether only words that go on with the same subject stand between a date and the next verb ("…, closed in 1940", "and he died").

    A sentence that begins with its participle names its subject only then: "Opened in 1950, the mill closed in 1940."
    """
    between = row[first.end:second.verb].split()
    if first.verb == 0 and between[:1] == [","]:
        other = MARKS.search(row[first.end:second.verb]) or not set(between).isdisjoint(phrases("another", "chronology"))
        return len(between) <= NAMED and not other
    return all(word in phrases("goes on", "chronology") for word in between)


@cache
def _verbs(lang: str = "en") -> dict[str, str]:
    return {form: name for name, forms in table("chronology", lang)["verbs"].items() for form in (name, *forms)}


@cache
def _verb(lang: str = "en") -> re.Pattern[str]:
    return re.compile("(?<!\\S)(" + "|".join(re.escape(form) for form in sorted(_verbs(lang), key=lambda form: -len(form))) + ")(?= )")


@cache
def _orders(lang: str = "en") -> tuple[tuple[str, str], ...]:
    return tuple((before, after) for before, later in table("chronology", lang)["orders"].items() for after in later)


def _order(group: Group, earlier: Event, later: Event) -> Iterator[Verdict]:
    trail = _ordered(earlier.claim, later.claim)
    message = f"{later.name.capitalize()} ({said(later.claim)}) before {earlier.name} ({said(earlier.claim)}): that cannot be the order."
    yield from conflict(group, trail, message, [earlier.claim], [later.claim])


def _ordered(first: Claim, second: Claim) -> Trail:
    trail = Trail()
    trail.take("order", {"first": _days(first), "second": _days(second)})
    trail.take("outcome", reads=("relation",))
    return trail


def _days(claim: Claim) -> Json:
    interval = claim.mention.interval
    assert interval is not None
    return {"start": interval.start, "end": interval.end, "words": claim.mention.text}


def _may_range(sentence: Said) -> bool:
    """Whether two dates, a date in brackets, a move of years or a day to hold against the day of publication is there at all."""
    dates = sum(claim.mention.kind == "date" for claim in sentence.claims)
    if dates > 1 or any(map(ends, sentence.claims)):
        return True
    return dates == 1 and ("(" in sentence.quote or sentence.claims[0].published is not None)


def _ranges(group: Group, sentence: Said) -> Iterator[Verdict]:
    if not _may_range(sentence) or not cued(sentence, "chronology"):
        return
    for hit in hits(sentence, "chronology"):
        if "past" in hit.words or "ahead" in hit.words:
            yield from _tense(group, hit)
        elif "years" in hit.words:
            yield from _years(group, hit)
        elif "length" in hit.words:
            yield from _length(group, hit)
        else:
            yield from _backwards(group, hit)


def _years(group: Group, hit: Hit) -> Iterator[Verdict]:
    """"The siege lasted from 1645 to 1639": two numbers that were read as a move, and are years."""
    claim = hit.claim("years")
    moved = ends(claim)
    if moved is None or claim.mention.unit or claim.mention.entity_head or not (_may_be_year(moved.start) and _may_be_year(moved.end)):
        return
    trail = Trail()
    trail.take("order", {"first": _year(str(moved.start)), "second": _year(str(moved.end))})
    trail.take("outcome", reads=("relation",))
    yield from conflict(group, trail, f"{said(claim)} runs backwards.", [claim])


def _may_be_year(number: Number) -> bool:
    return FIRST <= number <= LAST and number == int(number)


def _year(digits: str) -> Json:
    return {"start": f"{digits}-01-01", "end": f"{digits}-12-31", "words": digits}


def _backwards(group: Group, hit: Hit) -> Iterator[Verdict]:
    """From a later date to an earlier one."""
    first, second = hit.claim("first"), hit.claims["second"]
    if not _whole(first):
        return
    if second is None:
        year = YEARS.match(hit.words["second"])
        if not year or first.mention.interval is None or first.mention.interval.granularity != "year":
            return
        trail = Trail()
        trail.take("order", {"first": _days(first), "second": _year(year[1])})
        trail.take("outcome", reads=("relation",))
        yield from conflict(group, trail, f"{said(first)} to “{year[1]}” runs backwards.", [first])
        return
    if not _whole(second) or not _same_fineness(first, second):
        return
    yield from conflict(group, _ordered(first, second), f"{said(first)} to {said(second)} runs backwards.", [first], [second])


def _same_fineness(first: Claim, second: Claim) -> bool:
    """Whether both dates are sure: of one granularity, and with their own years or in one month."""
    one, other = first.mention.interval, second.mention.interval
    assert one is not None and other is not None and one.start is not None and other.start is not None
    if one.granularity != other.granularity:
        return False
    return all(_has_year(claim) for claim in (first, second)) or one.start[:7] == other.start[:7]


def _comparable(first: Claim, second: Claim) -> bool:
    """Whether both have their own years, or neither has and they lie near: the reader then counts both from one day."""
    years = {_has_year(claim) for claim in (first, second)}
    if years == {True}:
        return True
    if years == {True, False} or not _to_the_day(first, second):
        return False
    return abs((datetime.date.fromisoformat(_days(first)["start"]) - datetime.date.fromisoformat(_days(second)["start"])).days) < NEAR


def _has_year(claim: Claim) -> bool:
    return bool(re.search(r"(?<!\d)\d{4}(?!\d)", claim.mention.text))


def _length(group: Group, hit: Hit) -> Iterator[Verdict]:
    """"The three-day fair runs from 4 to 6 June": counted with the last day or without."""
    length, first, second = hit.claim("length"), hit.claim("first"), hit.claim("second")
    unit = LONG_UNITS.get(length.mention.unit or "")
    if unit is None or not _whole(first) or not _whole(second) or length.mention.number is None or not _to_the_day(first, second):
        return
    start, end = _days(first)["start"], _days(second)["end"]
    if end < start:
        return
    trail = Trail()
    trail.take("days", {"start": start, "end": end, "unit_days": str(unit)})
    exact = {"precision": None, "kind": "ordinal"} if unit == 1 else {"precision": "1", "kind": "duration"}
    trail.take("written", {"side": "right", **amount(hit, "length"), **exact})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    days = (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(start)).days + 1
    message = f"{said(first)} to {said(second)} is {days} days; the text says {said(length)}."
    yield from conflict(group, trail, message, [first, second], [length])


def _to_the_day(first: Claim, second: Claim) -> bool:
    intervals = [claim.mention.interval for claim in (first, second)]
    return all(interval is not None and interval.start and interval.end and interval.granularity == "day" for interval in intervals)


def _tense(group: Group, hit: Hit) -> Iterator[Verdict]:
    """A day after publication told as past, or one before it told as future."""
    claim = hit.claim("day")
    if claim.published is None or claim.headline or not _has_year(claim) or not _to_the_day(claim, claim) or claim.mention.timex_mod:
        return
    published = datetime.date.fromisoformat(claim.published.isoformat()[:10])
    trail = Trail()
    if "past" in hit.words:
        limit = (published + datetime.timedelta(1)).isoformat()
        trail.take("order", {"first": _days(claim), "second": {"start": limit, "end": limit, "words": "published"}})
        message = f"{said(claim)} is told as past, the article is of {published.isoformat()}."
    else:
        limit = (published - datetime.timedelta(1)).isoformat()
        trail.take("order", {"first": {"start": limit, "end": limit, "words": "published"}, "second": _days(claim)})
        message = f"{said(claim)} is told as still to come, the article is of {published.isoformat()}."
    trail.take("outcome", reads=("relation",))
    yield from conflict(group, trail, message, [claim])
