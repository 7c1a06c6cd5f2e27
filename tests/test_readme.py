"""What the documentation shows is what happens: its commands are run, their output compared to the letter.

In a `console` block `$ cat FILE` shows a file, which is made here; any other `$ command` is run in the folder of those files, and what
follows it is its output. A `python` block is run there too, and a `text` block right after it is what it prints.
"""
from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)(?P<target>[^)#]+)")
TARGET = re.compile(r"\bmake (?P<name>[a-z]+)\b")


def blocks(path: Path) -> list[tuple[str, str]]:
    return [(block["language"], block["body"]) for block in BLOCK.finditer(path.read_text(encoding="utf-8"))]


def commands(body: str) -> Iterator[tuple[str, str]]:
    """A console block → each command with the output that is shown below it."""
    for piece in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = piece.partition("\n")
        yield command, output


def run(command: list[str] | str, folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=folder, shell=isinstance(command, str), env=environment, encoding="utf-8", timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout


def told(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    for language, body in blocks(page):
        for command, output in commands(body) if language == "console" else ():
            if command.startswith("cat ") and not (tmp_path / command[4:]).exists():
                (tmp_path / command[4:]).write_text(output, encoding="utf-8")
            else:
                assert told(run(command, tmp_path)) == told(output), command


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_python_prints_what_is_shown(page: Path, tmp_path: Path) -> None:
    found = blocks(page)
    for (language, body), (after, output) in zip(found, [*found[1:], ("", "")], strict=False):
        if language == "python":
            printed = run([sys.executable, "-c", body], tmp_path)
            assert told(printed) == told(output if after == "text" else "")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "ARCHITECTURE.md"], ids=lambda path: path.name)
def test_links_and_make_targets_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link["target"] for link in LINK.finditer(text) if not (page.parent / link["target"]).exists()] == []
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = re.findall(r"`[^`\n]*`|^(?: {4}|\$ ).*$|^```sh\n.*?^```", text, re.MULTILINE | re.DOTALL)
    assert {match["name"] for match in TARGET.finditer("\n".join(shown))} <= targets


def test_the_map_names_folders_that_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([\w/.`, ]+?)` \|", text, re.MULTILINE)
    assert named
    assert [name for entry in named for name in entry.replace("`", "").split(", ") if not (ROOT / name).exists()] == []
