"""Days with a name: "Christmas 2007", "New Year's Eve", "Easter Monday", "Labor Day", "9/11". Movable ones are computed."""
from __future__ import annotations

import datetime
from typing import Any

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.months import year_number
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.timex import month_days
from factcheck.extract.dates.words import HOLIDAYS, LANDMARKS, STEPS, listed

Named = tuple[list[str], str]
LONGER = listed("holiday_longer")


UNMISTAKABLE = listed("holiday_plain")      # also in lower case


def _code(entry: dict[str, Any]) -> str:
    """A holiday's record → the value behind its year: "12-25", "E-2" (from Easter), "N1144" (month, weekday, which, days after)."""
    if "date" in entry:
        return str(entry["date"])
    if "easter" in entry:
        return f"E{entry['easter']}"
    month, weekday, which, *later = entry["nth"]
    return f"N{int(month):02d}{weekday}{which}+{later[0] if later else 0}"


def _names() -> dict[str, dict[str, list[Named]]]:
    """The last word of a holiday → the word before it ("" for a name of one word) → the names."""
    table: dict[str, dict[str, list[Named]]] = {}
    for entry in HOLIDAYS:
        tokens = entry["name"].replace("-", " - ").split()
        table.setdefault(tokens[-1], {}).setdefault(tokens[-2] if len(tokens) > 1 else "", []).append((tokens, _code(entry)))
    return table


NAMES = _names()


def holiday(scan: Scan, index: int) -> Reading | None:
    """The last word of a holiday at `index` → that day, with the year that follows."""
    words, names = scan.words, NAMES[scan.words[index]]
    for tokens, code in (*names.get(words[index - 1].replace("’", "'"), ()), *names.get("", ())):
        first = index + 1 - len(tokens)
        if not scan.free(first) or tokens[:-1] != [word.replace("’", "'") for word in words[first:index]]:
            continue
        if not scan.capital(first) and tokens[0] not in UNMISTAKABLE or len(tokens) == 1 and words[index + 1] in LONGER:
            return None
        if tokens[0] == "new" and (tokens[-1] == "year" and words[index + 1] in LONGER or words[first - 1] == "a"):
            return None
        number = year_number(words[index + 1])
        if number is not None:
            value = f"{number:04d}-{code}"
            return Reading(first, index + 2, holiday_date(value, number) or value, "dates/holiday")
        if words[first - 1] in STEPS and scan.free(first - 1):
            return Reading(first - 1, index + 1, f"XXXX-{code}", "dates/holiday", lean=words[first - 1])
        return Reading(scan.article(first) if tokens[0] == "new" else first, index + 1, f"XXXX-{code}", "dates/holiday")
    return None


def holiday_date(value: str, year: int) -> str | None:
    """"XXXX-E-2" or "XXXX-N1144+0" and a year → that day, computed; None for a plain month and day."""
    code = value[5:]
    if code[:1] == "E":
        return (easter(year) + datetime.timedelta(days=int(code[1:]))).isoformat()
    if code[:1] != "N":
        return None
    rule, _, later = code[1:].partition("+")
    month, weekday, which = int(rule[:2]), int(rule[2]), int(rule[3:])
    if which < 0:
        day = datetime.date(year, month, month_days(year, month))
        day -= datetime.timedelta(days=(day.isoweekday() - weekday) % 7)
    else:
        day = datetime.date(year, month, 1)
        day += datetime.timedelta(days=(weekday - day.isoweekday()) % 7 + 7 * (which - 1))
    return (day + datetime.timedelta(days=int(later))).isoformat()


def easter(year: int) -> datetime.date:
    """Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, hundreds, rest = year % 19, year // 100, year % 100
    leap, left = divmod(hundreds, 4)
    drift = (8 * hundreds + 13) // 25
    epact = (19 * golden + hundreds - leap - drift + 15) % 30
    four, days = divmod(rest, 4)
    offset = (32 + 2 * left + 2 * four - epact - days) % 7
    turn = (golden + 11 * epact + 19 * offset) // 433
    month = (epact + offset - 7 * turn + 90) // 25
    return datetime.date(year, month, (epact + offset - 7 * turn + 33 * month + 19) % 32)


def landmark(scan: Scan, index: int) -> Reading | None:
    """"9/11" from its first number at `index`."""
    words = scan.words
    if words[index + 1] != "/" or words[index + 2] != "11" or words[index + 3] in ("/", "of") or not scan.solid(index, index + 2):
        return None
    if scan.joined(index) and words[index - 1] not in ("(", "-", "–", "“", "\"", "‘"):
        return None
    return Reading(index, index + 3, LANDMARKS["9 / 11"], "dates/holiday", lean="attribute")
