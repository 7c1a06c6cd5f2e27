"""A text in, its pipe tables out: where each begins and ends, its headings and its rows, every cell with its place in the text.

    | Town    | Dead | Injured |          Web pages and Word files come as such rows too, because their readers write them so.
    |---------|-----:|--------:|          The row of dashes may be missing where every row stands between pipes and the first one
    | Lowmark |   12 |      30 |          holds no figure. Rows of code, and pipes in prose, are no table.

Gets wrong: cells that hold several lines, and two tables without rows of dashes that follow each other without an empty line.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FENCE_OR_ROW = re.compile(r"^(?: {0,3}(?P<fence>```+|~~~+)[^\n]*|(?P<row>(?! {4}|\t)[^|\n]*+\|[^\n]*))$", re.MULTILINE)
DASHES = re.compile(r"\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
NUMBER = re.compile(r"[-\N{MINUS SIGN}(~<>]?\s*[$€£]?\s*(?!(?:18|19|20)\d\d(?![\d.,]))\d")
MARKS = "*_` \t\r"
LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
TAG = re.compile(r"<[^<>]{0,200}>")
WIDEST, DEEPEST = 60, 4         # columns and rows of headings; more are no table that anybody reads


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its place in the text without the marks around it, and its words as a reader sees them."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its place in the text."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.words for cell in self.cells)

    def is_dashes(self, text: str) -> bool:
        """Whether it parts headings from figures."""
        return DASHES.fullmatch(text, self.start, self.end) is not None and "-" in text[self.start:self.end]

    def has_figures(self) -> bool:
        """Whether one of its cells begins with a number that is no year."""
        return any(NUMBER.match(cell.words) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of headings, then the others; `caption` is what stands in a row of its own above the headings."""

    start: int
    end: int
    caption: str
    headings: tuple[Row, ...]
    rows: tuple[Row, ...]


def tables(text: str, begin: int = 0) -> Iterator[Table]:
    """A text from offset `begin` on → its tables in order."""
    for rows in _blocks(text, begin):
        yield from _tables(text, rows)


def words(cell: str) -> str:
    """The source of a cell → its words: "**[Dorn](/dorn)**" is Dorn."""
    cell = TAG.sub(" ", LINK.sub(r"\1", cell)).replace("\\|", "|") if not cell.isalnum() else cell
    return " ".join(cell.replace("**", "").replace("__", "").strip(MARKS).split())


def _blocks(text: str, begin: int) -> Iterator[list[Row]]:
    """Rows that follow each other, outside of code."""
    block: list[Row] = []
    fence, after = "", -1
    for found in FENCE_OR_ROW.finditer(text, begin):
        if block and (found.start() != after or found["fence"]):
            yield block
            block = []
        if found["fence"]:
            fence = "" if fence and found["fence"].startswith(fence) else fence or found["fence"]
        elif not fence:
            block.append(_row(text, *found.span("row")))
            after = found.end() + 1
    if block:
        yield block


def _row(text: str, start: int, end: int) -> Row:
    line = text[start:end].rstrip()
    first = start + len(line) - len(line.lstrip())
    last = start + len(line)
    edges = [found.end() - 1 for found in PIPE.finditer(text, first, last)]
    stops = [first - 1, *edges, last] if not edges or edges[0] != first else [*edges, last]
    if edges and edges[-1] == last - 1:
        stops.pop()
    return Row(start, end, tuple(_cell(text, left + 1, right) for left, right in zip(stops, stops[1:], strict=False)))


def _cell(text: str, start: int, end: int) -> Cell:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip(MARKS))
    bare = inside.strip(MARKS)
    return Cell(start + left, start + left + len(bare), words(inside))


def _tables(text: str, rows: Sequence[Row]) -> Iterator[Table]:
    """Rows that follow each other → the tables that they make."""
    dashes = {at for at, row in enumerate(rows) if at and row.is_dashes(text) and len(row.cells) == len(rows[at - 1].cells)}
    begins = [at - 1 for at in sorted(dashes) if at - 2 not in dashes]          # a caption above has a row of dashes of its own
    bare = rows[:begins[0]] if begins else rows
    if len(bare) > 1 and all(_between_pipes(text, row) for row in bare) and _may_head(bare[0]):
        yield from _made(bare[:1], bare[1:])
    for first, stop in zip(begins, [*begins[1:], len(rows)], strict=False):
        last = first + 1
        while last + 2 in dashes:
            last += 2
        yield from _made(rows[first:last:2], rows[last + 1:stop])


def _made(headings: Sequence[Row], rows: Sequence[Row]) -> Iterator[Table]:
    """Headings and rows → the table, its caption taken off its headings, and headings below the first added to them."""
    width = len(headings[-1].cells)
    body = [row for row in rows if not row.blank()]
    tops = list(headings)
    if len(tops) == 1 and _is_caption(tops[0]) and body and not body[0].has_figures() and not _is_caption(body[0]):
        tops.append(body.pop(0))
    above = [row for row in tops[:-1] if _is_caption(row)]
    tops = [row for row in tops if row not in above]
    while len(body) > 1 and len(tops) < DEEPEST and not body[0].cells[0].words and not body[0].has_figures():
        tops.append(body.pop(0))
    if body and 2 <= width <= WIDEST and all(len(row.cells) == width for row in tops):
        yield Table(headings[0].start, rows[-1].end, " ".join(row.cells[0].words for row in above), tuple(tops), tuple(body))


def _may_head(row: Row) -> bool:
    """Whether a row without dashes below it names all its columns but the first, or is a caption."""
    return _is_caption(row) or not row.has_figures() and all(cell.words for cell in row.cells[1:])


def _is_caption(row: Row) -> bool:
    """Whether only its first cell says something."""
    return bool(row.cells[0].words) and not any(cell.words for cell in row.cells[1:])


def _between_pipes(text: str, row: Row) -> bool:
    line = text[row.start:row.end].strip()
    return len(line) > 1 and line[0] == line[-1] == "|"
