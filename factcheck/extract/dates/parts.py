"""Days counted from today and parts of the day: "yesterday", "tonight", "this morning", "the night of 5 June", "at dawn on Friday"."""
from __future__ import annotations

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.resolve import resolve
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.timex import moved
from factcheck.extract.dates.words import DAYS, FUNCTION, HALF_DAYS, PARTS, STEPS, listed

BRIGHT = frozenset(["dawn", "dusk", "midday", "daylight"])      # nouns that need a preposition to be a time
BRIGHT_CUES, PART_CUES, POINTERS = listed("bright_cues"), listed("part_cues"), listed("part_pointers")
WHOLE_DAYS = ("dates/day", "dates/numeric", "dates/weekday", "dates/unit", "dates/deictic", "dates/holiday")


def day_word(scan: Scan, index: int) -> Reading | None:
    """"today", "yesterday", "tonight" at `index` → that day, with the part of it that follows."""
    shift, code = DAYS[scan.words[index]]
    if scan.name(index) and (scan.name(index - 1) or scan.words[index + 1] == "show"):
        return None                                             # a newspaper, a programme
    published = scan.anchor.published
    value = moved(published.isoformat(), "D", shift) if published else "XXXX-XX-XX"
    if code:
        return Reading(index, index + 1, f"{value}T{code}", "dates/deictic", kind="time")
    return with_part(scan, Reading(index, index + 1, value, "dates/deictic"))


def with_part(scan: Scan, found: Reading) -> Reading:
    """Takes in the part of the day or the clock that follows a day: "Friday morning", "June 21, 10:15 p.m."."""
    words, at = scan.words, found.last
    part_ = PARTS.get(words[at])
    if part_ is not None and found.kind == "date" and scan.lower(at):
        found.timex, found.kind, found.last = f"{found.timex}T{part_}", "time", at + 1
        if words[at + 1] == "of":                               # "Sunday dawn of 25 June"
            whole = scan.read(at + 2)
            if whole is not None and whole.by == "dates/day":
                found.timex, found.last = f"{whole.timex}T{part_}", whole.last
        return found
    at += words[at] == ","
    if words[at].isdecimal() and len(words[at]) <= 2 and (words[at + 1] == ":" or words[at + 1] in HALF_DAYS):
        clock = scan.read_clock(at)
        if clock is not None:
            earlier = clock.partner                             # "Monday 9:30 - 11:00"
            if earlier is not None:
                resolve(scan, found)
                clock.timex, clock.partner = found.timex + clock.timex, found
            ends = clock if earlier is None else earlier
            found.timex, found.kind, found.last, found.relation = found.timex + ends.timex, "time", ends.last, ends.relation
            return found if earlier is None else clock
    return found


def part(scan: Scan, index: int) -> Reading | None:
    """A part of the day at `index` → "this morning", "the morning of June 5", "at night", "overnight", "every evening"."""
    words = scan.words
    word, before, last = words[index], words[index - 1], index + 1
    code = PARTS[word]
    if scan.name(index):
        return None
    if word in ("overnight", "daytime"):
        return Reading(index, last, f"XXXX-XX-XXT{code}", "dates/part", kind="time")
    if word in BRIGHT:
        return _of_day(scan, index, last, code) if before in BRIGHT_CUES else None
    if before in ("every", "each"):
        return Reading(index - 1, last, f"XXXX-XX-XXT{code}", "dates/set", kind="date", lean="set") if scan.free(index - 1) else None
    night_time = words[last:last + 2] == ["-", "time"]
    if word == "night" and (night_time or before == "at" and words[last] != "-"):
        return Reading(index, last + 2 * night_time, "XXXX-XX-XXTNI", "dates/part", kind="time", lean="generic")
    return None if word.endswith("s") else _with_article(scan, index, code)


def _with_article(scan: Scan, index: int, code: str) -> Reading | None:
    """"this morning", "in mid-afternoon", "the early hours", "the morning of June 5"."""
    words, before, last = scan.words, scan.words[index - 1], index + 1
    last += words[last] in ("hours", "hour")
    first = index
    if before in ("early", "late", "mid") or before == "-" and words[index - 2] in ("mid", "early", "late"):
        first -= 1 if before != "-" else 2
    if not scan.free(first - 1):
        return None
    if first < index and words[first - 1] in PART_CUES:     # "in mid-afternoon"
        return Reading(first, last, f"T{code}", "dates/part", kind="time")
    if words[first - 1] in STEPS:
        return _pointed(scan, first - 1, last, code)
    if words[first - 1] == "the" and (not words[last].isalpha() or words[last] in FUNCTION):
        return _definite(scan, first - 1, last, code)
    return None


def _definite(scan: Scan, first: int, last: int, code: str) -> Reading | None:
    """"the morning", "the evening of January 29"; "the night" only where a preposition makes it a time."""
    found = _of_day(scan, first, last, code)
    if found is None or code != "NI" or found.last > last:
        return found
    return found if scan.words[first - 1] in ("during", "in", "into", "through") else None


def _of_day(scan: Scan, first: int, last: int, code: str) -> Reading | None:
    """The part of the day that follows: "of December 28", "on Friday"; with nothing behind, of the day spoken of."""
    word = scan.words[last]
    if word == "of":
        day = scan.read(last + 1)
        if day is None or day.kind != "date" or day.by not in WHOLE_DAYS:
            return None
        return Reading(first, day.last, f"{day.timex}T{code}", "dates/part", kind="time", lean=day.lean)
    if word == "before" and scan.words[last + 1] in (".", ",", "", ";"):
        return Reading(first, last + 1, f"{moved(scan.anchor.spoken, 'D', -1)}T{code}", "dates/part", kind="time")
    if word == "on":
        day = scan.read(last + 1)
        if day is not None and day.kind == "date" and day.by in ("dates/day", "dates/numeric", "dates/weekday"):
            return Reading(first, last, f"{day.timex}T{code}", "dates/part", kind="time", lean=day.lean)
    return Reading(first, last, f"T{code}", "dates/part", kind="time")


def _pointed(scan: Scan, first: int, last: int, code: str) -> Reading | None:
    """"this morning", "last night", "the next morning", "that evening"."""
    pointer = scan.words[first]
    if pointer == "this" or pointer == "last" and code in ("NI", "EV"):
        published = scan.anchor.published
        day = moved(published.isoformat() if published else "", "D", 0 if pointer == "this" else -1)
    elif pointer in POINTERS:
        day = moved(scan.anchor.spoken, "D", STEPS[pointer])
        first -= scan.free(first - 1) and (scan.words[first - 1] == "the" or pointer == "same" and scan.words[first - 1] == "that")
    else:
        return None
    return Reading(first, last, f"{day}T{code}", "dates/part", kind="time")
