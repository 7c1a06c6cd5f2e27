"""A place after a count or an amount in, what it is shared out over out: "per 100,000 inhabitants", "a share", "/kg".

"$6 each" is a plain price.
"""
from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from factcheck import measures
from factcheck.data import load
from factcheck.extract.grammar import singular
from factcheck.extract.tokens import Block
from factcheck.extract.units.index import HYPHENS, after_number, rows_after
from factcheck.extract.units.match import beside_of, candidates, end_of, joined
from factcheck.frozen import frozen


@frozen
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


def denominator(block: Block, index: int) -> Denominator | None:
    """What stands at token `index` after a counted noun or an amount: "per million people", "a share", "/kg"; else None."""
    words = block.words
    if index >= len(words):
        return None
    word, at = words[index], index
    if word in HYPHENS and index + 2 < len(words):         # "a 12-cent-a-share dividend", "$ 70 - a - share" in tokenized text
        if not joined(block, index) and words[index + 2] not in HYPHENS:
            return None
        at, word = index + 1, words[index + 1]
    after = at + 2 if at + 1 < len(words) and words[at + 1] in HYPHENS and (at > index or joined(block, at + 1)) else at + 1
    if word == "per":
        return _per(block, index, after)
    if word in ("a", "an"):
        return _apiece(block, index, after)
    if word == "/" and block.adjacent(index):
        return _slash(block, index)
    if word == "p.a.":
        return Denominator(index, index + 1, Decimal(1), _rates()["named"][word])
    if words[index:index + 2] in (["for", "every"], ["for", "each"]):
        return _per(block, index, index + 2)
    if words[index:index + 2] == ["to", "the"]:            # "150 yen to the dollar"
        return _to_the(block, index)
    return None


@cache
def _rates() -> dict[str, Any]:
    rates: dict[str, Any] = load("units")["rates"]
    return {key: value if isinstance(value, dict) else frozenset(value) for key, value in rates.items()}


def unit_under(block: Block, first: int) -> tuple[str, int] | None:
    """A unit that stands below the line, where no guard is needed: "per second", "/l"."""
    if block.words[first] not in after_number().filed:
        return None
    for row in candidates(rows_after(block.words[first]), beside_of(block, first)):
        end = end_of(block, row, first)
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
    under = unit_under(block, at)
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
    words, at, value, powers = block.words, first, Decimal(1), _rates()["powers"]
    if at < len(words) and words[at].replace(",", "").isdecimal():
        value, at = Decimal(words[at].replace(",", "")), at + 1
    while at < len(words) and words[at] in powers:
        value, at = value * 10 ** int(powers[words[at]]), at + 1
    return value, at


def _apiece(block: Block, index: int, first: int) -> Denominator | None:
    """"a share", "an hour": only units and listed nouns, and not "a year ago", "a week-long", "a day after"."""
    words = block.words
    if first >= len(words):
        return None
    under = unit_under(block, first)
    if under is not None and measures.dimension(under[0]) in _rates()["a dimensions"]:
        noun, end = under
    elif words[first] in _rates()["after a"]:
        noun, end = _singular(words[first]), first + 1
    else:
        return None
    timed = under is not None and measures.dimension(noun) == "time"
    if end < len(words) and (timed and words[end] in _rates()["not after"] and not _since(block, end) or _goes_on(block, end)):
        return None
    return Denominator(index, end, Decimal(1), noun)


def _since(block: Block, end: int) -> bool:
    """"18,000 passengers an hour from 2031": what follows is a date and not the start of a distance in time."""
    return block.words[end] == "from" and end + 1 < len(block.words) and bool(block.taken[end + 1]) and block.words[end + 1][0].isdigit()


def _goes_on(block: Block, end: int) -> bool:
    """"a week-long strike": the noun is the first half of another word."""
    return block.words[end] in HYPHENS and joined(block, end) and block.words[end + 1] != "a"


def _slash(block: Block, index: int) -> Denominator | None:
    """"/kg", "/MWh", "/d", "/person"; not "km/3 miles"."""
    first = index + 1
    if first >= len(block.words) or not block.adjacent(first):
        return None
    under = unit_under(block, first)
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
    under = unit_under(block, index + 2)
    if under is None or not (measures.dimension(under[0]) or "").startswith(measures.MONEY):
        return None
    return Denominator(index, under[1], Decimal(1), under[0])


def _many(noun: str) -> bool:
    return noun in _rates()["plurals"] or noun in _rates()["with a number"] or (noun.endswith("s") and not noun.endswith("ss"))


def _singular(noun: str) -> str:
    """The singular of a plain English noun below the line; "capita" and "head" are persons."""
    return str(_rates()["named"].get(noun) or _rates()["plurals"].get(noun) or singular(noun))
