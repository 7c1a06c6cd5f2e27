"""The plugin for pytest: examples of rules and lines of stories are items that pass, fail in words, or are expected to fail."""
from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from factcheck.stories import StoryError, read

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parent.parent
INI = "[pytest]\nfactcheck_rules = rules\nfactcheck_stories = stories\n"
RULE = """kind: agreement
why: One flood destroyed one number of houses.
about: {entities: [house], properties: [destroyed]}
examples:
  conflict:
    - a: The flood destroyed 52 houses.
      b: The flood destroyed 40 houses.
  silent:
    - a: The flood destroyed 52 houses.
      b: The flood hurt 40 people.
"""
STORY = """verdicts:
  - conflict: [{a.txt: 52 houses}, {b.txt: 40 houses}]
  - agree: [{a.txt: three people, b.txt: three people}]
"""


@pytest.fixture(autouse=True, scope="module")
def loaded() -> None:
    """pytester takes what is first imported inside a run out of sys.modules again: nothing of ours may be loaded twice."""
    for path in sorted((ROOT / "factcheck").rglob("*.py")):
        if path.stem not in ("spacy", "__main__") and "bundled" not in path.parts:
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with a rule, a story and its own rule, set up as the plugin's text says."""
    pytester.makefile(".ini", pytest=INI)
    write(pytester, "rules/houses.yaml", RULE)
    write(pytester, "stories/flood/a.txt", "The flood destroyed 52 houses in Sallow. It killed three people in Sallow.\n")
    write(pytester, "stories/flood/b.txt", "The flood destroyed 40 houses in Sallow. It killed three people in Sallow.\n")
    write(pytester, "stories/flood/expected.yaml", STORY)
    return pytester


def write(pytester: pytest.Pytester, name: str, text: str) -> None:
    path = pytester.path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("-p", "factcheck.pytest_plugin", "-p", "no:cacheprovider", *arguments, "rules", "stories")


def test_examples_and_lines_are_items(project: pytest.Pytester) -> None:
    done = run(project, "-v")
    done.assert_outcomes(passed=5)
    done.stdout.fnmatch_lines(["*houses.yaml::conflict 1 PASSED*", "*houses.yaml::silent 1 PASSED*",
                               "*expected.yaml::conflict: '52 houses' a.txt | '40 houses' b.txt PASSED*",
                               "*expected.yaml::nothing else is said PASSED*"])


def test_an_example_that_fails_says_what_the_rule_said(project: pytest.Pytester) -> None:
    write(project, "rules/houses.yaml", RULE.replace("b: The flood destroyed 40", "b: The flood destroyed 52"))
    done = run(project)
    done.assert_outcomes(passed=4, failed=1)
    done.stdout.fnmatch_lines(["*expected conflict, the rule said agree; it selected '52' (a), '52' (b)*"])
    done.stdout.no_fnmatch_line("*Traceback*")


def test_a_line_that_fails_says_what_is_said(project: pytest.Pytester) -> None:
    write(project, "stories/flood/expected.yaml", STORY.replace("40 houses", "41 houses"))
    done = run(project)
    done.assert_outcomes(passed=3, failed=2)
    done.stdout.fnmatch_lines(["*not given: conflict: '52 houses' a.txt | '41 houses' b.txt*", "said, and not expected:",
                               "conflict: '40' b.txt | '52' a.txt*"])


def test_what_is_known_to_fail_fails_strictly(project: pytest.Pytester) -> None:
    line = "  - conflict: [{a.txt: 52 houses}, {b.txt: 41 houses}]\n    fails: not yet\n"
    wrong = "wrong:\n  - agree: [{a.txt: three people, b.txt: three people}]\n    fails: they are others\n"
    write(project, "stories/flood/expected.yaml", STORY + line)
    run(project).assert_outcomes(passed=5, xfailed=1)
    write(project, "stories/flood/expected.yaml", STORY.replace("  - agree: [{a.txt: three people, b.txt: three people}]\n", "") + wrong)
    run(project).assert_outcomes(passed=4, xfailed=1)
    write(project, "stories/flood/expected.yaml", STORY + "    fails: it is given\n")
    done = run(project)
    done.assert_outcomes(passed=4, failed=1)
    done.stdout.fnmatch_lines(["*XPASS(strict)*"])


def test_the_rules_of_a_story_run_with_it(project: pytest.Pytester) -> None:
    write(project, "rules/stories/flood/houses.yaml", RULE)
    write(project, "stories/flood/expected.yaml", STORY.replace("40 houses}]\n", "40 houses}]\n    rule: stories/flood/houses\n", 1))
    done = run(project, "-k", "expected")
    assert done.parseoutcomes()["passed"] >= 2
    done.stdout.no_fnmatch_line("*not given*")


@pytest.mark.parametrize(("name", "text", "expected"), [
    ("rules/houses.yaml", "kind: agremeent\n", "*did you mean 'agreement'*"), ("rules/houses.yaml", "a: [", "*houses.yaml:*"),
    ("stories/flood/expected.yaml", "verdict: []\n", "*expected the keys verdicts, may, wrong, not verdict*"),
    ("stories/flood/expected.yaml", "verdicts:\n  - conflct: [{a.txt: x}]\n", "*'conflct' is no outcome, expected agree*"),
    ("stories/flood/expected.yaml", "verdicts:\n  - conflict: a.txt\n", "*expected a list of facts*"),
    ("stories/flood/expected.yaml", "verdicts:\n  - [a]\n", "*expected one outcome*"),
    ("stories/flood/expected.yaml", "verdicts:\n  - conflict: [{a.txt: x}]\n    disputed: perhaps\n", "*expected yes or no*"),
    ("stories/flood/expected.yaml", "- a\n", "*expected the keys*"), ("stories/flood/expected.yaml", "a: [", "*expected.yaml:*")])
def test_a_file_that_cannot_be_used_is_named(project: pytest.Pytester, name: str, text: str, expected: str) -> None:
    write(project, name, text)
    done = run(project)
    assert done.ret == pytest.ExitCode.INTERRUPTED
    done.stdout.fnmatch_lines([expected])
    done.stdout.no_fnmatch_line("*Traceback*")


def test_an_article_that_cannot_be_used_is_named(project: pytest.Pytester) -> None:
    write(project, "stories/flood/c.txt", "")
    done = run(project)
    done.assert_outcomes(passed=2, failed=3)
    done.stdout.fnmatch_lines(["*c.txt: empty file, expected an article*"])


def test_other_files_and_other_projects_are_left_alone(project: pytest.Pytester) -> None:
    write(project, "elsewhere/deployment.yaml", "kind: Deployment\n")
    write(project, "stories/notes.yaml", "kind: agremeent\n")
    project.runpytest_inprocess("-p", "factcheck.pytest_plugin", "elsewhere").assert_outcomes()
    run(project).assert_outcomes(passed=5)
    (project.path / "pytest.ini").write_text("[pytest]\n")
    assert run(project).ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_pytest_finds_it_and_nothing_is_loaded_before_it_is_needed() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]["pytest11"]
    assert points == {"factcheck.pytest_plugin": "factcheck.pytest_plugin"} and import_module(points["factcheck.pytest_plugin"])
    code = "import sys, factcheck.pytest_plugin; print(sorted(m for m in sys.modules if m.startswith('factcheck.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "['factcheck.pytest_plugin']"


def test_a_story_without_a_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="expected.yaml"):
        read(tmp_path / "expected.yaml")
