"""The amount before a unit of time: "two and a half" years ago, "a couple of" weeks later, and the words that hedge it."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import APPROXIMATE
from factcheck.extract.numerals import numeral
from factcheck.extract.numerals import words as number_words

LONGEST = 8          # tokens of a numeral: "two hundred and twenty-one and a half"
LAST_WORDS = number_words().starts | frozenset(number_words().scales) | {"half", "quarter", "quarters"}
INNER_WORDS = LAST_WORDS | {"-", "and", "a"}


def amount(scan: Scan, index: int) -> tuple[Decimal | Fraction | None, int]:
    """The number that ends right before token `index` and where it begins; None for a vague one, `index` itself for none."""
    words, last = scan.words, index - 1
    if not scan.free(last):
        return None, index
    word = words[last]
    if word in ("a", "an", "one"):
        return (Fraction(1, 2), last - 1) if words[last - 1] == "half" and scan.free(last - 1) else (Decimal(1), last)
    if word == "of" and words[last - 2] == "a" and words[last - 1] in ("couple", "number"):
        return (Decimal(2) if words[last - 1] == "couple" else None), last - 2
    if word in ("many", "some"):
        return None, last
    if word not in LAST_WORDS and not word[:1].isdecimal():
        return None, index
    first = last
    while first > scan.floor and index - first < LONGEST and (words[first - 1] in INNER_WORDS or words[first - 1][:1].isdecimal()):
        first -= 1
    for start in range(first, index):
        found = numeral(scan.block, start) if words[start] not in ("-", "and") else None
        if found is not None and found.end == index:
            return found.low, found.first
    return None, index


def hedges(scan: Scan, first: int) -> tuple[str | None, int]:
    """The TIMEX3 modifier of the words before an amount ("more than" two years ago) and where the phrase begins with them."""
    words, mod = scan.words, None
    while first > scan.floor:
        word = words[first - 1]
        if word == "than" and words[first - 2] in ("more", "less", "fewer"):
            mod, first = ("MORE_THAN" if words[first - 2] == "more" else "LESS_THAN"), first - 2
        elif word == "least" and words[first - 2] == "at":
            mod, first = "EQUAL_OR_MORE", first - 2
        elif word in APPROXIMATE:
            mod, first = APPROXIMATE[word] or mod, first - 1
        elif word == "a" and words[first] == "mere":
            first -= 1
        else:
            break
    return mod, first


def written(number: Decimal | Fraction | None) -> str:
    """The number as TIMEX3 writes it: "3", "2.5", "X" for a vague one."""
    if number is None:
        return "X"
    return str(int(number)) if number == int(number) else str(float(number))
