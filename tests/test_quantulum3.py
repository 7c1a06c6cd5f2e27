"""quantulum3 as a second opinion: its misreadings as rows for our reader, its vocabulary, dimensions and factors against our table."""
from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck import measures
from factcheck.data.compile import read
from factcheck.data.unitvocab import Entry, vocabulary
from factcheck.extract.tokens import blocks
from factcheck.extract.units import unit_after

CASES = read(Path(__file__).parent / "cases" / "quantulum3.en.yaml")
UNCOVERED = {name: row["why"] for row in CASES["uncovered"] for name in row["units"]}
OTHER_WORDS = {row["word"] for row in CASES["other words"]}
OTHER_FACTORS = {row["unit"] for row in CASES["other factors"]}

# Its entity → our dimensions.
SAME = {
    "dimensionless": {"fraction", "percentage points"}, "length": {"length"}, "data storage": {"data"}, "charge": {"electric charge"},
    "current": {"electric current"}, "electric potential": {"voltage"}, "electrical resistance": {"resistance"},
    "electrical conductance": {"conductance"}, "instance frequency": {"frequency"}, "dynamic viscosity": {"viscosity"},
    "kinematic viscosity": {"kinematic viscosity"}, "volumetric flow": {"flow"}, "data transfer rate": {"data rate"},
    "radiation absorbed dose": {"absorbed dose"}, "typographical element": {"pixels"}, "volume (lumber)": {"volume"},
    "linear mass density": {"linear density"},
}


def found(word: str) -> measures.Unit | None:
    """The unit that we read in "5 WORD"."""
    block = next(blocks("5 " + word))
    match = unit_after(block, 1, False)
    return match.unit if match and match.end == len(block.words) else None


def ours(entry: Entry) -> measures.Unit | None:
    return next((unit for word in (*entry.words, *entry.symbols) if (unit := found(word)) is not None), None)


def rows() -> list[Any]:
    """The misreadings, and those that we get wrong too: these must fail, and say so when they no longer do."""
    wrong = [pytest.param(row, marks=pytest.mark.xfail(strict=True)) for row in CASES["fails"]]
    return [*CASES["misreadings"], *wrong]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_misreadings(row: dict[str, Any]) -> None:
    mentions = [m for m in factcheck.extract(row["text"]) if m.kind not in ("identifier", "time", "date")]
    assert [m.text for m in mentions] == [said["text"] for said in row["reads"]]
    for mention, said in zip(mentions, row["reads"], strict=True):
        assert mention.number is not None
        assert (mention.kind, mention.unit) == (said["kind"], said.get("unit"))
        assert (str(mention.number.low), str(mention.number.high)) == (said["low"], said.get("high", said["low"]))


def test_units_are_covered() -> None:
    """Every unit of its list has a spelling that we read, or stands in the remainder with a reason."""
    missing = {name for name, entry in vocabulary().items() if ours(entry) is None}
    assert missing - set(UNCOVERED) == set()
    assert {name for name in UNCOVERED if name not in vocabulary()} == set()


def test_dimensions_agree() -> None:
    wrong = []
    for entry in vocabulary().values():
        for word in entry.words:
            unit = found(word)
            if unit is None or word.lower() in OTHER_WORDS or entry.name in UNCOVERED:
                continue
            money = entry.entity == "currency" and unit.dimension.startswith(measures.MONEY)
            if not money and unit.dimension not in SAME.get(entry.entity, {entry.entity}) and "base pair" not in word:
                wrong.append((word, entry.entity, unit.dimension))
    assert wrong == []


def test_factors_agree() -> None:
    """Where its list says what a unit is made of, our factors of the parts make our factor of the whole."""
    wrong = []
    for name, entry in vocabulary().items():
        whole = next((unit for word in entry.words if (unit := found(word)) is not None), None)
        parts = [(ours(vocabulary()[base]), power) for base, power in entry.parts if base in vocabulary()]
        if whole is None or not parts or name in OTHER_FACTORS or any(part is None for part, _ in parts):
            continue
        made = Fraction(1)
        for part, power in parts:
            assert part is not None
            made *= part.factor ** power
        if made != whole.factor:
            wrong.append((name, whole.name))
    assert wrong == []
