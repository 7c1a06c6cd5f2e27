"""Steps in, an outcome out: the way from the words to a verdict, recorded so that anybody can walk it again.

A step is a named pure function with plain JSON values on both sides. A step reads what earlier ones wrote under the same name
("left_bounds"), so that `replay` carries an altered input through to the end.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from factcheck.checks import algebra, arithmetic, calendar, relations, voices
from factcheck.model import Step

Json = dict[str, Any]


def bounds(given: Json) -> Json:
    """An amount as written → what its words allow."""
    return {f"{given['side']}_bounds": algebra.bounds(given)}


def rounding(given: Json) -> Json:
    """Bounds → the bounds with what rounding hides."""
    side = given["side"]
    return {f"{side}_span": algebra.rounding({**given, "bounds": given[f"{side}_bounds"]})}


def convert(given: Json) -> Json:
    """Bounds and span in the unit as written → both in base units."""
    side, unit, change = given["side"], given["unit"], bool(given.get("change"))
    return {f"{side}_{name}": _converted(given[f"{side}_{name}"], unit, change) for name in ("bounds", "span")}


def _converted(ends: Json, unit: str, change: bool) -> Json:
    from factcheck import measures
    low, high = (None if end is None else measures.to_base(end, unit, difference=change)
                 for end in (algebra.parse(ends["low"]), algebra.parse(ends["high"])))
    return algebra.interval(low, high, ends["low_open"], ends["high_open"])


def growth(given: Json) -> Json:
    """Bounds and span of what something was multiplied by → of what was added, as a share: "doubled" is up 100 percent, more or less."""
    side = given["side"]
    return {f"{side}_bounds": algebra.less_one(given[f"{side}_bounds"]), f"{side}_span": algebra.less_one(given[f"{side}_span"], soft=True)}


def sign(given: Json) -> Json:
    """The bounds and span of the side that is a loss or a fall → the same below zero."""
    side = given["side"]
    return {f"{side}_{name}": algebra.negative(given[f"{side}_{name}"]) for name in ("bounds", "span")}


def tolerance(given: Json) -> Json:
    """A span and the rule's tolerance → the span widened by it."""
    return {"left_span": algebra.tolerance({**given, "bounds": given["left_span"]})}


def relation(given: Json) -> Json:
    """Two spans, and the amounts as said → their one relation."""
    return algebra.relation({"left": given["left_span"], "right": given["right_span"],
                             "left_said": given.get("left_bounds"), "right_said": given.get("right_bounds")})


def copy(given: Json) -> Json:
    """Two amounts of one sentence printed twice → equal or not: a ceiling or a range that differs was altered in one of the prints."""
    return algebra.relation_of_copies({"left": given["left_bounds"], "right": given["right_bounds"]})


def points(given: Json) -> Json:
    """A change in percent beside one in percentage points: of nothing below a hundred percent are both true."""
    return {"relation": "disjoint", "far": False}


def dates(given: Json) -> Json:
    """Two dates or times → their spans on a scale that both know."""
    return calendar.meet(given)


STEPS: dict[str, Callable[[Json], Json]] = {
    "bounds": bounds,                       # "nearly 40"  → 36 to below 40
    "rounding": rounding,                   # 61 percent   → 60.5 to below 61.5
    "convert": convert,                     # 96 acres     → 388,498 square metres
    "growth": growth,                       # doubled      → up 100 percent
    "sign": sign,                           # a loss of 12 → -12
    "tolerance": tolerance,                 # the rule's   → widened
    "copy": copy,                           # one sentence printed twice, with "up to 3" and "up to 13"
    "points": points,                       # up 5 percent, up 5 points: not both
    "score": copy,                          # 3-2 is no range: another score is another
    "relation": relation,                   # two spans    → overlaps
    "dates": dates,                         # since 2013   → 2013-01-01 to 2013-12-31
    "date relation": calendar.relation,
    "part": algebra.part,                   # 45 civilians, 120 people → part in whole
    "outcome": relations.outcome,           # the table
    "part outcome": relations.part_outcome,
    "denied outcome": relations.denied_outcome,
    "movement": voices.movement,            # published later, and a toll may go up → superseded
    "hardened": voices.hardened,            # “up to 40” yesterday, “40” today → a note
    "voices": voices.voices,                # two named speakers → disputed
    **arithmetic.STEPS,                     # what self-checks reckon: sums, shares, changes, weekdays …
}


class Trail:
    """Steps as they are taken: `take` runs one, records it and remembers what it wrote."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.state: Json = {}

    def take(self, step: str, given: Mapping[str, Any] = {}, reads: Iterable[str] = ()) -> Json:  # noqa: B006
        """Run a step on what is given and on what earlier steps wrote under the names in `reads`."""
        full = {**given, **{name: self.state[name] for name in reads if name in self.state}}
        written = STEPS[step](full)
        self.steps.append(Step(step, full, written))
        self.state.update(written)
        return written

    def resume(self, steps: Iterable[Step]) -> None:
        """Take over steps that were taken before, with what they wrote."""
        for step in steps:
            self.steps.append(step)
            self.state.update(step.output)


def replay(trail: Iterable[Step | Mapping[str, Any]]) -> str:
    """The trail of a verdict, as steps or as their JSON → the outcome, every step run again without the documents.

    What a step recorded as read from an earlier one is read again, so an altered input changes all that follows from it.
    """
    recorded: Json = {}
    state: Json = {}
    for step in trail:
        name, given, output = _fields(step)
        if name not in STEPS:
            raise ValueError(f"no step {name!r}; there are {', '.join(STEPS)}")
        current = {key: state[key] if key in state and recorded.get(key) == value else value for key, value in given.items()}
        state.update(STEPS[name](current))
        recorded.update(output)
    if "outcome" not in state:
        raise ValueError("the trail has no step that gives an outcome")
    return str(state["outcome"])


def _fields(step: Step | Mapping[str, Any]) -> tuple[str, Json, Json]:
    if isinstance(step, Step):
        return step.step, step.input, step.output
    return step["step"], step["input"], step["output"]
