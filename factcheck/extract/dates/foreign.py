"""Dates in languages other than English: month and weekday names, today and yesterday, and what dateparser makes of a span around them.

dateparser's own word lists tell where a date may be; only the span around such a word is given to it, with the language and a base date
(never its search, which is slow and finds dates in ordinary words). Answers are kept in a bounded table. Dates in digits need no words.

Gets wrong: years alone, decades, seasons, phrases ("Anfang 2020" is not read, "am 3. März 2020" is).
"""
from __future__ import annotations

import datetime
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from factcheck.extract.dates import clock, numeric
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.months import day_number, year_number
from factcheck.extract.dates.scan import Reader, Scan
from factcheck.extract.dates.timex import moved
from factcheck.extract.dates.words import MONTHS, WEEKDAYS  # dateparser's keys are the English names

RELATIVE = {name.format(unit): (code, step) for unit, code in (("day", "D"), ("week", "W"), ("month", "M"), ("year", "Y"))
            for name, step in (("0 {} ago", 0), ("1 {} ago", -1), ("in 1 {}", 1))}
BASE = datetime.datetime(2000, 1, 1)      # a leap year; only days, months and written years of an answer are used
SHORTEST = 3                              # letters of a word that may stand alone


@cache
def _info(lang: str) -> dict[str, Any]:
    """dateparser's words of one language; empty where it has none."""
    if not lang.isalpha():
        return {}
    try:
        info: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{lang}").info
    except ImportError:
        return {}
    return info


@cache
def readers(lang: str) -> dict[str, Reader]:
    """A language → its trigger words with their readers."""
    info = _info(lang)
    table: dict[str, Reader] = {str(number): _year for number in range(1900, 2100)}
    table["/"] = numeric.slashed
    table[":"] = clock.colon
    joints = frozenset(word.lower() for key in ("skip", "pertain") for word in info.get(key) or () if word.strip().isalpha())

    def month(scan: Scan, index: int) -> Reading | None:
        return _month(scan, index, lang, joints)

    for name, meanings in (info.get("relative-type") or {}).items():
        if name in RELATIVE:
            for phrase in meanings:
                tokens = phrase.lower().split()
                if len(tokens[-1]) >= SHORTEST and tokens[-1].isalpha():
                    table[tokens[-1]] = _relative(tokens, *RELATIVE[name], after=table.get(tokens[-1]))
    for number, key in enumerate(WEEKDAYS, 1):
        for word in info.get(key) or ():
            if len(word) > SHORTEST and word.isalpha():
                table[word.lower()] = _weekday(number)
    for key in MONTHS:
        for word in info.get(key) or ():
            if word.isalpha():
                table[word.lower()] = month
    return table


@lru_cache(maxsize=64)
def _parser(lang: str) -> Any:
    from dateparser.date import DateDataParser
    return DateDataParser(languages=[lang], settings={"RELATIVE_BASE": BASE, "PREFER_DAY_OF_MONTH": "first"})


@lru_cache(maxsize=4096)
def parsed(span: str, lang: str) -> tuple[int, int, str] | None:
    """A span and its language → month, day and dateparser's period ("day", "month", "year"), or None."""
    answer = _parser(lang).get_date_data(span)
    if answer.date_obj is None or answer.period not in ("day", "month"):
        return None
    return answer.date_obj.month, answer.date_obj.day, answer.period


def _month(scan: Scan, index: int, lang: str, joints: frozenset[str]) -> Reading | None:
    """A month name at `index` with the day before it and the year after it: "21. Juni 2023", "3 de mayo de 2021", "1er mars"."""
    words = scan.words
    first, at = index, index - 1
    while at >= scan.floor and index - at <= 3 and (words[at] in joints or words[at] in (".", "º", "°", "er", "ος")):
        at -= 1
    if at >= scan.floor and day_number(words[at]) is not None:
        first = at
    last, at = index + 1, index + 1 + (words[index + 1] == ".")
    at += words[at] in joints
    year = year_number(words[at])
    if year is not None:
        last = at + 1
    if first == index and year is None and len(words[index]) <= SHORTEST:
        return None
    answer = parsed(scan.block.span(first, last), lang)
    if answer is None:
        return None
    month, day, period = answer
    name = f"{year or 'XXXX'}-{month:02d}"
    return Reading(first, last, f"{name}-{day:02d}" if period == "day" and first < index else name, "dates/foreign")


def _weekday(number: int) -> Reader:
    return lambda scan, index: Reading(index, index + 1, f"XXXX-WXX-{number}", "dates/foreign")


def _relative(tokens: list[str], unit: str, step: int, after: Reader | None) -> Reader:
    """"gestern", "la semaine dernière": counted from the document's date; `after` is tried where these tokens do not stand there."""
    def read(scan: Scan, index: int) -> Reading | None:
        first = index + 1 - len(tokens)
        if first < scan.floor or scan.words[first:index + 1] != tokens:
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
