"""Units of time and the pointers before them: "last week", "that month", "the same day", "the third week of June", "the end of the year".

Plain amounts ("three days") are left to the reader of quantities; distances ("three days ago") and lengths ("the past three days") have
modules of their own.
"""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.dates.amounts import amount
from factcheck.extract.dates.eras import century
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.offsets import offset
from factcheck.extract.dates.periods import share_of_year
from factcheck.extract.dates.resolve import resolve, speech, story
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.spans import CLOCK_UNITS, from_today, length, plural
from factcheck.extract.dates.timex import UNKNOWN, interval, moved, point
from factcheck.extract.dates.timex import at as held_by
from factcheck.extract.dates.words import ADJECTIVES, DASHES, ENDINGS, FUNCTION, OF_SPEECH, OFFSETS, ORDINALS, PARTS, STEPS, UNITS, listed

SPANNING = listed("unit_spans")
LATEST = ("last", "next", "coming")
SAYING = listed("unit_saying")      # "he said that week-long talks"
INSIDE = listed("unit_inside")
NOT_THE = listed("unit_not_the")      # "was the year", "saved the day"
GOES_ON = listed("unit_goes_on")
STRETCHES = ("dates/month", "dates/year", "dates/unit", "dates/decade", "dates/century", "dates/season")
OWNERS = listed("owners")


def unit(scan: Scan, index: int) -> Reading | None:
    """A unit of time at `index` → the stretch or point it speaks of, or None for a plain amount."""
    words, code, before = scan.words, UNITS[scan.words[index]], scan.words[index - 1]
    if code == "CE" and (found := century(scan, index)) is not None:
        return found
    if words[index + 1] in OFFSETS and (found := offset(scan, index, code)) is not None:
        return found
    if words[index + 1] in DASHES and words[index + 2] == "long" and scan.joined(index + 1) and scan.joined(index + 2):
        return _long(scan, index, code)
    if not scan.free(index - 1):
        return None
    if words[index][-1] == "s":
        return plural(scan, index, code)
    if before in ("every", "each"):
        return Reading(index - 1, index + 1, length(code, Decimal(1)), "dates/set", lean="set")
    if before == "last" and code == "WE" and words[index + 1] in ("of", "in") and (found := _numbered(scan, index, code)) is not None:
        return found                                            # "the last weekend of October"
    if before in STEPS:
        return _pointed(scan, index, code, index - 1)
    if before in ADJECTIVES and words[index - 2] in STEPS and scan.free(index - 2):
        return _pointed(scan, index, code, index - 2)
    if before == "the":
        return _definite(scan, index, code)
    if before in ORDINALS or before in ENDINGS or before in DASHES or before in ADJECTIVES and words[index - 2] in ORDINALS:
        return _numbered(scan, index, code)
    return None


def _long(scan: Scan, index: int, code: str) -> Reading | None:
    """"a year-long strike", "the decades-long war"; "a three-month-long strike" has its number."""
    several = scan.words[index][-1] == "s"
    if code == "N" or scan.words[index - 1] in DASHES or amount(scan, index)[1] != index and scan.words[index - 1] not in ("a", "an"):
        return None
    return Reading(index, index + 3, length(code, None if several else Decimal(1)), "dates/span", kind="duration")


def _pointed(scan: Scan, index: int, code: str, first: int) -> Reading | None:
    """A unit with its pointer at `first`: "last year", "the past year", "next week", "that month", "the same day", "the entire year"."""
    words, pointer = scan.words, scan.words[first]
    article = words[first - 1] in ("the", "this") and scan.free(first - 1)
    begins = first - article
    if code in CLOCK_UNITS or code in ("F", "ML", "HY"):
        spans = article and pointer in ("past", "last", "next", "coming") and code in ("H", "F", "ML") and words[index + 1] != "-"
        return Reading(begins, index + 1, length(code, Decimal(1)), "dates/span", kind="duration") if spans else None
    if pointer in ("entire", "whole", "full"):
        return Reading(begins, index + 1, held_by(story(scan), code), "dates/unit", lean="story") if words[first - 1] == "the" else None
    if pointer == "that" and (words[index + 1] == "-" or words[index + 1].isdecimal() or words[first - 1] in SAYING):
        return None
    if pointer == "same":
        if not article and words[first - 1] != "that":
            return None
        begins = first - 1
    if article and (pointer == "past" or pointer in LATEST) and _is_span(scan, code, pointer, first):
        stretch = from_today(scan, pointer, code, Decimal(1))
        return Reading(begins, index + 1, length(code, Decimal(1)), "dates/span", kind="duration", interval=stretch)
    told = pointer in OF_SPEECH and not (pointer == "next" and (article or code == "D"))
    base = speech(scan) if told else story(scan)
    value = held_by(base, code) if STEPS[pointer] == 0 else moved(base, code, STEPS[pointer])
    found = Reading(begins, index + 1, value, "dates/unit")
    if code == "N":
        found.timex, found.kind = f"{value}TNI", "time"
    elif code == "D" and words[index + 1] in PARTS and scan.lower(index + 1):
        found.timex, found.kind, found.last = f"{value}T{PARTS[words[index + 1]]}", "time", index + 2
    elif code == "D" and pointer in ("this", "current") and "X" in value:
        found.timex = "PRESENT_REF"
    if pointer in ("this", "last", "next", "current") and "X" in value:
        found.lean = "unsettled"
    return _of_whole(scan, found, index, code)


def _is_span(scan: Scan, code: str, pointer: str, first: int) -> bool:
    """"the past year", "over the last year", "the last decade" are lengths; "the last year" alone is the year before."""
    if pointer == "past":
        return code not in ("WE", "Q", "N")
    if code in ("DE", "CE"):
        return True
    preposition = scan.words[first - 2]
    if scan.anchor.published is None or code not in ("Y", "M", "W") or preposition not in SPANNING:
        return False
    return preposition != "in" or pointer == "next" or code == "Y"


def _of_whole(scan: Scan, found: Reading, index: int, code: str) -> Reading:
    """"the same quarter of 2021", "the last day of June": the stretch behind "of" decides."""
    if scan.words[index + 1] != "of" or code not in ("Q", "D", "W", "M"):
        return found
    whole = scan.read(index + 2)
    if whole is None or whole.kind != "date" or whole.by not in ("dates/month", "dates/year", "dates/unit"):
        return found
    resolve(scan, whole)
    if "X" in whole.timex:
        return found
    around, known = interval(whole.timex), point(found.timex)
    if scan.words[index - 1] in ("last", "final") and around is not None and around.end:
        found.timex, found.last = held_by(around.end, code), whole.last
    elif code == "Q" and known is not None:
        found.timex, found.last = f"{whole.timex[:4]}-Q{(known.month + 2) // 3}", whole.last
    return found


def _definite(scan: Scan, index: int, code: str) -> Reading | None:
    """"the day", "the week", "the end of the year": the one spoken of; not "the day care", "the year that", "was the year"."""
    words, before, after = scan.words, scan.words[index - 2], scan.words[index + 1]
    if code not in ("D", "W", "M", "Y", "Q", "WE") or scan.capital(index) or before in NOT_THE:
        return None
    if code == "Q" and scan.anchor.published is None:
        return None                                             # a quarter of a game
    base = story(scan) if code == "D" or scan.anchor.published is None else speech(scan)
    value = held_by(base, code)
    if after in ("'s", "’s") and words[index + 2] == "end":
        return Reading(index - 1, index + 3, value, "dates/unit", mod="END")
    inside = before in ("in", "of") and words[index - 3] in INSIDE
    if after in GOES_ON and not (after == "in" and inside) or after.isalnum() and after not in FUNCTION or before == "of" and not inside:
        return None
    if code == "WE":
        return Reading(index - 1, index + 1, "XXXX-WXX-WE", "dates/weekend")
    if code == "D" and "X" in value and scan.anchor.published is not None:
        value = scan.anchor.day or value
    return Reading(index - 1, index + 1, value, "dates/unit", lean="definite")


def _numbered(scan: Scan, index: int, code: str) -> Reading | None:
    """"the third quarter of 2005", "the seventh day", "the first week of June", "a second consecutive day"."""
    words, at = scan.words, index - 1
    straight = words[at] in ADJECTIVES
    at -= words[at] in DASHES or straight
    first, number = at, ORDINALS.get(words[at])
    if words[at] in ENDINGS and words[at - 1].isdecimal() and scan.joined(at):
        first, number = at - 1, int(words[at - 1])
    if number is None or not scan.free(first) or words[first - 1] in OWNERS:
        return None
    begins = scan.article(first)
    if code in ("Q", "HY"):
        return share_of_year(scan, index, begins, code, number)
    if words[at] in ORDINALS and straight or words[index + 1] == "in" and words[index + 2:index + 4] == ["a", "row"]:
        begins -= words[begins - 1] == "a" and scan.free(begins - 1)
        return Reading(begins, index + 1, held_by(story(scan), code), "dates/numbered") if code in ("D", "W", "M", "Y") else None
    if words[index + 1] in ("of", "in"):
        whole = scan.read(index + 2)
        if whole is not None and whole.kind == "date" and whole.by in STRETCHES and whole.partner is None:
            resolve(scan, whole)
            value = _nth(whole.timex, code, number)
            if value:
                return Reading(begins, whole.last, value, "dates/numbered")
    if begins == first or code not in ("D", "W", "M", "Y", "N") or "-" in (words[index - 1], words[index + 1]) or scan.capital(index):
        return None
    if code == "N":
        return Reading(begins, index + 1, "XXXX-XX-XXTNI", "dates/numbered", kind="time", lean="generic")
    if code == "D":
        return Reading(begins, index + 1, UNKNOWN[code], "dates/numbered", lean="generic")
    if number == -1:
        return None
    return Reading(begins, index + 1, length(code, Decimal(1)), "dates/numbered", kind="duration", lean="generic")


def _nth(whole: str, code: str, number: int) -> str:
    """"2021-06", a unit and 3 → the value of its third week; "" where that cannot be said."""
    around = interval(whole)
    if around is None or around.start is None or around.end is None or code not in ("D", "W", "M", "WE", "Y", "DE"):
        return ""
    value = held_by(around.end, code) if number == -1 else moved(around.start, code, number - 1)
    if code == "WE" and number == -1 and (stretch := interval(value)) is not None and (stretch.start or "") > around.end:
        value = moved(around.end, code, -1)                     # the weekend after the last Monday of October is one of November
    return "" if "X" in value else value


def end_word(scan: Scan, index: int) -> Reading | None:
    """"end" at `index` → "month's end", "year's end", "year-end"."""
    words, at = scan.words, index - 2
    if words[index - 1] not in ("'s", "’s", "-") or words[at] not in ("month", "year", "week") or not scan.free(at):
        return None
    if words[at - 1] in STEPS:
        return None
    code = UNITS[words[at]]
    base = story(scan) if code == "M" or scan.anchor.published is None else speech(scan)
    return Reading(scan.article(at), index + 1, held_by(base, code), "dates/unit", mod="END")
