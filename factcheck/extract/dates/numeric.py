"""Dates in digits: "2023-06-20", "20/06/2023", "06/20/2023", "20.06.2023", "2023-06", "7/8/07".

03/04/2023 is the 3rd of April or the 4th of March. The document's region decides, then what its other dates show ("25/12/2023"); where
nothing does, the value follows the American order, the interval covers both days and `by` ends in "-ambiguous".
"""
from __future__ import annotations

import datetime

from factcheck.extract.dates.days import year_number
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.parts import with_part
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import DASHES
from factcheck.model import Interval

OPENERS = frozenset("([“\"‘'")


def iso(scan: Scan, index: int, year: int) -> Reading | None:
    """"2023-06-20", "2023/06/20", "2023-06" from the year at `index`, with the time of "2023-06-20T10:15"."""
    words = scan.words
    mark = words[index + 1]
    if mark not in DASHES and mark != "/" or not scan.solid(index, index + 2) or len(words[index + 2]) > 2:
        return None
    if scan.joined(index) and words[index - 1] not in OPENERS:
        return None                                             # "example.com/2010/06/story"
    second, third = words[index + 2], words[index + 4]
    if words[index + 3] == mark and second.isdecimal() and third.isdecimal() and len(third) <= 2 and scan.solid(index + 2, index + 4):
        name = f"{year:04d}-{int(second):02d}-{int(third):02d}"
        if int(second) > 12:
            return None
        found = Reading(index, index + 5, name, "dates/numeric")
        clock = index + 5 + (words[index + 5] == "t" and scan.joined(index + 5))
        if words[clock].isdecimal() and words[clock + 1] == ":":
            time = scan.read_clock(clock)
            if time is not None:
                found.last, found.kind, found.timex = time.last, "time", name + time.timex
        return found
    if len(second) == 2 and second.isdecimal() and 1 <= int(second) <= 12 and words[index + 3] not in DASHES:
        if int(second) > year % 100:                            # "in 2007-08" is two years
            return None
        return Reading(index, index + 3, f"{year:04d}-{second}", "dates/month")              # "2023-06"
    return None


def ending_in_year(scan: Scan, index: int, year: int) -> Reading | None:
    """"20-06-2023" from the year at `index`."""
    words = scan.words
    if not (words[index - 1] in DASHES and scan.joined(index) and scan.joined(index - 1) and words[index - 3] == words[index - 1]):
        return None
    first, second = words[index - 4], words[index - 2]
    if index - 4 < scan.floor or scan.joined(index - 4) and words[index - 5] not in OPENERS or not _short(first) or not _short(second):
        return None
    return _ordered(scan, index - 4, index + 1, int(first), int(second), year)


def slashed(scan: Scan, index: int) -> Reading | None:
    """"20/06/2023", "7/8/07", "06/2023" from their first slash at `index`."""
    words = scan.words
    if index - 1 < scan.floor or not _short(words[index - 1]) or not words[index + 1].isdecimal():
        return None
    spaced = not scan.joined(index) and not scan.joined(index + 1) and not scan.joined(index + 2)
    if spaced and words[index + 2] == "/" and _short(words[index + 1]):
        year = year_number(words[index + 3])                    # "20 / 06 / 2023"
        return _ordered(scan, index - 1, index + 4, int(words[index - 1]), int(words[index + 1]), year) if year is not None else None
    if not (scan.joined(index) and scan.joined(index + 1)):
        return None
    if scan.joined(index - 1) and words[index - 2] not in OPENERS:
        return None
    if words[index + 2] == "/" and scan.joined(index + 2) and scan.joined(index + 3) and _short(words[index + 1]):
        last = words[index + 3]
        year = year_number(last)
        if year is None and last.isdecimal() and len(last) == 2:
            year = (2000 if int(last) < 50 else 1900) + int(last)
        if year is None or scan.joined(index + 4) and words[index + 4] in ("/", "-"):
            return None
        return _ordered(scan, index - 1, index + 4, int(words[index - 1]), int(words[index + 1]), year)
    year = year_number(words[index + 1])
    if year is not None and int(words[index - 1]) <= 12 and len(words[index - 1]) == 2 and words[index + 2] != "/":
        return Reading(index - 1, index + 2, f"{year:04d}-{int(words[index - 1]):02d}", "dates/month")
    return None


def dotted(scan: Scan, index: int) -> Reading | None:
    """"20.06.2023": one token, found by its ".20" or ".19"; the day comes first wherever dots are written."""
    parts = scan.words[index].split(".")
    if len(parts) != 3 or not (_short(parts[0]) and _short(parts[1])) or year_number(parts[2]) is None:
        return None
    day, month = int(parts[0]), int(parts[1])
    if month > 12 or day > 31:
        return None
    return with_part(scan, Reading(index, index + 1, f"{parts[2]}-{month:02d}-{day:02d}", "dates/numeric"))


def _short(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and word not in ("0", "00")


def _ordered(scan: Scan, first: int, last: int, one: int, two: int, year: int) -> Reading | None:
    """Two numbers and a year in the order that region, the numbers or the document's other dates tell."""
    if one > 31 or two > 31 or (one > 12 and two > 12):
        return None
    order = "DMY" if one > 12 else "MDY" if two > 12 else scan.anchor.order
    if one > 12 or two > 12:
        scan.anchor.order = scan.anchor.order or order
    day, month = (one, two) if order == "DMY" else (two, one)
    found = Reading(first, last, f"{year:04d}-{month:02d}-{day:02d}", "dates/numeric")
    if not order and one != two:
        ends = sorted((datetime.date(year, one, two).isoformat(), datetime.date(year, two, one).isoformat()))
        found.interval, found.by = Interval(ends[0], ends[1], "day"), "dates/numeric-ambiguous"
        return found
    return with_part(scan, found)                               # "06/20/2023 15:15"


