"""Units of time and what stands around them: "last week", "the past three years", "two days later", "a year ago", "the third quarter of
2005", "that month", "the end of the year". Plain amounts ("three days") are left to the reader of quantities.
"""
from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.resolve import resolve
from factcheck.extract.dates.scan import Scan, amount, begin, hedges
from factcheck.extract.dates.timex import UNKNOWN, at as held_by, interval, moved, point
from factcheck.extract.dates.words import ENDINGS, FUNCTION, OF_SPEECH, OFFSETS, OFFSETS_OF_SPEECH, ORDINALS, PARTS, STEPS, UNITS
from factcheck.extract.dates.years import century
from factcheck.model import Interval

SPANNING = frozenset("over within during for in throughout".split())
ADJECTIVES = frozenset("trading business working calendar consecutive straight full fiscal academic".split())
LETTER = {"D": "D", "N": "D", "W": "W", "WE": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "DE", "CE": "CE", "H": "H", "TM": "M", "S": "S", "F": "W", "ML": "ML"}


def unit(scan: Scan, index: int) -> Reading | None:
    """A unit of time at `index` → the stretch it speaks of, or None for a plain amount."""
    words = scan.words
    word = words[index]
    code = UNITS[word]
    if code == "CE":
        found = century(scan, index)
        if found is not None:
            return found
    if words[index + 1] in OFFSETS:
        found = _offset(scan, index, code)
        if found is not None:
            return found
    before = words[index - 1]
    if index - 1 < scan.floor:
        return None
    if word[-1] == "s" and word != "s":
        return _plural(scan, index, code)
    if before in ("every", "each"):
        return Reading(index - 1, index + 1, f"P{'T' if code in ('H', 'TM') else ''}1{LETTER.get(code, 'D')}", "dates/set", lean="set")
    if code in ("H", "TM", "F", "ML"):
        return _hours(scan, index, code)
    if before in STEPS and not (before in ("full", "whole", "entire") and words[index - 2] != "the"):
        return _pointed(scan, index, code, before)
    if before == "the":
        return _definite(scan, index, code)
    if before in ORDINALS or before in ENDINGS or before == "-":
        return _numbered(scan, index, code)
    if before in ("'s", "’s"):
        return None
    if words[index + 1] in ("previous", "earlier") and before == "the":
        return None
    if before in ADJECTIVES and words[index - 2] in STEPS:
        return _pointed(scan, index, code, words[index - 2], 1)
    return None


def _offset(scan: Scan, index: int, code: str) -> Reading | None:
    """"two days ago", "a year earlier", "hours later", "two weeks after June 5"."""
    words = scan.words
    word = words[index + 1]
    number, first = amount(scan, index)
    plural = words[index][-1] == "s"
    if number is None and first == index and not plural:
        return _year_earlier(scan, index, code)
    if first < scan.floor:
        return None
    end, base, spoken = index + 2, "", word not in OFFSETS_OF_SPEECH
    if word in ("after", "before", "from"):
        anchor = scan.read(index + 2, 4)
        if anchor is not None and begin(anchor) == anchor.first and anchor.kind == "date" and anchor.by in ("dates/day", "dates/numeric", "dates/deictic", "dates/holiday",
                                                                                                         "dates/weekday", "dates/month", "dates/year"):
            resolve(scan, anchor)
            end, base = anchor.last, anchor.timex
        elif word == "from" and words[index + 2] in ("now", "today"):
            end = index + 3
        elif word != "before" or words[index + 2] not in ("", ".", ",", ";", ")", ":", "”", "\""):
            return None
    elif word == "prior" and words[index + 2] == "to" or word in ("previously", "later", "earlier") and words[index + 2] == "than":
        return None
    mod, first = hedges(scan, first)
    step = OFFSETS[word]
    found = Reading(first, end, "", "dates/offset", mod=mod, lean="offset")
    if number is None:
        found.timex = "PAST_REF" if step < 0 else "FUTURE_REF"
        return found
    if not base:
        base = _story(scan) if spoken else _speech(scan)
    return _counted(found, base, code, number * step)


def _counted(found: Reading, base: str, code: str, number: Decimal | Fraction) -> Reading:
    """Fills in the date that lies `number` units from `base`."""
    whole = number == int(number)
    if code in ("H", "TM", "S"):
        day = held_by(base, "D")
        found.timex, found.kind = (f"{day}TXX" if "X" not in day else UNKNOWN["H"]), "time"
        hours = number if code == "H" else 0
        if abs(hours) >= 24:
            found.timex, found.kind = moved(base, "D", int(hours) // 24), "date"
        return found
    if code in ("F", "W"):
        days = int(number * (14 if code == "F" else 7))
        found.timex = moved(base, "D", days)
        if "X" in found.timex:
            found.timex = UNKNOWN["W"]
        elif (known := point(found.timex)) is not None:
            day = datetime.date(known.year, known.month, known.day)
            found.interval = Interval((day - datetime.timedelta(days=3)).isoformat(), (day + datetime.timedelta(days=3)).isoformat(), "week")
        return found
    if code in ("DE", "CE", "ML"):
        code, number = "Y", number * {"DE": 10, "CE": 100, "ML": 1000}[code]
    if code == "Y" and not whole:
        code, number = "M", number * 12
    if code == "M" and number != int(number):
        code, number = "D", number * 30
    if abs(number) > 20000:
        found.timex = UNKNOWN.get(code, "XXXX")
        return found
    found.timex = moved(base, code, int(number))
    return found


def _year_earlier(scan: Scan, index: int, code: str) -> Reading | None:
    """"the year before", "the day after tomorrow", "the week earlier"."""
    words = scan.words
    word = words[index + 1]
    if words[index - 1] not in ("the", "that") or index - 1 < scan.floor or code in ("H", "TM", "S"):
        return None
    step = OFFSETS[word]
    if word in ("before", "after"):
        anchor = scan.read(index + 2, 4)
        if anchor is not None and begin(anchor) == anchor.first and anchor.kind == "date" and anchor.by.startswith(("dates/day", "dates/deictic", "dates/year", "dates/month")):
            resolve(scan, anchor)
            return Reading(index - 1, anchor.last, moved(anchor.timex, code, step), "dates/offset", lean="offset")
        if words[index + 2] == "next":
            return Reading(index - 1, index + 3, moved(_speech(scan), code, 2), "dates/offset", lean="offset")
        if word == "after" or words[index + 2] not in (".", ",", ";", ")", "", "and", "when"):
            return None
    elif word in ("prior", "from", "ago", "previously"):
        return None
    return Reading(index - 1, index + 2, moved(_story(scan), code, step), "dates/offset", lean="offset")


def _plural(scan: Scan, index: int, code: str) -> Reading | None:
    """"the past three years", "the next few days", "recent years", "the first two months of 1939", "these days"."""
    words = scan.words
    before = words[index - 1]
    letter = LETTER[code]
    prefix = "PT" if code in ("H", "TM", "S") else "P"
    if before in ("recent", "past", "last", "next", "coming", "following", "previous", "preceding", "subsequent", "succeeding", "upcoming", "intervening", "early"):
        first = index - 1 - (words[index - 2] == "the" and index - 2 >= scan.floor)
        number, begins = amount(scan, index - 1)
        if begins < index - 1 and begins >= scan.floor and before not in ("recent", "early"):        # "the four previous weeks"
            begins -= words[begins - 1] == "the" and begins - 1 >= scan.floor
            value = "X" if number is None else str(int(number))
            return Reading(begins, index + 1, f"{prefix}{value}{letter}", "dates/span", kind="duration", lean=before,
                           interval=_span(scan, before, code, number))
        if before == "recent":
            return Reading(first, index + 1, "PAST_REF", "dates/vague")
        if before == "early":
            return None
        return Reading(first, index + 1, f"{prefix}X{letter}", "dates/span", kind="duration", lean=before)
    if before in ("these", "those") and code == "D":
        return Reading(index - 1, index + 1, "PRESENT_REF" if before == "these" else "PAST_REF", "dates/vague")
    if before == "the" and words[index - 2] in ("over", "through", "down", "throughout") and code in ("Y", "CE", "DE"):
        return Reading(index - 1, index + 1, f"{prefix}X{letter}", "dates/span", kind="duration", lean="past")
    top = index
    if before in ADJECTIVES:
        top = index - 1
    number, first = amount(scan, top)
    if first == top or first <= scan.floor:
        return None
    pointer = words[first - 1]
    every = pointer in ("every", "each")
    if not every and pointer not in STEPS and pointer not in ("first", "final", "opening", "closing", "initial", "recent"):
        if words[top - 1] in STEPS or words[top - 1] in ("recent",):
            pointer = words[top - 1]
        else:
            return None
    elif pointer in ("this", "that", "full", "whole", "entire", "same", "current", "recent"):
        return None
    begins = first - 1
    if words[begins - 1] == "the" and begins - 1 >= scan.floor:
        begins -= 1
    value = "X" if number is None else str(int(number)) if number == int(number) else str(float(number))
    found = Reading(begins, index + 1, f"{prefix}{value}{letter}", "dates/span", kind="duration", lean="set" if every else pointer)
    if every:
        found.kind, found.by = "date", "dates/set"
        return found
    if pointer in ("first", "final", "opening", "closing", "initial", "last") and words[index + 1] == "of":
        whole = scan.read(index + 2, 4)
        if whole is not None and whole.kind == "date" and "X" not in whole.timex:
            found.last, found.interval = whole.last, _part_of(whole, code, number, pointer in ("final", "closing", "last"))
            return found
    if pointer in ("first", "opening", "initial"):
        return None if words[begins] != "the" else found
    found.interval = _span(scan, pointer, code, number)
    return found


def _span(scan: Scan, pointer: str, code: str, number: Decimal | Fraction | None) -> Interval | None:
    """"the past three years" → the three years up to the document's date; None where that is unknown."""
    day = scan.anchor.published
    if pointer not in OF_SPEECH or day is None or number is None or number != int(number) or number > 3000 or code in ("H", "TM", "S"):
        return None
    step = STEPS[pointer]
    if code in ("D", "W", "N", "F"):
        other = moved(day.isoformat(), "D", step * int(number) * {"W": 7, "F": 14}.get(code, 1))
    else:
        months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(code, 12) * int(number) * step
        target = moved(day.isoformat(), "M", months)
        other = target if "X" in target else f"{target}-{min(day.day, 28):02d}"
    if "X" in other or other.startswith("BC"):
        return None
    ends = sorted((other, day.isoformat()))
    return Interval(ends[0], ends[1], "day")


def _part_of(whole: Reading, code: str, number: Decimal | Fraction | None, last: bool) -> Interval | None:
    """"the first two months" of a stretch."""
    around = interval(whole.timex)
    if around is None or around.start is None or around.end is None or number is None or number != int(number) or number > 1000:
        return None
    edge = around.end if last else around.start
    count = int(number) * (7 if code == "W" else 1)
    if code in ("D", "W"):
        inner = moved(edge, "D", -(count - 1) if last else count - 1)
    elif code in ("M", "Q", "Y"):
        stretch = interval(moved(edge, "M", (-1 if last else 1) * (count * {"M": 1, "Q": 3, "Y": 12}[code] - 1)))
        inner = ((stretch.start if last else stretch.end) or "") if stretch else ""
    else:
        return None
    return Interval(*sorted((edge, inner)), "day") if inner and "X" not in inner else None


def _hours(scan: Scan, index: int, code: str) -> Reading | None:
    """"the past hour", "the last minute", "the next fortnight"."""
    words = scan.words
    before = words[index - 1]
    if before not in ("past", "last", "next", "coming") or words[index - 2] not in ("the", "this") or scan.words[index + 1] in ("-", "of"):
        return None
    if code == "TM":
        return None
    return Reading(index - 2, index + 1, {"H": "PT1H", "F": "P2W", "ML": "P1ML"}[code], "dates/span", kind="duration", lean=before)


def _pointed(scan: Scan, index: int, code: str, pointer: str, between: int = 0) -> Reading | None:
    """"last year", "the past year", "next week", "that month", "the same day", "the entire year", "earlier that year"."""
    words = scan.words
    first = index - 1 - between
    article = words[first - 1] in ("the", "this") and first - 1 >= scan.floor
    whole_phrase = first - 1 if article else first
    if pointer in ("entire", "whole", "full") and words[first - 1] == "the":
        return Reading(whole_phrase, index + 1, held_by(_story(scan), code), "dates/unit", lean="story")
    if pointer == "that" and not _that_is_pointer(scan, index):
        return None
    if pointer == "same" and not article and words[first - 1] != "that":
        return None
    if pointer == "same" and words[first - 1] == "that":
        whole_phrase = first - 1
    if pointer == "past" and article or pointer in ("last", "next", "coming") and article and (
            code in ("DE", "CE") or words[first - 2] in SPANNING and scan.anchor.published is not None and code in ("Y", "M", "W", "D")
            and not (code == "D" or words[first - 2] in ("in", "for") and pointer != "next" and code != "Y")
            and words[first - 2] != "for"):
        if pointer == "past" and code in ("WE", "Q", "N"):
            return Reading(whole_phrase, index + 1, _step_value(scan, code, -1, True), "dates/unit")
        found = Reading(whole_phrase, index + 1, f"P1{LETTER[code]}", "dates/span", kind="duration", lean=pointer)
        found.interval = _span(scan, pointer, code, Decimal(1))
        return found
    step = STEPS[pointer]
    from_speech = pointer in OF_SPEECH and not (pointer in ("next",) and (article or code == "D"))
    value = _step_value(scan, code, step, from_speech)
    if code == "N":
        value = f"{value}TNI"
    found = Reading(whole_phrase, index + 1, value, "dates/unit", kind="time" if code == "N" else "date")
    if pointer in ("this", "last", "next", "current") and "X" in value:
        found.lean = "unsettled"
    if code in ("D", "Y", "M", "W", "WE", "Q") and words[index + 1] in PARTS and scan.lower(index + 1) and code == "D":
        found.timex, found.kind, found.last = f"{value}T{PARTS[words[index + 1]]}", "time", index + 2
    if pointer in ("current", "this") and code == "D" and "X" in value:
        found.timex = "PRESENT_REF"
    return _whole_quarter(scan, found, index, code)


def _whole_quarter(scan: Scan, found: Reading, index: int, code: str) -> Reading:
    """"the same quarter of 2021", "the last day of June": the stretch behind "of" decides."""
    if scan.words[index + 1] != "of" or code not in ("Q", "D", "W", "M"):
        return found
    whole = scan.read(index + 2, 4)
    if whole is None or whole.kind != "date" or whole.by not in ("dates/month", "dates/year", "dates/unit") or "X" in whole.timex:
        return found
    around = interval(whole.timex)
    if around is not None and around.end and code in ("D", "M", "Q", "W") and scan.words[index - 1] in ("last", "final"):
        found.timex, found.last = held_by(around.end, code), whole.last
    elif code == "Q":
        known = point(found.timex)
        if known is not None:
            found.timex, found.last = f"{whole.timex[:4]}-Q{(known.month + 2) // 3}", whole.last
    return found


def _that_is_pointer(scan: Scan, index: int) -> bool:
    """"that day" is a pointer unless "that" joins a clause: "he said that week-long talks failed", "that year 2000"."""
    after = scan.words[index + 1]
    return not (after in ("-",) or after.isdecimal()) and scan.words[index - 2] not in ("said", "says", "told", "saying", "so", "believe", "believes", "thought", "think")


def _step_value(scan: Scan, code: str, step: int, from_speech: bool) -> str:
    base = _speech(scan) if from_speech else _story(scan)
    if step == 0:
        return held_by(base, code)
    return moved(base, code, step)


def _speech(scan: Scan) -> str:
    """The value that "last year" and "ago" count from: the document's date."""
    return scan.anchor.published.isoformat() if scan.anchor.published else ""


def _story(scan: Scan) -> str:
    """The value that "later" and "the following year" count from: the last date spoken of."""
    return scan.anchor.spoken or _speech(scan)


def _definite(scan: Scan, index: int, code: str) -> Reading | None:
    """"the day", "the week", "the end of the year": the one that the text speaks of; not "the day care", "the year that"."""
    words = scan.words
    after = words[index + 1]
    wide = words[index - 2] in ("in", "of") and words[index - 3] in ("early", "late", "later", "earlier", "end", "start", "beginning", "rest", "middle", "half")
    if after == "in" and wide:
        after = ""
    if code in ("N", "HY", "DE", "CE", "H", "TM") or scan.capital(index) or after in ("-", "'s", "’s", "of", "that", "when", "after", "before", "which", "in", "to"):
        if not (after in ("'s", "’s") and code in ("Y", "M", "W", "Q")):
            return None
    if after.isalpha() and after not in FUNCTION and after not in ("end", "before"):
        if after in ("previous", "earlier", "prior") or after == "ended":
            return None
        return None
    if code == "Q" and scan.anchor.published is None:
        return None
    if words[index - 2] == "of" and words[index - 3] not in ("end", "start", "beginning", "middle", "rest", "remainder", "half", "quarter", "part", "close", "course", "most", "much", "days",
                                                              "weeks", "months", "month", "week", "day", "outset", "turn", "third", "all"):
        return None
    if after.isdecimal() and len(after) == 4:
        return None                                             # "the year 2000" is read from its number
    if words[index - 2] in ("was", "is", "were", "be", "been", "as", "by", "save", "saved", "carry", "seize", "win", "won", "what", "all", "one"):
        return None
    base = _story(scan) if code == "D" or scan.anchor.published is None else _speech(scan)
    last = index + 1
    value = held_by(base, code)
    if after in ("'s", "’s") and words[index + 2] == "end":
        return Reading(index - 1, index + 3, value, "dates/unit", mod="END")
    if after in ("'s", "’s"):
        return None
    if code == "WE":
        value = "XXXX-WXX-WE"
        return Reading(index - 1, last, value, "dates/weekend")
    return Reading(index - 1, last, value, "dates/unit", lean="definite")


def _numbered(scan: Scan, index: int, code: str) -> Reading | None:
    """"the third quarter of 2005", "the first half", "the seventh day", "the first week of June", "a fourth straight week"."""
    words, at = scan.words, index - 1
    if words[at] == "-":
        at -= 1
    number = ORDINALS.get(words[at])
    first = at
    if words[at] in ENDINGS and words[at - 1].isdecimal() and scan.joined(at):
        number, first = int(words[at - 1]), at - 1
    if number is None or first < scan.floor:
        return None
    article = words[first - 1] == "the" and first - 1 >= scan.floor
    begins = first - 1 if article else first
    if words[begins - 1] in ("her", "his", "their", "our", "my", "your", "its"):
        return None
    if code in ("Q", "HY"):
        return _share_of_year(scan, index, begins, code, number)
    if words[index + 1] in ("of", "in"):
        whole = scan.read(index + 2, 4)
        if whole is not None and whole.kind == "date" and whole.partner is None and whole.by in ("dates/month", "dates/year", "dates/unit", "dates/decade", "dates/century", "dates/season"):
            value = _nth(whole.timex, code, number)
            if value:
                return Reading(begins, whole.last, value, "dates/numbered")
    if not article or code not in ("D", "W", "M", "Y", "WE", "N") or words[index].endswith("s") or words[index + 1] == "-" or scan.capital(index):
        return None
    if words[index - 1] == "-" or number == -1 and code != "D":
        return None
    return Reading(begins, index + 1, UNKNOWN[code] if code != "N" else "XXXX-XX-XXTNI", "dates/numbered", kind="time" if code == "N" else "date")


def _share_of_year(scan: Scan, index: int, begins: int, code: str, number: int) -> Reading | None:
    """Quarters and halves of a year; a plain "second half" is mostly football."""
    words = scan.words
    if number == -1:
        number = 4 if code == "Q" else 2
    if number > (4 if code == "Q" else 2):
        return None
    letter = "Q" if code == "Q" else "H"
    after = index + 1
    if words[after] in ("of", ",", "in") or words[after].isdecimal() or words[after] in STEPS:
        start = after + (words[after] in ("of", ",", "in"))
        whole = scan.read(start, 4) if words[start].isdecimal() or words[start] in STEPS or words[start] in ("the", "fiscal") else None
        if whole is not None and whole.by in ("dates/year", "dates/unit", "dates/fiscal") and whole.kind == "date" and (len(whole.timex) == 4 or whole.by == "dates/fiscal"):
            if whole.lean == "unsettled" or whole.timex == "XXXX":
                return Reading(begins, whole.last, f"XXXX-{letter}{number}", "dates/quarter", lean="unsettled")
            return Reading(begins, whole.last, f"{whole.timex}-{letter}{number}", "dates/quarter")
        if whole is not None and code == "HY" and whole.by in ("dates/month", "dates/decade", "dates/century"):
            whole.first, whole.mod = begins, "START" if number == 1 else "END"
            return whole
        if words[after] == "of":
            return None
    if code == "HY" or scan.anchor.published is None and words[index - 1] != "-":
        return None
    return Reading(begins, index + 1, f"XXXX-Q{number}", "dates/quarter")


def _nth(whole: str, code: str, number: int) -> str:
    """"the third week" and "2021-06" → its value; "" where that cannot be said."""
    around = interval(whole)
    if around is None or around.start is None or around.end is None:
        return ""
    edge = around.end if number == -1 else around.start
    step = 0 if number == -1 else number - 1
    if code not in ("D", "W", "M", "WE", "Y", "DE"):
        return ""
    value = moved(edge, code, step) if step else held_by(edge, code)
    return "" if "X" in value else value


def story_month_end(scan: Scan, index: int) -> Reading | None:
    """"end" at `index` → "month's end", "year's end", "year-end"."""
    words, at = scan.words, index - 1
    if at - 1 < scan.floor or words[at] not in ("'s", "’s", "-") or words[at - 1] not in ("month", "year", "week"):
        return None
    code = UNITS[words[at - 1]]
    if words[at - 2] in ("last", "next", "this"):
        return None
    base = _story(scan) if code == "M" or scan.anchor.published is None else _speech(scan)
    first = at - 1 - (words[at - 2] == "the" and at - 2 >= scan.floor)
    return Reading(first, index + 1, held_by(base, code), "dates/unit", mod="END")
