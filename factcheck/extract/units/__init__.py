"""A place beside a number in, the unit or currency that stands there out: look-ups by token in tables built once.

`unit_after` finds "hectares" in "40 hectares" and in "40-hectare", "miles an hour", "$ per barrel"; `unit_before` finds "US$", "EUR" and
"magnitude"; `denominator` finds what a count or an amount is shared out over ("per 100,000 inhabitants"); `whose` says which dollar
("$50 Canadian"). Words with other meanings are taken only where a guard in the data allows it.

A "pound" is a weight unless the words around it speak of money (a payment, a price, "million" without "of"), and a "dollar" stays a
dollar. Gets wrong: a payment for a weight ("paid for 20 pounds of apples" is money to us where no word of weighing is near).
"""
from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck import measures
from factcheck.data import load
from factcheck.extract.tokens import Block
from factcheck.extract.units.denominators import Denominator as Denominator
from factcheck.extract.units.denominators import denominator as denominator
from factcheck.extract.units.denominators import unit_under
from factcheck.extract.units.guards import SCALES, Place, number_start, passes
from factcheck.extract.units.index import HYPHENS, Row, after_number, before_number, money_nouns, rows_after, rows_before
from factcheck.extract.units.match import beside_of, candidates, end_of, joined, spaced

CONNECTORS = frozenset(("per", "a", "an", "/", "-", "‐", "‑", "to"))
AFTER_MONEY = CONNECTORS.union("(", load("units")["words"]["after_amounts"])
SUMMED = frozenset(load("units")["words"]["summed"])
PROSE = frozenset(load("units")["lists"]["prose"])
FOOT_MARKS = frozenset("'’′")                      # "6'2": the mark belongs to the number before it
PER = "per "
MINUS = frozenset("-−⁻")
POWERS = {"1": "", "2": "square ", "3": "cubic "}


@dataclass(slots=True)
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
        if found is not None and not _contradicted(block, index, found):
            return found
    elif word in HYPHENS and index + 1 < len(words) and words[index + 1] in filed and words[index + 1][0].isalpha() \
            and (joined(block, index) or spaced(block, index) and len(words[index + 1]) > 2 and words[index + 1][-1] != "s"):
        return _unit_at(block, index + 1, index, spelled)                          # "a 10-year bond", "a 10 - year bond"
    return _after_money(block, index) if word in AFTER_MONEY and _money_left(block, index) else None


def unit_before(block: Block, index: int) -> UnitMatch | None:
    """The currency sign or code, or a word such as "magnitude", that ends right before the number at token `index`."""
    words, last = block.words, index - 1
    if last < 0:
        return None
    if words[last] in HYPHENS and last > 0 and joined(block, last):               # "a magnitude-6.1 quake"
        last -= 1
    if words[last] not in before_number().filed:
        return None
    for row in candidates(rows_before(words[last]), words[last - 1] if last else ""):
        first = last + 1 - len(row.tokens)
        if first >= 0 and end_of(block, row, first) == last + 1 and (last == index - 1 or not row.symbol):
            for name, guard in row.meanings:
                if guard is None or passes(guard, Place(block, first, last + 1, index, index, last < index - 1, False)):
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


def whose(block: Block, index: int, noun: str = "dollar") -> UnitMatch | None:
    """Which dollar (or pound, peso …) an amount with a bare sign is, said right after it at token `index`: "$50 Canadian", "$50 (US)"."""
    words = block.words
    bracket = words[index:index + 1] == ["("]
    first = index + bracket
    if first >= len(words) or words[first] not in after_number().filed or not block.surface[first][0].isupper():
        return None
    for row in candidates(rows_after(words[first]), beside_of(block, first)):
        end = end_of(block, row, first)
        if end is None or (words[end:end + 1] != [")"] if bracket else not _closes(block, end)):
            continue
        for meaning, _ in row.meanings:
            kind, _, code = meaning.partition("/") if row.owner else (measures.currency_noun(meaning), "", meaning)
            if kind == noun:
                return _match(index, end + bracket, code)
    return None


def _closes(block: Block, end: int) -> bool:
    """Whether nothing follows that the word before could belong to: "$50 US" and a mark, but not "$50 US troops"."""
    return end >= len(block.words) or not block.words[end][0].isalpha() or block.words[end] in PROSE


def _match(first: int, end: int, name: str) -> UnitMatch | None:
    unit = measures.unit(name)
    return UnitMatch(first, end, unit) if unit else None


def _unit_at(block: Block, first: int, index: int, spelled: bool) -> UnitMatch | None:
    """The unit whose first token stands at `first`, after a number that ends before `index`."""
    for row in candidates(rows_after(block.words[first]), beside_of(block, first)):
        end = end_of(block, row, first)
        if end is None or (row.symbol and _refused(block, row, end, spelled)):
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


def _refused(block: Block, row: Row, end: int, spelled: bool) -> bool:
    """"five m": one letter after a word; "20 L-202"; "five $10 notes": the sign touches the number behind it and belongs to that one."""
    words = block.words
    if not row.tokens[0].isalpha():
        return end < len(words) and words[end][0].isdigit() and block.adjacent(end) and row.tokens[0] not in FOOT_MARKS
    if len(row.tokens) > 1 or len(row.tokens[0]) > 1:
        return False
    return spelled or (end < len(words) and words[end] in HYPHENS and joined(block, end) and words[end + 1][0].isdigit())


def _owned(block: Block, row: Row, end: int) -> UnitMatch | None:
    """A country and then its money: "New Zealand dollars"."""
    words = block.words
    if end < len(words) and words[end] in HYPHENS and joined(block, end):
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
    if left < 1 or block.words[left - 1] not in before_number().filed:
        return False
    before = unit_before(block, left)
    return before is not None and before.dimension.startswith(measures.MONEY)


def _contradicted(block: Block, index: int, found: UnitMatch) -> bool:
    """"$5 m", "$200MM": no measure follows an amount of money; "14:58 hrs": nor a clock."""
    if index > 2 and block.words[index - 2] == ":" and block.words[index - 3][0].isdigit() and block.adjacent(index - 1):
        return True
    return not found.dimension.startswith(measures.MONEY) and _money_left(block, index)


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
    if symbol and end < len(words):
        if words[end] == "." and _abbreviated(block, end):
            end += 1
        elif words[end] in MINUS and _power(block, end):
            return _match(first, end + 2, PER + POWERS[words[end + 1]] + name)      # "1450 cm−1"
        elif end + 1 < len(words) and words[end + 1] in MINUS and _power(block, end + 1):
            below = unit_under(block, end)                                          # "5 kg m−3"
            if below is not None:
                return _match(first, end + 3, f"{name} {PER}{POWERS[words[end + 2]]}{below[0]}")
    for _ in range(2):
        if end >= len(words) or words[end] not in CONNECTORS:
            break
        under = denominator(block, end)
        if under is None:
            break
        name, end = measures.per(name, under.name), under.end
    return _match(first, end, name)


def _power(block: Block, at: int) -> bool:
    """Whether a minus and a power touch the symbol before token `at`, and no word follows: "30 m-2 boats" has no power."""
    if not (block.adjacent(at) and block.adjacent(at + 1) and block.words[at + 1] in POWERS):
        return False
    return block.words[at] != "-" or at + 2 >= len(block.words) or not block.words[at + 2][0].isalnum()


def _abbreviated(block: Block, dot: int) -> bool:
    """Whether a full stop after a symbol ends an abbreviation and not a sentence."""
    if not block.adjacent(dot) or not block.surface[dot - 1].isalpha() or dot + 1 >= len(block.words):
        return False
    after = block.surface[dot + 1]
    return after[0].islower() or after in ",;)(" or (after[0].isdigit() and block.words[dot - 1] in SUMMED)
