"""Offsets in, lines and columns out, counted as other programs count them. The one place where columns are made.

A line ends with its line feed: "\\r\\n" is one end, and its "\\r" belongs to the line. Lines and columns begin at 1, and front matter
counts as the file has it. A column is told in code points (SARIF as we write it, GitHub, GitLab), in UTF-16 units (editors that speak LSP)
or in UTF-8 bytes (rdjson); they differ behind the first character beyond ASCII.
"""
from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from factcheck.frozen import frozen
from factcheck.model import Claim

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
        return Position(line, 1 + width(self.text[self.starts[line - 1]:offset], unit))


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


@frozen
class Region:
    """Where a claim stands: its first place and the one behind its last character, each None where it cannot be known."""

    start: Position
    end: Position | None


def region(claim: Claim, known: Lines | None, unit: Unit = "points") -> Region | None:
    """A claim and the lines of its document → its region.

    A store keeps sentences, not texts: without its document a claim's region is told from its sentence, and in units other than code points
    only when the sentence begins the line.
    """
    m = claim.mention
    if known is not None and m.end <= len(known.text):
        return Region(known.at(m.start, unit), known.at(m.end, unit))
    before = claim.quote[:m.start - claim.quote_start]
    same_line = before.rpartition("\n")[2]
    if unit != "points" and "\n" not in before and claim.column != len(before) + 1:
        return None
    column = claim.column if unit == "points" else 1 + width(same_line, unit)
    words = claim.quote[m.start - claim.quote_start:m.end - claim.quote_start]
    *above, last = words.split("\n")
    end = Position(claim.line + len(above), 1 + width(last, unit)) if above else Position(claim.line, column + width(last, unit))
    return Region(Position(claim.line, column), end)

