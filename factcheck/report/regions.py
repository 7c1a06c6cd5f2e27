"""A claim in, its region in the file out, with the text of its document or, of a claim that a store holds, without."""
from __future__ import annotations

from factcheck.columns import Lines, Position, Unit, width
from factcheck.frozen import frozen
from factcheck.model import Claim


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

