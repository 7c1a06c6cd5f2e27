"""Laws of what is measured and hedged, through the whole reader: a value said in every unit, currency, hedge and rank is read back."""
from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reading_laws import in_words, only

from factcheck import measures
from factcheck.data import load
from factcheck.extract import extract
from factcheck.extract.numerals import words
from factcheck.extract.units.index import spellings

UNITS, MONEY, HEDGES = load("units"), load("currencies"), load("lang.en.modifiers")
KINDS = {"age": "age", "time": "duration"}
PERCENTS = frozenset(["percent", "percentage point", "basis point", "permille"])
VALUES = ("40", "1,200.5")
BY_DATES = frozenset(["barrels daily"])         # "daily" is a date to us
SPELLED = [(name, spelling) for name in UNITS["units"] for spelling in spellings(name) if spelling not in BY_DATES]
ORDINALS = {value: word for word, value in words().ordinals.items()}


def kind_of(name: str) -> str:
    dimension = measures.dimension(name) or ""
    if name.partition(" per ")[0] in PERCENTS:
        return "percent"
    return "money" if dimension.startswith(measures.MONEY) else KINDS.get(dimension, "measure")


def fault(name: str, spelling: str, value: str) -> str | None:
    """A unit and a value → what is wrong with its reading; "40 million BTU" and "40 MMBtu" are one amount."""
    text = f"Staff measured {value} {spelling} there."
    found = extract(text)
    if len(found) != 1 or found[0].number is None or found[0].number.low is None or found[0].unit is None:
        return f"{text} {[one.text for one in found]}"
    one = found[0]
    meant, read = measures.to_base(Decimal(value.replace(",", "")), name), measures.to_base(one.number.low, one.unit)      # type: ignore
    right = one.text == f"{value} {spelling}" and one.kind == kind_of(name) and read == meant
    return None if right else f"{text} {one.text!r} {one.kind} {one.unit}"


def test_every_spelling_of_every_unit_is_read_back() -> None:
    assert len(SPELLED) > 1000
    assert [said for name, spelling in SPELLED for value in VALUES if (said := fault(name, spelling, value))] == []


@given(st.sampled_from(SPELLED), st.decimals(min_value="0.5", max_value=10**6, places=1) | st.integers(min_value=2, max_value=10**9))
def test_any_value_in_any_unit_is_read_back(spelled: tuple[str, str], value: Decimal | int) -> None:
    assert fault(*spelled, f"{value:,}") is None


def examples() -> Iterator[tuple[str, str]]:
    for table in (UNITS["units"], MONEY["nouns"], MONEY["currencies"], MONEY["subunits"]):
        for name, record in table.items():
            for sentence in record.get("examples", ()):
                said, _, meant = sentence.partition(" => ")
                yield meant or record.get("is", name), said


def test_every_sentence_of_the_unit_tables_is_read() -> None:
    """The unit, or the same unit with a prefix, and the words in brackets, with a hedge that stands beside them."""
    faults = []
    for name, said in examples():
        start, end = said.index("["), said.index("]") - 1
        text = said.replace("[", "", 1).replace("]", "", 1)
        found = next((one for one in extract(text) if one.start < end and one.end > start), None)
        if found is None or found.start > start or found.end < end or not measures.comparable(found.unit, name):
            faults.append((said, name, found and (found.text, found.unit)))
    assert faults == []


@pytest.mark.parametrize("code", MONEY["currencies"])
@settings(max_examples=5)
@given(number=st.integers(min_value=2, max_value=10**9))
def test_every_currency_code_is_read_back(code: str, number: int) -> None:
    """Large amounts only: some codes are words ("ALL 70 of us")."""
    for amount in (f"{code} {number + 1000:,}", f"{number + 1000:,} {code}"):
        mention = only(f"The sale brought in {amount} there.")
        assert (mention.unit, mention.kind, mention.number and mention.number.low, mention.text) == (code, "money", number + 1000, amount)


def test_every_hedge_is_read_back() -> None:
    faults = []
    for side in ("before", "after"):
        for value, phrases in HEDGES[side].items():
            for phrase in phrases:
                said = f"{phrase} 40" if side == "before" else f"40{'-' if phrase in JOINED else ' '}{phrase}"
                found = extract(f"The flood reached {said} homes.")
                if [(one.text, one.modifier) for one in found] != [(said, value)]:
                    faults.append((said, value, [(one.text, one.modifier) for one in found]))
    assert faults == []


JOINED = frozenset(["odd", "some", "ish", "something", "plus", "+"])


def as_ordinal(number: int) -> str:
    """1204 → "one thousand two hundred and fourth"."""
    if number in ORDINALS:
        return ORDINALS[number]
    last = re.split(r"[ -]", in_words(number))[-1]
    ending = ORDINALS.get(words().small.get(last, 0)) or f"{last}th"
    return in_words(number)[:-len(last)] + ending


@given(st.integers(min_value=3, max_value=10**6 - 1).filter(lambda number: number % 10 != 2 and number % 100))
def test_ranks_are_read_back(number: int) -> None:
    for rank in (as_ordinal(number), f"{number:,}{ending(number)}"):
        mention = only(f"The museum greeted the {rank} visitor.")
        assert (mention.kind, mention.number and mention.number.low, mention.text) == ("ordinal", number, rank)


def ending(number: int) -> str:
    return "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
