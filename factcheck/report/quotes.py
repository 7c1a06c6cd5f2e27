"""A quote with places in it → the lines that a terminal shows, and under each the marks: `^` the number, `~` what it counts."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from factcheck.frozen import frozen
from factcheck.report.ink import Line, breaks
from factcheck.report.words import clean_part

LONGEST = 400                 # characters of a quote; longer sentences are cut around their marks
BESIDE = 150
STYLES = {"^": "mark", "~": "thing"}
RUNS = re.compile(r"\^+|~+")


@frozen
class Mark:
    """A place in a quote, half-open, and the character that goes under it."""

    start: int
    end: int
    sign: str = "^"


def shown(quote: str, marks: Iterable[Mark], width: int) -> Iterator[Line]:
    """A quote and its marks → lines no wider than `width`, each followed by its carets if it has any; a long quote is cut around them."""
    inside = _inside(quote, marks)
    first, last = window(quote, inside)
    return _lines(quote, inside, (first, last), width)


def whole(text: str, marks: Iterable[Mark], width: int) -> Iterator[Line]:
    """The same of a text that is not cut."""
    return _lines(text, _inside(text, marks), (0, len(text)), width)


def _inside(quote: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks that lie in a quote, in their order; a number before the thing that begins where it does."""
    return sorted((mark for mark in marks if 0 <= mark.start < mark.end <= len(quote)), key=lambda mark: (mark.start, mark.sign != "^"))


def _lines(quote: str, marks: list[Mark], part: tuple[int, int], width: int) -> Iterator[Line]:
    text, signs = _signs(quote, marks, part)
    styled = Line(text, tuple((found.start(), found.end(), STYLES[found[0][0]]) for found in RUNS.finditer(signs)))
    for start, end in breaks(text, width):
        yield styled.part(start, end)
        under = "".join(sign * cell_len(char) for char, sign in zip(text[start:end], signs[start:end], strict=True)).rstrip()
        if under:
            yield Line(under, ((0, len(under), "carets"),))


def _signs(quote: str, marks: list[Mark], part: tuple[int, int]) -> tuple[str, str]:
    """A part of the quote as it may be printed, and beside it one sign for each of its characters."""
    first, last = part
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


def window(quote: str, marks: list[Mark]) -> tuple[int, int]:
    """Which part of a long quote is shown: some words before the first mark and after the last."""
    if len(quote) <= LONGEST:
        return 0, len(quote)
    first = max(0, marks[0].start - BESIDE) if marks else 0
    last = min(len(quote), max(marks[-1].end + BESIDE, first + LONGEST // 2) if marks else LONGEST)
    space = quote.find(" ", first, first + 30)
    return (space + 1 if first and space >= 0 else first), last
