"""Dates and times: a block of tokens and an anchor in, the time expressions of the block out, as TIMEX3 values and intervals.

One pass looks every token up among the words that can begin or end a time expression; only there the readers of the kinds look around.
A reading may have parts that only the document's date or the narrative tells (`resolve`); what neither tells stays X.

Gets wrong: months and weekdays by narrative in a dated article ("In May 2009 … in July" takes the article's year), forms that need
syntax ("two days after the siege was lifted" is left to the reader of quantities as two days).
"""
from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import compress

from factcheck.extract.dates import clock, days, named, numeric, relative, years
from factcheck.extract.dates.mention import Anchor, DateMention, Reading
from factcheck.extract.dates.resolve import resolve
from factcheck.extract.dates.scan import Scan, begin, widen
from factcheck.extract.dates.timex import at as held_by, interval, point
from factcheck.extract.dates.words import (
    ALL_MONTHS, CLOCK_NAMES, DASHES, DAYS, DECADES, HALF_DAYS, OFFSETS, PARTS, PLURAL_WEEKDAYS, RECURRING, RELATIONS, SEASONS, SHORT_WEEKDAYS, UNITS, VAGUE, WEEKDAYS,
    ZONES)
from factcheck.extract.tokens import Block, blocks

__all__ = ["Anchor", "DateMention", "dateline", "dates"]

Reader = Callable[[Scan, int], Reading | None]
DATELINE_REACH = 600        # characters: a dateline stands at the head of an article
LONGEST_HEADING = 12        # tokens
DOTTED = (".19", ".20")


def either(*readers: Reader) -> Reader:
    """The first reader that finds something."""
    def read(scan: Scan, index: int) -> Reading | None:
        for reader in readers:
            found = reader(scan, index)
            if found is not None:
                return found
        return None
    return read


def _readers() -> dict[str, Reader]:
    """Every trigger word with its reader, the more special reader first where two share a word."""
    table: dict[str, Reader] = {}

    def add(words: object, reader: Reader) -> None:
        for word in words:                                      # type: ignore[attr-defined]
            table[word] = either(table[word], reader) if word in table else reader

    add(named.BY_LAST_WORD, named.holiday)
    add((str(number) for number in range(1000, 2200)), years.year)
    add(ALL_MONTHS, days.month)
    add((*WEEKDAYS, *SHORT_WEEKDAYS), days.weekday)
    add(PLURAL_WEEKDAYS, days.weekdays)
    add(PARTS, named.part)
    add(UNITS, relative.unit)
    add(["end"], relative.story_month_end)
    add(DAYS, named.day_word)
    add(SEASONS, named.season)
    add(DECADES, years.spelled_decade)
    add(["s"], years.short_decade)
    add(["bc", "bce", "b.c.", "b.c.e.", "ad", "a.d."], years.era)
    add(["b"], years.era)
    add(["q", "h"], years.quarter_code)
    add(["fy"], years.fiscal_code)
    add(["th", "st", "nd", "rd"], days.bare_day)
    add(["/"], numeric.slashed)
    add([":"], clock.colon)
    add((*HALF_DAYS, "p", "a"), clock.half_day)
    add((word for word in (*ZONES, "hrs", "hr") if word not in ("z", "ct", "pt", "et")), clock.zone_first)
    add(["hours"], clock.zone_first)
    add(CLOCK_NAMES, clock.named)
    add(["clock"], clock.o_clock)
    add(RECURRING, named.recurring)
    add(["every", "each"], named.every)
    add(VAGUE, named.vague)
    add(["past", "present"], named.noun)
    add(["time"], named.time_word)
    add(["moment", "point"], named.moment)
    add(["9"], named.landmark)
    return table


READERS = _readers()
del READERS["a"]                                                # "a" is too common to look at; "3 a.m" is found by its "m"


def dates(block: Block, anchor: Anchor) -> list[DateMention]:
    """A block and the document's anchor → its time expressions in order; the anchor learns the last date spoken of."""
    words = block.words
    readers = READERS
    if anchor.lang != "en":
        from factcheck.extract.dates import foreign
        readers = foreign.readers(anchor.lang)
    hits = list(compress(range(len(words)), map(readers.__contains__, words)))
    for mark in DOTTED:
        hits = _with_dotted(block, hits, mark)
    if not hits:
        return []
    scan = Scan(block, anchor, hits, readers)
    found: list[DateMention] = []
    for index in hits:
        if index < scan.floor:
            continue
        reader = readers.get(words[index], numeric.dotted)
        reading = reader(scan, index)
        if reading is not None:
            widen(scan, reading)
            if begin(reading) >= scan.floor:
                _emit(scan, reading, found)
    return found


def _with_dotted(block: Block, hits: list[int], mark: str) -> list[int]:
    """Adds the tokens like "20.06.2023", which no table can hold."""
    end = block.ends[-1]
    at = block.text.find(mark, block.starts[0], end)
    while at >= 0:
        index = next((i for i in range(len(block.starts) - 1, -1, -1) if block.starts[i] <= at), 0) if len(block.starts) < 64 else _token_at(block, at)
        word = block.words[index]
        if 8 <= len(word) <= 10 and word.count(".") == 2 and index not in hits:
            hits = sorted((*hits, index))
        at = block.text.find(mark, at + 3, end)
    return hits


def _token_at(block: Block, offset: int) -> int:
    from bisect import bisect_right
    return bisect_right(block.starts, offset) - 1


def _emit(scan: Scan, reading: Reading, found: list[DateMention]) -> None:
    """Resolves a reading (its partners first), appends its mention, and lets the anchor learn from it."""
    if reading.partner is not None:
        _emit(scan, reading.partner, found)
    relation = reading.relation = _relation(scan, reading, found)
    resolve(scan, reading)
    if reading.mod == "WEEK":
        reading.timex, reading.mod = held_by(reading.timex, "W"), None
    block = scan.block
    stretch = reading.interval or interval(reading.timex, reading.mod)
    found.append(DateMention(reading.first, reading.last, block.starts[reading.first], block.ends[reading.last - 1], reading.kind, reading.timex,
                             reading.mod if reading.mod not in ("EARLIER", "LATER") else None, stretch, relation, reading.by))
    scan.floor = reading.last
    _learn(scan, reading)


def _relation(scan: Scan, reading: Reading, found: list[DateMention]) -> str | None:
    """since, until, by, before, after, from or to, from the word before the expression or the range it is an end of."""
    if reading.relation is not None:
        return reading.relation
    words, before = scan.words, scan.words[reading.first - 1]
    if reading.partner is not None:
        return "to" if found and found[-1].date_relation == "from" else None
    relation = RELATIONS.get(before)
    if relation is not None:
        return "before" if before == "to" and words[reading.first - 2] == "prior" else relation
    previous = found[-1] if found else None
    if previous is not None and previous.last == reading.first - 1:
        if before in DASHES or before == "and" and previous.date_relation == "from" and words[previous.first - 1] == "between":
            if before in DASHES and previous.date_relation is None:
                found[-1] = DateMention(*(getattr(previous, name) if name != "date_relation" else "from" for name in DateMention.__slots__))
            return "to"
    return None


def _learn(scan: Scan, reading: Reading) -> None:
    """The narrative goes on from the last date that was told, not from an attribute ("the 1975 treaty") or an aside ("(1998)")."""
    lean = reading.lean
    if lean in ("set", "attribute", "aside", "generic") or reading.kind == "duration" or reading.by in ("dates/vague", "dates/decade", "dates/century", "dates/fiscal"):
        return
    if lean == "unsettled":
        scan.anchor.spoken = ""
        return
    if lean == "offset" and OFFSETS.get(scan.words[reading.last - 1], 0) < 0 or scan.words[reading.first - 1] == "since" and reading.by == "dates/year":
        return                                                  # "a year earlier", "the worst since 1995" look back and return
    value = reading.timex.partition("T")[0]
    known = point(value)
    if known is not None:
        _enter_section(scan, reading, known.year)
        scan.anchor.spoken = value
        scan.heard = value


def _enter_section(scan: Scan, reading: Reading, year: int) -> None:
    """A heading that is or begins with a year ("2003: Invasion") lends its year to the months below it, until three dates stray from it."""
    anchor = scan.anchor
    if reading.first == 0 and scan.count <= LONGEST_HEADING and year > 0 and reading.by == "dates/year" and reading.partner is None \
            and scan.words[1] in ("", ":", "."):
        anchor.section, anchor.strayed = year, 0
    elif anchor.section:
        anchor.strayed = 0 if year == anchor.section else anchor.strayed + 1
        if anchor.strayed >= 3:
            anchor.section = 0


def dateline(text: str) -> datetime.date | None:
    """The head of an article → the date of its dateline ("TIRANA, June 21, 2023 – …", "Posted on 5 May 2021"), or None.

    Only a full day counts, at the beginning of one of the first lines: alone on its line, after a place in capitals or before a dash.
    """
    for block in blocks(text[:DATELINE_REACH]):
        mentions = dates(block, Anchor())
        if not mentions:
            continue
        first = mentions[0]
        if first.interval is None or first.interval.granularity not in ("day", "minute", "second") or first.interval.start is None:
            continue
        if _is_dateline(block, first):
            return datetime.date.fromisoformat(first.interval.start[:10])
    return None


LINE_STARTS = frozenset("published posted updated date dated on written released by last modified".split())


def _is_dateline(block: Block, mention: DateMention) -> bool:
    before = [word for word in block.surface[:mention.first] if word[0].isalpha()]
    after = block.words[mention.last] if mention.last < len(block.words) else ""
    closed = after in DASHES or after in ("", ":", "|", "(", ")", "·") or after == "." and mention.last + 1 == len(block.words) or after == "-"
    if not closed or len(before) > 8:
        return False
    if all(word.lower() in LINE_STARTS for word in before):
        return True
    place = "".join(before)
    return after in DASHES | {":", ")", "("} and (place.isupper() or all(word[0].isupper() or word.lower() in ("of", "de", "la", "and", "the") for word in before)) \
        or after == "" and len(before) <= 5 and all(word[0].isupper() for word in before)
