"""Days with a name: "Christmas 2007", "New Year's Eve", "Easter Monday", "Labor Day", "9/11". Movable ones are computed."""
from __future__ import annotations

from typing import Any

from factcheck.extract.dates.days import year_number
from factcheck.extract.dates.feasts import holiday_date, settled
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import ALL_MONTHS, FUNCTION, HOLIDAYS, LANDMARKS, STEPS, WEEKDAYS, listed

Named = tuple[list[str], str]
LONGER = listed("holiday_longer")


UNMISTAKABLE = listed("holiday_plain")      # also in lower case
TIMELY = listed("feast_cues")
FEAST_PHASES = listed("feast_phases")
OTHER_YEARS = listed("other_new_years")
MOON = frozenset("IRPKL")


RULES = {"easter": "E", "orthodox": "O", "islam": "I", "rosh": "R", "passover": "P", "hanukkah": "K", "table": "L"}


def _code(entry: dict[str, Any]) -> str:
    """A holiday's record → the value behind its year: "12-25", as `feasts` reads it."""
    if "date" in entry:
        return str(entry["date"])
    for name, letter in RULES.items():
        if name in entry:
            return f"{letter}{entry[name]}"
    month, weekday, which, *later = entry["nth"]
    return f"N{int(month):02d}{weekday}{which}+{later[0] if later else 0}"


def _names() -> dict[str, dict[str, list[Named]]]:
    """The last word of a holiday → the word before it ("" for a name of one word) → the names."""
    table: dict[str, dict[str, list[Named]]] = {}
    for entry in HOLIDAYS:
        tokens = entry["name"].replace("-", " - ").split()
        table.setdefault(tokens[-1], {}).setdefault(tokens[-2] if len(tokens) > 1 else "", []).append((tokens, _code(entry)))
    for rows in table.values():
        for row in rows.values():
            row.sort(key=lambda name: -len(name[0]))            # "Lunar New Year" before "New Year"
    return table


NAMES = _names()


def holiday(scan: Scan, index: int) -> Reading | None:
    """The last word of a holiday at `index` → that day, with the year that follows."""
    words, names = scan.words, NAMES[scan.words[index]]
    for tokens, code in (*names.get(words[index - 1].replace("’", "'"), ()), *names.get("", ())):
        first = index + 1 - len(tokens)
        if not scan.free(first) or tokens[:-1] != [word.replace("’", "'") for word in words[first:index]]:
            continue
        number = year_number(words[index + 1])
        named = scan.capital(first) or tokens[0] in UNMISTAKABLE or len(tokens) > 1 and number is not None        # "earth day 2010"
        if not named or len(tokens) == 1 and words[index + 1] in LONGER:
            return None
        if code[0] in MOON and not (_own(scan, first, index) and (number is not None or _timely(scan, first))):
            return None
        if tokens[0] == "new" and words[first - 1] in OTHER_YEARS:
            return None                                         # another new year than that of January
        if tokens[0] == "new" and (tokens[-1] == "year" and words[index + 1] in LONGER or words[first - 1] == "a"):
            return None
        whole = scan.read(index + 2, 3) if words[index + 1] in ("of", "in") and words[index + 2] in STEPS else None
        if whole is not None and whole.by == "dates/unit" and len(whole.timex) == 4:                    # "Thanksgiving of last year"
            value = f"{whole.timex}-{code}"
            year = year_number(whole.timex)
            return _dated(first, whole.last, value, year) if year else Reading(first, whole.last, value, "dates/holiday")
        if number is not None:
            value = f"{number:04d}-{code}"
            return _dated(first, index + 2, value, number)
        if words[first - 1] in STEPS and scan.free(first - 1):
            return Reading(first - 1, index + 1, f"XXXX-{code}", "dates/holiday", lean=words[first - 1])
        return Reading(scan.article(first) if tokens[0] == "new" else first, index + 1, f"XXXX-{code}", "dates/holiday")
    return None


def _dated(first: int, last: int, value: str, year: int) -> Reading:
    """A holiday whose year is said."""
    day = holiday_date(value, year)
    if day is None:
        return Reading(first, last, value if value[5:6].isdecimal() else f"{year:04d}", "dates/holiday")
    timex, interval = settled(value, day)
    return Reading(first, last, timex, "dates/holiday", interval=interval)


def _own(scan: Scan, first: int, index: int) -> bool:
    """Whether the name of a feast is not part of a longer one: not "Tariq Ramadan", "the Yom Kippur War"."""
    before, after = scan.words[first - 1], scan.words[index + 1]
    if scan.capital(index + 1) and after not in FUNCTION and after not in ALL_MONTHS and after not in WEEKDAYS:
        return False
    return not (first == index and scan.capital(first - 1) and before not in FUNCTION and before not in STEPS)


def _timely(scan: Scan, first: int) -> bool:
    """Whether a feast is named as a time: "during Ramadan", "next Passover", and at the head of a sentence; not "the name Ashura"."""
    words, at = scan.words, first - 1
    if words[at] == "of" and words[at - 1] in FEAST_PHASES:
        return True
    at -= words[at] == "the"
    return words[at] in TIMELY or words[at] in STEPS or first == scan.sentence(first)[0]


def landmark(scan: Scan, index: int) -> Reading | None:
    """"9/11" from its first number at `index`."""
    words = scan.words
    if words[index + 1] != "/" or words[index + 2] != "11" or words[index + 3] in ("/", "of") or not scan.solid(index, index + 2):
        return None
    if scan.joined(index) and words[index - 1] not in ("(", "-", "–", "“", "\"", "‘"):
        return None
    return Reading(index, index + 3, LANDMARKS["9 / 11"], "dates/holiday", lean="attribute")
