"""A sheet of paper → the console that prints on it: styles by name, no markup, nothing guessed from the surroundings."""
from __future__ import annotations

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


def hanging(label: str, text: Text | str, width: int, style: str = "faint", indent: int = 2) -> list[Text]:
    """A label and a text → the text wrapped to the right of the label."""
    label = " " * indent + label + "  "
    rows = (Text(text) if isinstance(text, str) else text).wrap(_MEASURE, max(20, width - len(label)))
    return [Text.assemble((label if at == 0 else " " * len(label), style), row) for at, row in enumerate(rows)]


_MEASURE = Console(width=80, _environ={})
