"""Two claims in, the lines out that say why they were or were not compared, and the way from the words to the outcome."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck.checks.judge import judged
from factcheck.checks.messages import words
from factcheck.groups import ALIGNMENT
from factcheck.groups.align import compare
from factcheck.groups.features import features
from factcheck.groups.select import select
from factcheck.model import Claim, Rule, Step

EVIDENCE = ("both", "most words", "the same words")
LEVELS = {"same": "they speak of one thing", "likely": "they may speak of one thing: enough to agree, not to conflict",
          "part": "the first counts a part of what the second counts", "whole": "the second counts a part of what the first counts"}


def _steps(trail: Iterable[Step]) -> Iterator[str]:
    for number, step in enumerate(trail, 1):
        yield f"  {number}. {step.step}: {_plain(step.input)}"
        yield f"     → {_plain(step.output)}"


def _plain(value: Any) -> str:
    """A JSON value on one line, without quotes and absent values: low 36, high 40, high_open."""
    if isinstance(value, dict):
        if set(value) == {"low", "high", "low_open", "high_open"}:
            return f"{'(' if value['low_open'] else '['}{value['low'] or '…'}, {value['high'] or '…'}{')' if value['high_open'] else ']'}"
        return ", ".join(f"{key} {_plain(item)}" for key, item in value.items() if item not in (None, [], {}))
    if isinstance(value, (list, tuple)):
        return " ".join(map(_plain, value))
    return str(value)


def why_not(left: Claim, right: Claim, rules: Sequence[Rule] = ()) -> list[str]:
    """Two claims → why they were compared or not, and what came of it."""
    lines = [f"  A  {_where(left)}  “{words(left)}”", f"     {' '.join(left.quote.split())}",
             f"  B  {_where(right)}  “{words(right)}”", f"     {' '.join(right.quote.split())}", ""]
    if left.story != right.story:
        return [*lines, f"not compared: they belong to two stories, {left.story!r} and {right.story!r}"]
    chosen = [rule for rule in rules if rule.kind == "agreement" and len(select(rule, [left, right])) == 2]
    lines += [f"the rule {rule.id} is about both" for rule in chosen] or ["no rule is about both"]
    match = compare(left, right, features(left), features(right))
    lines += [f"  - {reason}" for reason in match.because]
    if match.level == "apart" and all(rule.options.get("match") == "words" for rule in chosen):
        return [*lines, "not compared: " + (match.because[0] if match.because else "nothing says that they speak of one thing")]
    if match.level in LEVELS:
        lines.append(LEVELS[match.level])
    trail = judged(left, right, match.level if match.level in LEVELS else "same", chosen[0] if chosen else ALIGNMENT, [left], [right])
    outcome = trail.state["outcome"]
    if match.level == "likely" and outcome in ("conflict", "superseded"):
        doubt = match.because[-1] if match.because and not match.because[-1].startswith(EVIDENCE) else None
        why = f": {doubt}" if doubt else ""
        return [*lines, *_steps(trail.steps), f"silent: they differ, but it is not sure enough that they speak of one thing{why}"]
    return [*lines, *_steps(trail.steps), f"{outcome}" + (": nothing is said" if outcome == "incomparable" else "")]


def _where(claim: Claim) -> str:
    return f"{claim.mention.document}:{claim.line}:{claim.column}"
