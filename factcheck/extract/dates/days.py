"""The numbers beside a month's name in, its day and its year out: "21 June", "the 21st of June", "June 21, 2023", "May the fourth"."""
from __future__ import annotations

from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import (
    COUNTED,
    DASHES,
    ENDINGS,
    FUNCTION,
    HALF_DAYS,
    MONEY,
    ORDINALS,
    STEPS,
    listed,
)

CENTURY_SPLIT = 50          # '49 is 2049, '50 is 1950
BEFORE_CHRIST = ("bc", "bce", "b.c.")
DAY_CUES = listed("sure_day_cues")


def day_number(word: str) -> int | None:
    """"21" → 21; None for what cannot be a day (39 is let through, so that "39 June" can be seen as impossible)."""
    return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 39 else None


def year_number(word: str) -> int | None:
    """"2023" → 2023; None for what is no year of the years 1000 to 2199."""
    return int(word) if len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199" else None


def day_before(scan: Scan, index: int) -> tuple[int, int | None]:
    """"21 June", "the 21st of June", "05-Aug", "16. Nov. 2016": where it begins and the day."""
    words, at = scan.words, index - 1
    of = words[at] == "of"
    if of:
        at -= 1 + (words[at - 1] == "day")
    if not scan.free(at):
        return index, None
    first, day = at, None
    if words[at] in ENDINGS and scan.joined(at):
        first, day = at - 1, day_number(words[at - 1])
    elif of and ORDINALS.get(words[at], 0) > 0:
        first, day = spelled_day(scan, at)
        if first == at and words[at - 1] != "the":              # "the third of July", not "a third of July"
            return index, None
    elif of and words[at].isdecimal() and _day_of_range(scan, at):
        day = day_number(words[at])                             # "from 13 to 15 of July"
    elif not of and words[at].isdecimal():
        day = _day_in_digits(scan, at)
    elif words[at] in DASHES and scan.joined(at) and scan.joined(index):
        first, day = at - 1, day_number(words[at - 1])
    elif words[at] == "." and scan.joined(at) and scan.capital(index) and not scan.joined(at - 1):
        if words[index + 1].isdecimal() or words[index + 1] == ".":
            first, day = at - 1, day_number(words[at - 1])
    if day is None or not scan.free(first):
        return index, None
    return scan.article(first), day


def _day_in_digits(scan: Scan, at: int) -> int | None:
    """The number right before a month as its day; not in "Section 5 | June 21", which is the 21st, but in "15 | March 44 BC"."""
    words, second = scan.words, scan.words[at + 2]
    if words[at - 1] == ":" and scan.joined(at) or words[at - 1] in MONEY:
        return None
    later = second.isdecimal() and len(second) <= 2 and not scan.joined(at + 1)
    return None if later and words[at + 3] not in BEFORE_CHRIST else day_number(words[at])


def _day_of_range(scan: Scan, at: int) -> bool:
    """Whether the number before "of" and a month is a day: the later one of two, or after "on the"."""
    words = scan.words
    joiner, other = words[at - 1], day_number(words[at - 2])
    later = (joiner in DASHES or joiner in ("to", "and", "through", "until")) and other is not None and scan.free(at - 2)
    return later and other is not None and other < int(words[at]) < 32 or joiner == "the" and words[at - 2] in DAY_CUES


def spelled_day(scan: Scan, at: int) -> tuple[int, int]:
    """An ordinal word at `at` → where it begins and its number: "twenty-first"."""
    words, number = scan.words, ORDINALS[scan.words[at]]
    if words[at - 1] in DASHES and words[at - 2] in ("twenty", "thirty") and number < 10:
        return at - 2, number + (20 if words[at - 2] == "twenty" else 30)
    return at, number


def day_after(scan: Scan, after: int) -> tuple[int | None, int]:
    """"June 21", "June 21st", "May the fourth": the day and the token after it."""
    words, at = scan.words, after
    if words[at] == "the":
        at += 1
        if ORDINALS.get(words[at], 0) > 0:
            return ORDINALS[words[at]], at + 1
    word = words[at]
    if not word[:1].isdecimal():
        return _ranked_day(scan, after)
    if _glued(word):
        return day_number(word[:-5]), at                        # "June 21,2023" is one token for day and year
    day = day_number(word)
    if day is None:
        return None, after
    following = words[at + 1]
    if following in ENDINGS and scan.joined(at + 1):
        return day, at + 2
    if at > after or following in (":", "%") or following in COUNTED or following in HALF_DAYS or following in BEFORE_CHRIST:
        return None, after
    if following in ("/", ".") and scan.joined(at + 1) and scan.joined(at + 2) and words[at + 2].isdecimal():
        return None, after
    return day, at + 1


def _ranked_day(scan: Scan, at: int) -> tuple[int | None, int]:
    """"January first", "June twenty-first": the day in words; not "in March second graders", "by June second-quarter sales"."""
    words, tens = scan.words, {"twenty": 20, "thirty": 30}.get(scan.words[at], 0)
    end = at + (1 + (words[at + 1] in DASHES) if tens else 0)
    number = ORDINALS.get(words[end], 0)
    after = words[end + 1]
    if not 0 < number < (10 if tens else 32) or words[at] == "opening" or words[at - 2] in ("in", "for", "the") \
            or after in DASHES or after.isalnum() and after not in FUNCTION and year_number(after) is None:
        return None, at
    return tens + number, end + 1


def _glued(word: str) -> bool:
    return word[-5:-4] == "," and word[-4:].isdecimal() and day_number(word[:-5]) is not None


def year_after(scan: Scan, after: int, has_day: bool) -> tuple[str | None, int, bool]:
    """What tells the year behind "June 21": its text or None, the token after it, and whether it was told ("this year" without anchor)."""
    words, at = scan.words, after
    joiner = words[at]
    if joiner in FUNCTION and joiner != "of" and joiner not in STEPS and joiner != "the":
        return None, after, False
    if has_day and _glued(joiner):
        return joiner[-4:], at + 1, True
    dashed = joiner in DASHES and scan.joined(at) and scan.joined(at + 1)
    if joiner in (",", "of") or dashed:
        at += 1
    word = words[at]
    year = int(word) if has_day and _is_far_year(scan, at) else year_number(word)
    if year is not None:
        end = at + 1
        return (f"BC{year:04d}", end + 1, True) if words[end] in BEFORE_CHRIST else (word, end, True)
    if word.isdecimal():
        if len(word) <= 3 and words[at + 1] in BEFORE_CHRIST:
            return f"BC{int(word):04d}", at + 2, True
        if dashed and has_day and len(word) == 2 and words[after - 2] in DASHES:
            return two_digits(word), at + 1, True               # "05-Aug-16"
        return None, after, False
    if word in ("'", "’", "‘") and joiner != "," and words[at + 1].isdecimal() and len(words[at + 1]) == 2 and scan.joined(at + 1):
        return two_digits(words[at + 1]), at + 2, True
    if word in STEPS or word == "the" and words[at + 1] in STEPS:
        told = scan.read(at, 3)
        if told is not None and told.by == "dates/unit" and words[told.last - 1] == "year":
            return (None if "X" in told.timex else told.timex), told.last, True
    return None, after, False


def _is_far_year(scan: Scan, at: int) -> bool:
    """"5 March 2250": a year far ahead, which only a full date makes sure of; "on 5 March 2500 people" counts."""
    word, following = scan.words[at], scan.words[at + 1]
    return len(word) == 4 and word.isdecimal() and "2200" <= word <= "2999" and following != "of" \
        and (following in FUNCTION or not following[:1].isalnum())


def two_digits(word: str) -> str:
    """"16" → "2016", "63" → "1963"."""
    return f"{'20' if int(word) < CENTURY_SPLIT else '19'}{word}"
