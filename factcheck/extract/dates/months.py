"""Months and the days of months: "June 21, 2023", "21st of June", "12-14 July", "July 13-15", "last July", "in May"."""
from __future__ import annotations

from factcheck.extract.dates.days import day_after, day_before, day_number, year_after
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.parts import with_part
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.timex import point, year_text
from factcheck.extract.dates.words import (
    ALL_MONTHS,
    COUNTED,
    DASHES,
    DOUBTFUL,
    ENDINGS,
    FIRST_NAMES,
    FUNCTION,
    HALF_DAYS,
    JOINERS,
    MONEY,
    MONTH_CUES,
    SHORT_MONTHS,
    STEPS,
    listed,
)

LEANS = {"past": "last", "coming": "next", "upcoming": "next", "current": "this"}
LISTED = ("and", "or", "&", ",")
DAY_JOINERS = DASHES | listed("day_joiners")
DAY_CUES = listed("sure_day_cues")
VERBS_TOO = listed("short_month_words")


def month(scan: Scan, index: int) -> Reading | None:
    """A month name at `index` → the day or month it names, with a range's other end as partner."""
    words = scan.words
    word = words[index]
    after = index + 1
    if word in SHORT_MONTHS and words[after] == "." and (scan.joined(after) or day_number(words[after + 1]) is not None):
        after += 1                                              # also "oct . 13"
    first, day = day_before(scan, index)
    if day is None:
        day, after = day_after(scan, after)
    year, end, told = year_after(scan, after, day is not None)
    weak = scan.lower(index) and (word in DOUBTFUL or word in SHORT_MONTHS)
    if weak and not told and (first == index or words[index - 1] not in ENDINGS and words[index - 1] != "of") \
            and not _sure_in_lower_case(scan, index, day, after):
        return None                                             # "that may", "they march 20 miles"
    lean = ""
    if first == index and words[index - 1] in STEPS and scan.free(index - 1) and not told:
        first, lean = pointer(scan, index)
    if day is None and not told and not lean and not _plain(scan, index, after):
        return None
    if not told and not lean:
        year = _year_of_partner(scan, end, ALL_MONTHS[word])
    name = f"{year or 'XXXX'}-{ALL_MONTHS[word]:02d}"
    if told and year is None:
        lean = "unsettled"
    if day is None:
        return Reading(first, end, name, "dates/month", lean=lean)
    found = Reading(first, end, f"{name}-{day:02d}", "dates/day", lean=lean)
    found.partner = _partner_before(scan, first, name, day)
    return _partner_after(scan, found, after, told) or with_part(scan, found)


def _sure_in_lower_case(scan: Scan, index: int, day: int | None, after: int) -> bool:
    """Whether a month that is also a word, or short, is one in lower case: "14 nov", "oct . 13", "last sept", "on march 3"."""
    word, before = scan.words[index], scan.words[index - 1]
    if word in DOUBTFUL:
        return day is not None and before in DAY_CUES and (not scan.words[after].isalpha() or scan.words[after] in FUNCTION)
    return word not in VERBS_TOO and (day is not None or before in STEPS)


def _plain(scan: Scan, index: int, after: int) -> bool:
    """Whether a month name without day and year is a month: "in May", "July was hot"; not "May I", "June Brown"."""
    word, before = scan.words[index], scan.words[index - 1]
    if before in MONTH_CUES or before[-3:] == "est" and scan.lower(index - 1) and scan.capital(index) and word not in SHORT_MONTHS:
        return True                                             # "the driest March since 1961"
    if word in DOUBTFUL or word in SHORT_MONTHS:
        return before in DASHES or scan.words[after] in DASHES or word in DOUBTFUL and before in ALL_MONTHS
    if word in FIRST_NAMES and scan.capital(index):
        return not (scan.capital(index + 1) and scan.words[index + 1] not in ALL_MONTHS) and not scan.name(index - 1)
    return True


def pointer(scan: Scan, index: int) -> tuple[int, str]:
    """The pointer before token `index` ("last", "this past", "the following") → where the phrase begins and how it leans."""
    word, first = scan.words[index - 1], index - 1
    if word == "past" and scan.words[first - 1] in ("this", "the") and scan.free(first - 1):
        return first - 1, "last"
    return scan.article(first), LEANS.get(word, word)


def _year_of_partner(scan: Scan, end: int, number: int) -> str | None:
    """The year of the other end of a range or list: "26 June" in "26 June - 4 August 1952"."""
    words = scan.words
    if words[end] not in JOINERS and not (words[end] == "," and words[end + 1] in ALL_MONTHS):
        return None
    other = scan.read(end + 1 + (words[end + 1] == "the"))
    known = point(other.timex) if other is not None and other.by in ("dates/day", "dates/month") and not other.lean else None
    if known is None:
        return None
    return year_text(known.year - (number > known.month and words[end] not in LISTED))


def _partner_before(scan: Scan, first: int, name: str, day: int) -> Reading | None:
    """The "12" of "12-14 July", "from 15 to 22 February", "the 13th to the 19th of October"."""
    words, at = scan.words, first - 1
    joiner = words[at]
    if not scan.free(at) or joiner not in DASHES and joiner not in LISTED and joiner not in ("to", "/", "through", "until"):
        return None
    last, at = at, at - 1
    if words[at] in ENDINGS and scan.joined(at):
        at -= 1
    other = day_number(words[at])
    before = words[at - 1]
    if other is None or not scan.free(at) or other >= day or before in ALL_MONTHS:
        return None
    if scan.joined(at) and (before in (":", ".") or before in MONEY):
        return None
    if joiner == "," and before in ("of", "in"):
        return None
    begins = scan.article(at)
    earlier = Reading(begins, last, f"{name}-{other:02d}", "dates/day", relation=None if joiner in LISTED else "from")
    if joiner in ("and", ","):
        earlier.partner = _partner_before(scan, begins, name, other)
    return earlier


def _partner_after(scan: Scan, earlier: Reading, after: int, told: bool) -> Reading | None:
    """The "15" of "July 13-15": the later day, with the earlier one as its partner."""
    words, at = scan.words, after
    joiner = words[at]
    if told and earlier.last != after or joiner not in DAY_JOINERS:
        return None
    at += 1 + (words[at + 1] == "the")
    day, known = day_number(words[at]), point(earlier.timex.replace("XXXX", "2000"))
    if day is None or day > 31 or known is None or day <= known.day:
        return None
    end = at + 1
    if words[end] in ENDINGS and scan.joined(end):
        end += 1
    following = words[end]
    if following in ALL_MONTHS or following in COUNTED or following in HALF_DAYS or following in (":", "%", "of"):
        return None
    if joiner in ("and", "or", "to", "&") and following.isalpha() and following not in FUNCTION:
        return None                                             # "On June 5 and 6 more people"
    if following == "." and scan.joined(end) and words[end + 1].isdecimal():
        return None
    year, stop, said = year_after(scan, end, True)
    if said and year is not None:
        earlier.timex = year + earlier.timex[-6:]
    earlier.relation = None if joiner in LISTED else "from"
    return Reading(at, stop, f"{earlier.timex[:-3]}-{day:02d}", "dates/day", partner=earlier)
