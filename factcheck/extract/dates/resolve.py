"""A reading with unknown parts in, its value as far as the anchor tells it out.

The document's date comes first, with the tense around the expression; without one, the last date that the text spoke of lends its year.
What neither tells stays X. The clock is never asked.
"""
from __future__ import annotations

import datetime

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.named import holiday_date
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.tense import tense
from factcheck.extract.dates.timex import at as held_by, month_days, moved, point
from factcheck.extract.dates.timex import SEASONS

SPEECH_LEANS = frozenset(["last", "next", "this", "past", "coming", "upcoming", "current"])
STORY_STEPS = {"following": 1, "subsequent": 1, "previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "ensuing": 1}
SOON_DAYS, SOON_MONTHS = 45, 1     # without a verb to tell, a day so near ahead is the coming one, a later one the past one


def resolve(scan: Scan, found: Reading) -> None:
    """Fills in the year, the day or the date of `found` where its value has an X for it."""
    value = found.timex
    if value[:1] == "T":
        found.timex = _day_of_clock(scan, found) + value
        return
    if value[:4] != "XXXX" or len(value) < 6 or value[-1] == "X" and value[-2] in "QH" or found.lean in ("set", "unsettled", "generic", "offset"):
        return
    day, mark, clock = value.partition("T")
    rest = day[5:]
    if rest[:3] == "WXX":
        resolved = _weekend(scan, found) if rest == "WXX-WE" else _weekday(scan, found, int(rest[4])) if len(rest) == 5 else day
    elif rest[0] in "EN" and rest[1:2] != "X":
        resolved = _holiday(scan, found, day)
    elif rest[0] in "QH" or rest[:2] in SEASONS:
        resolved = _stretch(scan, found, day)
    elif rest[:2] == "XX" and rest[3:5].isdecimal():
        resolved = _month_day(scan, found, int(rest[3:5]))
    elif rest[:2] == "XX":
        if not (mark and found.by == "dates/part" and rest == "XX-XX"):
            return
        resolved = scan.anchor.published.isoformat() if scan.anchor.published and found.lean != "generic" else day
    else:
        resolved = _month(scan, found, day)
    found.timex = resolved + mark + clock


def _month_day(scan: Scan, found: Reading, day: int) -> str:
    """"on the 5th": in the month spoken of, or the nearest one before or after the document's date."""
    published = scan.anchor.published
    if published is None or scan.heard is not None:
        month = held_by(scan.anchor.spoken, "M")
        return f"{month}-{day:02d}"
    ahead = tense(scan, found.first, found.last) == "future"
    step = (day < published.day) if ahead else -(day > published.day)
    return f"{moved(published.isoformat(), 'M', int(step))}-{day:02d}"


def _lean(scan: Scan, found: Reading) -> str:
    """last, next, this, past, future or "" from the words of the expression and the sentence around it."""
    if found.lean in SPEECH_LEANS:
        return {"coming": "next", "upcoming": "next", "current": "this", "past": "last"}.get(found.lean, found.lean)
    return tense(scan, found.first, found.last)


def _month(scan: Scan, found: Reading, day: str) -> str:
    month = int(day[5:7])
    number = int(day[8:10]) if len(day) > 7 else None
    published = scan.anchor.published
    if found.lean in STORY_STEPS or published is None:
        year = _story_year(scan, found, month, number)
        return f"{year}{day[4:]}"
    year_ = year_for(month, number, published, _lean(scan, found))
    return f"{year_:04d}{day[4:]}"


def year_for(month: int, day: int | None, published: datetime.date, lean: str) -> int:
    """The year of a month or day without one, from the document's date and the direction."""
    own = (published.month, published.day) if day is not None else (published.month, 0)
    wanted = (month, day or 0)
    year = published.year
    if lean == "this":
        pass
    elif lean in ("past", "last"):
        year -= wanted > own or (lean == "last" and wanted == own)
    elif lean in ("future", "next"):
        year += wanted < own or (lean == "next" and wanted == own)
    else:
        months_ahead = (month - published.month) % 12
        if day is not None:
            days_ahead = (month - published.month) % 12 * 30 + (day - published.day)
            ahead = 0 <= days_ahead <= SOON_DAYS
            year += ahead and wanted < own
            year -= not ahead and wanted > own
        else:
            year += months_ahead <= SOON_MONTHS and wanted < own
            year -= months_ahead > SOON_MONTHS and wanted > own
    if day == 29 and month == 2:                                # the leap year in that direction
        step = 1 if lean in ("future", "next") else -1
        for _ in range(8):
            if month_days(year, 2) == 29:
                break
            year += step
    return year


def _story_year(scan: Scan, found: Reading, month: int, day: int | None) -> str:
    """The year that the narrative lends to a month or day."""
    if found.lean in SPEECH_LEANS and found.lean != "day":
        return "XXXX"
    known = point(scan.anchor.spoken)
    if known is None or known.unit in ("DE", "CE"):
        return "XXXX"
    year = known.year
    step = STORY_STEPS.get(found.lean, 0)
    section = scan.anchor.section
    if section and step == 0 and not (year == section + 1 and known.unit in ("M", "D") and scan.heard):
        return f"{section:04d}"                                 # under the heading "2003" a month is one of 2003
    if step > 0 and known.unit != "Y":
        year += (month, day or 99) <= (known.month, known.day)
    elif step < 0 and known.unit != "Y":
        year -= (month, day or 0) >= (known.month, known.day)
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def _weekday(scan: Scan, found: Reading, weekday: int) -> str:
    published = scan.anchor.published
    unknown = f"XXXX-WXX-{weekday}"
    if found.lean in STORY_STEPS or published is None:
        known = point(scan.anchor.spoken)
        if known is None or known.unit != "D" or known.year < 1 or found.lean in SPEECH_LEANS:
            return unknown
        spoken = datetime.date(known.year, known.month, known.day)
        step = STORY_STEPS.get(found.lean, 0)
        if step == 0:
            return spoken.isoformat() if spoken.isoweekday() == weekday else unknown
        return _nearest(spoken, weekday, step, False).isoformat()
    if found.relation == "to" and found.lean == "" and scan.anchor.spoken:
        known = point(scan.anchor.spoken)
        if known is not None and known.unit == "D" and known.year > 0:      # "Monday to Friday"
            return _nearest(datetime.date(known.year, known.month, known.day), weekday, 1, False).isoformat()
    lean = _lean(scan, found)
    if lean == "this":
        monday = published - datetime.timedelta(days=published.isoweekday() - 1)
        return (monday + datetime.timedelta(days=weekday - 1)).isoformat()
    if lean in ("future", "next"):
        return _nearest(published, weekday, 1, lean == "future").isoformat()
    return _nearest(published, weekday, -1, lean != "last").isoformat()


def _nearest(day: datetime.date, weekday: int, step: int, same: bool) -> datetime.date:
    """The nearest such weekday before (-1) or after (1) a day; that day itself where `same` allows."""
    distance = (weekday - day.isoweekday()) * step % 7
    return day + datetime.timedelta(days=step * (distance or (0 if same else 7)))


def _weekend(scan: Scan, found: Reading) -> str:
    published = scan.anchor.published
    if published is None:
        return found.timex
    lean = tense(scan, found.first, found.last)
    if lean == "future" or published.isoweekday() >= 6:
        return held_by(published.isoformat(), "WE")
    return moved(published.isoformat(), "WE", -1)


def _holiday(scan: Scan, found: Reading, day: str) -> str:
    """Easter, Thanksgiving: the year first, then the day is computed."""
    published = scan.anchor.published
    if published is None or found.lean in STORY_STEPS:
        known = point(scan.anchor.spoken)
        if known is None or known.year < 1 or found.lean in SPEECH_LEANS or known.unit in ("DE", "CE"):
            return "XXXX-XX-XX"
        return holiday_date(day, known.year) or day
    lean = _lean(scan, found)
    days = [holiday_date(day, year) or "" for year in (published.year - 1, published.year, published.year + 1)]
    today = published.isoformat()
    if lean == "this":
        return days[1]
    if lean in ("future", "next"):
        return next(d for d in days if d > today or d == today and lean == "future")
    if lean == "" and today <= days[1] <= moved(today, "D", SOON_DAYS):
        return days[1]
    return next(d for d in reversed(days) if d < today or d == today and lean != "last")


def _stretch(scan: Scan, found: Reading, day: str) -> str:
    """Seasons and quarters without a year."""
    published = scan.anchor.published
    code = day[5:]
    month = SEASONS[code][0] if code in SEASONS else 3 * int(code[1]) - 2 if code[0] == "Q" else 6 * int(code[1]) - 5
    if published is None or found.lean in STORY_STEPS:
        known = point(scan.anchor.spoken)
        if known is None or found.lean in SPEECH_LEANS or known.unit in ("DE", "CE"):
            return day
        year = known.year if found.lean or not scan.anchor.section else scan.anchor.section
        year += (STORY_STEPS.get(found.lean, 0) > 0 and month <= known.month and known.unit != "Y")
        return f"{year:04d}-{code}" if year > 0 else f"BC{-year:04d}-{code}"
    lean = _lean(scan, found)
    if code[0] in "QH" and lean == "":
        lean = "past"
    return f"{year_for(month, None, published, lean):04d}-{code}"


def _day_of_clock(scan: Scan, found: Reading) -> str:
    """The day that a time of day without one belongs to: the one spoken of in the sentence or paragraph, else the document's."""
    anchor = scan.anchor
    spoken = held_by(anchor.spoken, "D") if anchor.spoken else "XXXX-XX-XX"
    if anchor.published is not None and ("X" in spoken or scan.heard is None):
        return anchor.published.isoformat()
    return spoken
