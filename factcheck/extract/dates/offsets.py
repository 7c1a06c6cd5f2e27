"""Distances in time: "two days ago", "a year earlier", "hours later", "two weeks after June 5", "the day before yesterday".

"Ago" counts from the document's date, "later" and "earlier" from the last date spoken of. The value is as fine as the unit: "two years
ago" is a year, "two weeks ago" a day in the middle of a week's width.
"""
from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.dates.amounts import amount, hedges
from factcheck.extract.dates.events import day_of_event
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.resolve import resolve, speech, story
from factcheck.extract.dates.scan import Scan, begin
from factcheck.extract.dates.timex import FINENESS, UNKNOWN, moved, point
from factcheck.extract.dates.timex import at as held_by
from factcheck.extract.dates.words import OFFSETS, OFFSETS_OF_SPEECH, UNITS
from factcheck.model import Interval

FIXED = ("dates/day", "dates/numeric", "dates/deictic", "dates/holiday", "dates/weekday", "dates/month", "dates/year")
STOPS = frozenset(["", ".", ",", ";", ")", ":", "”", "\""])
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
CLOCK_UNITS = ("H", "TM", "S")
HALF_WEEK = datetime.timedelta(days=3)
LARGER = {"M": ("Y", 12), "D": ("W", 7), "TM": ("H", 60)}
FARTHEST = 20_000            # units


def offset(scan: Scan, index: int, code: str) -> Reading | None:
    """A unit at `index` before "ago", "later", "before" …: the date so far away, or None where the distance starts at no date."""
    words, word = scan.words, scan.words[index + 1]
    half = words[index] == "half" and words[index - 2:index] == ["and", "a"] and words[index - 3] in UNITS
    if half:                                                    # "a year and a half ago"
        index, code = index - 3, UNITS[words[index - 3]]
    number, first = amount(scan, index)
    if number is not None and first < index and code in LARGER:
        number, first = _with_larger(scan, index, code, number, first)
    if half and number is not None:
        number = Fraction(number) + Fraction(1, 2)
    if number is None and first == index and not words[index].endswith("s"):
        return _neighbour(scan, index, code)
    if not scan.free(first) or (word == "from" and words[first - 1] in ("for", "lasted", "lasts", "last")):
        return None                                             # "a strike for 48 hours from Monday"
    counted_from = _base(scan, index + 1, code)
    if counted_from is None:
        return None
    base, end = counted_from
    mod, first = hedges(scan, first)
    found = Reading(first, end, "", "dates/offset", mod=mod, lean="offset")
    if number is None:
        found.timex = "PAST_REF" if OFFSETS[word] < 0 else "FUTURE_REF"
        return found
    return _counted(found, base, code, number * OFFSETS[word])


def _base(scan: Scan, at: int, code: str) -> tuple[str, int] | None:
    """The word at `at` ("ago", "later", "after") → the date that it counts from and the token where that ends, or None."""
    words, word, end = scan.words, scan.words[at], at + 1
    base = story(scan) if word not in OFFSETS_OF_SPEECH else speech(scan)
    if word in ("after", "before", "from"):
        anchor = _fixed(scan, end)
        if anchor is not None:                                  # not "18,000 passengers an hour from 2031"
            return (anchor.timex, anchor.last) if _reaches(anchor.timex, code) else None
        if word == "from" and words[end] == "now":
            return base, end + 1
        event = day_of_event(scan, end) if word != "from" and code not in CLOCK_UNITS else None
        if event is not None:
            return event
        return (base, end) if word == "before" and words[end] in STOPS else None
    if words[end] in ("to", "than") and word in ("prior", "previously", "later", "earlier"):
        return None
    if words[end] == "in" and words[end + 1] in ("the", "this") and words[end + 2] in UNITS:
        return None                                             # "it had taken 20 minutes | earlier in the day"
    return base, end


def _with_larger(scan: Scan, index: int, code: str, number: Decimal | Fraction, first: int) -> tuple[Decimal | Fraction, int]:
    """"two years and three | months later", "a year, two | months ago": all of it in the smaller unit, and where it begins."""
    at = first - 1 - (scan.words[first - 1] in ("and", ","))
    larger, times = LARGER[code]
    if UNITS.get(scan.words[at]) != larger or not scan.free(at):
        return number, first
    more, begins = amount(scan, at)
    if more is None or begins == at or not scan.free(begins):
        return number, first
    return Fraction(number) + Fraction(more) * times, begins


def _reaches(value: str, code: str) -> bool:
    """Whether a date is fine enough to count such units from it."""
    known = point(value)
    return known is None or FINENESS[known.unit] >= FINENESS.get({"F": "W", "ML": "Y"}.get(code, code), 0)


def _fixed(scan: Scan, start: int) -> Reading | None:
    """The date at `start` that a distance is counted from, resolved."""
    found = scan.read(start)
    if found is None or begin(found) != found.first or found.kind != "date" or found.by not in FIXED:
        return None
    resolve(scan, found)
    return found


def _counted(found: Reading, base: str, code: str, number: Decimal | Fraction) -> Reading:
    """Fills in the date that lies `number` units from `base`."""
    number = Fraction(number)
    if code in YEARS:
        code, number = "Y", number * YEARS[code]
    if code == "Y" and number != int(number):
        code, number = "M", number * 12
    if code in ("M", "Q", "HY") and number != int(number):
        code, number = "D", number * {"M": 30, "Q": 91, "HY": 182}[code]
    if abs(number) > FARTHEST:
        found.timex = "PAST_REF" if number < 0 else "FUTURE_REF"
    elif code in ("H", "TM", "S"):
        day = held_by(base, "D")
        found.timex, found.kind = (UNKNOWN["H"] if "X" in day else f"{day}TXX"), "time"
        if code == "H" and abs(number) >= 24:
            found.timex, found.kind = moved(base, "D", int(number) // 24), "date"
    elif code in ("F", "W"):
        found.timex = moved(base, "D", int(number * (14 if code == "F" else 7)))
        known = point(found.timex)
        if known is None or not 1 < known.year < 9999:
            found.timex = UNKNOWN["W"]
            return found
        day_ = datetime.date(known.year, known.month, known.day)
        found.interval = Interval((day_ - HALF_WEEK).isoformat(), (day_ + HALF_WEEK).isoformat(), "week")
    else:
        found.timex = moved(base, code, int(number))
    return found


def _neighbour(scan: Scan, index: int, code: str) -> Reading | None:
    """"the year before", "the day after tomorrow", "the week earlier"."""
    words, word = scan.words, scan.words[index + 1]
    if words[index - 1] != "the" or not scan.free(index - 1) or code in ("H", "TM", "S", "HY", "ML", "F"):
        return None
    step, end = OFFSETS[word], index + 2
    if word in ("before", "after"):
        anchor = _fixed(scan, end)
        if anchor is not None:
            return Reading(index - 1, anchor.last, moved(anchor.timex, code, step), "dates/offset", lean="offset")
        if words[end] == "next":
            return Reading(index - 1, end + 1, moved(speech(scan), code, 2 * step), "dates/offset", lean="offset")
    if word not in ("before", "earlier", "later") or words[end] not in STOPS and words[end] not in ("and", "when"):
        return None
    return Reading(index - 1, end, moved(story(scan), code, step), "dates/offset", lean="offset")
