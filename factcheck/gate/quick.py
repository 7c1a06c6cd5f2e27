"""A file that we wrote ourselves in, its blocks as plain values out, forty times as fast as by YAML; anything else is left to YAML.

A baseline of a thousand findings takes a second and a half as YAML. What is read here is a small part of YAML: comments, empty lines, and
the lines that `blocks.block` writes. One line of another shape, and nothing is said here.
"""
from __future__ import annotations

import re
from typing import Any

SCALAR = r"""(?P<value>[0-9A-Za-z](?:[\w./:+-]*[0-9A-Za-z])?|"(?:[^"\\]|\\["\\]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})*")"""
OUTER = re.compile(rf"(?P<lead>- |  )(?P<key>[a-z]+):(?: {SCALAR})?", re.ASCII)
INNER = re.compile(rf" {{4}}(?P<lead>- |  )(?P<key>[a-z]+): {SCALAR}", re.ASCII)
ESCAPE = re.compile(r"\\(?:(?P<itself>[\"\\])|x(?P<two>..)|u(?P<four>....)|U(?P<eight>........))")


def blocks(content: str) -> list[tuple[dict[str, Any], int]] | None:
    """The text of a file → its blocks, each with its line; None for what `blocks.block` would not have written."""
    found: list[tuple[dict[str, Any], int]] = []
    inside: list[dict[str, str]] | None = None
    for number, line in enumerate(content.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        if outer := OUTER.fullmatch(line):
            if outer["lead"] == "- ":
                found.append(({}, number))
            inside = [] if outer["value"] is None else None
            if not found or not _put(found[-1][0], outer["key"], inside if outer["value"] is None else _text(outer["value"])):
                return None
        elif inside is not None and (inner := INNER.fullmatch(line)):
            if inner["lead"] == "- ":
                inside.append({})
            if not inside or not _put(inside[-1], inner["key"], _text(inner["value"])):
                return None
        else:
            return None
    return found


def _put(block: dict[str, Any], key: str, value: Any) -> bool:
    """Whether the key is there for the first time."""
    known = key in block
    block[key] = value
    return not known


def _text(scalar: str) -> str:
    if scalar[0] != '"':
        return scalar
    if "\\" not in scalar:
        return scalar[1:-1]
    return ESCAPE.sub(lambda found: found["itself"] or chr(int(found[0][2:], 16)), scalar[1:-1])
