"""Stretches of time by length: "the past three years", "the next few days", "over the past year", "the first two months of 1939"."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract.dates.amounts import amount, written
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.timex import interval, moved
from factcheck.extract.dates.words import ADJECTIVES, OF_SPEECH, STEPS, listed
from factcheck.model import Interval

LETTER = {"D": "D", "N": "D", "W": "W", "WE": "W", "F": "W", "M": "M", "Q": "Q", "HY": "Y", "Y": "Y", "DE": "DE", "CE": "CE", "ML": "ML",
          "H": "H", "TM": "M", "S": "S"}
CLOCK_UNITS = ("H", "TM", "S")
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS = {"D": 1, "N": 1, "W": 7, "F": 14}
PLURAL_POINTERS = listed("plural_pointers")
EDGES = listed("edges")      # "the first two months of 1939"
MANY = frozenset(["many", "numerous"])
REPEATING = frozenset(["every", "each"])
POINTERS = PLURAL_POINTERS | EDGES | REPEATING
LONGEST_AMOUNT = 7           # tokens between a pointer and its unit
FROM_END = frozenset(["final", "closing", "last"])
LONGEST = 3000               # units; a longer stretch has no interval


def length(code: str, number: Decimal | Fraction | None) -> str:
    """A unit and how many of it → the TIMEX3 duration: "P3Y", "PT2H", "PXD"."""
    if code == "F":
        code, number = "W", None if number is None else number * 2
    return f"{'PT' if code in CLOCK_UNITS else 'P'}{written(number)}{LETTER[code]}"


def plural(scan: Scan, index: int, code: str) -> Reading | None:
    """A plural unit at `index` with a pointer before it or its number → the stretch, else None."""
    words, before = scan.words, scan.words[index - 1]
    if before == "recent":
        return Reading(scan.article(index - 1), index + 1, "PAST_REF", "dates/vague")
    if before in MANY and code in LETTER and code not in CLOCK_UNITS and words[index - 2] != "how":
        return Reading(index - 1, index + 1, length(code, None), "dates/span", kind="duration")               # "after many years"
    if before in ("these", "those") and code == "D":
        return Reading(index - 1, index + 1, "PRESENT_REF" if before == "these" else "PAST_REF", "dates/vague")
    if before == "the" and code in ("Y", "CE", "DE"):           # "over the years"
        through = words[index - 2] in ("over", "through", "down", "throughout")
        return Reading(index - 1, index + 1, length(code, None), "dates/span", kind="duration") if through else None
    if before == "couple" and words[index - 2] in PLURAL_POINTERS and scan.free(index - 2):
        return _pointed(scan, index, code, words[index - 2], Decimal(2), index - 2)             # "over the next couple weeks"
    if before in PLURAL_POINTERS:
        number, first = amount(scan, index - 1)                 # "the four previous weeks"
        return _pointed(scan, index, code, before, number, min(first, index - 1))
    if POINTERS.isdisjoint(words[max(0, index - LONGEST_AMOUNT):index]):
        return None                                             # a plain amount
    top = index - (before in ADJECTIVES)                        # "the past five trading days"
    number, first = amount(scan, top)
    if first == top or not scan.free(first - 1):
        return None
    pointer = words[first - 1]
    if pointer in REPEATING:
        return Reading(first - 1, index + 1, length(code, number), "dates/set", lean="set")
    if pointer in PLURAL_POINTERS or pointer in EDGES:
        return _pointed(scan, index, code, pointer, number, first - 1)
    return None


def _pointed(scan: Scan, index: int, code: str, pointer: str, number: Decimal | Fraction | None, first: int) -> Reading | None:
    """The stretch that a pointer gives a place: with "of" the edge of a longer one, else counted from the document's date."""
    begins = scan.article(first)
    found = Reading(begins, index + 1, length(code, number), "dates/span", kind="duration")
    if pointer in EDGES and scan.words[index + 1] == "of":
        whole = scan.read(index + 2)
        if whole is not None and whole.kind == "date" and "X" not in whole.timex:
            found.last, found.interval = whole.last, _edge(whole, code, number, pointer in FROM_END)
            return found
    if pointer in EDGES and pointer != "last":
        return found if begins < first else None
    found.interval = from_today(scan, pointer, code, number)
    return found


def from_today(scan: Scan, pointer: str, code: str, number: Decimal | Fraction | None) -> Interval | None:
    """"the past three years" → the three years up to the document's date; None where that is unknown."""
    day = scan.anchor.published
    if day is None or pointer not in OF_SPEECH or number is None or number != int(number) or number > LONGEST:
        return None
    if code in DAYS:
        other = moved(day.isoformat(), "D", STEPS[pointer] * int(number) * DAYS[code])
    elif code in MONTHS:
        month = moved(day.isoformat(), "M", STEPS[pointer] * int(number) * MONTHS[code])
        other = f"{month}-{min(day.day, 28):02d}"
    else:
        return None
    return None if "X" in other or other.startswith("BC") else Interval(min(other, day.isoformat()), max(other, day.isoformat()), "day")


def _edge(whole: Reading, code: str, number: Decimal | Fraction | None, last: bool) -> Interval | None:
    """The first or last so many units of a stretch."""
    around = interval(whole.timex)
    if around is None or around.start is None or around.end is None or number is None or number != int(number) or not 0 < number <= LONGEST:
        return None
    edge, step = (around.end, -1) if last else (around.start, 1)
    if code in DAYS:
        inner = moved(edge, "D", step * (int(number) * DAYS[code] - 1))
    elif code in MONTHS:
        stretch = interval(moved(edge, "M", step * (int(number) * MONTHS[code] - 1)))
        inner = (stretch.start if last else stretch.end) or "X" if stretch is not None else "X"
    else:
        return None
    return None if "X" in inner else Interval(min(edge, inner), max(edge, inner), "day")
