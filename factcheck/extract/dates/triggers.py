"""The words that begin or end a time expression, each with its readers, the more special ones first. A new kind of date adds a line."""
from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.dates import clock, eras, holidays, months, numeric, parts, periods, seasons, spoken, units, vague, weekdays, years
from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Reader, Scan
from factcheck.extract.dates.words import (
    ALL_MONTHS,
    CLOCK_NAMES,
    DAYS,
    DECADES,
    ENDINGS,
    HALF_DAYS,
    PARTS,
    PLURAL_WEEKDAYS,
    RECURRING,
    SEASONS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE,
    VAGUE_NOUNS,
    WEEKDAYS,
    ZONES,
)

QUIET_ZONES = frozenset(["z", "et", "ct", "pt"])     # too common as words to look at; still read behind a time
ADJECTIVES = frozenset(["recent", "current", "future"])

ROWS: tuple[tuple[Iterable[str], Reader], ...] = (
    (holidays.NAMES, holidays.holiday),
    (map(str, range(1000, 2200)), years.year),
    (ALL_MONTHS, months.month),
    ((*WEEKDAYS, *SHORT_WEEKDAYS), weekdays.weekday),
    (PLURAL_WEEKDAYS, weekdays.weekdays),
    (["morning", "afternoon", "evening"], spoken.hour_of_part),
    (PARTS, parts.part),
    (["quarter"], spoken.past_hour),
    (UNITS, units.unit),
    (["end"], units.end_word),
    (DAYS, parts.day_word),
    (SEASONS, seasons.season),
    (DECADES, eras.spelled_decade),
    (eras.CENTURIES, eras.spoken_year),
    (["s"], eras.short_decade),
    ((*eras.ERAS, *eras.CHRISTIAN, "b"), eras.era),
    (["q", "h"], periods.quarter_code),
    (["fy"], periods.fiscal_code),
    (ENDINGS, weekdays.bare_day),
    (["/"], numeric.slashed),
    ([":"], clock.colon),
    (HALF_DAYS, clock.half_day),
    (["m"], clock.dotted_half),
    ((*(zone for zone in ZONES if zone not in QUIET_ZONES), *clock.HOURS), clock.zone_first),
    (CLOCK_NAMES, spoken.named),
    (["clock"], spoken.o_clock),
    (RECURRING, vague.recurring),
    (["every", "each"], vague.every),
    (["once", "twice", "times"], vague.times_a),
    ((word for word in VAGUE if word not in ADJECTIVES), vague.adverb),
    (ADJECTIVES, vague.adjective),
    ((word for word in VAGUE_NOUNS if word not in ADJECTIVES), vague.noun),
    (["time"], clock.local_time),
    (["time"], vague.time_word),
    (["past"], spoken.past_hour),
    (["moment"], vague.moment),
    (["9"], holidays.landmark),
)


def either(first: Reader, second: Reader) -> Reader:
    """The first reader's finding, or else the second's."""
    def read(scan: Scan, index: int) -> Reading | None:
        found = first(scan, index)
        return found if found is not None else second(scan, index)
    return read


def _table() -> dict[str, Reader]:
    table: dict[str, Reader] = {}
    for words, reader in ROWS:
        for word in words:
            table[word] = either(table[word], reader) if word in table else reader
    return table


READERS = _table()
