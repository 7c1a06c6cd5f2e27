"""Knowledge as data: YAML that people edit, compiled to JSON that every run loads in a millisecond.

`python -m factcheck.data.compile` writes `compiled/NAME.json` beside each `NAME.yaml` (folders become dots: `lang/en/numerals.yaml` is
`lang.en.numerals`); a test checks that both are equal.
"""
from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).parent
Made = TypeVar("Made")


@cache
def load(name: str) -> Any:
    """The name of a table ("lang.en.numerals", "units") → its content; every scalar is a string, as in the YAML."""
    return json.loads((HERE / "compiled" / f"{name}.json").read_text(encoding="utf-8"))


def optional(name: str) -> dict[str, Any]:
    """The name of a table that a language may lack → its content, {} where there is none."""
    try:
        found: dict[str, Any] = load(name)
    except FileNotFoundError:
        return {}
    return found


@cache
def listed(table: str, row: str, lang: str = "en") -> frozenset[str]:
    """A table of a language ("qualifiers") and a row of it → its words."""
    return frozenset(load(f"lang.{lang}.{table}")[row])


def filled(kind: type[Made], table: Mapping[str, Any], derived: Mapping[str, Any]) -> Made:
    """A class, a table and some of the class's fields → an object whose other fields are the words of the rows of their names."""
    return kind(**{name: frozenset(table[name]) for name in kind.__annotations__ if name not in derived}, **derived)


def bundled(name: str) -> Path:
    """"rules" or "seeds" → the folder that holds them: inside the installed package, or beside it in a checkout."""
    installed = HERE.parent / "bundled" / name
    return installed if installed.is_dir() else HERE.parent.parent / name
