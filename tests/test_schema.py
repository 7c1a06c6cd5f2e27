"""The published schema and what is written agree, both ways: no output breaks it, and no key is written that it does not name."""
from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from test_machine_formats import REPORTS, written

from factcheck.cli.main import cli, main
from factcheck.data import bundled
from factcheck.model import DATE_RELATIONS, KINDS, MODIFIERS
from factcheck.report.records import VERSION
from factcheck.report.schema import OUTPUTS, schema


def closed(whole: dict[str, Any]) -> dict[str, Any]:
    """A schema → the same with every object closed, so that a key which it does not name is an error."""
    def close(part: Any) -> None:
        for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            close(value)
        if isinstance(part, dict) and isinstance(part.get("properties"), dict) and "allOf" not in part:
            part.setdefault("unevaluatedProperties", False)
    made = copy.deepcopy(whole)
    parts = made["$defs"]
    close({name: part for name, part in parts.items() if name not in ("mention", "claim")})
    parts["claim"]["unevaluatedProperties"] = False
    return made


def errors(name: str, instance: Any, strict: bool = True) -> list[str]:
    made = closed(schema(name)) if strict else schema(name)
    return [f"{error.json_path}: {error.message[:200]}" for error in jsonschema.Draft202012Validator(made).iter_errors(instance)]


@pytest.mark.parametrize("name", OUTPUTS)
def test_it_is_a_schema_and_the_command_prints_it(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    done = CliRunner().invoke(cli, ["schema", name])
    assert json.loads(done.output) == schema(name)


@pytest.mark.parametrize("report", REPORTS.values(), ids=list(REPORTS))
def test_reports_made_by_hand(report: Any) -> None:
    assert errors("check", json.loads(written("json", report))) == []
    assert [error for line in written("jsonl", report).splitlines() for error in errors("verdict", json.loads(line))] == []


STORIES = sorted(str(path) for path in bundled("seeds").iterdir() if path.is_dir())


@pytest.mark.parametrize(("command", "story"), [("extract", STORIES[0]), *(("check", story) for story in STORIES[:2])])
def test_the_sample_stories(command: str, story: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([command, story, "--format", "json"])
    assert errors(command, json.loads(capsys.readouterr().out)) == []


def test_lines_of_extract(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", STORIES[0], "--format", "jsonl"])
    lines = capsys.readouterr().out.splitlines()
    mentions = schema("mention")
    mentions["$defs"]["mention"]["additionalProperties"] = False
    check = jsonschema.Draft202012Validator(mentions)
    assert len(lines) > 20 and all(check.is_valid(json.loads(line)) for line in lines)


def test_a_check_against_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text("---\npublished: 2024-05-03\nstory: fire\n---\nA fire in Tolvane injured 15 people, police said.\n")
    Path("new.md").write_text("---\npublished: 2024-05-04\nstory: fire\n---\nA fire in Tolvane injured 21 people, police said.\n")
    main(["ingest", "old.md", "--store", "held.db"])
    capsys.readouterr()
    main(["check", "new.md", "--against", "held.db", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found["outdated"] and errors("check", found) == []


def test_a_key_that_is_missing_wrong_or_unknown_is_an_error() -> None:
    found = json.loads(written("json"))
    for change, expected in (
            (lambda v: v.pop("fingerprint"), "'fingerprint' is a required"), (lambda v: v.update(outcome="agreed"), "'agreed'"),
            (lambda v: v["claims"][0].update(precision=1), "1 is not of type"), (lambda v: v["claims"][0].update(precision="1e5"), "1e5"),
            (lambda v: v["claims"][0].pop("ucum"), "'ucum' is a required"), (lambda v: v.update(odd=1), "odd"),
            (lambda v: v["claims"][0].update(odd=1), "odd")):
        broken = copy.deepcopy(found)
        change(broken["verdicts"][0])
        [error, *_] = errors("check", broken)
        assert expected in error
    more = copy.deepcopy(found)
    more["verdicts"][0]["odd"] = 1
    assert errors("check", more, strict=False) == []                          # a reader of version 1 has to bear new keys


def test_it_has_the_words_of_the_model() -> None:
    parts = schema("mention")["$defs"]
    assert tuple(parts["mention"]["properties"]["kind"]["enum"]) == KINDS and tuple(parts["modifier"]["enum"]) == MODIFIERS
    assert tuple(parts["mention"]["properties"]["date_relation"]["enum"]) == (*DATE_RELATIONS, None)
    assert parts["check"]["properties"]["version"] == {"const": VERSION}
