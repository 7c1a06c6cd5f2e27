"""Calendar days and months: "June 21, 2023", "21st of June", "12-14 July", "last July", "Tuesday", "Friday, 21 June", "2023-06-20"."""
from __future__ import annotations

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan, begin
from factcheck.extract.dates.timex import point
from factcheck.extract.dates.words import (
    ALL_MONTHS, CLUBS, COUNTED, DASHES, DOUBTFUL, ENDINGS, FIRST_NAMES, FUNCTION, JOINERS, ORDINALS, PAPERS, PARTS, PLURAL_WEEKDAYS,
    SHORT_MONTHS, SHORT_WEEKDAYS, STEPS, WEEKDAYS)

MONTH_CUES = frozenset("in of since by until till from to during before after through early late mid last next this every each and or between around for".split())
CENTURY_SPLIT = 50          # '49 is 2049, '50 is 1950


def month(scan: Scan, index: int) -> Reading | None:
    """A month name at `index` → the day or month it names, with a range's other end as partner."""
    words = scan.words
    word = words[index]
    number = ALL_MONTHS[word]
    after = index + 1
    if word in SHORT_MONTHS and words[after] == "." and scan.joined(after):
        after += 1
    first, day = _day_before(scan, index)
    if day is None:
        day, after = _day_after(scan, after)
    year, end, told = _year_after(scan, after, day is not None)
    lean = ""
    if first == index and words[index - 1] in STEPS and index - 1 >= scan.floor and not told:
        first, lean = _pointer(scan, index)
    if day is None and not told and not lean and not _plain_month(scan, index, after):
        return None
    if day is not None and not told and scan.lower(index) and word in ("may", "march", "mar", "dec", "sep", "jan"):
        if not (words[index - 1] in ENDINGS or words[index - 1] == "of"):
            return None
    if not told and not lean:
        year = _year_of_partner(scan, end, number)
    name = f"{year or 'XXXX'}-{number:02d}"
    found = Reading(first, end, name if day is None else f"{name}-{day:02d}", "dates/month" if day is None else "dates/day", lean=lean)
    if told and year is None:
        found.lean = "unsettled"
    if day is not None:
        found.partner = _partner_before(scan, first, name, day)
        return _partner_after(scan, found, after, name, told) or with_part(scan, found)
    return found


def _plain_month(scan: Scan, index: int, after: int) -> bool:
    """Whether a month name without day and year is a month: "in May", "July was hot", not "may", "June Brown"."""
    word, before = scan.words[index], scan.words[index - 1]
    if scan.lower(index) and (word in DOUBTFUL or word in SHORT_MONTHS):
        return False
    if word in DOUBTFUL or word in SHORT_MONTHS:
        return before in MONTH_CUES or before in DASHES or (before in ALL_MONTHS and word in DOUBTFUL) or scan.words[after] in DASHES \
            or (word in DOUBTFUL and before in ("the", "a") and scan.surface[index] == word.capitalize() and scan.words[after] not in FUNCTION
                and word == "march" and scan.lower(after) and False)
    if word in FIRST_NAMES and before not in MONTH_CUES and scan.capital(index):
        return not (scan.capital(index + 1) and scan.words[index + 1] not in ALL_MONTHS) and not (scan.capital(index - 1) and index - 1 > scan.sentence(index)[0])
    return True


def _pointer(scan: Scan, index: int) -> tuple[int, str]:
    """The pointer before token `index` ("last", "this past", "the following") → where the phrase begins and how it leans."""
    word, first = scan.words[index - 1], index - 1
    if word == "past" and scan.words[first - 1] in ("this", "the"):
        first -= 1
        return first, "last"
    if scan.words[first - 1] == "the" and first - 1 >= scan.floor:
        first -= 1
    return first, {"past": "last", "coming": "next", "upcoming": "next", "current": "this"}.get(word, word)


def day_number(word: str) -> int | None:
    """"21" → 21; None for what cannot be a day (39 is let through, so that "39 June" can be seen as impossible)."""
    return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 39 else None


def _day_before(scan: Scan, index: int) -> tuple[int, int | None]:
    """"21 June", "the 21st of June", "05-Aug": where it begins and the day."""
    words, at = scan.words, index - 1
    if words[at] == "of":
        at -= 1
        if words[at] == "day":
            at -= 1
    of = at < index - 1
    if at < scan.floor or at < 0:
        return index, None
    day, first = None, at
    if words[at] in ENDINGS and scan.joined(at):
        day, first = day_number(words[at - 1]), at - 1
    elif words[at] in ORDINALS and of and ORDINALS[words[at]] > 0:
        day = ORDINALS[words[at]]
        if words[at - 1] in DASHES and words[at - 2] in ("twenty", "thirty"):
            day, first = day + (20 if words[at - 2] == "twenty" else 30), at - 2
        if words[first - 1] != "the" and first == at:
            return index, None
    elif words[at].isdecimal() and not of and words[at - 1] not in (":", "$", "€", "£"):
        day = day_number(words[at])
        if day is not None and words[index + 1].isdecimal() and len(words[index + 1]) <= 2 and not scan.joined(index):
            return index, None                                          # "Section 5 June 21"
    elif words[at] in DASHES and scan.joined(at) and scan.joined(index):
        day, first = day_number(words[at - 1]), at - 1
    elif words[at] == "." and scan.joined(at) and words[at - 1].isdecimal() and scan.capital(index) and not scan.joined(at - 1):
        day, first = day_number(words[at - 1]), at - 1                  # "16. Nov."
        if day is not None and index not in scan.hits:
            day = None
        if day is not None and not words[index + 1].isdecimal() and words[index + 1] != ".":
            day = None
    if day is None or first < scan.floor:
        return index, None
    if words[first - 1] == "the" and first - 1 >= scan.floor:
        first -= 1
    return first, day


def _day_after(scan: Scan, after: int) -> tuple[int | None, int]:
    """"June 21", "June 21st", "May the fourth": the day and the token after it."""
    words, at = scan.words, after
    if words[at] == "the":
        at += 1
        if words[at] in ORDINALS and ORDINALS[words[at]] > 0:
            return ORDINALS[words[at]], at + 1
    word = words[at]
    if "," in word and word[-5:-4] == "," and word[-4:].isdecimal() and day_number(word[:-5]):
        return day_number(word[:-5]), at                                # "June 21,2023" is one token for day and year
    day = day_number(word)
    if day is None:
        return None, after
    following = words[at + 1]
    if following in ENDINGS and scan.joined(at + 1):
        return day, at + 2
    if at > after or following in (":", "%", "percent") or (following in ("/", ".") and scan.joined(at + 1) and words[at + 2].isdecimal() and scan.joined(at + 2)):
        return None, after
    if following in COUNTED or following in ("am", "pm", "a.m.", "p.m."):
        return None, after
    return day, at + 1


def year_number(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199" else None


def _year_after(scan: Scan, after: int, has_day: bool) -> tuple[str | None, int, bool]:
    """What says the year after "June 21": its text or None, the token after it, and whether it was said at all ("this year" without anchor)."""
    words, at = scan.words, after
    word = words[at]
    if has_day and "," in word and word[-5:-4] == ",":
        return word[-4:], at + 1, True
    if word == ",":
        at += 1
    elif word == "of" or (word in DASHES and scan.joined(at)):
        at += 1
        if word != "of" and has_day and words[at].isdecimal() and len(words[at]) == 2 and scan.joined(at) and scan.joined(after) and after == at - 1 \
                and words[after - 2] in DASHES:
            return _two_digits(words[at]), at + 1, True                # "05-Aug-16"
    year = year_number(words[at])
    if year is not None:
        if word in DASHES and not (scan.joined(at)):
            return None, after, False
        end = at + 1
        if words[end] in ("bc", "bce", "b.c."):
            return f"BC{year:04d}", end + 1, True
        return f"{year:04d}", end, True
    if words[at].isdecimal() and len(words[at]) <= 3 and words[at + 1] in ("bc", "bce", "b.c."):
        return f"BC{int(words[at]):04d}", at + 2, True
    if words[at] in ("'", "’", "‘") and words[at + 1].isdecimal() and len(words[at + 1]) == 2 and scan.joined(at + 1) and word != ",":
        return _two_digits(words[at + 1]), at + 2, True
    if words[at] in STEPS or (words[at] == "the" and words[at + 1] in STEPS):
        told = scan.read(at, 3)
        if told is not None and told.by == "dates/unit" and words[told.last - 1] == "year":
            return (None if "X" in told.timex else told.timex), told.last, True
    return None, after, False


def _two_digits(word: str) -> str:
    return f"{'20' if int(word) < CENTURY_SPLIT else '19'}{word}"


def _year_of_partner(scan: Scan, end: int, number: int) -> str | None:
    """The year of the other end of a range or list: "26 June" in "26 June - 4 August 1952"."""
    words = scan.words
    if words[end] not in JOINERS and not (words[end] == "," and words[end + 1] in ALL_MONTHS):
        return None
    other = scan.read(end + 1 + (words[end + 1] == "the"))
    if other is None or other.by not in ("dates/day", "dates/month") or other.lean:
        return None
    known = point(other.timex)
    if known is None:
        return None
    year = known.year - 1 if number > known.month and words[end] not in ("and", "or", ",") else known.year
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def _partner_before(scan: Scan, first: int, name: str, day: int) -> Reading | None:
    """The "12" of "12-14 July", "from 15 to 22 February", "the 13th to the 19th of October"."""
    words, at = scan.words, first - 1
    if first <= scan.floor or (words[at] not in DASHES and words[at] not in ("to", "and", "or", "/", "&", ",", "through", "until")):
        return None
    at -= 1
    last = at + 1
    if words[at] in ENDINGS and scan.joined(at):
        at -= 1
    other = day_number(words[at])
    if other is None or at < scan.floor or at < 0 or other >= day or words[at - 1] in (":", ".", "$", "€", "£") and scan.joined(at):
        return None
    if words[at - 1] in ALL_MONTHS or (words[first - 1] == "," and words[at - 1] in ("of", "in")):
        return None
    begins = at - 1 if words[at - 1] == "the" and at - 1 >= scan.floor else at
    earlier = Reading(begins, last, f"{name}-{other:02d}", "dates/day")
    earlier.relation = None if words[first - 1] in ("and", "or", "&", ",") else "from"
    if words[first - 1] in ("and", ","):
        earlier.partner = _partner_before(scan, begins, name, other)
    return earlier


def _partner_after(scan: Scan, earlier: Reading, after: int, name: str, told: bool) -> Reading | None:
    """The "15" of "July 13-15": the later day, with the earlier one as its partner."""
    words, at = scan.words, after
    if told and earlier.last != after:
        return None
    joiner = words[at]
    if joiner not in DASHES and joiner not in ("to", "and", "through", "thru", "&", "or"):
        return None
    at += 1 + (words[at + 1] == "the")
    day = day_number(words[at])
    known = point(earlier.timex.replace("XXXX", "2000"))
    if day is None or day > 31 or known is None or day <= known.day:
        return None
    end = at + 1
    if words[end] in ENDINGS and scan.joined(end):
        end += 1
    following = words[end]
    if following in ALL_MONTHS or following in (":", "%", "am", "pm", "a.m.", "p.m.", "of") or following in COUNTED:
        return None
    if joiner in ("and", "or", "to", "&") and following.isalpha() and following not in FUNCTION:
        return None                                                     # "On June 5 and 6 more people"
    if following == "." and scan.joined(end) and words[end + 1].isdecimal():
        return None
    year, stop, said = _year_after(scan, end, True)
    if said and year is not None:
        name = year + name[-3:]
        earlier.timex = name + earlier.timex[-3:]
    later = Reading(at, stop, f"{name}-{day:02d}", "dates/day")
    earlier.relation = None if joiner in ("and", "or", "&") else "from"
    later.partner = earlier
    return later


def with_part(scan: Scan, found: Reading) -> Reading:
    """Takes in the part of the day or the clock that follows a day: "Friday morning", "June 21, 10:15 p.m."."""
    words, at = scan.words, found.last
    part = PARTS.get(words[at])
    if part is not None and found.kind == "date" and scan.lower(at):
        found.timex, found.kind, found.last = f"{found.timex}T{part}", "time", at + 1
        if words[at + 1] == "of":
            whole = scan.read(at + 2)
            if whole is not None and whole.by == "dates/day" and "X" not in whole.timex:      # "Sunday dawn of 25 June"
                found.timex, found.last = f"{whole.timex}T{part}", whole.last
        return found
    at += words[at] == "," and words[at + 1].isdecimal()
    if words[at].isdecimal() and len(words[at]) <= 2 and (words[at + 1] in (":", "am", "pm", "a.m.", "p.m.")):
        clock = scan.read_clock(at)
        if clock is not None:
            found.timex, found.kind, found.last = found.timex + clock.timex, "time", clock.last
            found.lean = found.lean or clock.lean
    return found


def weekday(scan: Scan, index: int) -> Reading | None:
    """A weekday at `index` → that day, with the date or the part of the day that follows it."""
    words = scan.words
    word = words[index]
    number = WEEKDAYS.get(word) or SHORT_WEEKDAYS[word]
    after = index + 1
    if word in SHORT_WEEKDAYS:
        after += words[after] == "." and scan.joined(after)
        if scan.lower(index) or not _short_is_day(scan, index, after):
            return None
    if words[index - 1] in CLUBS and index > 0 or (scan.capital(after) and words[after] in PAPERS):
        return None
    dated = _date_after(scan, after)
    if dated is not None:
        dated.first = index
        dated.lean = dated.lean or "day"
        return dated
    if words[after] == "the" and (day := day_number(words[after + 1])) is not None and words[after + 2] in ENDINGS and scan.joined(after + 2):
        return with_part(scan, Reading(index, after + 3, f"XXXX-XX-{day:02d}", "dates/day", lean="day"))      # "Tuesday the 20th"
    found = Reading(index, after, f"XXXX-WXX-{number}", "dates/weekday")
    before = words[index - 1]
    if before in STEPS and index - 1 >= scan.floor:
        found.first, found.lean = _pointer(scan, index)
    elif before in ("every", "each"):
        return None
    week = words[after] in STEPS and scan.read(after, 2)
    if week and week.timex[5:6] == "W" and week.by == "dates/unit":                           # "Friday last week"
        found.last, found.timex = week.last, f"{week.timex}-{number}"
    return with_part(scan, found)


def _short_is_day(scan: Scan, index: int, after: int) -> bool:
    """"Sat. June 5", "on Fri,": a short weekday needs a date or a preposition beside it."""
    word = scan.words[after]
    return word in ALL_MONTHS or (word == "," and (scan.words[after + 1] in ALL_MONTHS or scan.words[after + 1].isdecimal())) or word.isdecimal() \
        or (scan.words[index - 1] in ("on", "last", "next", "this") and word in (",", ".", ";", ""))


def _date_after(scan: Scan, after: int) -> Reading | None:
    """The calendar day behind a weekday: "Friday, June 21", "Friday the 21st of June", "Friday 21/6/2024"."""
    words = scan.words
    at = after + (words[after] == ",") + (words[after] == "(")
    if not (words[at] in ALL_MONTHS or words[at].isdecimal() or words[at] == "the"):
        return None
    found = scan.read(at, 4)
    if found is None or begin(found) != found.first or not found.by.startswith(("dates/day", "dates/numeric")):
        return None
    if words[after] == "(":
        return None
    return found


def bare_day(scan: Scan, index: int) -> Reading | None:
    """"th" at `index` → "on the 5th", "the 28th of that month"; not "the 75th anniversary", "on the 5th floor"."""
    words, at = scan.words, index - 1
    day = day_number(words[at])
    if day is None or day > 31 or not scan.joined(index) or words[at - 1] != "the" or at - 1 < scan.floor:
        return None
    if words[index + 1] == "of" and words[index + 2] in ("that", "this", "the", "last", "next"):
        whole = scan.read(index + 2, 3)
        if whole is not None and whole.by == "dates/unit" and words[whole.last - 1] == "month":
            return Reading(at - 1, whole.last, f"{whole.timex}-{day:02d}", "dates/day")
        return None
    after = words[index + 1]
    if words[at - 2] not in ("on", "by", "until", "from", "since", "before", "after") or after[:1].isalnum() and after not in FUNCTION or after in ("of", "to", "-", "and"):
        if not (words[at - 2] == "from" and after == "to"):
            return None
    return Reading(at - 1, index + 1, f"XXXX-XX-{day:02d}", "dates/day")


def weekdays(scan: Scan, index: int) -> Reading | None:
    """"Tuesdays", "on Fridays" → a set."""
    if scan.words[index - 1] in CLUBS:
        return None
    return Reading(index, index + 1, f"XXXX-WXX-{PLURAL_WEEKDAYS[scan.words[index]]}", "dates/set", lean="set")
