"""The small values a rule file holds, as pydantic types: each refuses what it cannot read and says what it expected.

Rule files are read as strings only, so each type takes a string; the JSON Schema also lets an editor pass `tolerance: 5` and
`date: 2009` written without quotes.
"""
from __future__ import annotations

import calendar
import datetime
import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema

from factcheck.data import load
from factcheck.rulebook.errors import nearest
from factcheck.rulebook.patterns import compiled

HEDGES = ("about", "nearly", "just_over", "more_than", "at_least", "less_than", "at_most", "up_to")
AMOUNT = re.compile(r"[-+\N{MINUS SIGN}]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")         # "28,748"  "0.30"  "-4"
DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")                          # "2009"  "2009-04"  "2009-04-01"


def decimal(text: str) -> Decimal:
    """An amount as written ("28,748") → the same digits as a Decimal; raises ValueError."""
    if not AMOUNT.fullmatch(text):
        raise ValueError(f'expected a number, such as "5", "0.30" or "28,748", not {text!r}')
    return Decimal(text.replace(",", "").replace("\N{MINUS SIGN}", "-"))


def span(text: str) -> tuple[datetime.date, datetime.date]:
    """A year, month or day in ISO form → its first and its last day; raises ValueError."""
    found = DATE.fullmatch(text)
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
        first = datetime.date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        return first, datetime.date(first.year, month or 12, calendar.monthrange(first.year, month or 12)[1])
    except ValueError:
        raise ValueError(f'expected a date, such as "2009", "2009-04" or "2009-04-01", not {text!r}') from None


def _amount(text: str) -> str:
    return str(decimal(text))


def _tolerance(text: str) -> str:
    number, share = text.removesuffix("%").rstrip(), text.endswith("%")
    if not AMOUNT.fullmatch(number) or decimal(number) < 0:
        raise ValueError(f'expected an amount or a share from 0 up, such as "2" or "5%", not {text!r}')
    return f"{decimal(number)}%" if share else str(decimal(number))


def _share(text: str) -> str:
    if text != "none" and (not AMOUNT.fullmatch(text) or decimal(text) < 0):
        raise ValueError(f'expected a share of the number from 0 up, such as "0.1" for a tenth, or "none" for no end, not {text!r}')
    return text


def _end(text: str) -> str:
    return text if text == "none" else str(decimal(text))


def _hedge(text: str) -> str:
    """A modifier, or a vague word of the language's table of bounds."""
    if text in HEDGES or text in load("lang.en.bounds")["vague"]:
        return text
    raise ValueError(f"unknown word {text!r}{nearest(text, HEDGES)}, and vague words such as several, dozens")


def _date(text: str) -> str:
    span(text)
    return text


def _lemma(text: str) -> str:
    if text != text.lower():
        raise ValueError(f"words are written in lower case: {text.lower()!r}, not {text!r}")
    return text


def _pattern(text: str) -> str:
    compiled(text)
    return text


def _link(text: str) -> str:
    if not re.match(r"https?://\S+$", text):
        raise ValueError(f'expected an address that begins with "https://", not {text!r}')
    return text


_Stripped = StringConstraints(strip_whitespace=True)
_NUMERIC = WithJsonSchema({"type": ["string", "number"]})

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Word = Annotated[Text, AfterValidator(_lemma)]
Pattern = Annotated[str, StringConstraints(min_length=1), AfterValidator(_pattern)]
Amount = Annotated[str, _Stripped, AfterValidator(_amount), _NUMERIC]
Tolerance = Annotated[str, _Stripped, AfterValidator(_tolerance), _NUMERIC]
Share = Annotated[str, _Stripped, AfterValidator(_share), _NUMERIC]
End = Annotated[str, _Stripped, AfterValidator(_end), _NUMERIC]
Hedge = Annotated[str, _Stripped, AfterValidator(_hedge)]
Date = Annotated[str, _Stripped, AfterValidator(_date), _NUMERIC]
Link = Annotated[str, _Stripped, AfterValidator(_link), Field(json_schema_extra={"format": "uri"})]
