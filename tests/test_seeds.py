"""The sample stories give the verdicts that a careful editor expects: not one more, not one less (the format: seeds/README)."""
from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import main
from factcheck.data import bundled
from factcheck.model import Verdict
from factcheck.stories import SECTIONS, Expected, Story, given, others, read, report

STORIES = sorted(path.name for path in bundled("seeds").iterdir() if path.is_dir())


@cache
def story(name: str) -> Story:
    return read(bundled("seeds") / name / "expected.yaml")


@cache
def verdicts(name: str) -> tuple[Verdict, ...]:
    """A story → what is said of it, with the story's own rules."""
    rules = bundled("rules") / "stories" / name
    return report(bundled("seeds") / name, [rules] if rules.is_dir() else []).verdicts


def lines(section: str) -> list[Any]:
    return [pytest.param(name, line, id=f"{name}: {line}", marks=[pytest.mark.xfail(strict=True, reason=line.fails)] if line.fails else [])
            for name in STORIES for line in getattr(story(name), section)]


@pytest.mark.parametrize("name, line", lines("verdicts"))
def test_expected_verdict_is_given(name: str, line: Expected) -> None:
    assert given(verdicts(name), line)


@pytest.mark.parametrize("name", STORIES)
def test_no_other_verdict_is_given(name: str) -> None:
    assert list(others(verdicts(name), story(name))) == []


@pytest.mark.parametrize("name, line", lines("wrong"))
def test_wrong_verdict_is_not_given(name: str, line: Expected) -> None:
    assert line.fails, "drop the line: every verdict that is not listed is refused anyway"
    assert not given(verdicts(name), line)


@pytest.mark.parametrize("name", STORIES)
def test_the_command_says_the_same(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    rules = bundled("rules") / "stories" / name
    assert main(["check", str(bundled("seeds") / name), "--format", "json", *(["--rules", str(rules)] if rules.is_dir() else [])]) in (0, 1)
    found = json.loads(capsys.readouterr().out)
    assert found["skipped"] == [] and [verdict["fingerprint"] for verdict in found["verdicts"]] == [v.fingerprint for v in verdicts(name)]


@pytest.mark.parametrize("name", STORIES)
def test_expected_words_stand_in_their_documents(name: str) -> None:
    """A slip in expected.yaml is told from a slip of the program."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (bundled("seeds") / name).iterdir()}
    for line in (texts.pop(file) for file in list(texts) if file.endswith(".jsonl")):
        texts |= {record["id"]: record["text"] for record in map(json.loads, line.splitlines())}
    for section in SECTIONS:
        for line in getattr(story(name), section):
            for document, words in (statement for fact in line.facts for statement in fact):
                assert words in texts[document].replace("\n", " "), f"{document}: {words}"


def test_the_stories_hold_every_outcome() -> None:
    every = [line for name in STORIES for line in story(name).verdicts]
    assert frozenset().union(*(line.outcomes for line in every)) == {"agree", "compatible", "conflict", "superseded"}
    assert any(line.disputed for line in every)
    assert any(len(line.facts) == 1 and line.rule for line in every)


def test_no_sentence_of_the_originals_is_copied() -> None:
    """The facts of `camp-2023` come from articles that may not be copied: no seven words in a row are theirs."""
    originals = sorted((bundled("seeds").parent.parent / "shared" / "seeds").glob("*.txt"))
    if not originals:
        pytest.skip("the original articles are not here")

    def sevens(path: Path) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
        return set(zip(*(words[shift:] for shift in range(7)), strict=False))

    theirs = set().union(*map(sevens, originals))
    ours = set().union(*(sevens(path) for path in bundled("seeds").rglob("*.*") if path.is_file()))
    assert sorted(" ".join(words) for words in theirs & ours) == []
