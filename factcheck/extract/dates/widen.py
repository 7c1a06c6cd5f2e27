"""A reading in, wider by what stands before it: "late" 2022, "the end of" June, "around" 1990, "mid-"July, "the week of" June 5."""
from __future__ import annotations

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import DASHES, PHASES, PHASES_OF, listed

NEARLY = listed("nearly")
PARTS_OF = {"first": "START", "latter": "END", "last": "END"}          # "the latter part of 2021"
DAYS = ("dates/day", "dates/weekday", "dates/numeric", "dates/deictic")
DELAYS = listed("delays")
ABOUT_CUES = listed("about_cues")
WITH_PHASE = listed("phase_adjectives")
WEEK_VERBS = listed("week_verbs")
WIDENING = frozenset((*PHASES, *NEARLY, *DASHES, *WEEK_VERBS, "in", "on", "of", "about", "."))
WITH_ARTICLE = ("dates/decade", "dates/century", "dates/part")
SMALL_HOURS = {"early": "MO", "small": "MO", "wee": "MO", "late": "NI"}


def widen(scan: Scan, reading: Reading) -> None:
    """Takes in the words before `reading` that narrow or hedge it, and sets its modifier."""
    if scan.words[reading.first - 1] not in WIDENING or reading.partner is not None or reading.kind == "duration":
        return
    start = reading.first
    first, before = start, -1
    while first > scan.floor and first != before:
        before, first = first, _step(scan, reading, first)
    if first == start:
        return
    if scan.words[first] in PHASES_OF or reading.by in WITH_ARTICLE:
        first = scan.article(first)
    reading.first = first


def _step(scan: Scan, reading: Reading, first: int) -> int:
    """One word group further to the left, or `first` itself where nothing belongs to the date."""
    words = scan.words
    word, earlier = words[first - 1], words[first - 2]
    if word in PHASES:
        reading.mod = PHASES[word]
        return first - 1
    if word in NEARLY and reading.mod is None:
        reading.mod = "APPROX"
        return first - 1
    if word == "very" and words[first] in ("early", "late"):
        return first - 1
    if not scan.free(first - 2):
        return first
    if word in DASHES and earlier in ("mid", "early", "late", "end"):
        reading.mod = PHASES.get(earlier, "END")
        return first - 2
    delayed = earlier == "late" and words[first - 3] in DELAYS                      # "15 minutes late in July"
    if earlier in PHASES and not delayed and (word == "in" or word == "on" and earlier in ("early", "late")):        # "late in 1957"
        reading.mod = PHASES[earlier]
        return first - 2
    if word == "of" or word in WEEK_VERBS:
        return _phase_of(scan, reading, first)
    if word == "on" and earlier in WEEK_VERBS and words[first - 3] == "week":
        return _phase_of(scan, reading, first - 1)
    if word == "about" and reading.by == "dates/year" and reading.mod is None and earlier in ABOUT_CUES:
        reading.mod = "APPROX"
        return first - 1
    if word == "." and earlier in ("c", "ca") and scan.lower(first - 2):
        reading.mod = "APPROX"
        return first - 2
    return first


def _phase_of(scan: Scan, reading: Reading, first: int) -> int:
    """"the end of", "the early part of", "the week of", "the early hours of" before a date: where the phrase begins."""
    words = scan.words
    noun, adjective = words[first - 2], words[first - 3]
    if words[first - 1] in WEEK_VERBS and noun != "week":
        return first
    if noun in PHASES_OF:
        reading.mod = PHASES_OF[noun] or reading.mod
        return first - 2 - (adjective in WITH_PHASE and scan.free(first - 3))
    if not scan.free(first - 3):
        return first
    if noun == "part":
        phase = PHASES.get(adjective) or PARTS_OF.get(adjective)
        if phase is None:
            return first
        reading.mod = phase
        return scan.article(first - 3)
    if noun == "week" and adjective == "the" and reading.by in DAYS and reading.kind == "date":
        reading.mod = "WEEK"
        return first - 3
    if noun == "hours" and adjective in SMALL_HOURS and reading.by in DAYS:
        if reading.kind == "date":
            reading.timex, reading.kind = f"{reading.timex}T{SMALL_HOURS[adjective]}", "time"
        return scan.article(first - 3)
    return first
