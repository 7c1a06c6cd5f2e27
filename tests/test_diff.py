"""Two versions of an article in, what changed in its facts out."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.checks.versions import changes
from factcheck.claims import claims
from factcheck.cli.main import cli
from factcheck.extract import extract
from factcheck.model import Claim, Document

OLD = """Flood in Brackwater

The flood in Brackwater killed about 12 people on Friday. The river Ostrel rose by 7.2 metres.
Police said 40 houses were destroyed. The bridge was closed for two weeks.
"""


def read(text: str) -> list[Claim]:
    document = Document("a", text)
    return claims(document, extract(document))


def told(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    return [(change.what, change.old and change.old.mention.text, change.new and change.new.mention.text)
            for change in changes(read(old), read(new))]


@pytest.mark.parametrize(("was", "now", "expected"), [
    ("killed about 12", "killed about 14", [("changed", "about 12", "about 14")]),
    ("killed about 12", "killed 12", [("hardened", "about 12", "12")]),
    ("40 houses were", "about 40 houses were", [("softened", "40", "about 40")]),
    ("40 houses were", "at least 40 houses were", [("softened", "40", "at least 40")]),
    (" The bridge was closed for two weeks.", "", [("gone", "two weeks", None)]),
    ("two weeks.\n", "two weeks.\nThe damage is put at 3 million euros.\n", [("new", None, "3 million euros")]),
    ("7.2 metres", "7.2 metres", []),
    ("killed about 12", "killed some 12", []),
    ("Police said 40 houses were destroyed.", "40 houses were destroyed.", [("hardened", "40", "40")]),
])
def test_one_change(was: str, now: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert told(OLD, OLD.replace(was, now)) == expected


def test_what_moved_or_was_said_otherwise_is_no_change() -> None:
    first, *rest = OLD.split("\n\n")
    assert told(OLD, f"{first}\n\nNobody wrote this before.\n{''.join(rest)}") == []
    assert told(OLD, OLD.replace("The river Ostrel rose by 7.2 metres", "By 7.2 metres the Ostrel had risen")) == []


def test_swapped_versions_give_the_opposite() -> None:
    new = OLD.replace("about 12", "12").replace(" The bridge was closed for two weeks.", "").replace("40 houses", "44 houses")
    opposite = {"new": "gone", "gone": "new", "hardened": "softened", "softened": "hardened", "changed": "changed"}
    assert sorted((opposite[what], new, old) for what, old, new in told(OLD, new)) == sorted(told(new, OLD))


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], standalone_mode=False)
    if result.exception:
        raise result.exception
    return int(result.return_value or 0), result.stdout, result.stderr


def test_the_command(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD), new.write_text(OLD.replace("about 12", "14"))
    status, out, _ = run("diff", old, new)
    assert status == 0 and "~ changed line 3: The flood in Brackwater killed [about 12] people" in out and out.endswith("1 changed\n")
    assert run("diff", old, old)[1] == "the same facts\n"
    record = json.loads(run("diff", old, new, "--format", "json")[1])
    assert record["summary"] == {"changed": 1} and record["changes"][0]["new"]["text"] == "14"
    assert json.loads(run("diff", old, new, "--format", "jsonl")[1])["change"] == "changed"
    assert run("diff", old, tmp_path / "none.txt")[0] == 2
    assert "expected one" in run("diff", old, _two(tmp_path))[2]


def _two(folder: Path) -> Path:
    path = folder / "two.jsonl"
    path.write_text('{"id": "a", "text": "Two."}\n{"id": "b", "text": "Two."}\n')
    return path
