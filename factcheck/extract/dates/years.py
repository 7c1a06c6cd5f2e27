"""Years: "2009", "the 2010 election", "1914-18", "2007/08", "499 BC", "fiscal 2022", "the year 2000".

A four-digit number is a year only with a reason: a preposition, an attribute's place, brackets, the start of a sentence. Before a
counted noun ("1500 troops", "2010 metres"), after a label ("page 1998") or a name ("Camp 2013") it is none.

Gets wrong: "in 2000 villages" is read as the year 2000 where the noun is not in the table of counted nouns.
"""
from __future__ import annotations

from factcheck.extract.dates import numeric
from factcheck.extract.dates.days import year_number
from factcheck.extract.dates.eras import CHRISTIAN, decade, era_end
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import (
    ALL_MONTHS,
    CHANGES,
    COUNTED,
    DASHES,
    DETERMINERS,
    FUNCTION,
    LABELS,
    MONEY,
    ORIGINS,
    PHASES,
    SEASON_NAMES,
    SEASONS,
    VERBS,
    YEAR_HEADS,
    YEAR_NAMES,
    YEAR_NOUNS,
    YEAR_PREPOSITIONS,
    YEAR_RESULTS,
    YEAR_VERBS,
    ZONES,
    listed,
)

LIKELY = range(1900, 2036)          # years that news and histories name without saying that they are years
LONGEST_RANGE = 60                  # years of "1914-18"
LONGEST_STRETCH = 150               # years of "from 1618 to 1648", a life or a reign
NEAR = 8                            # tokens before a stretch in which a word of change makes it two quantities
CLOSERS = frozenset(".,;:!?)]”\"’…")
OPENERS = frozenset("([“\"‘")
MARKS = DASHES | frozenset("/’',;:")
GLUE = frozenset("#.:=_@+&")        # before digits without a space: part of a code or an address
COMPARING = listed("year_comparing")      # words that quantities have as well
LOOSE = COMPARING | listed("year_loose")
MODIFYING = frozenset(["police", "staff", "aircraft"])              # plurals that stand before a noun
DECADE_CUES = frozenset(["the", "early", "late", "mid", "-"])
COMPOUNDS = listed("year_compounds")
SHARES = listed("year_shares")            # end how much something changed: "by a third"


def year(scan: Scan, index: int) -> Reading | None:
    """The four digits at `index` → an ISO date, a year, a decade, two years, or None where they are a quantity or a name."""
    number = int(scan.words[index])
    found = _glued(scan, index, number)
    if found is not None:
        return found
    if not _stands_free(scan, index):
        return None
    end = era_end(scan, index + 1)
    if end == index + 1 and not _is_year(scan, index, number):
        return None
    name = f"{number:04d}" if end == index + 1 or scan.words[index + 1] in CHRISTIAN else f"BC{number:04d}"
    found = _headed(scan, Reading(index, end, name, "dates/year"))
    if found.by == "dates/season":
        return found
    words = scan.words
    if words[found.first - 1] in DETERMINERS and scan.lower(end) and words[end] not in FUNCTION:
        found.lean = "attribute"                                # "the 1975 treaty" tells of no step in the story
    elif words[found.first - 1] == "(" and words[end] == ")":
        found.lean = "aside"
    return _second_year(scan, found, number) or found


def _glued(scan: Scan, index: int, number: int) -> Reading | None:
    """What stands without a space beside the digits: "1990s", "2023-06-20", "20-06-2023", "2022-Q3"."""
    words, following = scan.words, scan.words[index + 1]
    code = index + 1 + (following in DASHES)
    if words[code] in ("q", "h") and words[code + 1] in ("1", "2", "3", "4") and scan.joined(code + 1):
        return Reading(index, code + 2, f"{number:04d}-{words[code].upper()}{words[code + 1]}", "dates/quarter")      # also "2022 Q3"
    if scan.joined(index + 1):
        owned = following in ("'s", "’s") and words[index - 1] in DECADE_CUES                        # "the 1990's"
        if words[index][3] == "0" and (following == "s" or owned):
            return decade(scan, index, f"{number // 10}")
        if following in DASHES or following == "/":
            found = numeric.iso(scan, index, number)
            if found is not None:
                return found
    return numeric.ending_in_year(scan, index, number) if scan.joined(index) else None


def _stands_free(scan: Scan, index: int) -> bool:
    """Whether nothing is glued to the digits that makes them part of a code: "ISO-2010", "555-2010", "a/2010/b", "2010th"."""
    words, before, after = scan.words, scan.words[index - 1], scan.words[index + 1]
    if scan.joined(index):
        if before == "/":
            return year_number(words[index - 2]) is not None
        if before in DASHES:
            earlier = words[index - 2]
            if scan.joined(index - 1) and scan.joined(index - 2) and words[index - 3] not in OPENERS:
                return False                                    # "138-2010-2015" is a telephone number
            dated = earlier in COMPOUNDS or earlier in YEAR_HEADS or earlier in ALL_MONTHS or year_number(earlier) is not None
            if scan.joined(index - 1) and not dated:
                return False
        elif before in MONEY or before in GLUE or before.isalnum() and before != "fy":
            return False
    if scan.joined(index + 1):
        if after.isalnum() or after in ("_", "@", "=", "&", "%", "°"):
            return False
        return not (after in (".", ",") and scan.joined(index + 2) and words[index + 2].isdecimal())
    return True


def _headed(scan: Scan, found: Reading) -> Reading:
    """Takes in "fiscal", "the year", and the season behind: "their 1982 summer"."""
    words, first, end = scan.words, found.first, found.last
    before, earlier = words[first - 1], words[first - 2]
    if before in ("fiscal", "fy") and scan.free(first - 1):
        return Reading(first - 1, end, f"FY{found.timex}", "dates/fiscal")
    if before == "year" and scan.free(first - 2):
        if earlier in ("fiscal", "financial"):
            return Reading(first - 2, end, f"FY{found.timex}", "dates/fiscal")
        found.first -= 2 * (earlier == "the")
    elif words[end] in SEASONS and scan.lower(end) and words[end + 1] not in SEASON_NAMES:
        return Reading(first, end + 1, f"{found.timex}-{SEASONS[words[end]]}", "dates/season")
    return found


def _is_year(scan: Scan, index: int, number: int) -> bool:
    """Whether the words around the four digits at `index` make them a year."""
    words, before, after = scan.words, scan.words[index - 1], scan.words[index + 1]
    if words[index - 1] == "a" and number in LIKELY and after in MODIFYING and words[index + 2].isalpha():
        return True                                             # "a 2008 police raid"
    if after in COUNTED or after in ZONES or after in ("hrs", "hr") or before in MONEY or before in LABELS:
        return False
    likely = number in LIKELY
    noun = after.isalpha() and scan.lower(index + 1) and after not in FUNCTION and after not in VERBS
    plural = noun and after.endswith("s") and not after.endswith(("ss", "us", "is"))
    if before == "." and words[index - 2] in ("c", "ca") and scan.lower(index - 2):
        return True
    if before in YEAR_HEADS:
        return likely or not plural
    if not likely and not noun and _tells_life(scan, index, number):
        return True
    if index == scan.sentence(index)[0]:
        return likely and (not plural or after in YEAR_NOUNS)
    if before in YEAR_PREPOSITIONS or before in PHASES:
        return _after_preposition(scan, index, likely, noun, plural)
    if before in DETERMINERS:
        attribute = noun or scan.capital(index + 1) or after in DASHES or after == "/" or after.isdecimal()
        return likely and attribute and (not plural or after in YEAR_NOUNS or number % 1000 != 0)
    if before in OPENERS:
        return likely or after in (")", "]") or after in DASHES
    if before in MARKS:
        return likely and _after_mark(scan, index, noun, plural)
    if scan.capital(index - 1):
        return before in YEAR_NAMES and likely and not noun
    return likely and _after_word(scan, index, noun, plural)


def _after_mark(scan: Scan, index: int, noun: bool, plural: bool) -> bool:
    """"2019-2020", "March, 2008", "Dorn, 1994"; not "5, 2010"."""
    before, earlier = scan.words[index - 1], scan.words[index - 2]
    if before in DASHES or before == "/":
        return not plural
    if before == "," and (year_number(earlier) or earlier in ALL_MONTHS):
        return True
    return not noun and before in (",", ":", ";") and not earlier.isdecimal()


def _after_preposition(scan: Scan, index: int, likely: bool, noun: bool, plural: bool) -> bool:
    """"in 2009", "since 2013", "from 2010 to 2015"; not "rose to 2010", "more than 2010", "with 1950 sculptures"."""
    words, before = scan.words, scan.words[index - 1]
    joiner, other = words[index + 1], words[index + 2]
    if before in ("from", "between", "of", "to") and (joiner == "to" or joiner in DASHES) and other[:1].isdecimal() and len(other) > 2:
        if year_number(other) is None or words[index + 3] in COUNTED:
            return False                                        # "rose from 1990 to 2,010 units"
    if before not in LOOSE:
        return likely or not plural
    if before == "of" and not likely:                          # "the siege of 1683 lasted", not "a force of 1683"
        return words[index - 2] in YEAR_NOUNS and (not noun or words[index + 1].endswith("ed"))
    attribute = before in ("for", "from") or before == "of" and not plural or words[index + 1] in YEAR_NOUNS
    if noun and not (likely and attribute):
        return False
    earlier = words[index - 2]
    if before == "to":
        return likely and (_year_near(scan, index - 2) or not noun and not earlier.isalpha())
    if before in ("and", "or"):
        return likely and (_year_near(scan, index - 2) or not earlier.isalpha())
    if before == "than":
        return likely and earlier not in ("more", "less", "fewer")
    if before in COMPARING:
        return likely and not noun and not (before == "over" and scan.capital(index - 2))
    return likely


def _tells_life(scan: Scan, index: int, number: int) -> bool:
    """Years of histories by the words beside them: "dates from 1412", "(born 1810)", "from 1618 to 1648", "(1810–1872)"."""
    words = scan.words
    before, earlier, after, other = words[index - 1], words[index - 2], words[index + 1], words[index + 2]
    if number >= LIKELY.stop:
        return False
    if before in YEAR_VERBS or before == "." and earlier in ("b", "d", "est") and words[index - 3] in ("(", ";", ","):
        return True
    if before == "from" and earlier in ORIGINS or before == "to" and earlier == "back" and words[index - 3] in ORIGINS:
        return True
    if before in ("from", "between") and after in STRETCHES:
        return _is_stretch(scan, index, index + 2, number, year_number(other))
    if before in STRETCHES and words[index - 3] in ("from", "between"):
        return _is_stretch(scan, index - 2, index, year_number(earlier), number)
    return before in DASHES and words[index - 3] in OPENERS and after in (")", ",", ";") and _follows(year_number(earlier), number)


def _is_stretch(scan: Scan, first: int, second: int, start: int | None, end: int | None) -> bool:
    """Whether two numbers after "from" or "between" are years: one soon after the other, nothing counted behind, no change before."""
    after = scan.words[second + 1]
    noun = scan.lower(second + 1) and after.isalpha() and after not in FUNCTION and after not in VERBS
    counted = noun or after in COUNTED or after == "-"
    begin = max(scan.sentence(first)[0], first - NEAR)
    told = scan.words[first - 2] in SHARES                      # "fell by a third | from 1830 to 1872": what changed is told
    return _follows(start, end) and not counted and not after.isdecimal() and (told or CHANGES.isdisjoint(scan.words[begin:first - 1]))


def _follows(start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and start < end <= start + LONGEST_STRETCH


STRETCHES = frozenset(["to", "until", "till", "and"])


def _year_near(scan: Scan, index: int) -> bool:
    """Whether a year ends at token `index` or up to two before it."""
    return any("1900" <= word <= "2035" and year_number(word) is not None for word in scan.words[max(0, index - 2):index + 1])


def _after_word(scan: Scan, index: int, noun: bool, plural: bool) -> bool:
    """After an ordinary word: "election 2012", "making 1985 the worst"; not "bought 1950 sculptures", "reached 2010"."""
    before, after = scan.words[index - 1], scan.words[index + 1]
    if before in YEAR_NAMES or before in YEAR_NOUNS:
        return True
    if before.endswith("ing") and after in ("the", "a", "an"):
        return True
    if after in YEAR_RESULTS and scan.words[index + 2] == "of":
        return True                                             # "had 1988 sales of $3 million"
    if before in FUNCTION:
        return not plural
    return noun and not plural and after in YEAR_NOUNS


def _second_year(scan: Scan, earlier: Reading, number: int) -> Reading | None:
    """The "18" of "1914-18" with the first year as its partner; "2007/08" and "fiscal 2021-22" become one stretch."""
    words, at = scan.words, earlier.last
    if words[at] not in DASHES and words[at] != "/" or not words[at + 1].isdecimal() or len(words[at + 1]) != 2 or not scan.joined(at):
        return None
    short = int(words[at + 1])
    if not (short > number % 100 or short == 0 and number % 100 == 99) or not scan.joined(at + 1) or earlier.timex.startswith("BC"):
        return None
    if scan.joined(at + 2) and words[at + 2] not in CLOSERS and words[at + 2] not in ("'s", "’s"):
        return None
    if words[at] == "/" or earlier.by == "dates/fiscal":
        earlier.last = at + 2
        return None
    full = number - number % 100 + short + (100 if short == 0 else 0)
    if full - number > LONGEST_RANGE or scan.joined(earlier.first) and words[earlier.first - 1] in DASHES:
        return None                                             # "2015-86"
    earlier.relation = "from"
    return Reading(at + 1, at + 2, f"{full:04d}", "dates/year", lean=earlier.lean, partner=earlier)
