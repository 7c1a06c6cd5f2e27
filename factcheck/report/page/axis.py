"""The least and the greatest of some numbers in, an axis out: where each number stands on it in percent of its width, and its ticks.

Linear, or logarithmic where the greatest is many times the least; only here do exact numbers become floats.
"""
from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

MANY_TIMES = 25
"""From so many times the least, differences between small numbers can be seen on a log scale only."""
MARGIN = 0.07
OPEN = 0.22
"""How much of its length is added where something has no end on that side."""
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis; `edge` is start or end where its label would leave the drawing; a minor one is left out on a phone."""

    at: float
    label: str
    edge: str = "middle"
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from `low` to `high`, both as they are or as their logarithms."""

    low: float
    high: float
    log: bool = False

    def at(self, number: float) -> float:
        """A number → its place in percent, rounded and inside the drawing."""
        value = math.log10(number) if self.log and number > 0 else number
        return round(min(100.0, max(0.0, 100 * (value - self.low) / (self.high - self.low))), 2)


def axis(numbers: Iterable[float], open_low: bool = False, open_high: bool = False, *, log: bool | None = None) -> Axis:
    """Numbers → the axis that shows them all, with room where something has no end."""
    values = sorted(numbers)
    least, most = values[0], values[-1]
    use_log = least > 0 and most / least >= MANY_TIMES if log is None else log
    low, high = (math.log10(least), math.log10(most)) if use_log else (least, most)
    length = high - low or abs(high) * 0.2 or 1.0
    return Axis(low - length * (OPEN if open_low else MARGIN), high + length * (OPEN if open_high else MARGIN), use_log)


def ticks(of: Axis) -> list[Tick]:
    """An axis of numbers → some four ticks at round numbers."""
    if of.log:
        decades = range(math.floor(of.low), math.ceil(of.high) + 1)
        numbers = [factor * 10.0 ** exponent for exponent in decades for factor in ((1, 2, 5) if len(decades) <= 3 else (1,))]
        inside = [number for number in numbers if of.low <= math.log10(number) <= of.high]
        every = 1 + len(inside) // 7
        return placed([(of.at(number), spelled(number)) for number in inside[::every]])
    step = _step((of.high - of.low) / 4)
    first = math.ceil(of.low / step)
    count = int((of.high - first * step) / step) + 1
    return placed([(of.at(number), spelled(number)) for number in (round((first + at) * step, 10) for at in range(count))])


def placed(found: Sequence[tuple[float, str]]) -> list[Tick]:
    """Places and labels → ticks, each second one minor, those at the edges turned inwards."""
    return [Tick(at, label, "start" if at < 6 else "end" if at > 94 else "middle", number % 2 == 1 and len(found) > 3)
            for number, (at, label) in enumerate(found)]


def _step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    return next(factor * size for factor in STEPS if factor * size >= rough * 0.999)


def spelled(number: float) -> str:
    """40000000.0 → "40 million", 0.25 → "0.25", 1200.0 → "1,200"."""
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(number) >= size:
            return f"{_short(number / size)}{word}"
    return _short(number)


def _short(number: float) -> str:
    text = f"{Decimal(f'{number:.10g}'):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
