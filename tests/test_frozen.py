"""`@frozen` gives what `@dataclass(frozen=True, slots=True)` gives."""
from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from factcheck.frozen import frozen
from factcheck.model import Bounds, Mention, Report, Rule


@frozen
class Crate:
    """A noun of this test."""

    label: str
    weight: int = 0
    bottles: list[str] = dataclasses.field(default_factory=list)


def test_made_by_place_and_by_name() -> None:
    crate = Crate("a", weight=2)
    assert (crate.label, crate.weight, crate.bottles) == ("a", 2, []) and Crate("a").bottles is not Crate("a").bottles
    assert repr(crate) == "Crate(label='a', weight=2, bottles=[])" and not hasattr(crate, "__dict__")
    with pytest.raises(TypeError, match="label"):
        Crate()     # type: ignore[call-arg]


def test_cannot_be_changed() -> None:
    crate = Crate("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        crate.label = "b"     # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del crate.label
    assert crate == Crate("a")


def test_equal_by_content_and_class() -> None:
    assert Bounds(1, 2) == Bounds(1, 2) != Bounds(1, 3) and len({Bounds(1, 2), Bounds(1, 2)}) == 1
    assert Bounds(1, 2) != (1, 2, False, False) and Rule("a", "b") != Report()


def test_standard_tools_work() -> None:
    crate = Crate("a", 1, ["x"])
    assert dataclasses.is_dataclass(Crate) and [item.name for item in dataclasses.fields(Crate)] == ["label", "weight", "bottles"]
    assert dataclasses.replace(crate, weight=5) == Crate("a", 5, ["x"]) and dataclasses.asdict(crate)["bottles"] == ["x"]
    assert pickle.loads(pickle.dumps(crate)) == crate == copy.copy(crate) == copy.deepcopy(crate)
    match crate:
        case Crate(label, weight):
            assert (label, weight) == ("a", 1)


def test_a_class_of_many_fields_is_no_different() -> None:
    mention = Mention("d", 0, 2, "21", kind="count")
    assert mention == Mention("d", 0, 2, "21", "count") and hash(mention) == hash(copy.deepcopy(mention))
    assert pickle.loads(pickle.dumps(mention)) == dataclasses.replace(mention, unit=None) != dataclasses.replace(mention, unit="metre")
    assert repr(mention).startswith("Mention(document='d', start=0, end=2, text='21', kind='count', number=None")
    with pytest.raises(dataclasses.FrozenInstanceError):
        mention.text = "22"     # type: ignore[misc]
    with pytest.raises(TypeError, match="text"):
        Mention("d", 0, 2, kind="count")     # type: ignore[call-arg]
