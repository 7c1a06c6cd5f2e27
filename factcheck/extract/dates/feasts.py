"""A feast's rule and a year in, its day out: those counted from Easter, by weekday, by the moon of Islam, by the Jewish calendar, by table.

Rules are codes: "12-25"; "E-2" from Easter and "O0" from that of the Orthodox churches; "N1144+0" month, weekday, which one, days later;
"I1001" month and day of Islam; "R9" from Rosh Hashanah, "P0" from Passover and "K" Hanukkah; "Ldiwali" a table of the data.

The months of Islam follow the tabular calendar. Where the moon is looked for, they begin up to a day earlier or later, so that such a
feast has an interval of three days; a Jewish one begins in the evening before.
"""
from __future__ import annotations

import datetime

from factcheck.extract.dates.timex import month_days
from factcheck.extract.dates.words import FEAST_TABLES
from factcheck.model import Interval

EVENING = datetime.timedelta(days=1)
ISLAM_EPOCH = 227_014           # the day before 16 July 622, as datetime counts days
JEWISH_EPOCH = -1_373_427
PASSOVER_TO_NEW_YEAR = 163      # days from Passover to the next Rosh Hashanah, always
RAMADAN = "I0901"
UNSURE = frozenset("IRPK")
LASTING = {RAMADAN: 29, "K": 7, "P0": 7, "R14": 6}          # days after the first
LONG_YEARS = (355, 385)         # years in which Cheshvan, before the month of Hanukkah, has 30 days


def holiday_date(value: str, year: int) -> str | None:
    """"XXXX-E-2" or "XXXX-N1144+0" and a year → that day, computed; None for a plain month and day, or where the table has no such year."""
    code = value[5:]
    if not code or code[0].isdecimal() or not 1 < year < 9998:
        return None
    day = _day(code, year)
    return None if day is None else day.isoformat()


def settled(value: str, day: str) -> tuple[str, Interval | None]:
    """The rule of a feast and its day → its TIMEX3 value (of one that lasts a month its year), and the days that it may be or last where
    they are more than this one.
    """
    code = value[5:]
    if code[:1] not in UNSURE or len(day) != 10 or "X" in day:
        return day, None
    first = datetime.date.fromisoformat(day)
    last = first + datetime.timedelta(days=LASTING.get(code, 0) + (code[0] == "I"))
    begins = (first - EVENING).isoformat()                      # a feast begins in the evening before, or the moon is seen a day earlier
    return day[:4] if code == RAMADAN else day, Interval(begins, last.isoformat(), "month" if code == RAMADAN else "day")


def _day(code: str, year: int) -> datetime.date | None:
    rule, rest = code[0], code[1:]
    if rule == "E":
        return easter(year) + datetime.timedelta(days=int(rest))
    if rule == "O":
        return _orthodox_easter(year) + datetime.timedelta(days=int(rest))
    if rule == "N":
        return _nth(year, rest)
    if rule == "I":
        return _of_islam(year, int(rest[:2]), int(rest[2:]))
    if rule == "R":
        return _rosh_hashanah(year + 3761) + datetime.timedelta(days=int(rest))
    if rule == "P":
        return _rosh_hashanah(year + 3761) + datetime.timedelta(days=int(rest) - PASSOVER_TO_NEW_YEAR)
    if rule == "K":
        first, following = _rosh_hashanah(year + 3761), _rosh_hashanah(year + 3762)
        return first + datetime.timedelta(days=84 if (following - first).days in LONG_YEARS else 83)
    begin, days = FEAST_TABLES[rest]
    if not 0 <= year - begin < len(days):
        return None
    month, _, day = days[year - begin].partition("-")
    return datetime.date(year, int(month), int(day))


def _nth(year: int, code: str) -> datetime.date:
    """"1144+0" → the fourth Thursday of November; "051-1+0" the last Monday of May."""
    rule, _, later = code.partition("+")
    month, weekday, which = int(rule[:2]), int(rule[2]), int(rule[3:])
    if which < 0:
        day = datetime.date(year, month, month_days(year, month))
        day -= datetime.timedelta(days=(day.isoweekday() - weekday) % 7)
    else:
        day = datetime.date(year, month, 1)
        day += datetime.timedelta(days=(weekday - day.isoweekday()) % 7 + 7 * (which - 1))
    return day + datetime.timedelta(days=int(later))


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


def _orthodox_easter(year: int) -> datetime.date:
    """Easter Sunday of the Julian calendar, as a day of the Gregorian one (Meeus)."""
    epact = (19 * (year % 19) + 15) % 30
    offset = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + offset + 114, 31)
    return datetime.date(year, month, 1) + datetime.timedelta(days=day + year // 100 - year // 400 - 2)


def _of_islam(year: int, month: int, day: int) -> datetime.date:
    """The first such day of the tabular calendar that lies in a year."""
    begins = datetime.date(year, 1, 1).toordinal()
    hijra = max(1, (begins - ISLAM_EPOCH) * 30 // 10_631)       # 30 years have 10,631 days
    while (ordinal := day + (59 * (month - 1) + 1) // 2 + (hijra - 1) * 354 + (3 + 11 * hijra) // 30 + ISLAM_EPOCH) < begins:
        hijra += 1
    return datetime.date.fromordinal(ordinal)


def _rosh_hashanah(year: int) -> datetime.date:
    """The first day of a year of the Jewish calendar, which is put off so that no year is too long or too short."""
    before, own, after = (_elapsed(one) for one in (year - 1, year, year + 1))
    delay = 2 if after - own == 356 else 1 if own - before == 382 else 0
    return datetime.date.fromordinal(JEWISH_EPOCH + own + delay)


def _elapsed(year: int) -> int:
    """Days from the epoch to the new moon of a year, put off where it falls on a Sunday, a Wednesday or a Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + (3 * (day + 1) % 7 < 3)
