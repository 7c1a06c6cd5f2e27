"""What multiplies or adds to a number that was read: "million", "bn", "dozen", "and a half"; and how precisely it was written."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from factcheck.extract.numerals.words import DASHES, Numeral, Words
from factcheck.extract.tokens import Block
from factcheck.model import Number


@cache
def _place(digits: int) -> Decimal:
    return Decimal(1).scaleb(digits)


def precision_of(value: Decimal) -> Decimal:
    """The place of the last digit as written: 4.50 → 0.01, 3000 → 1000, 21 → 1, 0 → 1."""
    text = str(value)
    if "E" in text:                                                                 # 1.99 × 10^30
        text = f"{value:f}"
    _, point, decimals = text.partition(".")
    return _place(-len(decimals) if point else len(text) - len(text.rstrip("0") or text))


def and_half(block: Block, found: Numeral, known: Words) -> Numeral:
    """"two and a half", "2 and three quarters": adds the fraction that follows "and"."""
    tokens, at = block.words, found.end + 1
    count = len(tokens)
    top = 1
    at += at + 1 < count and tokens[at - 1] in DASHES                               # "two-and-a-half"
    at += at < count and tokens[at] in DASHES
    if at < count and tokens[at] in known.articles:
        at += 1
    elif at < count and tokens[at] in known.ones and tokens[found.end] not in DASHES:
        top = known.small[tokens[at]]
        at += 1
    else:
        return found
    if at < count and tokens[at] in DASHES:
        at += 1
    part = known.fractions.get(tokens[at]) if at < count else None
    if part is None or found.low is None or (at + 1 < count and tokens[at + 1] == "of"):
        return found
    if tokens[found.end - 1] in known.scales:
        part *= known.scales[tokens[found.end - 1]]                                 # "a million and a half"
    total = Fraction(found.low) + top * part
    value: Number = Decimal(total.numerator) / Decimal(total.denominator) if total.denominator in (2, 4, 8, 5, 10) else total
    return Numeral(value, value, None, found.first, at + 1, None, found.spelled)


def scaled(block: Block, found: Numeral, known: Words, money: bool) -> Numeral:
    """Multiplies by what follows: "million", "bn", "dozen"; fills in the precision."""
    tokens, end, count = block.words, found.end, len(block.words)
    factor = 1
    if end < count:
        at = end + 1 if tokens[end] in DASHES and end + 1 < count and (tokens[end + 1] in known.scales) else end   # "a 5-million"
        while at < count and tokens[at] in known.scales:
            factor *= known.scales[tokens[at]]
            end = at = at + 1
        if factor == 1 and tokens[end] in known.suffixes:
            value, needs = known.suffixes[tokens[end]]
            needs = "yes" if block.surface[end] == "K" and not block.adjacent(end) else needs               # "4.2 K" may be kelvins
            many = needs == "yes" and (_big(block.surface[end]) or _things_follow(block, end + 1, known))
            if ((needs == "no" or money or many) and (block.starts[end] - block.ends[end - 1]) <= 1
                    and not _unit_goes_on(block, end + 1)):
                factor, end = value, end + 1
        elif factor == 1 and tokens[end] == "dozen":
            factor, end = 12, end + 1
    low, found.end = found.low, end
    if found.precision is None and isinstance(low, Decimal):
        found.precision = precision_of(low)
    if low is not None and factor > 1:
        found.low = found.high = multiplied(low, factor)
        found.precision = found.precision and found.precision * factor
    return found


def multiplied(number: Number, factor: int) -> Number:
    """A number as written and its scale → the number that is meant: 4.5 and 1000000 → 4500000, and not 4500000.0."""
    if factor == 1:
        return number
    value = number * factor
    if not isinstance(value, Decimal):
        return Decimal(value.numerator) if value.denominator == 1 else value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _big(surface: str) -> bool:
    """"8 B people", "20 M users": a capital after a space or digit is a scale even where no money is spoken of; "5 T" is not."""
    return surface in ("B", "M")


def _things_follow(block: Block, index: int, known: Words) -> bool:
    """"30m users", "1.2m tons", "35m of its devices": many things follow, so the letter is a scale; not in "5m high", "100m race"."""
    words = block.words
    if index >= len(words) or not words[index][0].isalpha() or block.adjacent(index):
        return False
    word = words[index]
    if word == "of":
        return words[index + 1:index + 2] in (["its"], ["their"], ["our"], ["the"])
    return len(word) > 3 and word[-1] == "s" and word[-2] != "s" or word in known.many_things


def _unit_goes_on(block: Block, index: int) -> bool:
    """Whether the letter before token `index` is the start of a unit: "10 m/s", "5 m²", "3 m-high"."""
    return index < len(block.words) and block.adjacent(index) and block.words[index][0] in "/²³^·☉⊕0123456789"
