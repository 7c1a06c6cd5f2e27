"""`read` and `compare`: the algebra without documents, with its hints."""
from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.data.compile import read

ROWS = read(Path(__file__).parent / "cases" / "judge" / "compare.yaml")["rows"]
MIRROR = {"within": "contains", "contains": "within"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['left']} ~ {row['right']}")
def test_compare(row: dict[str, str]) -> None:
    found = factcheck.compare(row["left"], row["right"])
    assert (found.relation, found.outcome) == (row["relation"], row["outcome"])
    assert row.get("says", "") in found.message
    back = factcheck.compare(row["right"], row["left"])
    assert (back.relation, back.outcome) == (MIRROR.get(row["relation"], row["relation"]), row["outcome"])


def test_the_trail_of_a_comparison_can_be_walked_again() -> None:
    found = factcheck.compare("nearly 3,000", "2,961")
    assert factcheck.replay(found.trail) == "compatible"


def test_read_gives_the_first_number() -> None:
    assert factcheck.read("nearly 40 ha").unit == "hectare"
    with pytest.raises(ValueError, match="no number or date in 'none at all'"):
        factcheck.read("none at all")
