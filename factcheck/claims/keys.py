"""A mention in its sentence, and the dates beside it, → the key it is compared by.

The key says what the text says and no more: dimension, counted thing and aspect by their standing words, the first name as subject,
the name after a place preposition, and the date that lies in the same clause. A count that holds at a day is written "../2024-03-31",
one over a period "2024-03-01/2024-03-15".
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.said import said
from factcheck.claims.same import counted, taken
from factcheck.claims.sentence import Sentence
from factcheck.claims.turns import BREAKS, RELATIVE, TURNS, joins
from factcheck.data import listed
from factcheck.model import Interval, Key, Mention

PLACES = listed("lemmas", "places")
DATED = ("date",)
HALF = 3                # tokens of "first half of"
HALVES = frozenset(["first", "second"])
FRONT, ASIDE = 2, 4     # tokens before a date that opens its sentence; … between "which" and the date or number of its clause
YEARLESS = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
WHEN = listed("lemmas", "when")
CUTOFFS = ("day", "week", "weekend", "month", "part", "hour", "minute", "quarter")


def key(mention: Mention, sentence: Sentence, offset: int, dates: Sequence[Mention], dimension: str | None) -> Key:
    """A mention, its sentence (from `offset` on), the dates that the sentence says and the unit's dimension → its key."""
    thing, aspect = counted(mention)
    at = sentence.index(mention.start - offset)
    if mention.kind == "percent" and sentence.surface[at + 2:at + 3] == ("overall",):       # "55 percent of women, 60 percent overall"
        thing = None
    thing = taken(sentence.lemmas[max(0, at - 2):at]) or thing if thing == "person" else thing
    return Key(
        dimension, thing, aspect, _subject(sentence), _place(sentence, at), _time(mention, sentence, offset, at, dates)
    )


def dates_said(dates: Sequence[Mention], published: datetime.date | None) -> list[Mention]:
    """The mentions of a sentence and the day of publication → its dates with the intervals that their words say."""
    return [replace(date, interval=interval) for date in dates if date.kind == "date" and (interval := _interval(date, published))]


def _interval(date: Mention, published: datetime.date | None) -> Interval | None:
    """The interval of a date; without a year it is that of a year XXXX, so that 31 March and 30 June are still two days."""
    interval, timex = said(date, published)
    if interval is not None or timex is None:
        return interval
    if WEEKDAY.fullmatch(timex):
        return Interval(timex, timex, "day")
    found = YEARLESS.fullmatch(timex)
    if found is None:
        return None
    day = found["day"]
    return Interval(f"XXXX-{found['month']}-{day or '01'}", f"XXXX-{found['month']}-{day or '31'}", "day" if day else "month")


def _subject(sentence: Sentence) -> str | None:
    for first, end in sentence.phrases:
        if first == 0 or sentence.lemmas[first - 1] not in PLACES:
            return " ".join(sentence.surface[first:end])
    return None


def _place(sentence: Sentence, at: int) -> str | None:
    """The name after a preposition of place that is nearest to the mention."""
    found = [(abs(first - at), " ".join(sentence.surface[first:end])) for first, end in sentence.phrases
             if (first and sentence.lemmas[first - 1] in PLACES and sentence.lemmas[first - 1] not in ("of", "from"))
             or (first > 1 and sentence.lemmas[first - 1] not in BREAKS and sentence.lemmas[first - 2] in ("in", "at", "near", "off"))]
    return min(found)[1] if found else None


def _time(mention: Mention, sentence: Sentence, offset: int, at: int, dates: Sequence[Mention]) -> str | None:
    """The date in whose clause the mention stands, as an ISO interval."""
    if mention.kind in DATED or mention.kind == "time":
        return None
    best: tuple[int, str] | None = None
    period = _period(dates)
    if period:
        return period
    for date in dates:
        if date.interval is None or date.kind != "date" or not (date.interval.start and date.interval.end):
            continue
        there = sentence.index(date.start - offset)
        if not _adverbial(date, sentence, there):
            continue
        low, high = min(at, there), max(at, there)
        stop = high - (high == there and sentence.lemmas[high - 1] == "since")                      # "rose 8 percent | since January"
        if any(word in BREAKS for word in sentence.surface[low:high]) or any(word in TURNS for word in sentence.lemmas[low + 1:stop]):
            continue
        if there > FRONT and _something_else(sentence, low, high):
            continue
        if best is None or high - low < best[0]:
            interval = _halved(date.interval, sentence.lemmas[max(0, there - HALF):there])
            best = (high - low, _written(interval, _as_of(date, sentence, there)))
    return best[1] if best else None


def _halved(interval: Interval, before: tuple[str, ...]) -> Interval:
    """"The first half of | March": 1 to 15 March; "the second half of | 2024": July to December."""
    if before[1:] != ("half", "of") or before[0] not in HALVES or interval.granularity not in ("month", "year"):
        return interval
    start, end = str(interval.start)[:10], str(interval.end)[:10]
    month = interval.granularity == "month"
    first, then = (f"{start[:7]}-15", f"{start[:7]}-16") if month else (f"{start[:4]}-06-30", f"{start[:4]}-07-01")
    return Interval(start, first, "half") if before[0] == "first" else Interval(then, end, "half")


def _something_else(sentence: Sentence, low: int, high: int) -> bool:
    """"Married in 1998 | and has two sons", "which opened in 1957, | has 54,200 seats": the date belongs to the other verb."""
    aside = any(word in RELATIVE for word in sentence.lemmas[max(0, low - ASIDE):low]) and "," in sentence.surface[low:high]
    return aside or any(joins(sentence, index) for index in range(low, high))


def _adverbial(date: Mention, sentence: Sentence, there: int) -> bool:
    """Whether a date says when: after a preposition, or like "yesterday"; "the 2004 flood" and "the flood of 2004" name something."""
    return (there > 0 and sentence.lemmas[there - 1] in WHEN) or not date.text[0].isdecimal() or date.date_relation is not None \
        or (there == 0 and len(date.text) > 4)


def _period(dates: Sequence[Mention]) -> str | None:
    """ "Between 1 and 15 March": the period, when the sentence speaks of one only."""
    starts = [date.interval.start for date in dates if date.date_relation == "from" and date.interval and date.interval.start]
    ends = [date.interval.end for date in dates if date.date_relation == "to" and date.interval and date.interval.end]
    return f"{starts[0][:10]}/{ends[0][:10]}" if len(starts) == len(ends) == 1 else None


def _as_of(date: Mention, sentence: Sentence, there: int) -> str | None:
    """Whether a date is the day up to which one counted ("by Tuesday evening", "as of 31 March") or since which one did."""
    if date.date_relation in ("until", "since") or (date.date_relation == "by" and date.interval and date.interval.granularity in CUTOFFS):
        return date.date_relation
    return "by" if sentence.lemmas[max(0, there - 2):there] == ("as", "of") else None


def _written(interval: Interval, relation: str | None) -> str:
    start, end = str(interval.start)[:10], str(interval.end)[:10]
    if relation in ("by", "until"):
        return f"../{end}"
    if relation == "since":
        return f"{start}/.."
    if start == end:
        return start
    if start[5:] == "01-01" and end[5:] == "12-31" and start[:4] == end[:4]:
        return start[:4]
    if interval.granularity == "month" and start[:7] == end[:7]:
        return start[:7]
    return f"{start}/{end}"
