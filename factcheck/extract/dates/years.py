"""Years and what is made of them: "2009", "the 2010 election", "1914-18", "499 BC", "fiscal 2022", "the 1990s", "the '90s", "Q3 2022".

A four-digit number is a year only with a reason: a preposition, an attribute's place, brackets, the start of a sentence. Before a
counted noun ("1500 troops", "2010 metres"), after a label ("page 1998") or a name ("Camp 2013") it is none.

Gets wrong: "in 2000 villages" reads as the year 2000 where the noun is not in the table of counted nouns.
"""
from __future__ import annotations

from factcheck.extract.dates import numeric
from factcheck.extract.dates.days import year_number
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import (
    ALL_MONTHS, COUNTED, DASHES, DECADES, DETERMINERS, ENDINGS, FUNCTION, LABELS, MONEY, ORDINALS, PHASES, SEASON_NAMES, SEASONS, YEAR_HEADS, YEAR_NAMES, YEAR_NOUNS,
    YEAR_PREPOSITIONS, ZONES)

LIKELY = range(1900, 2036)          # years that news and histories name without saying that they are years
ERAS = frozenset(["bc", "bce", "b.c.", "b.c.e."])
CHRISTIAN = ("ad", "ce", "a.d.")
CLOSERS = frozenset(".,;:!?)]”\"’…")


def year(scan: Scan, index: int) -> Reading | None:
    """The four digits at `index` → an ISO date, a year, a decade, two years, or None where they are a quantity or a name."""
    words = scan.words
    number = int(words[index])
    following = words[index + 1]
    code = index + 1 + (following in DASHES)
    if words[code] in ("q", "h") and words[code + 1] in ("1", "2", "3", "4") and scan.joined(code + 1) and scan.capital(code):
        return Reading(index, code + 2, f"{number:04d}-{words[code].upper()}{words[code + 1]}", "dates/quarter")          # "2022-Q3", "2022 Q3"
    if following and scan.joined(index + 1):
        if following == "s" or following in ("'s", "’s") and words[index][3] == "0" and words[index - 1] in ("the", "early", "late", "mid", "-"):
            return _decade(scan, index, f"{number // 10}") if words[index][3] == "0" else None
        if following in DASHES or following == "/":
            found = numeric.iso(scan, index, number)
            if found is not None:
                return found
        elif following.isalnum() or following in ("%", "°"):
            return None
    if scan.joined(index):
        found = numeric.ending_in_year(scan, index, number)
        if found is not None:
            return found
    if not _stands_free(scan, index):
        return None
    end = _era_end(scan, index + 1)
    name = f"{number:04d}" if end == index + 1 or words[index + 1] in CHRISTIAN else f"BC{number:04d}"
    if end == index + 1 and not _is_year(scan, index, number):
        return None
    first, by = index, "dates/year"
    if words[index - 1] in ("fiscal", "fy") and index - 1 >= scan.floor:
        first, name, by = index - 1, f"FY{name}", "dates/fiscal"
    elif words[index - 1] == "year" and words[index - 2] in ("fiscal", "financial") and index - 2 >= scan.floor:
        first, name, by = index - 2, f"FY{name}", "dates/fiscal"
    elif words[index - 1] == "year" and words[index - 2] == "the" and index - 2 >= scan.floor:
        first = index - 2
    if words[end] in SEASONS and scan.lower(end) and words[end + 1] not in SEASON_NAMES and by == "dates/year":
        return Reading(first, end + 1, f"{name}-{SEASONS[words[end]]}", "dates/season")
    found = Reading(first, end, name, by)
    if words[first - 1] in DETERMINERS and scan.lower(end) and words[end] not in FUNCTION:
        found.lean = "attribute"                                # "the 1975 treaty" tells of no step in the story
    elif words[first - 1] == "(" and words[end] == ")":
        found.lean = "aside"
    return _second_year(scan, found, number) or found


def _stands_free(scan: Scan, index: int) -> bool:
    """Whether nothing is glued to the digits that makes them part of a code: "ISO-2010", "555-2010", "a/2010/b"."""
    words = scan.words
    if scan.joined(index):
        before = words[index - 1]
        if before in MONEY or before in ("/", "#", ".", ":", "=", "_", "@", "+", "&"):
            return before == "/" and bool(year_number(words[index - 2])) or (before in DASHES and False)
        if before in DASHES:
            return words[index - 2] in ("mid", "early", "late", "post", "pre") or words[index - 2] in YEAR_HEADS or words[index - 2] in ALL_MONTHS or \
                (year_number(words[index - 2]) is not None) or not scan.joined(index - 1) or words[index - 2] in ("s", "bc") or words[index - 2].isdecimal() \
                and index - 1 < scan.count and _partial_year(scan, index)
        if before.isalnum() and before != "fy":
            return False
    if scan.joined(index + 1):
        after = words[index + 1]
        if after in ("_", "@", "=", "&"):
            return False
        if after in (".", ",") and scan.joined(index + 2) and words[index + 2].isdecimal():
            return False
    return True


def _partial_year(scan: Scan, index: int) -> bool:
    """"499-1493": never; kept for BC ranges, which end in an era."""
    return scan.words[index + 1] in ERAS


def _is_year(scan: Scan, index: int, number: int) -> bool:
    """Whether the words around the four digits at `index` make them a year."""
    words = scan.words
    before, after = words[index - 1], words[index + 1]
    if after in COUNTED or after in ZONES or after in ("hrs", "hr", "hours") or before in MONEY or before in LABELS:
        return False
    if after == "." and words[index + 2] == "" and index == 0:
        return False
    likely = number in LIKELY
    noun = after.isalpha() and scan.lower(index + 1) and after not in FUNCTION
    plural = noun and after.endswith("s") and not after.endswith(("ss", "us", "is"))
    if before in ("year", "fiscal", "fy", "©", "copyright", "circa", "ca", "ca.", "summer", "autumn", "winter", "spring", "calendar"):
        return not plural or likely
    if index == scan.sentence(index)[0] or index == 0:
        return likely and (not plural or after in YEAR_NOUNS)
    if before == "." and words[index - 2] in ("c", "ca") and scan.lower(index - 2):
        return True
    if before in YEAR_PREPOSITIONS or before in PHASES:
        return _after_preposition(scan, index, likely, noun, plural)
    if before in DETERMINERS:
        return likely and (not plural or after in YEAR_NOUNS or not number % 1000 == 0) and (noun or scan.capital(index + 1) or after in DASHES or after == "/" or after.isdecimal())
    if before in ("(", "[", "“", "\"", "‘"):
        return likely or after in (")", "]") or after in DASHES
    if before in DASHES or before == "/":
        return likely and not plural
    if before in ("’", "'", ",", ";", ":"):
        if before == "," and (year_number(words[index - 2]) or words[index - 2] in ALL_MONTHS):
            return likely
        return likely and not noun and before in (",", ":", ";") and not words[index - 2].isdecimal()
    if scan.capital(index - 1):
        return before in YEAR_NAMES and (number in LIKELY) and not noun
    if before.isalpha() and likely and before not in FUNCTION:
        return _after_word(scan, index, noun, plural)
    return likely and not plural and before not in ("")


def _after_preposition(scan: Scan, index: int, likely: bool, noun: bool, plural: bool) -> bool:
    words = scan.words
    before = words[index - 1]
    joiner, other = words[index + 1], words[index + 2]
    if (joiner == "to" or joiner in DASHES) and other[:1].isdecimal() and len(other) > 2 and before in ("from", "between", "of", "to"):
        if not (year_number(other) and words[index + 3] not in COUNTED) and other not in ALL_MONTHS:
            return False                                        # "rose from 1990 to 2,010 units"
    if before in ("than", "over", "about", "or", "and", "to", "with", "on", "as", "for", "last", "of", "between", "from", "within", "around"):
        if noun and not (likely and (before in ("of", "for", "from") or words[index + 1] in YEAR_NOUNS)):
            return False
        if before == "to":
            return likely and (_year_behind(scan, index - 2) or not noun) and words[index - 2] not in ("up",) and words[index - 2].isalpha() is False \
                or likely and _year_behind(scan, index - 2)
        if before in ("and", "or"):
            return likely and (_year_behind(scan, index - 2) or words[index - 2] == ")" or not words[index - 2].isalpha()) or _year_behind(scan, index - 2)
        if before == "than":
            return likely and words[index - 2] not in ("more", "less", "fewer")
        if before in ("over", "about", "with", "on", "as", "last", "around", "within"):
            return likely and not noun and not (before == "over" and scan.capital(index - 2))
        return likely
    return likely or not plural


def _year_behind(scan: Scan, index: int) -> bool:
    """Whether a year ends at token `index` or close before it."""
    words = scan.words
    return any(year_number(words[at]) is not None and int(words[at]) in LIKELY for at in (index, index - 1, index - 2) if at >= 0)


def _after_word(scan: Scan, index: int, noun: bool, plural: bool) -> bool:
    """After an ordinary word: "saw 2010 as", "making 1985 the worst", "election 2012"."""
    if scan.words[index - 1] in YEAR_HEADS or scan.words[index - 1] in YEAR_NAMES or scan.words[index - 1] in YEAR_NOUNS:
        return True
    after = scan.words[index + 1]
    if scan.words[index - 1].endswith("ing") and after in ("the", "a", "an"):
        return True
    if noun:
        return not plural and after in YEAR_NOUNS
    return False


def _era_end(scan: Scan, after: int) -> int:
    """The token after "BC", "B.C.", "B.C", "AD" at `after`; `after` itself where there is none."""
    words = scan.words
    if words[after] in ERAS or words[after] in CHRISTIAN and scan.capital(after):
        return after + 1
    if words[after] == "b" and words[after + 1] == "." and words[after + 2] == "c":
        return after + 3 + (words[after + 3] == "." and scan.joined(after + 3) and words[after + 4] == "")
    return after


def _second_year(scan: Scan, earlier: Reading, number: int) -> Reading | None:
    """The "18" of "1914-18", the "08" of "2007/08": two years, the first as partner of the second."""
    words, at = scan.words, earlier.last
    if words[at] not in DASHES and words[at] != "/" or not words[at + 1].isdecimal() or len(words[at + 1]) != 2 or not scan.joined(at):
        return None
    short = int(words[at + 1])
    if not (scan.joined(at + 1) and short > number % 100 or short == 0 and number % 100 == 99) or earlier.timex.startswith("BC"):
        return None
    if scan.joined(at + 2) and words[at + 2] not in CLOSERS:
        return None
    full = number - number % 100 + short + (100 if short < number % 100 else 0)
    if words[at] == "/" or earlier.by == "dates/fiscal":                                        # a season or a business year: one stretch
        earlier.last = at + 2
        return None
    later = Reading(at + 1, at + 2, f"{full:04d}", "dates/year")
    earlier.relation = "from"
    later.partner, later.lean = earlier, earlier.lean
    return later


def era(scan: Scan, index: int) -> Reading | None:
    """"BC" at `index` → the year of one to three digits before it, or the first years of "499-493 BC"."""
    words, at = scan.words, index - 1
    if words[index] in CHRISTIAN and words[index + 1].isdecimal() and len(words[index + 1]) <= 4 and scan.surface[index].isupper():
        return Reading(index, index + 2, f"{int(words[index + 1]):04d}", "dates/year")                   # "AD 79"
    if at < scan.floor or not words[at].isdecimal() or len(words[at]) > 4:
        if words[at] == "s" and words[at - 1].isdecimal() and len(words[at - 1]) == 3 and scan.joined(at):
            return _decade(scan, at - 1, f"BC0{words[at - 1][:2]}", index + 1)
        if words[at] == "century" and at >= scan.floor:
            return century(scan, at)
        return None
    end = _era_end(scan, index)
    if end == index:
        return None
    if words[index] in CHRISTIAN:
        return Reading(at, end, f"{int(words[at]):04d}", "dates/year") if len(words[at]) < 4 and scan.capital(index) else None
    found = Reading(at, end, f"BC{int(words[at]):04d}", "dates/year")
    if words[at - 1] in DASHES or words[at - 1] in ("to", "and", "or"):
        other = words[at - 2]
        if other.isdecimal() and len(other) <= 4 and int(other) > int(words[at]) and at - 2 >= scan.floor:
            found.partner = Reading(at - 2, at - 1, f"BC{int(other):04d}", "dates/year")
            found.partner.relation = None if words[at - 1] in ("and", "or") else "from"
    return found


def _decade(scan: Scan, index: int, name: str, end: int = 0) -> Reading:
    end = end or index + 2
    if not name.startswith("BC") and scan.words[end] in ERAS:
        name, end = f"BC{name}", end + 1
    first = index - 1 if scan.words[index - 1] == "the" and index - 1 >= scan.floor else index
    return Reading(first, end, name, "dates/decade")


def short_decade(scan: Scan, index: int) -> Reading | None:
    """"s" at `index` → "the '90s", "the 70s and 80s"; not "in her 70s", "highs in the 80s"."""
    words, at = scan.words, index - 1
    if at < scan.floor or not scan.joined(index):
        return None
    digits = words[at]
    if len(digits) == 3 and digits.isdecimal() and words[index + 1] in ERAS:
        return _decade(scan, at, f"BC0{digits[:2]}", index + 2)
    if len(digits) != 2 or digits[1] != "0" or not digits.isdecimal():
        return None
    if words[at - 1] in ("'", "’", "‘") and scan.joined(at):
        first = at - 1
    elif words[at - 1] == "the" or words[at - 1] in ("early", "late") or words[at - 1] in DASHES and words[at - 2] == "mid" or \
            words[at - 1] in ("and", "or") and words[at - 2] == "s":
        first = at
    else:
        return None
    if any(word in ("highs", "lows", "temperatures", "aged", "degrees", "scored", "shot") for word in words[max(0, at - 6):at]):
        return None
    if words[first - 1] == "the" and first - 1 >= scan.floor:
        first -= 1
    return Reading(first, index + 1, ("20" if digits == "00" else "19") + digits[0], "dates/decade")


def spelled_decade(scan: Scan, index: int) -> Reading | None:
    """"the nineties", "the early nineteen-eighties"; not "in his nineties", "in the nineties" of a temperature."""
    words = scan.words
    before = words[index - 1]
    first, century_of = index, "19"
    if before in DASHES and words[index - 2] in ("nineteen", "eighteen"):
        first, century_of = index - 2, {"nineteen": "19", "eighteen": "18"}[words[index - 2]]
    elif before in ("nineteen", "eighteen"):
        first, century_of = index - 1, {"nineteen": "19", "eighteen": "18"}[before]
    before = words[first - 1]
    if before in DASHES and words[first - 2] == "mid":
        before = words[first - 3] if words[first - 3] == "the" else ""
    elif before in ("early", "late", "roaring", "swinging"):
        before = words[first - 2]
    if before != "the" or words[index - 1] in ("his", "her", "their", "my"):
        return None
    if any(word in ("highs", "lows", "temperatures", "aged", "degrees", "men", "women", "people") for word in words[max(0, index - 6):index]):
        return None
    if words[first - 1] == "the" and first - 1 >= scan.floor:
        first -= 1
    return Reading(first, index + 1, f"{century_of}{DECADES[words[index]]}", "dates/decade")


def century(scan: Scan, index: int) -> Reading | None:
    """"the 19th century", "the twenty-first century", "the 9th century BC"."""
    words, at = scan.words, index - 1
    if words[at] in DASHES:
        at -= 1                                                 # "19th-century"
    first = at
    if words[at] in ENDINGS and words[at - 1].isdecimal() and scan.joined(at):
        number, first = int(words[at - 1]), at - 1
    elif words[at] in ORDINALS and ORDINALS[words[at]] > 0:
        number = ORDINALS[words[at]]
        if words[at - 1] in DASHES | {"twenty"} and "twenty" in (words[at - 1], words[at - 2]):
            number, first = number + 20, at - (1 if words[at - 1] == "twenty" else 2)
    else:
        return None
    if not 1 <= number <= 22 or first < scan.floor:
        return None
    end = _era_end(scan, index + 1)
    before = end > index + 1 and words[index + 1] not in CHRISTIAN
    if words[first - 1] == "the" and first - 1 >= scan.floor:
        first -= 1
    return Reading(first, end, f"BC{number - 1:02d}" if before else f"{number - 1:02d}", "dates/century")


def quarter_code(scan: Scan, index: int) -> Reading | None:
    """"q" or "h" at `index` → "Q3 2022", "Q3", "H1 2023"."""
    words, at = scan.words, index + 1
    digit = words[at]
    letter = words[index].upper()
    if not scan.joined(at) or digit not in ("1", "2", "3", "4")[:4 if letter == "Q" else 2] or not scan.capital(index):
        return None
    end = at + 1
    if words[end] in ("of", ",", "fy", "'", "’") and (year_number(words[end + 1]) or words[end] == "of"):
        end += 1
    number = year_number(words[end])
    if number is not None:
        return Reading(index, end + 1, f"{number:04d}-{letter}{digit}", "dates/quarter")
    if words[at + 1] == "of":
        whole = scan.read(at + 2)
        if whole is not None and whole.by == "dates/unit" and len(whole.timex) == 4:
            return Reading(index, whole.last, f"{whole.timex}-{letter}{digit}", "dates/quarter", lean="told")
    number = year_number(words[index - 1])
    if number is not None and index - 1 >= scan.floor:
        return Reading(index - 1, at + 1, f"{number:04d}-{letter}{digit}", "dates/quarter")
    return Reading(index, at + 1, f"XXXX-{letter}{digit}", "dates/quarter") if letter == "Q" else None


def fiscal_code(scan: Scan, index: int) -> Reading | None:
    """"FY2022", "FY22", "FY 2022"."""
    word = scan.words[index + 1]
    number = year_number(word)
    if number is None and len(word) == 2 and word.isdecimal() and scan.joined(index + 1):
        number = 2000 + int(word)
    return Reading(index, index + 2, f"FY{number:04d}", "dates/fiscal") if number is not None and scan.capital(index) else None
