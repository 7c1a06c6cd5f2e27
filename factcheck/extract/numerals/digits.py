"""Digits and their marks in, their value and precision out: "1,234.5", "1 234", "10 1/2", "2½", "1.99 × 10^30", ".001"."""
from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from factcheck.extract.numerals.scales import and_half, precision_of, scaled
from factcheck.extract.numerals.words import TIMES_SIGNS, Numeral, Words, words
from factcheck.extract.tokens import AFTER_DECIMALS, Block

PLAIN = re.compile(r"\d+(?:\.\d+)?")                                                # "37"  "4.5"
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}")      # "1,234.5"  "12,34,567"
COMMA_PLAIN = re.compile(r"\d+(?:,\d+)?")                                           # "4,5" where the comma is the decimal mark
COMMA_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")                         # "1.234,5"
LAST_POINT = re.compile(r"\d{3}\.\d+")                                             # the end of "1 234.5"
LAST_COMMA = re.compile(r"\d{3},\d+")                                              # and of "1 234,5"
THREE = re.compile(r"\d{3}(?:[.,]\d+)?")
SWISS = frozenset("'’")
GAPS = frozenset("\u00a0\u202f\u2009 ")                                             # no-break, narrow no-break, thin, plain space
SLASHES = frozenset("/⁄")
MAX_DIGITS = 30            # a longer row of digits is not a number that anybody reports


@lru_cache(maxsize=4096)
def _read(text: str, lang: str) -> tuple[Decimal | None, Decimal | None]:
    """The value of digits and how precisely they were written; the same few numbers return in every text."""
    value = value_of(text, lang)
    return value, None if value is None else precision_of(value)


def value_of(text: str, lang: str = "en") -> Decimal | None:
    """Digits with their marks → their value; None where the marks are those of no number ("1,2,3", "6.6.0")."""
    if text.isdecimal():
        return Decimal(text) if len(text) <= MAX_DIGITS else None
    if len(text) > 2 * MAX_DIGITS:
        return None
    if words(lang).decimal_comma:
        if COMMA_GROUPED.fullmatch(text) or COMMA_PLAIN.fullmatch(text):
            return Decimal(text.replace(".", "").replace(",", "."))
    elif GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return Decimal(text) if PLAIN.fullmatch(text) else None


def digits(block: Block, index: int, known: Words, money: bool, lang: str) -> Numeral | None:
    """Digits at a token → their numeral with its groups, fraction and scale: "1,234.5", "1 234", "10 1/2", "4.5bn"; or None."""
    tokens, count = block.words, len(block.words)
    if _alone(tokens, index, known):
        value, precision = _read(tokens[index], lang)
        return None if value is None else Numeral(value, value, precision, index, index + 1)
    text, end = _groups(block, index, LAST_COMMA if known.decimal_comma else LAST_POINT)
    value, precision = _read(text, lang)
    if value is None:
        return None
    first = index
    if index and tokens[index - 1] == "." and text.isdecimal() and _is_decimal_point(block, index):
        value, precision, first = Decimal(f"0.{text}"), None, index - 1             # ".001 per cent"
    found = Numeral(value, value, precision, first, end)
    if end < count and tokens[end] in TIMES_SIGNS:
        found = _power(block, found)
        end = found.end
    elif end < count and tokens[end] == "e" and block.adjacent(end):
        return _exponent(block, found)
    if end < count:
        following = tokens[end]
        if following in known.signs:                                                # "2½"
            total = Fraction(value) + known.signs[following]
            return scaled(block, Numeral(total, total, None, first, end + 1), known, money)
        if following in SLASHES or (end + 2 < count and tokens[end + 1 + (following == "-")] in SLASHES):
            found = _slashed(block, found, known)
        elif following == known.conjunction:                                        # "2 and a half million"
            found = and_half(block, found, known)
    return scaled(block, found, known, money)


def _exponent(block: Block, found: Numeral) -> Numeral:
    """"1.2e6", "1e-5": the power behind an "e" that touches both; a mantissa below ten, so that no code is read as a number."""
    tokens, at = block.words, found.end + 1
    minus = tokens[at:at + 1] in (["-"], ["−"])
    at += minus or tokens[at:at + 1] == ["+"]
    power = tokens[at] if at < len(tokens) else ""
    touching = all(block.adjacent(place) for place in range(found.end, at + 1))
    if not (power.isdecimal() and len(power) < 3 and touching and isinstance(found.low, Decimal) and 0 < found.low < 10):
        return found
    scale = Decimal(1).scaleb(-int(power) if minus else int(power))
    return Numeral(found.low * scale, found.low * scale, None if found.precision is None else found.precision * scale, found.first, at + 1)


def _is_decimal_point(block: Block, index: int) -> bool:
    """Whether the point before the digits at a token is theirs: " .001", and "of. 09 percent", as some texts are spaced."""
    if block.adjacent(index):
        return not block.adjacent(index - 1)
    word, after = block.words[index], block.words[index + 1:index + 2]
    return word[0] == "0" and len(word) > 1 and after in (["percent"], ["per"], ["%"])


def _alone(tokens: list[str], index: int, known: Words) -> bool:
    """Whether nothing beside digits can be part of their number: most are read here."""
    following = tokens[index + 1:index + 3]
    return len(following) == 2 and following[0] not in known.continues and not following[0][0].isdecimal() \
        and following[1] not in SLASHES and (index == 0 or tokens[index - 1] != ".")


def _groups(block: Block, index: int, last: re.Pattern[str]) -> tuple[str, int]:
    """The digits at a token with the groups of three that follow after a gap ("1 234", "1 234.5"), and the token after them."""
    tokens, count, text, end = block.words, len(block.words), block.words[index], index + 1
    if end >= count or len(text) > 3 or not text.isdecimal():
        return text, end
    if last is LAST_COMMA and tokens[end] in SWISS and block.adjacent(end):          # "1'200" as Swiss German prints it
        while end + 1 < count and tokens[end] in SWISS and THREE.fullmatch(tokens[end + 1]) and block.adjacent(end + 1):
            text, end = text + tokens[end + 1], end + 2
        return text, end
    if tokens[end] == "." and not block.adjacent(end) and tokens[end + 1:end + 2] and tokens[end + 1].isdecimal() \
            and not block.adjacent(end + 1) and tokens[end + 2:end + 3] and tokens[end + 2] in AFTER_DECIMALS:
        return f"{text}.{tokens[end + 1]}", end + 2                                 # "4 . 8 %"
    if tokens[end] == ",":                                                          # "80, 000", "3 , 000", as some texts are spaced
        spaced = end + 1 < count and len(tokens[end + 1]) == 3 and tokens[end + 1][0] == "0" and tokens[end + 1].isdecimal()
        return (text + tokens[end + 1], end + 2) if spaced and not block.adjacent(end + 1) else (text, end)
    while end < count and text[0] != "0" and tokens[end][0].isdecimal() and block.text[block.ends[end - 1]:block.starts[end]] in GAPS:
        whole = len(tokens[end]) == 3 and tokens[end].isdecimal()
        if end + 1 < count and tokens[end + 1] == "s" and block.adjacent(end + 1):
            break                                                                   # "18 777s"
        if not whole and not last.fullmatch(tokens[end]):
            break
        text, end = text + tokens[end], end + 1
        if not whole:
            break
    return text, end


def _power(block: Block, found: Numeral) -> Numeral:
    """"1.99 × 10^30", "6.0x10−5": a power of ten after a factor."""
    tokens, at = block.words, found.end + 1
    if tokens[at:at + 1] != ["10"] or not isinstance(found.low, Decimal):
        return found
    at += 1
    at += tokens[at:at + 1] == ["^"]
    sign = tokens[at:at + 1] and tokens[at] in ("-", "−", "–")
    at += bool(sign)
    power = tokens[at] if at < len(tokens) else ""
    if not power.isdecimal() or len(power) > 2 or not block.adjacent(at):
        return found
    value = found.low.scaleb(-int(power) if sign else int(power))
    return Numeral(value, value, None, found.first, at + 1)


def _slashed(block: Block, found: Numeral, known: Words) -> Numeral:
    """"1/2", "10 1/2": a fraction written with a slash, never a date or a ratio of large numbers."""
    tokens, at = block.words, found.end
    at += tokens[at] == "-" and block.adjacent(at)                                  # "4-1/4"
    if tokens[at] not in SLASHES:
        at += 1
    over, under = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else ""
    halved = at + 2 < len(tokens) and tokens[at + 2] in known.halved
    tight = block.adjacent(at)
    even = tight == block.adjacent(at + 1) and (tight or at > found.end or halved)
    if not (over.isdecimal() and under.isdecimal() and len(over) <= 2 and under in ("2", "3", "4", "5", "8", "10", "16", "32")
            and int(over) < int(under) and even):                                   # "10 1/2", "10 1 / 2", "1 / 2 point"; not "1 / 2"
        return found
    if at + 2 < len(tokens) and tokens[at + 2] in SLASHES:                         # "1/2/2020"
        return found
    part = Fraction(int(over), int(under))
    if at == found.end:                                                             # "1/2"
        return Numeral(part, part, None, found.first, at + 2)
    if found.low is None or not isinstance(found.low, Decimal) or found.low != int(found.low):
        return found
    total = Fraction(int(found.low)) + part                                         # "10 1/2"
    return Numeral(total, total, None, found.first, at + 2)
