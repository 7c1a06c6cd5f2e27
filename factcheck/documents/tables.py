"""The rows of a table in, a sentence for each figure out: what its row and its column are called, and the figure with its unit.

    | In thousands | 2022  | 2023  |
    | Visitors     | 1,250 | (310) |       →  "Visitors, 2022: 1,250 thousand."  "Visitors, 2023: -310 thousand."

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
    return f"{', '.join(filter(None, (name, column.name)))}: {number}{scale}."


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdecimal() and cell[:2] in ("18", "19", "20")
