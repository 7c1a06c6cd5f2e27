"""A hedge that is lost on the way to a later text, or to who cites it: a note, which fails no run."""
from __future__ import annotations

import datetime

import pytest

from factcheck.checks import replay
from factcheck.model import Document, Verdict
from factcheck.pipeline import check

DAY = datetime.date(2024, 5, 1)
NOTED = [
    ("Up to 40 people were killed in the Larkhaven flood.", "The Larkhaven flood killed 40 people.", 1, "later"),
    ("Up to 40 people were killed in the Larkhaven flood.", "The Larkhaven flood killed 40 people, the Post reported.", 0, "citing it"),
    ("About 40 people were hurt in the Larkhaven flood.", "The Larkhaven flood hurt 40 people, according to the Post.", 1, "citing it"),
    ("Forty people are feared dead in the Larkhaven flood.", "Forty people are dead in the Larkhaven flood.", 1, "later"),
    ("Some 40 people may have died in the Larkhaven flood.", "Forty people died in the Larkhaven flood.", 1, "later"),
]
SILENT = [
    ("The Larkhaven flood killed 40 people.", "Up to 40 people were killed in the Larkhaven flood.", 1),            # softened
    ("Up to 40 people were killed in the Larkhaven flood.", "The Larkhaven flood killed 40 people.", 0),            # the same day
    ("About 40 people were hurt in the Larkhaven flood.", "The Larkhaven flood hurt 40 people.", 1),                # rounded
    ("Up to 40 people were killed in the Larkhaven flood.", "The Larkhaven flood killed up to 40 people.", 1),
    ("Up to 40 people were killed in the Larkhaven flood.", "Up to 40 people died in the Larkhaven flood. The flood killed 40 people.", 1),
    ("The Larkhaven flood killed 40 people; 12 are feared dead.", "Forty people died in the Larkhaven flood.", 1),  # another number's doubt
    ("Up to 40 people were killed in the Larkhaven flood.", "The Larkhaven flood killed 38 people.", 1),
]


def run(first: str, second: str, days: int) -> list[Verdict]:
    return list(check([Document("a", first, DAY, "s", publisher="Lowmarsh Post"),
                       Document("b", second.replace("the Post", "the Lowmarsh Post"), DAY + datetime.timedelta(days), "s",
                                publisher="Herald")]).verdicts)


@pytest.mark.parametrize(("first", "second", "days", "how"), NOTED)
def test_a_lost_hedge_is_noted(first: str, second: str, days: int, how: str) -> None:
    (verdict,) = [verdict for verdict in run(first, second, days) if "Note:" in verdict.message]
    assert verdict.message.endswith(f"(Lowmarsh Post) has become {verdict.message.split('has become ')[1]}")
    assert verdict.message.endswith(f"(Herald), {how}.")
    assert (verdict.outcome in ("agree", "compatible"), verdict.severity) == (True, "info")
    assert verdict.trail[-1].step == "hardened"
    assert replay(verdict.trail) == verdict.outcome


@pytest.mark.parametrize(("first", "second", "days"), SILENT)
def test_nothing_is_noted(first: str, second: str, days: int) -> None:
    assert [verdict.message for verdict in run(first, second, days) if "Note:" in verdict.message] == []
