"""Laws of what takes more than one number, of coarse dates, and of order: said in words it is read back, and no order changes anything."""
from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score.score import slices
from test_reading_laws import in_words, only

from factcheck.extract import extract
from factcheck.model import Document, Mention, Move

PARTS = {3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
NUMBERS = st.integers(min_value=2, max_value=10**6)
PAIRS = st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] != pair[1])
TODAY = datetime.date(2023, 6, 21)
ORDINAL = {1: "first", 2: "second", 3: "third", 4: "fourth"}


def dated(text: str) -> list[Mention]:
    return extract(Document(id="text", text=text, published=TODAY))


@given(st.sampled_from(sorted(PARTS)), st.integers(min_value=1, max_value=9), st.sampled_from([" ", "-"]))
def test_fractions_are_read_back(base: int, top: int, joint: str) -> None:
    top = min(top, base - 1)
    said = f"{in_words(top)}{joint}{PARTS[base]}{'s' if top > 1 else ''}"
    mention = only(f"The flood reached {said} of the homes.")
    assert (mention.kind, mention.number and mention.number.low) == ("ratio", Fraction(top, base))
    assert (mention.text, mention.entity_head) == (said, "home")


@given(st.integers(min_value=3, max_value=99), st.booleans())
def test_one_in_so_many_is_read_back(base: int, spelled: bool) -> None:
    said = f"one in {in_words(base)}" if spelled else f"1 in {base}"
    mention = only(f"The flood reached {said} homes.")
    assert (mention.kind, mention.number and mention.number.low, mention.text) == ("ratio", Fraction(1, base), said)


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=2, max_value=100))
def test_so_many_out_of_so_many_are_read_back(part: int, rest: int) -> None:
    mention = only(f"The flood reached {part} out of {part + rest} homes.")
    assert (mention.kind, mention.number and mention.number.low) == ("ratio", Fraction(part, part + rest))


@given(PAIRS, st.sampled_from(["between {:,} and {:,}", "from {:,} to {:,}", "{:,} to {:,}", "{:,}-{:,}"]))
def test_ranges_are_read_back(ends: tuple[int, int], form: str) -> None:
    low, high = sorted(ends)
    said = form.format(low, high)
    mention = only(f"The plan is for {said} kg of sand.")
    assert mention.number is not None
    assert (mention.number.low, mention.number.high, mention.modifier) == (low, high, "between")
    assert (mention.unit, mention.text) == ("kilogram", f"{said} kg")


@given(PAIRS, st.sampled_from(["from ${:,} to ${:,}", "to ${1:,} from ${0:,}"]))
def test_moves_are_read_back(ends: tuple[int, int], form: str) -> None:
    start, end = ends
    mention = only(f"Rents {'rose' if end > start else 'fell'} {form.format(start, end)}.")
    assert (mention.move, mention.trend, mention.unit) == (Move(start, end), "up" if end > start else "down", "dollar")       # type: ignore[arg-type]
    assert mention.bounds is not None and mention.bounds.low == mention.bounds.high == end


@given(st.integers(min_value=1, max_value=200), st.integers(min_value=0, max_value=200))
def test_results_are_read_back(ours: int, theirs: int) -> None:
    mention = only(f"Tarn beat Orne {ours}-{theirs} at home.")
    assert mention.kind == "score" and mention.number is not None
    assert (mention.number.low, mention.number.high) == (min(ours, theirs), max(ours, theirs))


@given(st.integers(min_value=2, max_value=40), st.integers(min_value=1, max_value=59))
def test_sums_of_units_are_read_back(hours: int, minutes: int) -> None:
    mention = only(f"The crossing took {hours} hours and {minutes} minute{'s' * (minutes > 1)}.")
    assert mention.number is not None and abs(Fraction(mention.number.low or 0) - hours - Fraction(minutes, 60)) < Fraction(1, 10**20)


@given(st.integers(min_value=1000, max_value=1884), st.integers(min_value=1, max_value=150),
       st.sampled_from([("from", "to"), ("between", "and")]))
def test_years_of_histories_are_read_back(start: int, lasting: int, joint: tuple[str, str]) -> None:
    found = dated(f"The abbey was closed {joint[0]} {start} {joint[1]} {start + lasting}.")
    assert [mention.timex for mention in found] == [f"{start}", f"{start + lasting}"]


@pytest.mark.parametrize(("said", "value"), [
    ("the {:d}0s", "{:03d}"), ("the early {:d}0s", "{:03d}"),
])
@given(decade=st.integers(min_value=150, max_value=203))
def test_decades_are_read_back(said: str, value: str, decade: int) -> None:
    assert [mention.timex for mention in dated(f"It was built in {said.format(decade)}.")] == [value.format(decade)]


@given(st.integers(min_value=2, max_value=20))
def test_centuries_are_read_back(number: int) -> None:
    ending = {2: "nd", 3: "rd"}.get(number, "th")
    assert [mention.timex for mention in dated(f"It was built in the {number}{ending} century.")] == [f"{number - 1:02d}"]


@given(st.integers(min_value=1900, max_value=2035), st.integers(min_value=1, max_value=4))
def test_quarters_and_months_are_read_back(year: int, quarter: int) -> None:
    for said in (f"Q{quarter} {year}", f"the {ORDINAL[quarter]} quarter of {year}"):
        assert [mention.timex for mention in dated(f"Sales fell in {said} again.")] == [f"{year}-Q{quarter}"]
    month = datetime.date(year, quarter * 3, 1)
    assert [mention.timex for mention in dated(f"Sales fell in {month:%B} {year} again.")] == [f"{month:%Y-%m}"]


ROWS = [one for some in slices().values() for one in some if one.document().lang == "en"]


def numbers(text: str) -> list[tuple[str, ...]]:
    """What is read in a text, without places, dates and speakers, which the sentences before may lend."""
    return sorted((one.text, one.kind, str(one.number), one.modifier, str(one.unit), str(one.entity_head), str(one.property))
                  for one in extract(text) if one.timex is None)


def test_the_order_of_paragraphs_changes_no_number() -> None:
    texts = [row.text for row in ROWS if not {"date", "time", "set"} & {kind for label in row.labels for kind in label.kinds}]
    expected = numbers("\n\n".join(texts))
    for seed in range(3):
        random.Random(seed).shuffle(texts)
        assert numbers("\n\n".join(texts)) == expected


def test_the_order_of_sets_changes_nothing() -> None:
    """Recognisers are chosen by words in sets, whose order Python shuffles from run to run."""
    text = "\n\n".join(row.text for row in ROWS)
    code = "import sys; from factcheck.extract import extract; print([str(one) for one in extract(sys.stdin.read())])"
    said = {subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True,
                           env={**os.environ, "PYTHONHASHSEED": str(seed)}).stdout for seed in (1, 2, 3)}
    assert len(said) == 1 and len(said.pop()) > 10_000
