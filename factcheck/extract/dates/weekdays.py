"""Days of the week: "Tuesday", "Friday, 21 June", "last Monday night", "Tuesday the 20th", "on Fridays"; and a day alone: "on the 5th"."""
from __future__ import annotations

import datetime

from factcheck.extract.dates.days import day_number
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.months import pointer
from factcheck.extract.dates.parts import with_part
from factcheck.extract.dates.resolve import resolve
from factcheck.extract.dates.scan import Scan, begin
from factcheck.extract.dates.timex import at as held_by
from factcheck.extract.dates.words import (
    ALL_MONTHS,
    CLUBS,
    DASHES,
    ENDINGS,
    FUNCTION,
    ORDINALS,
    PAPERS,
    PLURAL_WEEKDAYS,
    SHORT_WEEKDAYS,
    STEPS,
    WEEKDAYS,
    listed,
)

WEEK = datetime.timedelta(days=7)
DAY_PREPOSITIONS = listed("day_prepositions")
MONTH_POINTERS = listed("month_pointers")


def weekday(scan: Scan, index: int) -> Reading | None:
    """A weekday at `index` → that day, with the date or the part of the day that follows it."""
    words = scan.words
    word = words[index]
    number = WEEKDAYS.get(word) or SHORT_WEEKDAYS[word]
    after, before = index + 1, words[index - 1]
    if word in SHORT_WEEKDAYS:
        after += words[after] == "." and scan.joined(after)
        if scan.lower(index) or not _short_is_day(scan, index, after):
            return None
    if before in CLUBS or before in ("every", "each") or scan.capital(after) and words[after] in PAPERS:
        return None
    dated = _date_after(scan, after)
    if dated is not None:
        dated.first, dated.lean = index, dated.lean or "day"
        return dated
    day, end = _numbered_day(scan, after)
    if day is not None:
        return with_part(scan, Reading(index, end, f"XXXX-XX-{day:02d}", "dates/day", lean="day"))
    if words[after] in ("of", "in") and (before in ORDINALS or before in ENDINGS):
        nth = _nth_weekday(scan, index, after, number)
        if nth is not None or before not in STEPS or words[after] == "of":
            return nth                                          # but "last Thursday in the hills"
    found = Reading(index, after, f"XXXX-WXX-{number}", "dates/weekday")
    if before in STEPS and scan.free(index - 1):
        found.first, found.lean = pointer(scan, index)
    start = after + (words[after] in ("of", "from"))
    week = scan.read(start, 2) if words[start] in STEPS or start > after and words[start] == "the" else None
    if week is not None and week.by == "dates/unit" and week.timex[5:6] == "W" and week.mod is None:
        value = f"{week.timex}-{number}"                        # "Friday last week", "Friday of next week"
        found.last, found.timex = week.last, value if "X" in value else held_by(value, "D")
    elif "week" in (before, words[index - 2]) and scan.anchor.spoken[5:6] == "W":
        found.timex = held_by(f"{scan.anchor.spoken}-{number}", "D")                             # "last week's Sunday"
    return with_part(scan, found)


def _numbered_day(scan: Scan, after: int) -> tuple[int | None, int]:
    """The day of the month behind a weekday: "Tuesday the 20th", "Thu 14th", "Friday the fifteenth"; with the token after it."""
    words, at = scan.words, after + (scan.words[after] == "the")
    day = day_number(words[at])
    if day is not None and words[at + 1] in ENDINGS and scan.joined(at + 1) and (at > after or _ends(scan, at + 2)):
        return day, at + 2
    if at == after:
        return None, after
    tens = {"twenty": 20, "thirty": 30}.get(words[at], 0)
    end = at + (1 + (words[at + 1] in DASHES) if tens else 0)
    number = ORDINALS.get(words[end], 0)
    if not 0 < number < (10 if tens else 32) or words[end] in ("opening", "second") and not tens or not _ends(scan, end + 1):
        return None, after
    return tens + number, end + 1


def _ends(scan: Scan, at: int) -> bool:
    """Whether no noun follows that a rank before it would belong to: not "on Thursday 15th graders", "Friday the first team"."""
    word = scan.words[at]
    return not word[:1].isalnum() and word not in DASHES or word in FUNCTION


def _nth_weekday(scan: Scan, index: int, after: int, number: int) -> Reading | None:
    """"the first Monday in September", "the last Friday of the month"."""
    words, first = scan.words, index - 1
    which = ORDINALS.get(words[first])
    if which is None:
        first, which = first - 1, day_number(words[first - 1]) or 9
    month = scan.read(after + 1)
    if month is None or month.by not in ("dates/month", "dates/unit") or begin(month) != after + 1 or which > 5 or not scan.free(first):
        return None
    resolve(scan, month)
    value = held_by(month.timex, "M")
    begins = scan.article(first)
    if not value[:4].isdecimal():
        return Reading(begins, month.last, f"{value}-XX", "dates/day", lean="generic")
    day = datetime.date.fromisoformat(f"{value}-01")
    day += datetime.timedelta(days=(number - day.isoweekday()) % 7 + 7 * (max(which, 1) - 1))
    while which < 0 and (day + WEEK).month == day.month:
        day += WEEK
    return Reading(begins, month.last, day.isoformat(), "dates/day")


def _short_is_day(scan: Scan, index: int, after: int) -> bool:
    """"Sat. June 5", "on Fri,": a short weekday needs a date or a preposition beside it."""
    words = scan.words
    word = words[after]
    if word in ALL_MONTHS or word.isdecimal() or word == "," and (words[after + 1] in ALL_MONTHS or words[after + 1].isdecimal()):
        return True
    return words[index - 1] in ("on", "last", "next", "this") and word in (",", ".", ";", "")


def _date_after(scan: Scan, after: int) -> Reading | None:
    """The calendar day behind a weekday: "Friday, June 21", "Friday the 21st of June", "Friday 21/6/2024"."""
    words, at = scan.words, after + (scan.words[after] == ",")
    if words[at] not in ALL_MONTHS and not words[at].isdecimal() and words[at] != "the":
        return None
    found = scan.read(at)
    return found if found is not None and begin(found) == found.first and found.by.startswith(("dates/day", "dates/numeric")) else None


def bare_day(scan: Scan, index: int) -> Reading | None:
    """"th" at `index` → "on the 5th", "the 28th of that month"; not "the 75th anniversary", "on the 5th floor"."""
    words, at = scan.words, index - 1
    day = day_number(words[at])
    if day is None or day > 31 or not scan.joined(index) or words[at - 1] != "the" or not scan.free(at - 1):
        return None
    after, before = words[index + 1], words[at - 2]
    if after == "of":
        whole = scan.read(index + 2, 3) if words[index + 2] in MONTH_POINTERS else None
        if whole is None or whole.by != "dates/unit" or words[whole.last - 1] != "month":
            return None
        return Reading(at - 1, whole.last, f"{whole.timex}-{day:02d}", "dates/day")
    ends = not after[:1].isalnum() and after != "-" or after in FUNCTION and after not in ("to", "and")
    if not (before in DAY_PREPOSITIONS and ends):
        return None
    return Reading(at - 1, index + 1, f"XXXX-XX-{day:02d}", "dates/day")


def weekdays(scan: Scan, index: int) -> Reading | None:
    """"Tuesdays", "on Fridays" → a set."""
    if scan.words[index - 1] in CLUBS:
        return None
    return Reading(index, index + 1, f"XXXX-WXX-{PLURAL_WEEKDAYS[scan.words[index]]}", "dates/set", lean="set")
