"""A block and a token in, the numeral that is written there out: digits, words, fractions and vague words, scaled, with its precision.

Grammar: digits ("1,234.5", "1 234", "2½", "10 1/2") or words ("a hundred and five", "twenty-one"), then scales ("1.2 million", "4.5bn").
The value is taken from the surface with Decimal; a fraction stays one. Precision is the place of the last digit that was written.

Gets wrong: "eighteen fifty" as a year in words; "one two three" reads as three numbers, which is what it mostly is.
"""
from __future__ import annotations

from factcheck.extract.numerals.digits import digits, value_of
from factcheck.extract.numerals.scales import multiplied, precision_of, scaled
from factcheck.extract.numerals.spelled import spelled, vague
from factcheck.extract.numerals.words import Numeral, Words, words
from factcheck.extract.tokens import Block

__all__ = ["Numeral", "Words", "multiplied", "numeral", "precision_of", "value_of", "words"]


def numeral(block: Block, index: int, lang: str = "en", money: bool = False) -> Numeral | None:
    """The numeral at token `index` (an article before it included), or None. `money`: a currency stands before it, so "5m" is 5 million."""
    word = block.words[index]
    if word[0].isdecimal():
        return digits(block, index, words(lang), money, lang)
    known = words(lang)
    if word not in known.starts:
        return None
    if word in known.vague:
        return vague(block, index, known)
    if word in known.signs:
        return scaled(block, Numeral(known.signs[word], known.signs[word], None, index, index + 1), known, money)
    return spelled(block, index, known)
