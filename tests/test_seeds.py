"""The sample stories give the verdicts that a careful editor expects: not one more, not one less (the format: seeds/README).

The program is asked through its command line, so that this is also what a reader of the stories sees.
"""
from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from itertools import chain, permutations
from pathlib import Path
from typing import Any

import pytest

from factcheck.data import bundled, strict_yaml
from factcheck.model import OUTCOMES

STORIES = sorted(path.name for path in bundled("seeds").iterdir() if path.is_dir())
KEYS = {"rule", "disputed", "fails"}


@dataclass(frozen=True)
class Expected:
    """One line of expected.yaml: the outcomes that are right, and for each fact its documents with their words."""

    outcomes: frozenset[str]
    facts: tuple[tuple[tuple[str, str], ...], ...]
    rule: str | None
    disputed: bool
    fails: str | None

    def __str__(self) -> str:
        facts = " | ".join(", ".join(f"{words!r} {document}" for document, words in fact) for fact in self.facts)
        dispute = " (disputed)" if self.disputed else ""
        return f"{' or '.join(sorted(self.outcomes))}{dispute}: {facts}" + (f" [{self.rule}]" if self.rule else "")


def expected(story: str, section: str) -> list[Expected]:
    path = bundled("seeds") / story / "expected.yaml"
    table = strict_yaml.plain(strict_yaml.parse(path.read_text(encoding="utf-8")))
    return [read_line(line) for line in table[section]]


def read_line(line: dict[str, Any]) -> Expected:
    [head] = line.keys() - KEYS
    outcomes = frozenset(head.split(" or "))
    assert outcomes <= set(OUTCOMES), head
    facts = tuple(tuple(fact.items()) for fact in line[head])
    return Expected(outcomes, facts, line.get("rule"), line.get("disputed") == "yes", line.get("fails"))


@cache
def run(story: str) -> subprocess.CompletedProcess[str]:
    """A story → what `check` says of it, with the story's own rules."""
    rules = bundled("rules") / "stories" / story
    command = [str(Path(sys.executable).with_name("factcheck")), "check", str(bundled("seeds") / story), "--format", "json",
               *(["--rules", str(rules)] if rules.is_dir() else [])]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)


def verdicts(story: str) -> list[dict[str, Any]]:
    done = run(story)
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    assert report["skipped"] == []
    return list(report["verdicts"])


def states(claim: dict[str, Any], document: str, words: str) -> bool:
    """Whether a claim is the mention that these words of this document stand for: the mention lies in or around them."""
    if claim["document"].replace("\\", "/").split("/")[-1] != document:
        return False
    quote = "".join(" " if letter.isspace() else letter for letter in claim["quote"])
    shift = quote.find(claim["text"]) if "sentence" not in claim else claim["start"] - claim["sentence"][0]
    at = -1
    while (at := quote.find(words, at + 1)) >= 0:
        if at < shift + len(claim["text"]) and shift < at + len(words):
            return True
    return False


def matches(verdict: dict[str, Any], line: Expected) -> bool:
    """Outcome, rule and dispute as expected, and the sides are exactly the facts, each stated by exactly its documents."""
    return line.rule in (None, verdict["rule"]) and partly(verdict, line) and all(
        any(states(claim, *statement) for claim in verdict["claims"]) for fact in line.facts for statement in fact)


def partly(verdict: dict[str, Any], line: Expected) -> bool:
    """The same finding, perhaps with fewer of its witnesses: a general rule may know fewer words than the story's own."""
    if verdict["outcome"] not in line.outcomes or verdict["disputed"] != line.disputed:
        return False
    sides, facts = [[verdict["claims"][index] for index in side] for side in verdict["sides"]], list(line.facts)
    if verdict["outcome"] == "agree":                     # one fact, however its witnesses are grouped
        sides, facts = [verdict["claims"]], [tuple(chain.from_iterable(facts))]
    return len(sides) == len(facts) and any(
        all(within(side, fact) for side, fact in zip(sides, order, strict=True)) for order in permutations(facts))


def within(side: list[dict[str, Any]], fact: tuple[tuple[str, str], ...]) -> bool:
    return all(any(states(claim, *statement) for statement in fact) for claim in side)


def describe(verdict: dict[str, Any]) -> str:
    sides = " | ".join(", ".join(f"{verdict['claims'][i]['text']!r} {Path(verdict['claims'][i]['document']).name}" for i in side)
                       for side in verdict["sides"])
    return f"{verdict['outcome']}{' (disputed)' if verdict['disputed'] else ''}: {sides} [{verdict['rule']}]"


def lines(section: str) -> list[Any]:
    return [pytest.param(story, line, id=f"{story}: {line}",
                         marks=[pytest.mark.xfail(strict=True, reason=line.fails)] if line.fails else [])
            for story in STORIES for line in expected(story, section)]


@pytest.mark.parametrize("story, line", lines("verdicts"))
def test_expected_verdict_is_given(story: str, line: Expected) -> None:
    assert any(matches(verdict, line) for verdict in verdicts(story))


@pytest.mark.parametrize("story", STORIES)
def test_no_other_verdict_is_given(story: str) -> None:
    known = [line for section in ("verdicts", "may", "wrong") for line in expected(story, section)]
    assert [describe(verdict) for verdict in verdicts(story) if not any(partly(verdict, line) for line in known)] == []


@pytest.mark.parametrize("story, line", lines("wrong"))
def test_wrong_verdict_is_not_given(story: str, line: Expected) -> None:
    assert line.fails, "drop the line: every verdict that is not listed is refused anyway"
    assert not any(matches(verdict, line) for verdict in verdicts(story))


@pytest.mark.parametrize("story", STORIES)
def test_expected_words_stand_in_their_documents(story: str) -> None:
    """A slip in expected.yaml is told from a slip of the program."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (bundled("seeds") / story).iterdir()}
    for line in (texts.pop(name) for name in list(texts) if name.endswith(".jsonl")):
        texts |= {record["id"]: record["text"] for record in map(json.loads, line.splitlines())}
    for section in ("verdicts", "may", "wrong"):
        for line in expected(story, section):
            for document, words in (statement for fact in line.facts for statement in fact):
                assert words in texts[document].replace("\n", " "), f"{document}: {words}"


def test_the_stories_hold_every_outcome() -> None:
    every = [line for story in STORIES for line in expected(story, "verdicts")]
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
