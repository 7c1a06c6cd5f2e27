"""Configuration: what a file says where the call is silent, which file holds where, and a wrong key with its place."""
from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import main
from factcheck.settings.apply import matches, names
from factcheck.settings.places import place

FIFTEEN = "A fire in Tolvane injured 15 people, police said.\n"
TWENTY_ONE = "A fire in Tolvane injured 21 people, police said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    write("fire/a.md", FIFTEEN)
    write("fire/b.md", TWENTY_ONE)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def check(*arguments: str) -> int:
    return main(["check", "fire", *arguments])


@pytest.mark.parametrize(("text", "says"), [
    ('fail_on = "never"', "factcheck.toml:1:1: fail_on: unknown key; did you mean 'fail-on'? allowed: extend, rules,"),
    ('\n\nbase-line = "x"', "factcheck.toml:3:1: base-line: unknown key; did you mean 'baseline'?"),
    ("zzz = 1", "factcheck.toml:1:1: zzz: unknown key; allowed: extend"),
    ('fail-on = "conflicts"', "factcheck.toml:1:1: fail-on: unknown word 'conflicts'; did you mean 'conflict'? allowed: conflict, superse"),
    ("baseline = 3", "factcheck.toml:1:1: baseline: expected text"),
    ('rules = "rules"', "factcheck.toml:1:1: rules: expected a list"),
    ('default-rules = "no"', "factcheck.toml:1:1: default-rules: expected true or false"),
    ('[severity]\n"self/age" = "loud"', "factcheck.toml:2:1: severity.self/age: unknown word 'loud'; allowed: error, warning, info"),
    ('[per-file-ignores]\nold = "self/age"', "factcheck.toml:2:1: per-file-ignores.old: expected a list"),
    ('[per-file-ignore]\nold = ["self/age"]', "factcheck.toml:1:1: per-file-ignore: unknown key; did you mean 'per-file-ignores'?"),
    ('ignore = ["self/weekdy"]', "factcheck.toml:1: ignore: no rule 'self/weekdy'; did you mean 'self/weekday'?"),
    ('ignore = ["x"', "factcheck.toml:1:1: not TOML: Unclosed array"),
    ('story = "a"\nstory = "b"', "factcheck.toml:2:1: not TOML: Cannot overwrite a value"),
    ('extend = "gone.toml"', "factcheck.toml:1:1: extend: no such file: gone.toml; expected another configuration"),
    ('extend = "factcheck.toml"', "factcheck.toml: extend: extends itself; expected files that do not go round in a circle"),
    ('lang = "tlh"', "factcheck.toml:1:1: lang: 'tlh' is not known, expected one of cs, da, de"),
    ("a = " + "[" * 5000, "factcheck.toml: nested too deeply"),
])
def test_a_wrong_configuration_is_refused_with_its_place(text: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("factcheck.toml", text)
    assert check() == 2
    printed = capsys.readouterr()
    assert says in printed.err and "Traceback" not in printed.err and printed.out == ""


def test_in_pyproject_the_place_is_that_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("pyproject.toml", '[project]\nname = "x"\n\n[tool.factcheck]\nrules = []\n\n[tool.factcheck.severty]\nx = "info"\n')
    assert check() == 2
    assert "pyproject.toml:7:1: severty: unknown key; did you mean 'severity'?" in capsys.readouterr().err


@pytest.mark.parametrize("text", ['[project]\nname = "factcheck"\n', "[tool.factcheckers]\nx = 1\n", "[tool\n", "# factcheck\n[tool.x]\n"])
def test_a_pyproject_without_our_table_does_not_concern_us(text: str) -> None:
    write("pyproject.toml", text)
    assert check() == 1


def test_the_call_beats_the_file_and_the_file_the_default() -> None:
    assert check() == 1
    write("factcheck.toml", 'fail-on = "never"\n')
    assert check() == 0
    assert check("--fail-on", "conflict") == 1
    assert check("--isolated") == 1
    write("other.toml", 'fail-on = "conflict"\n')
    assert check("--config", "other.toml") == 1
    assert check("--config", "other.toml", "--isolated") == check("--isolated", "--config", "other.toml") == 2
    assert check("--config", "gone.toml") == 2


def test_where_each_setting_comes_from(capsys: pytest.CaptureFixture[str]) -> None:
    write("base.toml", 'story = "fire"\nfail-on = "superseded"\n[severity]\n"self/age" = "warning"\n')
    write("factcheck.toml", '# ours\nextend = "base.toml"\nfail-on = "never"\ndefault-rules = false\n[severity]\nself = "info"\n')
    write("fire/factcheck.toml", 'ignore = ["self/*"]\n')
    assert check("--show-settings", "--lang", "de") == 0
    printed = capsys.readouterr().out.splitlines()
    assert 'fail-on = "never"    # factcheck.toml:3' in printed
    assert 'story = "fire"    # base.toml:1' in printed
    assert "default-rules = false    # factcheck.toml:4" in printed
    assert 'lang = "de"    # command line' in printed
    assert "baseline = null    # default" in printed
    assert 'severity = {"self/age": "warning", "self": "info"}    # factcheck.toml:5' in printed
    assert printed[printed.index("# for articles in fire") + 1] == 'ignore = ["self/*"]    # fire/factcheck.toml:1'


def test_paths_count_from_the_folder_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check("--write-baseline", "base.yaml") == 0
    write("pyproject.toml", '[tool.factcheck]\nbaseline = "base.yaml"\n')
    assert check() == 0
    monkeypatch.chdir("fire")
    assert main(["check", "."]) == 0


def test_the_configuration_closest_to_an_article_says_what_is_ignored_there(capsys: pytest.CaptureFixture[str]) -> None:
    write("quake/a.md", FIFTEEN)
    write("quake/b.md", TWENTY_ONE)
    write("quake/factcheck.toml", 'ignore = ["casualties"]\n')

    def stories() -> list[str]:
        main(["check", ".", "--format", "json"])
        return [verdict["story"] for verdict in json.loads(capsys.readouterr().out)["verdicts"]]
    assert stories() == ["fire"]
    write("factcheck.toml", 'ignore = ["casualties/injured"]\n')
    assert stories() == []
    write("quake/factcheck.toml", "")
    assert stories() == ["quake"]


def test_what_a_closer_configuration_may_not_say_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write("factcheck.toml", 'fail-on = "conflict"\n')
    write("fire/factcheck.toml", 'extend = "../factcheck.toml"\nignore = ["self"]\nbaseline = "b.yaml"\nlang = "de"\n')
    assert check() == 1
    assert "fire/factcheck.toml: baseline, lang: not used, expected in the configuration of the" in capsys.readouterr().err
    write("fire/factcheck.toml", 'extend = "../factcheck.toml"\nignore = ["self"]\n')
    assert check() == 1
    assert capsys.readouterr().err == ""


def test_rules_by_path() -> None:
    write("factcheck.toml", '[per-file-ignores]\n"fire/b*.md" = ["casualties/injured"]\n')
    assert check() == 0
    write("fire/c.md", TWENTY_ONE.replace("police said", "the police said"))
    assert check() == 1, "an article that does not ignore the rule says the same"
    write("factcheck.toml", '[per-file-ignores]\n"fire" = ["casualties/*"]\n')
    assert check() == 0
    write("factcheck.toml", '[per-file-ignores]\n"*.md" = ["casualties/*"]\n')
    assert check() == 1
    write("factcheck.toml", '[per-file-ignores]\n"**/*.md" = ["casualties/*"]\n')
    assert check() == 0


def test_severity_by_rule() -> None:
    write("factcheck.toml", '[severity]\n"casualties/*" = "warning"\n')
    assert check() == 0
    write("factcheck.toml", '[severity]\n"casualties/*" = "warning"\n"casualties/injured" = "error"\n')
    assert check() == 1


def test_notices_fail_when_configured() -> None:
    write("factcheck.toml", 'notices = "fail"\nfail-on = "never"\n')
    assert check() == 0
    assert main(["suppress", "f1:00aa", "--reason", "r"]) == 0
    assert check() == 1
    assert check("--notices", "warn") == 0


@pytest.mark.parametrize(("pattern", "path", "expected"), [
    ("a.md", "a.md", True), ("a.md", "b/a.md", False), ("*.md", "a.md", True), ("*.md", "b/a.md", False), ("**/*.md", "b/c/a.md", True),
    ("**/*.md", "a.md", True), ("b", "b/c/a.md", True), ("b/", "b/a.md", True), ("b", "bc/a.md", False), ("b/?.md", "b/a.md", True),
    ("b/**", "b/c/d.md", True), ("[x].md", "[x].md", True), ("[x].md", "x.md", False), ("./a.md", "a.md", True)])
def test_patterns_of_paths(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is matches(os.path.abspath(pattern), path) is expected


@pytest.mark.parametrize(("pattern", "expected"), [("self/age", True), ("self", True), ("self/*", True), ("*", False), ("**", True),
                                                   ("sel", False), ("self/ag", False), ("age", False)])
def test_patterns_of_rules(pattern: str, expected: bool) -> None:
    assert names([pattern], "self/age") is expected


@pytest.mark.parametrize(("keys", "expected"), [
    (("a",), (1, 1)), (("tool", "x y", "k"), (4, 3)), (("tool", "x y", "gone"), (3, 1)), (("tool", "d", "e"), (2, 1)), (("none",), (1, 1)),
    (("tool", "x y", "k", "0"), (4, 3))])
def test_the_place_of_a_key(keys: tuple[str, ...], expected: tuple[int, int]) -> None:
    assert place('a = 1\ntool.d.e = 2\n[tool."x y"]\n  k = [1]\n', keys) == expected


def test_statistics_say_which_rule_speaks_how_often(capsys: pytest.CaptureFixture[str]) -> None:
    write("fire/c.md", "A fire in Tolvane killed 4 people. Sunday, October 14, 2024, was a market day.\n")
    write("fire/d.md", "A fire in Tolvane killed four people.\n")
    write("factcheck.toml", 'ignore = ["self/weekday"]\n')
    check("--statistics")
    table = [row.split() for row in capsys.readouterr().out.splitlines()[-5:]]
    assert table == [["rule", "conflict", "agree", "ignored"], ["casualties/injured", "1", "·", "·"], ["casualties/killed", "·", "1", "·"],
                     ["self/weekday", "·", "·", "1"], ["all", "1", "1", "1"]]
    check("--statistics", "--format", "json")
    printed = capsys.readouterr()
    assert isinstance(json.loads(printed.out), dict) and "casualties/injured" in printed.err


def settings(**values: Any) -> str:
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())


@pytest.mark.parametrize("command", [["report", "fire", "-o", "-"], ["explain", "casualties/injured"],
                                     ["suppress", "f1:00aa", "--reason", "r"]])
def test_other_commands_refuse_a_wrong_key_too(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    write("factcheck.toml", settings(rulez=[]))
    assert main(command) == 2
    assert "factcheck.toml:1:1: rulez: unknown key; did you mean 'rules'?" in capsys.readouterr().err
