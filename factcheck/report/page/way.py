"""A verdict in, the way to it out: which rule spoke and what it says in words, and each step from the words to the outcome."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.model import Rule, Step, Verdict
from factcheck.report import steps
from factcheck.report.page.sources import address
from factcheck.report.words import clean

IN_WORDS = {
    "bounds": "what the words allow", "rounding": "what the last digit hides", "convert": "into one unit", "sign": "a loss lies below zero",
    "growth": "what a factor adds",
    "tolerance": "the rule's tolerance", "copy": "one sentence, printed twice", "score": "one score, or two",
    "points": "percent beside points",
    "relation": "how the two amounts stand to each other",
    "dates": "both dates on one scale", "date relation": "how the two dates stand to each other", "part": "whether the part fits its whole",
    "outcome": "what follows", "part outcome": "what follows", "denied outcome": "what follows where one side denies",
    "movement": "what time may have changed", "voices": "who speaks",
}
SCOPES = {"document": "within one article", "story": "within one story", "all": "across all articles"}


@dataclass(frozen=True, slots=True)
class Walked:
    """One step: its name, what it is for, what it read that no step before had written, and what it wrote."""

    name: str
    what: str
    read: str
    wrote: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule as a card tells it."""

    id: str
    why: str = ""
    tolerance: str = ""
    scope: str = ""
    link: str | None = None


def walked(trail: Iterable[Step]) -> list[Walked]:
    """A trail → its steps; what a step only took over from an earlier one is not said again."""
    written: dict[str, Any] = {}
    found = []
    for step in trail:
        fresh = {key: item for key, item in step.input.items() if key not in written or written[key] != item}
        found.append(Walked(step.step, IN_WORDS.get(step.step, ""), steps.side(fresh), steps.side(step.output)))
        written |= step.output
    return found


def rule_of(verdict: Verdict, rules: Mapping[str, Rule]) -> RuleView:
    """A verdict and the rules of the run → its rule in words; of one that is not at hand only the id is known."""
    rule = rules.get(verdict.rule)
    if rule is None:
        return RuleView(verdict.rule)
    parts = [str(rule.tolerance)] if rule.tolerance is not None else []
    parts += [f"{rule.tolerance_relative} of the value"] if rule.tolerance_relative is not None else []
    return RuleView(rule.id, clean(rule.why), " or ".join(parts), SCOPES[rule.scope], address(rule.link))
