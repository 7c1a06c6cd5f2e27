"""A trail → lines a person can follow: each step with what it read and what it wrote, intervals in the one-line notation."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factcheck.model import Bounds, Number, Step
from factcheck.report.ink import Line, line
from factcheck.report.terminal import hanging
from factcheck.report.words import clean, span

NUMBER = re.compile(r"-?\d+(?:\.\d+|/\d+)?")
ENDS = {"low", "high", "low_open", "high_open"}


def shown(trail: Iterable[Step], width: int) -> Iterator[Line]:
    """The steps in order, numbered."""
    for number, step in enumerate(trail, 1):
        label = f"{number:>2} {step.step:<14}"
        yield from hanging(label, line(side(step.input), (" → ", "faint"), (side(step.output), "mark")), width)


def side(content: Any) -> str:
    """One side of a step: its keys and values, without what is absent."""
    if not isinstance(content, Mapping):
        return value(content)
    return ", ".join(f"{key.replace('_', ' ')} {value(item)}" for key, item in content.items() if item not in (None, False, [], {}))


def value(content: Any) -> str:
    """A plain JSON value → a short phrase."""
    if isinstance(content, str):
        return clean(content)
    if isinstance(content, Mapping) and {"low", "high"} <= set(content) <= ENDS:
        if not all(end is None or NUMBER.fullmatch(str(end)) for end in (content["low"], content["high"])):
            return f"{content['low'] or '?'} … {content['high'] or '?'}"                   # days and times of a calendar
        ends = Bounds(_number(content["low"]), _number(content["high"]), bool(content.get("low_open")), bool(content.get("high_open")))
        return span(ends)
    if isinstance(content, Mapping):
        return f"({side(content)})"
    if isinstance(content, list):
        return ", ".join(map(value, content))
    return json.dumps(content)


def _number(end: str | int | None) -> Number | None:
    if end is None:
        return None
    text = str(end)
    return Fraction(text) if "/" in text else Decimal(text)
