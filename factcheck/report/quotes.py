"""A quote with places in it → the lines that a terminal shows, and under each the marks: `^` the number, `~` what it counts."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from factcheck.report.words import clean_part

LONGEST = 400                 # characters of a quote; longer sentences are cut around their marks
BESIDE = 150
STYLES = {"^": "mark", "~": "thing"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a quote, half-open, and the character that goes under it."""

    start: int
    end: int
    sign: str = "^"


def shown(quote: str, marks: Iterable[Mark], width: int) -> Iterator[Text]:
    """A quote and its marks → lines no wider than `width`, each followed by its carets if it has any."""
    text, signs = _signs(quote, list(marks))
    for start, end in _lines(text, width):
        line = Text(text[start:end])
        for at, sign in enumerate(signs[start:end]):
            if sign != " ":
                line.stylize(STYLES[sign], at, at + 1)
        yield line
        under = "".join(sign * cell_len(char) for char, sign in zip(text[start:end], signs[start:end], strict=True)).rstrip()
        if under:
            yield Text(under, style="carets")


def _signs(quote: str, marks: list[Mark]) -> tuple[str, str]:
    """The quote as it may be printed, and beside it one sign for each of its characters."""
    marks = sorted((mark for mark in marks if 0 <= mark.start < mark.end <= len(quote)), key=lambda mark: (mark.start, mark.sign != "^"))
    first, last = _window(quote, marks)
    text, signs, at = ["…"] if first else [], [" "] if first else [], first

    def put(piece: str, sign: str) -> None:
        piece = clean_part(piece)
        if text and text[-1].endswith(" "):
            piece = piece.removeprefix(" ")
        if not text:
            piece = piece.lstrip(" ")
        text.append(piece)
        signs.append(sign * len(piece))

    for mark in marks:
        start = max(mark.start, at)
        if start >= mark.end:
            continue
        put(quote[at:start], " ")
        put(quote[start:mark.end], mark.sign)
        at = mark.end
    put(quote[at:last].rstrip(), " ")
    if last < len(quote):
        text.append("…")
        signs.append(" ")
    return "".join(text), "".join(signs)


def _window(quote: str, marks: list[Mark]) -> tuple[int, int]:
    """Which part of a long quote is shown: some words before the first mark and after the last."""
    if len(quote) <= LONGEST:
        return 0, len(quote)
    first = max(0, marks[0].start - BESIDE) if marks else 0
    last = min(len(quote), max(marks[-1].end + BESIDE, first + LONGEST // 2) if marks else LONGEST)
    space = quote.find(" ", first, first + 30)
    return (space + 1 if first and space >= 0 else first), last


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of the lines: broken at spaces, and inside a word that is wider than a line."""
    start, space, cells, at = 0, -1, 0, 0
    while at < len(text):
        size = cell_len(text[at])
        if cells + size > width and at > start:
            if text[at] == " ":
                end, following = at, at + 1
            elif space > start:
                end, following = space, space + 1
            else:
                end = following = at
            yield start, end
            start, space, cells, at = following, -1, 0, following
            continue
        if text[at] == " ":
            space = at
        cells += size
        at += 1
    if start < len(text):
        yield start, len(text)
