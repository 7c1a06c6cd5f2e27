"""What recognisers fill in, in token indices, before it becomes a mention."""
from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.units import UnitMatch
from factcheck.model import ModifierSpan, Move, Number


@dataclass(slots=True)
class Draft:
    """A quantity in the making: tokens `first` to `end` (exclusive) are its span, `start` and `stop` the number alone."""

    kind: str
    first: int
    end: int
    start: int
    stop: int
    low: Number | None
    high: Number | None
    precision: object = None
    by: str = ""
    vague: str | None = None
    spelled: bool = False
    unit: UnitMatch | None = None
    unit_name: str | None = None
    modifiers: list[ModifierSpan] = field(default_factory=list)
    modifier: str = "exact"
    trend: str | None = None
    move: Move | None = None
    entity: tuple[int, int] | None = None
    head: str | None = None
    property: str | None = None
    role: str | None = None
    whole: Number | None = None
    negated: bool = False
    sentence: int = 0
    previous: Draft | None = None
    """The quantity before this one in the same sentence."""
