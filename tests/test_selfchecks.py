"""The self-checks: what they find in one article, what they leave alone, and that each trail can be walked again."""
from __future__ import annotations

import copy
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks import arithmetic
from factcheck.checks.kinds import SELF_CHECKS
from factcheck.checks.kinds.said import sentences, skeleton
from factcheck.checks.kinds.templates import compiled, finder, named, table
from factcheck.checks.trail import replay
from factcheck.claims import claims
from factcheck.data.compile import read
from factcheck.extract import extract
from factcheck.model import Document, Verdict
from factcheck.pipeline import check
from factcheck.rulebook.kinds import KINDS
from factcheck.rulebook.load import packs

FOLDER = Path(__file__).parent / "cases" / "checks"
CASES = {kind: read(FOLDER / f"{kind}.yaml") for kind in SELF_CHECKS}
PUBLISHED = "2024-06-05"
RULES = [rule for rule in packs() if rule.kind in SELF_CHECKS]


def rows(what: str) -> list[Any]:
    """Every row of one sort, with its kind."""
    return [pytest.param(kind, text(row), day(row), id=f"{kind}: {text(row)[:60]}")
            for kind, file in CASES.items() for row in file.get(what, ())]


def text(row: Any) -> str:
    return row["text"] if isinstance(row, dict) else str(row)


def day(row: Any) -> datetime.date:
    return datetime.date.fromisoformat(row.get("published", PUBLISHED) if isinstance(row, dict) else PUBLISHED)


def found(said: str, published: datetime.date | None) -> list[Verdict]:
    """The verdicts of all self-checks on one article."""
    report = check([Document(id="a", text=said, published=published, story="s")], RULES, default=False)
    return [verdict for verdict in report.verdicts if verdict.kind in SELF_CHECKS]


def test_every_kind_has_rows_a_rule_and_a_place_in_the_table() -> None:
    assert all(len(CASES[kind][what]) >= 3 for kind in SELF_CHECKS for what in ("find", "silent"))
    assert [rule.kind for rule in packs() if rule.id.startswith("self/")] == sorted(SELF_CHECKS)
    assert [kind for kind in KINDS if kind in SELF_CHECKS] == list(SELF_CHECKS)


@pytest.mark.parametrize(("kind", "said", "published"), rows("find"))
def test_finds(kind: str, said: str, published: datetime.date) -> None:
    verdicts = found(said, published)
    assert [verdict.kind for verdict in verdicts] == [kind]
    assert all(verdict.outcome == "conflict" and replay(verdict.trail) == "conflict" for verdict in verdicts)
    assert all(claim.quote in said for verdict in verdicts for claim in verdict.claims)


@pytest.mark.parametrize(("kind", "said", "published"), rows("silent"))
def test_silent(kind: str, said: str, published: datetime.date) -> None:
    assert [(verdict.kind, verdict.message) for verdict in found(said, published)] == []


@pytest.mark.xfail(strict=True, reason="known failures; move the row to `find` when it passes")
@pytest.mark.parametrize(("kind", "said", "published"), rows("fails"))
def test_fails(kind: str, said: str, published: datetime.date) -> None:
    assert [verdict.kind for verdict in found(said, published)] == [kind]


# Trails

def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every plain value inside JSON, with the way to it."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        yield path, value
        return
    for key, item in items:
        yield from leaves(item, (*path, key))


def altered(trail: list[dict[str, Any]], path: tuple[Any, ...], value: Any) -> list[dict[str, Any]]:
    """A trail with one plain value of an input replaced."""
    changed = copy.deepcopy(trail)
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


@pytest.mark.parametrize("kind", SELF_CHECKS)
def test_one_altered_input_changes_the_outcome(kind: str) -> None:
    for row in CASES[kind]["find"][:6]:
        (verdict,) = found(text(row), day(row))
        trail = json.loads(json.dumps([{"step": step.step, "input": step.input, "output": step.output} for step in verdict.trail]))
        assert replay(trail) == "conflict"
        spare = list(dict.fromkeys(value for _, value in leaves(trail) if type(value) in (str, int)))
        inputs = [(path, value) for path, value in leaves(trail) if "input" in path[:2] and type(value) in (str, int)]
        assert any(_other_outcome(altered(trail, path, new)) for path, old in inputs for new in spare if new != old), text(row)


def _other_outcome(trail: list[dict[str, Any]]) -> bool:
    try:
        return replay(trail) != "conflict"
    except (ArithmeticError, ValueError, KeyError, TypeError, StopIteration):
        return False


# Data

@pytest.mark.parametrize("kind", SELF_CHECKS)
def test_the_templates_and_lists_of_words_are_usable(kind: str) -> None:
    assert all(pattern.groups for pattern in (compiled(text, kind) for text in table(kind).get("templates", ())))
    for name in table(kind).get("words", {}):
        assert finder(name, kind)
    assert named("chambers", "parts-sum")


def test_the_row_of_words() -> None:
    document = Document(id="a", text="Three of the 12 pupils – or “30 percent” – failed, from 10 to 15.")
    (said,) = sentences(sorted(claims(document, extract(document)), key=lambda claim: claim.mention.start))
    assert skeleton(said) == "<c0> of the <c1> pupils – or <p2> – failed , <C3> . "


# Laws

NUMBERS = st.integers(1, 9_999)


def amount(number: int, kind: str = "count") -> dict[str, Any]:
    return {"words": str(number), "kind": kind, "number": {"low": str(number), "high": str(number)}, "precision": "1", "modifier": "exact"}


def overlap(left: dict[str, Any], right: dict[str, Any]) -> bool:
    from factcheck.checks import algebra
    return bool(algebra.relation({"left": left, "right": right})["relation"] != "disjoint")


@given(NUMBERS, NUMBERS)
def test_a_share_rounded_or_cut_off_is_right(part: int, whole: int) -> None:
    spans = {"part_span": arithmetic.meant(amount(part)), "whole_span": arithmetic.meant(amount(whole))}
    own = arithmetic.share(spans)["left_span"]
    for percent in {round(100 * part / whole), 100 * part // whole}:
        assert overlap(own, arithmetic.meant(amount(percent, "percent")))
    assert not overlap(own, arithmetic.meant(amount(round(100 * part / whole) + 3, "percent")))


@given(st.lists(NUMBERS, min_size=2, max_size=6), st.integers(1, 50))
def test_a_sum_is_the_sum(parts: list[int], off: int) -> None:
    own = arithmetic.total({"parts": [amount(part) for part in parts]})["left_span"]
    whole = {"low": str(sum(parts)), "high": str(sum(parts)), "low_open": False, "high_open": False}
    assert overlap(own, whole)
    assert not overlap(own, {**whole, "low": str(sum(parts) + off), "high": str(sum(parts) + off)})


@given(NUMBERS, NUMBERS)
def test_a_change_and_its_mirror(old: int, new: int) -> None:
    spans = {"from_span": arithmetic.meant(amount(old)), "to_span": arithmetic.meant(amount(new))}
    up = arithmetic.change({**spans, "as": "difference", "sign": 1})["left_span"]
    down = arithmetic.change({**spans, "as": "difference", "sign": -1})["left_span"]
    assert (up["low"], down["low"]) == (str(new - old), str(old - new))


@given(st.dates(datetime.date(1800, 1, 1)), st.integers(1, 9))
def test_only_its_own_weekday_is_right(date: datetime.date, off: int) -> None:
    spans = arithmetic.weekday({"date": date.isoformat(), "said": date.isoweekday()})
    assert spans["left_span"] == spans["right_span"]
    other = arithmetic.weekday({"date": date.isoformat(), "said": (date.isoweekday() + off) % 7 + 1})
    assert (other["left_span"] == other["right_span"]) == ((date.isoweekday() + off) % 7 + 1 == date.isoweekday())


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(1990, 1, 1)), st.integers(0, 36_000))
def test_an_age_of_years_holds_the_age_of_days(birth: datetime.date, lived: int) -> None:
    death = birth + datetime.timedelta(lived)
    exact = arithmetic.years(*({"start": day.isoformat(), "end": day.isoformat()} for day in (birth, death)))
    loose = arithmetic.years(*({"start": f"{day.year}-01-01", "end": f"{day.year}-12-31"} for day in (birth, death)))
    assert exact["low"] == exact["high"]
    assert overlap(exact, loose)
    assert int(loose["high"]) - int(loose["low"]) <= 1


def beside(title: str, text: str) -> list[Verdict]:
    """The verdicts on an article whose title came beside its text."""
    return list(check([Document(id="a", text=text, title=title, story="s")], RULES, default=False).verdicts)


def test_a_title_beside_the_text_is_a_headline() -> None:
    body = "The landslide near Tamsin killed nine people on Tuesday. It buried three houses."
    verdict, = beside("Landslide near Tamsin kills 14", body)
    assert verdict.kind == "headline" and "Landslide near Tamsin kills 14" in verdict.message and replay(verdict.trail) == "conflict"
    assert all(claim.quote in body and body[claim.mention.start:claim.mention.end] == claim.mention.text for claim in verdict.claims)
    assert beside("Landslide near Tamsin kills nine", body) == beside("Three houses buried near Tamsin", body) == []


def test_a_title_that_is_the_first_line_too_is_told_once() -> None:
    title, body = "Landslide near Tamsin kills 14", "The landslide near Tamsin killed nine people on Tuesday."
    assert [verdict.kind for verdict in beside(title, f"{title}\n\n{body}")] == ["headline"]
