"""The algebra: bounds, roundness, relations of amounts and dates, and their laws."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.bounds import bounds_of
from factcheck.checks import algebra, calendar
from factcheck.checks.relations import RELATIONS
from factcheck.data import load
from factcheck.data.compile import read
from factcheck.model import OUTCOMES

CASES = read(Path(__file__).parent / "cases" / "judge" / "relations.yaml")
MIRROR = {"within": "contains", "contains": "within"}


def amount(written: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """"3000 1000 nearly" → its bounds and its span."""
    number, place, modifier, _, kind = (written.split() + ["exact", "-", "count"][len(written.split()) - 2:])[:5]
    said = algebra.bounds({"number": {"low": number, "high": number}, "precision": place, "modifier": modifier})
    return said, algebra.rounding({"bounds": said, "kind": kind, "precision": place, "modifier": modifier})


def relation(left: tuple[dict[str, Any], dict[str, Any]], right: tuple[dict[str, Any], dict[str, Any]]) -> str:
    return str(algebra.relation({"left": left[1], "right": right[1], "left_said": left[0], "right_said": right[0]})["relation"])


@pytest.mark.parametrize("row", CASES["rows"], ids=lambda row: f"{row['left']} ~ {row['right']}")
def test_amounts(row: dict[str, str]) -> None:
    assert relation(amount(row["left"]), amount(row["right"])) == row["relation"]
    assert relation(amount(row["right"]), amount(row["left"])) == MIRROR.get(row["relation"], row["relation"])


def date(row: dict[str, str]) -> dict[str, Any]:
    return {"kind": "date", "timex": row.get("timex"), "relation": row.get("relation"),
            "interval": {key: row[key] for key in ("start", "end", "granularity")} if "start" in row else None}


@pytest.mark.parametrize("row", CASES["dates"], ids=str)
def test_dates(row: dict[str, Any]) -> None:
    assert calendar.relation(calendar.meet({"left": date(row["left"]), "right": date(row["right"])}))["relation"] == row["relation"]


@pytest.mark.parametrize("row", CASES["times"], ids=str)
def test_times(row: dict[str, str]) -> None:
    left, right = ({"kind": "time", "timex": row[side]} for side in ("left", "right"))
    assert calendar.relation(calendar.meet({"left": left, "right": right}))["relation"] == row["relation"]


def test_every_relation_has_one_outcome() -> None:
    assert set(RELATIONS) == {"equal", "within", "contains", "overlaps", "disjoint", "incomparable"}
    assert all(outcome in OUTCOMES and reason for outcome, reason in RELATIONS.values())


@pytest.mark.parametrize(("modifier", "record"), load("lang.en.bounds")["modifiers"].items())
def test_the_examples_of_the_hedges(modifier: str, record: dict[str, Any]) -> None:
    for example in record["examples"]:
        given_, expected = example.split(" -> ")
        numbers = [Decimal(word) for word in given_.split()]
        place = Decimal(10) ** (len(str(numbers[0])) - len(str(numbers[0]).rstrip("0")))
        found = bounds_of(numbers[0], numbers[-1], place, modifier)
        low, high = expected.split("..")
        assert (found.low, found.low_open) == (Decimal(low.strip("(")) if low.strip("(") else None, "(" in low), example
        assert (found.high, found.high_open) == (Decimal(high.strip(")")) if high.strip(")") else None, ")" in high), example


@pytest.mark.parametrize("row", load("roundness")["rows"], ids=lambda row: row["reason"])
def test_the_examples_of_roundness(row: dict[str, Any]) -> None:
    for example in row["examples"]:
        (kind, number, place), hidden = example.split(" -> ")[0].split(), example.split(" -> ")[1]
        assert algebra.slack(kind, Fraction(number), Fraction(place)) == Fraction(hidden), example


def test_vague_words() -> None:
    assert bounds_of(None, None, None, "vague", "a few hundred").high == 800
    assert bounds_of(None, None, None, "vague", "tens of thousands").low == 10_000
    assert bounds_of(None, None, None, "at_least", "dozens").high is None


def test_a_rule_overrides_a_width() -> None:
    assert bounds_of(Decimal(100), Decimal(100), None, "about", widths={"about": {"below": "0.05", "above": "0.05"}}).low == 95


numbers = st.decimals(min_value="0.01", max_value="1e9", places=2)
ends = st.tuples(st.none() | numbers, st.none() | numbers, st.booleans(), st.booleans()).filter(
    lambda e: e[0] is None or e[1] is None or e[0] < e[1] or (e[0] == e[1] and not e[2] and not e[3]))


def as_ends(raw: tuple[Any, Any, bool, bool]) -> dict[str, Any]:
    return algebra.interval(*raw)


@given(ends, ends)
def test_a_relation_is_symmetric(left: Any, right: Any) -> None:
    there = algebra.relation({"left": as_ends(left), "right": as_ends(right)})["relation"]
    back = algebra.relation({"left": as_ends(right), "right": as_ends(left)})["relation"]
    assert back == MIRROR.get(there, there)


@given(ends, ends, numbers)
def test_widening_never_makes_a_conflict(left: Any, right: Any, by: Decimal) -> None:
    wider = algebra.tolerance({"bounds": as_ends(left), "absolute": str(by)})
    before = algebra.relation({"left": as_ends(left), "right": as_ends(right)})["relation"]
    after = algebra.relation({"left": wider, "right": as_ends(right)})["relation"]
    assert before == "disjoint" or after != "disjoint"


@given(ends, ends, st.fractions(min_value="0.001", max_value=1000))
def test_another_unit_changes_nothing(left: Any, right: Any, factor: Fraction) -> None:
    def scaled(raw: Any) -> dict[str, Any]:
        return algebra.interval(*(None if end is None else Fraction(end) * factor for end in raw[:2]), *raw[2:])
    plain = algebra.relation({"left": as_ends(left), "right": as_ends(right)})
    assert algebra.relation({"left": scaled(left), "right": scaled(right)}) == plain


@given(st.fractions())
def test_numbers_are_shown_exactly(number: Fraction) -> None:
    assert algebra.parse(algebra.show(number)) == number


@given(numbers, st.sampled_from(["about", "nearly", "just_over", "more_than", "at_least", "less_than", "at_most", "up_to"]))
def test_a_hedge_allows_what_lies_next_to_its_number(number: Decimal, modifier: str) -> None:
    found = bounds_of(number, number, Decimal("0.01"), modifier)
    assert (found.low is None or found.low <= number) and (found.high is None or found.high >= number)
