"""Under what reading two figures that cannot both be true could be: a question for who asks, which changes no outcome."""
from __future__ import annotations

import datetime

import pytest

from factcheck.checks.reconcile import certain, reconciled
from factcheck.claims import claims
from factcheck.extract import extract
from factcheck.model import Claim, Document
from factcheck.pipeline import check

DAY = datetime.date(2024, 5, 1)
ROWS = [
    ("The blast hurt 21 members of the crew.", "The blast hurt 36 members.", 0, "both can be true if “21” counts members of the crew only"),
    ("The blast hurt 36 members of the crew.", "The blast hurt 21 members.", 0, None),         # the wider name has the lower figure
    ("The blast hurt 21 members.", "The blast hurt 36 members.", 0, None),
    ("The blast hurt 21 members.", "The blast hurt 36 members.", 1, "both can be true if they are of different days"),
    ("The blast was on 3 May 2024.", "The blast was on 4 May 2024.", 1, None),
    ("The wreck holds 1,016 tonnes.", "The wreck holds 1,000 tons.", 0,
     "both can be true if “1,016 tonnes” means tonnes and “1,000 tons” long tons"),
]


def claim(text: str, day: datetime.date) -> Claim:
    document = Document("a", text, day, "s")
    return claims(document, extract(document))[0]


@pytest.mark.parametrize(("one", "other", "days", "says"), ROWS)
def test_the_reading_under_which_both_are_true(one: str, other: str, days: int, says: str | None) -> None:
    left, right = claim(one, DAY), claim(other, DAY + datetime.timedelta(days))
    assert reconciled(left, right) == says
    assert reconciled(right, left) is None if says is None else reconciled(right, left) is not None


def test_what_the_words_say_stands_in_the_message() -> None:
    one, other = ROWS[0][:2]
    (verdict,) = check([Document("a", one, DAY, "s"), Document("b", other, DAY, "s")]).verdicts
    assert verdict.outcome == "conflict"
    assert verdict.message.endswith(". Both can be true if “21” counts members of the crew only.")


def test_days_alone_are_no_certain_reading() -> None:
    assert certain(claim("It hurt 21 people.", DAY), claim("It hurt 36 people.", DAY + datetime.timedelta(1))) is None
