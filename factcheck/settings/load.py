"""A configuration file in, its settings out, with those it extends; every fault with path, line, column, key and what was expected."""
from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from factcheck.frozen import frozen
from factcheck.rulebook.errors import FileError, Problem
from factcheck.rulebook.explain_errors import message
from factcheck.rulebook.textfile import text
from factcheck.settings.model import PATHS, Settings
from factcheck.settings.places import place

AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
DEEPEST = 20


@frozen
class Value:
    """A setting, and the file and line that it comes from."""

    value: Any
    path: str
    line: int


Values = Mapping[str, Value]


def load(path: str, extended_by: tuple[str, ...] = ()) -> Values:
    """A configuration file → its settings by their names in Settings, over those of the file it extends; raises FileError."""
    real = os.path.realpath(path)
    if real in extended_by or len(extended_by) > DEEPEST:
        raise FileError([Problem(path, None, None, "extend", "extends itself; expected files that do not go round in a circle")])
    content = text(Path(path), path, "a configuration")
    table, keys = _table(content, path)
    try:
        made = Settings.model_validate(table)
    except ValidationError as error:
        raise FileError(_problems(error, content, keys, path)) from None
    folder = os.path.dirname(path)
    own = {name: _value(name, content, keys, path, folder, value) for name, value in made if value is not None}
    if "extend" not in own:
        return own
    below = os.path.join(folder, own["extend"].value)
    try:
        return _over(load(below, (*extended_by, real)), own)
    except FileError as error:
        if error.problems[0].path == below and not os.path.exists(below):
            line, column = place(content, (*keys, "extend"))
            raise FileError([Problem(path, line, column, "extend", f"no such file: {below}; expected another configuration")]) from None
        raise


def _table(content: str, path: str) -> tuple[Any, tuple[str, ...]]:
    """The text of a file → our table in it, and the keys that lead there; raises FileError."""
    try:
        whole = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        at = AT.search(str(error))
        line, column = (int(at["line"]), int(at["column"])) if at and at["line"] else (content.count("\n") + 1, 1)
        raise FileError([Problem(path, line, column, "", f"not TOML: {AT.sub('', str(error))}")]) from None
    except RecursionError:
        raise FileError([Problem(path, None, None, "", "nested too deeply; expected a configuration")]) from None
    if os.path.basename(path) != "pyproject.toml":
        return whole, ()
    table = whole.get("tool", {}).get("factcheck") if isinstance(whole.get("tool", {}), dict) else None
    if not isinstance(table, dict):
        raise FileError([Problem(path, None, None, "", "no [tool.factcheck] in it; expected that table")])
    return table, ("tool", "factcheck")


def _value(name: str, content: str, keys: Sequence[str], path: str, folder: str, value: Any) -> Value:
    """A setting with its place; paths as seen from the working directory."""
    if name in PATHS:
        value = [_joined(folder, one) for one in value] if isinstance(value, list) else _joined(folder, value)
    if name == "per_file_ignores":
        value = {os.path.join(folder, pattern): rules for pattern, rules in value.items()}
    return Value(value, path, place(content, (*keys, name.replace("_", "-")))[0])


def _joined(folder: str, path: str) -> str:
    """A path as it is written, unless the bundled packs are meant by it: `rules/stories/camp-2023` works from every folder."""
    below = os.path.normpath(os.path.join(folder, path))
    return path if not os.path.lexists(below) and path.startswith("rules/stories/") else below


def _over(base: Values, own: Values) -> Values:
    """Settings over those they extend: tables are put together key by key, all else replaces."""
    merged = dict(base)
    for name, value in own.items():
        before = merged.get(name)
        if before is not None and isinstance(value.value, dict):
            merged[name] = Value(before.value | value.value, value.path, value.line)
        else:
            merged[name] = value
    return merged


def _problems(error: ValidationError, content: str, keys: Sequence[str], path: str) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        named = tuple(part for part in detail["loc"] if part != "[key]")
        line, column = place(content, (*keys, *map(str, named)))
        yield Problem(path, line, column, ".".join(map(str, named)), message(detail, Settings, named))
