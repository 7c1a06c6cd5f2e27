"""A sheet of paper → the console that prints on it: styles by name, no markup, nothing guessed from the surroundings."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from factcheck.report.shapes import Paper

THEME = Theme({
    "conflict": "bold red", "superseded": "yellow", "compatible": "cyan", "agree": "green", "disputed": "magenta",
    "mark": "bold", "thing": "", "carets": "bold cyan", "place": "cyan", "faint": "bright_black", "head": "bold", "skipped": "yellow",
}, inherit=False)


def console(paper: Paper) -> Console:
    """Where the lines go; colour and width are those of the paper, whatever the environment says."""
    return Console(file=paper.out, width=paper.width, theme=THEME, color_system="standard" if paper.color else None,
                   force_terminal=paper.color, no_color=not paper.color, highlight=False, markup=False, emoji=False, legacy_windows=False,
                   _environ={})


def line(*parts: str | tuple[str, str], indent: int = 0) -> Text:
    """Pieces, each plain or with the name of its style → one line."""
    return Text.assemble(" " * indent, *parts)


def put(out: Console, text: Text, hang: int = 0) -> None:
    """Prints a text, broken at spaces where it must be; what follows its first line is indented by `hang`."""
    for at, row in enumerate(wrapped(text, out.width - hang) if text.cell_len > out.width else [text]):
        out.print(Text.assemble(" " * (hang if at else 0), row), soft_wrap=True)


def wrapped(text: Text | str, width: int) -> list[Text]:
    """A text → its lines, broken at spaces, without spaces at their ends."""
    rows = (Text(text) if isinstance(text, str) else text).wrap(_MEASURE, max(8, width))
    for row in rows:
        row.rstrip()
    return list(rows)


def hanging(label: str, text: Text | str, width: int, style: str = "faint", indent: int = 2) -> list[Text]:
    """A label and a text → the text wrapped to the right of the label."""
    label = " " * indent + label + "  "
    rows = wrapped(text, max(20, width - len(label)))
    return [Text.assemble((label if at == 0 else " " * len(label), style), row) for at, row in enumerate(rows)]


def table(names: Sequence[str], rows: Sequence[Sequence[Text | str]], width: int, widest: Sequence[int]) -> list[Text]:
    """Column names and rows of cells → lines. Columns are as wide as their cells, at most `widest`, and shrink in turn to fit the width."""
    cells = [[Text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    full = [max([len(name), *(row[at].cell_len for row in cells)]) for at, name in enumerate(names)]
    sizes = [min(one, most) for one, most in zip(full, widest, strict=True)]
    while sum(sizes) + 2 * len(sizes) > width and max(sizes) > 8:
        sizes[sizes.index(max(sizes))] -= 1
    header = [Text(name, "faint") if any(row[at].plain for row in cells) else Text() for at, name in enumerate(names)]
    return [line for row in [header, *cells] for line in _side_by_side(row, sizes)]


def _side_by_side(row: Sequence[Text], sizes: Sequence[int]) -> Iterator[Text]:
    """One row of a table: each cell wrapped in its column; empty columns take no room."""
    columns = [wrapped(cell, size) for cell, size in zip(row, sizes, strict=True)]
    for at in range(max(map(len, columns))):
        line = Text()
        for column, size in zip(columns, sizes, strict=True):
            cell = column[at] if at < len(column) else Text()
            line.append_text(cell)
            line.append(" " * (size - cell.cell_len + 2))
        line.rstrip()
        yield line


_MEASURE = Console(width=80, _environ={})
