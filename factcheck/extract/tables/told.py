"""A table in, a sentence for each of its figures out: what its row and its column are called, and the figure with its units.

    | In thousands | 2022  | 2023  |
    | Visitors     | 1,250 | (310) |       →  "Visitors: 1,250 thousand in 2022."  "Visitors: -310 thousand in 2023."

A heading that is a period says when, and stands behind the figure as it does in prose, where its reader knows what it belongs to. The
units of a figure are its own, else those of its row, its column, the corner, the caption or the line above; brackets are minus. Nothing
is told of rows whose cells do not match the headings, of figures that only count rows, of forecasts, and of what two rows say twice.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from factcheck.data import load
from factcheck.extract.tables.headings import Heading, Units, dates, heading, outer
from factcheck.extract.tables.layout import Cell, Row, Table

FIGURE = re.compile(r"""(?x)
    (?P<lead> (?: [a-z]+ \s ){0,3} | [~<>≈≤≥] \s? | ca?\.\s? )                              # "at least 40"  "~40"
    (?P<open> \( )? (?P<minus> [-\N{MINUS SIGN}\N{EN DASH}] \s? )? (?P<plus> \+ )? (?P<symbol> (?:US|A|C)?\$ | [€£¥₹] )? \s?
    (?P<number> \d (?: [\d.,\ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]* \d )? )
    (?P<tail> \s? (?: % | °[CF] | [^\W\d][^\W\d]*[²³]? (?: [ /][^\W\d]+[²³]? ){0,2} ) )?
    (?P<close> \) )? (?P<close2> % )?
    (?P<note> \s? (?: [*†‡§]+ | \[\w{1,3}\] | \([a-z]\) | \^\w\^? ) )?
""")
YEAR = re.compile(r"(?:18|19|20)\d\d")
INITIALS = re.compile(r"[A-Z]{1,2}")     # "P", "GD": nobody can tell what they stand for
LETTER = re.compile(r"[^\W\d_]")
LONGEST = 120                   # characters of a heading; longer ones are prose


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table: its cell without its note, the cells that name it, and two sentences.

    `read` is for the reader of prose, the figure in it at `at`, its unit perhaps behind that; `told` is the same as the table puts it, with
    the figure at `place`. Figures that are equal in `about` say something of one thing.
    """

    start: int
    end: int
    names: tuple[Cell, ...]
    read: str
    at: tuple[int, int]
    told: str
    place: int
    about: tuple[str, ...]
    number: str


def figures(table: Table, above: str, below: str, lang: str = "en") -> Iterator[Figure]:
    """A table and the lines above and below it → its figures in order."""
    columns = [_column(table.headings, at) for at in range(len(table.headings[-1].cells))]
    labels = _labels(table, lang)
    if not labels:
        return
    said = [heading(words, lang) for words in columns]
    corner = said[labels[0]]
    whole = outer(table.caption, lang) or (corner.units if corner.units and (corner.units.scale or not corner.name) else None) \
        or outer(above, lang) or outer(below, lang)
    caption = heading(table.caption if len(table.caption) <= LONGEST else "", lang)
    skipped = {*load(f"lang.{lang}.tables")["numbering"], *load(f"lang.{lang}.tables")["standings"]}
    section, last = "", [Cell(0, 0, "")] * len(labels)
    for row in table.rows:
        if len(row.cells) != len(columns):
            continue
        if row.cells[0].words and not any(cell.words for cell in row.cells[1:]):
            section = row.cells[0].words
            whole = outer(section, lang) or whole
            continue
        last = _named(row, labels, last)
        if not last[-1].words or not all(len(cell.words) <= LONGEST for cell in last):
            continue
        sides = [heading(section, lang), *(heading(cell.words, lang) for cell in last)]
        for at in range(labels[-1] + 1, len(columns)):
            found = FIGURE.fullmatch(row.cells[at].words)
            nameless = columns[at].lower() in skipped or INITIALS.fullmatch(columns[at])
            if found and not nameless and not (YEAR.fullmatch(found[0]) and _years(table, at)):
                head = [each.cells[at] for each in table.headings if each.cells[at].words]
                made = _figure(row.cells[at], found, (*last, *head), sides, said[at], whole, caption)
                if made is not None:
                    yield made


def _column(headings: Sequence[Row], at: int) -> str:
    """The words of a column's headings, the upper ones that span it first."""
    found = []
    for row in headings:
        left = at
        while left > 1 and len(headings) > 1 and row is not headings[-1] and not row.cells[left].words:
            left -= 1
        found.append(row.cells[left].words)
    return " ".join(dict.fromkeys(filter(None, found)))


def _labels(table: Table, lang: str) -> list[int]:
    """The columns that name the rows: those of words before the first with figures; columns that only number the rows are passed over."""
    skipped = load(f"lang.{lang}.tables")["numbering"]
    found: list[int] = []
    for at in range(min(4, len(table.headings[-1].cells) - 1)):
        cells = [row.cells[at].words for row in table.rows if at < len(row.cells) and row.cells[at].words]
        named = [cell for cell in cells if LETTER.search(cell) and not FIGURE.fullmatch(cell) or YEAR.match(cell) and len(cell) < 8]
        title = _column(table.headings, at).lower()
        if cells and 2 * len(named) > len(cells) and title not in skipped:
            found.append(at)
        elif found or not (title in skipped or not title):
            break
    return found


def _named(row: Row, labels: Sequence[int], last: Sequence[Cell]) -> list[Cell]:
    """The cells that name a row; one that spans several rows names them all."""
    found = [row.cells[at] for at in labels]
    return [cell if cell.words or at == len(labels) - 1 else last[at] for at, cell in enumerate(found)]


def _years(table: Table, at: int) -> bool:
    """Whether all that stands in a column are years."""
    return all(YEAR.fullmatch(row.cells[at].words) for row in table.rows if at < len(row.cells) and row.cells[at].words)


def _figure(cell: Cell, found: re.Match[str], names: tuple[Cell, ...], sides: Sequence[Heading], column: Heading, whole: Units | None,
            caption: Heading) -> Figure | None:
    row = sides[-1]
    own = bool(found["tail"] or found["symbol"] or found["close2"])
    units = Units() if own else _units(row, column, whole)
    period = _period([side.period for side in (*sides, column) if side.period], caption.period)
    things = [name for name in dict.fromkeys([*(side.name for side in sides), column.name]) if LETTER.search(name)]
    if not column.name and caption.name and not row.units and (not things or column.period):
        things.append(caption.name)
    if units is None or period is None or not things or not all(side.sure for side in (*sides, column)):
        return None
    if bool(found["open"]) != bool(found["close"]) or (column.name and not LETTER.search(column.name)):
        return None
    bare = f"{'-' if found['minus'] or found['open'] else ''}{found['symbol'] or ''}{found['number']}"
    number = found["lead"] + (f"{bare}{found['tail'] or ''}{found['close2'] or ''}" if own else units.around(bare))
    least = number if own else found["lead"] + replace(units, unit="").around(bare)
    surface = cell.words[:found.start("note")] if found["note"] else cell.words
    when, name = f" {_on(period)} {period}" if period else "", ", ".join(things)
    bracket = f" ({units.said})" if units.said else ""
    at = len(name) + 2
    return Figure(cell.start, cell.end if cell.words == surface else cell.start + len(surface), names, f"{name}: {number}{when}.",
                  (at, at + len(least)), f"{name}{bracket}: {surface}{when}.", len(name) + len(bracket) + 2,
                  (*map(str.lower, things), period, units.unit or units.symbol), number)


def _on(period: str) -> str:
    """"in" May 2023, "on" 5 May 2023."""
    days = dates(period)
    return "on" if days and len(days[0].timex or "") == 10 else "in"


def _units(row: Heading, column: Heading, whole: Units | None) -> Units | None:
    """The units of a figure that has none itself; None where nobody can tell: lengths in a table in thousands."""
    if column.units and (column.units.unit == "%" or not row.units):
        told = whole is None or not whole.scale or column.units.scale or column.units.unit == "%"
        return column.units if told else None
    return row.units or whole or Units()


def _period(said: Sequence[str], caption: str) -> str | None:
    """The periods of a row and a column → when: a month and a year make one; None where they are two."""
    found = list(dict.fromkeys(said))
    if len(found) == 2 and any(YEAR.fullmatch(each) for each in found) and any(not YEAR.search(each) for each in found):
        return " ".join(sorted(found, key=lambda each: YEAR.fullmatch(each) is not None))
    if len(found) > 1:
        return None
    return found[0] if found else caption


def once(found: Sequence[Figure]) -> list[Figure]:
    """The figures of all tables → those that are told once, or twice alike: two rows of one name leave open which is meant."""
    result = []
    for _, group in groupby(sorted(found, key=lambda each: each.about), key=lambda each: each.about):
        alike = list(group)
        if len({each.number for each in alike}) == 1:
            result += alike
    return sorted(result, key=lambda each: each.start)
