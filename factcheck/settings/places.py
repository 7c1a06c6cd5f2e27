"""The text of a TOML file and a key in, the line and column where it stands out: what an error needs, and tomllib does not tell."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

KEY = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
KEYS = rf"{KEY}(?:\s*\.\s*{KEY})*"
LINE = re.compile(rf"^(?P<indent>[ \t]*)(?:\[\[?\s*(?P<table>{KEYS})\s*\]|(?P<key>{KEYS})\s*=)", re.MULTILINE)


def place(text: str, keys: Sequence[str]) -> tuple[int, int]:
    """The line and column of the longest beginning of `keys` that the text has; what stands in an inline table is at that table's key."""
    best, where = 0, (1, 1)
    for found, at in _said(text):
        shared = len(found) if list(found) == list(keys[:len(found)]) else 0
        if shared > best:
            best, where = shared, at
    return where


def _said(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Every table and key of a text in full, with its place. What looks like one inside a text over several lines is taken for one."""
    table: tuple[str, ...] = ()
    for found in LINE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        at = (line, len(found["indent"]) + 1)
        if found["table"]:
            table = _split(found["table"])
            yield table, at
        else:
            yield (*table, *_split(found["key"])), at


def _split(keys: str) -> tuple[str, ...]:
    """"tool . 'fact.check'" → ("tool", "fact.check")."""
    return tuple(key[1:-1] if key[0] in "\"'" else key for key in re.findall(KEY, keys))
