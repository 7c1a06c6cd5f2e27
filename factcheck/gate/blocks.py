"""A YAML file that is a list of blocks in, one entry a block out, each with its line; and an entry → its block.

Both files of the gate have this shape, so that a reviewer reads them and a change is a few lines of a diff. Every fault of a file is told
at once, with path, line, column, key and what was expected.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from factcheck.frozen import frozen
from factcheck.gate import quick
from factcheck.rulebook.errors import FileError, Problem
from factcheck.rulebook.textfile import text

if TYPE_CHECKING:
    from factcheck.data.strict_yaml import Node

PLAIN = re.compile(r"[0-9A-Za-z](?:[\w./:+-]*[0-9A-Za-z])?", re.ASCII)
LARGEST = 50_000_000             # bytes of a file of the gate: a hundred thousand findings
A_FINGERPRINT = re.compile(r"f\d+:[0-9a-f]{4,}(?:\.\d+)?")
Value = str | Sequence[str | Mapping[str, str]]


class Strict(BaseModel):
    """A block whose keys are all known."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Entry = TypeVar("Entry", bound=Strict)


@frozen
class Placed(Generic[Entry]):
    """An entry and the line where its block begins."""

    entry: Entry
    line: int


def fingerprint(value: str) -> str:
    """A fingerprint as reports print it; raises ValueError."""
    if not A_FINGERPRINT.fullmatch(value):
        raise ValueError(f"{value!r} is no fingerprint; expected one that `factcheck check` prints, such as f1:9c1e62d0b4a7")
    return value


def words(value: str) -> str:
    """Text with something in it; raises ValueError."""
    if not value:
        raise ValueError("nothing in it; expected a few words")
    return value


Fingerprint = Annotated[str, AfterValidator(fingerprint)]
Words = Annotated[str, AfterValidator(words)]


def load(path: str, model: type[Entry], what: str) -> list[Placed[Entry]]:
    """A file → its entries in their order; an empty file has none. Raises FileError."""
    return entries(text(Path(path), path, what, LARGEST), path, model, what)


def entries(content: str, path: str, model: type[Entry], what: str) -> list[Placed[Entry]]:
    """The text of such a file → its entries; raises FileError."""
    made = _quick(content, model)
    if made is not None:
        return made
    from factcheck.data.strict_yaml import YamlError, parse
    try:
        root = parse(content)
    except YamlError as error:
        raise FileError([Problem(path, error.line, error.column, "", error.message)]) from None
    if root.value is None:
        return []
    if not isinstance(root.value, list):
        raise FileError([Problem(path, root.line, root.column, "", f"expected {what}: a list of blocks, each `- fingerprint: f1:…`")])
    found: list[Placed[Entry]] = []
    wrong: list[Problem] = []
    for node in root.value:
        try:
            found.append(Placed(_entry(node, path, model), node.line))
        except FileError as error:
            wrong += error.problems
    if wrong:
        raise FileError(wrong)
    return found


def _quick(content: str, model: type[Entry]) -> list[Placed[Entry]] | None:
    """The same for a file as `block` writes it, if nothing is wrong with it."""
    found = quick.blocks(content)
    try:
        return None if found is None else [Placed(model.model_validate(values), line) for values, line in found]
    except ValidationError:
        return None


def _entry(node: Node, path: str, model: type[Entry]) -> Entry:
    from factcheck.data.strict_yaml import plain
    from factcheck.rulebook.explain_errors import problems
    if not isinstance(node.value, dict):
        raise FileError([Problem(path, node.line, node.column, "", "expected keys with values, such as `fingerprint: f1:…`")])
    try:
        return model.model_validate(plain(node))
    except ValidationError as error:
        raise FileError(problems(error, model, node, path)) from None


def block(values: Mapping[str, Value], indent: str = "") -> str:
    """An entry → its block of YAML, ending in a line end; what is empty is left out."""
    lines = [line for key, value in values.items() if value for line in _lines(key, value)]
    return "".join(f"{indent}{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))


def _lines(key: str, value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {scalar(value)}"
        return
    yield f"{key}:"
    for part in value:
        inner = [scalar(part)] if isinstance(part, str) else [line for name, text in part.items() if text for line in _lines(name, text)]
        yield from (f"  {'  ' if number else '- '}{line}" for number, line in enumerate(inner))


def scalar(value: str) -> str:
    """Text → a YAML scalar on one line that reads back as it was: plain where it can be, else in quotes with escapes."""
    if PLAIN.fullmatch(value):
        return value
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    number = ord(char)
    if 0xD800 <= number < 0xE000:
        return "\N{REPLACEMENT CHARACTER}"           # half a character, which no file can hold
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
