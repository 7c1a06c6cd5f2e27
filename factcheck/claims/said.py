"""A date or time and whether its article is dated → what its own words say of it, without what only the story around it suggests.

"June" in an undated article is a June of some year, whatever year the paragraph before spoke of; "3 p.m." is a time of the clock, whatever
day it belongs to, unless it names it ("8 p.m. Friday"). What is resolved from the day of publication is kept.
"""
from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from factcheck.claims.words import calendar, weekdays
from factcheck.model import Claim, Interval, Mention

YEAR = re.compile(r"\d{4}|\d\ds\b|\d(?:st|nd|rd|th)\b.*century|century|BC|AD|’\d\d|'\d\d|\d/\d|\d-\d")   # "1990s" "19th century" "3/5/12"
CLOCK = re.compile(r"T\d\d(?::\d\d)?(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$")
WORD = re.compile(r"[^\W\d_]+")


class Said(NamedTuple):
    """What is said: an interval where the words and the day of publication give one, and the TIMEX3 value that goes with it."""

    interval: Interval | None
    timex: str | None


def said(mention: Mention, published: datetime.date | None) -> Said:
    """A date or time, and the day its article was published → what may be compared of it."""
    interval, timex = mention.interval, mention.timex
    if mention.kind == "time":
        return _clock(mention) if published is None or not _names_its_day(mention) else Said(interval, timex)
    if published is not None or YEAR.search(mention.text) or timex is None:
        return Said(interval if interval and (interval.start or interval.end) else None, timex)
    day = datetime.date.fromisoformat(interval.start[:10]) if interval and interval.start and interval.granularity == "day" else None
    words = {word.lower() for word in WORD.findall(mention.text)}
    if not words & calendar():
        return Said(None, timex if timex.startswith("XXXX") else None)
    if day is not None:
        weekday = bool(words & weekdays()) and not any(character.isdecimal() for character in mention.text)
        return Said(None, f"XXXX-WXX-{day.isoweekday()}" if weekday else f"XXXX-{day:%m-%d}")
    return Said(None, re.sub(r"^\d{4}", "XXXX", timex))


def _names_its_day(mention: Mention) -> bool:
    """Whether a time says its day, and which one that is is known: "8 p.m. Friday"."""
    words = {word.lower() for word in WORD.findall(mention.text)}
    span = mention.interval
    return (span is not None and span.start is not None and span.start[:4].isdecimal() and span.granularity != "part"
            and not words.isdisjoint(weekdays()))


def _clock(mention: Mention) -> Said:
    """The time of day without its day."""
    interval = mention.interval
    start, end = (CLOCK.search(text) if text else None for text in ((interval.start, interval.end) if interval else (None, None)))
    timex = CLOCK.search(mention.timex or "")
    if interval is None or start is None or end is None:
        return Said(
            None, timex[0] if timex else (mention.timex or "").partition("T")[2] and "T" + (mention.timex or "").partition("T")[2] or None
        )
    return Said(Interval(start[0], end[0], interval.granularity), timex[0] if timex else start[0])


def thing_in(claim: Claim) -> tuple[int, int] | None:
    """A claim → where its quote names what is counted or measured, if it does."""
    m = claim.mention
    if m.told is not None and m.entity:
        start = m.told.find(m.entity)
        return None if start < 0 else (start, start + len(m.entity))
    if m.entity_start is None or m.entity_end is None:
        return None
    return m.entity_start - claim.quote_start, m.entity_end - claim.quote_start
