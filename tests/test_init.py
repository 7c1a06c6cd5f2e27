"""A beginning: what `init` writes works as it is, says what else could stand there, and overwrites nothing; completion in a shell."""
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.main import ROWS, main
from factcheck.settings.load import load
from factcheck.settings.model import Settings

A_KEY = re.compile(r"^# (?=[a-z-]+ = )", re.MULTILINE)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


def test_what_init_writes_works_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text("The festival in Tolvane had 300 visitors.\n")
    Path("b.md").write_text("The festival in Tolvane had 500 visitors.\n")
    assert main(["init"]) == 0
    assert main(["rules", "test", "rules"]) == 0
    assert "1 rule, 3 examples, all as expected" in capsys.readouterr().out
    assert main(["check", "a.md", "b.md"]) == 1
    assert "visitors: One festival has one number of visitors." in capsys.readouterr().out


def test_init_overwrites_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("rules").mkdir()
    Path("rules/visitors.yaml").write_text("mine\n")
    assert main(["init"]) == 2
    assert "rules/visitors.yaml: is there already" in capsys.readouterr().err
    assert not Path("factcheck.toml").exists() and Path("rules/visitors.yaml").read_text() == "mine\n"
    assert main(["init", "new/folder"]) == 0
    assert Path("new/folder/factcheck.toml").exists()
    Path("file").write_text("")
    assert main(["init", "file"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_every_key_is_in_the_configuration_that_init_writes() -> None:
    assert main(["init"]) == 0
    text = Path("factcheck.toml").read_text()
    Path("parent.toml").write_text("")
    Path("full.toml").write_text(A_KEY.sub("", text).replace("../factcheck.toml", "parent.toml"))
    assert set(load("full.toml")) == set(Settings.model_fields)
    assert set(load("factcheck.toml")) == {"rules"}


def test_defaults_are_those_that_the_configuration_names(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init"])
    text = Path("factcheck.toml").read_text()
    named = {line.removeprefix("# ") for line in text.splitlines() if re.match("# (fail-on|skipped|notices|lang|default-rules) = ", line)}
    Path("factcheck.toml").unlink()
    main(["check", "--show-settings"])
    assert named == {line.partition("    #")[0] for line in capsys.readouterr().out.splitlines()
                     if line.startswith(("fail-on", "skipped", "notices", "lang", "default-rules"))}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_the_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "_FACTCHECK_COMPLETE" in script
    if shutil.which(shell):
        Path("script").write_text(script)
        subprocess.run([shell, "-n", "script"], check=True, timeout=20)


@pytest.mark.parametrize(("words", "expected"), [
    ("factcheck ", {row.name for row in ROWS}), ("factcheck su", {"suppress"}),
    ("factcheck check --fail-on ", {"conflict", "superseded", "never"}),
    ("factcheck check --since main --base", {"--baseline"}), ("factcheck store ", {"info", "export", "remove"})])
def test_what_a_shell_is_offered(words: str, expected: set[str]) -> None:
    environment = {**os.environ, "_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": words,
                   "COMP_CWORD": str(len(words.split()) - (not words.endswith(" ")))}
    done = subprocess.run([sys.executable, "-m", "factcheck"], env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == expected
