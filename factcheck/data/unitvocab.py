"""The unit vocabulary of quantulum3, read as data: its JSON files and none of its code.

Its parser takes milliseconds a sentence and misreads plain news ("$4.5bn" is a dollar barn newton to it), but its list of units with
their spellings and dimensions is a good second opinion: a test compares it with our table. `python -m factcheck.data.unitvocab` prints
what it spells and we do not.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.metadata import files
from typing import Any

PREFIXES = {"Y": "yotta", "Z": "zetta", "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo", "h": "hecto",
            "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico", "f": "femto", "a": "atto", "z": "zepto",
            "y": "yocto"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit as quantulum3 lists it: `parts` are the units and powers that it is made of."""

    name: str
    entity: str
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    parts: tuple[tuple[str, int], ...]


@cache
def vocabulary() -> dict[str, Entry]:
    """The units of the installed quantulum3 by name, with those that its prefixes make."""
    found: dict[str, Entry] = {}
    for name, record in _table("units.json").items():
        parts = tuple((part["base"], int(part["power"])) for part in record.get("dimensions", ()))
        words, symbols = tuple(record.get("surfaces", ())), tuple(record.get("symbols", ()))
        found[name] = Entry(name, record["entity"], words, symbols, parts)
        for letter in record.get("prefixes", ()):
            made = PREFIXES[letter] + name
            found[made] = Entry(made, record["entity"], tuple(PREFIXES[letter] + word for word in words),
                                tuple(letter + symbol for symbol in symbols), ())
    return found


def _table(name: str) -> dict[str, Any]:
    """A JSON file of the package, found without importing it."""
    path = next(file for file in files("quantulum3") or () if file.parts[-2:] == ("quantulum3", name))
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


def main() -> int:
    """Prints, for each unit of quantulum3, the spellings that our table does not have."""
    from factcheck.data import load
    units = load("units")["units"]
    for entry in vocabulary().values():
        if entry.name not in units:
            print(entry.entity, entry.name, *entry.words, *entry.symbols, sep=" · ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
