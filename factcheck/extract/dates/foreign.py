"""Dates in languages other than English: month and weekday names, today and yesterday, with the digits around them.

The words are those of the language's own `dates.yaml`, which has the shape of the English one, or else those that dateparser knows. They
tell where a date may be; dates in digits need no words.

Gets wrong: years alone, decades, seasons, phrases ("Anfang 2020" is not read, "am 3. März 2020" is).
"""
from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from factcheck.data import optional
from factcheck.extract.dates import clock, numeric
from factcheck.extract.dates.days import day_number, year_number
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Reader, Scan
from factcheck.extract.dates.timex import month_days, moved
from factcheck.extract.dates.words import MONTHS, WEEKDAYS, numbers  # dateparser's keys are the English names
from factcheck.frozen import frozen

RELATIVE = {name.format(unit): (code, step) for unit, code in (("day", "D"), ("week", "W"), ("month", "M"), ("year", "Y"))
            for name, step in (("0 {} ago", 0), ("1 {} ago", -1), ("in 1 {}", 1))}
SHORTEST = 3                              # letters of a word that may stand alone
DAY_MARKS = frozenset([".", "º", "°", "er", "ος"])         # "3. März", "1er mars"


@frozen
class Calendar:
    """The words of one language: months and weekdays with their numbers, phrases for days with their unit and step, words in between."""

    months: dict[str, int]
    weekdays: dict[str, int]
    relative: tuple[tuple[tuple[str, ...], str, int], ...]
    joints: frozenset[str]


@cache
def calendar(lang: str) -> Calendar:
    """A language → its words for dates; none where neither it nor dateparser has any."""
    own = optional(f"lang.{lang}.dates")
    if own:
        return Calendar(
            numbers({**own["months"]["names"], **own["months"].get("short", {})}), numbers(own.get("weekdays", {}).get("names", {})),
            tuple(((word,), "D", int(entry["shift"])) for word, entry in own.get("days", {}).items()), frozenset(own.get("joints", ())))
    known = _known_to_dateparser(lang)
    relative = tuple((tuple(phrase.lower().split()), *RELATIVE[name])
                     for name, phrases in (known.get("relative-type") or {}).items() if name in RELATIVE for phrase in phrases)
    return Calendar(
        {word.lower(): number for number, key in enumerate(MONTHS, 1) for word in known.get(key) or () if word.isalpha()},
        {word.lower(): number for number, key in enumerate(WEEKDAYS, 1) for word in known.get(key) or () if word.isalpha()},
        relative, frozenset(word.lower() for key in ("skip", "pertain") for word in known.get(key) or () if word.strip().isalpha()))


def _known_to_dateparser(lang: str) -> dict[str, Any]:
    if not lang.isalpha():
        return {}
    try:
        found: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{lang}").info
    except ImportError:
        return {}
    return found


@cache
def readers(lang: str) -> dict[str, Reader]:
    """A language → its trigger words with their readers."""
    known = calendar(lang)
    table: dict[str, Reader] = {str(number): _year for number in range(1900, 2100)}
    table["/"] = numeric.slashed
    table[":"] = clock.colon
    for tokens, unit, step in known.relative:
        if len(tokens[-1]) >= SHORTEST and tokens[-1].isalpha():
            table[tokens[-1]] = _relative(tokens, unit, step, after=table.get(tokens[-1]))
    table.update((word, _weekday(number)) for word, number in known.weekdays.items() if len(word) > SHORTEST)
    table.update((word, _month(number, known.joints)) for word, number in known.months.items())
    return table


def _month(month: int, joints: frozenset[str]) -> Reader:
    """A month's name with the day before it and the year after it: "21. Juni 2023", "3 de mayo de 2021", "1er mars"."""
    def read(scan: Scan, index: int) -> Reading | None:
        words, first, at = scan.words, index, index - 1
        while at >= scan.floor and index - at <= 3 and (words[at] in joints or words[at] in DAY_MARKS):
            at -= 1
        day = day_number(words[at]) if at >= scan.floor else None
        if day is not None:
            first = at
        last, at = index + 1, index + 1 + (words[index + 1] == ".")
        at += words[at] in joints
        year = year_number(words[at])
        if year is not None:
            last = at + 1
        if first == index and year is None and len(words[index]) <= SHORTEST or day is not None and day > month_days(year or 0, month):
            return None
        name = f"{year or 'XXXX'}-{month:02d}"
        return Reading(first, last, name if day is None else f"{name}-{day:02d}", "dates/foreign")
    return read


def _weekday(number: int) -> Reader:
    return lambda scan, index: Reading(index, index + 1, f"XXXX-WXX-{number}", "dates/foreign")


def _relative(tokens: tuple[str, ...], unit: str, step: int, after: Reader | None) -> Reader:
    """"gestern", "la semaine dernière": counted from the document's date; `after` is tried where these tokens do not stand there."""
    def read(scan: Scan, index: int) -> Reading | None:
        first = index + 1 - len(tokens)
        if first < scan.floor or tuple(scan.words[first:index + 1]) != tokens:
            return after(scan, index) if after is not None else None
        published = scan.anchor.published
        return Reading(first, index + 1, moved(published.isoformat() if published else "", unit, step), "dates/foreign", lean="offset")
    return read


def _year(scan: Scan, index: int) -> Reading | None:
    """Only what digits alone tell: ISO dates and "20-06-2023"."""
    number = int(scan.words[index])
    if scan.joined(index + 1):
        return numeric.iso(scan, index, number)
    return numeric.ending_in_year(scan, index, number) if scan.joined(index) else None
