"""Ranges that run backwards, days that a duration does not fill, days told in the wrong tense; and what makes a date sure."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factcheck.checks.algebra import show
from factcheck.checks.kinds.finding import conflict, said
from factcheck.checks.kinds.said import Said, ends
from factcheck.checks.kinds.templates import Hit, cued, hits
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Interval, Number, Range, Verdict

Json = dict[str, Any]

YEARS = re.compile(r"#(\d{4}) ?$")
YEARLESS = re.compile(r"XXXX-(?P<day>\d\d-\d\d)$")
FIRST, LAST = 1000, 2100        # numbers that may be years


def _may_range(sentence: Said) -> bool:
    """Whether two dates, a date in brackets, a move of years or a day to hold against the day of publication is there at all."""
    dates = sum(claim.mention.kind == "date" for claim in sentence.claims)
    if dates > 1 or any(map(ends, sentence.claims)):
        return True
    return dates == 1 and ("(" in sentence.quote or sentence.claims[0].published is not None)


def ranges(group: Group, sentence: Said) -> Iterator[Verdict]:
    """A sentence → a conflict for each range, length or tense in it that cannot be."""
    if not _may_range(sentence) or not cued(sentence, "chronology"):
        return
    for hit in hits(sentence, "chronology"):
        if "past" in hit.words or "ahead" in hit.words:
            yield from _tense(group, hit)
        elif "years" in hit.words:
            yield from _years(group, hit)
        elif "early" in hit.words:
            yield from _told_order(group, hit)
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


def _told_order(group: Group, hit: Hit) -> Iterator[Verdict]:
    """"It ended on 3 March 2022, two weeks after it began on 10 March 2022": what is told as the later must be it."""
    early, late = hit.claim("early"), hit.claim("late")
    if sure(early) and sure(late) and has_year(early) and has_year(late):
        message = f"{said(late)} is told to be after {said(early)}: that cannot be."
        yield from conflict(group, ordered(early, late), message, [early], [late])


def _backwards(group: Group, hit: Hit) -> Iterator[Verdict]:
    """From a later date to an earlier one."""
    first, second = hit.claim("first"), hit.claims["second"]
    if not sure(first):
        return
    if second is None:
        year = YEARS.match(hit.words["second"])
        if not year or first.mention.interval is None or first.mention.interval.granularity != "year":
            return
        trail = Trail()
        trail.take("order", {"first": days(first), "second": _year(year[1])})
        trail.take("outcome", reads=("relation",))
        yield from conflict(group, trail, f"{said(first)} to “{year[1]}” runs backwards.", [first])
        return
    if not sure(second) or not _same_fineness(first, second):
        return
    yield from conflict(group, ordered(first, second), f"{said(first)} to {said(second)} runs backwards.", [first], [second])


def _same_fineness(first: Claim, second: Claim) -> bool:
    """Whether both dates are sure: of one granularity, and with their own years or in one month."""
    one, other = known(first), known(second)
    assert one is not None and other is not None and one.start is not None and other.start is not None
    if one.granularity != other.granularity:
        return False
    return all(has_year(claim) for claim in (first, second)) or one.start[:7] == other.start[:7]


def _length(group: Group, hit: Hit) -> Iterator[Verdict]:
    """"The three-day fair runs from 4 to 6 June": counted with the last day or without."""
    length, first, second = hit.claims["length"], hit.claim("first"), hit.claim("second")
    given = _in_days(length)
    if given is None or not sure(first) or not sure(second) or not to_the_day(first, second):
        return
    start, end = days(first)["start"], days(second)["end"]
    if end < start:
        return
    trail = Trail()
    trail.take("days", {"start": start, "end": end})
    trail.take("written", {"side": "right", **given, "words": hit.words["length"] if length is None else length.mention.text})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    inclusive = (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(start)).days + 1
    message = f"{said(first)} to {said(second)} is {inclusive} days; the text says {said(length, hit.words['length'])}."
    yield from conflict(group, trail, message, [first, second], *([[length]] if length is not None else []))


def _in_days(length: Claim | None) -> Json | None:
    """A length → days as the step `written` takes them; a week may be a working week; "week-long" makes no claim and is one week."""
    number, unit = (length.mention.number, length.mention.unit) if length is not None else (Range(Decimal(1), Decimal(1)), "week")
    if number is None or number.low is None or number.low != number.high or (length is not None and length.mention.modifier != "exact"):
        return None
    given = {"kind": "ordinal", "precision": None}
    if unit == "day":
        return {**given, "number": {"low": show(number.low), "high": show(number.low)}, "modifier": "exact"}
    if unit != "week":
        return None
    return {**given, "number": {"low": show(number.low * 7 - 3), "high": show(number.low * 7 + 1)}, "modifier": "between"}


def _tense(group: Group, hit: Hit) -> Iterator[Verdict]:
    """A day after publication told as past, or one before it told as future."""
    claim = hit.claim("day")
    if claim.published is None or claim.headline or not has_year(claim) or not to_the_day(claim, claim) or claim.mention.timex_mod:
        return
    published = datetime.date.fromisoformat(claim.published.isoformat()[:10])
    trail = Trail()
    if "past" in hit.words:
        limit = (published + datetime.timedelta(1)).isoformat()
        trail.take("order", {"first": days(claim), "second": {"start": limit, "end": limit, "words": "published"}})
        message = f"{said(claim)} is told as past, the article is of {published.isoformat()}."
    else:
        limit = (published - datetime.timedelta(1)).isoformat()
        trail.take("order", {"first": {"start": limit, "end": limit, "words": "published"}, "second": days(claim)})
        message = f"{said(claim)} is told as still to come, the article is of {published.isoformat()}."
    trail.take("outcome", reads=("relation",))
    yield from conflict(group, trail, message, [claim])


def known(claim: Claim) -> Interval | None:
    """The days of a date; of a day without a year, in an article without a date, those of a leap year: enough to count and to order."""
    interval = claim.mention.interval
    found = YEARLESS.match(claim.mention.timex or "")
    if found is None or interval is None or interval.start is not None:
        return interval
    day = f"2000-{found['day']}"
    return Interval(day, day, "day")


def sure(claim: Claim) -> bool:
    """Whether a date is sure: both ends known, no "early" or "about", told as a fact, no longer than a year."""
    mention, interval = claim.mention, known(claim)
    return bool(interval and interval.start and interval.end and interval.granularity in ("day", "month", "year")
                and not mention.timex_mod and mention.modality != "denied" and not mention.negated)


def ordered(first: Claim, second: Claim) -> Trail:
    """What must come first and what must come later → the trail to whether it can be."""
    trail = Trail()
    trail.take("order", {"first": days(first), "second": days(second)})
    trail.take("outcome", reads=("relation",))
    return trail


def days(claim: Claim) -> Json:
    """A date with both ends → its interval as the step `order` takes it."""
    interval = known(claim)
    assert interval is not None
    return {"start": interval.start, "end": interval.end, "words": claim.mention.text}


def has_year(claim: Claim) -> bool:
    """Whether a date says its year itself."""
    return bool(re.search(r"(?<!\d)\d{4}(?!\d)", claim.mention.text))


def to_the_day(first: Claim, second: Claim) -> bool:
    """Whether both dates are known to the day."""
    intervals = [known(claim) for claim in (first, second)]
    return all(interval is not None and interval.start and interval.end and interval.granularity == "day" for interval in intervals)
