"""Times of day: "10:15 p.m. local time", "19:15 GMT", "3 p.m.", "0800 UTC", "noon", "seven o'clock".

A pair of numbers with a colon is a time only with a reason (a half-day, a zone, a preposition, a date beside it): "Genesis 25:30" and a
ratio of 10:15 are none. A clock time that no clock shows is read where a preposition asks for one, with an interval without ends.
"""
from __future__ import annotations

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan, begin
from factcheck.extract.dates.words import CLOCK_CUES, CLOCK_NAMES, DASHES, HALF_DAYS, HOUR_WORDS, JOINERS, PARTS, RELATIONS, ZONE_WORDS, ZONES

DAYLIKE = ("dates/day", "dates/weekday", "dates/numeric", "dates/deictic", "dates/holiday")


def colon(scan: Scan, index: int) -> Reading | None:
    """":" at `index` → "10:15", "10:15:30 p.m.", "03:00hrs"."""
    words, first = scan.words, index - 1
    hour, minute = words[first], words[index + 1]
    if not (scan.joined(index) and scan.joined(index + 1) and hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 and len(minute) == 2) or first < scan.floor:
        return None
    after, seconds = index + 2, ""
    if words[after] == ":" and scan.joined(after) and words[after + 1].isdecimal() and scan.joined(after + 1):
        seconds, after = f":{words[after + 1]}", after + 2
    elif "." in minute or words[after] in (":", "/") and scan.joined(after):
        return None
    half, after = _half_day(scan, after)
    zone, after, zoned = _zone(scan, after, bool(seconds) or words[first - 1] == "t")
    if half is None and not zoned and not scan.clock_wanted and not _asked_for(scan, first, after, seconds):
        return None
    text = _clock_text(int(hour), half, f":{minute}{seconds}")
    return _with_day(scan, Reading(first, after, f"T{text}{zone if zone == 'Z' else ''}", "dates/clock", kind="time", lean=zone))


def half_day(scan: Scan, index: int) -> Reading | None:
    """"pm", "a.m." at `index` → "3 p.m.", "7.30pm", "seven p.m."; "p" for "p.m" without its last dot."""
    words, first = scan.words, index - 1
    hour = words[first]
    half, after = _half_day(scan, index)
    if half is None or first < scan.floor:
        return None
    if hour.isdecimal() and len(hour) <= 2:
        number, minute = int(hour), ""
    elif len(hour) in (4, 5) and hour[-3] == "." and hour[:-3].isdecimal() and hour[-2:].isdecimal():
        number, minute = int(hour[:-3]), f":{hour[-2:]}"                                     # "7.30pm"
    elif hour in HOUR_WORDS:
        number, minute = HOUR_WORDS[hour], ""
    else:
        return None
    if words[index] == "am" and not scan.joined(index) and (words[first - 1] == "i" or number > 12):
        return None
    if number > 12 and half != 0 and not minute or number > 24:
        return None
    zone, after, _ = _zone(scan, after)
    found = Reading(first, after, f"T{_clock_text(number, half, minute)}{zone if zone == 'Z' else ''}", "dates/clock", kind="time", lean=zone)
    if words[first - 1] in DASHES or words[first - 1] in ("to", "and"):
        found.partner = _earlier_hour(scan, first, half)
    return _with_day(scan, found)


def _earlier_hour(scan: Scan, first: int, half: int) -> Reading | None:
    """The "2" of "2-4 p.m.", "between 2 and 4 p.m."."""
    at = first - 2
    hour = scan.words[at]
    if at < scan.floor or not (hour.isdecimal() and 1 <= int(hour) <= 12) or scan.words[at - 1] in (":", "$", "€", "£"):
        return None
    if scan.words[first - 1] == "and" and scan.words[at - 1] != "between" or scan.words[first - 1] == "to" and scan.words[at - 1] not in ("from", "open"):
        return None
    return Reading(at, at + 1, f"T{_clock_text(int(hour), half, '')}", "dates/clock", kind="time", relation="from")


def zone_first(scan: Scan, index: int) -> Reading | None:
    """"GMT", "hours" at `index` → "0800 UTC", "1900 hours"."""
    words, first = scan.words, index - 1
    digits = words[first]
    if first < scan.floor or not digits.isdecimal() or len(digits) not in (4, 1, 2):
        return None
    if len(digits) < 4:
        if words[index] not in ("gmt", "utc") or int(digits) > 24:
            return None
        digits = digits.zfill(2)
    elif int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    if words[index] in ("hours", "hrs", "hr", "h"):
        if len(digits) < 4 or words[first - 1] not in CLOCK_CUES and digits[0] != "0" or digits.endswith("000") and digits[0] != "0":
            return None
        zone, after, _ = _zone(scan, index + 1)
    else:
        zone, after, _ = _zone(scan, index)
    text = f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 else digits
    return _with_day(scan, Reading(first, after, f"T{text}{zone if zone == 'Z' else ''}", "dates/clock", kind="time", lean=zone))


def named(scan: Scan, index: int) -> Reading | None:
    """"noon", "midnight" at `index`, with "12" before it."""
    first = index - 1 if scan.words[index - 1] == "12" and index - 1 >= scan.floor else index
    if scan.words[first - 1] in ("high", "the", "after") and scan.words[first - 1] == "high":
        return None
    if scan.capital(index) and index > scan.sentence(index)[0] or scan.words[index + 1] in ("oil", "sun", "mass", "express", "blue", "train"):
        return None
    zone, after, _ = _zone(scan, index + 1)
    return _with_day(scan, Reading(first, after, f"T{CLOCK_NAMES[scan.words[index]]}{zone if zone == 'Z' else ''}", "dates/clock", kind="time", lean=zone))


def o_clock(scan: Scan, index: int) -> Reading | None:
    """"clock" at `index` → "seven o'clock", "7 o'clock in the evening"."""
    words = scan.words
    if words[index - 1] not in ("'", "’") or words[index - 2] != "o" or index - 3 < scan.floor:
        return None
    hour = words[index - 3]
    number = int(hour) if hour.isdecimal() and len(hour) <= 2 else HOUR_WORDS.get(hour, 0)
    if not 1 <= number <= 24:
        return None
    last, half = index + 1, None
    if words[last] == "in" and words[last + 1] == "the" and words[last + 2] in ("morning", "afternoon", "evening"):
        half, last = (0 if words[last + 2] == "morning" else 12), last + 3
    return _with_day(scan, Reading(index - 3, last, f"T{_clock_text(number, half, ':00')}", "dates/clock", kind="time"))


def _half_day(scan: Scan, at: int) -> tuple[int | None, int]:
    """"pm", "p.m.", "p.m" at `at`: 0 or 12 (None where there is none) and the token after it."""
    words = scan.words
    half = HALF_DAYS.get(words[at])
    if half is not None:
        return half, at + 1
    if words[at] in ("a", "p") and words[at + 1] == "." and words[at + 2] == "m" and scan.joined(at + 1) and scan.joined(at + 2):
        return (0 if words[at] == "a" else 12), at + 3 + (words[at + 3] == "." and scan.joined(at + 3) and False)
    return None, at


def _zone(scan: Scan, at: int, precise: bool = False) -> tuple[str, int, bool]:
    """"GMT", "(GMT +8)", "local time", "hrs": the offset ("" where unknown), the token after it, and whether there was one."""
    words = scan.words
    if words[at] in ("hrs", "hr", "hours") and words[at]:
        inner = _zone(scan, at + 1)
        return inner[0], inner[1] + (words[inner[1]] == "." and scan.joined(inner[1]) and words[at] != "hours" and scan.lower(inner[1] + 1) and False), True
    bracket = words[at] == "("
    begin_at = at + bracket
    zone = ZONES.get(words[begin_at])
    if zone is not None and (scan.surface[begin_at].isupper() or words[begin_at] == "zulu") and not (words[begin_at] == "z" and not scan.joined(begin_at)):
        after = begin_at + 1
        if words[after] in ("+", "-", "−") and words[after + 1].isdecimal() and len(words[after + 1]) <= 2:
            zone, after = f"{'+' if words[after] == '+' else '-'}{int(words[after + 1]):02d}:00", after + 2
        if bracket:
            return (zone, after + 1, True) if words[after] == ")" else ("", at, False)
        return zone, after + (words[after] == "time"), True
    if (words[at] in ZONE_WORDS or scan.capital(at)) and words[at + 1] == "time":
        return "", at + 2, True
    if words[at] in ZONE_WORDS and words[at + 1] in ("standard", "daylight", "summer", "mean") and words[at + 2] == "time":
        return ("Z" if words[at] == "greenwich" else ""), at + 3, True
    if (words[at] == "+" or precise and words[at] in ("-", "−")) and scan.joined(at) and scan.joined(at + 1) and words[at + 1].isdecimal() and words[at + 2] == ":" and words[at + 3].isdecimal():
        return f"{'+' if words[at] == '+' else '-'}{words[at + 1]}:{words[at + 3]}", at + 4, True
    return "", at, False


def _clock_text(hour: int, half: int | None, rest: str) -> str:
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return f"{hour:02d}{rest or ':00'}"


def _asked_for(scan: Scan, first: int, after: int, seconds: str) -> bool:
    """Whether the words around a bare "10:15" make it a time of day."""
    words = scan.words
    before = words[first - 1]
    if int(words[first]) > 24 and before != "at":
        return False
    if seconds and before in ("in", "of") or words[after] in ("minutes", "seconds", "ratio", "margin", "odds", "favorite", "favourite"):
        return False
    if words[after] == "on" or words[after] in PARTS or words[after] in ("today", "tomorrow", "yesterday", "tonight", "sharp"):
        return True
    if before in ("at", "until", "till", "by", "from", "since", "between", "around", "before", "after", "about") and not (scan.capital(first - 1) and first - 1 > scan.sentence(first)[0]):
        return before in ("at", "until", "till", "since") or len(words[first]) == 2 or scan.words[after] not in ("to",)
    if before in DASHES | {"to", "and", "or"} and (words[first - 2].isdecimal() and words[first - 3] == ":" or words[first - 2] in HALF_DAYS):
        return True
    if words[after] in JOINERS and words[after + 2] == ":" and len(words[first]) == 2:
        return True
    return before in ("(", "", "[") and len(words[first]) == 2 and (words[after] in (")", "]") or words[after] in DASHES)


def _with_day(scan: Scan, found: Reading) -> Reading:
    """Takes in the day that follows a time ("10:15 p.m. Friday") or takes its value from one behind "on" or a comma."""
    words, at = scan.words, found.last
    comma = words[at] == ","
    start = at + comma + (words[at] == "(" and False)
    if words[start] in ("on", "of", "(") or words[start] in RELATIONS:
        if words[start] == "on":
            day = scan.read(start + 1)
            if day is not None and day.kind == "date" and day.by in DAYLIKE:
                found.timex, found.interval = day.timex + found.timex, None
                found.lean = found.lean or "day"
                found.relation = found.relation
        return found
    if words[start] in ("this", "yesterday", "today", "tomorrow", "last", "the") or not words[start].isdecimal() or len(words[start]) <= 2:
        day = scan.read(start, 3) if words[start] else None
        if day is not None and begin(day) == day.first and day.by in DAYLIKE and day.kind == "date":
            if not comma or day.by != "dates/deictic":
                zone, last, _ = _zone(scan, day.last)
                found.timex, found.last, found.lean = day.timex + found.timex, last, found.lean or zone
            else:
                found.timex = day.timex + found.timex
        elif day is not None and day.by == "dates/part" and day.first == start and not comma and day.timex.startswith("XXXX") is False and "T" in day.timex:
            found.timex, found.last = day.timex.partition("T")[0] + found.timex, day.last
    return found
