"""Claims against a reference value: rows, the citation in every verdict, and trails that walk again."""
from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck import checks, pipeline
from factcheck.data.compile import read as read_yaml
from factcheck.model import Document, Report, Rule
from factcheck.rulebook.errors import RuleError
from factcheck.rulebook.load import load, read_text
from factcheck.rulebook.records import from_record, to_record

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


# Many references in a CSV file

BRIDGES = """\
kind: expected
why: The lengths of the bridges are on record.
about: {kinds: [measure], dimensions: [length], words: [bridge]}
values: bridges.csv
unit: metre
"""
VALUES = """\
name,value,unit,from,until,citation
harbour bridge,212,,,,"Register of bridges, entry 4711"
bridge,40,,,,"Register of bridges, preface"
Ostrel bridge,90,,,2009,"Register of bridges, entry 12"
Ostrel bridge,0.12,kilometre,2010,,"Register of bridges, entry 12a"
"""
GIVEN = [
    ("The harbour bridge is 212 metres long.", None, "agree", "entry 4711"),
    ("The harbour bridge is 221 metres long.", None, "conflict", "entry 4711"),
    ("The bridge of the harbour is about 210 metres long.", None, "compatible", "entry 4711"),
    ("The bridge is 40 metres long.", None, "agree", "preface"),
    ("The Ostrel bridge is 90 metres long.", "2005-01-01", "agree", "entry 12)"),
    ("The Ostrel bridge is 90 metres long.", "2015-01-01", "conflict", "entry 12a"),
    ("The harbour is 900 metres long.", None, "silent", ""),
    ("The Ostrel bridge is 90 metres long.", None, "silent", ""),                        # not known of when
]


def bridges(folder: Path, values: str = VALUES) -> Rule:
    (folder / "bridges.yaml").write_text(BRIDGES, encoding="utf-8")
    (folder / "bridges.csv").write_text(values, encoding="utf-8")
    (rule,) = load([folder / "bridges.yaml"], default=False)
    return rule


@pytest.mark.parametrize(("text", "published", "gives", "citation"), GIVEN)
def test_a_file_of_references(tmp_path: Path, text: str, published: str | None, gives: str, citation: str) -> None:
    verdicts = run(bridges(tmp_path), text, published=published).verdicts
    assert [verdict.outcome for verdict in verdicts] == ([] if gives == "silent" else [gives])
    assert all(citation in verdict.message and checks.replay(verdict.trail) == gives for verdict in verdicts)


def test_a_rule_with_a_file_comes_back_from_its_record(tmp_path: Path) -> None:
    rule = bridges(tmp_path)
    assert from_record(json.loads(json.dumps(to_record(rule)))) == rule


@pytest.mark.parametrize(("values", "says"), [
    ("name,value,citaton\nbridge,40,x\n", "bridges.csv:1: citaton: unknown column; did you mean 'citation'?"),
    ("name,value\nbridge,40\n", "bridges.csv:2: citation: expected where the reference stands"),
    ("name,value,citation\nbridge,forty,x\n", "bridges.csv:2: value: expected a number"),
    ("name,value,citation\nbridge,,x\n", "bridges.csv:2: value: expected either a value or a date"),
    ("name,date,citation\nbridge,2009-13,x\n", "bridges.csv:2: date: expected a date"),
    ("name,value,citation\nbridge,40,x\nbridge,41,y\n", "bridges.csv: name: 'bridge' for the second time"),
    ("name,value,citation\nbridge,1,000,x\n", "bridges.csv:2: more fields than the first line has names"),
    ("name,citation\nbridge,x\n", "bridges.csv:1: expected the columns name, value or date"),
    ("name,value,citation\n", "bridges.csv:1: no rows"),
    ('name,value,citation\n"bridge,40,x\n', "not CSV"),
    ("", "bridges.csv:1: expected the columns"),
])
def test_a_file_that_cannot_be_used(tmp_path: Path, values: str, says: str) -> None:
    with pytest.raises(RuleError) as caught:
        bridges(tmp_path, values)
    assert says in str(caught.value)


def test_a_file_that_is_elsewhere_or_missing(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    for name, says in (("../bridges.csv", "r.yaml: values: expected a file beside the rule"),
                       ("none.csv", "none.csv: cannot be read: No such file")):
        path.write_text(BRIDGES.replace("bridges.csv", name), encoding="utf-8")
        with pytest.raises(RuleError) as caught:
            load([path], default=False)
        assert says in str(caught.value)
