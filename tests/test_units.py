"""Units and money: every record's own sentences, the rows of cases/units.en.yaml, and the laws of conversion."""
from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import measures
from factcheck.data import load
from factcheck.data.compile import read
from factcheck.extract.tokens import Block, blocks
from factcheck.extract.units import combine, denominator, unit_after, unit_before, whose
from factcheck.extract.units.index import after_number, plural

CASES = read(Path(__file__).parent / "cases" / "units.en.yaml")
UNITS, MONEY = load("units"), load("currencies")
SMALL = frozenset("one two three four five six seven eight nine ten eleven twelve twenty".split())
SCALE = frozenset("hundred thousand million billion trillion".split())


def number_in(block: Block, start: int, end: int) -> tuple[int, int, bool]:
    """The tokens of the number inside a marked span: first, behind the last, and whether it is spelled."""
    inside = [i for i in range(len(block.words)) if block.starts[i] >= start and block.ends[i] <= end]
    first = next(i for i in inside if block.words[i][0].isdigit() or block.words[i] in SMALL)
    last = first + 1
    glued = {"bn", "tn"} | ({"m"} if first > 0 and unit_before(block, first) is not None else set())
    while last in inside and (block.words[last] in SCALE or (block.words[last] in glued and block.adjacent(last))):
        last += 1
    return first, last, not block.words[first][0].isdigit()


def reading(sentence: str) -> tuple[str | None, str]:
    """"A [40-hectare] farm" → the unit found beside the number in brackets, and the words from number to unit."""
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "", 1).replace("]", "", 1)
    block = next(blocks(text))
    first, last, spelled = number_in(block, start, end)
    before, after = unit_before(block, first), unit_after(block, last, spelled)
    unit = (combine(before, after) if before and after else None) or before or after
    if unit is None:
        return None, block.span(first, last)
    begin = min(first, before.first if before else first)
    return unit.name, block.span(begin, max(last, after.end if after and (unit is after or unit.end == after.end) else last))


def sentences(table: dict[str, Any], key: str) -> Iterator[tuple[str, str]]:
    for name, record in table.items():
        yield from ((record.get("is", name), sentence) for sentence in record.get(key, ()))


ALL = {**UNITS["units"], **MONEY["nouns"], **MONEY["currencies"], **MONEY["subunits"]}


def family(name: str) -> set[str]:
    prefixes = UNITS["units"].get(name, {}).get("prefixes", ())
    return {name, *(prefix + name for prefix in prefixes)}


@pytest.mark.parametrize(("name", "sentence"), sentences(ALL, "examples"))
def test_examples(name: str, sentence: str) -> None:
    marked, _, said = sentence.partition(" => ")
    found, words = reading(marked)
    assert found in ({said} if said else family(name))
    assert words == marked[marked.index("[") + 1:marked.index("]")]


@pytest.mark.parametrize(("name", "sentence"), sentences(ALL, "not"))
def test_not(name: str, sentence: str) -> None:
    assert reading(sentence)[0] not in family(name)


@pytest.mark.parametrize("row", CASES["reads"], ids=lambda row: row["text"])
def test_reads(row: dict[str, str]) -> None:
    assert reading(row["text"])[0] == row.get("unit"), row.get("why")


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("row", CASES["fails"], ids=lambda row: row["text"])
def test_fails(row: dict[str, str]) -> None:
    assert reading(row["text"])[0] == row.get("unit")


@pytest.mark.parametrize("row", CASES["denominators"], ids=lambda row: row["text"])
def test_denominators(row: dict[str, str]) -> None:
    block = next(blocks(row["text"].replace("[", "").replace("]", "")))
    at = next(i for i, start in enumerate(block.starts) if start >= row["text"].index("["))
    found = denominator(block, at)
    assert (found.name if found else None) == row.get("name")
    if found:
        assert block.span(found.first, found.end) == row["text"][row["text"].index("[") + 1:row["text"].index("]")]


@pytest.mark.parametrize("row", CASES["whose"], ids=lambda row: row["text"])
def test_whose(row: dict[str, str]) -> None:
    block = next(blocks(row["text"]))
    last = max(i for i, word in enumerate(block.words) if word[0].isdigit() or word in SCALE)
    found = whose(block, last + 1, row.get("noun", "dollar"))
    assert (found.name if found else None) == row.get("unit")


@pytest.mark.parametrize("row", CASES["converts"], ids=lambda row: f"{row['value']} {row['from']}")
def test_converts(row: dict[str, str]) -> None:
    difference = row.get("difference") == "yes"
    assert measures.convert(Decimal(row["value"]), row["from"], row["to"], difference=difference) == measures.fraction(row["gives"])


@pytest.mark.parametrize("row", CASES["pairs"], ids=lambda row: f"{row['left']} ~ {row['right']}")
def test_comparable(row: dict[str, str]) -> None:
    for left, right in ((row["left"], row["right"]), (row["right"], row["left"])):
        said = "yes" if measures.comparable(left, right) else "perhaps" if measures.doubtful(left, right) else "no"
        assert said == row["same"]


def all_units() -> list[str]:
    made = [prefix + name for name, record in UNITS["units"].items() for prefix in record.get("prefixes", ())]
    return [*UNITS["units"], *made, *MONEY["currencies"], *MONEY["subunits"], *(n for n, r in MONEY["nouns"].items() if "is" not in r)]


def test_the_table_is_large_and_sound() -> None:
    names = all_units()
    assert len(UNITS["units"]) >= 250 and len(MONEY["currencies"]) >= 160
    for name in names:
        unit = measures.unit(name)
        assert unit is not None and unit.factor > 0, name
        assert unit.dimension.startswith("money:") or unit.dimension in UNITS["dimensions"], name
        for other in unit.perhaps:
            assert measures.dimension(other) in (unit.dimension, "temperature"), (name, other)
        for smaller in UNITS["units"].get(name, {}).get("then", ()):
            assert measures.dimension(smaller) == unit.dimension


def test_base_units_have_factor_one() -> None:
    for name, record in UNITS["dimensions"].items():
        base = measures.unit(record["base"])
        assert record["base"] == "one" or (base is not None and base.dimension == name and base.factor == 1), name


UNIT_KEYS = set(
    "dimension factor offset ucum words plurals symbols guarded before label exact prefixes prefixed-symbols perhaps then measured"
    " examples not".split()
)
MONEY_KEYS = set("plurals is usually words also signs guarded before noun nouns from code was of factor examples not".split())


def test_keys_are_known() -> None:
    """A misspelled key would be silently without effect."""
    assert {key.replace(" ", "-") for record in UNITS["units"].values() for key in record} <= UNIT_KEYS
    assert {key for table in MONEY.values() for record in table.values() for key in record} <= MONEY_KEYS


def test_guards_and_lists_exist_and_are_used() -> None:
    tables = [*UNITS["units"].values(), *(record for table in MONEY.values() for record in table.values())]
    named = {guard for record in tables for key in ("guarded", "before") for guard in record.get(key, {}).values()} | {"code", "code-after"}
    assert named == set(UNITS["guards"])
    values = [value for guard in UNITS["guards"].values() for alternative in guard for value in alternative.values()]
    lists = {word[1:] for value in [*values, *UNITS["lists"].values()] for word in value if word[:1] == "$" and len(word) > 1}
    assert lists == set(UNITS["lists"])


def test_every_record_has_a_sentence() -> None:
    assert [name for name, record in ALL.items() if not record.get("examples")] == []


def test_plain_spellings_mean_one_thing() -> None:
    """A spelling without a guard has one meaning; several meanings need guards on all but the last."""
    twice = {text: meanings for text, meanings in after_number().meanings.items()
             if len([unit for unit, guard in meanings if guard is None and "/" not in unit]) > 1}
    assert twice == {}


def plain() -> list[tuple[str, str]]:
    return [(text, meanings[0][0]) for text, meanings in after_number().meanings.items()
            if len(meanings) == 1 and meanings[0][1] is None and "/" not in meanings[0][0]]


@given(st.sampled_from(plain()), st.sampled_from(["5 {}", "5 {}.", "some 5 {} of", "a 5-{} one", "5 {}, more"]))
def test_every_spelling_is_found(pair: tuple[str, str], frame: str) -> None:
    text, name = pair
    if "-" in frame and not text[0].isalnum():
        return
    block = next(blocks(frame.format(text)))
    at = next(i for i, word in enumerate(block.words) if word == "5") + 1
    found = unit_after(block, at, False)
    assert found is not None and found.name == name


def test_every_spelling_is_found_at_least_plainly() -> None:
    wrong = []
    for text, name in plain():
        block = next(blocks("5 " + text))
        found = unit_after(block, 1, False)
        if found is None or found.name != name or found.end != len(block.words):
            wrong.append((text, name, found and found.name))
    assert wrong == []


NUMBERS = st.decimals(min_value=-10**9, max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
DIMENSIONS: dict[str, list[str]] = {}
for _name in all_units():
    DIMENSIONS.setdefault(measures.unit(_name).dimension, []).append(_name)      # type: ignore[union-attr]
PAIRS = [(a, b) for names in DIMENSIONS.values() for a in names for b in names if a != b]


@given(NUMBERS, st.sampled_from(PAIRS), st.booleans())
def test_there_and_back_is_exact(value: Decimal, pair: tuple[str, str], difference: bool) -> None:
    there = measures.convert(value, *pair, difference=difference)
    assert measures.convert(there, pair[1], pair[0], difference=difference) == Fraction(value)


@given(st.sampled_from(all_units()), st.sampled_from(all_units()))
def test_comparing_is_symmetric(left: str, right: str) -> None:
    assert measures.comparable(left, right) == measures.comparable(right, left)
    assert measures.doubtful(left, right) == measures.doubtful(right, left)
    assert not (measures.comparable(left, right) and left != right and measures.doubtful(left, right) and "dollar" not in left + right
                and not {left, right} & {"rupee", "won", "manat", "bolivar", "dirham", "cent", "paisa"})


@given(NUMBERS, st.sampled_from(PAIRS))
def test_conversion_keeps_order(value: Decimal, pair: tuple[str, str]) -> None:
    assert measures.convert(value + 1, *pair) > measures.convert(value, *pair)


def test_compound_names_agree_with_their_factors() -> None:
    """"mile per hour" has the factor of a mile by that of an hour: the record and the sum of its parts say one thing."""
    for name, record in UNITS["units"].items():
        if " per " in name and not {"beat", "frame", "dot", "revolutions", "parts"} & set(name.split()) and "measured" not in record:
            parts = name.replace("kilopound", "kip").replace("pound per", "pound-force per").replace(" equivalent", "").split(" per ")
            if all(measures.unit(part.removesuffix(" squared")) for part in parts) and "squared" not in name and "100" not in name:
                whole = measures.unit(parts[0]).factor / measures.unit(parts[1]).factor      # type: ignore[union-attr]
                assert whole == measures.fraction(record["factor"]), name


def test_powers_agree_with_their_sides() -> None:
    for name, record in UNITS["units"].items():
        for word, power in (("square ", 2), ("cubic ", 3)):
            side = measures.unit(name[len(word):]) if name.startswith(word) else None
            if side is not None and " per " not in name:
                assert side.factor ** power == measures.fraction(record["factor"]), name


def test_plurals() -> None:
    for row in CASES["plurals"]:
        assert plural(row["one"]) == row["many"]


def test_ucum_codes_are_well_formed() -> None:
    shape = re.compile(r"(?:[A-Za-z%'\"]+|\[[^\]\s]+\]|\{[^}]+\})(?:[A-Za-z0-9.\[\]{}/_'\"-])*")
    wrong = [name for name in all_units() if (code := measures.unit(name).ucum) and not shape.fullmatch(code)]      # type: ignore[union-attr]
    assert wrong == []


def test_currencies_are_those_of_iso() -> None:
    """Every currency in use, by the names that CLDR gives it in English."""
    core, numbers = pytest.importorskip("babel.core"), pytest.importorskip("babel.numbers")
    territories = core.get_global("territory_currencies").values()
    used = {code for territory in territories for code, _, end, tender in territory if end is None and tender}
    assert used - set(MONEY["currencies"]) == set()
    wrong = []
    for code in sorted(used):
        for count in (1, 5):
            text = f"5 {numbers.get_currency_name(code, count=count, locale='en')}"
            block = next(blocks(text))
            found = unit_after(block, 1, False)
            if (found is None or found.name != code) and text not in CASES["other names"]:
                wrong.append((code, text, found and found.name))
    assert wrong == []
