"""The rows of a table in, a sentence for each figure out: what its row and its column are called, and the figure with its unit.

    | In thousands | 2022  | 2023  |
    | Visitors     | 1,250 | (310) |       →  "Visitors: 1,250 thousand in 2022."  "Visitors: -310 thousand in 2023."

A heading that is a period says when, and stands behind the figure as it does in prose, where its reader knows what it belongs to.
A heading that says "in thousands", "in millions of euros" or "%" holds for its column, in the corner for all; brackets are minus. Gets
wrong: tables whose headings span several rows.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

SCALE = re.compile(r"""(?xi)
    [(,]? \s* \b (?: in \s+ )? (?P<scale> thousand | million | billion ) s?      # "in thousands", "$ million"
    (?: \s+ (?: of \s+ )? (?P<unit> [A-Za-z ]+? ) )? \s* \)? \s* \Z            # "(in millions of euros)"
""")
FIGURE = re.compile(r"""(?x) \s*
    (?P<minus> [-\N{MINUS SIGN}] | \( )? \s* (?P<sign> [$€£¥] )?               # "(310)", "−$4.5"
    (?P<number> \d[\d.,\ ]* ) (?P<percent> \s?% )? \)? \s*
""")
PERIOD = re.compile(r"""(?xi) (?: (?: Q[1-4] | (?:first|second|third|fourth)[ ]quarter | H[12] | (?:first|second)[ ]half
    | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \.? ) [ ] (?:of[ ])? )?
    (?:18|19|20)\d\d""")                                                       # "2023"  "Q1 2023"  "May 2023"
PERCENT = re.compile(r"[(,]?\s*(?:%|percent|per cent)\s*\)?\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column is called, and what its figures lack: "Revenue (in millions of euros)" is Revenue, million euros."""

    name: str
    scale: str = ""


def sentences(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows of a table, headings first → a line for each figure; rows without one, and tables without headings, as they are."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    if len(cells) < 2 or any(FIGURE.fullmatch(cell) and not _is_year(cell) for cell in cells[0]):
        return [" | ".join(filter(None, row)) for row in cells]
    corner = heading(cells[0][0]) if cells[0] else Heading("")
    columns = [heading(cell) for cell in cells[0]]
    lines = []
    for row in cells[1:]:
        found = [_sentence(row[0], column, cell, corner) for column, cell in zip(columns[1:], row[1:], strict=False)
                 if FIGURE.fullmatch(cell)]
        lines += found or [" | ".join(filter(None, row))]
    return lines


def heading(cell: str) -> Heading:
    """The words of a heading → its name and the scale or unit that it gives to the figures below."""
    if found := PERCENT.search(cell):
        return Heading(cell[:found.start()].strip(), "%")
    if found := SCALE.search(cell):
        return Heading(cell[:found.start()].strip(), " ".join(filter(None, (" " + found["scale"].lower(), found["unit"]))))
    return Heading(cell)


def _sentence(name: str, column: Heading, cell: str, corner: Heading) -> str:
    found = FIGURE.fullmatch(cell)
    assert found is not None
    number = f"{'-' if found['minus'] else ''}{found['sign'] or ''}{found['number'].strip()}"
    scale = "%" if found["percent"] else column.scale or corner.scale
    headings = [each for each in (name, column.name) if each]
    periods = [each for each in headings if PERIOD.fullmatch(each)]
    things = [each for each in headings if each not in periods]
    if len(periods) != 1 or not things:
        return f"{', '.join(headings)}: {number}{scale}."
    return f"{', '.join(things)}: {number}{scale} in {periods[0]}."


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdecimal() and cell[:2] in ("18", "19", "20")
