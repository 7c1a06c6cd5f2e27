"""The unit and currency tables in, look-up tables by token out: built once, from constant data, with the reader's own tokenizer.

A row is one spelling: its tokens, which of them touch, and the units it may mean, each with its guard. Rows are filed under their first
token (for what follows a number) or their last (for what stands before one), longest first.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.data import load
from factcheck.extract.tokens import blocks
from factcheck.extract.unitguards import Guard, compile_guard

CONNECTORS = (" per ", " a ", " an ", " of ", " to the ", " squared", " on ")
Table = dict[str, tuple["Row", ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One spelling. `glued[i]` says that token i touches the one before it; `exact` is the surface where letter case matters."""

    tokens: list[str]
    glued: tuple[bool, ...]
    exact: list[str] | None
    meanings: tuple[tuple[str, Guard | None], ...]
    symbol: bool
    size: int


@dataclass(slots=True)
class Spelling:
    """A spelling while the tables are built: every meaning, whether it is a symbol, and whether letter case matters for certain."""

    symbol: bool
    meanings: list[tuple[str, str | None]] = field(default_factory=list)
    exact: bool = False


@cache
def after_number() -> Table:
    """Spellings that follow a number, by first token."""
    return _table(_collect(_unit_spellings(), _money_spellings()), first=True)


@cache
def before_number() -> Table:
    """Signs, codes and words that stand before a number, by last token."""
    return _table(_collect(_leading_spellings()), first=False)


@cache
def owners() -> Table:
    """What says whose an amount is after it ("$50 Canadian", "$50 US"), by first token; the meaning is "noun/code"."""
    found: dict[str, Spelling] = {}
    for code, record in load("currencies")["currencies"].items():
        for word in [*record.get("from", ()), code]:
            found.setdefault(word, Spelling(symbol=False, exact=True)).meanings.append((f"{record['noun']}/{code}", None))
    return _table(found, first=True)


Found = tuple[str, str, str | None, bool, bool]      # spelling, unit, guard, symbol, exact


def plural(name: str) -> str:
    """"kilometre per hour" → "kilometres per hour", "inch" → "inches", "century" → "centuries"."""
    for connector in CONNECTORS:
        head, found, tail = name.partition(connector)
        if found:
            return plural(head) + found + tail
    if name.endswith(("s", "x", "ch", "sh")):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + "s"


def _unit_spellings() -> Iterator[Found]:
    tables = load("units")
    for name, record in tables["units"].items():
        words = [] if record.get("label") else [name, plural(name)]
        words += [form for word in record.get("words", ()) for form in (word, plural(word))] + record.get("plurals", [])
        yield from ((word, name, None, False, False) for word in words)
        yield from _symbols(name, record, record.get("symbols", []))
        for prefix in record.get("prefixes", ()):
            if prefix + name not in tables["units"]:
                yield from _prefixed(prefix, tables["prefixes"][prefix], name, record, tables["units"])


def _symbols(name: str, record: dict[str, Any], symbols: Iterable[str]) -> Iterator[Found]:
    exact = record.get("exact", ())
    for symbol in symbols:
        for form in (symbol, symbol.replace("sq ", "sq. ").replace("cu ", "cu. ").replace("fl ", "fl. ")):
            yield form, name, None, True, symbol in exact
    for surface, guard in record.get("guarded", {}).items():
        yield surface, name, guard, len(surface) < 3, True


def _prefixed(prefix: str, scale: dict[str, Any], name: str, record: dict[str, Any], units: dict[str, Any]) -> Iterator[Found]:
    own, exact = prefix + name, record.get("exact", ())
    for word in [name, *record.get("words", ())]:
        yield from ((prefix + form, own, None, False, False) for form in (word, plural(word)))
    for word in record.get("plurals", ()):
        yield prefix + word, own, None, False, False
    symbols = record.get("prefixed symbols") or record.get("symbols") or [s for s in record.get("guarded", {}) if len(s) < 3]
    for letter in scale.get("symbols", [scale["symbol"]]):
        for symbol in symbols:
            yield letter + symbol, own, None, True, letter + symbol in exact


def _money_spellings() -> Iterator[Found]:
    tables = load("currencies")
    for name, record in tables["nouns"].items():
        yield from _named(name, record.get("is", name), record)
    for name, record in tables["subunits"].items():
        yield from _named(name, name, record)
    for code, record in tables["currencies"].items():
        yield code, code, "code" if record.get("code") else None, True, True
        nouns = record.get("nouns") or _nouns(record["noun"], tables["nouns"])
        if nouns != "none":
            yield from ((f"{owner} {noun}", code, None, False, False) for owner in record["from"] for noun in nouns)
        yield from _named(None, code, record)


def _nouns(noun: str, nouns: dict[str, Any]) -> list[str]:
    record = nouns.get(noun, {})
    return [noun, *record.get("plurals", ()), *(word for word in record.get("also", ()) if " " not in word)]


def _named(name: str | None, unit: str, record: dict[str, Any]) -> Iterator[Found]:
    if name is not None and record.get("words") != "none":
        yield from ((word, unit, None, False, False) for word in [name, *record.get("plurals", ())])
    yield from ((word, unit, None, False, False) for word in record.get("also", ()))
    yield from ((sign, unit, None, True, True) for sign in record.get("signs", ()))
    yield from ((surface, unit, guard, False, len(surface) < 4) for surface, guard in record.get("guarded", {}).items())


def _leading_spellings() -> Iterator[Found]:
    units, money = load("units")["units"], load("currencies")
    named = [(name, record) for name, record in units.items()]
    named += [(record.get("is", name), record) for name, record in money["nouns"].items()]
    for unit, record in [*named, *money["currencies"].items()]:
        for surface, guard in record.get("before", {}).items():
            yield surface, unit, guard, False, not surface.islower()
    for unit, record in [*named[len(units):], *money["currencies"].items()]:
        yield from ((sign, unit, None, True, True) for sign in record.get("signs", ()))
    yield from ((code, code, "code" if record.get("code") else None, True, True) for code, record in money["currencies"].items())


def _collect(*sources: Iterable[Found]) -> dict[str, Spelling]:
    """Every spelling with all its meanings; guarded meanings are tried first, in the order of the tables."""
    found: dict[str, Spelling] = {}
    for source in sources:
        for text, unit, guard, symbol, exact in source:
            for form in ([text] if symbol else _variants(text)):
                entry = found.setdefault(form if symbol or exact else form.lower(), Spelling(symbol))
                entry.symbol, entry.exact = entry.symbol and symbol, entry.exact or exact
                if (unit, guard) not in entry.meanings:
                    entry.meanings.append((unit, guard))
    return found


def _variants(text: str) -> list[str]:
    """"square foot" → also "square-foot"; "light-year" → also "light year"."""
    return list(dict.fromkeys([text, text.replace(" ", "-"), text.replace("-", " ")]))


def _table(found: dict[str, Spelling], *, first: bool) -> Table:
    tables = load("units")
    guards = {name: compile_guard(record, tables["lists"]) for name, record in tables["guards"].items()}
    loose = _loose(found)
    rows: dict[str, list[Row]] = {}
    for text, spelling in found.items():
        surface, glued = _tokens(text)
        meanings = tuple((unit, guards[guard] if guard else None) for unit, guard in sorted(spelling.meanings, key=lambda m: m[1] is None))
        cased = (spelling.symbol or spelling.exact) and text not in loose
        tokens = [token.lower() for token in surface]
        row = Row(tokens, glued, surface if cased else None, meanings, spelling.symbol, len(tokens))
        rows.setdefault(tokens[0] if first else tokens[-1], []).append(row)
    return {token: tuple(sorted(group, key=lambda row: (-row.size, row.exact is None))) for token, group in rows.items()}


def _loose(found: dict[str, Spelling]) -> frozenset[str]:
    """Symbols whose letter case does not matter: two letters or more, and no other unit has the same letters."""
    same: dict[str, set[str]] = {}
    for text, spelling in found.items():
        same.setdefault(text.lower(), set()).update(unit for unit, _ in spelling.meanings)
    return frozenset(text for text, spelling in found.items()
                     if spelling.symbol and not spelling.exact and len(same[text.lower()]) == 1 and sum(map(str.isalpha, text)) > 1)


def _tokens(text: str) -> tuple[list[str], tuple[bool, ...]]:
    if text.isalpha():
        return [text], (False,)
    block = next(blocks(text))
    return block.surface, (False, *(end == start for end, start in pairwise_edges(block.ends, block.starts)))


def pairwise_edges(ends: list[int], starts: list[int]) -> Iterator[tuple[int, int]]:
    """The end of each token with the start of the next."""
    return zip(ends, starts[1:], strict=False)
