"""A claim in, its side of a comparison out as plain JSON, and the steps from both sides to an outcome.

This is where a claim becomes an amount or a date; everything after works on what stands in the trail.
"""
from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from factcheck.checks.algebra import as_json, show
from factcheck.checks.trail import Trail
from factcheck.claims.said import said
from factcheck.data import listed, load
from factcheck.groups.features import One, features_of
from factcheck.groups.weigh import told_turn
from factcheck.model import Bounds, Claim, Mention, Rule, Step

Json = dict[str, Any]
CALENDAR = ("date", "time")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the JSON that its first step takes, and the same as text, by which its steps are found again."""

    given: Json
    text: str

    def but(self, **more: Any) -> Side:
        """The same with more in it."""
        given = {**self.given, **more}
        return Side(given, json.dumps(given))


def side(claim: Claim, widths: Mapping[str, Any] | None = None) -> Side:
    """A claim (and a rule's widths of hedges) → its side of a comparison."""
    return _side(One(claim)) if not widths else _sided(claim, widths)


@lru_cache(maxsize=10_000)
def _side(one: One) -> Side:
    return _sided(one.claim, None)


def _sided(claim: Claim, widths: Mapping[str, Any] | None) -> Side:
    given = _written(claim, widths)
    return Side(given, json.dumps(given))


def _written(claim: Claim, widths: Mapping[str, Any] | None) -> Json:
    mention = claim.mention
    if mention.kind in CALENDAR:
        interval, timex = said(mention, claim.published)
        relation = None if mention.date_relation in ("from", "to") and is_life(claim) else mention.date_relation
        turn = told_turn(features_of((claim,))[0]) if mention.kind == "date" and mention.date_relation is None else None
        return {"words": mention.text, "kind": mention.kind, "timex": timex, "mod": mention.timex_mod,
                "relation": relation, "modifier": mention.modifier,
                "interval": interval and {"start": interval.start, "end": interval.end, "granularity": interval.granularity}} | (
                    {"turn": turn} if turn else {})
    number = mention.number
    if mention.move is not None:
        ends = {"low": show(mention.move.end), "high": show(mention.move.end)}
    else:
        ends = {"low": show(number.low), "high": show(number.high)} if number else {"low": None, "high": None}
    modifier = "at_least" if is_floor(claim) and mention.modifier == "exact" else mention.modifier
    given: Json = {"words": mention.text, "kind": mention.kind, "number": ends if ends["low"] or ends["high"] else None,
                   "precision": show(mention.precision), "modifier": modifier}
    if given["number"] is None:
        given["given"] = as_json(_vague(mention, widths or {}))
        given["modifier"] = "vague" if mention.modifier in ("exact", "vague") else mention.modifier
    if widths and mention.modifier in widths:
        given["widths"] = dict(widths)
    if mention.kind != "count" and mention.unit:
        given["unit"] = mention.unit
        given["change"] = is_change(claim)
    given["way"] = way(claim)
    return given


def _vague(mention: Mention, widths: Mapping[str, Any]) -> Bounds:
    """What a vague word allows: by the reader's table, or by the rule ("several" officers are up to 30 here)."""
    own = widths.get(mention.text.lower())
    if own is None or "low" not in own:
        return mention.bounds or Bounds(None, None)
    low, high = (None if own[end] == "none" else Decimal(own[end]) for end in ("low", "high"))
    return Bounds(low, high)


def is_floor(claim: Claim) -> bool:
    """Whether it counts only what is verified, so that more may exist: "43 confirmed deaths", "has verified 43 deaths"."""
    if claim.mention.kind != "count":
        return False
    begin, end = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start
    beside = {*claim.quote[:begin].lower().split()[-2:], *claim.quote[end:].lower().split()[:1]}
    return not beside.isdisjoint(listed("qualifiers", "floors"))


def is_life(claim: Claim) -> bool:
    """Whether a date is one end of a life in brackets, "(1871–1940)": a birth or a death, no period."""
    return features_of((claim,))[0].verb in ("bear", "die")


def is_change(claim: Claim) -> bool:
    """Whether it is a difference, not a reading: "warmed by 2 degrees"."""
    before = claim.quote[:claim.mention.start - claim.quote_start].rstrip().lower()
    return claim.mention.trend is not None or before.endswith(" by")


def way(claim: Claim) -> str | None:
    """Up or down, where the words give the number a sign: a loss is a negative profit, a fall a negative rise."""
    if claim.mention.kind == "count":
        return None
    if claim.mention.trend in ("up", "down") and claim.mention.move is None:
        return claim.mention.trend
    said = {claim.key.property, claim.key.entity}
    return next((name for name, words in load("lang.en.qualifiers")["signs"].items() if not said.isdisjoint(words)), None)


def meet(left: Side, right: Side, rule: Rule | None = None) -> Trail:
    """Two sides → the trail up to their relation."""
    trail, one, other = Trail(), left.given, right.given
    if one["kind"] in CALENDAR:
        trail.take("dates", {"left": one, "right": other})
        trail.take("date relation", reads=("scale", "left", "right"))
        return trail
    points = {one.get("unit"), other.get("unit")} == {"percent", "percentage point"}
    convert = one.get("unit") != other.get("unit") and not points
    trail.resume(_amount("left", left.text, convert))
    trail.resume(_amount("right", right.text, convert))
    if {one["way"], other["way"]} == {"up", "down"}:
        trail.take(
            "sign", {"side": "left" if one["way"] == "down" else "right"}, ("left_bounds", "left_span", "right_bounds", "right_span")
        )
    if rule is not None and (rule.tolerance is not None or rule.tolerance_relative is not None):
        trail.take("tolerance", {"absolute": show(rule.tolerance), "relative": show(rule.tolerance_relative)}, ("left_span",))
    compare = "points" if points else "score" if one["kind"] == "score" else "copy" if one.get("copy") else "relation"
    trail.take(compare, reads=("left_bounds", "right_bounds", "left_span", "right_span"))
    return trail


@lru_cache(maxsize=10_000)          # a claim meets many others, and its own side of the way is always the same
def _amount(name: str, said: str, convert: bool) -> tuple[Step, ...]:
    """"left" or "right", the JSON of that side, whether base units are needed → the steps of that side alone."""
    trail, given = Trail(), json.loads(said)
    unit, change = given.get("unit"), given.get("change", False)
    words = {key: value for key, value in given.items() if key not in ("unit", "change", "kind", "way", "copy")}
    trail.take("bounds", {"side": name, **words})
    rounded = {"side": name, "kind": given["kind"], "precision": given["precision"], "modifier": given["modifier"]}
    trail.take("rounding", rounded, (f"{name}_bounds",))
    if convert and not unit and given["kind"] == "ratio" and given["way"] == "up":
        trail.take("growth", {"side": name}, (f"{name}_bounds", f"{name}_span"))
    if convert and unit:
        trail.take("convert", {"side": name, "unit": unit, "change": change}, (f"{name}_bounds", f"{name}_span"))
    return tuple(trail.steps)
