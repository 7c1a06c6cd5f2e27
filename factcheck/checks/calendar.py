"""Dates and times as plain JSON values in, two spans on one scale out; their relation is that of any two intervals.

A date is an interval by granularity: 2014 contains June 2014. What is not known is not compared: without years days are compared by
month and day, without a date times by the clock, and a time of an unknown zone never meets one of a known zone. Gets wrong: calendars
other than the Gregorian, and a clock that passes midnight between two zones when no day is given.
"""
from __future__ import annotations

import datetime
import re
from typing import Any

from factcheck.checks.algebra import between
from factcheck.data import load

Json = dict[str, Any]
Span = tuple[Any, Any]

TIME = re.compile(r"(?P<day>.*?)T(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?$")     # "2024-02-06T22:15+03:00"
YEARLESS = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?$")                                                # "XXXX-07"  "XXXX-06-12"
WEEKDAY = re.compile(r"XXXX-WXX-(?P<day>[1-7])$")                                                                 # "XXXX-WXX-5"
MINUTES = re.compile(r"\d[:.]\d\d|\d{4}|:")                # "3:00 p.m." is said to the minute, "3 p.m." to the hour
# 2013 in "until 2013" is no 2013 in "in 2013"; what has been so since 2013 began in it.
TURNS = {"begin": ("start of ",), "end": ("end of ",)}          # "ended in 2004" tells the end of what "lasted until 2004"
ROLES = {"until": ("end of ",), "to": ("end of ",), "from": ("start of ",), "since": ("", "start of ")}


def meet(given: Json) -> Json:
    """Two dates or times (`left`, `right`) → their spans on the finest scale both know; `scale` is null where there is none."""
    left, right = _scales(given["left"]), _scales(given["right"])
    for scale in left:
        if scale in right:
            return {"scale": scale, "left": _shown(left[scale]), "right": _shown(right[scale])}
    words = given["left"].get("timex")
    if words and words == given["right"].get("timex"):
        return {"scale": "as written", "left": _shown((words, words)), "right": _shown((words, words))}
    return {"scale": None, "left": None, "right": None}


def relation(given: Json) -> Json:
    """Two spans on one scale → their one relation."""
    if given.get("scale") is None:
        return {"relation": "incomparable", "far": False}
    left, right = given["left"], given["right"]
    return {
        "relation": between(((left["low"], False), (left["high"], False)), ((right["low"], False), (right["high"], False))),
        "far": False,
    }


def _shown(span: Span) -> Json:
    return {"low": span[0], "high": span[1]}


def _scales(side: Json) -> dict[str, Span]:
    """Every scale on which the date or time has a place, finest first."""
    text = side.get("timex") or ""
    if side["kind"] == "time" or "T" in text:
        return _time_scales(side)
    roles = ROLES.get(side.get("relation") or "", ("",)) + TURNS.get(side.get("turn") or "", ())
    return {role + scale: span for role in roles for scale, span in _date_scales(side).items()}


def _date_scales(side: Json) -> dict[str, Span]:
    text = side.get("timex") or ""
    found: dict[str, Span] = {}
    interval = side.get("interval") or {}
    start, end = _day(interval.get("start")), _day(interval.get("end"))
    if start and end:
        low, high = _softened(start, end, side)
        found["date"] = _opened(_iso(low), _iso(high), start, end, side)
        if low.year == high.year and (high - low).days < 300:
            found["day of the year"] = (f"{low:%m-%d}", f"{high:%m-%d}")
        if start == end:
            found["weekday"] = (start.isoweekday(), start.isoweekday())
    elif yearless := YEARLESS.match(text):
        month, day = yearless["month"], yearless["day"]
        found["day of the year"] = (f"{month}-{day or '01'}", f"{month}-{day or '31'}")
    elif weekday := WEEKDAY.match(text):
        found["weekday"] = (int(weekday["day"]), int(weekday["day"]))
    return found


def _opened(low: str, high: str, start: datetime.date, end: datetime.date, side: Json) -> Span:
    """by June 2014: nothing after June; before: nothing from its first day on; after: nothing up to its last."""
    relation = side.get("relation")
    if relation == "by":
        return None, high
    if relation == "before":
        return None, _iso(start - datetime.timedelta(1)) if start > datetime.date.min else low
    return (_iso(end + datetime.timedelta(1)), None) if relation == "after" and end < datetime.date.max else (low, high)


def _softened(start: datetime.date, end: datetime.date, side: Json) -> tuple[datetime.date, datetime.date]:
    table, modifier = load("roundness"), side.get("mod")
    if modifier == "APPROX" or side.get("modifier") == "about":
        row = table["about"].get((side.get("interval") or {}).get("granularity"), {})
        return _moved(start, -int(row.get("days", 0))), _moved(end, int(row.get("days", 0)))
    edge = round(((end - start).days + 1) * float(table["edges"]["share"]))
    return (_moved(start, -edge) if modifier in ("END", "MID") else start), (_moved(end, edge) if modifier in ("START", "MID") else end)


def _moved(day: datetime.date, days: int) -> datetime.date:
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return day


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _iso(day: datetime.date) -> str:
    return day.isoformat()


def _time_scales(side: Json) -> dict[str, Span]:
    """Minutes on the clock: with day and zone, with day alone, with zone alone, with neither."""
    interval = side.get("interval") or {}
    first = TIME.match(interval.get("start") or side.get("timex") or "")
    last = TIME.match(interval.get("end") or "") or first
    if not first or not last:
        return {}
    day, minutes = _day(first["day"]), _minutes(first)
    low, high = _clock(minutes, _minutes(last), first, side)
    zone = first["zone"]
    if zone:
        shift = _shift(zone)
        found: dict[str, Span] = {}
        if day:
            base = day.toordinal() * 1440 - shift
            found["minute in universal time"] = (base + low, base + high)
        start = (low - shift) % 1440
        found["clock in universal time"] = (start, start + high - low)
        return found
    found = {"minute in local time": (day.toordinal() * 1440 + low, day.toordinal() * 1440 + high)} if day else {}
    return {scale: _one_end(span, side) for scale, span in {**found, "clock in local time": (low, high)}.items()}


def _one_end(span: Span, side: Json) -> Span:
    """"After 2:09 a.m." has no last minute, "before noon" and "by noon" no first one."""
    low, high = span
    relation = side.get("relation")
    return (None, high) if relation in ("before", "by") else (low, None) if relation == "after" else span


def _minutes(found: re.Match[str]) -> int:
    return int(found["hour"]) * 60 + int(found["minute"] or 0)


def _clock(low: int, high: int, found: re.Match[str], side: Json) -> tuple[int, int]:
    """The minutes that a time as written allows: to the hour, to a quarter, about."""
    table = load("roundness")
    hourly = found["minute"] is None or (found["minute"] == "00" and not MINUTES.search(side.get("words") or ":"))
    if side.get("mod") == "APPROX" or side.get("modifier") in ("about", "nearly", "just_over"):
        slack = int(table["about"]["hour" if hourly else "minute"]["minutes"])
    elif (side.get("interval") or {}).get("granularity") == "part":
        reach = int(table["clock"]["part"]["minutes"])
        return low - reach, max(low, high) + reach
    elif hourly:
        slack = int(table["clock"]["hour"]["minutes"])
    else:
        slack = int(table["clock"]["quarter"]["minutes"]) if low % 15 == 0 else 0
    return low - slack, (low if hourly else max(low, high)) + slack


def _shift(zone: str) -> int:
    if zone == "Z":
        return 0
    digits = zone[1:].replace(":", "")
    return (1 if zone[0] == "+" else -1) * (int(digits[:2]) * 60 + int(digits[2:]))


def month_name(month: int, lang: str = "en") -> str:
    """1 → "January"."""
    return str([*load(f"lang.{lang}.dates")["months"]["names"]][month - 1]).capitalize()
