"""Times of day in words: "half past six in the morning", "at 8 in the morning", "seven o'clock", "noon"."""
from __future__ import annotations

from factcheck.extract.dates.clock import clock_text, half_day_at, made, zone_at
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import CLOCK_NAMES, FUNCTION, HOUR_WORDS, TABLE, listed, numbers

NOON_NAMES = listed("noon_names")
HOUR_CUES = listed("hour_cues")
PAST = numbers(TABLE["clock"]["past"])


def past_hour(scan: Scan, index: int) -> Reading | None:
    """"past" at `index` → "half past six in the morning", "a quarter past nine"; "quarter" → "a quarter to seven"."""
    words, first = scan.words, index - 1
    if words[index] == "quarter":
        if words[index + 1] != "to":
            return None
        first, index, minute = index, index + 1, -15
    elif words[first] in PAST:
        minute = PAST[words[first]]
    else:
        return None
    hour = _hour(words[index + 1])
    if hour is None or not scan.free(first) or words[first][0].isdecimal() and scan.lower(index + 2) and words[index + 2] not in FUNCTION:
        return None                                                                 # "drove 10 past 9 houses"
    half, last = _half_of(scan, index + 2)
    clock = clock_text((hour - (minute < 0)) or 12, half, f":{minute % 60:02d}")
    return made(scan, first - (words[first - 1] == "a" and scan.free(first - 1)), last, clock, "")


def hour_of_part(scan: Scan, index: int) -> Reading | None:
    """"morning" at `index` → "at 8 in the morning", "it was three in the afternoon"; not "killed 8 in the morning"."""
    words, first = scan.words, index - 3
    if words[index - 2:index] != ["in", "the"] or first < 1 or not scan.free(first) or words[first - 1] not in HOUR_CUES:
        return None
    hour = _hour(words[first])
    if hour is None:
        return None
    half, last = _half_of(scan, first + 1)
    return made(scan, first, last, clock_text(hour, half, ""), "")


def _hour(word: str) -> int | None:
    number = int(word) if word.isdecimal() and len(word) <= 2 else HOUR_WORDS.get(word, 0)
    return number if 1 <= number <= 12 else None


def _half_of(scan: Scan, at: int) -> tuple[int | None, int]:
    """"in the morning" at `at`: 0 or 12, and the token after it."""
    words = scan.words
    if words[at:at + 2] == ["in", "the"] and words[at + 2] in ("morning", "afternoon", "evening"):
        return (0 if words[at + 2] == "morning" else 12), at + 3
    return half_day_at(scan, at)


def named(scan: Scan, index: int) -> Reading | None:
    """"noon", "midnight" at `index`, with "12" before it."""
    first = index - (scan.words[index - 1] == "12" and scan.free(index - 1))
    if scan.words[first - 1] == "high" or scan.name(index) or scan.words[index + 1] in NOON_NAMES:
        return None
    zone, after, _ = zone_at(scan, index + 1)
    return made(scan, first, after, CLOCK_NAMES[scan.words[index]], zone)


def o_clock(scan: Scan, index: int) -> Reading | None:
    """"clock" at `index` → "seven o'clock", "7 o'clock in the evening"."""
    words, first, last = scan.words, index - 3, index + 1
    if words[index - 1] not in ("'", "’") or words[index - 2] != "o" or not scan.free(first):
        return None
    number = _hour(words[first])
    if number is None:
        return None
    half, last = _half_of(scan, last)
    return made(scan, first, last, clock_text(number, half, ""), "")
