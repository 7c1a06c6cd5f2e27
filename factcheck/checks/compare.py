"""The algebra without documents: `read` a phrase, `compare` two.

    read("nearly 40 ha").bounds                  # 36 to below 40
    compare("nearly 3,000", "2,961").outcome     # compatible
"""
from __future__ import annotations

from dataclasses import dataclass

from factcheck.checks.sides import meet, side
from factcheck.model import Claim, Key, Mention, Outcome, Step


@dataclass(frozen=True, slots=True)
class Comparison:
    """One relation, the outcome that follows, the same in words, and the steps that lead there."""

    relation: str
    outcome: Outcome
    message: str
    trail: tuple[Step, ...] = ()


def read(text: str) -> Mention:
    """A phrase → the first number or date in it; raises ValueError when it holds none."""
    from factcheck.extract import extract
    found = [mention for mention in extract(text) if mention.kind != "identifier"]
    if not found:
        raise ValueError(f"no number or date in {text!r}")
    return found[0]


def compare(left: str | Mention, right: str | Mention) -> Comparison:
    """Two phrases or mentions, taken to speak of one thing → how they stand to each other."""
    from factcheck import measures
    one, other = (read(item) if isinstance(item, str) else item for item in (left, right))
    shares = _sort(one) == "share"
    if _sort(one) != _sort(other) or (one.unit != other.unit and not shares and not measures.comparable(one.unit, other.unit)):
        return Comparison("incomparable", "incomparable", f"“{one.text}” and “{other.text}” cannot be laid on one line.")
    trail = meet(side(_alone(one)), side(_alone(other)))
    trail.take("outcome", reads=("relation",))
    return Comparison(
        trail.state["relation"],
        trail.state["outcome"],
        _message(one, other, trail.state["outcome"], bool(trail.state["far"])),
        tuple(trail.steps),
    )


def _message(one: Mention, other: Mention, outcome: str, far: bool) -> str:
    from factcheck.checks.messages import between
    return between(_alone(one), _alone(other), {"outcome": outcome, "far": far})


def _alone(mention: Mention) -> Claim:
    return Claim(mention, 1, mention.start + 1, mention.text, mention.start, None, None, None, "", Key())


def _sort(mention: Mention) -> str:
    """Kinds that can be laid on one line."""
    return {"ratio": "share", "percent": "share", "measure": "amount", "count": "amount"}.get(mention.kind, mention.kind)
