"""Rules as plain JSON values and back: what `compile.py` writes and every run reads, without YAML or pydantic."""
from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import Any

from factcheck.model import Rule, Selector

NUMBERS = ("tolerance", "tolerance_relative")


def to_record(rule: Rule) -> dict[str, Any]:
    """A rule → JSON values; what stands at its default is left out."""
    blank = Rule(id=rule.id, kind=rule.kind)
    changed = {field.name: getattr(rule, field.name) for field in fields(Rule)
               if field.name in ("id", "kind") or getattr(rule, field.name) != getattr(blank, field.name)}
    return {name: _plain(value) for name, value in changed.items()}


def from_record(record: dict[str, Any]) -> Rule:
    """JSON values of `to_record` → the rule."""
    values = dict(record)
    for name in ("about", "exclude"):
        if name in values:
            values[name] = _selector(values[name])
    for name in NUMBERS:
        if name in values:
            values[name] = Decimal(values[name])
    return Rule(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, Selector):
        items = {field.name: getattr(value, field.name) for field in fields(Selector)}
        return {name: list(item) if name == "patterns" else sorted(item) for name, item in items.items() if item}
    return str(value) if isinstance(value, Decimal) else value


def _selector(record: dict[str, list[str]]) -> Selector:
    values: dict[str, Any] = {name: tuple(items) if name == "patterns" else frozenset(items) for name, items in record.items()}
    return Selector(**values)
