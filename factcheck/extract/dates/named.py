"""Days by name: today, tonight, seasons, parts of the day, holidays, "every Tuesday", and the vague now and recently."""
from __future__ import annotations

import datetime

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.days import year_number, with_part
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.timex import month_days, moved
from factcheck.extract.dates.words import (
    ALL_MONTHS, DAYS, FUNCTION, HOLIDAYS, LANDMARKS, PARTS, RECURRING, RECURRING_NAMES, SEASON_NAMES, SEASON_THINGS, SEASONS, STEPS, VAGUE,
    VAGUE_BEFORE, VAGUE_NOUNS, WEEKDAYS)

Named = tuple[list[str], dict[str, object]]
BY_LAST_WORD: dict[str, dict[str, list[Named]]] = {}      # last word → the word before it ("" for a name of one word) → names
for _entry in HOLIDAYS:
    _tokens = _entry["name"].replace("-", " - ").split()
    BY_LAST_WORD.setdefault(_tokens[-1], {}).setdefault(_tokens[-2] if len(_tokens) > 1 else "", []).append((_tokens, _entry))
SEASON_CUES = frozenset("in the of by since until last next this early late mid every each that same following previous during through throughout over and to from a".split())


def day_word(scan: Scan, index: int) -> Reading | None:
    """"today", "yesterday", "tonight" at `index` → that day, with the part of it that follows."""
    shift, part = DAYS[scan.words[index]]
    published = scan.anchor.published
    value = moved(published.isoformat(), "D", shift) if published else "XXXX-XX-XX"
    if scan.capital(index) and (scan.capital(index - 1) and index - 1 > scan.sentence(index)[0] or scan.words[index + 1] in ("show",)) and scan.words[index - 1].isalpha():
        return None                                             # the newspaper, the programme
    found = Reading(index, index + 1, value, "dates/deictic")
    if part:
        found.timex, found.kind = f"{value}T{part}", "time"
        return found
    return with_part(scan, found)


def part(scan: Scan, index: int) -> Reading | None:
    """"morning" at `index` → "this morning", "the morning of June 5", "at night", "overnight"."""
    words = scan.words
    word, before, after = words[index], words[index - 1], words[index + 1]
    code = PARTS[word]
    if scan.capital(index) and index > scan.sentence(index)[0] or index < scan.floor:
        return None
    if word in ("overnight", "daytime"):
        return Reading(index, index + 1, "XXXX-XX-XXT" + code, "dates/part", kind="time")
    if word in ("dawn", "dusk", "sunrise", "sunset", "midday", "daylight"):
        return _of_day(scan, index, index + 1, code) if before in ("at", "before", "after", "by", "until", "around") else None
    if before == "every" or before == "each":
        return Reading(index - 1, index + 1, f"XXXX-XX-XXT{code}", "dates/set", lean="set")
    if word.endswith("s"):
        return None
    last = index + 1
    if after in ("hours", "hour") and scan.lower(last):
        last += 1
    if before == "-" and words[index - 2] in ("mid", "early", "late") and index - 2 >= scan.floor:
        first = index - 2
    elif before in ("early", "late", "mid"):
        first = index - 1
    else:
        first = index
    pointer = words[first - 1]
    if pointer in STEPS and first - 1 >= scan.floor:
        return _pointed_part(scan, first - 1, last, code, pointer)
    if word == "night":
        if before == "at" and after not in ("-",):
            return Reading(index, index + 1, "XXXX-XX-XXTNI", "dates/part", kind="time", lean="generic")
        if words[index + 1] == "-" and words[index + 2] == "time":
            return Reading(index, index + 3, "XXXX-XX-XXTNI", "dates/part", kind="time", lean="generic")
    if pointer == "the" and first - 1 >= scan.floor:
        if words[last].isalpha() and words[last] not in FUNCTION:
            return None
        found = _of_day(scan, first - 1, last, code)
        if found is not None and word != "night" or found is not None and found.last > last:
            return found
        return found if words[first - 2] in ("during", "in", "into", "through", "for") and word == "night" and found is not None else None
    return None


def _of_day(scan: Scan, first: int, last: int, code: str) -> Reading | None:
    """"the morning of December 28", "the night before", "dawn on Friday"."""
    if scan.words[last] == "of":
        day = scan.read(last + 1)
        if day is None or day.kind != "date" or day.by not in ("dates/day", "dates/numeric", "dates/weekday", "dates/unit", "dates/deictic", "dates/holiday"):
            return None
        return Reading(first, day.last, f"{day.timex}T{code}", "dates/part", kind="time", lean=day.lean)
    if scan.words[last] == "before" and scan.words[last + 1] in (".", ",", "", ";"):
        return Reading(first, last + 1, moved(scan.anchor.spoken, "D", -1) + f"T{code}", "dates/part", kind="time")
    if scan.words[last] == "on":
        day = scan.read(last + 1)
        if day is not None and day.kind == "date" and day.by in ("dates/day", "dates/numeric", "dates/weekday"):
            return Reading(first, last, f"{day.timex}T{code}", "dates/part", kind="time", lean=day.lean)
    return Reading(first, last, f"T{code}", "dates/part", kind="time")


def _pointed_part(scan: Scan, first: int, last: int, code: str, pointer: str) -> Reading | None:
    """"this morning", "last night", "the next morning", "that evening"."""
    words = scan.words
    published = scan.anchor.published.isoformat() if scan.anchor.published else ""
    if pointer == "this" or pointer == "last" and code in ("NI", "EV"):
        day = moved(published, "D", 0 if pointer == "this" else -1) if published else "XXXX-XX-XX"
    elif pointer in ("next", "following", "previous", "that", "same", "preceding"):
        day = moved(scan.anchor.spoken, "D", STEPS[pointer])
        if words[first - 1] == "the" or pointer == "same" and words[first - 1] == "that":
            first -= 1
    else:
        return None
    return Reading(first, last, f"{day}T{code}", "dates/part", kind="time")


def season(scan: Scan, index: int) -> Reading | None:
    """"summer" at `index` → "summer 2007", "the spring of 1957", "last winter"; not "prices fall", "spring water", "Winter Olympics"."""
    words = scan.words
    word, before, after = words[index], words[index - 1], words[index + 1]
    code = SEASONS[word]
    doubtful = word in ("spring", "fall")
    if after in SEASON_NAMES or doubtful and after in SEASON_THINGS or scan.joined(index) and before not in ("-", "(", "“", "\"", "–"):
        return None
    first = index - 1 if before == "the" and index - 1 >= scan.floor else index
    number = year_number(after)
    if number is None and after in ("of", ",", "in") and (number := year_number(words[index + 2])) is not None:
        return Reading(first, index + 3, f"{number:04d}-{code}", "dates/season")
    if number is not None and words[index + 2] not in ("bc", "b.c."):
        return Reading(first, index + 2, f"{number:04d}-{code}", "dates/season")
    if (number := year_number(before)) is not None and index - 1 >= scan.floor and not (doubtful and scan.capital(index)):
        return Reading(index - 1, index + 1, f"{number:04d}-{code}", "dates/season")
    start = index + 1 + (after in ("of", ","))
    if words[start].isdecimal() and words[start + 1] in ("bc", "b.c.", "bce") or words[start] in STEPS and words[start + 1] == "year" or after == "of" and words[start] == "the":
        whole = scan.read(start, 4)
        if whole is not None and whole.by in ("dates/year", "dates/unit") and len(whole.timex) in (4, 6):
            return Reading(first, whole.last, f"{whole.timex}-{code}", "dates/season", lean="unsettled" if "X" in whole.timex else "")
    if before in STEPS and index - 1 >= scan.floor and before not in ("full", "whole"):
        begins = index - 1 - (words[index - 2] == "the" and index - 2 >= scan.floor)
        return Reading(begins, index + 1, f"XXXX-{code}", "dates/season", lean=before)
    if after in ("and", "-", "or") and words[index + 2] in SEASONS:
        other = scan.read(index + 2, 3)
        if other is not None and other.timex[:1].isdecimal() or other is not None and other.timex.startswith("BC"):
            return Reading(first, index + 1, other.timex[:-2] + code, "dates/season")
    if doubtful and not _season_wanted(scan, index, first):
        return None
    if not doubtful and scan.capital(index) and scan.capital(index - 1) and index - 1 > scan.sentence(index)[0]:
        return Reading(index, index + 1, f"XXXX-{code}", "dates/season") if before not in ("mr", "ms", "donna") and scan.capital(index + 1) else None
    if first < index and after.isalpha() and after not in FUNCTION:
        first = index                                           # "the summer offensive"
    return Reading(first, index + 1, f"XXXX-{code}", "dates/season")


def _season_wanted(scan: Scan, index: int, first: int) -> bool:
    """Whether "spring" or "fall" is the season: "in spring", "this fall", "the spring offensive"; not "the fall of the city"."""
    words = scan.words
    before, after = words[index - 1], words[index + 1]
    if before not in SEASON_CUES or before in ("to", "a", "and", "from", "over") and words[index] == "fall":
        return words[index] == "spring" and after in ("offensive", "campaign", "term", "semester", "season", "elections", "election")
    if words[index] == "fall":
        return before in ("in", "of", "by", "since", "until", "early", "late", "during", "through", "every", "each") and after not in ("of", "in") and not after.isdecimal() and before != "of" \
            or before == "the" and words[index - 2] in ("in", "during", "by", "until", "since", "through", "of") and after not in ("of", "in", "and") and (
                not after.isalpha() or after in FUNCTION)
    if before in ("to", "from", "over", "and"):
        return False
    return before != "the" and before != "a" or after in FUNCTION and after not in ("of", "in") or after in ("offensive", "campaign", "semester", "season", "harvest", "") \
        or not after.isalpha() and words[index - 2] in ("in", "during", "by", "until", "since", "through", "of", "over")


def holiday(scan: Scan, index: int) -> Reading | None:
    """The last word of a holiday at `index` → that day, its year from what follows."""
    words = scan.words
    names = BY_LAST_WORD[words[index]]
    for tokens, entry in (*names.get(words[index - 1].replace("’", "'"), ()), *names.get("", ())):
        first = index + 1 - len(tokens)
        if first < scan.floor or tokens[:-1] != [word.replace("’", "'") for word in words[first:index]]:
            continue
        if not scan.capital(first) and tokens[0] not in ("new",):
            return None
        if tokens[-1] in ("year", "easter", "christmas", "thanksgiving") and words[index + 1] in ("'s", "’s", "eve", "day", "monday", "sunday", "island", "tree", "carol", "egg"):
            return None
        last = index + 1
        number = year_number(words[last])
        if number is not None:
            last += 1
        before = words[first - 1]
        name = f"{number:04d}" if number is not None else "XXXX"
        found = Reading(first, last, f"{name}-{_holiday_code(entry)}", "dates/holiday")
        if before in STEPS and first - 1 >= scan.floor:
            found.first, found.lean = first - 1, before
        elif before == "the" and tokens[0] == "new" and first - 1 >= scan.floor:
            found.first = first - 1
        if number is not None:
            found.timex = holiday_date(found.timex, number) or found.timex
        return found
    return None


def _holiday_code(entry: dict[str, object]) -> str:
    if "date" in entry:
        return str(entry["date"])
    if "easter" in entry:
        return f"E{entry['easter']}"
    month, weekday, which = entry["nth"]                        # type: ignore[misc]
    return f"N{int(month):02d}{weekday}{which}"


def holiday_date(code: str, year: int) -> str | None:
    """"XXXX-E-2" or "XXXX-N0411" and a year → that day, computed; None for a plain month and day."""
    rest = code[5:]
    if rest[:1] == "E":
        return (easter(year) + datetime.timedelta(days=int(rest[1:]))).isoformat()
    if rest[:1] == "N":
        month, weekday, which = int(rest[1:3]), int(rest[3]), int(rest[4:])
        if which < 0:
            last = datetime.date(year, month, month_days(year, month))
            return (last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)).isoformat()
        start = datetime.date(year, month, 1)
        return (start + datetime.timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (which - 1))).isoformat()
    return None


def easter(year: int) -> datetime.date:
    """Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, hundreds, rest = year % 19, year // 100, year % 100
    leap, left = divmod(hundreds, 4)
    drift = (8 * hundreds + 13) // 25
    epact = (19 * golden + hundreds - leap - drift + 15) % 30
    four, days = divmod(rest, 4)
    offset = (32 + 2 * left + 2 * four - epact - days) % 7
    turn = (golden + 11 * epact + 19 * offset) // 433
    month = (epact + offset - 7 * turn + 90) // 25
    return datetime.date(year, month, (epact + offset - 7 * turn + 33 * month + 19) % 32)


def landmark(scan: Scan, index: int) -> Reading | None:
    """"9/11" from its first number at `index`."""
    words = scan.words
    if words[index + 1] != "/" or words[index + 2] != "11" or not scan.joined(index + 1) or not scan.joined(index + 2) or scan.words[index + 3] in ("/", "of"):
        return None
    if scan.joined(index) and words[index - 1] not in ("(", "-", "–", "“", "\"", "‘"):
        return None
    return Reading(index, index + 3, LANDMARKS["9 / 11"], "dates/holiday", lean="attribute")


def vague(scan: Scan, index: int) -> Reading | None:
    """"now", "currently", "recent", "future" at `index` → PRESENT_REF, PAST_REF, FUTURE_REF."""
    words = scan.words
    word, before, after = words[index], words[index - 1], words[index + 1]
    if after == "-" and scan.joined(index + 1) or before == "-" and scan.joined(index) or scan.capital(index) and index > scan.sentence(index)[0]:
        return None
    first = index
    if word == "future":
        if before == "the" or before == "near" and words[index - 2] == "the":
            return _noun(scan, index)
        if not after.isalpha() or after in FUNCTION:
            return None
    if word in ("recent", "current"):
        if after in ("years", "months", "weeks", "days", "decades", "year", "month", "week", "quarter", "times", "affairs", "account", "events", "time"):
            return None if after not in ("times", "time", "events") else Reading(index, index + 1 + (after == "times"), VAGUE[word], "dates/vague")
        if not after[:1].isalpha() or before in ("most", "more"):
            return None
        return Reading(first, index + 1, VAGUE[word], "dates/vague")
    if before in VAGUE_BEFORE and before not in ("until", "only", "just") and first - 1 >= scan.floor:
        first -= 1
    if word == "now" and (after == "that" or before == "every" or after in ("known", "called") and False):
        return None
    return Reading(first, index + 1, VAGUE[word], "dates/vague")


def _noun(scan: Scan, index: int) -> Reading | None:
    """"the past", "the near future", "the present"."""
    words = scan.words
    first = index - 1
    if words[first] in ("near", "recent", "distant", "foreseeable", "immediate", "not-too-distant"):
        first -= 1
    if words[first] != "the" or first < scan.floor or words[index + 1].isalpha() and words[index + 1] not in FUNCTION:
        return None
    return Reading(first, index + 1, VAGUE_NOUNS[words[index]], "dates/vague")


def noun(scan: Scan, index: int) -> Reading | None:
    """"past", "present" at `index` → "in the past", "at present"."""
    if scan.words[index] == "present" and scan.words[index - 1] == "at":
        return Reading(index, index + 1, "PRESENT_REF", "dates/vague")
    if scan.words[index] == "past" and scan.words[index - 2] not in ("in", "of", "from"):
        return None
    if scan.words[index] == "present" and scan.words[index - 2] not in ("in", "for", "to", "until", "at", "of"):
        return None
    return _noun(scan, index)


def time_word(scan: Scan, index: int) -> Reading | None:
    """"time" at `index` → "at the time", "at that time", "by this time", "at the same time"."""
    words = scan.words
    before = words[index - 1]
    first = index - 1
    if before == "same":
        first = index - 2
        if words[first] != "the" or words[first - 1] not in ("at", "around", "about"):
            return None
        if first - 1 == scan.sentence(index)[0] and words[index + 1] == ",":
            return None                                         # "At the same time, …" joins thoughts
        return Reading(first, index + 1, "PRESENT_REF", "dates/vague")
    if first < scan.floor or before not in ("the", "that", "this") or words[first - 1] not in ("at", "by", "during", "around", "since", "until", "till", "from", "before", "in", "of", "for"):
        return None
    if before == "the" and words[first - 1] != "at" and not (words[first - 1] == "for" and words[index + 1] == "being") or before == "this" and words[first - 1] in ("for", "of", "in", "from"):
        return None
    if before == "the" and words[index + 1] == "of" or words[index + 1] in ("-", "zone", "frame", "period", "limit"):
        return None
    if before == "the" and words[index + 1] == "being":
        return Reading(first, index + 2, "PRESENT_REF", "dates/vague")
    return Reading(first, index + 1, "PRESENT_REF" if before == "this" else "PAST_REF", "dates/vague")


def moment(scan: Scan, index: int) -> Reading | None:
    """"at the moment", "at this point"."""
    if scan.words[index - 2] != "at" or scan.words[index - 1] not in ("the", "this") or index - 1 < scan.floor or scan.words[index + 1] in ("of", "when", "that"):
        return None
    if scan.words[index] == "point" and scan.words[index - 1] == "the":
        return None
    return Reading(index - 1, index + 1, "PRESENT_REF", "dates/vague")


def recurring(scan: Scan, index: int) -> Reading | None:
    """"daily", "annually" at `index` → how often; not the Daily Express."""
    if scan.capital(index) and (scan.capital(index + 1) or scan.words[index + 1] in RECURRING_NAMES) and index > scan.sentence(index)[0]:
        return None
    if scan.words[index - 1] in ("-",) and scan.joined(index):
        return None
    return Reading(index, index + 1, RECURRING[scan.words[index]], "dates/set", lean="set")


def every(scan: Scan, index: int) -> Reading | None:
    """"every" at `index` → "every Tuesday", "every two weeks", "every other Friday", "each summer", "every July"."""
    words, at = scan.words, index + 1
    at += words[at] == "other" or words[at] == "single"
    word = words[at]
    if word in WEEKDAYS:
        return Reading(index, at + 1, f"XXXX-WXX-{WEEKDAYS[word]}", "dates/set", lean="set")
    if word in ALL_MONTHS and scan.capital(at):
        return Reading(index, at + 1, f"XXXX-{ALL_MONTHS[word]:02d}", "dates/set", lean="set")
    if word in SEASONS and words[at + 1] not in SEASON_NAMES:
        return Reading(index, at + 1, f"XXXX-{SEASONS[word]}", "dates/set", lean="set")
    return None


