"""Every fault of a rule file gives its path, line, column, key and what was expected; never a traceback."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.data.compile import read as read_yaml
from factcheck.rulebook.errors import RuleError
from factcheck.rulebook.kinds import KINDS
from factcheck.rulebook.load import load, read_text

CASES = read_yaml(Path(__file__).parent / "cases" / "rule_errors.yaml")

GOOD = """\
kind: agreement
why: One flood has one toll.
about: {kinds: [count], words: [no, flood]}
"""


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_message(case: dict[str, Any]) -> None:
    with pytest.raises(RuleError) as caught:
        read_text(case["file"] or "", "r.yaml")
    assert str(caught.value).splitlines() == [line.replace("{kinds}", ", ".join(KINDS)) for line in case["says"]]


def test_all_files_are_read_before_the_error(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(GOOD.replace("why", "wy"), encoding="utf-8")
    (tmp_path / "two.yaml").write_text(GOOD.replace("count", "cuont"), encoding="utf-8")
    (tmp_path / "three.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load([tmp_path], default=False)
    assert [(Path(problem.path).name, problem.line, problem.key) for problem in caught.value.problems] == [
        ("one.yaml", 1, "why"), ("one.yaml", 2, "wy"), ("two.yaml", 3, "about.kinds.0")]


def test_no_such_path(tmp_path: Path) -> None:
    missing = tmp_path / "none.yaml"
    with pytest.raises(RuleError, match=r"none\.yaml: no such file or folder; expected a rule file or a folder of them"):
        load([missing])


def test_a_folder_without_rules(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no rule", encoding="utf-8")
    with pytest.raises(RuleError, match=r"no rules in this folder; expected files that end in \.yaml"):
        load([tmp_path])


@pytest.mark.parametrize(("content", "says"), [
    (b"kind: agreement\nwhy: caf\xe9\n", r"r\.yaml:2:9: the byte 0xe9; expected UTF-8"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", r"r\.yaml:1:1: the byte 0x89; expected UTF-8"),
    (b"kind: \x00agreement\n", r"r\.yaml:1:7: not YAML: the character U\+0000 is not allowed"),
    (b"", r"r\.yaml:1:1: expected a rule"),
    (b"#" * 1_000_001, r"r\.yaml: more than 1,000,000 bytes; expected a rule file"),
    (b"[" * 900_000, r"r\.yaml:1:32: nested more than 30 levels deep"),
])
def test_files_that_are_no_rules(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=says):
        load([path])


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "packs" / "flood.yaml"
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert [rule.id for rule in load([path], default=False)] == ["packs/flood"]


def test_two_files_of_one_id(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        path = tmp_path / folder / "rules" / "flood.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match="the id 'flood' for the second time; the first is .*; expected one file for each id"):
        load([tmp_path / "a", tmp_path / "b"])


def test_the_same_file_twice_is_one_rule(tmp_path: Path) -> None:
    path = tmp_path / "rules" / "flood.yaml"
    path.parent.mkdir()
    path.write_text(GOOD, encoding="utf-8")
    assert [rule.id for rule in load([path, tmp_path / "rules", path], default=False)] == ["flood"]


def test_words_stay_as_they_are_written(tmp_path: Path) -> None:
    rule = read_text(GOOD + "tolerance: 1.20\n", "r.yaml").rule("flood", "r.yaml")
    assert rule.about.words == {"no", "flood"}
    assert str(rule.tolerance) == "1.20"
