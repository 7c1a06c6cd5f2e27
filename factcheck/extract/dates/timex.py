"""TIMEX3 values as strings: the interval each one covers, and counting from one to another.

A value is all that is known about a date: "2023-06-20", "2023-W25", "2009-Q4", "199" (a decade), "18" (a century), "BC0490",
"XXXX-07" (the year is unknown), "2006-01-26TNI" (its night), "2008-10-06T16:08Z". Results are kept in bounded tables, because the same
few dates return in every text.
"""
from __future__ import annotations

import datetime
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from factcheck.extract.dates.words import WIDTHS
from factcheck.model import Interval

UNKNOWN = {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "HY": "XXXX-HX",
           "Y": "XXXX", "DE": "XXX", "CE": "XX",
           "H": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX:XX", "S": "XXXX-XX-XXTXX:XX"}
GRANULARITY = {"D": "day", "N": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "HY": "half", "Y": "year",
               "DE": "decade", "CE": "century"}
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
PARTS = {"MO": ("05:00", "12:00"), "MI": ("11:00", "14:00"), "AF": ("12:00", "18:00"), "EV": ("17:00", "23:59"), "NI": ("18:00", "06:00"),
         "DT": ("05:00", "21:00"), "DA": ("03:00", "08:00")}


class Point(NamedTuple):
    """A date as far as it is known: `unit` is the finest part that was said; BC years are negative."""

    year: int
    month: int
    day: int
    unit: str


@lru_cache(maxsize=4096)
def point(timex: str) -> Point | None:
    """A TIMEX3 value → its first day and its unit; None where a part is unknown or no such day exists."""
    value = timex.partition("T")[0]
    sign = 1
    if value.startswith("BC"):
        sign, value = -1, value[2:]
    if "X" in value or not value[:2].isdecimal():
        return None
    if len(value) <= 3 and value.isdecimal():
        return Point(sign * int(value.ljust(4, "0")), 1, 1, "CE" if len(value) == 2 else "DE")
    year, rest = int(value[:4]) * sign, value[5:]
    if not rest:
        return Point(year, 1, 1, "Y")
    if rest[0] == "Q":
        return Point(year, 3 * int(rest[1]) - 2, 1, "Q")
    if rest[0] == "H":
        return Point(year, 6 * int(rest[1]) - 5, 1, "HY")
    if rest[:2] in SEASONS:
        return Point(year, SEASONS[rest[:2]][0], 1, "M")
    if rest[0] == "W":
        return _week(year, rest)
    month = int(rest[:2])
    if len(rest) == 2:
        return Point(year, month, 1, "M") if 1 <= month <= 12 else None
    day = int(rest[3:5])
    return Point(year, month, day, "D") if 1 <= month <= 12 and 1 <= day <= month_days(year, month) else None


def _week(year: int, rest: str) -> Point | None:
    """"W25", "W25-WE", "W25-3"."""
    last = rest[4:]
    try:
        day = datetime.date.fromisocalendar(year, int(rest[1:3]), 6 if last == "WE" else int(last or 1))
    except ValueError:
        return None
    return Point(day.year, day.month, day.day, "WE" if last == "WE" else "D" if last else "W")


def month_days(year: int, month: int) -> int:
    """A year and a month → how many days it has; before Christ February has 29."""
    return monthrange(year if year > 0 else 2000, month)[1]


def year_text(year: int) -> str:
    """A year → as TIMEX3 writes it: 1066, 0079, BC0044 for -44."""
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


@lru_cache(maxsize=4096)
def at(timex: str, unit: str) -> str:
    """A value and a unit → the value of that unit which holds it: "2009-06-18" at M is "2009-06"; X where the value is not that fine."""
    known = point(timex)
    if known is None:
        if unit == "Y" and timex[:4].isdecimal():
            return timex[:4]
        if unit == "M" and timex[:4] == "XXXX" and timex[5:7].isdecimal():
            return timex[:7]
        return UNKNOWN[unit]
    return written(known, unit)


FINENESS = {"CE": 0, "DE": 1, "Y": 2, "HY": 3, "Q": 4, "M": 5, "W": 6, "WE": 6, "D": 7, "N": 7, "H": 8, "TM": 8, "S": 8}


def written(known: Point, unit: str) -> str:
    """A point → its value at `unit`, or the unknown value where the point is coarser than that."""
    if FINENESS[unit] > FINENESS[known.unit] and not (unit in ("W", "WE", "D", "N") and known.unit in ("W", "WE", "D")):
        return UNKNOWN[unit]
    year = year_text(known.year)
    match unit:
        case "CE":
            return year[:-2]
        case "DE":
            return year[:-1]
        case "Y":
            return year
        case "HY":
            return f"{year}-H{(known.month + 5) // 6}"
        case "Q":
            return f"{year}-Q{(known.month + 2) // 3}"
        case "M":
            return f"{year}-{known.month:02d}"
        case "W" | "WE":
            if known.year < 1:
                return UNKNOWN[unit]
            calendar = datetime.date(known.year, known.month, known.day).isocalendar()
            return f"{calendar.year:04d}-W{calendar.week:02d}" + ("-WE" if unit == "WE" else "")
    return f"{year}-{known.month:02d}-{known.day:02d}"


@lru_cache(maxsize=4096)
def moved(timex: str, unit: str, amount: int) -> str:
    """A value, a unit and how many of it → the value so far away, as fine as the unit: "2023-06-20" and Y, -1 is "2022"."""
    known = point(timex)
    if known is None or (known.unit not in ("D", "W", "WE") if unit in ("D", "N") else FINENESS[known.unit] < FINENESS[unit]):
        return UNKNOWN[unit]
    year, month, day, fine = known
    try:
        if unit in ("D", "N", "W", "WE"):
            date = datetime.date(year, month, day) + datetime.timedelta(days=amount * (7 if unit in ("W", "WE") else 1))
            return written(Point(date.year, date.month, date.day, "D"), unit)
        months = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "DE": 120, "CE": 1200}[unit] * amount
        total = year * 12 + month - 1 + months
        year, month = divmod(total, 12)
        if known.year < 0 <= year:
            year += 1                                           # there is no year 0
        return written(Point(year, month + 1, 1, "D"), unit) if 0 < abs(year) <= 9999 else UNKNOWN[unit]
    except (OverflowError, ValueError):
        return UNKNOWN[unit]


@lru_cache(maxsize=4096)
def interval(timex: str, mod: str | None = None) -> Interval | None:
    """A value and its modifier → the days it may mean, both ends included; no ends where it is unknown; None for no calendar value."""
    if timex[:1] == "P" or timex[-4:] == "_REF":
        return None
    value, mark, clock = timex.partition("T")
    if mark:
        return _clock(value, clock)
    if timex[:2] == "FY" and timex[2:6].isdecimal():            # a business year may begin in any month
        year = int(timex[2:6])
        return Interval(f"{year - 1:04d}-02-01", f"{year + 1:04d}-06-30", "quarter" if "Q" in timex else "year")
    known = point(timex)
    if known is None or known.year < 1:
        return Interval(None, None, granularity(timex))
    if timex[5:7] in SEASONS:
        first, last = SEASONS[timex[5:7]]
        if timex[5:7] == "WI":                                  # the winter of 1951 lies before its spring or after its autumn
            return Interval(f"{known.year - 1:04d}-12-01", f"{known.year + 1:04d}-03-31", "season")
        return Interval(f"{known.year:04d}-{first:02d}-01", f"{known.year:04d}-{last:02d}-{month_days(known.year, last)}", "season")
    try:
        start, end = _ends(known, mod or "")
    except (ValueError, OverflowError):
        return Interval(None, None, GRANULARITY[known.unit])
    return Interval(start.isoformat(), end.isoformat(), GRANULARITY[known.unit])


def _ends(known: Point, mod: str) -> tuple[datetime.date, datetime.date]:
    year, month, day, unit = known
    if unit == "D":
        start = datetime.date(year, month, day)
        return start, start
    if unit in ("W", "WE"):
        start = datetime.date(year, month, day)
        return start, start + datetime.timedelta(days=6 if unit == "W" else 1)
    narrow = WIDTHS.get(GRANULARITY[unit], {}).get(mod)
    if unit == "M":
        low, high = narrow or (1, 31)
        return datetime.date(year, month, low), datetime.date(year, month, min(high, month_days(year, month)))
    if unit == "Y":
        low, high = narrow or (1, 12)
        return datetime.date(year, low, 1), datetime.date(year, high, month_days(year, high))
    if unit in ("Q", "HY"):
        high = month + (2 if unit == "Q" else 5)
        return datetime.date(year, month, 1), datetime.date(year, high, month_days(year, high))
    low, high = narrow or ((0, 9) if unit == "DE" else (0, 100))          # a century's last year may be 1900 or 1899
    return datetime.date(year + low, 1, 1), datetime.date(year + high, 12, 31)


def _clock(value: str, clock: str) -> Interval:
    """"2006-01-26" and "NI" or "16:08Z" → the hours of that part of the day, or that minute."""
    known = point(value)
    if clock[:2] in PARTS:
        if known is None or known.year < 1:
            return Interval(None, None, "part")
        first, last = PARTS[clock[:2]]
        end = moved(value, "D", 1) if clock[:2] == "NI" else value
        return Interval(f"{value}T{first}", f"{end}T{last}", "part")
    digits = clock.rstrip("Z")[:8]
    fine = "second" if digits.count(":") == 2 else "minute" if ":" in digits else "hour"
    if known is None or known.year < 1 or not digits[:2].isdecimal() or not valid_clock(digits):
        return Interval(None, None, fine)
    return Interval(f"{value}T{clock}", f"{value}T{clock}", fine)


def before_christ(timex: str) -> tuple[str | None, str | None]:
    """"BC0044-03-15" → its first and last day as ISO 8601 counts years (44 BC is -0043, 1 BC is 0000), by the Gregorian calendar.

    Nothing for a season and for a value with unknown parts. A century ends with its round year, as that of others does.
    """
    known = point(timex)
    if known is None or timex[7:9] in SEASONS:
        return None, None
    year, month, day, unit = known
    if unit == "D":
        return (_iso(year, month, day),) * 2
    if unit == "M":
        return _iso(year, month, 1), _iso(year, month, monthrange((year + 1) % 400 + 400, month)[1])
    longer = {"Y": 0, "DE": 9, "CE": 100}.get(unit)
    return (None, None) if longer is None else (_iso(year - longer, 1, 1), _iso(year, 12, 31))


def _iso(year: int, month: int, day: int) -> str:
    return f"{year + 1:0{5 if year < -1 else 4}d}-{month:02d}-{day:02d}"


def valid_clock(digits: str) -> bool:
    """"22:15" is a time of day, "25:30" is not."""
    parts = [int(part) for part in digits[:8].split("+")[0].split("-")[0].split(":") if part.isdecimal()]
    return bool(parts) and (parts[0] < 24 or parts == [24, 0]) and all(part < 60 for part in parts[1:])


def granularity(timex: str) -> str:
    """The granularity a value with unknown parts still has: "XXXX-07" is a month, "2024-06-31" a day."""
    value = timex.removeprefix("BC").partition("T")[0]
    rest = value[5:]
    if not rest:
        return {2: "century", 3: "decade"}.get(len(value), "year")
    if rest[0] == "W":
        return "weekend" if rest.endswith("WE") else "day" if len(rest) > 3 else "week"
    if rest[0] == "Q":
        return "quarter"
    if rest[0] == "H":
        return "half"
    if rest[:2] in SEASONS:
        return "season"
    return "month" if len(rest) == 2 else "day"
