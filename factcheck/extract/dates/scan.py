"""The state of reading one block: its tokens, where the trigger words are, and the shared moves (nested reading, widening to the left)."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.dates.mention import Anchor, Reading
from factcheck.extract.dates.words import APPROXIMATE, DASHES, PHASES, PHASES_OF
from factcheck.extract.numerals import numeral
from factcheck.extract.numerals import words as number_words
from factcheck.extract.tokens import Block

PADDING = [""] * 12          # so that a look to the right of the last token, or to the left of the first, finds an empty word
LONGEST_NUMERAL = 8          # tokens: "twenty-one and a half"
NUMBER_WORDS = number_words().starts | frozenset(number_words().scales) | frozenset(["half", "quarter", "quarters"])
INNER_WORDS = NUMBER_WORDS | {"-", "and", "a"}


class Scan:
    """One block while it is read. `floor` is the first token that nobody has claimed yet."""

    __slots__ = ("block", "words", "surface", "count", "hits", "floor", "anchor", "readers", "depth", "heard", "clock_wanted")

    def __init__(self, block: Block, anchor: Anchor, hits: list[int], readers: dict[str, Callable[[Scan, int], Reading | None]]) -> None:
        self.block = block
        self.words = block.words + PADDING
        self.surface = block.surface + PADDING
        self.count = len(block.words)
        self.hits = hits
        self.floor = 0
        self.anchor = anchor
        self.readers = readers
        self.depth = 0
        self.clock_wanted = False          # a day stands before, so that a bare 10:15 is a time
        self.heard: str | None = None      # the last date spoken of in this block

    def joined(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return 0 < index < self.count and self.block.starts[index] == self.block.ends[index - 1]

    def sentence(self, index: int) -> tuple[int, int]:
        """The token range of the sentence that holds `index`."""
        begins = self.block.sentences
        at = bisect_right(begins, index) - 1
        return begins[at], begins[at + 1] if at + 1 < len(begins) else self.count

    def lower(self, index: int) -> bool:
        return self.surface[index][:1].islower()

    def capital(self, index: int) -> bool:
        return self.surface[index][:1].isupper()

    def read_clock(self, start: int) -> Reading | None:
        """The time of day that begins exactly at `start`, where a day before it makes a bare "10:15" one."""
        wanted, self.clock_wanted = self.clock_wanted, True
        try:
            found = self.read(start, 3)
        finally:
            self.clock_wanted = wanted
        return found if found is not None and found.kind == "time" and found.timex[0] == "T" else None

    def read(self, start: int, reach: int = 4) -> Reading | None:
        """The time expression that begins exactly at token `start`, its trigger at most `reach` tokens on; nothing is claimed."""
        if self.depth > 6:
            return None
        at = bisect_left(self.hits, start)
        floor, self.floor = self.floor, start
        self.depth += 1
        try:
            while at < len(self.hits) and self.hits[at] <= start + reach:
                found = self.readers.get(self.words[self.hits[at]], _nothing)(self, self.hits[at])
                if found is not None:
                    widen(self, found)
                    return found if begin(found) == start else None
                at += 1
            return None
        finally:
            self.floor = floor
            self.depth -= 1


def _nothing(scan: Scan, index: int) -> Reading | None:
    return None                     # a dotted date never begins a longer one


def begin(reading: Reading) -> int:
    """The first token of a reading and of the partners before it."""
    while reading.partner is not None:
        reading = reading.partner
    return reading.first


def widen(scan: Scan, reading: Reading) -> None:
    """Takes in what stands before: "late" 2022, "the end of" June, "around" 1990, "mid-"July."""
    if reading.partner is not None or reading.kind == "duration":
        return
    words, floor = scan.words, scan.floor
    first = reading.first
    while first > floor:
        word = words[first - 1]
        if word in DASHES and words[first - 2] in ("mid", "early", "late", "end") and first - 2 >= floor:
            if words[first - 2] == "end":
                reading.mod, first = "END", first - 2
                break
            reading.mod, first = PHASES[words[first - 2]], first - 2
        elif word in PHASES and (word != "mid" or not words[first - 1] == "end"):
            reading.mod, first = PHASES[word], first - 1
        elif word in ("in", "on") and words[first - 2] in PHASES and first - 2 >= floor and (word == "in" or words[first - 2] in ("early", "late")):
            reading.mod, first = PHASES[words[first - 2]], first - 2
        elif word == "of" and words[first - 2] in ("week", "hours") and first - 2 >= floor:
            before = _week_or_hours(scan, reading, first)
            if before == first:
                break
            first = before
        elif word == "about" and words[first - 2] in ("in", "by", "since", "from", "until", "to") and reading.by == "dates/year" and reading.mod is None:
            reading.mod, first = "APPROX", first - 1
        elif word == "of" and (words[first - 2] in PHASES_OF or words[first - 2] == "part") and first - 2 >= floor:
            before = _phase_of(scan, reading, first)
            if before == first:
                break
            first = before
        elif word in ("around", "circa", "ca.", "ca", "approximately", "roughly") and reading.kind != "duration" and reading.mod is None:
            reading.mod, first = "APPROX", first - 1
        elif word == "." and words[first - 2] in ("c", "ca") and scan.lower(first - 2) and first - 2 >= floor:
            reading.mod, first = "APPROX", first - 2
        elif word == "very" and words[first] in ("early", "late"):
            first -= 1
        else:
            break
    if first < reading.first:
        if words[first - 1] == "the" and first - 1 >= floor and (words[first] in PHASES_OF or reading.by in ("dates/decade", "dates/century", "dates/part")):
            first -= 1
        reading.first = first


def _phase_of(scan: Scan, reading: Reading, first: int) -> int:
    """"the end of", "the early part of", "the month of" before a date: sets the phase and says where the phrase begins."""
    words = scan.words
    if words[first - 2] == "part":
        phase = PHASES.get(words[first - 3]) or {"first": "START", "latter": "END", "last": "END"}.get(words[first - 3])
        if phase is None or first - 3 < scan.floor:
            return first
        reading.mod, begins = phase, first - 3
    else:
        phase = PHASES_OF[words[first - 2]]
        if phase == "BEFORE":
            return first
        reading.mod, begins = phase or reading.mod, first - 2
    if words[begins - 1] in ("very", "late", "early") and begins - 1 >= scan.floor:
        begins -= 1
    return begins


def _week_or_hours(scan: Scan, reading: Reading, first: int) -> int:
    """"the week of June 5", "the early hours of Sunday morning" before a day."""
    words = scan.words
    if reading.by not in ("dates/day", "dates/weekday", "dates/numeric", "dates/deictic"):
        return first
    if words[first - 2] == "week":
        if words[first - 3] != "the" or reading.kind != "date":
            return first
        reading.mod = "WEEK"
        return first - 3
    if words[first - 3] not in ("early", "small", "late", "wee"):
        return first
    if reading.kind == "date":
        reading.timex, reading.kind = f"{reading.timex}T{'NI' if words[first - 3] == 'late' else 'MO'}", "time"
    begins = first - 3
    return begins - 1 if words[begins - 1] == "the" and begins - 1 >= scan.floor else begins


def amount(scan: Scan, index: int) -> tuple[Decimal | Fraction | None, int]:
    """The number that ends right before token `index` ("two and a half" years) and where it begins; None for a vague or missing one."""
    words = scan.words
    last = index - 1
    if words[last] in ("a", "an") and words[last - 1] == "half" and last - 1 >= scan.floor:
        return Fraction(1, 2), last - 1
    if words[last] in ("a", "an", "one"):
        return (Decimal(1), last) if last >= scan.floor else (None, index)
    if words[last] == "of" and words[last - 1] in ("couple", "number") and words[last - 2] == "a":
        return (Decimal(2) if words[last - 1] == "couple" else None), last - 2
    if words[last] in ("many", "some"):
        return None, last
    if words[last] not in NUMBER_WORDS and not words[last][:1].isdecimal():
        return None, index
    first = last
    while first > scan.floor and index - first < LONGEST_NUMERAL and (words[first - 1] in INNER_WORDS or words[first - 1][:1].isdecimal()):
        first -= 1
    for first in range(first, index):
        if words[first] in ("-", "and"):
            continue
        found = numeral(scan.block, first)
        if found is not None and found.end == index:
            return found.low, found.first
    return None, index


def hedges(scan: Scan, first: int) -> tuple[str | None, int]:
    """Words before an amount: "more than" two years ago → MORE_THAN, and where the phrase begins."""
    words, mod = scan.words, None
    while first > scan.floor:
        word = words[first - 1]
        if word == "than" and words[first - 2] in ("more", "less", "fewer"):
            mod, first = ("MORE_THAN" if words[first - 2] == "more" else "LESS_THAN"), first - 2
        elif word == "least" and words[first - 2] == "at":
            mod, first = "EQUAL_OR_MORE", first - 2
        elif word in APPROXIMATE:
            mod, first = APPROXIMATE[word] or mod, first - 1
        elif word == "a" and words[first] == "mere":
            first -= 1
        else:
            break
    return mod, first
