"""Articles that contradict themselves: one thing told twice, plainly, with two figures; and close neighbours that speak of two things."""
from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from factcheck.checks.trail import replay
from factcheck.data.compile import read
from factcheck.model import Document, Verdict
from factcheck.pipeline import check

CASES = read(Path(__file__).parent / "cases" / "judge" / "itself.en.yaml")


def conflicts(text: str) -> list[Verdict]:
    document = Document(id="a", text=text, published=datetime.date(2024, 6, 5), story="s")
    return [verdict for verdict in check([document]).verdicts if verdict.outcome == "conflict"]


@pytest.mark.parametrize("text", CASES["find"])
def test_finds(text: str) -> None:
    (verdict,) = conflicts(text)
    assert verdict.kind in ("alignment", "agreement")
    assert replay(verdict.trail) == "conflict"
    assert len({claim.quote for claim in verdict.claims}) > 1


@pytest.mark.parametrize("text", CASES["silent"])
def test_silent(text: str) -> None:
    assert [verdict.message for verdict in conflicts(text)] == []


@pytest.mark.xfail(strict=True, reason="known failures; move the row to `find` when it passes")
@pytest.mark.parametrize("text", CASES["fails"])
def test_fails(text: str) -> None:
    assert conflicts(text)
