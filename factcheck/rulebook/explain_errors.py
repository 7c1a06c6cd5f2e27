"""A pydantic error → problems in our words, each at the place in the YAML where it can be mended."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from factcheck.data.strict_yaml import Node
from factcheck.rulebook.errors import Problem, nearest

EXPECTED = {
    "string_type": "expected text",
    "string_too_short": "expected text, found nothing",
    "list_type": "expected a list, such as [one, two]",
    "dict_type": "expected keys with values",
    "bool_type": "expected true or false",
    "model_type": "expected keys with values",
}
QUOTED = re.compile(r"'([^']*)'")         # pydantic lists the allowed words as "'error', 'warning' or 'info'"
SHORT_FORMS = ("a", "b", "text")           # keys that the short forms of an example leave out


def problems(error: ValidationError, model: type[BaseModel], root: Node, path: str) -> Iterator[Problem]:
    """What pydantic found wrong with the content of `root` → problems, each with its place."""
    for detail in error.errors(include_url=False):
        keys = tuple(part for part in detail["loc"] if part != "[key]")
        line, column = _place(root, keys, key_is_wrong=detail["type"] == "extra_forbidden" or keys != detail["loc"])
        yield Problem(path, line, column, ".".join(_shown(root, keys)), message(detail, model, keys))


def message(detail: Any, model: type[BaseModel], keys: Sequence[str | int]) -> str:
    """What pydantic found wrong at some keys of a model → what was expected there, in words."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return f"unknown key{nearest(str(keys[-1]), _allowed(model, keys[:-1]))}"
    if kind == "missing":
        return f"this key is missing; expected {_description(model, keys)}"
    if kind == "literal_error":
        return f"unknown word {detail['input']!r}{nearest(str(detail['input']), QUOTED.findall(context['expected']))}"
    if kind == "value_error":
        return str(context["error"])
    return EXPECTED.get(kind, str(detail["msg"]))


def _place(root: Node, keys: Sequence[str | int], key_is_wrong: bool) -> tuple[int, int]:
    """The line and column of the value at `keys`, or of its key where the key itself is wrong; as near as the file has it."""
    node, place = root, (root.line, root.column)
    for depth, key in enumerate(keys):
        last = depth == len(keys) - 1
        if isinstance(node.value, dict) and key in node.value:
            place = node.keys[str(key)]
            node = node.value[str(key)]
            if not (last and key_is_wrong):
                place = (node.line, node.column)
        elif isinstance(node.value, list):
            index = key if isinstance(key, int) else ("a", "b").index(key) if key in ("a", "b") else None
            if index is None or index >= len(node.value):
                break
            node = node.value[index]
            place = (node.line, node.column)
        elif key not in SHORT_FORMS:
            break
    return place


def _shown(root: Node, keys: Sequence[str | int]) -> list[str]:
    """The keys as the writer of the file sees them: without those that a short form leaves out."""
    shown: list[str] = []
    node: Node | None = root
    for key in keys:
        value = node.value if node else None
        if isinstance(value, dict):
            node = value.get(str(key))
        elif isinstance(value, list):
            index = key if isinstance(key, int) else ("a", "b").index(key) if key in ("a", "b") else len(value)
            node, key = (value[index] if index < len(value) else None), index
        elif key in SHORT_FORMS:
            continue
        shown.append(str(key))
    return shown


def _allowed(model: type[BaseModel], keys: Sequence[str | int]) -> list[str]:
    """The keys that the mapping at `keys` may have, as they are written in the file."""
    inner = _model_at(model, keys)
    return [field.alias or name for name, field in inner.model_fields.items()]


def _description(model: type[BaseModel], keys: Sequence[str | int]) -> str:
    fields = _model_at(model, keys[:-1]).model_fields
    field = next((field for name, field in fields.items() if keys[-1] in (name, field.alias)), None)
    return (field.description if field else None) or str(keys[-1])


def _model_at(model: type[BaseModel], keys: Sequence[str | int]) -> type[BaseModel]:
    for key in keys:
        field = next((field for name, field in model.model_fields.items() if key in (name, field.alias)), None)
        if field is not None:
            model = next(_models(field.annotation), model)
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation: `list[Example]`, `Width | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, list, dict):
        for part in get_args(annotation):
            yield from _models(part)
