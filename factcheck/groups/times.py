"""The times of two keys in, whether they separate, nest or say when one counted out.

A key's time is an ISO day, month or year, a period "start/end", or a day up to or since which one counted ("../end", "start/..").
"""
from __future__ import annotations

from functools import cache, lru_cache

from factcheck.data import load
from factcheck.model import Claim

DAY, YEAR = len("2024-03-31"), len("2024")


def ends(time: str) -> tuple[str, str]:
    """"2024-03" → its first and last day; open ends are the first and last of all."""
    start, _, end = time.partition("/")
    end = end or start
    return ("0000" if start == ".." else _filled(start, "01")), ("9999" if end == ".." else _filled(end, "31"))


def _filled(text: str, day: str) -> str:
    month = "01" if day == "01" else "12"
    return text if len(text) > 7 else f"{text}-{day}" if len(text) > 4 else f"{text}-{month}-{day}"


def cumulative(time: str | None) -> bool:
    """Whether one counted up to a day."""
    return bool(time) and str(time).startswith("../")


def times_apart(one: str | None, other: str | None) -> str | None:
    """Two times of keys → what separates them, in words; a time that is not said separates nothing."""
    if not one or not other or one == other or (cumulative(one) and cumulative(other)):
        return None
    if one.endswith("/..") and other.endswith("/.."):                   # "since January", "since 2020"
        return None if _one_start(one[:-3], other[:-3]) else f"since {one[:-3]} is not since {other[:-3]}"
    if ("XXXX" in one) != ("XXXX" in other) or ("-WXX" in one) != ("-WXX" in other):
        return None
    (low, high), (other_low, other_high) = ends(one), ends(other)
    return f"{in_words(one)} is not {in_words(other)}" if high < other_low or other_high < low else None


@lru_cache(maxsize=2_000)
def in_words(time: str) -> str:
    """A time of a key → as one says it: "March", "5 March 2024", "a Friday", "until 31 March 2024"."""
    start, _, end = time.partition("/")
    if start == ".." or end == "..":
        return f"until {in_words(end)}" if start == ".." else f"since {in_words(start)}"
    if end:
        return f"{in_words(start)} to {in_words(end)}"
    if "-WXX-" in time:
        return f"a {_names('weekdays')[int(time[-1]) - 1]}"
    year, *rest = time.split("-")
    if not all(part.isdecimal() for part in rest):
        return time
    months = [_names("months")[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:2]), *months, *([year] if year.isdecimal() else [])])


@cache
def _names(what: str, lang: str = "en") -> tuple[str, ...]:
    return tuple(word.capitalize() for word in load(f"lang.{lang}.dates")[what]["names"])


def _one_start(one: str, other: str) -> bool:
    """Whether two starts may be one: a year begins on its first day, "since 2014", "since June 2014"."""
    return one == other or (one[:4] == other[:4] and "01-01" in (one[5:], other[5:]))


def nested(left: Claim, right: Claim) -> bool:
    """Whether the period of one claim lies in that of the other."""
    here, there = left.key.time, right.key.time
    return bool(here and there) and (within(str(here), str(there)) or within(str(there), str(here)))


def within(inner: str, outer: str) -> bool:
    """Whether a period lies in another and is not the same: the first half of March, March. A single day inside its month says when,
    not over which period one counted, so it is none."""
    if cumulative(inner) or cumulative(outer) or "/" not in inner:
        return False
    (low, high), (outer_low, outer_high) = ends(inner), ends(outer)
    return outer_low <= low and high <= outer_high and (low, high) != (outer_low, outer_high)


def day_and_year(one: str | None, other: str | None) -> bool:
    """Whether one is a day and the other a year: shares that rose 3 percent on Monday may have risen 9 percent this year."""
    return {len(time or "") for time in (one, other)} == {DAY, YEAR}
