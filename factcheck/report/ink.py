"""Lines of styled text: put together, cut, wrapped by the cells they take on a screen, and painted.

rich's own `Text` and `Console` do more and cost as much to load as reading an article; of rich only the width of characters is used here.
"""
from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from factcheck.frozen import frozen

STYLES = {
    "conflict": "1;31", "superseded": "33", "compatible": "36", "agree": "32", "disputed": "35", "skipped": "33",
    "mark": "1", "carets": "1;36", "place": "36", "faint": "90", "head": "1",
}
"""Names of styles and what the terminal is told: the sixteen colours that its user has chosen, no others."""



@frozen
class Line:
    """One line: its text, and the stretches (start, end, name of a style) that are not plain."""

    text: str = ""
    styles: tuple[tuple[int, int, str], ...] = ()

    @property
    def cells(self) -> int:
        return cell_len(self.text)

    def part(self, start: int, end: int) -> Line:
        """The stretch of a line between two offsets."""
        inside = ((max(a, start) - start, min(b, end) - start, style) for a, b, style in self.styles if a < end and b > start)
        return Line(self.text[start:end], tuple(inside))

    def wrapped(self, width: int) -> list[Line]:
        """The line as lines of at most so many cells, without spaces at their ends; at least one."""
        return [self.part(start, end) for start, end in breaks(self.text, max(width, 8))] or [Line()]

    def painted(self, color: bool) -> str:
        """What is written: the text, with the codes of its styles where colour shows."""
        if not color:
            return self.text
        out, at = [], 0
        for start, end, style in self.styles:
            code = STYLES.get(style)
            out += [self.text[at:start], f"\x1b[{code}m{self.text[start:end]}\x1b[0m" if code and end > start else self.text[start:end]]
            at = end
        return "".join((*out, self.text[at:]))


def line(*pieces: str | tuple[str, str] | Line, indent: int = 0) -> Line:
    """Pieces, each plain, or with the name of its style, or a line themselves → one line."""
    text, styles = [" " * indent], []
    at = indent
    for piece in pieces:
        if isinstance(piece, Line):
            styles += [(at + start, at + end, style) for start, end, style in piece.styles]
            word = piece.text
        elif isinstance(piece, tuple):
            word = piece[0]
            styles.append((at, at + len(word), piece[1]))
        else:
            word = piece
        text.append(word)
        at += len(word)
    return Line("".join(text), tuple(styles))


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of the lines of a text: broken at spaces, and inside a word that is wider than a line. Spaces it begins with stay."""
    start, first = 0, len(text) - len(text.lstrip(" "))
    while start < len(text):
        end, following = _line(text, start, max(start, first), width)
        yield start, len(text[:end].rstrip(" ")) if end > first else end
        start = following


def _line(text: str, start: int, first: int, width: int) -> tuple[int, int]:
    """Where the line that begins at `start` ends, and where the next begins."""
    space, cells = -1, 0
    for at in range(start, len(text)):
        size = cell_len(text[at])
        if cells + size > width and at > start:
            if text[at] == " ":
                return at, _after_spaces(text, at)
            return (space, _after_spaces(text, space)) if space > first else (at, at)
        if text[at] == " " and at >= first:
            space = at
        cells += size
    return len(text), len(text)


def _after_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at
