"""Near and far without a date: "now", "currently", "recent", "the near future", "in the past", "at the time"; and how often: "daily"."""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.dates.amounts import amount
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.spans import length
from factcheck.extract.dates.words import (
    ALL_MONTHS,
    FUNCTION,
    RECURRING,
    RECURRING_NAMES,
    SEASON_NAMES,
    SEASONS,
    TABLE,
    UNITS,
    VAGUE,
    VAGUE_BEFORE,
    VAGUE_NOUNS,
    WEEKDAYS,
    listed,
)

DISTANCES = listed("vague_distances")
NOUN_CUES: dict[str, list[str]] = TABLE["vague_noun_cues"]
TIME_CUES = listed("vague_cues")
RATES = listed("rate_words")
JOINING = frozenset(["and", "but", "while", "yet", ",", ""])
STUDIES = frozenset(["affairs", "account", "events", "event"])      # "current affairs"


def adverb(scan: Scan, index: int) -> Reading | None:
    """"now", "currently", "recently", "nowadays" at `index`, with "more", "right" or "most" before it."""
    before, after = scan.words[index - 1], scan.words[index + 1]
    if _compound(scan, index) or scan.name(index) or scan.words[index] == "now" and (after == "that" or before == "every"):
        return None
    return Reading(index - (before in VAGUE_BEFORE and scan.free(index - 1)), index + 1, VAGUE[scan.words[index]], "dates/vague")


def adjective(scan: Scan, index: int) -> Reading | None:
    """"recent", "current", "future" at `index` before a noun that is no time itself; "the near future" as a noun."""
    words = scan.words
    word, before, after = words[index], words[index - 1], words[index + 1]
    if _compound(scan, index) or scan.name(index):
        return None
    if word == "future" and (before == "the" or before in DISTANCES and words[index - 2] == "the"):
        return noun(scan, index)
    if not after[:1].isalpha() or after in FUNCTION and scan.lower(index + 1) or after in STUDIES or before in ("more", "most"):
        return None
    if after in ("times", "time"):
        return Reading(index, index + 2, VAGUE[word], "dates/vague")
    return None if after in UNITS else Reading(index, index + 1, VAGUE[word], "dates/vague")


def _compound(scan: Scan, index: int) -> bool:
    """"now-cancelled", "pre-recent"."""
    return scan.words[index + 1] == "-" and scan.joined(index + 1) or scan.words[index - 1] == "-" and scan.joined(index)


def noun(scan: Scan, index: int) -> Reading | None:
    """"past", "present", "future" at `index` → "in the past", "at present", "the foreseeable future"."""
    words, word = scan.words, scan.words[index]
    if word == "present" and words[index - 1] == "at":
        return Reading(index, index + 1, "PRESENT_REF", "dates/vague")
    first = index - 1 - (words[index - 1] in DISTANCES)
    if words[first] != "the" or not scan.free(first) or word in NOUN_CUES and words[first - 1] not in NOUN_CUES[word]:
        return None
    if words[index + 1].isalpha() and words[index + 1] not in FUNCTION or words[index + 1][:1].isdecimal():
        return None                                             # "the present owner", "the past 2 decades"
    return Reading(first, index + 1, VAGUE_NOUNS[word], "dates/vague")


def time_word(scan: Scan, index: int) -> Reading | None:
    """"time" at `index` → "at the time", "at that time", "by this time", "for the time being", "at the same time"."""
    words = scan.words
    before, first, after = words[index - 1], index - 1, words[index + 1]
    if before == "same":
        first -= 1
        joins = words[first - 2] in JOINING or first - 1 == scan.sentence(index)[0]      # "and at the same time" says nothing of time
        if words[first] != "the" or words[first - 1] not in ("at", "around", "about") or joins or after == ",":
            return None
        return Reading(first, index + 1, "PRESENT_REF", "dates/vague")
    cue = words[first - 1]
    if not scan.free(first) or after == "-":
        return None
    if before == "present" and cue == "the" and scan.free(first - 1):
        return Reading(first - 1, index + 1, "PRESENT_REF", "dates/vague")
    if before == "the":
        if cue in ("for", "at") and after == "being":
            return Reading(first, index + 2, "PRESENT_REF", "dates/vague")
        return Reading(first, index + 1, "PAST_REF", "dates/vague") if cue == "at" and after != "of" else None
    if before not in ("that", "this") or cue not in TIME_CUES or before == "this" and cue in ("in", "from"):
        return None
    return Reading(first, index + 1, "PAST_REF" if before == "that" else "PRESENT_REF", "dates/vague")


def moment(scan: Scan, index: int) -> Reading | None:
    """"at the moment", "at this moment" from its noun at `index`."""
    words = scan.words
    if words[index - 2] != "at" or words[index - 1] not in ("the", "this") or not scan.free(index - 1):
        return None
    if words[index + 1] in ("of", "when", "that"):
        return None
    return Reading(index - 1, index + 1, "PRESENT_REF", "dates/vague")


def recurring(scan: Scan, index: int) -> Reading | None:
    """"daily", "annually" at `index` → how often; not the Daily Express."""
    if scan.name(index) and (scan.capital(index + 1) or scan.words[index + 1] in RECURRING_NAMES) or _compound(scan, index):
        return None
    return Reading(index, index + 1, RECURRING[scan.words[index]], "dates/set", lean="set")


def times_a(scan: Scan, index: int) -> Reading | None:
    """"twice", "times" at `index` → "twice a year", "three times a week"."""
    words = scan.words
    code = UNITS.get(words[index + 2], "")
    if words[index + 1] not in RATES or code not in ("D", "W", "M", "Y", "H", "N"):
        return None
    first = index
    if words[index] == "times":
        number, first = amount(scan, index)
        if first == index or number is None:
            return None
    return Reading(first, index + 3, length(code, Decimal(1)), "dates/set", lean="set")


def every(scan: Scan, index: int) -> Reading | None:
    """"every" at `index` → "every Tuesday", "every other Friday", "each summer", "every July"."""
    words, at = scan.words, index + 1
    at += words[at] in ("other", "single")
    word = words[at]
    if word in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[word]}"
    elif word in ALL_MONTHS and scan.capital(at):
        value = f"XXXX-{ALL_MONTHS[word]:02d}"
    elif word in SEASONS and words[at + 1] not in SEASON_NAMES:
        value = f"XXXX-{SEASONS[word]}"
    else:
        return None
    return Reading(index, at + 1, value, "dates/set", lean="set")
