"""What happened on a day that a text told, so that "two days after the flood" can be counted from it.

A day is kept for the one noun of the table that stands right before it ("the flood struck on 3 March", "the fire of 3 March 2021") or
behind it ("the 3 March fire"). A noun with two days has none. Gets wrong: two floods of which only one is dated.
"""
from __future__ import annotations

from factcheck.extract.dates.mention import Reading
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import DETERMINERS, FUNCTION, listed

EVENTS = listed("events")
LEADING = listed("event_blocks")
REACH = 8                   # tokens between an event and its day
NAMING = frozenset(["the", "this", "that"])


def remember(scan: Scan, reading: Reading, value: str) -> None:
    """A day as it is read, with its value → the anchor knows what happened on it, where the words beside it say so."""
    noun = _event_at(scan, reading)
    if noun:
        known = scan.anchor.events
        known[noun] = value if known.get(noun, value) == value else ""


def _event_at(scan: Scan, reading: Reading) -> str:
    """The event whose day a reading is, "" for none: "the flood | struck the valley on 3 March"; not "after the flood, on 3 March"."""
    words, first = scan.words, reading.first
    if words[reading.last] in EVENTS and (words[first] == "the" or words[first - 1] in DETERMINERS):
        return words[reading.last]
    for at in range(first - 1, max(scan.sentence(first)[0], first - REACH) - 1, -1):
        word = words[at]
        if word in EVENTS:
            before = at - 1
            while words[before] in DETERMINERS or words[before].isalpha() and words[before] not in FUNCTION and at - before < 3:
                before -= 1
            return "" if words[before] in LEADING else word
        if word in (",", ";", ":", "(", "”"):
            break
    return ""


def day_of_event(scan: Scan, at: int) -> tuple[str, int] | None:
    """"the flood" at token `at` → its day and the token after it, or None; not "the flood defences"."""
    if not scan.anchor.events or scan.words[at] not in NAMING:
        return None
    after = scan.words[at + 2]
    value = scan.anchor.events.get(scan.words[at + 1], "")
    return (value, at + 2) if value and (not after[:1].isalpha() or after in FUNCTION) else None
