"""Times of day: "10:15 p.m. local time", "19:15 GMT", "3 p.m.", "0800 UTC", "noon", "seven o'clock", "10 a.m. Friday".

A pair of numbers with a colon is a time only with a reason (a half-day, a zone, a preposition, a date beside it): "Genesis 25:30" and a
ratio of 10:15 are none. A time that no clock shows is read where "at" asks for one, with an interval without ends.
"""
from __future__ import annotations

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan, begin
from factcheck.extract.dates.words import (
    ALL_MONTHS,
    CLOCK_CUES,
    DASHES,
    ENDINGS,
    HALF_DAYS,
    HOUR_WORDS,
    JOINERS,
    MONEY,
    PARTS,
    RATIOS,
    SHORT_WEEKDAYS,
    STEPS,
    WEEKDAYS,
    ZONE_WORDS,
    ZONES,
    listed,
)

TIES = DASHES | listed("clock_ties")
OPENING = listed("clock_openers")
DAYLIKE = ("dates/day", "dates/weekday", "dates/numeric", "dates/deictic", "dates/holiday")
DEICTIC = frozenset(["today", "tomorrow", "yesterday", "tonight"])
HOURS = frozenset(["hours", "hrs", "hr"])
SURE_CUES = frozenset(["at", "until", "till", "since"])
WEAK_CUES = listed("clock_weak_cues")
DAY_STARTS = WEEKDAYS.keys() | ALL_MONTHS.keys() | STEPS.keys() | SHORT_WEEKDAYS.keys() | DEICTIC | {"the"}
OPENERS = frozenset(["(", "[", ""])
ZONE_FILLERS = frozenset(["standard", "daylight", "summer", "mean"])
NO_ZONE = ("", False)


def colon(scan: Scan, index: int) -> Reading | None:
    """":" at `index` → "10:15", "10:15:30 p.m.", "03:00hrs"."""
    words, first, after = scan.words, index - 1, index + 2
    hour, minute = words[first], words[index + 1]
    if not (hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 and len(minute) == 2):
        return None
    if not (scan.joined(index) and scan.joined(index + 1) and scan.free(first)) or words[first - 1] == ":" and scan.joined(first):
        return None
    seconds = ""
    if words[after] == ":" and scan.joined(after) and words[after + 1].isdecimal():
        seconds, after = f":{words[after + 1]}", after + 2
    elif words[after] in (":", "/") and scan.joined(after):
        return None
    half, after = half_day_at(scan, after)
    zone, after, zoned = zone_at(scan, after, precise=bool(seconds))
    later = _later_end(scan, after) if words[first - 1] not in TIES or words[first - 2] != ":" else None
    earlier = _earlier_hour(scan, first, int(hour), half) if later is None and words[first - 1] in TIES else None
    if half is None and not zoned and not scan.clock_wanted and earlier is None and not _asked_for(scan, first, after, bool(seconds)) \
            and (later is None or words[first - 1] not in OPENING and not _proven(scan, later)):
        return None
    text = clock_text(int(hour), half, f":{minute}{seconds}")
    if later is not None:                                       # "9:30 to 11:00", "2:00 to 2:30 pm"
        return _both_ends(scan, Reading(first, after, text, "dates/clock", kind="time"), later, zone, half)
    found = made(scan, first, after, text, zone)
    return _with_earlier(found, earlier)


def _with_earlier(later: Reading, earlier: Reading | None) -> Reading:
    """A time and the hour from which it lasts, which is of the same day: "between 7 and 9:30 last night"."""
    later.partner = earlier
    if earlier is not None and later.timex[0] != "T":
        earlier.timex = later.timex.partition("T")[0] + earlier.timex
    return later


def half_day(scan: Scan, index: int) -> Reading | None:
    """"pm", "a.m." at `index` → "3 p.m.", "7.30pm", "seven p.m.", "2-4 p.m."."""
    words, first = scan.words, index - 1
    hour = words[first]
    half, after = half_day_at(scan, index)
    if half is None or not scan.free(first):
        return None
    minute = ""
    if hour.isdecimal() and len(hour) <= 2:
        number = int(hour)
    elif len(hour) in (4, 5) and hour[-3] == "." and hour[:-3].isdecimal() and hour[-2:].isdecimal():
        number, minute = int(hour[:-3]), f":{hour[-2:]}"
    elif len(hour) in (3, 4) and hour.isdecimal() and int(hour[-2:]) < 60:                     # "1140 a.m."
        number, minute = int(hour[:-2]), f":{hour[-2:]}"
    elif hour in HOUR_WORDS:
        number = HOUR_WORDS[hour]
    else:
        return None
    if number > 24 or number > 12 and not minute:
        return None
    zone, after, _ = zone_at(scan, after)
    earlier = _earlier_hour(scan, first, number, half)
    found = made(scan, first, after, clock_text(number, half, minute), zone)
    return _with_earlier(found, earlier)


def dotted_half(scan: Scan, index: int) -> Reading | None:
    """"m" at `index` → "7.30 p.m", "7 p . m ." with the letters apart."""
    return half_day(scan, index - 2) if scan.words[index - 1] == "." and scan.words[index - 2] in ("a", "p") else None


def _earlier_hour(scan: Scan, first: int, later: int, half: int | None) -> Reading | None:
    """The "2" of "2-4 p.m.", "between 7 and 9:30", "11 to 3 p.m.", which is in the morning."""
    joiner, hour, cue = scan.words[first - 1], scan.words[first - 2], scan.words[first - 3]
    if not scan.free(first - 2) or not hour.isdecimal() or not 1 <= int(hour) <= 12 or cue == ":" or cue in MONEY:
        return None
    if not (half is not None and joiner in DASHES or joiner == "and" and cue == "between" or joiner in ("to", "until", "till")
            and cue in ("from", "open")):
        return None
    return Reading(first - 2, first - 1, f"T{clock_text(int(hour), _half_before(int(hour), later, half), '')}", "dates/clock", kind="time",
                   relation="from")


def _half_before(hour: int, later: int, half: int | None) -> int | None:
    """The half-day of the earlier of two hours of which the later one tells its own: "11 to 3 p.m." begins in the morning."""
    return 0 if half == 12 and hour % 12 > later % 12 else half


def _later_end(scan: Scan, after: int) -> Reading | None:
    """The "11:00" of "9:30 to 11:00", "9:30 - 11:00 on Thursday"."""
    words, start = scan.words, after + 1
    if words[after] not in TIES or not words[start].isdecimal() or len(words[start]) > 2 or words[start + 1] != ":":
        return None
    found = scan.read(start, 3) if words[start + 2].isdecimal() and len(words[start + 2]) == 2 else None
    return found if found is not None and found.kind == "time" and found.by == "dates/clock" else None


def _proven(scan: Scan, later: Reading) -> bool:
    """Whether a time of day has a half-day, a zone or a day of its own."""
    return later.timex[0] != "T" or bool(later.zone) or not HALF_DAYS.keys().isdisjoint(scan.words[later.first:later.last])


def _both_ends(scan: Scan, earlier: Reading, later: Reading, zone: str, half: int | None) -> Reading:
    """Two times of one stretch: they share the day, and the first the half-day of the second."""
    day, _, clock = later.timex.partition("T")
    hour, theirs = int(earlier.timex[:2]), int(clock[:2])
    halved = not HALF_DAYS.keys().isdisjoint(scan.words[later.first:later.last])
    if half is None and halved and hour <= 12:
        own = _half_before(hour, theirs, 12 if theirs >= 12 else 0)
        earlier.timex = clock_text(hour, own, earlier.timex[2:])
    earlier.timex, earlier.zone, earlier.relation = f"{day}T{earlier.timex}", zone or later.zone, "from"
    earlier.lean = later.lean
    if earlier.zone == "Z":
        earlier.timex += "Z"
    later.partner, later.relation = earlier, "to"
    return later


def zone_first(scan: Scan, index: int) -> Reading | None:
    """"GMT", "hours" at `index` → "0800 UTC", "1900 hours", "9 GMT"."""
    words, first = scan.words, index - 1
    digits, word = words[first].replace(".", ""), words[index]
    if not scan.free(first) or not digits.isdecimal():
        return None
    if "." in words[first]:                                     # "18.30 GMT"
        hour, _, minute = words[first].partition(".")
        if len(hour) > 2 or len(minute) != 2 or int(hour) > 24 or int(minute) > 59:
            return None
        text = f"{int(hour):02d}:{minute}"
    elif len(digits) == 4 and int(digits[:2]) <= 24 and int(digits[2:]) <= 59:
        if word in HOURS and digits[0] != "0" and (words[first - 1] not in CLOCK_CUES or digits.endswith("000")):
            return None
        text = f"{digits[:2]}:{digits[2:]}"
    elif len(digits) <= 2 and word in ("gmt", "utc") and int(digits) <= 24:
        text = f"{int(digits):02d}:00"
    else:
        return None
    zone, after, _ = zone_at(scan, index)
    return made(scan, first, after, text, zone) if after > index else None         # not in capitals: "500 est" is no zone


def local_time(scan: Scan, index: int) -> Reading | None:
    """"time" at `index` → "06.42 local time", "0800 Moscow time"."""
    if scan.words[index - 1] not in ZONE_WORDS and not scan.capital(index - 1):
        return None
    return zone_first(scan, index - 1)


def half_day_at(scan: Scan, at: int) -> tuple[int | None, int]:
    """"pm", "p.m.", "p.m" at `at`: 0 or 12 (None where there is none) and the token after it."""
    words = scan.words
    half = HALF_DAYS.get(words[at])
    if half is not None:
        return half, at + 1
    if words[at] in ("a", "p") and words[at + 1:at + 3] == [".", "m"]:
        if scan.joined(at + 1) and scan.joined(at + 2):
            return (0 if words[at] == "a" else 12), at + 3
        if words[at + 3] == ".":                                # "7 p . m .", "7:56 a. m."
            return (0 if words[at] == "a" else 12), at + 4
    return None, at


def zone_at(scan: Scan, at: int, precise: bool = False) -> tuple[str, int, bool]:
    """"GMT", "(GMT +8)", "local time", "hrs", "+02:00": the offset ("" where unknown), the token after it, and whether there was one.

    `precise`: seconds stand before, so that "-05:00" is an offset and not the end of a range.
    """
    words = scan.words
    if words[at] in HOURS:
        zone, after, _ = zone_at(scan, at + 1)
        return zone, after, True
    inner = at + (words[at] == "(")
    zone, after = _zone_name(scan, inner)
    if after > inner:
        if inner == at:
            return zone, after + (words[after] == "time"), True
        return (zone, after + 1, True) if words[after] == ")" else ("", at, False)
    if words[at + 1] == "time" and (words[at] in ZONE_WORDS or scan.capital(at)):
        return "", at + 2, True
    if words[at] in ZONE_WORDS and words[at + 1] in ZONE_FILLERS and words[at + 2] == "time":
        return ("Z" if words[at] == "greenwich" else ""), at + 3, True
    if (words[at] == "+" or precise and words[at] in ("-", "−")) and scan.joined(at) and words[at + 1].isdecimal() and words[at + 2] == ":":
        return f"{'+' if words[at] == '+' else '-'}{words[at + 1]}:{words[at + 3]}", at + 4, True
    return "", at, False


def _zone_name(scan: Scan, at: int) -> tuple[str, int]:
    """"GMT", "EST", "UTC+3" in capitals, "Z" right behind digits: its offset and the token after it."""
    words = scan.words
    zone = ZONES.get(words[at])
    written = scan.surface[at].isupper() or words[at - 1] in HALF_DAYS and len(words[at]) > 2             # "8 am pst"
    if zone is None or not written or words[at] == "z" and not scan.joined(at):
        return "", at
    sign, hours = words[at + 1], words[at + 2]
    if zone == "Z" and sign in ("+", "-", "−") and hours.isdecimal() and len(hours) <= 2:
        return f"{'+' if sign == '+' else '-'}{int(hours):02d}:00", at + 3
    return zone, at + 1


def clock_text(hour: int, half: int | None, rest: str) -> str:
    """The hour, 0 or 12 for its half-day, and ":15" → "22:15"."""
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return f"{hour:02d}{rest or ':00'}"


def _asked_for(scan: Scan, first: int, after: int, seconds: bool) -> bool:
    """Whether the words around a bare "10:15" make it a time of day."""
    words = scan.words
    before, behind = words[first - 1], words[after]
    if int(words[first]) > 24 and before != "at" or behind in RATIOS or seconds and before in ("in", "of"):
        return False
    if behind == "on" or behind in PARTS or behind in DEICTIC or behind in WEEKDAYS:
        return True
    if before in SURE_CUES:
        return True
    if before in CLOCK_CUES and (len(words[first]) == 2 or behind != "to"):
        return not scan.name(first - 1) and (before not in WEAK_CUES or ":" in words[first - 3:first - 1])
    if before in DASHES and (words[first - 3] == ":" or words[first - 2] in HALF_DAYS):
        return True
    if behind in JOINERS and words[after + 2] == ":" and len(words[first]) == 2:
        return True
    return before in OPENERS and len(words[first]) == 2 and (behind in (")", "]") or behind in DASHES)


def made(scan: Scan, first: int, after: int, text: str, zone: str) -> Reading:
    """The time, with the day that follows it: "10:15 p.m. Friday" is one expression, "10:15 p.m. on Friday" two with one date."""
    words = scan.words
    found = Reading(first, after, f"T{text}{zone if zone == 'Z' else ''}", "dates/clock", kind="time", zone=zone)
    comma = words[after] == ","
    start = after + (comma or words[after] == "on")
    if not _may_be_day(words[start], words[start + 1]):
        return found
    day = scan.read(start, 3)
    if day is None or begin(day) != day.first:
        return found
    if day.by == "dates/part" and start == after and words[start] in ("last", "this"):           # "10.45pm last night"
        found.timex, found.last = day.timex.partition("T")[0] + found.timex, day.last
    elif day.by in DAYLIKE and day.kind == "date":
        found.timex = day.timex + found.timex
        found.lean = day.lean or "day"
        if words[after] != "on" and not (comma and day.by == "dates/deictic"):
            behind, found.last, _ = zone_at(scan, day.last)
            found.zone = found.zone or behind
    return found


def _may_be_day(word: str, following: str) -> bool:
    """Whether a day may begin with this token: a cheap look before reading one."""
    return word in DAY_STARTS or word.isdecimal() and (following in ALL_MONTHS or following in ENDINGS or following in ("-", "/"))
