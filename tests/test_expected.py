"""Claims against a reference value: rows, the citation in every verdict, and trails that walk again."""
from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck import checks, pipeline
from factcheck.data.compile import read as read_yaml
from factcheck.model import Document, Report, Rule
from factcheck.rulebook.load import read_text

CASES = read_yaml(Path(__file__).parent / "cases" / "checks" / "expected.yaml")
ROWS = [(case["rule"], row) for case in CASES for row in case["rows"]]


def run(rule: Rule, *texts: str, published: str | None = None) -> Report:
    day = datetime.date.fromisoformat(published) if published else None
    documents = [Document(f"d{number}", text, day, "example") for number, text in enumerate(texts)]
    report = pipeline.check(documents, [rule], default=False)
    return replace(report, verdicts=tuple(verdict for verdict in report.verdicts if verdict.rule == rule.id))


@pytest.mark.parametrize(("rule", "row"), ROWS, ids=[f"{row['text']} {row.get('published', '')}" for _, row in ROWS])
def test_row(rule: str, row: dict[str, Any]) -> None:
    made = read_text(rule, "r.yaml").rule("test/expected", "r.yaml")
    report = run(made, row["text"], published=row.get("published"))
    assert [verdict.outcome for verdict in report.verdicts] == ([] if row["gives"] == "silent" else [row["gives"]])
    for verdict in report.verdicts:
        assert made.options["citation"] in verdict.message
        assert made.options["citation"] in str(verdict.trail)
        assert checks.replay(verdict.trail) == verdict.outcome
        assert verdict.severity == ("error" if verdict.outcome == "conflict" else "info")


LAKE = read_text(CASES[0]["rule"], "r.yaml").rule("test/lake", "r.yaml")


def test_two_articles_that_say_the_same_are_one_fact() -> None:
    verdicts = run(LAKE, "The lake covers 34 hectares.", "A lake of 34 hectares.", "The lake covers 28 hectares.").verdicts
    assert sorted((verdict.outcome, verdict.sides) for verdict in verdicts) == [("agree", ((0,),)), ("conflict", ((0, 1),))]


def test_another_reference_is_another_fingerprint() -> None:
    other = replace(LAKE, options={**LAKE.options, "value": "40"})
    one, two = (run(rule, "The lake covers 34 hectares.").verdicts[0] for rule in (LAKE, other))
    assert one.fingerprint != two.fingerprint
    assert one.fingerprint == run(LAKE, "Some words first. The lake covers 34 hectares.").verdicts[0].fingerprint


def test_an_altered_step_changes_the_outcome() -> None:
    verdict = run(LAKE, "The lake covers 34 hectares.").verdicts[0]
    first = verdict.trail[0]
    altered = replace(first, input={**first.input, "number": {"low": "28", "high": "28"}})
    assert (checks.replay(verdict.trail), checks.replay((altered, *verdict.trail[1:]))) == ("conflict", "agree")
