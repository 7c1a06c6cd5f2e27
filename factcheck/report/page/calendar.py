"""Dates and times in, days since the year 1 out, as numbers that can be drawn; and ticks at the turns of years, months or days."""
from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from factcheck.claims.said import said
from factcheck.model import Claim, Verdict
from factcheck.report.page.axis import Axis, Tick, placed
from factcheck.report.words import MONTHS, clean

Days = tuple[float | None, float | None]
DAY = 86_400


def span(claim: Claim) -> Days | None:
    """A claim about a date → the days it names, the last one to its end; None where it names no day of a known year."""
    interval, _ = said(claim.mention, claim.published)
    return None if interval is None else _span({"start": interval.start, "end": interval.end})


def references(verdicts: Iterable[Verdict]) -> list[tuple[Days, tuple[str, str]]]:
    """Verdicts → the dates of those rules that compare with a record, each with its words and its citation."""
    found: dict[str, tuple[Days, tuple[str, str]]] = {}
    for verdict in verdicts:
        right = next((step.input.get("right") for step in verdict.trail if step.step == "dates"), None)
        if isinstance(right, dict) and right.get("citation") and right.get("interval") and (days := _span(right["interval"])):
            found.setdefault(verdict.rule, (days, (clean(str(right.get("words", ""))), clean(str(right["citation"])))))
    return list(found.values())


def _span(interval: dict[str, Any]) -> Days | None:
    start, end = _parsed(interval["start"]), _parsed(interval["end"])
    if start is None and end is None:
        return None
    if end is not None and interval["end"] and "T" not in interval["end"]:
        end += 1.0
    return start, end


def _parsed(text: str | None) -> float | None:
    """An ISO date or time → days; a time of day without its date has none."""
    if not text or text.startswith("T"):
        return None
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant(moment)


def instant(moment: datetime.date | datetime.datetime) -> float:
    """A date or a time → days since the year 1, a time with a zone as it is in Greenwich."""
    if not isinstance(moment, datetime.datetime):
        return float(moment.toordinal())
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.UTC)
    return moment.toordinal() + (moment.hour * 3600 + moment.minute * 60 + moment.second) / DAY


def ticks(of: Axis) -> list[Tick]:
    """An axis of days → ticks at years, months, days or hours, whichever gives some six."""
    low, high = max(1.0, of.low), min(float(datetime.date.max.toordinal()), of.high)
    length = high - low
    first, last = datetime.date.fromordinal(int(low)), datetime.date.fromordinal(int(high))
    if length > 700:
        every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000) if length / 365 / step <= 6)
        days = [datetime.date(year, 1, 1) for year in range(first.year, last.year + 1) if year % every == 0]
        return placed([(of.at(day.toordinal()), str(day.year)) for day in days if low <= day.toordinal() <= high])
    if length > 50:
        months = [divmod(month, 12) for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)]
        days = [datetime.date(year, month + 1, 1) for year, month in months[::1 + len(months) // 7]]
        return placed([(of.at(day.toordinal()), f"{MONTHS[day.month - 1]} {day.year}") for day in days if low <= day.toordinal() <= high])
    if length > 2.5:
        step = 1 + int(length / 6)
        whole = range(int(low) + 1, int(high) + 1, step)
        return placed([(of.at(day), _short(datetime.date.fromordinal(day))) for day in whole])
    hours = next(step for step in (1, 2, 3, 6, 12) if length * 24 / step <= 7 or step == 12)
    turns = [turn * hours / 24 for turn in range(int(low * 24 / hours) + 1, int(high * 24 / hours) + 1)]
    return placed([(of.at(turn), _hour(turn)) for turn in turns])


def _short(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _hour(days: float) -> str:
    hour = round((days % 1) * 24) % 24
    return _short(datetime.date.fromordinal(round(days))) if hour == 0 else f"{hour:02}:00"
