"""What `extract` shows to a person: the article with carets under its numbers and dates, and a table of what they mean."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from factcheck.columns import Lines, lines
from factcheck.model import Mention, Skipped
from factcheck.report.ink import Line, line
from factcheck.report.quotes import Mark, whole
from factcheck.report.shapes import Paper, Reading
from factcheck.report.terminal import put, table
from factcheck.report.words import clean, count, day, value, voice

INDENT = 8
NAMES = ("place", "words", "kind", "value", "of", "said")
WIDEST = (9, 28, 10, 26, 34, 30)


def mentions(items: Iterable[Reading | Skipped], paper: Paper) -> None:
    """Documents with their mentions → lines on the paper; what was skipped is said elsewhere."""
    for item in items:
        if isinstance(item, Reading):
            _document(item, paper)


def _document(reading: Reading, paper: Paper) -> None:
    document = reading.document
    source = ", ".join(filter(None, (clean(document.publisher or ""), day(document.published))))
    found = count(len(reading.mentions), "mention")
    put(paper, line((clean(document.id), "head"), (f"  {source}" if source else "", "faint"), f"  {found}"), 2)
    put(paper)
    places = lines(document.text)
    for row in _article(reading, places, paper.width - INDENT):
        put(paper, row)
    if reading.mentions:
        put(paper)
        for row in _table(reading.mentions, places, paper.width):
            put(paper, row)
    put(paper)


def _article(reading: Reading, places: Lines, width: int) -> Iterator[Line]:
    """The lines of the article with their numbers, those without a mention faint; empty lines that follow each other are one."""
    text, marks = reading.document.text, sorted(_marks(reading.mentions), key=lambda mark: mark.start)
    at, shown, empty = 0, False, False
    for start, end in places.spans(reading.document.metadata_offset):
        while at < len(marks) and marks[at].end <= start:
            at += 1
        inside = list(_within(islice(marks, at, None), start, end))
        for number, row in enumerate(whole(text[start:end], inside, width)):
            if empty and shown and number == 0:
                yield Line()
            label = f"{places.at(start).line}" if number == 0 else ""
            yield line((label.rjust(INDENT - 2) + "  ", "faint"), row if inside else (row.text, "faint"))
            shown = True
        empty = not text[start:end].strip()


def _within(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    """The marks of a text → those of its line from `start` to `end`, as places in that line."""
    for mark in takewhile(lambda mark: mark.start < end, marks):
        yield Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.sign)


def _marks(found: Iterable[Mention]) -> Iterator[Mark]:
    """The places of numbers and dates, and of what they count."""
    for m in found:
        yield Mark(m.start, m.end)
        if m.entity_start is not None and m.entity_end:
            yield Mark(m.entity_start, m.entity_end, "~")


def _table(found: Iterable[Mention], places: Lines, width: int) -> list[Line]:
    """A row a mention: where, the words, the kind, the value, what it is about, and how it is said."""
    rows = [(line((_place(places, m.start), "faint")), line((clean(m.text), "mark")), m.kind, value(m), about(m), said(m)) for m in found]
    return table(NAMES, rows, width, WIDEST)


def _place(places: Lines, offset: int) -> str:
    at = places.at(offset)
    return f"{at.line}:{at.column}"


def about(m: Mention) -> str:
    """What a number counts or measures: "injured members of the group", "buildings, damaged"."""
    thing, aspect = clean(m.entity or ""), m.property or ""
    return ", ".join(filter(None, (thing, aspect if aspect not in thing else "")))


def said(m: Mention) -> str:
    """How it is said: "planned", "not", "up", and by whom."""
    return ", ".join(filter(None, ("not" if m.negated else "", m.modality if m.modality != "asserted" else "", m.trend or "",
                                   m.role or "", voice(m))))
