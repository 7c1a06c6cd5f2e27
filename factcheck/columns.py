"""Offsets in, lines and columns out, counted as other programs count them. The one place where columns are made.

A line ends with its line feed: "\\r\\n" is one end, and its "\\r" belongs to the line. Lines and columns begin at 1, and front matter
counts as the file has it. A column is told in code points (SARIF as we write it, GitHub, GitLab), in UTF-16 units (editors that speak LSP)
or in UTF-8 bytes (rdjson); they differ behind the first character beyond ASCII.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from factcheck.frozen import frozen

Unit = Literal["points", "utf16", "utf8"]


@frozen
class Position:
    """A place between two characters: 1-based line and column."""

    line: int
    column: int


@frozen
class Lines:
    """A text and where its lines begin."""

    text: str
    starts: tuple[int, ...]

    def at(self, offset: int, unit: Unit = "points") -> Position:
        """An offset in code points, up to the end of the text → its line and its column in a unit."""
        line = bisect_right(self.starts, offset)
        start = self.starts[line - 1]
        return Position(line, offset - start + 1 if unit == "points" else 1 + width(self.text[start:offset], unit))

    def spans(self, begin: int = 0) -> Iterator[tuple[int, int]]:
        """Where each line from an offset on begins and ends, without its line feed."""
        for start, following in pairwise([*self.starts[bisect_right(self.starts, begin) - 1:], len(self.text) + 1]):
            yield max(start, begin), following - 1


def lines(text: str) -> Lines:
    """A text → its lines."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return Lines(text, tuple(starts))


def width(text: str, unit: Unit) -> int:
    """How many units a text takes; half a character, which no file holds, counts as a whole one."""
    if unit == "points" or text.isascii():
        return len(text)
    if unit == "utf16":
        return len(text) + sum(char > "\uffff" for char in text)
    return len(text.encode("utf-8", "surrogatepass"))
