"""`weekday`: a date and the day of the week beside it, by the calendar.

    fails     The vote is on Monday, 5 November 2024.         a Tuesday
    passes    The vote is on Tuesday, 5 November 2024.
    silent    The bridge reopens on Saturday 6 April.         no year, and no date of the article to tell it
    silent    It was passed on Wednesday and takes effect on 1 July 2024.       two days

Without a year in its words a date counts only within two months of the day of publication. Gets wrong: dates of the Julian calendar
after 1752.
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from factcheck.checks.calendar import month_name
from factcheck.checks.kinds.finding import conflict
from factcheck.checks.kinds.said import Said, sentences
from factcheck.checks.kinds.templates import phrases
from factcheck.checks.trail import Trail
from factcheck.data import load
from factcheck.model import Claim, Group, Verdict

WORD = re.compile(r"[^\W\d_]+")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
GREGORIAN = 1753
NIGHT = re.compile(r"\bnight of \w+day,")       # begins on that day
OWN = re.compile(r"['’]s \w+(?: \w+){0,2}(?:, on| \()")      # "Wednesday's meeting, on 14 February"
NEAR = 60


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each day that was not that day of the week."""
    return [verdict for said in sentences(group.claims) if said.kinds() & {"date", "time"} for verdict in _sentence(group, said)]


def _sentence(group: Group, said: Said) -> Iterator[Verdict]:
    for index, claim in enumerate(said.claims):
        day = _day(claim)
        if day is None:
            continue
        named, other = _beside(said, index)
        if named is None:
            continue
        trail = Trail()
        trail.take("weekday", {"date": day, "said": named})
        trail.take("relation", reads=("left_span", "right_span"))
        trail.take("outcome", reads=("relation",))
        names = _names()
        own = names[trail.state["weekday"] - 1]
        message = f"{_written(datetime.date.fromisoformat(day))} is a {own}, the sentence says {names[named - 1]}."
        yield from conflict(group, trail, message, *([[other], [claim]] if other else [[claim]]))


def _day(claim: Claim) -> str | None:
    """The one day that a claim names, when its year is certain."""
    mention, interval = claim.mention, claim.mention.interval
    if mention.kind not in ("date", "time") or interval is None or not interval.start or not interval.end:
        return None
    day = interval.start[:10]
    if (day != interval.end[:10] and not NIGHT.search(mention.text.lower())) or len(day) != 10:
        return None
    if not any(letter.isdecimal() for letter in mention.text) or _counted(mention.text):
        return None
    if not YEAR.search(mention.text) and not _near(day, claim.published):
        return None
    return day if int(day[:4]) >= GREGORIAN else None


def _counted(text: str) -> bool:
    """Whether a day is counted from another: "12 days before 3 May 2024" may count either end."""
    return not set(WORD.findall(text.lower())).isdisjoint(phrases("offsets", "weekday"))


def _near(day: str, published: datetime.date | datetime.datetime | None) -> bool:
    if published is None:
        return False
    return abs((datetime.date.fromisoformat(day) - datetime.date.fromisoformat(published.isoformat()[:10])).days) <= NEAR


def _beside(said: Said, index: int) -> tuple[int | None, Claim | None]:
    """The day of the week in a date's own words, or in the claim directly before or after it."""
    claim = said.claims[index]
    own = {_weekdays()[word] for word in WORD.findall(claim.mention.text.lower()) if word in _weekdays()}
    if own:
        return (own.pop() if len(own) == 1 and any(letter.isdecimal() for letter in claim.mention.text) else None), None
    for step, gaps in ((-1, "before"), (1, "after")):
        if not 0 <= index + step < len(said.claims):
            continue
        other = said.claims[index + step]
        named = _alone(other.mention.text.lower())
        left, right = (other, claim) if step < 0 else (claim, other)
        between = " ".join(said.between(left, right).lower().split())
        if named and (between in phrases(gaps, "weekday") or (step < 0 and OWN.fullmatch(between))):
            return named, other
    return None, None


def _alone(text: str) -> int | None:
    """"Monday" or "Thursday night" → its number; None for more than that."""
    days = [word for word in WORD.findall(text) if word in _weekdays()]
    rest = [word for word in WORD.findall(text) if word not in _weekdays()]
    return _weekdays()[days[0]] if len(days) == 1 and len(rest) <= 1 and not any(letter.isdecimal() for letter in text) else None


@cache
def _weekdays(lang: str = "en") -> dict[str, int]:
    table = load(f"lang.{lang}.dates")["weekdays"]
    return {word: int(number) for word, number in {**table["names"], **table["short"]}.items()}


@cache
def _names(lang: str = "en") -> list[str]:
    return [word.capitalize() for word in load(f"lang.{lang}.dates")["weekdays"]["names"]]


def _written(day: datetime.date) -> str:
    return f"{day.day} {month_name(day.month)} {day.year}"
