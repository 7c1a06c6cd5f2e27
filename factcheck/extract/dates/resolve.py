"""A reading with unknown parts in, its value as far as the anchor tells it out.

The document's date comes first, with the tense around the expression; without one, the last date that the text spoke of lends its year.
What neither tells stays X. The clock is never asked.
"""
from __future__ import annotations

import datetime

from factcheck.extract.dates.feasts import holiday_date, settled
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.tense import tense
from factcheck.extract.dates.timex import SEASONS, month_days, moved, point, year_text
from factcheck.extract.dates.timex import at as held_by
from factcheck.extract.dates.words import OF_SPEECH, STEPS

STORY_STEPS = {word: step for word, step in STEPS.items() if word not in OF_SPEECH}
SETTLED_LEANS = frozenset(["set", "unsettled", "generic", "offset"])
SOON_DAYS, SOON_MONTHS = 45, 1     # without a verb to tell, a day so near ahead is the coming one, a later one the past one
FEASTS = frozenset("ENOIRPKL")     # the letters that the rule of a feast begins with
LEAP_CYCLE = 8                     # years in which a leap year must come, also around 1900


def speech(scan: Scan) -> str:
    """The value that "last year" and "ago" count from: the document's date, "" where unknown."""
    return scan.anchor.published.isoformat() if scan.anchor.published else ""


def story(scan: Scan) -> str:
    """The value that "later" and "the following year" count from: the last date spoken of, else the document's."""
    return scan.anchor.spoken or speech(scan)


def resolve(scan: Scan, found: Reading) -> None:
    """Fills in the year, the day or the date of `found` where its value has an X for it."""
    value = found.timex
    if value[:1] == "T":
        found.timex = _day_of_clock(scan) + value
        return
    if value[:4] != "XXXX" or len(value) < 6 or found.lean in SETTLED_LEANS:
        return
    day, mark, clock = value.partition("T")
    rest = day[5:]
    if rest[:3] == "WXX":
        day = _weekday(scan, found, int(rest[4])) if len(rest) == 5 else _weekend(scan, found) if rest == "WXX-WE" else day
    elif rest[0] in FEASTS:
        day, found.interval = settled(day, _holiday(scan, found, day))
    elif rest[0] in "QH" or rest[:2] in SEASONS:
        day = day if rest[1] == "X" else _stretch(scan, found, day)
    elif rest[:2] != "XX":
        day = _month(scan, found, day)
    elif rest[3:].isdecimal():
        day = _day_of_month(scan, found, int(rest[3:]))
    elif mark and found.by == "dates/part" and rest == "XX-XX":     # "overnight"
        day = speech(scan) or day
    found.timex = day + mark + clock


def _lean(scan: Scan, found: Reading) -> str:
    """last, next, this, past, future or "" from the words of the expression and the sentence around it."""
    return found.lean if found.lean in OF_SPEECH else tense(scan, found.first, found.last)


def _month(scan: Scan, found: Reading, day: str) -> str:
    month, number, published = int(day[5:7]), int(day[8:10]) if len(day) > 7 else None, scan.anchor.published
    if published is None or found.lean in STORY_STEPS:
        return _story_year(scan, found, month, number) + day[4:]
    return f"{year_for(month, number, published, _lean(scan, found)):04d}{day[4:]}"


def year_for(month: int, day: int | None, published: datetime.date, lean: str) -> int:
    """The year of a month or day without one, from the document's date and the direction."""
    own, wanted, year = (published.month, published.day if day is not None else 0), (month, day or 0), published.year
    if lean in ("past", "last"):
        year -= wanted > own or lean == "last" and wanted == own
    elif lean in ("future", "next"):
        year += wanted < own or lean == "next" and wanted == own
    elif lean != "this":
        months = (month - published.month) % 12
        soon = 0 <= months * 30 + day - published.day <= SOON_DAYS if day is not None else months <= SOON_MONTHS
        year += (soon and wanted < own) - (not soon and wanted > own)
    if (month, day) == (2, 29):                                 # the leap year in that direction
        step = 1 if lean in ("future", "next") else -1
        year = next(leap for leap in range(year, year + step * LEAP_CYCLE + step, step) if month_days(leap, 2) == 29)
    return year


def _story_year(scan: Scan, found: Reading, month: int, day: int | None) -> str:
    """The year that the narrative lends to a month, a day or a season."""
    known = point(scan.anchor.spoken)
    if known is None or known.unit in ("DE", "CE") or found.lean in OF_SPEECH:
        return "XXXX"
    year, step, section = known.year, STORY_STEPS.get(found.lean, 0), scan.anchor.section
    if section and step == 0 and not (year == section + 1 and known.unit in ("M", "D") and scan.heard):
        return year_text(section)                               # under the heading "2003" a month is one of 2003
    if step > 0 and known.unit != "Y":
        year += (month, day or 99) <= (known.month, known.day)
    elif step < 0 and known.unit != "Y":
        year -= (month, day or 0) >= (known.month, known.day)
    return year_text(year)


def _weekday(scan: Scan, found: Reading, weekday: int) -> str:
    published, known = scan.anchor.published, point(scan.anchor.spoken)
    spoken = datetime.date(known.year, known.month, known.day) if known is not None and known.unit == "D" and known.year > 0 else None
    if found.lean in STORY_STEPS or published is None:
        step = STORY_STEPS.get(found.lean, 0)
        if spoken is None or found.lean in OF_SPEECH or step == 0 and spoken.isoweekday() != weekday:
            return f"XXXX-WXX-{weekday}"
        return _nearest(spoken, weekday, step, same=False).isoformat() if step else spoken.isoformat()
    if found.relation == "to" and not found.lean and spoken is not None:      # "Monday to Friday"
        return _nearest(spoken, weekday, 1, same=False).isoformat()
    lean = _lean(scan, found)
    if lean == "this":
        return (published + datetime.timedelta(days=weekday - published.isoweekday())).isoformat()
    ahead = lean in ("future", "next")
    return _nearest(published, weekday, 1 if ahead else -1, same=lean not in ("next", "last")).isoformat()


def _nearest(day: datetime.date, weekday: int, step: int, same: bool) -> datetime.date:
    """The nearest such weekday before (-1) or after (1) a day; that day itself where `same` allows."""
    distance = (weekday - day.isoweekday()) * step % 7
    return day + datetime.timedelta(days=step * (distance or (0 if same else 7)))


def _weekend(scan: Scan, found: Reading) -> str:
    published = scan.anchor.published
    if published is None:
        return found.timex
    if published.isoweekday() >= 6 or tense(scan, found.first, found.last) == "future":
        return held_by(published.isoformat(), "WE")
    return moved(published.isoformat(), "WE", -1)


def _holiday(scan: Scan, found: Reading, day: str) -> str:
    """Easter, Thanksgiving: the year first, then the day is computed."""
    published = scan.anchor.published
    if published is None or found.lean in STORY_STEPS:
        known = point(scan.anchor.spoken)
        if known is None or known.year < 1 or found.lean in OF_SPEECH or known.unit in ("DE", "CE"):
            return "XXXX-XX-XX"
        return holiday_date(day, known.year) or "XXXX-XX-XX"
    lean, today = _lean(scan, found), published.isoformat()
    before, own, after = (holiday_date(day, year) or "" for year in (published.year - 1, published.year, published.year + 1))
    if lean == "this" or lean == "" and today <= own <= moved(today, "D", SOON_DAYS):
        return own
    if lean in ("future", "next"):
        return own if own > today or own == today and lean == "future" else after
    return own if own < today or own == today and lean != "last" else before


def _stretch(scan: Scan, found: Reading, day: str) -> str:
    """Seasons and quarters without a year."""
    code, published = day[5:], scan.anchor.published
    month = SEASONS[code][0] if code in SEASONS else 3 * int(code[1]) - 2 if code[0] == "Q" else 6 * int(code[1]) - 5
    if published is None or found.lean in STORY_STEPS:
        return f"{_story_year(scan, found, month, None)}-{code}"
    lean = _lean(scan, found)
    if code[0] in "QH":
        lean = lean or "past"
    return f"{year_for(month, None, published, lean):04d}-{code}"


def _day_of_month(scan: Scan, found: Reading, day: int) -> str:
    """"on the 5th": in the month spoken of, or the nearest one before or after the document's date."""
    published = scan.anchor.published
    if published is None or scan.heard is not None:
        return f"{held_by(scan.anchor.spoken, 'M')}-{day:02d}"
    ahead = tense(scan, found.first, found.last) == "future"
    step = int(day < published.day) if ahead else -int(day > published.day)
    return f"{moved(published.isoformat(), 'M', step)}-{day:02d}"


def _day_of_clock(scan: Scan) -> str:
    """The day that a time of day without one belongs to: that of the paragraph, else of the document, else the last spoken of."""
    anchor = scan.anchor
    spoken = held_by(anchor.spoken, "D")
    if anchor.published is not None and ("X" in spoken or scan.heard is None):
        return anchor.published.isoformat()
    return spoken
