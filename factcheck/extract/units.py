"""A place beside a number in, the unit or currency that stands there out: look-ups by token in tables built once.

`unit_after` finds "hectares" in "40 hectares" and in "40-hectare", "miles an hour", "$ per barrel"; `unit_before` finds "US$", "EUR" and
"magnitude"; `denominator` finds what a count or an amount is shared out over ("per 100,000 inhabitants"); `whose` says which dollar
("$50 Canadian"). Words with other meanings are taken only where a guard in the data allows it.

A "pound" is a weight unless the words around it speak of money (a payment, a price, "million" without "of"), and a "dollar" stays a
dollar. Gets wrong: a payment for a weight ("paid for 20 pounds of apples" is money to us where no word of weighing is near).
"""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck import measures
from factcheck.data import load
from factcheck.extract.tokens import Block
from factcheck.extract.unitguards import MONEY_SIGNS, SCALES, Place, number_start, passes
from factcheck.extract.unitindex import HYPHENS, Row, Rows, after_number, before_number, money_nouns, rows_after, rows_before

CONNECTORS = frozenset(("per", "a", "an", "/", "-", "‐", "‑", "to"))
PER = "per "
AFTER_MONEY = CONNECTORS | frozenset(("(", "us", "u.s.", "canadian", "australian"))
POWERS = {"ten": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9}


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit at tokens `first` to `end - 1` of a block."""

    first: int
    end: int
    unit: measures.Unit

    @property
    def name(self) -> str:
        return self.unit.name

    @property
    def ucum(self) -> str | None:
        return self.unit.ucum

    @property
    def dimension(self) -> str:
        return self.unit.dimension

    @property
    def factor(self) -> Fraction:
        return self.unit.factor


@dataclass(frozen=True, slots=True)
class Denominator:
    """What something is shared out over, at tokens `first` to `end - 1`: "per 100,000 inhabitants" is 100000 and "inhabitant"."""

    first: int
    end: int
    value: Decimal
    noun: str

    @property
    def name(self) -> str:
        """The words after "per" in the name of a unit: "inhabitant", "100000 inhabitant"."""
        return self.noun if self.value == 1 else f"{self.value:f} {self.noun}"


def unit_after(block: Block, index: int, spelled: bool = False) -> UnitMatch | None:
    """The unit that starts at token `index`, right after a number; `spelled` says that the number is written in words.

    After an amount with a sign before it, what goes on: "per barrel" in "$50 per barrel", "US" in "$50 US"; `combine` joins the two.
    """
    words = block.words
    if index >= len(words):
        return None
    filed, word = after_number().filed, words[index]
    if word in filed:
        found = _unit_at(block, index, index, spelled)
        if found is not None:
            return found
    elif word in HYPHENS and index + 1 < len(words) and words[index + 1] in filed and _joined(block, index):
        return _unit_at(block, index + 1, index, spelled)
    return _after_money(block, index) if word in AFTER_MONEY and _money_left(block, index) else None


def unit_before(block: Block, index: int) -> UnitMatch | None:
    """The currency sign or code, or a word such as "magnitude", that ends right before the number at token `index`."""
    words, last = block.words, index - 1
    if last < 0:
        return None
    if words[last] in HYPHENS and last > 0 and _joined(block, last):               # "a magnitude-6.1 quake"
        last -= 1
    if words[last] not in before_number().filed:
        return None
    for row in _candidates(rows_before(words[last]), words[last - 1] if last else ""):
        first = last + 1 - len(row.tokens)
        if first >= 0 and _end(block, row, first) == last + 1 and (last == index - 1 or not row.symbol):
            place = Place(block, first, last + 1, index, index, last < index - 1, False)
            for name, guard in row.meanings:
                if guard is None or passes(guard, place):
                    return _match(first, index, name)
    return None


def combine(before: UnitMatch, after: UnitMatch) -> UnitMatch | None:
    """A sign before a number and what `unit_after` found behind it → the one unit that they make, or None when they do not go together.

    "$" and "per barrel" → "dollar per barrel"; "$" and "US a day" → "USD per day"; "£" and "pounds" → GBP.
    """
    if after.name.startswith(PER):
        return _match(before.first, after.end, f"{before.name} {after.name}")
    if before.dimension.startswith(measures.MONEY) and after.dimension.startswith(measures.MONEY):
        money, _, rest = after.name.partition(f" {PER}")
        mine, theirs = before.name, money
        if mine == theirs or measures.comparable(mine, theirs) or measures.doubtful(mine, theirs):
            name = mine if mine.isupper() else theirs                              # the code says whose; the noun does not
            return _match(before.first, after.end, measures.per(name, rest) if rest else name)
    return None


def denominator(block: Block, index: int) -> Denominator | None:
    """What stands at token `index` after a counted noun or an amount: "per million people", "a share", "/kg", "each"; else None."""
    words = block.words
    if index >= len(words):
        return None
    word, at = words[index], index
    if word in HYPHENS and _joined(block, index):          # "a 12-cent-a-share dividend"
        at, word = index + 1, words[index + 1]
    after = at + 2 if at + 1 < len(words) and words[at + 1] in HYPHENS and _joined(block, at + 1) else at + 1
    if word == "per":
        return _per(block, index, after)
    if word in ("a", "an"):
        return _apiece(block, index, after)
    if word == "/" and block.adjacent(index):
        return _slash(block, index)
    if word in ("each", "apiece", "p.a."):
        return Denominator(index, index + 1, Decimal(1), _rates()["named"][word])
    if words[index:index + 2] in (["for", "every"], ["for", "each"]):
        return _per(block, index, index + 2)
    if words[index:index + 2] == ["to", "the"]:            # "150 yen to the dollar"
        return _to_the(block, index)
    return None


def whose(block: Block, index: int, noun: str = "dollar") -> UnitMatch | None:
    """Which dollar (or pound, peso …) an amount with a bare sign is, said right after it at token `index`: "$50 Canadian", "$50 (US)"."""
    words = block.words
    bracket = words[index:index + 1] == ["("]
    first = index + bracket
    if first >= len(words) or words[first] not in after_number().filed or not block.surface[first][0].isupper():
        return None
    for row in _candidates(rows_after(words[first]), _beside(block, first)):
        end = _end(block, row, first)
        if end is None or (bracket and words[end:end + 1] != [")"]) or (end < len(words) and words[end][0].isalpha() and words[end] not in _prose()):
            continue
        for meaning, _ in row.meanings:
            kind, _, code = meaning.partition("/") if row.owner else (noun, "", meaning)
            found = _match(index, end + bracket, code)
            if kind == noun and found is not None and measures.doubtful(noun, code) | measures.comparable(noun, code):
                return found
    return None


def _match(first: int, end: int, name: str) -> UnitMatch | None:
    unit = measures.unit(name)
    return UnitMatch(first, end, unit) if unit else None


def _joined(block: Block, index: int) -> bool:
    """Whether the hyphen at `index` touches the tokens on both sides."""
    return index + 1 < len(block.words) and block.adjacent(index) and block.adjacent(index + 1)


def _beside(block: Block, first: int) -> str:
    """The token after `first`, past a hyphen."""
    words, at = block.words, first + 1
    if at + 1 < len(words) and words[at] in HYPHENS:
        at += 1
    return words[at] if at < len(words) else ""


def _candidates(rows: Rows, beside: str) -> tuple[Row, ...]:
    longer = rows.longer.get(beside)
    return longer + rows.single if longer else rows.single


def _end(block: Block, row: Row, first: int) -> int | None:
    """The index behind a row whose first token stands at `first`, or None; hyphens may join its words."""
    surface = block.surface
    if len(row.tokens) == 1:
        return first + 1 if row.exact is None or (surface[first] == row.exact[0] and block.words[first] == row.tokens[0]) else None
    words, at, size = block.words, first, len(block.words)
    for i, token in enumerate(row.tokens):
        if i and at < size and words[at] in HYPHENS and _joined(block, at):
            at += 1
        if at >= size or words[at] != token or (row.glued[i] and not block.adjacent(at)) or (row.exact and surface[at] != row.exact[i]):
            return None
        at += 1
    return at


def _unit_at(block: Block, first: int, index: int, spelled: bool) -> UnitMatch | None:
    """The unit whose first token stands at `first`, after a number that ends before `index`."""
    for row in _candidates(rows_after(block.words[first]), _beside(block, first)):
        end = _end(block, row, first)
        if end is None or (spelled and row.symbol and len(row.tokens[0]) == 1 and row.tokens[0].isalpha()):
            continue
        if row.owner:
            found = _owned(block, row, end)
            if found is not None:
                return found if found.first == first else _whole(block, first, found.end, found.name, False)
            continue
        name = _meaning(block, row, first, end, index, spelled)
        if name is not None:
            return _whole(block, first, end, name, row.symbol)
    return None


def _owned(block: Block, row: Row, end: int) -> UnitMatch | None:
    """A country and then its money: "New Zealand dollars"."""
    words = block.words
    if end < len(words) and words[end] in HYPHENS and _joined(block, end):
        end += 1
    if end < len(words):
        for meaning, _ in row.meanings:
            noun, _, code = meaning.partition("/")
            if words[end] in money_nouns().get(noun, ()):
                return _match(end, end + 1, code)
    return None


def _meaning(block: Block, row: Row, first: int, end: int, index: int, spelled: bool) -> str | None:
    place = None
    for name, guard in row.meanings:
        if guard is None:
            return name
        if place is None:
            place = Place(block, first, end, number_start(block, index - 1, SCALES), index - 1, first > index, spelled)
        if passes(guard, place):
            return name
    return None


def _money_left(block: Block, index: int) -> bool:
    """Whether the number before `index` has a currency sign or code before it."""
    left = number_start(block, index - 1, SCALES) if index else 0
    return left > 0 and (block.words[left - 1] in MONEY_SIGNS or unit_before(block, left) is not None)


def _after_money(block: Block, index: int) -> UnitMatch | None:
    """What goes on after "$50": "per barrel", "a share", "US", "Canadian a day"."""
    said = whose(block, index)
    if said is not None:
        return _whole(block, index, said.end, said.name, False)
    under = denominator(block, index)
    return _match(index, under.end, PER + under.name) if under and under.noun != "item" else None


def _whole(block: Block, first: int, end: int, name: str, symbol: bool) -> UnitMatch | None:
    """The unit with its full stop ("6 ft. 2 in.") and with what it is taken per ("dollars a day")."""
    words = block.words
    if symbol and end < len(words) and words[end] == "." and _abbreviated(block, end):
        end += 1
    for _ in range(2):
        if end >= len(words) or words[end] not in CONNECTORS:
            break
        under = denominator(block, end)
        if under is None:
            break
        name, end = measures.per(name, under.name), under.end
    return _match(first, end, name)


def _abbreviated(block: Block, dot: int) -> bool:
    """Whether a full stop after a symbol ends an abbreviation and not a sentence."""
    return (block.adjacent(dot) and block.surface[dot - 1].isalpha() and dot + 1 < len(block.words)
            and (block.surface[dot + 1][0].islower() or block.surface[dot + 1][0].isdigit() or block.surface[dot + 1] in ",;)("))


@cache
def _rates() -> dict[str, Any]:
    rates: dict[str, Any] = load("units")["rates"]
    return {key: value if isinstance(value, dict) else frozenset(value) for key, value in rates.items()}


@cache
def _prose() -> frozenset[str]:
    return frozenset(load("units")["lists"]["prose"])


def _unit_under(block: Block, first: int) -> tuple[str, int] | None:
    """A unit that stands below the line, where no guard is needed: "per second", "/l"."""
    if block.words[first] not in after_number().filed:
        return None
    for row in _candidates(rows_after(block.words[first]), _beside(block, first)):
        end = _end(block, row, first)
        if end is not None and not row.owner:
            plain = [name for name, guard in row.meanings if guard is None]
            return (plain or [row.meanings[0][0]])[0], end
    return None


def _per(block: Block, index: int, first: int) -> Denominator | None:
    """"per barrel", "per 100,000 inhabitants", "per million people", "per square kilometre", "per passenger"."""
    value, at = _count(block, first)
    words = block.words
    if at >= len(words):
        return None
    under = _unit_under(block, at)
    if under is not None:
        return Denominator(index, under[1], value, under[0])
    noun = words[at]
    if noun[0].isdigit() or not noun[0].isalpha() or noun in _rates()["not per"] or not block.surface[at].islower():
        return Denominator(index, at + 1, value, _rates()["named"][noun]) if noun in _rates()["named"] else None
    if value == 1:
        return Denominator(index, at + 1, value, _singular(noun))
    if not _many(noun) and at + 1 < len(words) and _many(words[at + 1]):           # "per 1,000 live births"
        return Denominator(index, at + 2, value, f"{noun} {_singular(words[at + 1])}")
    return Denominator(index, at + 1, value, _singular(noun))


def _count(block: Block, first: int) -> tuple[Decimal, int]:
    """The number after "per" and the index behind it: "100,000", "million", "1 million", "thousand"; 1 where there is none."""
    words, at, value = block.words, first, Decimal(1)
    if at < len(words) and words[at].replace(",", "").isdecimal():
        value, at = Decimal(words[at].replace(",", "")), at + 1
    while at < len(words) and words[at] in POWERS:
        value, at = value * 10 ** POWERS[words[at]], at + 1
    return value, at


def _apiece(block: Block, index: int, first: int) -> Denominator | None:
    """"a share", "an hour": only units and listed nouns, and not "a year ago", "a week-long", "a day after"."""
    words = block.words
    if first >= len(words):
        return None
    under = _unit_under(block, first)
    if under is not None and measures.dimension(under[0]) in _rates()["a dimensions"]:
        noun, end = under
    elif words[first] in _rates()["after a"]:
        noun, end = _singular(words[first]), first + 1
    else:
        return None
    if end < len(words) and (words[end] in _rates()["not after"] or (words[end] in HYPHENS and _joined(block, end) and words[end + 1] != "a")):
        return None
    return Denominator(index, end, Decimal(1), noun)


def _slash(block: Block, index: int) -> Denominator | None:
    """"/kg", "/MWh", "/d", "/person"; not "km/3 miles"."""
    first = index + 1
    if first >= len(block.words) or not block.adjacent(first):
        return None
    under = _unit_under(block, first)
    short = _rates()["slash"].get(block.words[first])
    if under is not None or short is not None:
        noun, end = under or (short, first + 1)
        return Denominator(index, end, Decimal(1), noun)
    if block.words[first] in _rates()["after a"]:
        return Denominator(index, first + 1, Decimal(1), _singular(block.words[first]))
    return None


def _to_the(block: Block, index: int) -> Denominator | None:
    if index + 2 >= len(block.words):
        return None
    under = _unit_under(block, index + 2)
    if under is None or not (measures.dimension(under[0]) or "").startswith(measures.MONEY):
        return None
    return Denominator(index, under[1], Decimal(1), under[0])


def _many(noun: str) -> bool:
    return noun in _rates()["plurals"] or noun in _rates()["with a number"] or (noun.endswith("s") and not noun.endswith("ss"))


def _singular(noun: str) -> str:
    """The singular of a plain English noun below the line; "capita" and "head" are persons."""
    known = _rates()["named"].get(noun) or _rates()["plurals"].get(noun)
    if known:
        return str(known)
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
