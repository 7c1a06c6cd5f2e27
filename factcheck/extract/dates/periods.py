"""Quarters, halves and business years: "Q3 2022", "the third quarter of last year", "H1 2023", "the second half of 2008", "FY22"."""
from __future__ import annotations

from factcheck.extract.dates.days import year_number
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import STEPS

LONGER = ("dates/month", "dates/decade", "dates/century")
YEARS = ("dates/year", "dates/unit", "dates/fiscal")


def quarter_code(scan: Scan, index: int) -> Reading | None:
    """"q" or "h" at `index` → "Q3 2022", "Q3", "H1 of last year"."""
    words, at = scan.words, index + 1
    letter, digit = words[index].upper(), words[at]
    if digit not in ("1", "2", "3", "4") or letter == "H" and digit > "2" or not scan.joined(at):
        return None
    end = at + 1
    if words[end] in ("of", ",", "fy", "'", "’"):
        end += 1
    number = year_number(words[end])
    if number is not None:
        return Reading(index, end + 1, f"{number:04d}-{letter}{digit}", "dates/quarter")
    if not scan.capital(index):
        return None
    whole = scan.read(end) if words[at + 1] == "of" else None
    if whole is not None and whole.by == "dates/unit" and len(whole.timex) == 4:
        return Reading(index, whole.last, f"{whole.timex}-{letter}{digit}", "dates/quarter", lean="unsettled" if "X" in whole.timex else "")
    return Reading(index, at + 1, f"XXXX-Q{digit}", "dates/quarter") if letter == "Q" else None


def fiscal_code(scan: Scan, index: int) -> Reading | None:
    """"FY2022", "FY22", "FY 2022"."""
    word = scan.words[index + 1]
    number = year_number(word)
    if number is None and len(word) == 2 and word.isdecimal() and scan.joined(index + 1):
        number = 2000 + int(word)
    return Reading(index, index + 2, f"FY{number:04d}", "dates/fiscal") if number is not None and scan.capital(index) else None


def share_of_year(scan: Scan, index: int, first: int, code: str, number: int) -> Reading | None:
    """The quarter or half at `index`, its number and where it begins → the part of a year; a plain "second half" is mostly football."""
    words, after = scan.words, index + 1
    most = 4 if code == "Q" else 2
    number = most if number == -1 else number
    if number > most:
        return None
    name = f"{'Q' if code == 'Q' else 'H'}{number}"
    start = after + (words[after] in ("of", ",", "in"))
    if words[start].isdecimal() or words[start] in STEPS or words[start] in ("the", "fiscal"):
        whole = scan.read(start)
        if whole is not None and whole.kind == "date" and whole.by in YEARS and (len(whole.timex) == 4 or whole.by == "dates/fiscal"):
            return Reading(first, whole.last, f"{whole.timex}-{name}", "dates/quarter", lean="unsettled" if "X" in whole.timex else "")
        if whole is not None and code == "HY" and whole.by in LONGER:
            whole.first, whole.mod = first, "START" if number == 1 else "END"
            return whole
    if words[after] == "of" or code == "HY" or scan.anchor.published is None and words[index - 1] != "-":
        return None
    return Reading(first, after, f"XXXX-{name}", "dates/quarter")
