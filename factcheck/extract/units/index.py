"""The unit and currency tables in, look-up tables by token out: built once, from constant data, with the reader's own tokenizer.

A row is one spelling: its tokens without hyphens, which of them touch, and the units it may mean, each with its guard. Rows are filed
under their first token (for what follows a number) or their last (for what stands before one). Spellings are collected in one quick
pass; the rows of a token are made when the token is first met, since an article meets few of them.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.data import load
from factcheck.extract.tokens import TOKEN
from factcheck.extract.units.guards import Guard, compile_guard
from factcheck.frozen import frozen

HYPHENS = frozenset("-‐‑")
CONNECTORS = (" per ", " a ", " an ", " of ", " to the ", " squared", " on ")
Found = tuple[str, str, str | None, bool, bool]      # spelling, unit, guard, symbol, exact


@frozen
class Row:
    """One spelling. `glued[i]` says that token i touches the one before it; `exact` is the surface where letter case matters.

    An `owner` row names a country and must be followed by a noun of money; its meanings are "noun/code".
    """

    tokens: tuple[str, ...]
    glued: tuple[bool, ...]
    exact: tuple[str, ...] | None
    meanings: tuple[tuple[str, Guard | None], ...]
    symbol: bool
    owner: bool


@frozen
class Rows:
    """The rows filed under one token: those of that token alone, and longer ones by the token beside it, longest first."""

    single: tuple[Row, ...]
    longer: dict[str, tuple[Row, ...]]


@dataclass(slots=True)
class Spellings:
    """What the tables spell, by the token that rows are filed under; meanings in the order of the tables."""

    meanings: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)
    symbols: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    filed: dict[str, list[str]] = field(default_factory=dict)


@cache
def after_number() -> Spellings:
    """Spellings that follow a number, by first token."""
    return _collect(_unit_spellings(), _money_spellings(), _owner_spellings(), last=False)


@cache
def before_number() -> Spellings:
    """Signs, codes and words that stand before a number, by last token."""
    return _collect(_leading_spellings(), last=True)


@cache
def rows_after(token: str) -> Rows:
    """The rows that begin with a token of `after_number().filed`."""
    return _rows(after_number(), token, 0)


@cache
def rows_before(token: str) -> Rows:
    """The rows that end with a token of `before_number().filed`."""
    return _rows(before_number(), token, -1)


@cache
def money_nouns() -> dict[str, frozenset[str]]:
    """What each kind of money is called after a country: "dollar" → dollar, dollars, buck, bucks."""
    tables = load("currencies")
    found = {noun: {noun, *record.get("plurals", ()), *record.get("also", ())} for noun, record in tables["nouns"].items()}
    for record in tables["currencies"].values():
        if isinstance(record.get("nouns"), list):
            found.setdefault(record["noun"], set()).update(record["nouns"])
    return {noun: frozenset(words) for noun, words in found.items()}


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


def spellings(name: str) -> list[str]:
    """The name of a unit → every spelling that means it and nothing else; for tests and documents."""
    known = after_number()
    return [text for text, meanings in known.meanings.items() if meanings == [(name, None)]]


def _unit_spellings() -> Iterator[Found]:
    tables = load("units")
    for name, record in tables["units"].items():
        words = [] if "label" in record else [name, plural(name)]
        words += [form for word in record.get("words", ()) for form in (word, plural(word))] + record.get("plurals", [])
        yield from ((word, name, None, False, False) for word in words)
        yield from _symbols(name, record)
        for prefix in record.get("prefixes", ()):
            if prefix + name not in tables["units"]:
                yield from _prefixed(prefix, tables["prefixes"][prefix], name, record)


def _symbols(name: str, record: dict[str, Any]) -> Iterator[Found]:
    exact = record.get("exact", ())
    for symbol in record.get("symbols", ()):
        yield symbol, name, None, True, symbol in exact
        if symbol[:3] in ("sq ", "cu ", "fl "):
            yield f"{symbol[:2]}. {symbol[3:]}", name, None, True, False
    for surface, guard in record.get("guarded", {}).items():
        yield surface, name, guard, len(surface) < 3, len(surface) < 4 or not surface.islower()


def _prefixed(prefix: str, scale: dict[str, Any], name: str, record: dict[str, Any]) -> Iterator[Found]:
    own, exact = prefix + name, record.get("exact", ())
    for word in [name, *record.get("words", ())]:
        yield prefix + word, own, None, False, False
        yield prefix + plural(word), own, None, False, False
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
        yield code, code, "code-after" if "code" in record else None, True, True
        yield from _named(None, code, record)


def _named(name: str | None, unit: str, record: dict[str, Any]) -> Iterator[Found]:
    if name is not None and record.get("words") != "none":
        yield from ((word, unit, None, False, False) for word in [name, *record.get("plurals", ())])
    yield from ((word, unit, None, False, False) for word in record.get("also", ()))
    yield from ((sign, unit, None, True, True) for sign in record.get("signs", ()))
    yield from ((surface, unit, guard, False, len(surface) < 4) for surface, guard in record.get("guarded", {}).items())


def _owner_spellings() -> Iterator[Found]:
    for code, record in load("currencies")["currencies"].items():
        for owner in record["from"]:
            yield owner, f"{record['noun']}/{code}", None, False, False


def _leading_spellings() -> Iterator[Found]:
    units, money = load("units")["units"], load("currencies")
    nouns = [(record.get("is", name), record) for name, record in money["nouns"].items()]
    for unit, record in [*units.items(), *nouns, *money["currencies"].items()]:
        for surface, guard in record.get("before", {}).items():
            yield surface, unit, guard, False, not surface.islower()
    for unit, record in [*nouns, *money["currencies"].items()]:
        yield from ((sign, unit, None, True, True) for sign in record.get("signs", ()))
    yield from ((code, code, "code" if "code" in record else None, True, True) for code, record in money["currencies"].items())


def _collect(*sources: Iterable[Found], last: bool) -> Spellings:
    found = Spellings()
    for source in sources:
        for text, unit, guard, symbol, exact in source:
            form = text if symbol or exact else text.lower()
            entry = found.meanings.get(form)
            if entry is None:
                found.meanings[form] = [(unit, guard)]
                token = form if form.isalpha() else _tokens(form)[-1] if last else TOKEN.match(form)[0]      # type: ignore[index]
                found.filed.setdefault(token.lower(), []).append(form)
            elif (unit, guard) not in entry:
                entry.append((unit, guard))
            if symbol:
                found.symbols.add(form)
            if exact:
                found.exact.add(form)
    return found


def _tokens(text: str) -> list[str]:
    return [token.strip() for token in TOKEN.findall(text)]


def _rows(known: Spellings, token: str, filed: int) -> Rows:
    single: list[Row] = []
    longer: dict[str, list[Row]] = {}
    for text in known.filed[token]:
        for row in _row(known, text):
            if len(row.tokens) == 1:
                single.append(row)
            else:
                longer.setdefault(row.tokens[1 if filed == 0 else -2], []).append(row)
    return Rows(tuple(sorted(single, key=_loose)),
                {beside: tuple(sorted(rows, key=lambda row: (-len(row.tokens), _loose(row)))) for beside, rows in longer.items()})


def _loose(row: Row) -> bool:
    return row.exact is None


def _row(known: Spellings, text: str) -> Iterator[Row]:
    """The row of a spelling, and another one for the countries among its meanings."""
    surface, glued = _split(text)
    tokens = tuple(token.lower() for token in surface)
    symbol = text in known.symbols
    cased = text in known.exact or (symbol and not _forgiving(known, text))
    meanings = [(unit, _guards()[guard] if guard else None) for unit, guard in sorted(known.meanings[text], key=lambda m: m[1] is None)]
    for owner in (False, True):
        mine = tuple(meaning for meaning in meanings if ("/" in meaning[0]) is owner)
        if mine:
            yield Row(tokens, glued, surface if cased else None, mine, symbol, owner)


def _split(text: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """A spelling → its tokens without hyphens, and which of them touch the one before."""
    tokens: list[str] = []
    glued: list[bool] = []
    hyphen = True
    for token in TOKEN.findall(text):
        if token not in HYPHENS:
            tokens.append(token.strip())
            glued.append(not hyphen and not token[0].isspace())
        hyphen = token in HYPHENS
    return tuple(tokens), tuple(glued)


def _forgiving(known: Spellings, text: str) -> bool:
    """Whether letter case may differ: two letters or more, and no other symbol has the same letters ("mW" and "MW" do)."""
    same = {unit for form in known.filed[_tokens(text)[0].lower()] if form.lower() == text.lower() for unit, _ in known.meanings[form]}
    return len(same) == 1 and sum(map(str.isalpha, text)) > 1


@cache
def _guards() -> dict[str, Guard]:
    tables = load("units")
    return {name: compile_guard(record, tables["lists"]) for name, record in tables["guards"].items()}
