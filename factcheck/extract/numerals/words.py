"""What a numeral is, and the number words of a language ready for look-up."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck.data import filled, load, optional
from factcheck.frozen import frozen
from factcheck.model import Number

DASHES = frozenset("-‐‑")
TIMES_SIGNS = frozenset("×x·")
PARTS = frozenset(["half", "quarter"])      # fractions that a numeral may begin with: "half a million"


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


@frozen
class Words:
    """The number words of one language, ready for look-up. A field that `words` does not derive is the row of its name in
    `numerals.yaml`, empty in a language that has none."""

    decimal_comma: bool
    """Whether the language writes 1.234,5 for 1,234.5."""
    small: dict[str, int]
    ones: frozenset[str]
    tens: frozenset[str]
    scales: dict[str, int]
    suffixes: dict[str, tuple[int, str]]
    """The factor, and whether a currency is needed: no, yes (or many things), only."""
    groups: dict[str, int]
    fractions: dict[str, Fraction]
    signs: dict[str, Fraction]
    vague: frozenset[str]
    ordinals: dict[str, int]
    scale_ordinals: dict[str, int]
    ranking: frozenset[str]
    unranked: frozenset[str]
    endings: frozenset[str]
    halved: frozenset[str]
    aged: frozenset[str]
    age_subjects: frozenset[str]
    age_limits: frozenset[str]
    age_verbs: frozenset[str]
    age_ends: frozenset[str]
    no_multiple_before: frozenset[str]
    bent: frozenset[str]
    compared_with: frozenset[str]
    multiple_modals: frozenset[str]
    no_rank_before: frozenset[str]
    rank_adverbs: frozenset[str]
    whole_owners: frozenset[str]
    share_openers: frozenset[str]
    minus: frozenset[str]
    standing: frozenset[str]
    percent_words: frozenset[str]
    plural_verbs: frozenset[str]
    share_hedges: frozenset[str]
    lasting: frozenset[str]
    hedged_times: frozenset[str]
    time_hedges: frozenset[str]
    not_lasting: frozenset[str]
    ranked_after: frozenset[str]
    age_cues: frozenset[str]
    """What may stand before an age."""
    articles: frozenset[str]
    conjunction: str
    starts: frozenset[str]
    """The words that a numeral begins with."""
    continues: frozenset[str]
    """The words and marks right behind digits that may be part of the number."""
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
    after_age: frozenset[str]
    few_after: frozenset[str]
    placed_in: frozenset[str]
    after_rank: frozenset[str]
    many_things: frozenset[str]


@cache
def words(lang: str = "en") -> Words:
    """A language → its number words; of a language without a table only digits and signs are read."""
    table = optional(f"lang.{lang}.numerals")
    ones, tens, scales, groups = (_integers(table, name) for name in ("ones", "tens", "scales", "groups"))
    fractions = {word: Fraction(value) for word, value in table.get("fractions", {}).items()}
    signs = {sign: Fraction(value) for sign, value in load("lang.en.numerals")["signs"].items()}
    vague = frozenset(table.get("vague", ()))
    starts = frozenset((*ones, *tens, *scales, *groups, *signs, *vague, *(PARTS & fractions.keys())))
    conjunction = table.get("conjunction", "")
    derived: dict[str, Any] = {
        "small": {**ones, **tens}, "ones": frozenset(ones), "tens": frozenset(tens), "scales": scales, "groups": groups,
        "suffixes": {word: (int(entry["value"]), entry.get("money", "no")) for word, entry in table.get("suffixes", {}).items()},
        "fractions": fractions, "signs": signs, "vague": vague, "conjunction": conjunction, "decimal_comma": "decimal_comma" in table,
        "ordinals": _integers(table, "ordinals"), "scale_ordinals": _integers(table, "scale_ordinals"),
        "starts": starts,
        "continues": frozenset((*scales, *table.get("suffixes", ()), *signs, *DASHES, *TIMES_SIGNS, *".,/⁄'’e", "dozen", conjunction)),
        "candidates": starts.union(*(table.get(name, ()) for name in ("ordinals", "multiples", "comparisons", "times"))),
        "multiples": {word: (Fraction(entry["value"]), entry.get("trend")) for word, entry in table.get("multiples", {}).items()},
        "comparisons": _integers(table, "comparisons"),
    }
    return filled(Words, dict.fromkeys(Words.__annotations__, ()) | table, derived)


def _integers(table: dict[str, Any], name: str) -> dict[str, int]:
    return {word: int(value) for word, value in table.get(name, {}).items()}
