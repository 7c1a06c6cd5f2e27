"""The laws of judging, from text to verdict: sides may change places, widening makes no conflict, order and units mean nothing."""
from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_judge import ALL, documents, plain, run

from factcheck.model import Document
from factcheck.pipeline import check, loaded

few = settings(max_examples=40, deadline=None)
counts = st.integers(min_value=2, max_value=9_999)
lengths = st.integers(min_value=11, max_value=9_999).map(lambda tenths: Decimal(tenths) / 10)
SAID = "The storm left {} homes in Dorn without power, the grid operator said."
LONG = "The tunnel under the Dorn pass is {} long."
HEDGES = ("about {}", "nearly {}", "at least {}", "more than {}", "up to {}", "fewer than {}", "some {}")
OPEN = {"nearly {}": -1, "more than {}": 1, "fewer than {}": -1}      # these exclude their own number


def outcomes(left: str, right: str) -> list[str]:
    """Two texts of one story → the outcomes between them."""
    return sorted(verdict.outcome for verdict in run(Document("a", left, story="one"), Document("b", right, story="one")))


@few
@given(counts, counts)
def test_sides_may_change_places(one: int, other: int) -> None:
    left, right = SAID.format(f"{one:,}"), SAID.format(f"{other:,}")
    assert outcomes(left, right) == outcomes(right, left)


@few
@given(counts, counts, st.sampled_from(HEDGES))
def test_a_hedge_never_makes_a_conflict(one: int, other: int, hedge: str) -> None:
    if "conflict" not in outcomes(SAID.format(f"{one:,}"), SAID.format(f"{other:,}")) and hedge not in OPEN:
        assert "conflict" not in outcomes(SAID.format(hedge.format(f"{one:,}")), SAID.format(f"{other:,}"))


@few
@given(lengths, lengths)
def test_another_unit_changes_no_conflict(one: Decimal, other: Decimal) -> None:
    kilometres = outcomes(LONG.format(f"{one} kilometres"), LONG.format(f"{other} kilometres"))
    metres = outcomes(LONG.format(f"{one * 1000:,.0f} metres"), LONG.format(f"{other} kilometres"))
    assert ("conflict" in kilometres) == ("conflict" in metres)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_documents_and_rules_changes_nothing(seed: int) -> None:
    turn = random.Random(seed)
    rows = turn.sample(ALL, 6)
    given_ = [Document(f"{number}{document.id}", document.text, document.published, "one", publisher=document.publisher)
              for number, row in enumerate(rows) for document in documents(row)]
    rules = list(loaded((), True))
    straight = plain(list(check(given_, rules, default=False).verdicts))
    turn.shuffle(given_)
    turn.shuffle(rules)
    assert plain(list(check(given_, rules, default=False).verdicts)) == straight
