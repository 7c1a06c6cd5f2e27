"""A text in; the mentions of its tables out, and the text without what they were read from.

The reader of prose reads each figure in a sentence made of its headings; what it finds is put at the figure's place in the text. What
else stands in a table (dates in its headings, cells of words) is left to be read as it stands.
"""
from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from factcheck.extract.reader import prose
from factcheck.extract.tables.headings import dates
from factcheck.extract.tables.layout import Cell, Table, tables
from factcheck.extract.tables.told import Figure, figures, once
from factcheck.model import Document, Mention, ModifierSpan

__all__ = ["tabled"]

NUMBERS = frozenset(["count", "measure", "money", "percent", "ratio", "duration", "age"])
BESIDE = 300                    # characters of the line above or below a table


def tabled(document: Document, published: datetime.date | None, text: str) -> tuple[str, list[Mention]]:
    """A document, its day and its text as it is to be read → the text that is left to be read, of the same length, and the mentions of its
    tables in order."""
    if "|" not in text:
        return text, []
    met = list(tables(text, document.metadata_offset))
    found = once([figure for table in met for figure in figures(table, *_beside(text, table))])
    if not found:
        return text, []
    lines = [figure.read for figure in found]
    begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
    made: dict[int, Mention] = {}
    whole = "\n".join(lines)
    for mention in prose(replace(document, text=whole, metadata_offset=0), published, whole):
        at = bisect_right(begins, mention.start) - 1
        figure, start = found[at], mention.start - begins[at]
        if mention.kind in NUMBERS and start == figure.at[0] and mention.end - begins[at] >= figure.at[1]:
            made[at] = _placed(mention, figure, begins[at] + figure.at[0], text)
    return _left(text, met, [found[at] for at in made]), [made[at] for at in sorted(made)]


def _beside(text: str, table: Table) -> tuple[str, str]:
    """The lines above and below a table; one that ends in a colon speaks of what follows it."""
    above = text[max(0, table.start - BESIDE):table.start].rstrip().rpartition("\n")[2]
    below = text[table.end:table.end + BESIDE].lstrip().partition("\n")[0].rstrip()
    return above, "" if below.endswith(":") or below.startswith("#") else below


def _placed(mention: Mention, figure: Figure, begin: int, text: str) -> Mention:
    """What was read in a figure's sentence, at the figure's place in the text."""
    shift = figure.start - begin
    entity = mention.entity
    places = [text.find(entity, cell.start, cell.end) for cell in figure.names] if entity else []
    place = next((place for place in places if place >= 0), None)
    return replace(
        mention, start=figure.start, end=figure.end, text=text[figure.start:figure.end],
        entity=entity or figure.read[:figure.at[0]].rstrip(": "), entity_start=place,
        entity_end=None if place is None else place + len(entity or ""),
        modifiers=tuple(ModifierSpan(each.value, each.start + shift, each.end + shift) for each in mention.modifiers),
        sentence=(figure.start, figure.end), told=figure.told, told_start=figure.place)


def _left(text: str, met: Sequence[Table], told: Sequence[Figure]) -> str:
    """The text without the figures that are told and the headings that name them, but for the dates in those; each cell is a line."""
    pieces, at = [], 0
    for start, end, filled in sorted(_holes(text, met, told)):
        if start >= at:
            pieces += [text[at:start], filled]
            at = end
    return "".join((*pieces, text[at:]))


def _holes(text: str, met: Sequence[Table], told: Sequence[Figure]) -> Iterator[tuple[int, int, str]]:
    starts = {figure.start for figure in told}
    naming = {cell for figure in told for cell in figure.names}
    for table in met:
        if not any(cell.start in starts for row in table.rows for cell in row.cells):
            continue
        naming.update(cell for row in table.headings for cell in row.cells)
        for cell in (cell for row in (*table.headings, *table.rows) for cell in row.cells):
            if cell.start in starts:
                yield cell.start, cell.end, " " * (cell.end - cell.start)
            elif cell in naming:
                yield cell.start, cell.end, _only_dates(text, cell)
        yield from ((at, at + 1, "\n") for at in range(table.start, table.end) if text[at] == "|")


def _only_dates(text: str, cell: Cell) -> str:
    """The source of a cell with all but its dates blank."""
    source = text[cell.start:cell.end]
    blank = [" "] * len(source)
    for date in dates(source):
        blank[date.start:date.end] = source[date.start:date.end]
    return "".join(blank)
