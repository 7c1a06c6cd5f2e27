"""YAML text in, nodes that know their line and column out: every scalar is the string that was written.

`no` stays "no" and 1.20 stays "1.20"; an empty value is None. Refused with their place: doubled keys, tags (`!!python/…`), aliases (a
few lines of them can stand for billions of values), a second document, and nesting deeper than anybody writes by hand. The one door
to ruamel.yaml.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

DEEPEST = 30


class YamlError(ValueError):
    """What is wrong and where: `line` and `column` count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place; `keys` holds the places of a mapping's keys."""

    value: str | None | list[Node] | dict[str, Node]
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)


def parse(text: str) -> Node:
    """YAML text → its root node (an empty text is a node with None); raises YamlError."""
    events = _events(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    root: Node | None = None
    for event in events:
        if isinstance(event, ev.DocumentStartEvent):
            if root is not None:
                raise _error("a second document; one is expected", event)
            root = _node(next(events), events, 0)
    return root or Node(None, 1, 1)


def plain(node: Node) -> Any:
    """A node → the same content as dicts, lists, strings and None."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(value) for value in node.value]
    return node.value


def _events(text: str) -> Iterator[Any]:
    """The parser's events, with its errors as ours."""
    try:
        yield from YAML(typ="base", pure=True).parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = " ".join(filter(None, (error.context, error.problem)))
        raise YamlError(f"not YAML: {message}", mark.line + 1 if mark else 1, mark.column + 1 if mark else 1) from None
    except ReaderError as error:
        before = text[:error.position]
        line_start = before.rfind("\n") + 1
        raise YamlError(f"not YAML: the character U+{error.character:04X} is not allowed", before.count("\n") + 1,
                        error.position - line_start + 1) from None
    except (YAMLError, RecursionError) as error:
        raise YamlError(f"not YAML: {str(error).splitlines()[0] if str(error) else 'nested too deeply'}", 1, 1) from None


def _node(event: Any, events: Iterator[Any], depth: int) -> Node:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if isinstance(event, ev.AliasEvent):
        raise _error(f"the alias *{event.anchor}; aliases are not allowed, write the value out", event)
    if event.tag is not None:
        raise _error(f"the tag {event.tag}; tags are not allowed, every value is text", event)
    if depth > DEEPEST:
        raise _error(f"nested more than {DEEPEST} levels deep", event)
    if isinstance(event, ev.ScalarEvent):
        return Node(None if event.value == "" and event.implicit[0] else event.value, line, column)
    if isinstance(event, ev.SequenceStartEvent):
        return Node([_node(item, events, depth + 1) for item in _until(ev.SequenceEndEvent, events)], line, column)
    return _mapping(events, depth, line, column)


def _mapping(events: Iterator[Any], depth: int, line: int, column: int) -> Node:
    values: dict[str, Node] = {}
    keys: dict[str, tuple[int, int]] = {}
    for event in _until(ev.MappingEndEvent, events):
        key = _node(event, events, depth + 1)
        name = key.value
        if not isinstance(name, str):
            raise YamlError("a key must be text", key.line, key.column)
        if name in keys:
            raise YamlError(f"the key {name!r} for the second time; the first is on line {keys[name][0]}", key.line, key.column)
        keys[name] = (key.line, key.column)
        values[name] = _node(next(events), events, depth + 1)
    return Node(values, line, column, keys)


def _until(end: type, events: Iterator[Any]) -> Iterator[Any]:
    """The events of one collection; its items take their own from the same stream."""
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _error(message: str, event: Any) -> YamlError:
    return YamlError(message, event.start_mark.line + 1, event.start_mark.column + 1)
