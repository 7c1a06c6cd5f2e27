"""Years before Christ, decades and centuries: "499-493 BC", "the 1990s", "the '90s", "the early nineties", "the 19th century"."""
from __future__ import annotations

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import DASHES, DECADES, ENDINGS, FUNCTION, ORDINALS, VERBS, listed
from factcheck.extract.numerals import words as number_words

NUMBERS = number_words()
ERAS = frozenset(["bc", "bce", "b.c.", "b.c.e."])
CHRISTIAN = frozenset(["ad", "ce", "a.d."])
WORN = listed("decade_quantities")      # "highs in the 80s"
PHASES_BEFORE = listed("decade_phases")
LAST_CENTURY = 22
SPOKEN_CUES = listed("spoken_year_cues")
CENTURIES = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
TENS = {word: value for word, value in NUMBERS.small.items() if word in NUMBERS.tens}
ONES = {word: value for word, value in NUMBERS.small.items() if word in NUMBERS.ones}


def era_end(scan: Scan, after: int) -> int:
    """The token after "BC", "B.C.", "B.C", "AD" at `after`; `after` itself where there is none."""
    words = scan.words
    if words[after] in ERAS or words[after] in CHRISTIAN and scan.capital(after):
        return after + 1
    if words[after] == "b" and words[after + 1] == "." and words[after + 2] == "c":
        return after + 3
    return after


def era(scan: Scan, index: int) -> Reading | None:
    """"BC" or "AD" at `index` → the year of one to four digits beside it, with the first year of "499-493 BC" as partner."""
    words, at = scan.words, index - 1
    if words[index] in CHRISTIAN and scan.surface[index].isupper() and words[index + 1].isdecimal() and len(words[index + 1]) <= 4:
        return Reading(index, index + 2, f"{int(words[index + 1]):04d}", "dates/year")                   # "AD 79"
    if not scan.free(at) or not words[at].isdecimal() or len(words[at]) > 4:
        return None
    end = era_end(scan, index)
    if end == index:
        return None
    if words[index] in CHRISTIAN:
        return Reading(at, end, f"{int(words[at]):04d}", "dates/year") if len(words[at]) < 4 else None
    found = Reading(at, end, f"BC{int(words[at]):04d}", "dates/year")
    joiner, other = words[at - 1], words[at - 2]
    if joiner not in DASHES and joiner not in ("to", "and", "or") or not scan.free(at - 2) or not other.isdecimal():
        return found
    if len(other) <= 4 and int(other) > int(words[at]):
        found.partner = Reading(at - 2, at - 1, f"BC{int(other):04d}", "dates/year", relation=None if joiner in ("and", "or") else "from")
    return found


def decade(scan: Scan, index: int, name: str) -> Reading:
    """Digits at `index` with an "s" behind them and the decade's value → the decade, with "the" and an era."""
    end = index + 2
    if scan.words[end] in ERAS:
        name, end = f"BC{name.zfill(3)}", end + 1
    return Reading(scan.article(index), end, name, "dates/decade")


def short_decade(scan: Scan, index: int) -> Reading | None:
    """"s" at `index` → "the '90s", "the 70s and 80s", "the 470s BC"; not "in her 70s", "highs in the 80s"."""
    words, at = scan.words, index - 1
    digits = words[at]
    if not scan.free(at) or not scan.joined(index) or not digits.isdecimal() or digits[-1] != "0":
        return None
    if len(digits) == 3:
        return decade(scan, at, digits[:2]) if words[index + 1] in ERAS else None
    if len(digits) != 2 or not WORN.isdisjoint(words[max(0, at - 6):at]):
        return None
    before, earlier = words[at - 1], words[at - 2]
    if before in ("'", "’", "‘") and scan.joined(at):
        first = at - 1
    elif before in ("the", "early", "late") or before in DASHES and earlier == "mid" or before in ("and", "or") and earlier == "s":
        first = at
    else:
        return None
    return Reading(scan.article(first), index + 1, f"{'20' if digits == '00' else '19'}{digits[0]}", "dates/decade")


def spelled_decade(scan: Scan, index: int) -> Reading | None:
    """"the nineties", "the early nineteen-eighties"; not "in his nineties", "temperatures in the nineties"."""
    words, first, hundreds = scan.words, index, "19"
    at = index - 1 - (words[index - 1] in DASHES)
    if words[at] in ("nineteen", "eighteen") and scan.free(at):
        first, hundreds = at, "19" if words[at] == "nineteen" else "18"
    at = first - 1
    if words[at] in DASHES and words[at - 1] == "mid":
        at -= 2
    elif words[at] in PHASES_BEFORE:
        at -= 1
    if words[at] != "the" or not WORN.isdisjoint(words[max(0, index - 6):index]):
        return None
    return Reading(scan.article(first), index + 1, f"{hundreds}{DECADES[words[index]]}", "dates/decade")


def spoken_year(scan: Scan, index: int) -> Reading | None:
    """"nineteen" at `index` → "in nineteen eighty-four", "since twenty ten", "in nineteen oh five"; not "in nineteen forty-foot boats"."""
    words, at = scan.words, index + 1
    if words[at] not in ONES and words[at] not in TENS and words[at] not in ("oh", "hundred") or words[index - 1] not in SPOKEN_CUES \
            or scan.capital(index):
        return None
    if words[at] in ("oh", "hundred"):
        at += 1 + (words[at + 1] == "and")
        value, end = ONES.get(words[at], 0), at + 1
    else:
        value, end = TENS.get(words[at], ONES.get(words[at], 0)), at + 1
        ones = end + (words[end] in DASHES)
        if words[at] in TENS and 0 < ONES.get(words[ones], 0) < 10:
            value, end = value + ONES[words[ones]], ones + 1
    small = words[at - 1] not in ("oh", "hundred", "and") and value < 10
    if not value or small or words[end] in DASHES or words[end].isalnum() and words[end] not in FUNCTION and words[end] not in VERBS:
        return None
    return Reading(index, end, f"{CENTURIES[words[index]]}{value:02d}", "dates/year")


def century(scan: Scan, index: int) -> Reading | None:
    """"the 19th century", "twenty-first-century", "the 9th century BC"."""
    words, at = scan.words, index - 1
    at -= words[at] in DASHES
    first, number = at, ORDINALS.get(words[at], 0)
    if words[at] in ENDINGS and words[at - 1].isdecimal() and scan.joined(at):
        first, number = at - 1, int(words[at - 1])
    elif number > 0 and words[at - 1] == "twenty":
        first, number = at - 1, number + 20
    elif number > 0 and words[at - 1] in DASHES and words[at - 2] == "twenty":
        first, number = at - 2, number + 20
    if not 1 <= number <= LAST_CENTURY or not scan.free(first):
        return None
    end = era_end(scan, index + 1)
    before = end > index + 1 and words[index + 1] not in CHRISTIAN
    return Reading(scan.article(first), end, f"{'BC' if before else ''}{number - 1:02d}", "dates/century")
