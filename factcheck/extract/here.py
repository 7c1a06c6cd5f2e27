"""Where a reader stands: the sentence around a candidate, and the number that was found there with its units."""
from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.draft import Draft
from factcheck.extract.grammar import Grammar, grammar
from factcheck.extract.numerals import Numeral, Words, numeral
from factcheck.extract.tokens import Block
from factcheck.extract.units import UnitMatch, unit_after
from factcheck.extract.units.foreign import foreign_unit

DASHES = frozenset("-‐‑–—−")
HYPHENS = frozenset("-‐‑–")
PADDING = [""] * 40         # tokens behind a sentence, or before its first by a negative index, that anybody may ask for


@dataclass(slots=True)      # the fields of a slotted class are read five times as fast as those of a tuple, and made as fast if not frozen
class Here:
    """A sentence of a block, tokens `begin` to `limit`; what lies before token `floor` belongs to an earlier quantity."""

    block: Block
    words: list[str]
    said: list[str]
    """The words of the sentence at their places, "" before and behind it: a look beside a number is one look-up."""
    floor: int
    begin: int
    limit: int
    known: Words
    rules: Grammar
    lang: str
    previous: Draft | None = None
    """The quantity before, in the same sentence."""

    @classmethod
    def of(cls, block: Block, begin: int, limit: int, known: Words, lang: str) -> Here:
        """The sentence of a block that is its tokens `begin` to `limit` (exclusive)."""
        said = [""] * begin + block.words[begin:limit] + PADDING
        return cls(block, block.words, said, begin, begin, limit, known, grammar(), lang)

    def capital(self, index: int) -> bool:
        """Whether the token of the sentence begins with a capital."""
        return self.begin <= index < self.limit and self.block.surface[index][0].isupper()

    def tight(self, index: int) -> bool:
        """Whether the mark at a token touches the tokens on both sides: the dash of "7-2"."""
        return index + 1 < self.limit and self.block.adjacent(index) and self.block.adjacent(index + 1)

    def number(self, index: int, money: bool = False) -> Numeral | None:
        """The numeral at a token, inside the sentence."""
        return numeral(self.block, index, self.lang, money) if index < self.limit else None

    def unit(self, index: int, spelled: bool) -> UnitMatch | None:
        """The unit that starts at a token, inside the sentence."""
        found = unit_after(self.block, index, spelled) if index < self.limit else None
        if found is None and self.lang != "en" and index < self.limit:
            found = foreign_unit(self.block, index, self.lang)
        return found if found is not None and found.end <= self.limit else None


@dataclass(slots=True)
class Candidate:
    """A numeral with the currency before it and the unit after it, where there are any."""

    number: Numeral
    symbol: UnitMatch | None
    unit: UnitMatch | None
