"""The command line as people and build jobs meet it: exit statuses, where output goes, start-up, and the Python names."""
from __future__ import annotations

import csv
import datetime
import io
import itertools
import json
import os
import resource
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import factcheck
from factcheck.cli.main import ROWS, cli, main

ROOT = Path(__file__).parent.parent
FACTCHECK = [sys.executable, "-m", "factcheck"]
FIFTEEN = "A fire in Tolvane injured 15 people, police said.\n"
TWENTY = "A fire in Tolvane injured 21 people, police said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name, text in (("a.txt", FIFTEEN), ("b.txt", TWENTY), ("same.txt", FIFTEEN.replace("police said", "the police said")),
                       ("empty.txt", ""), ("list", "a.txt\nb.txt\n")):
        Path(name).write_text(text)


def run(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*FACTCHECK, *arguments], input=given, capture_output=True, encoding="utf-8", timeout=60)


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"factcheck {project['version']}\n" == f"factcheck {factcheck.__version__}\n"


@pytest.mark.parametrize("command", [[], *([row.name] for row in ROWS), ["rules", "list"], ["rules", "test"], ["rules", "schema"],
                                     ["rules", "new"]])
def test_every_command_has_help(command: list[str]) -> None:
    done = CliRunner().invoke(cli, [*command, "--help"])
    assert done.exit_code == 0 and done.output.startswith("Usage:")
    assert not command or command[0] != "rules" or "rule" in done.output


def test_help_lines_are_those_of_the_commands() -> None:
    for row in ROWS:
        command = cli.get_command(None, row.name)       # type: ignore[arg-type]
        assert command is not None and (command.short_help, command.name) == (row.help, row.name)


@pytest.mark.parametrize(("arguments", "status"), [
    (["check", "a.txt"], 0),
    (["check", "a.txt", "same.txt"], 0),
    (["check", "a.txt", "b.txt"], 1),
    (["check", "a.txt", "b.txt", "--fail-on", "never"], 0),
    (["check", "a.txt", "b.txt", "--fail-on", "superseded"], 1),
    (["check", "a.txt", "b.txt", "--no-default-rules"], 1),
    (["check", "a.txt", "b.txt", "empty.txt"], 2),
    (["check", "a.txt", "b.txt", "empty.txt", "--skipped", "warn"], 1),
    (["check", "a.txt", "empty.txt", "--skipped", "warn"], 0),
    (["check", "--file-list", "list"], 1),
    (["extract", "a.txt"], 0),
    (["extract", "a.txt", "gone.txt"], 2),
    (["rules", "list"], 0),
    (["rules", "schema"], 0),
    (["explain", "casualties/injured"], 0),
    (["explain", "casualties/nothing"], 2),
    (["explain", "a.txt:1", "b.txt:1"], 0),
    (["explain", "a.txt:1", "b.txt:9"], 2),
    (["explain", "f1:0000", "a.txt"], 2),
])
def test_exit_statuses(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == status
    assert "Traceback" not in capsys.readouterr().err


def test_data_goes_to_standard_output_and_all_else_to_standard_error() -> None:
    done = run("check", "a.txt", "b.txt", "empty.txt", "--format", "jsonl")
    assert done.returncode == 2
    assert done.stderr == "empty.txt: empty file, expected an article\n"
    [verdict] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (verdict["outcome"], {claim["document"] for claim in verdict["claims"]}) == ("conflict", {"a.txt", "b.txt"})
    assert factcheck.replay(verdict["trail"]) == "conflict"


def test_a_verdict_is_found_again_by_its_fingerprint(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "a.txt", "b.txt", "--format", "jsonl"])
    fingerprint = json.loads(capsys.readouterr().out)["fingerprint"]
    assert main(["explain", fingerprint, "a.txt", "b.txt"]) == 0
    text = capsys.readouterr().out
    assert fingerprint in text and "15 people" in text and "disjoint" in text
    Path("moved").mkdir()
    Path("moved/c.txt").write_text("A title\n\n" + FIFTEEN)
    main(["check", "moved/c.txt", "b.txt", "--format", "jsonl"])
    assert json.loads(capsys.readouterr().out)["fingerprint"] == fingerprint


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "csv"])
def test_every_order_of_the_files_gives_the_same_report(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = set()
    for order in itertools.permutations(["a.txt", "b.txt", "same.txt"]):
        main(["check", *order, "--format", format])
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("extract", "-", "--format", "jsonl", given="At least 21 people were hurt.")
    [mention] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (mention["document"], mention["text"], mention["modifier"]) == ("-", "At least 21", "at_least")
    assert mention["bounds"] == {"low": "21", "high": None, "low_open": False, "high_open": False}


def test_a_table_opens_in_a_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "a.txt", "b.txt", "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["document"], row["low"], row["outcome"]) for row in rows] == [("a.txt", "15", "conflict"), ("b.txt", "21", "conflict")]


@pytest.mark.parametrize(("arguments", "environment", "colored"), [
    ([], {}, False), (["--color", "never"], {}, False), (["--color", "always"], {}, True),
    (["--color", "always"], {"NO_COLOR": "1"}, True)])
def test_colour(arguments: list[str], environment: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch,
                capsys: pytest.CaptureFixture[str]) -> None:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    main(["check", "a.txt", "b.txt", *arguments])
    assert ("\x1b[" in capsys.readouterr().out) == colored


def test_a_reader_who_stops_is_no_error() -> None:
    Path("long.jsonl").write_text("".join(json.dumps({"id": str(n), "story": str(n // 2), "text": [FIFTEEN, TWENTY][n % 2]}) + "\n"
                                          for n in range(800)))
    for command, status in ((["extract", "long.jsonl"], 0), (["check", "long.jsonl"], 1)):
        with Path("errors").open("w") as errors, subprocess.Popen([*FACTCHECK, *command], stdout=subprocess.PIPE, stderr=errors) as process:
            assert process.stdout
            process.stdout.readline()
            process.stdout.close()
            assert process.wait(60) == status
        assert Path("errors").read_text() == ""


def test_output_is_utf8_whatever_the_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    Path("c.txt").write_text("“Nearly 40 hectares” burned near Évora, at 30\N{NO-BREAK SPACE}% of the cost.\n", encoding="utf-8")
    for format in ("text", "jsonl"):
        done = subprocess.run([*FACTCHECK, "extract", "c.txt", "--format", format], capture_output=True, env=environment)
        assert done.returncode == 0 and "“Nearly 40 hectares”" in done.stdout.decode("utf-8") or format == "jsonl"


def test_rules_are_listed_and_tested(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    assert "casualties/injured" in capsys.readouterr().out
    assert main(["rules", "schema"]) == 0
    assert "$defs" in json.loads(capsys.readouterr().out)
    Path("mine").mkdir()
    rule = "kind: agreement\nwhy: One fire has one number.\nabout:\n  kinds: [count]\n  words: [fire]\nexamples:\n  conflict:\n"
    Path("mine/fire.yaml").write_text(rule + "    - {a: A fire injured 15 people., b: A fire injured 21 people.}\n")
    assert main(["rules", "test", "mine"]) == 0
    Path("mine/fire.yaml").write_text(rule + "    - {a: A fire injured 15 people., b: A fire injured 15 people.}\n")
    assert main(["rules", "test", "mine"]) == 1
    assert "FAIL" in capsys.readouterr().out


def test_rules_are_proposed_from_what_articles_agree_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "new", "a.txt", "same.txt"]) == 0
    proposed = capsys.readouterr().out
    assert "kind: agreement" in proposed and "15 people" in proposed
    Path("rules").mkdir()
    Path("rules/new.yaml").write_text(proposed)
    assert main(["rules", "test", "rules"]) == 0


def test_the_demo_runs_anywhere() -> None:
    done = run("demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert "conflict" in done.stdout and "Try next" in done.stdout
    assert run("demo", "nowhere").returncode == 2
    page = run("demo", "brackwater-flood", "-o", "-")
    assert page.returncode == 0 and page.stdout.startswith("<!DOCTYPE html>") and "houses destroyed" in page.stdout


def test_why_two_places_were_not_compared(capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.txt").write_text("The hall has 15 windows.\n")
    assert main(["explain", "a.txt:1", "c.txt:1"]) == 0
    assert "15 windows" in capsys.readouterr().out


def test_python_names() -> None:
    document = factcheck.Document(id="raid", text="At least 21 people were hurt.", published=datetime.date(2023, 6, 21), story="raid")
    other = factcheck.Document(id="other", text="In the raid 15 people were hurt.", story="raid")
    [mention] = factcheck.extract(document)
    [again] = factcheck.extract(document.text)
    assert factcheck.to_dict(again) == factcheck.to_dict(mention) | {"document": again.document}
    report = factcheck.check([document, other], rules=None)
    assert [d.id for d in report.documents] == ["other", "raid"]
    assert all(factcheck.replay(verdict.trail) == verdict.outcome for verdict in report.verdicts)
    assert set(factcheck.PUBLIC) <= set(dir(factcheck))
    with pytest.raises(AttributeError, match="no attribute 'extrct'"):
        factcheck.extrct                # noqa: B018


def test_the_function_is_not_hidden_by_the_folder_of_its_name() -> None:
    code = ("import factcheck, factcheck.extract.tokens; from factcheck.extract import tokens; "
            "print(factcheck.extract.__name__, tokens.__name__)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "extract factcheck.extract.tokens\n"


@pytest.mark.parametrize(("code", "absent"), [
    ("import factcheck", ["factcheck.model", "decimal", "click"]),
    ("from factcheck.cli.main import main; main(['--help'])", ["factcheck.model", "rich", "regex", "pydantic"]),
    ("from factcheck.cli.main import main; main(['extract', 'a.txt', '--format', 'jsonl'])",
     ["pydantic", "ruamel", "trafilatura", "dateparser", "quantulum3", "rich", "factcheck.groups", "factcheck.checks"]),
    ("from factcheck.cli.main import main; main(['check', 'a.txt', 'b.txt'])", ["pydantic", "ruamel", "trafilatura"]),
])
def test_nothing_is_imported_before_it_is_needed(code: str, absent: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", f"{code}\nimport sys; print([n for n in {absent} if n in sys.modules])"],
                          capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


@pytest.mark.parametrize(("arguments", "given", "most"), [(["--help"], "", 15), (["extract", "-"], "At least 21 people were hurt.", 22)])
def test_start_up(arguments: list[str], given: str, most: int) -> None:
    """Processor time, the least of a few runs in turn, because the machine may be busy; with compiled modules, as an installed program."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def spent(command: list[str]) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=given, capture_output=True, text=True, check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    ours = bare = float("inf")
    for turn in range(30):
        ours, bare = min(ours, spent([*FACTCHECK, *arguments])), min(bare, spent([sys.executable, "-c", "pass"]))
        if turn > 4 and ours < most * bare:
            return
    raise AssertionError(f"{ours / bare:.1f} times a bare interpreter, expected less than {most}")


def test_explain_names_the_columns_of_a_line_that_has_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("The fire hurt 12 people and destroyed 40 houses.\n")
    assert main(["explain", "a.txt:1:2", "a.txt:1"]) == 2
    assert "expected one of the columns 15, 39" in capsys.readouterr().err
    assert main(["explain", "a.txt:7", "a.txt:1"]) == 2
    assert "expected one of the lines 1" in capsys.readouterr().err
