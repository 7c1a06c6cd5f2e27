"""Lines on a sheet of paper: printed, wrapped with what follows indented, beside a label, or in a table."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report.ink import Line, line
from factcheck.report.shapes import Paper


def put(paper: Paper, text: Line | None = None, hang: int = 0) -> None:
    """Prints a line, broken at spaces where it must be; what follows its first line is indented by `hang`. None is an empty line."""
    rows = [Line()] if text is None else text.wrapped(paper.width - hang) if text.cells > paper.width else [text]
    for at, row in enumerate(rows):
        paper.out.write(line(row, indent=hang if at else 0).painted(paper.color) + "\n")


def hanging(label: str, text: Line | str, width: int, style: str = "faint", indent: int = 2) -> list[Line]:
    """A label and a text → the text wrapped to the right of the label."""
    label = " " * indent + label + "  "
    rows = (line(text) if isinstance(text, str) else text).wrapped(max(20, width - len(label)))
    return [line((label, style), row) if at == 0 else line(row, indent=len(label)) for at, row in enumerate(rows)]


def table(names: Sequence[str], rows: Sequence[Sequence[Line | str]], width: int, widest: Sequence[int]) -> list[Line]:
    """Column names and rows of cells → lines. Columns are as wide as their cells, at most `widest`, and shrink in turn to fit the width."""
    cells = [[line(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    full = [max([len(name), *(row[at].cells for row in cells)]) for at, name in enumerate(names)]
    sizes = [min(one, most) for one, most in zip(full, widest, strict=True)]
    while sum(sizes) + 2 * len(sizes) > width and max(sizes) > 8:
        sizes[sizes.index(max(sizes))] -= 1
    header = [line((name, "faint")) if any(row[at].text for row in cells) else Line() for at, name in enumerate(names)]
    return [each for row in [header, *cells] for each in _side_by_side(row, sizes)]


def _side_by_side(row: Sequence[Line], sizes: Sequence[int]) -> Iterator[Line]:
    """One row of a table: each cell wrapped in its column."""
    columns = [cell.wrapped(size) for cell, size in zip(row, sizes, strict=True)]
    for at in range(max(map(len, columns))):
        cells = [column[at] if at < len(column) else Line() for column in columns]
        last = max(number for number, cell in enumerate(cells) if cell.text or number == 0)
        yield line(*(piece for number, (cell, size) in enumerate(zip(cells[:last + 1], sizes, strict=False))
                     for piece in (cell, " " * (size - cell.cells + 2 if number < last else 0))))
