"""What a numeral is, and the number words of a language ready for look-up."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factcheck.data import load
from factcheck.model import Number

DASHES = frozenset("-‐‑")


@dataclass(slots=True)      # not frozen, which would make it as slow to make as to read
class Numeral:
    """A number as written: equal ends, or None and None for a vague word; tokens `first` to `end` (exclusive) say it."""

    low: Number | None
    high: Number | None
    precision: Decimal | None
    first: int
    end: int
    vague: str | None = None
    spelled: bool = False
    ordinal: bool = False
    """Said as a rank: "twenty-first", "the two hundredth"."""


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
    scale_ordinals: dict[str, int]
    ranking: frozenset[str]
    endings: frozenset[str]
    articles: frozenset[str]
    conjunction: str
    starts: frozenset[str]
    """The words that a numeral begins with."""
    candidates: frozenset[str]
    """Those, and every other word that makes a quantity."""
    multiples: dict[str, tuple[Fraction, str | None]]
    comparisons: dict[str, int]
    verbs: frozenset[str]
    times: frozenset[str]
    long: frozenset[str]
    odds: frozenset[str]
    votes: frozenset[str]
    stages: frozenset[str]
    kin: frozenset[str]


@cache
def words(lang: str = "en") -> Words:
    """A language → its number words."""
    table = load(f"lang.{lang}.numerals")
    ones = {word: int(value) for word, value in table["ones"].items()}
    tens = {word: int(value) for word, value in table["tens"].items()}
    scales = {word: int(value) for word, value in table["scales"].items()}
    groups = {word: int(value) for word, value in table["groups"].items()}
    fractions = {word: Fraction(value) for word, value in table["fractions"].items()}
    signs = {sign: Fraction(value) for sign, value in table["signs"].items()}
    vague = frozenset(table["vague"])
    starts = frozenset((*ones, *tens, *scales, *groups, *signs, *vague, "half", "quarter"))
    return Words(
        small={**ones, **tens}, ones=frozenset(ones), tens=frozenset(tens), scales=scales,
        suffixes={word: (int(entry["value"]), entry.get("money") == "yes") for word, entry in table["suffixes"].items()},
        groups=groups, fractions=fractions, signs=signs, vague=vague,
        ordinals={word: int(value) for word, value in table["ordinals"].items()},
        scale_ordinals={word: int(value) for word, value in table["scale_ordinals"].items()}, ranking=frozenset(table["ranking"]),
        endings=frozenset(table["ordinal_endings"]),
        articles=frozenset(table["articles"]), conjunction=table["conjunction"],
        starts=starts, candidates=starts.union(*(table[name] for name in ("ordinals", "multiples", "comparisons", "times"))),
        multiples={word: (Fraction(entry["value"]), entry.get("trend")) for word, entry in table["multiples"].items()},
        comparisons={word: int(value) for word, value in table["comparisons"].items()}, verbs=frozenset(table["multiplying_verbs"]),
        times=frozenset(table["times"]), long=frozenset(table["long"]), odds=frozenset(table["odds"]), votes=frozenset(table["votes"]),
        stages=frozenset(table["stages"]), kin=frozenset(table["kin"]))
