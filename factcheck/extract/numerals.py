"""A block and a token in, the numeral that is written there out: digits, words, fractions and vague words, scaled, with its precision.

Grammar: digits ("1,234.5", "1 234", "2½", "10 1/2") or words ("a hundred and five", "twenty-one"), then scales ("1.2 million", "4.5bn").
The value is taken from the surface with Decimal; a fraction stays one. Precision is the place of the last digit that was written.

Gets wrong: "eighteen fifty" as a year in words; "one two three" reads as three numbers, which is what it mostly is.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.data import load
from factcheck.extract.tokens import Block
from factcheck.model import Number

PLAIN = re.compile(r"\d+(?:\.\d+)?")                                                # "37"  "4.5"
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}")      # "1,234.5"  "12,34,567"
COMMA_PLAIN = re.compile(r"\d+(?:,\d+)?")                                           # "4,5" where the comma is the decimal mark
COMMA_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")                         # "1.234,5"
GAPS = frozenset("\u00a0\u202f\u2009 ")                                             # no-break, narrow no-break, thin, plain space
TIMES_SIGNS = frozenset("×x·")
MAX_DIGITS = 30            # a longer row of digits is not a number that anybody reports
DASHES = frozenset("-‐‑")


class Numeral(NamedTuple):
    """A number as written: equal ends, or None and None for a vague word; tokens `first` to `end` (exclusive) say it."""

    low: Number | None
    high: Number | None
    precision: Decimal | None
    first: int
    end: int
    vague: str | None = None
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of one language, ready for look-up."""

    small: dict[str, int]
    ones: frozenset[str]
    tens: frozenset[str]
    scales: dict[str, int]
    suffixes: dict[str, tuple[int, bool]]
    groups: dict[str, int]
    fractions: dict[str, Fraction]
    signs: dict[str, Fraction]
    vague: frozenset[str]
    ordinals: dict[str, int]
    endings: frozenset[str]
    articles: frozenset[str]
    conjunction: str
    starts: frozenset[str]


@cache
def words(lang: str = "en") -> Words:
    """A language → its number words."""
    table = load(f"lang.{lang}.numerals")
    ones = {word: int(value) for word, value in table["ones"].items()}
    tens = {word: int(value) for word, value in table["tens"].items()}
    scales = {word: int(value) for word, value in table["scales"].items()}
    groups = {word: int(value) for word, value in table["groups"].items()}
    signs = {sign: Fraction(value) for sign, value in table["signs"].items()}
    vague = frozenset(table["vague"])
    return Words(
        small={**ones, **tens}, ones=frozenset(ones), tens=frozenset(tens), scales=scales,
        suffixes={word: (int(entry["value"]), entry.get("money") == "yes") for word, entry in table["suffixes"].items()},
        groups=groups, fractions={word: Fraction(value) for word, value in table["fractions"].items()}, signs=signs, vague=vague,
        ordinals={word: int(value) for word, value in table["ordinals"].items()}, endings=frozenset(table["ordinal_endings"]),
        articles=frozenset(table["articles"]), conjunction=table["conjunction"],
        starts=frozenset((*ones, *tens, *scales, *groups, *signs, *vague, "half", "quarter")))


def numeral(block: Block, index: int, lang: str = "en", money: bool = False) -> Numeral | None:
    """The numeral at token `index` (an article before it included), or None. `money`: a currency stands before it, so "5m" is 5 million."""
    word = block.words[index]
    if word[0].isdecimal():
        return _digits(block, index, words(lang), money, lang)
    known = words(lang)
    if word not in known.starts:
        return None
    if word in known.vague:
        return _vague(block, index, known)
    if word in known.signs:
        return _scaled(block, Numeral(known.signs[word], known.signs[word], None, index, index + 1), known, money)
    return _spelled(block, index, known)


def value_of(text: str, lang: str = "en") -> Decimal | None:
    """Digits with their marks → their value; None where the marks are those of no number ("1,2,3", "6.6.0")."""
    if text.isdecimal():
        return Decimal(text) if len(text) <= MAX_DIGITS else None
    if len(text) > 2 * MAX_DIGITS:
        return None
    if lang in COMMA_LANGUAGES:
        if COMMA_GROUPED.fullmatch(text) or COMMA_PLAIN.fullmatch(text):
            return Decimal(text.replace(".", "").replace(",", "."))
    elif GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return Decimal(text) if PLAIN.fullmatch(text) else None


COMMA_LANGUAGES = frozenset(["de", "fr", "es", "it", "pt", "nl", "pl", "ru", "sv", "da", "nb", "fi", "cs", "tr", "sq", "el", "ro", "hr", "sr"])


@cache
def _place(digits: int) -> Decimal:
    return Decimal(1).scaleb(digits)


def precision_of(value: Decimal) -> Decimal:
    """The place of the last digit as written: 4.50 → 0.01, 3000 → 1000, 21 → 1, 0 → 1."""
    exponent = int(value.as_tuple().exponent)
    if exponent < 0:
        return _place(exponent)
    whole = int(value)
    if whole % 10:
        return _place(0)
    places = 0
    while whole and whole % 10 == 0:
        whole //= 10
        places += 1
    return _place(places)


def _digits(block: Block, index: int, known: Words, money: bool, lang: str) -> Numeral | None:
    text = block.words[index]
    end = index + 1
    tokens, count = block.words, len(block.words)
    if len(text) <= 3 and text.isdecimal() and end < count and len(tokens[end]) == 3 and tokens[end].isdecimal() and text[0] != "0":
        while end < count and len(tokens[end]) == 3 and tokens[end].isdecimal() and block.text[block.ends[end - 1]:block.starts[end]] in GAPS:
            text += tokens[end]                                                     # "1 234"
            end += 1
    value = value_of(text, lang)
    if value is None:
        return None
    first = index
    if index and tokens[index - 1] == "." and text.isdecimal() and block.adjacent(index) and not block.adjacent(index - 1):
        value, first = Decimal(f"0.{text}"), index - 1                              # ".001 per cent"
    found = Numeral(value, value, None, first, end)
    if end < count and tokens[end] in TIMES_SIGNS:
        found = _power(block, found)
        end = found.end
    if end < count:
        following = tokens[end]
        if following in known.signs:                                                # "2½"
            total = Fraction(value) + known.signs[following]
            return _scaled(block, Numeral(total, total, None, first, end + 1), known, money)
        if following in "/⁄" or (end + 2 < count and tokens[end + 1] in "/⁄"):
            found = _slashed(block, found)
        elif following == known.conjunction:                                        # "2 and a half million"
            found = _and_half(block, found, known)
    return _scaled(block, found, known, money)


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


def _slashed(block: Block, found: Numeral) -> Numeral:
    """"1/2", "10 1/2": a fraction written with a slash, never a date or a ratio of large numbers."""
    at = found.end
    tokens = block.words
    if tokens[at] not in "/⁄":
        at += 1
    over, under = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else ""
    if not (over.isdecimal() and under.isdecimal() and len(over) <= 2 and under in ("2", "3", "4", "5", "8", "10", "16", "32")
            and int(over) < int(under) and block.adjacent(at) and block.adjacent(at + 1)):
        return found
    if at + 2 < len(tokens) and tokens[at + 2] in "/⁄":                             # "1/2/2020"
        return found
    part = Fraction(int(over), int(under))
    if at == found.end:                                                             # "1/2"
        return Numeral(part, part, None, found.first, at + 2)
    if found.low is None or not isinstance(found.low, Decimal) or found.low != int(found.low):
        return found
    total = Fraction(int(found.low)) + part                                         # "10 1/2"
    return Numeral(total, total, None, found.first, at + 2)


def _and_half(block: Block, found: Numeral, known: Words) -> Numeral:
    """"two and a half", "2 and three quarters": adds the fraction that follows "and"."""
    tokens, at = block.words, found.end + 1
    count = len(tokens)
    top = 1
    if at < count and tokens[at] in known.articles:
        at += 1
    elif at < count and tokens[at] in known.ones:
        top = known.small[tokens[at]]
        at += 1
    else:
        return found
    if at < count and tokens[at] in DASHES:
        at += 1
    part = known.fractions.get(tokens[at]) if at < count else None
    if part is None or found.low is None or (at + 1 < count and tokens[at + 1] == "of"):
        return found
    total = Fraction(found.low) + top * part
    value: Number = Decimal(total.numerator) / Decimal(total.denominator) if total.denominator in (2, 4, 8, 5, 10) else total
    return Numeral(value, value, None, found.first, at + 1, None, found.spelled)


def _scaled(block: Block, found: Numeral, known: Words, money: bool) -> Numeral:
    """Multiplies by what follows: "million", "bn", "dozen"; fills in the precision."""
    tokens, end, count = block.words, found.end, len(block.words)
    factor = 1
    if end < count:
        at = end + 1 if tokens[end] in DASHES and end + 1 < count and (tokens[end + 1] in known.scales) else end   # "a 5-million"
        while at < count and tokens[at] in known.scales:
            factor *= known.scales[tokens[at]]
            end = at = at + 1
        if factor == 1 and tokens[end] in known.suffixes:
            value, needs_money = known.suffixes[tokens[end]]
            if (not needs_money or money or _big(block.surface[end])) and (block.starts[end] - block.ends[end - 1]) <= 1 \
                    and not _unit_goes_on(block, end + 1):
                factor, end = value, end + 1
        elif factor == 1 and tokens[end] == "dozen":
            factor, end = 12, end + 1
    low = found.low
    if low is None:
        return found
    if isinstance(low, Fraction):
        result: Number = low * factor
        if isinstance(result, Fraction) and result.denominator == 1 and factor > 1:
            result = Decimal(result.numerator)
        return Numeral(result, result, None, found.first, end, None, found.spelled)
    precision = precision_of(low) * factor
    value_ = low * factor if factor > 1 else low
    if factor > 1 and value_ == value_.to_integral_value():
        value_ = value_.quantize(Decimal(1))
    return Numeral(value_, value_, precision, found.first, end, None, found.spelled)


def _big(surface: str) -> bool:
    """"8 B people", "20 M users": a capital after a space or digit is a scale even where no money is spoken of; "5 T" is not."""
    return surface in ("B", "M")


def _unit_goes_on(block: Block, index: int) -> bool:
    """Whether the letter before token `index` is the start of a unit: "10 m/s", "5 m²", "3 m-high"."""
    return index < len(block.words) and block.adjacent(index) and block.words[index][0] in "/²³^·0123456789"


def _vague(block: Block, index: int, known: Words) -> Numeral | None:
    """"dozens", "tens of thousands", "a few hundred", "several million"."""
    tokens, count = block.words, len(block.words)
    word, first, end = tokens[index], index, index + 1
    if word == "tens" and not (end + 1 < count and tokens[end] == "of" and tokens[end + 1] in known.vague):
        return None                                                                 # "in their tens"
    if word in ("few", "handful"):
        if index == 0 or tokens[index - 1] not in known.articles:
            if index == 0 or tokens[index - 1] not in ("last", "past", "next", "these", "those", "the", "first"):
                return None                                                         # "few people" says how few, not how many
        elif index:
            first = index - 1
    if end + 1 < count and tokens[end] == "of" and tokens[end + 1] in known.vague and tokens[end + 1] not in ("several", "few", "handful"):
        return Numeral(None, None, None, first, end + 2, f"{word} of {tokens[end + 1]}")
    if word in ("several", "few") and end < count and tokens[end] in known.scales:
        return Numeral(None, None, None, first, end + 1, f"{word} {tokens[end]}")
    if word in ("several", "few") and end < count and tokens[end] == "dozen":
        return Numeral(None, None, None, first, end + 1, f"{word} dozen")
    return Numeral(None, None, None, first, end, word)


def _spelled(block: Block, index: int, known: Words) -> Numeral | None:
    """Number words from token `index`: "twenty-one", "a hundred and five thousand", "two dozen", "half a million", "a couple of"."""
    tokens, count = block.words, len(block.words)
    word = tokens[index]
    before = tokens[index - 1] if index else ""
    first = index - 1 if before in known.articles else index
    if word in ("half", "quarter"):
        return _half(block, index, known)
    if word in known.groups:
        return _group(block, index, first, known)
    if word in known.scales and first == index:
        return None if before.isalpha() and word != "hundred" else Numeral(Decimal(known.scales[word]), Decimal(known.scales[word]),
                                                                            Decimal(known.scales[word]), index, index + 1, None, True)
    total, end = _walk(block, index, known)
    found = Numeral(Decimal(total), Decimal(total), precision_of(Decimal(total)), first if word in known.scales else index, end, None, True)
    if end < count and tokens[end] == known.conjunction:
        half = _and_half(block, found, known)
        if half is not found:
            return _scaled(block, half, known, False)
    if end < count and tokens[end] == "point" and end + 1 < count and tokens[end + 1] in known.ones:    # "two point five million"
        return _scaled(block, _point(block, found, known), known, False)
    if end < count and tokens[end] in ("dozen", "score"):
        factor = known.groups[tokens[end]]
        return Numeral(found.low * factor, found.low * factor, Decimal(factor), found.first, end + 1, None, True) if found.low is not None else found
    return found


def _point(block: Block, found: Numeral, known: Words) -> Numeral:
    digits, at = "", found.end + 1
    while at < len(block.words) and block.words[at] in known.ones and known.small[block.words[at]] < 10:
        digits += str(known.small[block.words[at]])
        at += 1
    value = Decimal(f"{found.low}.{digits}") if digits else Decimal(0)
    return Numeral(value, value, None, found.first, at, None, True) if digits else found


def _walk(block: Block, index: int, known: Words) -> tuple[int, int]:
    """The value of the longest row of number words from `index`, and the token after it."""
    tokens, count = block.words, len(block.words)
    total, current, end, at, last = 0, 0, index, index, 0
    while at < count:
        word = tokens[at]
        if word in known.small:
            value = known.small[word]
            if last and not (last >= 100 or (last in (20, 30, 40, 50, 60, 70, 80, 90) and value < 10)):
                break                                                               # "five six" are two numbers
            current += value
            last = value
        elif word in known.scales and (current or at == index):
            scale = known.scales[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total += (current or 1) * scale
                current = 0
            last = scale
        elif (word in DASHES and at > index and last in (20, 30, 40, 50, 60, 70, 80, 90) and at + 1 < count
              and (tokens[at + 1] in known.ones and known.small[tokens[at + 1]] < 10)):   # "twenty-one"
            at += 1
            continue
        elif word == known.conjunction and last >= 100 and at + 1 < count and tokens[at + 1] in known.small and _goes_on(block, at, known):
            at += 1                                                                 # "a hundred and five"
            continue
        else:
            break
        at += 1
        end = at
    return total + current, end


def _goes_on(block: Block, at: int, known: Words) -> bool:
    """Whether "and" at token `at` continues one number ("two hundred and five people") rather than joining two ("a million and two cars")."""
    return block.words[at - 1] in ("hundred", "thousand") and not (at + 2 < len(block.words) and block.words[at + 2] in known.scales
                                                                      and block.words[at - 1] == block.words[at + 2])


def _group(block: Block, index: int, first: int, known: Words) -> Numeral | None:
    """"a dozen", "half a dozen", "a score of", "a couple of people"; a plain "score" or "couple" is no number."""
    word, tokens = block.words[index], block.words
    value = known.groups[word]
    if word != "dozen":
        of_follows = index + 1 < len(tokens) and tokens[index + 1] == "of"
        if first == index or not (of_follows):
            return None                                                             # "the score", "a couple was hurt"
    end = index + 1
    number = Decimal(value)
    if first == index and word == "dozen" and index and tokens[index - 1] in known.ones:
        return None
    return Numeral(number, number, Decimal(value if word != "couple" and word != "pair" else 1), first, end, None, True)


def _half(block: Block, index: int, known: Words) -> Numeral | None:
    """"half a million", "half a dozen", "a quarter million", "a quarter of a million": a part of a scale; other fractions are read as shares."""
    tokens, at, count = block.words, index + 1, len(block.words)
    part = known.fractions[tokens[index]]
    if at + 2 < count and tokens[at] == "of" and tokens[at + 1] in known.articles and tokens[at + 2] in known.scales:
        at += 1
    if at < count and tokens[at] in known.articles:
        at += 1
    elif at < count and tokens[at] in DASHES:
        at += 1
    if at >= count or (tokens[at] not in known.scales and tokens[at] != "dozen"):
        return None
    factor = known.scales.get(tokens[at], 12)
    value = part * factor
    number = Decimal(value.numerator) / value.denominator
    first = index - 1 if index and tokens[index - 1] in known.articles else index
    return Numeral(number, number, Decimal(factor) / 10 if factor > 12 else Decimal(1), first, at + 1, None, True)
